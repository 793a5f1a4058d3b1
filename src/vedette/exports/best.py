"""Which of several rival values stands first where a format has room for one.

The others are never dropped: they stand beside it. Each rule is named by its function and looks at nothing but the
assertions of one event.
"""

from __future__ import annotations

from collections.abc import Sequence

from vedette.records import Assertion, CountValue, DateValue, PlacePrecision, PlaceValue

_FINENESS = {precision: rank for rank, precision in enumerate(PlacePrecision)}
ABOUT = 0.75  # of the surest date's confidence
_OPEN = 10**9  # days: a date with an open side is wider than any other


def best_date(assertions: Sequence[Assertion]) -> tuple[Assertion, DateValue] | None:
    """Choose the date held with most confidence (to one digit), then the narrower, then the one told first.

    Where another date lies within it, about as confident, that one: "October 2024" says what "2024" says, and more. A
    date without any day ("two days before" of an unknown day) is never chosen.
    """
    dated = [
        (assertion, assertion.value)
        for assertion in assertions
        if isinstance(assertion.value, DateValue) and (assertion.value.from_ or assertion.value.to)
    ]
    surest = min(dated, key=lambda pair: (-round(pair[0].confidence, 1), _days(pair[1])), default=None)
    if surest is None:
        return None
    finer = [
        pair
        for pair in dated
        if _lies_within(pair[1], surest[1]) and pair[0].confidence >= ABOUT * surest[0].confidence
    ]
    return min(finer, key=lambda pair: _days(pair[1]), default=surest)


def best_place(assertions: Sequence[Assertion]) -> tuple[Assertion, PlaceValue] | None:
    """Choose the finest place that has coordinates, else the finest named; among equals the one told first."""
    placed = [(assertion, assertion.value) for assertion in assertions if isinstance(assertion.value, PlaceValue)]
    return min(placed, key=lambda pair: (pair[1].lat is None, _fineness(pair[1])), default=None)


def best_count(assertions: Sequence[Assertion]) -> tuple[Assertion, CountValue] | None:
    """Choose, of the counts in one role, a total before its parts, then the more confident, then the one told first."""
    counted = [(assertion, assertion.value) for assertion in assertions if isinstance(assertion.value, CountValue)]
    return min(counted, key=lambda pair: (pair[0].part_of is not None, -round(pair[0].confidence, 1)), default=None)


def _lies_within(inner: DateValue, outer: DateValue) -> bool:
    if inner.from_ is None or inner.to is None or outer.from_ is None or outer.to is None:
        return False
    return outer.from_ <= inner.from_ and inner.to <= outer.to and _days(inner) < _days(outer)


def _days(value: DateValue) -> int:
    if value.from_ is None or value.to is None:
        return _OPEN
    return (value.to - value.from_).days


def _fineness(value: PlaceValue) -> int:
    return len(_FINENESS) if value.precision is None else _FINENESS[value.precision]
