"""The glossary and the code speak the same language."""

from __future__ import annotations

import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

from vedette import records

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "reference" / "glossary.md").read_text(encoding="utf-8")
PUBLIC = {name for name in records.__all__ if not name.isupper()}  # constants are values, not nouns


def _rows(text: str) -> list[list[str]]:
    """Give the cells of every table row, heads and rules left out."""
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines() if line[:1] == "|"]
    return [row for row in rows if not set(row[0]) <= {"-"} and row[0] not in {"noun", "use"}]


def _section(title: str) -> str:
    return re.split(r"\n## ", PAGE.partition(f"\n## {title}\n")[2])[0]


CLAIMED = [name for row in _rows(PAGE) if len(row) == 3 for name in re.findall(r"`(\w+)`", row[1])]
NOT_THIS = {word.strip(): row[0] for row in _rows(_section("Use this, not this")) for word in row[1].split(",")}


def _words_of_identifiers() -> Iterator[tuple[str, str]]:
    """Give each word of each identifier in the code, `casualty_count` and `CasualtyCount` as two."""
    for path in sorted((ROOT / "src").rglob("*.py")):
        with path.open("rb") as stream:
            names = {token.string for token in tokenize.tokenize(stream.readline) if token.type == tokenize.NAME}
        for name in sorted(names):
            for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name):
                yield word.lower(), f"{path.relative_to(ROOT)}: {name}"


def test_every_public_noun_of_the_records_is_in_the_glossary() -> None:
    assert sorted(PUBLIC - set(CLAIMED)) == []


def test_every_record_that_the_glossary_names_exists() -> None:
    assert sorted(set(CLAIMED) - PUBLIC) == []


def test_each_noun_has_one_definition() -> None:
    nouns = [row[0] for row in _rows(PAGE.partition("\n## Use this")[0])]
    assert sorted({noun for noun in nouns if nouns.count(noun) > 1}) == []
    assert len(CLAIMED) == len(set(CLAIMED))
    assert all(row[-1] for row in _rows(PAGE))


def test_words_that_the_glossary_rules_out_name_nothing_in_the_code() -> None:
    assert len(NOT_THIS) > 5
    singular = {f"{word}s": word for word in NOT_THIS} | {"casualties": "casualty", "fatalities": "fatality"}
    found = [
        f"{where} (say {NOT_THIS[singular.get(word, word)]})"
        for word, where in _words_of_identifiers()
        if singular.get(word, word) in NOT_THIS
    ]
    assert found == []
