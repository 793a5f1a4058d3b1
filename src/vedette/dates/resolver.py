"""From an expression and its anchors to a stamp on the calendar, or None where the anchor is unknown."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from vedette.dates.calendars import days_of_feast
from vedette.dates.context import Context
from vedette.dates.expressions import Anchor, Calendar, Clock, Deictic, Expression, Pick, Shift
from vedette.dates.stamps import Stamp, Unit, as_unit, last_of_month, shift

_DAYS_IN_WEEK = 7
_LONGEST_SEARCH = 8  # years to look for the next 29 February
_SOON = 45  # a date without a year that is less than this many days ahead is not last year's
_DAYS_ON = 3  # a weekday in a history is one of the next few days, or one of those just past
_QUARTER_REACH = 12  # sentences: a report on a company's quarter speaks of it throughout
_NEAR = 2  # sentences over which a month that was named still holds


def resolve_stamp(expression: Expression, context: Context) -> Stamp | None:
    """Find what a point or stretch of the calendar stands for; None where its anchor is not known."""
    if isinstance(expression, Deictic):
        return _resolve_deictic(expression, context)
    if isinstance(expression, Calendar):
        return _resolve_calendar(expression, context)
    if isinstance(expression, Shift):
        return _resolve_shift(expression, context)
    return None


def base_of(anchor: Anchor, unit: Unit, context: Context) -> Stamp | None:
    """Give the stamp that an anchor stands for, fine enough for steps of a unit."""
    if anchor is Anchor.DOCUMENT:
        return context.today or _bound(unit, context)
    near = context.near_for(unit)
    return near.stamp if near is not None else None


def _bound(unit: Unit, context: Context) -> Stamp | None:
    """Give the latest date that the text spells out, where the document has no day and the unit is coarse enough."""
    return Stamp.of_day(context.latest) if context.latest is not None and unit >= Unit.MONTH else None


def _resolve_deictic(expression: Deictic, context: Context) -> Stamp | None:
    base = base_of(expression.anchor, expression.unit, context)
    if base is None and expression.anchor is Anchor.FOCUS and expression.offset == 0 and expression.part:
        base = context.today
    if base is None:
        return None
    if expression.unit is Unit.WEEKEND:
        return _weekend(expression, base)
    moved = shift(base, expression.offset, expression.unit)
    return _dress(moved, expression.part, expression.mod, expression.clock) if moved else None


def _weekend(expression: Deictic, base: Stamp) -> Stamp | None:
    day = base.date
    if day is None:
        return None
    if expression.anchor is Anchor.DOCUMENT and expression.offset <= 0:
        running = day.isoweekday() >= 6  # noqa: PLR2004
        weeks = 0 if running and expression.offset == 0 else -1
    else:
        weeks = expression.offset
    return Stamp.of_week(day + dt.timedelta(weeks=weeks), weekend=True)


def _dress(stamp: Stamp, part: str | None, mod: str | None, clock: Clock | None) -> Stamp:
    dressed = replace(stamp, part=part or stamp.part, mod=mod or stamp.mod)
    if clock is None:
        return dressed
    hour = clock.hour
    if not clock.sure and part in ("AF", "EV", "NI") and hour < 12:  # noqa: PLR2004
        hour += 12
    return replace(dressed, hour=hour, minute=clock.minute, second=clock.second, part=None)


def _resolve_shift(expression: Shift, context: Context) -> Stamp | None:
    if expression.event:
        return None
    base = (
        resolve_stamp(expression.of, context) if expression.of else base_of(expression.anchor, expression.unit, context)
    )
    if base is None or expression.quantity.value is None:
        return None
    amount, unit = expression.quantity.value, expression.unit
    if amount != int(amount) and unit <= Unit.HOUR:
        return base.without_clock() if base.date else None
    if amount != int(amount):
        return _half_shift(base, amount * expression.direction, unit)
    count = int(amount) * expression.direction
    if unit is Unit.FORTNIGHT:
        unit, count = Unit.WEEK, count * 2
    if unit is Unit.YEAR and isinstance(expression.of, Deictic):
        return _years_from(base, count)
    if unit in (Unit.DECADE, Unit.CENTURY) and base.unit < unit:
        unit, count = Unit.YEAR, count * (10 if unit is Unit.DECADE else 100)
    if unit is Unit.YEAR and abs(count) == 1 and expression.of is None and _speaks_of_quarter(context):
        return shift(context.quarter.stamp, count * 4, Unit.QUARTER) if context.quarter else None
    if unit is Unit.WEEK and base.unit is Unit.DAY:
        return _dress_part(shift(base, count * _DAYS_IN_WEEK, Unit.DAY), expression.part)
    if unit <= Unit.HOUR:
        return _shift_hours(base, count, unit)
    return _dress_part(shift(base, count, unit), expression.part)


def _years_from(base: Stamp, count: int) -> Stamp | None:
    """Move "this week", "this month" or "today" by whole years, as fine as they are."""
    if base.week:
        first = base.first_day()
        return Stamp.of_week(first + dt.timedelta(weeks=52 * count)) if first else None
    return replace(base, year=base.year + count) if base.year is not None else None


def _dress_part(stamp: Stamp | None, part: str | None) -> Stamp | None:
    return replace(stamp, part=part) if stamp is not None and part else stamp


def _half_shift(base: Stamp, amount: float, unit: Unit) -> Stamp | None:
    if unit is Unit.YEAR:
        return shift(base, round(amount * 12), Unit.MONTH)
    if unit is Unit.DAY:
        return shift(base, int(amount), Unit.DAY)
    return None


def _shift_hours(base: Stamp, count: int, unit: Unit) -> Stamp | None:
    """Move by hours or minutes: the day changes only where whole days pass or the clock time is known."""
    day = base.date
    if day is None:
        return None
    if base.hour is not None:
        step = {Unit.HOUR: 3600, Unit.MINUTE: 60, Unit.SECOND: 1}[unit] * count
        moved = dt.datetime(day.year, day.month, day.day, base.hour, base.minute or 0) + dt.timedelta(seconds=step)  # noqa: DTZ001
        return Stamp(moved.year, moved.month, moved.day, hour=moved.hour, minute=moved.minute)
    if unit is Unit.HOUR and abs(count) % 24 == 0:
        return shift(base, count // 24, Unit.DAY)
    return base.without_clock()


def _resolve_calendar(expression: Calendar, context: Context) -> Stamp | None:
    stamp = _locate(expression, context)
    return _dress(stamp, expression.part, expression.mod, expression.clock) if stamp is not None else None


def _locate(expression: Calendar, context: Context) -> Stamp | None:  # noqa: C901, PLR0911 (one branch a kind of date)
    if expression.within is not None:
        return _locate_within(expression, context)
    if expression.feast:
        return _locate_feast(expression, context)
    if expression.year is not None:
        return _with_year(_turned(expression, context), expression.year)
    if expression.month and expression.day:
        return _locate_day_month(expression, context)
    if expression.month:
        return _locate_month(expression, context)
    if expression.day:
        return _locate_day(expression, context)
    if expression.weekday:
        return _locate_weekday(expression.weekday, expression.pick, context)
    if expression.decade is not None or expression.century is not None:
        return _locate_long(expression, context)
    if expression.quarter == -1:
        return _latest_quarter(context)
    if expression.week:
        return _locate_week(expression, context)
    if expression.season or expression.quarter or expression.half:
        return _locate_part_of_year(expression, context)
    return _locate_clock(context)


def _locate_clock(context: Context) -> Stamp | None:
    """Put a bare clock time on the day that the text speaks of, or on the document's own."""
    near = context.near_day
    if near is not None and (context.day is None or context.sentence - near.sentence <= 1):
        return near.stamp.without_clock()
    return context.today


