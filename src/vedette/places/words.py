"""The word tables of this room, read once."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml


@dataclass(frozen=True, slots=True)
class Words:
    """See `words.yaml` for what each table is.

    `unit_kinds` gives the kinds that a unit word can mean, likeliest first; `homes` gives the town, and the unit it
    lies in, of an outlet by its web domain.
    """

    unit_kinds: dict[str, tuple[str, ...]]
    camps: frozenset[str]
    landlocked: frozenset[str]
    near: dict[str, float]
    bearings: dict[str, float]
    parts: dict[str, float | None]
    before: frozenset[str]
    titles: frozenset[str]
    after: frozenset[str]
    organisations: frozenset[str]
    organisations_of: frozenset[str]
    press: frozenset[str]
    common: frozenset[str]
    given: frozenset[str]
    surnames: frozenset[str]
    homes: dict[str, tuple[str, str]]


@cache
def load_words() -> Words:
    """Read the tables that ship with the package."""
    folder = resources.files("vedette.places")
    tables = yaml.safe_load(folder.joinpath("words.yaml").read_text(encoding="utf-8"))
    units: dict[str, tuple[str, ...]] = {}
    for kind, words in tables["units"].items():
        for word in words:
            units[word] = (*units.get(word, ()), kind)
    return Words(
        unit_kinds=units,
        near=tables["near"],
        bearings=tables["bearings"],
        parts=tables["parts"],
        common=_word_list(folder.joinpath("common_words.txt").read_text(encoding="utf-8")),
        given=_word_list(folder.joinpath("given_names.txt").read_text(encoding="utf-8")),
        surnames=_word_list(folder.joinpath("surnames.txt").read_text(encoding="utf-8")),
        homes=_homes(folder.joinpath("press.csv").read_text(encoding="utf-8")),
        **{
            name: frozenset(tables[name])
            for name in (
                "camps",
                "landlocked",
                "before",
                "titles",
                "after",
                "organisations",
                "organisations_of",
                "press",
            )
        },
    )


def _word_list(text: str) -> frozenset[str]:
    return frozenset(re.sub(r"^#.*$", "", text, flags=re.MULTILINE).split())


def _homes(text: str) -> dict[str, tuple[str, str]]:
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return {row["domain"]: (row["town"], row["unit"]) for row in rows}
