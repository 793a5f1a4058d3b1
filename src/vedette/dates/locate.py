"""Putting a date as written on the calendar: the fields that it lacks come from its anchors."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from vedette.dates.calendars import days_of_feast, days_of_year_told
from vedette.dates.context import Context
from vedette.dates.expressions import Calendar, Pick
from vedette.dates.figures import in_order
from vedette.dates.nearest import (
    base_day,
    choose,
    goes_forward,
    locate_day,
    locate_day_month,
    locate_month,
    locate_weekday,
    told_year,
)
from vedette.dates.stamps import Stamp, Unit, as_unit, last_of_month, shift
from vedette.dates.zones import is_told_elsewhere, local_day

_DAYS_IN_WEEK = 7
_FEAST_SOON = 30  # a feast that is less than this many days ahead is the one that comes
_DAWN = 7  # o'clock, before which a time that follows an evening is the next day's
_QUARTER_REACH = 12  # sentences: a report on a company's quarter speaks of it throughout


def locate(expression: Calendar, context: Context, outer: Stamp | None) -> Stamp | None:
    """Put a date on the calendar; `outer` is the stretch that it lies within, where the words give one."""
    if expression.swaps:
        turned = in_order(expression, context)
        return locate(turned, context, outer) if turned is not None else None
    if expression.nth is not None:
        month = replace(expression, nth=None, weekday=None)
        stamp = _nth_weekday(outer if expression.within else _locate(month, context, outer), expression)
        ahead = stamp is not None and context.day is not None and (stamp.date or context.day) > context.day
        if expression.within and outer is not None and ahead and not context.looks_ahead:
            return _nth_weekday(shift(outer, -1, Unit.MONTH), expression)  # "fell on the last Sunday of the month"
        return stamp
    return _locate(expression, context, outer)


def _locate(expression: Calendar, context: Context, outer: Stamp | None) -> Stamp | None:
    if expression.within is not None:
        return _locate_within(expression, outer, context)
    if expression.feast:
        return _locate_feast(expression, context)
    if expression.quarter == -1:
        return _quarter_spoken_of(expression.year, context)
    if expression.year is not None:
        return _with_year(expression, expression.year)
    if expression.month and expression.day:
        return locate_day_month(expression, context)
    if expression.month:
        return locate_month(expression, context)
    if expression.day:
        return locate_day(expression, context)
    if expression.weekday:
        return locate_weekday(expression.weekday, expression.pick, context)
    if expression.decade is not None or expression.century is not None:
        return _locate_long(expression, context)
    if expression.week:
        return _locate_week(expression, context)
    if expression.season or expression.quarter or expression.half:
        return _locate_part_of_year(expression, context)
    return _locate_clock(expression, context)


def _nth_weekday(month: Stamp | None, expression: Calendar) -> Stamp | None:
    """Give "the second Sunday" of a month; None where it has no such day."""
    first, last = (month.first_day(), month.last_day()) if month is not None else (None, None)
    if first is None or last is None or expression.weekday is None or expression.nth is None:
        return None
    if expression.nth < 0:
        return Stamp.of_day(last - dt.timedelta(days=(last.isoweekday() - expression.weekday) % _DAYS_IN_WEEK))
    ahead = (expression.weekday - first.isoweekday()) % _DAYS_IN_WEEK
    day = first + dt.timedelta(days=ahead + _DAYS_IN_WEEK * (expression.nth - 1))
    return Stamp.of_day(day) if day <= last else None


def _locate_clock(expression: Calendar, context: Context) -> Stamp | None:
    """Put a bare clock time on the day that the text speaks of, or on the document's own.

    An hour before dawn that follows an evening is the next day's. A day still to come, as of the document's own, holds
    only for words that look ahead.
    """
    near = context.clock_day
    if near is not None and context.day is not None and (near.stamp.date or context.day) > context.day:
        near = near if context.looks_ahead else None
    if near is not None and (context.day is None or 0 <= context.sentence - near.sentence <= 1):
        clock = expression.clock
        crossed = clock is not None and clock.sure and clock.hour < _DAWN and near.stamp.is_late
        return shift(near.stamp, int(crossed), Unit.DAY)
    return context.today


def _with_year(expression: Calendar, year: int) -> Stamp:
    day = expression.day
    if day == -1 and expression.month:
        day = last_of_month(max(1, year), expression.month).day
    return Stamp(
        year=year,
        month=expression.month,
        day=day,
        week=expression.week,
        season=expression.season,
        quarter=expression.quarter,
        half=expression.half,
    )


def _locate_within(expression: Calendar, outer: Stamp | None, context: Context) -> Stamp | None:
    if outer is None:
        return None
    if expression.clock is not None and is_told_elsewhere(expression):
        return local_day(expression.clock, outer, expression.within)
    if expression.week == -1:
        first = outer.date
        return Stamp.of_week(first) if first else None
    if expression.weekday and outer.week:
        first = outer.first_day()
        return Stamp.of_day(first + dt.timedelta(days=expression.weekday - 1)) if first else None
    if outer.month and expression.day and not expression.month:
        year, month = outer.year or 1, outer.month
        day = last_of_month(year, month).day if expression.day == -1 else expression.day
        return Stamp(year=year, month=month, day=day)
    if outer.year is None:
        return None
    if expression.feast:
        return _feast_in_year(expression, outer.year, context)
    return _with_year(expression, outer.year)


def _feast_in_year(expression: Calendar, year: int, context: Context) -> Stamp | None:
    stretches = days_of_year_told(expression.feast or "", year, expression.country or context.country)
    # Eid alone may be either of two: in a year told without more there is no telling which.
    told = stretches and (expression.feast != "eid" or len(stretches) == 1)
    day = _day_of_feast(stretches[0], expression.day) if told else None
    return Stamp.of_day(day) if day else None


def _day_of_feast(stretch: tuple[dt.date, dt.date], day: int | None) -> dt.date | None:
    """Give the day of a feast that is meant: 1 its first, -1 its last, 0 its eve; None where it has no such day."""
    first, last = stretch
    if day == -1:
        return last
    meant = first + dt.timedelta(days=1 if day is None else day) - dt.timedelta(days=1)
    return meant if meant <= last else None


def _locate_feast(expression: Calendar, context: Context) -> Stamp | None:
    feast = expression.feast or ""
    if expression.year is not None:
        return _feast_in_year(expression, expression.year, context)
    base = base_day(expression.pick, context)
    if base is None:
        return None
    country = expression.country or context.country
    years = (base.year - 1, base.year, base.year + 1)
    stretches = [days for year in years for days in days_of_feast(feast, year, country)]
    starts = [day for days in stretches if (day := _day_of_feast(days, expression.day)) is not None]
    soon = [first for first in starts if 0 < (first - base).days <= _FEAST_SOON]
    day = soon[0] if soon and expression.pick is Pick.NEAREST else choose(starts, base, expression.pick, context)
    return Stamp.of_day(day) if day else None


def _locate_long(expression: Calendar, context: Context) -> Stamp | None:
    if expression.century is not None:
        return Stamp(century=expression.century)
    decade = expression.decade or 0
    if not expression.short:
        return Stamp(decade=decade)
    year = (context.day.year if context.day else None) or told_year(context)
    if year is None:
        return Stamp(decade=190 + decade)
    century = year // 100 * 10
    return Stamp(decade=century + decade if century + decade <= year // 10 else century - 10 + decade)


def _locate_week(expression: Calendar, context: Context) -> Stamp | None:
    base = context.day or context.latest
    if base is None or not expression.week:
        return None
    year, this, _ = base.isocalendar()
    return Stamp(year=year if expression.week <= this or context.looks_ahead else year - 1, week=expression.week)


def speaks_of_quarter(context: Context) -> bool:
    """Tell whether the text around speaks of a business quarter."""
    return context.quarter is not None and context.sentence - context.quarter.sentence <= _QUARTER_REACH


def latest_quarter(context: Context) -> Stamp | None:
    """Give the quarter that a report on business speaks of; else the last that ended before the document's day."""
    last = context.quarter.stamp.last_day() if context.quarter is not None else None
    running = last is not None and context.day is not None and last > context.day
    if context.quarter is not None and speaks_of_quarter(context) and not running:
        return context.quarter.stamp.without_clock()
    return shift(context.today, -1, Unit.QUARTER) if context.today else None


