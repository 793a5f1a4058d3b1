"""From an expression and its anchors to a range of days, as this project's report conventions lay down.

Where the words leave a length to habit ("days later", "the night", "late July"), the convention is that of the
report corpus (`reports/SCHEMA.md`, "Dates").
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from vedette.dates.calendars import days_of_feast
from vedette.dates.context import Context
from vedette.dates.expressions import (
    Anchor,
    Between,
    Both,
    Bound,
    Bounded,
    Calendar,
    Counted,
    Deictic,
    Duration,
    Expression,
    FiscalYear,
    Pick,
    Recurrence,
    Shift,
    Vague,
)
from vedette.dates.fiscal import range_of_fiscal_year
from vedette.dates.lengths import VAGUE_DAYS, month_nearer, part_of, range_of_length
from vedette.dates.periods import NOTHING, Range, back_by, range_of_stamp
from vedette.dates.resolver import base_of, resolve_stamp
from vedette.dates.stamps import Stamp, Unit

_DAY = dt.timedelta(days=1)
_STEPS = {Unit.DAY: 1, Unit.WEEK: 7}
_VAGUE_WEEKS = 8
_VAGUE_MONTHS = 12
_MIDDLE = 15  # "until mid-June" is until the 15th
_COARSE = 27  # a month or more
_MANY_DAYS = 20  # a feast as long as this has an early, a middle and a late part


def range_of(expression: Expression, context: Context) -> Range:
    """Work out the days; both sides None where the anchor is unknown."""
    try:
        days = _range_of(expression, context)
    except (ValueError, OverflowError):  # off the end of the calendar
        return NOTHING
    if days.first is not None and days.last is not None and days.first > days.last:
        return Range(days.first, None)
    return days


def _range_of(expression: Expression, context: Context) -> Range:
    if isinstance(expression, Calendar | Deictic):
        return _range_of_stamp(expression, context)
    if isinstance(expression, Shift):
        return _range_of_shift(expression, context)
    if isinstance(expression, FiscalYear):
        return range_of_fiscal_year(expression, context)
    if isinstance(expression, Counted):
        stamp = resolve_stamp(expression, context)
        return range_of_stamp(stamp) if stamp is not None else NOTHING
    if isinstance(expression, Duration):
        whole = expression.of
        return range_of_length(expression, context) if whole is None else part_of(range_of(whole, context), expression)
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
    coarse = _coarse_focus(expression, context)
    if coarse is not None:
        return coarse
    stamp = resolve_stamp(expression, context)
    if stamp is None:
        return NOTHING
    if _is_week_that_ended(expression, context) and context.day is not None:
        return range_of_stamp(Stamp.of_week(context.day - _DAY))
    if isinstance(expression, Deictic) and expression.offset == 0 and expression.unit >= Unit.WEEK:
        return _so_far(expression, stamp, context)
    if isinstance(expression, Calendar) and expression.season and expression.pick is Pick.THIS:
        return _season_so_far(range_of_stamp(stamp), context)
    whole = isinstance(expression, Calendar) and expression.day is None and not stamp.part
    if isinstance(expression, Calendar) and expression.feast and stamp.year is not None and whole:
        for first, last in days_of_feast(expression.feast, stamp.year):
            if first == stamp.date:
                return _third(Range(first, last), expression.mod)
    if isinstance(expression, Deictic) and expression.bare and expression.part == "NI" and stamp.date is not None:
        return _night_told(stamp.date, context)
    return _night_after(expression, range_of_stamp(stamp))


def _third(days: Range, mod: str | None) -> Range:
    """Give "early", "mid" and "late" of a feast of many days ("late Ramadan")."""
    first, last = days.first, days.last
    if mod is None or first is None or last is None or (last - first).days < _MANY_DAYS:
        return days
    length = ((last - first).days + 1) // 3
    at = {"START": 0, "MID": 1}.get(mod, 2)
    begin = first + _DAY * length * at
    return Range(begin, last if at == 2 else begin + _DAY * (length - 1))


def _coarse_focus(expression: Calendar | Deictic, context: Context) -> Range | None:
    """Give "the same day" and "the day after" where the text last spoke of a month: no finer than that.

    "In February they deported her and, the same week, took her passport" tells no more than February.
    """
    if not isinstance(expression, Deictic) or expression.anchor is not Anchor.FOCUS or expression.bare:
        return None
    month = month_nearer(context) if expression.unit in _STEPS and expression.part_of_it is None else None
    if month is None:
        return None
    days, step = range_of_stamp(month), _DAY * _STEPS[expression.unit] * expression.offset
    if days.first is None or days.last is None:
        return None
    return Range(days.first + step, days.last + step)


def _is_week_that_ended(expression: Expression, context: Context) -> bool:
    """Tell "this week" told on a Monday of what is past: it is the week that ended the day before."""
    this_week = isinstance(expression, Deictic) and expression.unit is Unit.WEEK and expression.offset == 0
    document = isinstance(expression, Deictic) and expression.anchor is Anchor.DOCUMENT
    monday = context.day is not None and context.day.isoweekday() == 1
    return this_week and document and monday and not context.looks_ahead


def _so_far(expression: Deictic, stamp: Stamp, context: Context) -> Range:
    """Cut "this week", "this month" and "this year" at the document's day, unless the words look ahead.

    "Later that month" begins, and "earlier that month" ends, beside the day told before.
    """
    days = range_of_stamp(stamp)
    if expression.part_of_it and days.first is not None and days.last is not None:
        return _beside_told(expression.part_of_it, days.first, days.last, context)
    end = context.end
    if expression.anchor is not Anchor.DOCUMENT or context.looks_ahead or end is None or days.first is None:
        return days
    return Range(days.first, max(days.first, min(days.last or end, end))) if stamp.mod is None else days


def _season_so_far(days: Range, context: Context) -> Range:
    """Cut "this summer" at the document's day, as "this week" is, unless the words look ahead."""
    day = context.day
    if day is None or days.first is None or days.last is None or context.looks_ahead:
        return days
    return Range(days.first, day) if days.first <= day < days.last else days


