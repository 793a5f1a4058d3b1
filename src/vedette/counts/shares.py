"""Reads words that take some out of another count, or repeat it: "all but five", "most", "two thirds", "twice"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from vedette.counts.numbers import read_number
from vedette.counts.tokens import Tokens, matches

Bounds: TypeAlias = "tuple[int | None, int | None]"


@dataclass(frozen=True, slots=True)
class Share:
    """How to work out a count from another one; `end` is the index of the first token after the words."""

    end: int
    take: Callable[[Bounds], Bounds]
    why: str


def read_part(tokens: Tokens, at: int = 0) -> Share | None:
    """Read words that take some out of a whole: "all but two", "most", "two thirds"; None where none stand here."""
    return read_all_but(tokens, at) or _fraction(tokens, at) or _listed(tokens, at, _PARTS)


def read_share(tokens: Tokens, at: int = 0) -> Share | None:
    """Read what `read_part` reads, and words that repeat another count: "twice that number", "as many"."""
    return read_part(tokens, at) or _listed(tokens, at, _REPEATS)


def is_fraction(tokens: Tokens, at: int) -> bool:
    """Tell whether "two thirds" or the like begins here, rather than a number that counts."""
    return _fraction(tokens, at) is not None


def _scale(above: int, below: int = 1) -> Callable[[Bounds], Bounds]:
    def take(whole: Bounds) -> Bounds:
        low, high = whole
        return (
            None if low is None else low * above // below,
            None if high is None else -(-high * above // below),
        )

    return take


def _less(exception: int) -> Callable[[Bounds], Bounds]:
    def take(whole: Bounds) -> Bounds:
        low, high = whole
        return (
            None if low is None else max(0, low - exception),
            None if high is None else max(0, high - exception),
        )

    return take


def _majority(whole: Bounds) -> Bounds:
    low, _ = whole
    return (2 if low is None else low // 2 + 1, None)


_Table: TypeAlias = "tuple[tuple[str, Callable[[Bounds], Bounds], str], ...]"
_PARTS: _Table = (
    ("more than half", _majority, "more than half of another count"),
    ("over half", _majority, "more than half of another count"),
    ("most", _majority, "more than half of another count"),
    ("the majority", _majority, "more than half of another count"),
    ("majority", _majority, "more than half of another count"),
    ("half", _scale(1, 2), "half of another count"),
    ("a quarter", _scale(1, 4), "a quarter of another count"),
    ("every one", _scale(1), "all of another count"),
    ("each", _scale(1), "all of another count"),
    ("all", _scale(1), "all of another count"),
    ("everyone", _scale(1), "all of another count"),
    ("everybody", _scale(1), "all of another count"),
)
_REPEATS: _Table = (
    ("twice", _scale(2), "twice another count"),
    ("double", _scale(2), "twice another count"),
    ("the same number", _scale(1), "the same as another count"),
    ("same number", _scale(1), "the same as another count"),
    ("as many", _scale(1), "the same as another count"),
    ("those", _scale(1), "another count again"),
)
_EXCEPT = (("all", "but"), ("all", "except"), ("everyone", "but"), ("everybody", "but"))
_BELOW = {"third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}


def _listed(tokens: Tokens, at: int, table: _Table) -> Share | None:
    for phrase, take, why in table:
        words = tuple(phrase.split())
        end = at + len(words)
        if matches(tokens, at, words) and read_number(tokens, end) is None:
            return Share(end, take, why)
    return None


def read_all_but(tokens: Tokens, at: int) -> Share | None:
    """Read "all but five", which hangs on another count wherever it stands."""
    for words in _EXCEPT:
        number = read_number(tokens, at + len(words)) if matches(tokens, at, words) else None
        if number is not None:
            why = "all of another count but the number that is named"
            return Share(number.end, _less(number.value), why)
    return None


def _fraction(tokens: Tokens, at: int) -> Share | None:
    """Read "two thirds", "three-quarters", "one fifth"; "a third" only before "of", since it may be one man more."""
    word = tokens[at].lower if at < len(tokens) else ""
    number = read_number(tokens, at) if word != "a" else None
    above = number.value if number is not None and number.end == at + 1 else 1
    if number is None and word != "a":
        return None
    place = at + 2 if matches(tokens, at + 1, ("-",)) else at + 1
    unit = tokens[place].lower if place < len(tokens) else ""
    below = _BELOW.get(unit.removesuffix("s") if above > 1 else unit, 0)
    told = above > 1 and unit.endswith("s")
    if not below or above >= below or not (told or word == "one" or matches(tokens, place + 1, ("of",))):
        return None
    return Share(place + 1, _scale(above, below), f"{word} {unit} of another count")
