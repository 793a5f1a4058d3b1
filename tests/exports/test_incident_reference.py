"""The page on incidents names every key of their JSON, and says of it what the models say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from vedette.exports import json_schema
from vedette.exports.incident_schema import INCIDENT_MODELS

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "incidents.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| `(\w+)` \| (.*) \|$", re.MULTILINE)
SECTIONS = {
    section.split("`")[1]: dict(ROW.findall(section)) for section in re.split(r"^### ", PAGE, flags=re.MULTILINE)[1:]
}


@pytest.mark.parametrize("name", sorted(INCIDENT_MODELS))
def test_the_page_tells_of_every_key_what_the_model_tells(name: str) -> None:
    told = {info.alias or field: info.description for field, info in INCIDENT_MODELS[name].model_fields.items()}
    assert SECTIONS.get(name) == told, f"docs/reference/incidents.md, section {name}"


def test_the_page_tells_of_no_record_that_is_not_there() -> None:
    assert set(SECTIONS) == set(INCIDENT_MODELS)


@pytest.mark.parametrize("name", sorted(INCIDENT_MODELS))
def test_every_key_is_described_in_the_schema(name: str) -> None:
    schema = json_schema(name)
    for part in [schema, *schema.get("$defs", {}).values()]:
        for key, value in part.get("properties", {}).items():
            assert value.get("description"), f"{part['title']}.{key}"