def _beside_told(side: str, first: dt.date, last: dt.date, context: Context) -> Range:
    told = context.near_day.stamp.date if context.near_day is not None else None
    if told is None or not first < told < last:
        return Range(first, last)
    return Range(told + _DAY, last) if side == "later" else Range(first, told - _DAY)


def _night_told(day: dt.date, context: Context) -> Range:
    """Give "in the night" two days; told of the document's own day it is the night that ended then."""
    if day == context.day and not context.looks_ahead:
        return Range(day - _DAY, day)
    return Range(day, day + _DAY)


def _night_after(expression: Expression, days: Range) -> Range:
    """Give "tonight" and "that night" the one day that they are seen from; "the same night" is two as any other."""
    if not isinstance(expression, Deictic) or expression.whole:
        return days
    seen = expression.offset == 0 and expression.part in ("NI", "MN")
    return Range(days.first, days.first) if seen else days


def _range_of_shift(expression: Shift, context: Context) -> Range:
    if _is_year_ago(expression) and context.day is not None:
        day = back_by(context.day, 1, Unit.YEAR)
        return Range(day, day)
    month = _month_of_shift(expression, context)
    stamp = resolve_stamp(expression, context) if month is None else None
    if stamp is not None:
        return range_of_stamp(stamp)
    base = month or (
        resolve_stamp(expression.of, context) if expression.of else base_of(expression.anchor, expression.unit, context)
    )
    bounds = range_of_stamp(base) if base is not None and not expression.event else NOTHING
    if bounds.first is None or bounds.last is None:
        return NOTHING
    if expression.quantity.value is None:
        return _vague_shift(expression, bounds.first, bounds.last)
    return _coarse_shift(expression, bounds.first, bounds.last)


def _is_year_ago(expression: Shift) -> bool:
    """Tell "a year ago", which most writers take to the day, from "two years ago", which is a calendar year."""
    one = expression.quantity.value == 1 and expression.quantity.mod is None and expression.of is None
    return one and expression.unit is Unit.YEAR and expression.direction < 0 and expression.anchor is Anchor.DOCUMENT


def _month_of_shift(expression: Shift, context: Context) -> Stamp | None:
    """Give the month that "a week later" hangs on, where that is nearer in the text than any day."""
    if expression.anchor is not Anchor.FOCUS or expression.of is not None or expression.unit > Unit.FORTNIGHT:
        return None
    return month_nearer(context)


def _vague_shift(expression: Shift, first: dt.date, last: dt.date) -> Range:
    """Give the room that "days later", "weeks ago", "months before" leave."""
    unit = expression.unit
    if unit <= Unit.HOUR:
        return Range(first, last)
    most = {Unit.DAY: VAGUE_DAYS, Unit.WEEK: _VAGUE_WEEKS * 7, Unit.MONTH: _VAGUE_MONTHS * 30}.get(unit)
    if most is None:
        return NOTHING
    least = {Unit.DAY: 1, Unit.WEEK: 7, Unit.MONTH: 30}[unit]
    if expression.direction > 0:
        return Range(first + dt.timedelta(days=least), last + dt.timedelta(days=most))
    return Range(first - dt.timedelta(days=most), last - dt.timedelta(days=least))


