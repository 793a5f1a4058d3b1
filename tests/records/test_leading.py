"""Which of several values stands first where there is room for one."""

from __future__ import annotations

import datetime as dt

import pytest

from vedette.records import Assertion, Basis, DatePrecision, DateValue, PlacePrecision, PlaceValue, Role
from vedette.records.leading import best_date, best_place


def told(first: str, last: str, confidence: float) -> Assertion:
    value = DateValue(dt.date.fromisoformat(first), dt.date.fromisoformat(last), DatePrecision.RANGE, Basis.STATED, ())
    return Assertion(Role.DATE, value, confidence)


YEAR = told("2024-01-01", "2024-12-31", 0.8)


@pytest.mark.parametrize(
    ("other", "chosen"),
    [
        (told("2024-10-01", "2024-10-31", 0.7), "other"),  # it says what the year says, and more
        (told("2024-10-01", "2024-10-31", 0.3), "year"),  # far less sure
        (told("2023-10-01", "2023-10-31", 0.7), "year"),  # another time
        (told("2023-10-01", "2023-10-31", 0.9), "other"),  # another time, and surer
    ],
)
def test_a_finer_date_that_lies_within_the_surest_stands_first(other: Assertion, chosen: str) -> None:
    found = best_date([YEAR, other])
    assert found is not None
    assert found[0] is (other if chosen == "other" else YEAR)


def named(name: str, precision: PlacePrecision, confidence: float, lat: float | None, source: int | None) -> Assertion:
    value = PlaceValue(name, None, lat, lat, None, None, None, precision, Basis.STATED, ())
    return Assertion(Role.PLACE, value, confidence, attribution=source)


TOWN = named("Bor", PlacePrecision.TOWN, 0.8, 6.2, None)


@pytest.mark.parametrize(
    ("other", "chosen"),
    [
        (named("Jonglei", PlacePrecision.PROVINCE, 0.9, 7.0, None), "Bor"),  # surer, and about as sure the finer one
        (named("market", PlacePrecision.SITE, 0.8, None, None), "Bor"),  # finer, but nobody knows where
        (named("Malual", PlacePrecision.SITE, 0.7, 6.3, None), "Malual"),
        (named("Malual", PlacePrecision.SITE, 0.4, 6.3, None), "Bor"),  # far less sure
        (named("Malual", PlacePrecision.SITE, 0.4, 6.3, 0), "Bor"),  # whoever says so
    ],
)
def test_the_finest_of_the_likely_places_stands_first(other: Assertion, chosen: str) -> None:
    found = best_place([TOWN, other])
    assert found is not None
    assert found[1].name == chosen
