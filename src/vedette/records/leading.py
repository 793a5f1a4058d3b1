"""Which values of one event stand first where there is room for one or few; the others stay beside them.

One rule for all views and exports (``docs/decisions/0077-which-value-stands-first.md``): a value must be about as sure
as the surest of its role, and among those the more exact one says more.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import TypeVar

from vedette.records.event import Assertion
from vedette.records.values import CountValue, DateValue, PlacePrecision, PlaceValue

ABOUT = 0.75  # of the surest value's confidence: measured for dates and places
OPEN = (dt.date.max - dt.date.min).days  # a date with an open side is wider than any other
_FINENESS = {precision: rank for rank, precision in enumerate(PlacePrecision)}  # from site to region

_V = TypeVar("_V", DateValue, PlaceValue, CountValue)


def best_date(assertions: Sequence[Assertion]) -> tuple[Assertion, DateValue] | None:
    """Choose the date held with most confidence (to one digit), then the narrower, then the one told first.

    Where another date lies within it, about as sure, that one: "October 2024" says what "2024" says, and more. A date
    without any day ("two days before" of an unknown day) is never chosen.
    """
    dated = [pair for pair in _holding(assertions, DateValue) if pair[1].from_ or pair[1].to]
    surest = min(dated, key=lambda pair: (-round(pair[0].confidence, 1), days_open(pair[1])), default=None)
    if surest is None:
        return None
    finer = [pair for pair in _about(dated, surest[0].confidence) if _lies_within(pair[1], surest[1])]
    return min(finer, key=lambda pair: days_open(pair[1]), default=surest)


def best_place(assertions: Sequence[Assertion]) -> tuple[Assertion, PlaceValue] | None:
    """Choose, of the places about as sure as the surest, the finest that has coordinates, else the finest named."""
    return min(likely_places(assertions), key=lambda pair: (pair[1].lat is None, fineness(pair[1])), default=None)


def best_count(assertions: Sequence[Assertion]) -> tuple[Assertion, CountValue] | None:
    """Choose, of the counts in one role, a total before its parts, then the more confident, then the one told first."""
    counted = _holding(assertions, CountValue)
    return min(counted, key=lambda pair: (pair[0].part_of is not None, -round(pair[0].confidence, 1)), default=None)


def likely_places(assertions: Sequence[Assertion]) -> list[tuple[Assertion, PlaceValue]]:
    """Give the places about as sure as the surest, in order."""
    placed = _holding(assertions, PlaceValue)
    surest = max((assertion.confidence for assertion, _ in placed), default=0.0)
    return _about(placed, surest)


def days_open(value: DateValue) -> int:
    """Count the days that a date leaves open beyond its first."""
    return OPEN if value.from_ is None or value.to is None else (value.to - value.from_).days


def fineness(value: PlaceValue) -> int:
    """Rank a place by how exact it is, the finest 0; one of unknown precision comes last."""
    return len(_FINENESS) if value.precision is None else _FINENESS[value.precision]


def _holding(assertions: Iterable[Assertion], kind: type[_V]) -> list[tuple[Assertion, _V]]:
    return [(assertion, assertion.value) for assertion in assertions if isinstance(assertion.value, kind)]


def _about(pairs: Iterable[tuple[Assertion, _V]], surest: float) -> list[tuple[Assertion, _V]]:
    return [pair for pair in pairs if pair[0].confidence >= ABOUT * surest]


def _lies_within(inner: DateValue, outer: DateValue) -> bool:
    if inner.from_ is None or inner.to is None or outer.from_ is None or outer.to is None:
        return False
    return outer.from_ <= inner.from_ and inner.to <= outer.to and days_open(inner) < days_open(outer)
