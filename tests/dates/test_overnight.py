"""Nights that a weekday or a date is told with, in a report of Thursday 2 April 2026."""

from __future__ import annotations

import pytest

from tests.dates.helpers import days_of, value_of


@pytest.mark.parametrize(
    ("phrase", "days"),
    [
        ("overnight", "2026-04-01..2026-04-02"),
        ("overnight Saturday", "2026-03-28..2026-03-29"),
        ("overnight on Saturday", "2026-03-28..2026-03-29"),
        ("overnight on 12 March", "2026-03-12..2026-03-13"),
        ("overnight from Saturday to Sunday", "2026-03-28..2026-03-29"),
        ("overnight between Saturday and Sunday", "2026-03-28..2026-03-29"),
        ("in the night from Saturday to Sunday", "2026-03-28..2026-03-29"),
        ("on the night of Saturday to Sunday", "2026-03-28..2026-03-29"),
        # No night: the days from one to the other.
        ("from Friday to Sunday", "2026-03-27..2026-03-29"),
    ],
)
def test_a_night_is_told_by_its_days(phrase: str, days: str) -> None:
    assert days_of(value_of(f"Shells fell {phrase}.", phrase, "2026-04-02")) == days
