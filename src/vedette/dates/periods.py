"""Stretches of days: what a stamp covers, and going back or on by a length of time.

Where the words leave a length to habit ("the night", "late July"), the convention is that of the report corpus
(`reports/SCHEMA.md`, "Dates").
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from vedette.dates.stamps import Stamp, Unit, add_months, last_of_month

_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Range:
    """Days from `first` to `last`, inclusive; None on a side that is open or unknown."""

    first: dt.date | None
    last: dt.date | None


NOTHING = Range(None, None)


def range_of_stamp(stamp: Stamp) -> Range:
    """Give a stamp's days, with what "early", "mid", "late" and "night" leave of them."""
    first, last = stamp.first_day(), stamp.last_day()
    if first is None or last is None:
        return NOTHING
    if stamp.unit is Unit.DAY:
        return _day_range(stamp, first)
    return Range(*_edge(stamp, first, last)) if stamp.mod in ("START", "MID", "END") else Range(first, last)


def _day_range(stamp: Stamp, day: dt.date) -> Range:
    if stamp.part in ("NI", "ON", "MN") and stamp.hour is None and stamp.mod != "END":
        return Range(day, day + _DAY)
    return Range(day, day)


def _edge(stamp: Stamp, first: dt.date, last: dt.date) -> tuple[dt.date, dt.date]:
    """Cut "early", "mid" or "late" out of a stretch: a third of it, in whole tens of days or months."""
    if stamp.unit is Unit.MONTH:
        bounds = {"START": (1, 10), "MID": (11, 20), "END": (21, last.day)}[stamp.mod or ""]
        return first.replace(day=bounds[0]), first.replace(day=bounds[1])
    if stamp.unit is Unit.YEAR:
        months = {"START": (1, 4), "MID": (5, 8), "END": (10, 12)}[stamp.mod or ""]
        return first.replace(month=months[0]), last_of_month(first.year, months[1])
    if stamp.unit is Unit.DECADE:
        years = {"START": (0, 3), "MID": (4, 6), "END": (7, 9)}[stamp.mod or ""]
        return first.replace(year=first.year + years[0]), last.replace(year=first.year + years[1])
    third = ((last - first).days + 1) // 3
    place = {"START": 0, "MID": 1, "END": 2}[stamp.mod or ""]
    start = first + dt.timedelta(days=third * place)
    return start, last if place == 2 else start + dt.timedelta(days=third - 1)


def back_by(day: dt.date, amount: float, unit: Unit) -> dt.date | None:
    """Go back from a day by a length."""
    if unit <= Unit.HOUR:
        hours = abs(amount) if unit is Unit.HOUR else abs(amount) / 60
        return day - dt.timedelta(days=max(1, round(hours / 24)) * (1 if amount > 0 else -1))
    days = {Unit.DAY: 1, Unit.WEEK: 7, Unit.FORTNIGHT: 14, Unit.WEEKEND: 7}.get(unit)
    if days is not None:
        return day - dt.timedelta(days=round(days * amount))
    months = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.SEASON: 3, Unit.YEAR: 12, Unit.DECADE: 120, Unit.CENTURY: 1200}.get(
        unit
    )
    if months is None:
        return None
    year, month = add_months(day.year, day.month, -round(months * amount))
    return dt.date(year, month, min(day.day, last_of_month(year, month).day)) if year >= 1 else None
