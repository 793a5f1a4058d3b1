"""The columns of a timeline: whole days, weeks, months or years."""

from __future__ import annotations

import datetime as dt
from enum import Enum

from vedette.views.wording import MONTHS, word_day


class Unit(Enum):
    """The width of a column; the value is the longest an event may last to stand in one, in days."""

    DAY = 1
    WEEK = 7
    MONTH = 31
    YEAR = 366


LONGEST = ((Unit.DAY, 45), (Unit.WEEK, 365), (Unit.MONTH, 15 * 366))  # days that a timeline of such columns may span
FEWEST_DAYS = 14
WIDEST_YEARS = 60
FEWEST_TO_CUT = 20
CUT_SHARE = 0.05
CUT_FROM_DAYS = 4 * 366


def choose_unit(first: dt.date, last: dt.date) -> Unit:
    """Choose the finest unit whose columns stay wide enough to see."""
    span = (last - first).days
    return next((unit for unit, longest in LONGEST if span <= longest), Unit.YEAR)


def choose_window(days: list[dt.date]) -> tuple[dt.date, dt.date]:
    """Choose the stretch to show: all of it, or without the few far-off days that would squeeze the rest to nothing."""
    days = sorted(days)
    first, last = days[0], days[-1]
    if len(days) >= FEWEST_TO_CUT and (last - first).days > CUT_FROM_DAYS:
        cut = int(len(days) * CUT_SHARE)
        core_first, core_last = days[cut], days[-1 - cut]
        if (core_last - core_first).days * 2 < (last - first).days:
            first, last = core_first, core_last
    if (last - first).days < FEWEST_DAYS:  # a single day needs some days around it to be seen as one
        around = (FEWEST_DAYS - (last - first).days) // 2
        first = dt.date.fromordinal(max(first.toordinal() - around, 1))
        last = dt.date.fromordinal(min(last.toordinal() + around, dt.date.max.toordinal()))
    middle = days[len(days) // 2].year
    return (
        max(first, dt.date(max(middle - WIDEST_YEARS // 2, dt.MINYEAR), 1, 1)),
        min(last, dt.date(min(middle + WIDEST_YEARS // 2, dt.MAXYEAR), 12, 31)),
    )


def start_of(unit: Unit, day: dt.date) -> dt.date:
    """Give the first day of the column that holds `day`."""
    if unit is Unit.WEEK:
        return dt.date.fromordinal(max(day.toordinal() - day.weekday(), 1))
    if unit is Unit.MONTH:
        return day.replace(day=1)
    return day.replace(month=1, day=1) if unit is Unit.YEAR else day


def columns_between(unit: Unit, first: dt.date, last: dt.date) -> list[dt.date]:
    """Give the first days of all columns from the one that holds `first` to the one that holds `last`."""
    columns = [start_of(unit, first)]
    while (following := _next(unit, columns[-1])) is not None and following <= last:
        columns.append(following)
    return columns


def end_of(unit: Unit, start: dt.date) -> dt.date:
    """Give the first day after the column that begins at `start`."""
    return _next(unit, start) or dt.date.max


def fitting_unit(days: int) -> Unit:
    """Give the finest unit into whose columns an event of so many days fits; years, where none does."""
    return next((unit for unit in Unit if days <= unit.value), Unit.YEAR)


def name_column(unit: Unit, start: dt.date) -> str:
    """Name a column: "3 Oct 2024", "week of 30 Sep 2024", "Oct 2024", "2024"."""
    if unit is Unit.MONTH:
        return f"{MONTHS[start.month - 1]} {start.year}"
    if unit is Unit.YEAR:
        return str(start.year)
    return f"week of {word_day(start)}" if unit is Unit.WEEK else word_day(start)


def _next(unit: Unit, start: dt.date) -> dt.date | None:
    """Give the day on which the next column begins, None at the end of the calendar."""
    try:
        if unit in (Unit.DAY, Unit.WEEK):
            return start + dt.timedelta(days=unit.value)
        return start_of(unit, start + dt.timedelta(days=unit.value))
    except OverflowError:
        return None
