"""From an expression and its anchors to a range of days, as this project's report conventions lay down.

Where the words leave a length to habit ("days later", "the night", "late July"), the convention is that of the
report corpus (`reports/SCHEMA.md`, "Dates").
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from vedette.dates.calendars import days_of_feast
from vedette.dates.context import Context
from vedette.dates.expressions import (
    Anchor,
    Between,
    Both,
    Bound,
    Bounded,
    Calendar,
    Deictic,
    Duration,
    Expression,
    Recurrence,
    Shift,
    Vague,
)
from vedette.dates.resolver import base_of, resolve_stamp
from vedette.dates.stamps import Stamp, Unit, add_months, last_of_month

_DAY = dt.timedelta(days=1)
_VAGUE_DAYS = 14  # "days later" is 1 to 14 days
_VAGUE_WEEKS = 8
_VAGUE_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Range:
    """Days from `first` to `last`, inclusive; None on a side that is open or unknown."""

    first: dt.date | None
    last: dt.date | None


NOTHING = Range(None, None)


def range_of(expression: Expression, context: Context) -> Range:
    """Work out the days; both sides None where the anchor is unknown."""
    try:
        return _range_of(expression, context)
    except (ValueError, OverflowError):  # off the end of the calendar
        return NOTHING


def _range_of(expression: Expression, context: Context) -> Range:  # noqa: PLR0911 (one branch a kind)
    if isinstance(expression, Calendar | Deictic):
        return _range_of_stamp(expression, context)
    if isinstance(expression, Shift):
        return _range_of_shift(expression, context)
    if isinstance(expression, Duration):
        return _range_of_duration(expression, context)
    if isinstance(expression, Bounded):
        return _range_of_bounded(expression, context)
    if isinstance(expression, Between | Both):
        return _range_of_pair(expression, context)
    if isinstance(expression, Vague):
        return _range_of_vague(expression, context)
    if isinstance(expression, Recurrence):
        return NOTHING
    raise TypeError(f"no range for {type(expression).__name__}")


def _range_of_stamp(expression: Calendar | Deictic, context: Context) -> Range:
    stamp = resolve_stamp(expression, context)
    if stamp is None:
        return NOTHING
    if isinstance(expression, Calendar) and expression.feast and stamp.year is not None and not stamp.part:
        for first, last in days_of_feast(expression.feast, stamp.year):
            if first == stamp.date:
                return Range(first, last)
    return range_of_stamp(stamp)


def range_of_stamp(stamp: Stamp) -> Range:
    """Give a stamp's days, with what "early", "mid", "late" and "night" leave of them."""
    first, last = stamp.first_day(), stamp.last_day()
    if first is None or last is None:
        return NOTHING
    if stamp.unit is Unit.DAY:
        return _day_range(stamp, first)
    return Range(*_edge(stamp, first, last)) if stamp.mod in ("START", "MID", "END") else Range(first, last)


def _day_range(stamp: Stamp, day: dt.date) -> Range:
    if stamp.part in ("NI", "ON") and stamp.hour is None and stamp.mod != "END":
        return Range(day, day + _DAY)
    return Range(day, day)


def _edge(stamp: Stamp, first: dt.date, last: dt.date) -> tuple[dt.date, dt.date]:
    """Cut "early", "mid" or "late" out of a stretch: a third of it, in whole tens of days or months."""
    if stamp.unit is Unit.MONTH:
        bounds = {"START": (1, 10), "MID": (11, 20), "END": (21, last.day)}[stamp.mod or ""]
        return first.replace(day=bounds[0]), first.replace(day=bounds[1])
    if stamp.unit is Unit.YEAR:
        months = {"START": (1, 4), "MID": (5, 8), "END": (9, 12)}[stamp.mod or ""]
        return first.replace(month=months[0]), last_of_month(first.year, months[1])
    if stamp.unit is Unit.DECADE:
        years = {"START": (0, 3), "MID": (4, 6), "END": (7, 9)}[stamp.mod or ""]
        return first.replace(year=first.year + years[0]), last.replace(year=first.year + years[1])
    third = ((last - first).days + 1) // 3
    place = {"START": 0, "MID": 1, "END": 2}[stamp.mod or ""]
    start = first + dt.timedelta(days=third * place)
    return start, last if place == 2 else start + dt.timedelta(days=third - 1)  # noqa: PLR2004


def _range_of_shift(expression: Shift, context: Context) -> Range:
    stamp = resolve_stamp(expression, context)
    if stamp is not None:
        return range_of_stamp(stamp)
    base = resolve_stamp(expression.of, context) if expression.of else base_of(expression.anchor, context)
    bounds = range_of_stamp(base) if base is not None and not expression.event else NOTHING
    if bounds.first is None or bounds.last is None:
        return NOTHING
    if expression.quantity.value is None:
        return _vague_shift(expression, bounds.first, bounds.last)
    return _coarse_shift(expression, bounds.first, bounds.last)


