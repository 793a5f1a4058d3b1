"""Feasts of the calendars that news speaks of."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.dates.helpers import days_of, value_of
from vedette.dates.calendars import days_of_feast, known_feasts
from vedette.dates.lexicon import load_lexicon
from vedette.dates.persian import new_year


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
        ("holi", 2025, dt.date(2025, 3, 14), dt.date(2025, 3, 14)),
        ("dussehra", 2025, dt.date(2025, 10, 2), dt.date(2025, 10, 2)),
        ("vesak", 2025, dt.date(2025, 5, 12), dt.date(2025, 5, 12)),
        ("hanukkah", 2025, dt.date(2025, 12, 15), dt.date(2025, 12, 22)),
        ("quds-day", 2025, dt.date(2025, 3, 28), dt.date(2025, 3, 28)),
        ("persian-7", 2023, dt.date(2023, 9, 23), dt.date(2023, 10, 22)),
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


@pytest.mark.parametrize(
    ("phrase", "days"),
    [
        ("first day of Ramadan", "2026-02-18"),
        ("last day of Ramadan", "2026-03-19"),
        ("15th of Ramadan", "2026-03-04"),
        ("15 Ramadan 1447", "2026-03-04"),
        ("10 Muharram 1446", "2024-07-16"),
        ("Ramadan 1445", "2024-03-11..2024-04-09"),
        ("Ramadan 2024", "2024-03-11..2024-04-09"),
        ("mid-Ramadan", "2026-02-28..2026-03-09"),
        ("late Ramadan", "2026-03-10..2026-03-19"),
        ("end of Ramadan", "2026-03-10..2026-03-19"),
        ("third day of Eid al-Adha", "2025-06-08"),
        ("second day of Eid al-Fitr last year", "2025-03-31"),
        ("third day of Eid", "2026-03-22"),
        ("eve of Eid", "2026-03-19"),
        ("Tet holiday", "2026-02-17"),
        ("Orthodox Christmas", "2026-01-07"),
        ("Orthodox Easter", "2026-04-12"),
        ("20 Mizan 1402", "2023-10-12"),
        ("20 Mizan", "2025-10-12"),
        ("1 Nowruz 1403", "2024-03-20"),
        ("1 Farvardin 1403", "2024-03-20"),
        ("Asad 1402", "2023-07-23..2023-08-22"),
        ("15 Sha'ban 1446", "2025-02-14"),
        ("Rajab 1446", "2025-01-01..2025-01-30"),
        ("31 Mizan 1402", ""),
        ("20 Asad", ""),
        ("Mehr", ""),
        # Which of the two feasts is not told; a feast has no such day; and names.
        ("Eid this year", ""),
        ("40th day of Ramadan", ""),
        ("Eid Mohammed", ""),
        ("Tet Offensive", ""),
    ],
)
def test_days_and_parts_of_a_feast_are_told(phrase: str, days: str) -> None:
    assert days_of(value_of(f"They met on the {phrase}.", phrase, "2026-04-02")) == days


@pytest.mark.parametrize(
    ("phrase", "days"),
    [
        ("Q3 2025", "2025-07-01..2025-09-30"),
        ("2025 Q2", "2025-04-01..2025-06-30"),
        ("H1 2025", "2025-01-01..2025-06-30"),
        ("Q3", ""),
    ],
)
def test_quarters_and_halves_in_short_need_their_year(phrase: str, days: str) -> None:
    assert days_of(value_of(f"They met in {phrase}.", phrase, "2026-04-02")) == days


def test_the_persian_new_year_is_that_of_the_iranian_holidays() -> None:
    import holidays

    for year in range(1990, 2060):
        kept = holidays.country_holidays("IR", years=[year], language="en_US", observed=False)
        assert new_year(year - 621) == min(day for day, title in kept.items() if "Nowruz" in title.split("; "))


@pytest.mark.parametrize(
    ("text", "words", "days"),
    [
        ("They met on Pakistan's Independence Day.", "Independence Day", "2025-08-14"),
        ("They met on Independence Day in Ukraine.", "Independence Day", "2025-08-24"),
        ("They met on the U.S. Independence Day.", "Independence Day", "2025-07-04"),
        ("India marked Republic Day with a parade.", "Republic Day", "2026-01-26"),
        # No country, two countries, a country without such a day, and no name.
        ("They met on Independence Day.", "Independence Day", ""),
        ("India, as Ukraine, had a parade on Independence Day.", "Independence Day", ""),
        ("They met on the United Kingdom's Independence Day.", "Independence Day", ""),
        ("It was a national day of mourning in France.", "national day", ""),
    ],
)
def test_a_national_day_is_its_countrys(text: str, words: str, days: str) -> None:
    assert days_of(value_of(text, words, "2026-01-09")) == days