def _coarse_shift(expression: Shift, first: dt.date, last: dt.date) -> Range:
    """Shift a stretch that is coarser than the unit as a whole: two days after a March is a stretch as long."""
    count = int(expression.quantity.value or 0) * expression.direction
    days = {Unit.DAY: 1, Unit.WEEK: 7, Unit.FORTNIGHT: 14}.get(expression.unit)
    if days is None:
        return NOTHING
    return Range(first + dt.timedelta(days=days * count), last + dt.timedelta(days=days * count))


def _range_of_bounded(expression: Bounded, context: Context) -> Range:
    inner = range_of(expression.of, context) if expression.of is not None else NOTHING
    if inner.first is None or inner.last is None:
        return NOTHING
    if expression.bound is Bound.SINCE:
        until = context.until if context.until is not None and context.until > inner.first else None
        end = until or context.day or (context.period[1] if context.period else None) or context.latest
        first = inner.first.replace(day=_MIDDLE) if _is_middle_of_month(expression.of) else inner.first
        return Range(first, max(end, first) if end else None)
    if expression.bound in (Bound.UNTIL, Bound.BY):
        return _up_to(expression, inner.first, inner.last, context)
    if expression.bound in (Bound.BEFORE, Bound.AFTER, Bound.FROM) and _is_time_of_day(expression.of):
        return inner
    if expression.bound is Bound.BEFORE:
        return _ahead_of(expression, inner.first, inner.last, context)
    if expression.bound is Bound.NOT_BEFORE:
        return Range(inner.first, None)
    if expression.bound is Bound.AFTER:
        return Range(inner.last, context.end)
    if expression.bound is Bound.FROM:
        return _from(inner, context)
    return inner


def _ahead_of(expression: Bounded, first: dt.date, last: dt.date, context: Context) -> Range:
    """Give "before", from the document's day on where the date lies ahead; "before the end of May" holds its end."""
    end = last if getattr(expression.of, "mod", None) == "END" else first - _DAY
    return Range(context.day if context.day is not None and context.day <= end else None, end)


def _up_to(expression: Bounded, first: dt.date | None, last: dt.date, context: Context) -> Range:
    """Give "until" and "by": from the document's day on where they lie ahead, else from the date spoken of before."""
    if _is_time_of_day(expression.of):
        return Range(last, last)
    if context.day is not None and context.day <= last:
        return Range(context.day, last)
    near = context.near_day.stamp.date if context.near_day is not None else None
    if first is not None and expression.bound is Bound.UNTIL and (last - first).days >= _COARSE:
        return Range(first, last)
    return Range(near if near is not None and near < last else None, last)


def _is_middle_of_month(expression: Expression | None) -> bool:
    return isinstance(expression, Calendar) and expression.month is not None and expression.mod == "MID"


def _is_time_of_day(expression: Expression | None) -> bool:
    if isinstance(expression, Calendar):
        return expression.clock is not None and not (expression.day or expression.weekday)
    return isinstance(expression, Deictic) and expression.part is not None and expression.anchor is Anchor.FOCUS


def _from(inner: Range, context: Context) -> Range:
    if inner.first is not None and context.day is not None and inner.first < context.day:
        return Range(inner.first, context.day)
    return Range(inner.first, inner.last)


def _range_of_pair(expression: Between | Both, context: Context) -> Range:
    last = range_of(expression.last, context)
    if last.first is None:
        return Range(range_of(expression.first, context).first, last.last)
    if _is_middle_of_month(expression.last) and last.last:
        last = Range(last.first, last.last.replace(day=_MIDDLE))
    # the first of a pair comes before the second, whatever the document's day
    free = isinstance(expression.first, Calendar) and expression.first.within is None
    back = replace(context, looks_ahead=False, day=last.first) if context.day is not None and free else context
    first = range_of(expression.first, back)
    if first.first and last.last and first.first > last.last:
        return Range(last.first, first.last) if isinstance(expression, Both) else Range(None, last.last)
    return Range(first.first, last.last)


def _range_of_vague(expression: Vague, context: Context) -> Range:
    if expression.ref == "PERIOD" and context.period is not None:
        return Range(*context.period)
    if expression.ref == "THEN" and context.near is not None:
        return range_of_stamp(context.near.stamp)
    if expression.ref == "PRESENT_REF" and context.day:
        return Range(context.day, context.day)
    return NOTHING