def _turned(expression: Calendar, context: Context) -> Calendar:
    """Turn day and month round where that brings the date nearer to the document's day; most of the world writes day first."""
    if not expression.swaps or context.day is None or expression.month is None or expression.day is None:
        return expression
    year = expression.year or context.day.year
    as_is, turned = dt.date(year, expression.month, expression.day), dt.date(year, expression.day, expression.month)
    nearer = abs((turned - context.day).days) < abs((as_is - context.day).days)
    return replace(expression, month=expression.day, day=expression.month) if nearer else expression


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


def _locate_within(expression: Calendar, context: Context) -> Stamp | None:
    outer = resolve_stamp(expression.within, context) if expression.within else None
    if outer is None:
        return None
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
        return _feast_in_year(expression.feast, outer.year)
    return _with_year(expression, outer.year)


def _feast_in_year(feast: str, year: int) -> Stamp | None:
    days = days_of_feast(feast, year)
    return Stamp.of_day(days[0][0]) if days else None


def _locate_feast(expression: Calendar, context: Context) -> Stamp | None:
    feast = expression.feast or ""
    if expression.year is not None:
        return _feast_in_year(feast, expression.year)
    base = _base_day(expression.pick, context)
    if base is None:
        return None
    starts = [first for year in (base.year - 1, base.year, base.year + 1) for first, _ in days_of_feast(feast, year)]
    day = choose(starts, base, expression.pick, context)
    return Stamp.of_day(day) if day else None


def _base_day(pick: Pick, context: Context) -> dt.date | None:
    """Give the day from which the nearest, last or next of its name is looked for."""
    near = context.near_month
    if pick in (Pick.PREVIOUS, Pick.SAME, Pick.FOLLOWING):
        return near.stamp.first_day() if near is not None else context.day
    if pick is Pick.NEAREST and context.era is not None:
        return context.era.stamp.first_day()
    if pick is Pick.NEAREST and (context.day is None or context.narrative):
        return near.stamp.first_day() if near is not None else None
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
    if _goes_forward(context) or context.looks_ahead:
        return min((day for day in days if day >= base), default=None)
    return max((day for day in days if day <= base), default=None)


def _goes_forward(context: Context) -> bool:
    """Tell whether a bare date comes after the one before it: in a history, or in a year that the text went back to."""
    return context.day is None or context.narrative or context.era is not None


def _valid_day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return last_of_month(year, month) if day == -1 else dt.date(year, month, day)
    except ValueError:
        return None


def _told_year(context: Context) -> int | None:
    """Give the year that a history, or a look back, is speaking of."""
    near = context.era or context.near
    return near.stamp.year if near is not None else None


def _in_period(month: int, day: int, context: Context) -> Stamp | None:
    """Put a date without a year into the stretch that a digest says it covers."""
    if context.period is None:
        return None
    first, last = context.period
    days = (_valid_day(year, month, day) for year in (first.year, last.year))
    return next((Stamp.of_day(held) for held in days if held and first <= held <= last), None)


def _locate_day_month(expression: Calendar, context: Context) -> Stamp | None:
    month, day = expression.month or 1, expression.day or 1
    covered = _in_period(month, day, context) if expression.pick is Pick.NEAREST else None
    if covered is not None:
        return covered
    if expression.pick in (Pick.NEAREST, Pick.SAME) and _goes_forward(context):
        year = _told_year(context)
        return Stamp(year=year, month=month, day=day) if year is not None else None
    base = _base_day(expression.pick, context)
    if base is None:
        return None
    years = range(base.year - _LONGEST_SEARCH, base.year + _LONGEST_SEARCH)
    days = [found for year in years if (found := _valid_day(year, month, day))]
    if expression.weekday:
        days = [found for found in days if found.isoweekday() == expression.weekday] or days
    soon = [found for found in days if 0 < (found - base).days <= _SOON]
    if soon and expression.pick is Pick.NEAREST:
        return Stamp.of_day(soon[0])
    chosen = choose(days, base, expression.pick, context)
    return Stamp.of_day(chosen) if chosen else None


def _locate_month(expression: Calendar, context: Context) -> Stamp | None:
    month = expression.month or 1
    if expression.pick in (Pick.NEAREST, Pick.SAME) and _goes_forward(context):
        year = _told_year(context)
        return Stamp(year=year, month=month) if year is not None else None
    base = _base_day(expression.pick, context)
    if base is None:
        return None
    years = range(base.year - 2, base.year + 3)
    firsts = [dt.date(year, month, 1) for year in years if 1 <= year <= 9999]  # noqa: PLR2004
    if expression.pick is Pick.NEAREST and month == base.month:
        return Stamp(year=base.year, month=month)
    if expression.pick in (Pick.LAST, Pick.PREVIOUS) and context.day is not None:
        base = base.replace(day=1)  # in January, "January last" is a year ago; a bound on the day cannot tell that
    chosen = choose(firsts, base, expression.pick, context)
    return Stamp(year=chosen.year, month=month) if chosen else None


