"""From an expression and its anchors to a stamp on the calendar, or None where the anchor is unknown."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from vedette.dates.calendars import days_of_feast
from vedette.dates.context import Context
from vedette.dates.expressions import Anchor, Calendar, Clock, Deictic, Expression, Pick, Shift
from vedette.dates.stamps import SEASON_ORDER, Stamp, Unit, as_unit, last_of_month, shift

_DAYS_IN_WEEK = 7
_LONGEST_SEARCH = 8  # years to look for the next 29 February


def resolve_stamp(expression: Expression, context: Context) -> Stamp | None:
    """Find what a point or stretch of the calendar stands for; None where its anchor is not known."""
    if isinstance(expression, Deictic):
        return _resolve_deictic(expression, context)
    if isinstance(expression, Calendar):
        return _resolve_calendar(expression, context)
    if isinstance(expression, Shift):
        return _resolve_shift(expression, context)
    return None


def base_of(anchor: Anchor, context: Context) -> Stamp | None:
    """Give the stamp that an anchor stands for."""
    return context.today if anchor is Anchor.DOCUMENT else context.focus


def _resolve_deictic(expression: Deictic, context: Context) -> Stamp | None:
    base = base_of(expression.anchor, context)
    if base is None:
        return None
    if expression.unit is Unit.WEEKEND:
        return _weekend(expression, base)
    if expression.unit is Unit.DAY and base.unit is not Unit.DAY:
        base = _one_day_of(base) if expression.offset == 0 else None
    moved = shift(base, expression.offset, expression.unit) if base else None
    return _dress(moved, expression.part, expression.mod, expression.clock) if moved else None


def _one_day_of(base: Stamp) -> Stamp | None:
    return None if base.unit > Unit.DAY else base


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
    base = resolve_stamp(expression.of, context) if expression.of else base_of(expression.anchor, context)
    if base is None or expression.quantity.value is None:
        return None
    amount, unit = expression.quantity.value, expression.unit
    if amount != int(amount):
        return _half_shift(base, amount * expression.direction, unit)
    count = int(amount) * expression.direction
    if unit is Unit.FORTNIGHT:
        unit, count = Unit.WEEK, count * 2
    if unit is Unit.WEEK and base.unit is Unit.DAY:
        return _dress_part(shift(base, count * _DAYS_IN_WEEK, Unit.DAY), expression.part)
    if unit <= Unit.HOUR:
        return _shift_hours(base, count, unit)
    return _dress_part(shift(base, count, unit), expression.part)


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
        return _with_year(expression, expression.year)
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
    if expression.week:
        return _locate_week(expression, context)
    if expression.season or expression.quarter or expression.half:
        return _locate_part_of_year(expression, context)
    return _locate_clock(context)


def _locate_clock(context: Context) -> Stamp | None:
    """Put a bare clock time on the day that the text speaks of, or on the document's own."""
    if context.focus is not None and context.focus.date:
        return context.focus.without_clock()
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
    if pick in (Pick.PREVIOUS, Pick.SAME, Pick.FOLLOWING) or (context.narrative and pick is Pick.NEAREST):
        return context.focus.first_day() if context.focus else None
    return context.day


def choose(days: list[dt.date], base: dt.date, pick: Pick, context: Context) -> dt.date | None:
    """Choose among the days (or first days) of one name, by what the words say of which is meant."""
    if pick in (Pick.NEXT, Pick.FOLLOWING):
        return min((day for day in days if day > base), default=None)
    if pick in (Pick.LAST, Pick.PREVIOUS):
        return max((day for day in days if day < base), default=None)
    if pick in (Pick.THIS, Pick.SAME):
        same = [day for day in days if day.year == base.year]
        return min(same, key=lambda day: abs((day - base).days), default=None)
    if context.looks_ahead:
        return min((day for day in days if day >= base), default=None)
    return max((day for day in days if day <= base), default=None)


def _focus_year(context: Context) -> int | None:
    return context.focus.year if context.focus is not None else None


def _valid_day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return last_of_month(year, month) if day == -1 else dt.date(year, month, day)
    except ValueError:
        return None


def _locate_day_month(expression: Calendar, context: Context) -> Stamp | None:
    month, day = expression.month or 1, expression.day or 1
    if context.narrative or expression.pick is Pick.SAME:
        year = _narrative_year(month, day, context)
        return Stamp(year=year, month=month, day=day) if year is not None else None
    base = _base_day(expression.pick, context)
    if base is None:
        year = _focus_year(context)
        return Stamp(year=year, month=month, day=day) if year else None
    years = range(base.year - _LONGEST_SEARCH, base.year + _LONGEST_SEARCH)
    days = [found for year in years if (found := _valid_day(year, month, day))]
    if expression.weekday:
        days = [found for found in days if found.isoweekday() == expression.weekday] or days
    chosen = choose(days, base, expression.pick, context)
    return Stamp.of_day(chosen) if chosen else None