def _quarter_spoken_of(year: int | None, context: Context) -> Stamp | None:
    """Give "the quarter" and "the 1988 quarter": the one that the text speaks of, in that year where it is told."""
    if year is None:
        return latest_quarter(context)
    told = context.quarter.stamp.quarter if context.quarter is not None and speaks_of_quarter(context) else None
    return Stamp(year=year, quarter=told)


def _locate_part_of_year(expression: Calendar, context: Context) -> Stamp | None:
    if expression.pick in (Pick.NEAREST, Pick.SAME) and goes_forward(context):
        year = told_year(context)
        return _with_year(expression, year) if year is not None else None
    base = base_day(expression.pick, context)
    if base is None:
        return None
    stamps = [_with_year(expression, year) for year in range(base.year - 2, base.year + 3)]
    firsts = {first: stamp for stamp in stamps if (first := stamp.first_day())}
    if expression.season and expression.pick in (Pick.LAST, Pick.PREVIOUS):
        running = as_unit(Stamp.of_day(base), Unit.SEASON)
        firsts = {day: stamp for day, stamp in firsts.items() if running is None or stamp != running}
    running = next((stamp for first, stamp in firsts.items() if first <= base <= (stamp.last_day() or first)), None)
    if running is not None and expression.pick in (Pick.NEAREST, Pick.THIS):
        return running
    if expression.quarter and expression.pick is Pick.NEAREST:
        context = replace(context, looks_ahead=False)
    chosen = choose(sorted(firsts), base, expression.pick, context)
    return firsts[chosen] if chosen else None
