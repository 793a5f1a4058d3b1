"""The Solar Hijri calendar of Iran and Afghanistan, by the 33-year rule of its leap years.

The rule gives the days of the official calendar from 1244 to 1472 (1865 to 2094); outside nothing is told.
"""

from __future__ import annotations

import datetime as dt

FIRST_YEAR, LAST_YEAR = 1244, 1472
_LEAP = frozenset({1, 5, 9, 13, 17, 22, 26, 30})  # of each 33 years
_CYCLE = 33
_KNOWN_YEAR, _KNOWN_DAY = 1403, dt.date(2024, 3, 20)  # 1 Farvardin (Hamal) of that year
_LONG_MONTHS, _LAST_MONTH = 6, 12  # six months of 31 days, five of 30, and a last one of 29 or 30


def is_leap(year: int) -> bool:
    """Tell whether the last month of a year has thirty days."""
    return year % _CYCLE in _LEAP


def month_length(year: int, month: int) -> int:
    """Give the days of a month."""
    if month <= _LONG_MONTHS:
        return 31
    return 30 if month < _LAST_MONTH or is_leap(year) else 29


def new_year(year: int) -> dt.date:
    """Give the first day of a year, Nowruz."""
    between = range(min(year, _KNOWN_YEAR), max(year, _KNOWN_YEAR))
    days = sum(365 + is_leap(held) for held in between)
    return _KNOWN_DAY + dt.timedelta(days=days if year > _KNOWN_YEAR else -days)


def first_of_month(year: int, month: int) -> dt.date:
    """Give the first day of a month; a year outside the rule's reach raises ValueError."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"no Solar Hijri year {year}: the leap years from {FIRST_YEAR} to {LAST_YEAR} are known")
    before = sum(month_length(year, held) for held in range(1, month))
    return new_year(year) + dt.timedelta(days=before)
