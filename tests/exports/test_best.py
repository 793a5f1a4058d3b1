"""Which of several dates stands first where a format has room for one."""

from __future__ import annotations

import datetime as dt

import pytest

from vedette.exports.best import best_date
from vedette.records import Assertion, Basis, DatePrecision, DateValue, Role


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
