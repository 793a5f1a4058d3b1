"""The reference names every key and every column, and says of it what the code says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from vedette.exports.csv_columns import COLUMNS
from vedette.exports.schema import MODELS

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"
ROW = re.compile(r"^\| `(\w+)` \| (.*) \|$", re.MULTILINE)


def _documented() -> dict[str, dict[str, str]]:
    """Give the keys of each record and their meaning as the reference has them."""
    sections = re.split(r"^### ", (REFERENCE / "jsonl.md").read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return {section.split("`")[1]: dict(ROW.findall(section)) for section in sections}


@pytest.mark.parametrize("name", sorted(MODELS))
def test_the_reference_tells_of_every_key_what_the_model_tells(name: str) -> None:
    told = {info.alias or field: info.description for field, info in MODELS[name].model_fields.items()}
    assert _documented().get(name) == told, f"docs/reference/jsonl.md, section {name}"


def test_the_reference_tells_of_no_record_that_is_not_there() -> None:
    assert set(_documented()) == set(MODELS)


def test_the_reference_tells_of_every_column_of_the_csv_in_order() -> None:
    documented = ROW.findall((REFERENCE / "csv.md").read_text(encoding="utf-8"))
    assert documented == [(column.name, column.meaning) for column in COLUMNS]