def _vague_shift(expression: Shift, first: dt.date, last: dt.date) -> Range:
    """Give the room that "days later", "weeks ago", "months before" leave."""
    unit = expression.unit
    if unit <= Unit.HOUR:
        return Range(first, last)
    most = {Unit.DAY: _VAGUE_DAYS, Unit.WEEK: _VAGUE_WEEKS * 7, Unit.MONTH: _VAGUE_MONTHS * 30}.get(unit)
    if most is None:
        return NOTHING
    least = {Unit.DAY: 1, Unit.WEEK: 7, Unit.MONTH: 30}[unit]
    if expression.direction > 0:
        return Range(last + dt.timedelta(days=least), last + dt.timedelta(days=most))
    return Range(first - dt.timedelta(days=most), first - dt.timedelta(days=least))


def _coarse_shift(expression: Shift, first: dt.date, last: dt.date) -> Range:
    """Shift a stretch that is coarser than the unit as a whole: two days after a March is a stretch as long."""
    count = int(expression.quantity.value or 0) * expression.direction
    days = {Unit.DAY: 1, Unit.WEEK: 7, Unit.FORTNIGHT: 14}.get(expression.unit)
    if days is None:
        return NOTHING
    return Range(first + dt.timedelta(days=days * count), last + dt.timedelta(days=days * count))


def back_by(day: dt.date, amount: float, unit: Unit) -> dt.date | None:
    """Go back from a day by a length."""
    if unit <= Unit.HOUR:
        hours = amount if unit is Unit.HOUR else amount / 60
        return day - dt.timedelta(days=max(1, round(hours / 24)))
    days = {Unit.DAY: 1, Unit.WEEK: 7, Unit.FORTNIGHT: 14, Unit.WEEKEND: 7}.get(unit)
    if days is not None:
        return day - dt.timedelta(days=round(days * amount))
    months = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.SEASON: 3, Unit.YEAR: 12, Unit.DECADE: 120, Unit.CENTURY: 1200}.get(unit)
    if months is None:
        return None
    year, month = add_months(day.year, day.month, -round(months * amount))
    return dt.date(year, month, min(day.day, last_of_month(year, month).day)) if year >= 1 else None


def _range_of_duration(expression: Duration, context: Context) -> Range:
    if expression.window == "first" and expression.of is None:
        return NOTHING
    amount = expression.quantity.value
    if expression.window in ("next",):
        base = context.day
        ahead = back_by(base, -(amount or 3), expression.unit) if base else None
        return Range(base, ahead) if ahead else NOTHING
    base = context.day if expression.window == "past" else _duration_base(context)
    if base is None:
        return NOTHING
    start = back_by(base, amount if amount is not None else 3, expression.unit)
    if expression.window == "within" and context.focus is not None and context.focus.date:
        ahead = back_by(context.focus.date, -(amount or 1), expression.unit)
        return Range(context.focus.date, ahead)
    return Range(start, base) if start else NOTHING


def _duration_base(context: Context) -> dt.date | None:
    if context.focus is not None and context.focus.date:
        return context.focus.date
    return context.end


def _range_of_bounded(expression: Bounded, context: Context) -> Range:
    inner = range_of(expression.of, context) if expression.of is not None else NOTHING
    if inner.first is None:
        return NOTHING
    if expression.bound is Bound.SINCE:
        return Range(inner.first, max(context.end, inner.first) if context.end else None)
    if expression.bound in (Bound.UNTIL, Bound.BY):
        start = context.day if context.day and inner.last and context.day <= inner.last else None
        return Range(start, inner.last)
    if expression.bound is Bound.BEFORE:
        return Range(None, inner.first - _DAY)
    if expression.bound is Bound.AFTER:
        return Range(inner.last, context.end)
    if expression.bound is Bound.FROM:
        return Range(inner.first, None)
    return inner


def _range_of_pair(expression: Between | Both, context: Context) -> Range:
    first = range_of(expression.first, context)
    last = range_of(expression.last, context)
    if first.first and last.last and first.first > last.last:
        return Range(last.first, first.last) if isinstance(expression, Both) else Range(None, last.last)
    return Range(first.first, last.last)


def _range_of_vague(expression: Vague, context: Context) -> Range:
    if expression.ref == "THEN" and context.focus is not None:
        return range_of_stamp(context.focus)
    if expression.ref == "PRESENT_REF" and context.day:
        return Range(context.day, context.day)
    return NOTHING


def anchor_kind(expression: Expression) -> Anchor | None:
    """Tell what a relative expression hangs on; None for one that stands on its own."""
    if isinstance(expression, Deictic | Shift):
        return expression.anchor
    return None
