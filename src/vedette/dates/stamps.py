"""A Stamp: a day or a stretch of the calendar, exactly as fine as the words make it.

A stamp is a TIMEX3 value taken apart into fields, so that both the value string and the range of days follow from it
(ISO 8601 and the TimeML annotation guidelines 1.2.1 give the value's form).
"""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass, replace
from enum import IntEnum


class Unit(IntEnum):
    """Units of time, ordered from fine to coarse."""

    SECOND = 0
    MINUTE = 1
    HOUR = 2
    DAY = 4
    WEEKEND = 5
    WEEK = 6
    FORTNIGHT = 7
    MONTH = 8
    QUARTER = 9
    SEASON = 10
    HALF = 11
    YEAR = 12
    DECADE = 13
    CENTURY = 14
    MILLENNIUM = 15


UNIT_WORDS: dict[str, Unit] = {unit.name.lower(): unit for unit in Unit} | {"night": Unit.DAY}

_EVENING = 18  # o'clock

# Meteorological seasons of the northern half of the world, by their first month.
SEASON_FIRST_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
SEASON_ORDER = ("SP", "SU", "FA", "WI")


@dataclass(frozen=True, slots=True)
class Stamp:
    """Fields from coarse to fine; None where the words do not go so far.

    `year` is astronomical in sign only: -44 is 44 BC. `decade` is the year without its last digit, `century` without
    its last two. With `week`, `year` is the ISO week year. A winter's `year` is that of its December. `weekday`
    stands alone, for a day of the week whose date is not known.
    `part` is a TIMEX3 part of the day (MO, MI, AF, EV, NI, DT), `mod` a TIMEX3 modifier (START, MID, END, APPROX …).
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    week: int | None = None
    weekend: bool = False
    weekday: int | None = None
    season: str | None = None
    quarter: int | None = None
    half: int | None = None
    decade: int | None = None
    century: int | None = None
    part: str | None = None
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    mod: str | None = None

    @classmethod
    def of_day(cls, day: dt.date) -> Stamp:
        """Stamp one day."""
        return cls(year=day.year, month=day.month, day=day.day)

    @classmethod
    def of_week(cls, day: dt.date, *, weekend: bool = False) -> Stamp:
        """Stamp the ISO week (Monday to Sunday) that `day` lies in, or its weekend."""
        year, week, _ = day.isocalendar()
        return cls(year=year, week=week, weekend=weekend)

    @property
    def unit(self) -> Unit:
        """Give the finest unit of the calendar that the stamp fixes (a part of a day counts as the day)."""
        checks = (
            (self.day or self.weekday, Unit.DAY),
            (self.weekend, Unit.WEEKEND),
            (self.week, Unit.WEEK),
            (self.month, Unit.MONTH),
            (self.quarter, Unit.QUARTER),
            (self.season, Unit.SEASON),
            (self.half, Unit.HALF),
            (self.year is not None, Unit.YEAR),
            (self.decade is not None, Unit.DECADE),
            (self.century is not None, Unit.CENTURY),
        )
        return next((unit for held, unit in checks if held), Unit.DAY)

    @property
    def date(self) -> dt.date | None:
        """Give the day where the stamp fixes one that Python's calendar holds."""
        if self.year is None or self.month is None or self.day is None or not 1 <= self.year <= 9999:
            return None
        try:
            return dt.date(self.year, self.month, self.day)
        except ValueError:
            return None

    @property
    def is_fixed(self) -> bool:
        """Tell whether the stamp stands on the calendar, rather than being one of many such days or months."""
        return self.year is not None or self.decade is not None or self.century is not None

    @property
    def is_late(self) -> bool:
        """Tell whether the stamp is an evening or a night, after which a morning is the next day's."""
        return self.hour >= _EVENING if self.hour is not None else self.part in ("NI", "ON", "MN")

    def without_clock(self) -> Stamp:
        """Drop the part of the day, the clock time and the modifier."""
        return replace(self, part=None, hour=None, minute=None, second=None, mod=None)

    def first_day(self) -> dt.date | None:
        """Give the first day of the stretch, or None where the stamp is not on Python's calendar."""
        bounds = days_of(self)
        return bounds[0] if bounds else None

    def last_day(self) -> dt.date | None:
        """Give the last day of the stretch, or None where the stamp is not on Python's calendar."""
        bounds = days_of(self)
        return bounds[1] if bounds else None


