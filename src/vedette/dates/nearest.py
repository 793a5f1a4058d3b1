"""Choosing among the many days, weekdays and months of one name: the nearest, the last, the next."""

from __future__ import annotations

import datetime as dt

from vedette.dates.context import Context
from vedette.dates.expressions import Calendar, Pick
from vedette.dates.stamps import Stamp, Unit, last_of_month, shift

_DAYS_IN_WEEK = 7

_LONGEST_SEARCH = 8  # years to look for the next 29 February
_SOON = 45  # a date without a year that is less than this many days ahead is not last year's
_DAYS_ON = 3  # a weekday in a history is one of the next few days, or one of those just past
_JUST_PAST = 7  # days that a date without a year may lie behind, whatever the clause says
_FAR_AHEAD = 280  # days, beyond which a date without a year is the one that has just been, whatever the clause says
_YEAR_END = (12, 31)  # a term, which may lie a year ahead
_TURNED = 8  # months that a bare date may lie before the one told last, in a text that moves forward
_NEAR = 2  # sentences over which a month that was named still holds


def base_day(pick: Pick, context: Context) -> dt.date | None:
    """Give the day from which the nearest, last or next of its name is looked for."""
    near = context.near_month
    if pick in (Pick.PREVIOUS, Pick.SAME, Pick.FOLLOWING):
        return near.stamp.first_day() if near is not None else context.day
    if pick is Pick.NEAREST and context.era is not None:
        return context.era.stamp.first_day()
    if pick is Pick.NEAREST and (context.day is None or context.narrative):
        return near.stamp.first_day() if near is not None else context.day
    return context.day or context.latest


def choose(days: list[dt.date], base: dt.date, pick: Pick, context: Context) -> dt.date | None:
    """Choose among the days (or first days) of one name, by what the words say of which is meant."""
    if pick in (Pick.NEXT, Pick.FOLLOWING):
        return min((day for day in days if day > base), default=None)
    if pick in (Pick.LAST, Pick.PREVIOUS):
        return max((day for day in days if day < base), default=None)
    if pick in (Pick.THIS, Pick.SAME):
        same = [day for day in days if day.year == base.year]
        return min(same, key=lambda day: abs((day - base).days), default=None)
    behind = max((day for day in days if day <= base), default=None)
    ahead = min((day for day in days if day >= base), default=None)
    if goes_forward(context):
        return ahead
    far = ahead is not None and (ahead - base).days > _FAR_AHEAD and (ahead.month, ahead.day) != _YEAR_END
    return ahead if context.looks_ahead and not far else behind


def goes_forward(context: Context) -> bool:
    """Tell whether a bare date comes after the one before it: in a history, or in a year that the text went back to."""
    return context.day is None or context.narrative or context.era is not None


def _valid_day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return last_of_month(year, month) if day == -1 else dt.date(year, month, day)
    except ValueError:
        return None


def told_year(context: Context, month: int | None = None) -> int | None:
    """Give the year that a history, or a look back, is speaking of; a month long past by then is the next year's."""
    near = context.era or context.near
    year = near.stamp.year if near is not None else None
    told = near.stamp.month if near is not None else None
    if year is None or month is None or told is None or context.era is not None:
        return year
    return year + (told - month >= _TURNED)


def _in_period(month: int, day: int, context: Context) -> Stamp | None:
    """Put a date without a year into the stretch that a digest says it covers."""
    if context.period is None:
        return None
    first, last = context.period
    days = (_valid_day(year, month, day) for year in (first.year, last.year))
    return next((Stamp.of_day(held) for held in days if held and first <= held <= last), None)


def _day_in_period(day: int, weekday: int | None, context: Context) -> Stamp | None:
    """Put "the 27th" into the stretch that a digest says it covers, where it has one such day."""
    if context.period is None:
        return None
    first, last = context.period
    days = (first + dt.timedelta(days=ahead) for ahead in range((last - first).days + 1))
    held = [at for at in days if at.day == day and weekday in (None, at.isoweekday())]
    return Stamp.of_day(held[0]) if len(held) == 1 else None


def _month_in_period(month: int, context: Context) -> Stamp | None:
    if context.period is None:
        return None
    years = {at.year for at in context.period if at.month == month} or {
        at.year for at in context.period if context.period[0].month < month < context.period[1].month
    }
    return Stamp(year=years.pop(), month=month) if len(years) == 1 else None


def locate_day_month(expression: Calendar, context: Context) -> Stamp | None:
    """Find the year of a day and month."""
    month, day = expression.month or 1, expression.day or 1
    covered = _in_period(month, day, context) if expression.pick is Pick.NEAREST else None
    if covered is not None:
        return covered
    if expression.pick in (Pick.NEAREST, Pick.SAME) and goes_forward(context):
        year = told_year(context, month if expression.pick is Pick.NEAREST else None)
        if year is not None or context.day is None:
            return Stamp(year=year, month=month, day=day) if year is not None else None
    base = base_day(expression.pick, context)
    if base is None:
        return None
    years = range(base.year - _LONGEST_SEARCH, base.year + _LONGEST_SEARCH)
    days = [found for year in years if (found := _valid_day(year, month, day))]
    if expression.weekday:
        days = [found for found in days if found.isoweekday() == expression.weekday] or days
    soon = [found for found in days if 0 < (found - base).days <= _SOON]
    if soon and expression.pick is Pick.NEAREST:
        return Stamp.of_day(soon[0])
    just = [found for found in days if 0 <= (base - found).days <= _JUST_PAST]
    if just and expression.pick is Pick.NEAREST and context.day is not None and not goes_forward(context):
        return Stamp.of_day(just[0])  # "closed until 11 June", told on 14 June: not eleven months on
    chosen = choose(days, base, expression.pick, context)
    return Stamp.of_day(chosen) if chosen else None


def locate_month(expression: Calendar, context: Context) -> Stamp | None:
    """Find the year of a month."""
    month = expression.month or 1
    covered = _month_in_period(month, context) if expression.pick is Pick.NEAREST and context.day is None else None
    if covered is not None:
        return covered
    if expression.pick in (Pick.NEAREST, Pick.SAME) and goes_forward(context):
        year = told_year(context, month if expression.pick is Pick.NEAREST else None)
        if year is not None or context.day is None:
            return Stamp(year=year, month=month) if year is not None else None
    base = base_day(expression.pick, context)
    if base is None:
        return None
    years = range(base.year - 2, base.year + 3)
    firsts = [dt.date(year, month, 1) for year in years if 1 <= year <= 9999]
    if expression.pick is Pick.NEAREST and month == base.month:
        return Stamp(year=base.year, month=month)
    if expression.pick in (Pick.LAST, Pick.PREVIOUS) and context.day is not None:
        base = base.replace(day=1)  # in January, "January last" is a year ago; a bound on the day cannot tell that
    chosen = choose(firsts, base, expression.pick, context)
    return Stamp(year=chosen.year, month=month) if chosen else None


def locate_day(expression: Calendar, context: Context) -> Stamp | None:
    """Find a bare day of the month: in the month that the text speaks of, else the latest before the document's day."""
    day = expression.day or 1
    covered = _day_in_period(day, expression.weekday, context)
    if covered is not None:
        return covered
    near = context.near_month if not expression.weekday or context.day is None else None
    if near is not None and context.day is not None and near.stamp.day is None and near.sentence != context.sentence:
        near = None  # a month of another sentence is not the month of "the 9th"
    if near is not None and (context.day is None or context.sentence - near.sentence <= _NEAR):
        held = _valid_day(near.stamp.year or 1, near.stamp.month or 1, day) if near.stamp.month else None
        if held is not None and (context.day is None or held <= context.day or context.looks_ahead):
            return Stamp.of_day(held)
    if context.day is None:
        return None
    if expression.weekday:
        return _locate_named_day(day, expression.weekday, context.day, context)
    step = 1 if context.looks_ahead else -1
    first = Stamp(year=context.day.year, month=context.day.month)
    for months in range(4):
        moved = shift(first, months * step, Unit.MONTH)
        held = _valid_day(moved.year or 1, moved.month or 1, day) if moved else None
        if held is not None and (held - context.day).days * step >= 0:
            return Stamp.of_day(held)
    return None


def _locate_named_day(day: int, weekday: int, base: dt.date, context: Context) -> Stamp | None:
    """Find "Sunday 28th": the nearest month in which that day of the month has that name."""
    first = Stamp(year=base.year, month=base.month)
    moved = [shift(first, months, Unit.MONTH) for months in range(-6, 7)]
    days = [held for month in moved if month and (held := _valid_day(month.year or 1, month.month or 1, day))]
    named = [held for held in days if held.isoweekday() == weekday]
    side = [held for held in named if (held >= base) == context.looks_ahead] or named
    return Stamp.of_day(min(side, key=lambda held: abs((held - base).days))) if side else None


def locate_weekday(weekday: int, pick: Pick, context: Context) -> Stamp | None:
    """Find which of the days of that name is meant."""
    base = _weekday_base(pick, context)
    if base is None and context.period is not None and pick is Pick.NEAREST:
        base = context.period[1]
    if base is None:
        return None
    behind = (base.isoweekday() - weekday) % _DAYS_IN_WEEK
    ahead = (weekday - base.isoweekday()) % _DAYS_IN_WEEK
    if pick in (Pick.FOLLOWING, Pick.NEXT):
        return Stamp.of_day(base + dt.timedelta(days=ahead or _DAYS_IN_WEEK))
    if pick in (Pick.LAST, Pick.PREVIOUS):
        yesterday = pick is Pick.LAST and behind == 1  # "last Thursday", said on a Friday, is not the day before
        return Stamp.of_day(base - dt.timedelta(days=(behind or _DAYS_IN_WEEK) + _DAYS_IN_WEEK * yesterday))
    if pick is Pick.NEAREST and context.period is not None and not context.looks_ahead:
        last = context.period[1]
        return Stamp.of_day(last - dt.timedelta(days=(last.isoweekday() - weekday) % _DAYS_IN_WEEK))
    if pick is Pick.NEAREST and (context.looks_ahead or (goes_forward(context) and ahead <= _DAYS_ON)):
        return Stamp.of_day(base + dt.timedelta(days=ahead))
    if pick is Pick.NEAREST and context.whole_week and not behind:
        behind = _DAYS_IN_WEEK  # a look back over the week does not begin with the day on which it came out
    return Stamp.of_day(base - dt.timedelta(days=behind))


def _weekday_base(pick: Pick, context: Context) -> dt.date | None:
    if pick in (Pick.PREVIOUS, Pick.SAME, Pick.FOLLOWING):
        return context.near_day.stamp.date if context.near_day is not None else context.day
    if pick is Pick.NEAREST and context.era is not None:
        return context.near_day.stamp.date if context.near_day is not None else None
    if context.day is not None:
        return context.day
    return context.main_day.stamp.date if context.main_day is not None else None
