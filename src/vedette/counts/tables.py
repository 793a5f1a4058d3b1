"""Loads the tables of bound words, vague words and nouns that stand beside this module as YAML."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any


@dataclass(frozen=True, slots=True)
class Bound:
    """Words beside a number and the way in which they move its bounds (see bounds.yaml)."""

    words: tuple[str, ...]
    kind: str
    inside_only: bool


@dataclass(frozen=True, slots=True)
class Bounds:
    """Bound words, the longest first, each kind by the word at which one has to look for it.

    `before` and `after` say where they stand to a number, `by_first` and `by_last` by which of their words.
    """

    before_by_first: dict[str, tuple[Bound, ...]]
    before_by_last: dict[str, tuple[Bound, ...]]
    after_by_first: dict[str, tuple[Bound, ...]]


@dataclass(frozen=True, slots=True)
class VagueWord:
    """A word that counts without a number, and why it is read as it is (see vague.yaml)."""

    words: tuple[str, ...]
    low: int | None
    high: int | None
    why: str
    approximate: bool
    weak: bool


@dataclass(frozen=True, slots=True)
class Nouns:
    """Nouns by what they say of a count (see nouns.yaml)."""

    people: frozenset[str]  # singular and plural
    plurals: frozenset[str]  # of people, regular and irregular
    sizes: dict[str, int]
    group_plurals: dict[str, int]  # "couples": of so many each
    collectives: frozenset[str]
    harm: frozenset[str]
    things: frozenset[str]
    measures: frozenset[str]


@cache
def words(name: str) -> frozenset[str]:
    """Give one list of words.yaml as a set, read once."""
    return frozenset(ordered_words(name))


@cache
def ordered_words(name: str) -> tuple[str, ...]:
    """Give one list of words.yaml in its order."""
    return tuple(_grammar()[name].split())


@cache
def _grammar() -> dict[str, str]:
    return dict(_load("words"))


@cache
def bounds() -> Bounds:
    """Give the bound words, read once."""
    rows = _load("bounds")
    before = [_bound(row) for row in rows if row.get("before")]
    after = [_bound(row) for row in rows if row.get("after")]
    return Bounds(_by_word(before, 0), _by_word(before, -1), _by_word(after, 0))


@cache
def vague_words() -> dict[str, tuple[VagueWord, ...]]:
    """Give the vague words by their first word, the longest first; read once."""
    table = _load("vague")
    by_first: dict[str, list[VagueWord]] = {}
    for part, weak in (("always", False), ("before_people", True)):
        for row in table[part]:
            words = _words(row["words"])
            word = VagueWord(words, row["low"], row["high"], row["why"], row.get("approximate", False), weak)
            by_first.setdefault(words[0], []).append(word)
    return {first: tuple(sorted(found, key=lambda w: -len(w.words))) for first, found in by_first.items()}


@cache
def nouns() -> Nouns:
    """Give the noun lists, read once."""
    table = _load("nouns")
    people = frozenset(table["people"].split())
    plurals = frozenset(table["plurals"].split()) | frozenset(_plural_of(noun) for noun in people)
    return Nouns(
        people=people | plurals,
        plurals=plurals,
        sizes=dict(table["sizes"]),
        group_plurals={noun + "s": size for noun, size in table["sizes"].items() if not noun.endswith("s")},
        collectives=frozenset(table["collectives"].split()),
        harm=frozenset(table["harm"].split()),
        things=frozenset(table["things"].split()),
        measures=frozenset(table["measures"].split()),
    )


def _plural_of(noun: str) -> str:
    if noun.endswith(("s", "x", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun[:-3] + "men" if noun.endswith("man") else noun + "s"


def _bound(row: dict[str, Any]) -> Bound:
    return Bound(_words(row["words"]), row["kind"], row.get("inside_only", False))


def _words(phrase: str) -> tuple[str, ...]:
    return tuple(phrase.replace("-", " - ").split())


def _by_word(found: list[Bound], place: int) -> dict[str, tuple[Bound, ...]]:
    table: dict[str, list[Bound]] = {}
    for bound in found:
        table.setdefault(bound.words[place], []).append(bound)
    return {word: tuple(sorted(same, key=lambda bound: -len(bound.words))) for word, same in table.items()}


def _load(name: str) -> Any:
    import yaml  # here, not above: whoever never resolves a count does not pay for the import

    # What comes back is YAML; the callers above give it its shape.
    text = resources.files(__package__).joinpath(f"{name}.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe
