"""Feasts of the calendars that news speaks of."""

from __future__ import annotations

import datetime as dt

import pytest

from vedette.dates.calendars import days_of_feast, known_feasts
from vedette.dates.lexicon import load_lexicon


@pytest.mark.parametrize(
    ("feast", "year", "first", "last"),
    [
        ("ramadan", 2024, dt.date(2024, 3, 11), dt.date(2024, 4, 9)),
        ("eid-al-fitr", 2024, dt.date(2024, 4, 10), dt.date(2024, 4, 12)),
        ("eid-al-adha", 2024, dt.date(2024, 6, 16), dt.date(2024, 6, 19)),
        ("ashura", 2024, dt.date(2024, 7, 16), dt.date(2024, 7, 16)),
        ("nowruz", 2024, dt.date(2024, 3, 20), dt.date(2024, 3, 20)),
        ("easter", 2024, dt.date(2024, 3, 31), dt.date(2024, 3, 31)),
        ("lunar-new-year", 2024, dt.date(2024, 2, 10), dt.date(2024, 2, 10)),
        ("diwali", 2024, dt.date(2024, 10, 31), dt.date(2024, 10, 31)),
        ("thanksgiving", 2024, dt.date(2024, 11, 28), dt.date(2024, 11, 28)),
        ("memorial-day", 2024, dt.date(2024, 5, 27), dt.date(2024, 5, 27)),
    ],
)
def test_a_feast_falls_on_these_days(feast: str, year: int, first: dt.date, last: dt.date) -> None:
    assert days_of_feast(feast, year) == ((first, last),)


def test_two_feasts_of_one_name_may_begin_in_one_year() -> None:
    assert len(days_of_feast("eid-al-fitr", 2000)) == 2


def test_a_year_outside_the_table_has_no_feast() -> None:
    assert days_of_feast("ramadan", 1700) == ()


def test_every_feast_of_the_lexicon_has_a_rule() -> None:
    assert set(load_lexicon()["FEAST"].values()) <= known_feasts()