def _locate_day(expression: Calendar, context: Context) -> Stamp | None:
    """Find a bare day of the month: in the month that the text speaks of, else the latest before the document's day."""
    day = expression.day or 1
    near = context.near_month
    if near is not None and (context.day is None or context.sentence - near.sentence <= _NEAR):
        held = _valid_day(near.stamp.year or 1, near.stamp.month or 1, day) if near.stamp.month else None
        if held is not None and (context.day is None or held <= context.day or context.looks_ahead):
            return Stamp.of_day(held)
    if context.day is None:
        return None
    step = 1 if context.looks_ahead else -1
    first = Stamp(year=context.day.year, month=context.day.month)
    for months in range(4):
        moved = shift(first, months * step, Unit.MONTH)
        held = _valid_day(moved.year or 1, moved.month or 1, day) if moved else None
        if held is not None and (held - context.day).days * step >= 0:
            return Stamp.of_day(held)
    return None


def _locate_weekday(weekday: int, pick: Pick, context: Context) -> Stamp | None:
    base = _weekday_base(pick, context)
    if base is None:
        return None
    behind = (base.isoweekday() - weekday) % _DAYS_IN_WEEK
    ahead = (weekday - base.isoweekday()) % _DAYS_IN_WEEK
    if pick in (Pick.FOLLOWING, Pick.NEXT):
        return Stamp.of_day(base + dt.timedelta(days=ahead or _DAYS_IN_WEEK))
    if pick in (Pick.LAST, Pick.PREVIOUS):
        return Stamp.of_day(base - dt.timedelta(days=behind or _DAYS_IN_WEEK))
    if pick is Pick.NEAREST and context.period is not None and not context.looks_ahead:
        last = context.period[1]
        return Stamp.of_day(last - dt.timedelta(days=(last.isoweekday() - weekday) % _DAYS_IN_WEEK))
    if pick is Pick.NEAREST and (context.looks_ahead or (_goes_forward(context) and ahead <= _DAYS_ON)):
        return Stamp.of_day(base + dt.timedelta(days=ahead))
    return Stamp.of_day(base - dt.timedelta(days=behind))


def _weekday_base(pick: Pick, context: Context) -> dt.date | None:
    if pick in (Pick.PREVIOUS, Pick.SAME, Pick.FOLLOWING):
        return context.near_day.stamp.date if context.near_day is not None else context.day
    if pick is Pick.NEAREST and context.era is not None:
        return context.near_day.stamp.date if context.near_day is not None else None
    if context.day is not None:
        return context.day
    return context.main_day.stamp.date if context.main_day is not None else None


def _locate_long(expression: Calendar, context: Context) -> Stamp | None:
    if expression.century is not None:
        return Stamp(century=expression.century)
    decade = expression.decade or 0
    if not expression.short:
        return Stamp(decade=decade)
    year = (context.day.year if context.day else None) or _told_year(context)
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


def _speaks_of_quarter(context: Context) -> bool:
    return context.quarter is not None and context.sentence - context.quarter.sentence <= _QUARTER_REACH


def _latest_quarter(context: Context) -> Stamp | None:
    if context.quarter is not None and _speaks_of_quarter(context):
        return context.quarter.stamp.without_clock()
    return shift(context.today, -1, Unit.QUARTER) if context.today else None


def _locate_part_of_year(expression: Calendar, context: Context) -> Stamp | None:
    if expression.pick in (Pick.NEAREST, Pick.SAME) and _goes_forward(context):
        year = _told_year(context)
        return _with_year(expression, year) if year is not None else None
    base = _base_day(expression.pick, context)
    if base is None:
        return None
    stamps = [_with_year(expression, year) for year in range(base.year - 2, base.year + 3)]
    firsts = {first: stamp for stamp in stamps if (first := stamp.first_day())}
    if expression.season and expression.pick in (Pick.LAST, Pick.PREVIOUS):
        running = as_unit(Stamp.of_day(base), Unit.SEASON)
        firsts = {day: stamp for day, stamp in firsts.items() if running is None or stamp != running}
    running = next((stamp for first, stamp in firsts.items() if first <= base <= (stamp.last_day() or first)), None)
    if running is not None and expression.pick is Pick.NEAREST:
        return running
    if expression.quarter and expression.pick is Pick.NEAREST:
        context = replace(context, looks_ahead=False)
    chosen = choose(sorted(firsts), base, expression.pick, context)
    return firsts[chosen] if chosen else None