def _narrative_year(month: int, day: int, context: Context) -> int | None:
    """Give the year of the focus, or the next one where the months have turned over from late to early."""
    focus = context.focus
    if focus is None or focus.year is None:
        return context.day.year if context.day else None
    return focus.year


def _locate_month(expression: Calendar, context: Context) -> Stamp | None:
    month = expression.month or 1
    if context.narrative and expression.pick is Pick.NEAREST:
        year = _narrative_year(month, 1, context)
        return Stamp(year=year, month=month) if year is not None else None
    base = _base_day(expression.pick, context)
    if base is None:
        return None
    years = range(base.year - 2, base.year + 3)
    firsts = [dt.date(year, month, 1) for year in years if 1 <= year <= 9999]  # noqa: PLR2004
    if expression.pick in (Pick.LAST, Pick.PREVIOUS):
        base = base.replace(day=1)
    chosen = choose(firsts, base, expression.pick, context)
    return Stamp(year=chosen.year, month=month) if chosen else None


def _locate_day(expression: Calendar, context: Context) -> Stamp | None:
    """Find a bare day of the month: in the focus's month, else the latest before the document's day."""
    day = expression.day or 1
    focus = context.focus
    if focus is not None and focus.month and focus.year:
        held = _valid_day(focus.year, focus.month, day)
        if held is not None and (context.day is None or context.looks_ahead or held <= context.day):
            return Stamp.of_day(held)
    if context.day is None:
        return None
    step = 1 if context.looks_ahead else -1
    first = context.day.replace(day=1)
    for months in range(4):
        moved = shift(Stamp(year=first.year, month=first.month), months * step, Unit.MONTH)
        held = _valid_day(moved.year or 1, moved.month or 1, day) if moved else None
        if held is not None and (held - context.day).days * step >= 0:
            return Stamp.of_day(held)
    return None


def _locate_weekday(weekday: int, pick: Pick, context: Context) -> Stamp | None:
    base = _base_day(pick, context)
    if base is None:
        return None
    behind = (base.isoweekday() - weekday) % _DAYS_IN_WEEK
    if pick in (Pick.FOLLOWING, Pick.NEXT):
        ahead = (weekday - base.isoweekday()) % _DAYS_IN_WEEK or _DAYS_IN_WEEK
        return Stamp.of_day(base + dt.timedelta(days=ahead))
    if pick in (Pick.LAST, Pick.PREVIOUS):
        return Stamp.of_day(base - dt.timedelta(days=behind or _DAYS_IN_WEEK))
    if pick is Pick.NEAREST and context.looks_ahead:
        return Stamp.of_day(base + dt.timedelta(days=(weekday - base.isoweekday()) % _DAYS_IN_WEEK))
    return Stamp.of_day(base - dt.timedelta(days=behind))


def _locate_long(expression: Calendar, context: Context) -> Stamp | None:
    if expression.century is not None:
        return Stamp(century=expression.century)
    decade = expression.decade or 0
    if not expression.short:
        return Stamp(decade=decade)
    base = (context.focus.first_day() if context.focus else None) or context.day
    if base is None:
        return Stamp(decade=190 + decade)
    century = base.year // 100 * 10
    return Stamp(decade=century + decade if century + decade <= base.year // 10 else century - 10 + decade)


def _locate_week(expression: Calendar, context: Context) -> Stamp | None:
    base = context.day or (context.focus.first_day() if context.focus else None)
    if base is None or not expression.week:
        return None
    year = base.isocalendar().year
    this = base.isocalendar().week
    return Stamp(year=year if expression.week <= this or context.looks_ahead else year - 1, week=expression.week)


def _locate_part_of_year(expression: Calendar, context: Context) -> Stamp | None:
    focus_year = _focus_year(context)
    if context.narrative and expression.pick is Pick.NEAREST:
        return _with_year(expression, focus_year) if focus_year is not None else None
    base = _base_day(expression.pick, context)
    if base is None:
        return None
    stamps = [_with_year(expression, year) for year in range(base.year - 2, base.year + 3)]
    firsts = {first: stamp for stamp in stamps if (first := stamp.first_day())}
    if expression.season and expression.pick in (Pick.LAST, Pick.PREVIOUS):
        running = as_unit(Stamp.of_day(base), Unit.SEASON)
        firsts = {day: stamp for day, stamp in firsts.items() if running is None or stamp != running}
    chosen = choose(sorted(firsts), base, expression.pick, context)
    return firsts[chosen] if chosen else None


def season_index(season: str) -> int:
    """Give a season's place in the year, spring first."""
    return SEASON_ORDER.index(season)
