"""The words of time expressions as data: which category a word belongs to and what it means there."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

LEXICON = Path(__file__).with_name("lexicon.yaml")
CUES = Path(__file__).with_name("cues.yaml")


def load_table(path: Path) -> dict[str, Any]:
    """Read one of the tables with the fastest safe loader there is."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    table: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506 (it is a safe one)
    return table


@cache
def load_lexicon() -> dict[str, dict[str, Any]]:
    """Read the lexicon once: category, then lower-case word, then its meaning."""
    raw = load_table(LEXICON)
    return {
        category: {str(word): meaning for words, meaning in entries.items() for word in str(words).split("|")}
        for category, entries in raw.items()
    }


@cache
def categories_of() -> dict[str, tuple[tuple[str, Any], ...]]:
    """Turn the lexicon round: for each word, the categories that it belongs to with its meaning in each."""
    turned: dict[str, list[tuple[str, Any]]] = {}
    for category, entries in load_lexicon().items():
        for word, meaning in entries.items():
            turned.setdefault(word, []).append((category, meaning))
    return {word: tuple(found) for word, found in turned.items()}


@cache
def _load_cues() -> dict[str, str]:
    return load_table(CUES)


def words(name: str) -> frozenset[str]:
    """Give the cue words of one list of ``cues.yaml``."""
    return frozenset(_load_cues()[name].split())