def last_of_month(year: int, month: int) -> dt.date:
    """Give the last day of a month."""
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def _months(year: int, first: int, count: int) -> tuple[dt.date, dt.date]:
    last = first + count - 2  # zero-based, so that December does not fall into the next year
    return dt.date(year, first, 1), last_of_month(year + last // 12, last % 12 + 1)


def _week_days(stamp: Stamp, year: int, week: int) -> tuple[dt.date, dt.date]:
    first = dt.date.fromisocalendar(year, week, 6 if stamp.weekend else 1)
    return first, dt.date.fromisocalendar(year, week, 7)


def days_of(stamp: Stamp) -> tuple[dt.date, dt.date] | None:
    """Give the first and the last day of a stamp, whole units only; None where it is not on Python's calendar."""
    try:
        return _days_of(stamp)
    except (ValueError, OverflowError):
        return None


def _days_of(stamp: Stamp) -> tuple[dt.date, dt.date] | None:
    year = stamp.year
    if year is None:
        if stamp.decade is not None:
            return dt.date(stamp.decade * 10, 1, 1), dt.date(stamp.decade * 10 + 9, 12, 31)
        if stamp.century is not None:
            return dt.date(stamp.century * 100, 1, 1), dt.date(stamp.century * 100 + 99, 12, 31)
        return None
    if stamp.day and stamp.month:
        day = dt.date(year, stamp.month, stamp.day)
        return day, day
    if stamp.week:
        return _week_days(stamp, year, stamp.week)
    if stamp.month:
        return _months(year, stamp.month, 1)
    if stamp.quarter:
        return _months(year, stamp.quarter * 3 - 2, 3)
    if stamp.season:
        return _months(year, SEASON_FIRST_MONTH[stamp.season], 3)
    if stamp.half:
        return _months(year, stamp.half * 6 - 5, 6)
    return dt.date(year, 1, 1), dt.date(year, 12, 31)


def add_months(year: int, month: int, count: int) -> tuple[int, int]:
    """Move a month by `count` months."""
    moved = year * 12 + month - 1 + count
    return moved // 12, moved % 12 + 1


def as_unit(stamp: Stamp, unit: Unit) -> Stamp | None:
    """Give the whole `unit` that a stamp lies in: the month of a day, the decade of a year; None if it is coarser."""
    first = stamp.first_day()
    if unit is Unit.DAY:
        return stamp.without_clock() if stamp.day else None
    if unit in (Unit.WEEK, Unit.WEEKEND):
        if stamp.week:
            return replace(stamp, weekend=unit is Unit.WEEKEND, mod=None)
        return Stamp.of_week(first, weekend=unit is Unit.WEEKEND) if stamp.day and first else None
    if unit is Unit.CENTURY and stamp.century is None:
        year = stamp.year if stamp.year is not None else (stamp.decade or 0) * 10
        return Stamp(century=year // 100)
    if unit is Unit.DECADE and stamp.decade is None:
        return Stamp(decade=stamp.year // 10) if stamp.year is not None else None
    if stamp.unit > unit:
        return None
    if unit is Unit.YEAR:
        return Stamp(year=stamp.year)
    return _part_of_year(stamp, unit, first)


def _part_of_year(stamp: Stamp, unit: Unit, first: dt.date | None) -> Stamp | None:
    month = stamp.month or (first.month if first else None)
    if stamp.unit == unit:
        return stamp.without_clock()
    if month is None or stamp.year is None:
        return None
    year = stamp.year if stamp.month or first is None else first.year
    if unit is Unit.MONTH:
        return Stamp(year=year, month=month)
    if unit is Unit.QUARTER:
        return Stamp(year=year, quarter=(month + 2) // 3)
    if unit is Unit.HALF:
        return Stamp(year=year, half=1 if month <= 6 else 2)
    season = SEASON_ORDER[(month - 3) // 3 % 4]
    return Stamp(year=year - 1 if month <= 2 else year, season=season)


def shift(stamp: Stamp, count: int, unit: Unit) -> Stamp | None:
    """Move a stamp by `count` units; it comes back as a whole unit, and None where it is coarser than that unit."""
    try:
        return _shift(stamp, count, unit)
    except (ValueError, OverflowError):
        return None


def _shift(stamp: Stamp, count: int, unit: Unit) -> Stamp | None:
    if unit <= Unit.HOUR:
        return stamp if stamp.day else None
    held = as_unit(stamp, unit)
    if held is None:
        return None
    if unit is Unit.DAY:
        return Stamp.of_day(held.date + dt.timedelta(days=count)) if held.date else None
    if unit in (Unit.WEEK, Unit.WEEKEND):
        first = held.first_day()
        if first is None:
            return None
        return Stamp.of_week(first + dt.timedelta(weeks=count), weekend=unit is Unit.WEEKEND)
    return _shift_coarse(held, count, unit)


def _shift_coarse(held: Stamp, count: int, unit: Unit) -> Stamp | None:
    if unit is Unit.DECADE and held.decade is not None:
        return Stamp(decade=held.decade + count)
    if unit is Unit.CENTURY and held.century is not None:
        return Stamp(century=held.century + count)
    year = held.year
    if year is None:
        return None
    if unit is Unit.MONTH and held.month:
        moved_year, month = add_months(year, held.month, count)
        return Stamp(year=moved_year, month=month)
    if unit is Unit.QUARTER and held.quarter:
        moved = year * 4 + held.quarter - 1 + count
        return Stamp(year=moved // 4, quarter=moved % 4 + 1)
    if unit is Unit.HALF and held.half:
        moved = year * 2 + held.half - 1 + count
        return Stamp(year=moved // 2, half=moved % 2 + 1)
    if unit is Unit.SEASON and held.season:
        moved = year * 4 + SEASON_ORDER.index(held.season) + count
        return Stamp(year=moved // 4, season=SEASON_ORDER[moved % 4])
    if unit is Unit.YEAR:
        return Stamp(year=year + count)
    return None
