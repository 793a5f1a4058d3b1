"""From an expression and its anchors to a stamp on the calendar, or None where the anchor is unknown."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from vedette.dates.context import Context
from vedette.dates.expressions import Anchor, Calendar, Clock, Counted, Deictic, Expression, FiscalYear, Pick, Shift
from vedette.dates.locate import latest_quarter, locate, speaks_of_quarter
from vedette.dates.stamps import Stamp, Unit, shift

_DAYS_IN_WEEK = 7


def resolve_stamp(expression: Expression, context: Context) -> Stamp | None:
    """Find what a point or stretch of the calendar stands for; None where its anchor is not known."""
    if isinstance(expression, Deictic):
        return _resolve_deictic(expression, context)
    if isinstance(expression, Calendar):
        return _resolve_calendar(expression, context)
    if isinstance(expression, Shift):
        return _resolve_shift(expression, context)
    if isinstance(expression, Counted):
        return _resolve_counted(expression, context)
    if isinstance(expression, FiscalYear):
        return _year_named(expression, context)
    return None


def _year_named(expression: FiscalYear, context: Context) -> Stamp | None:
    """Give the calendar year that a fiscal year is named after."""
    running = context.day.year + expression.offset if context.day is not None else None
    year = expression.last or expression.year or running
    return Stamp(year=year) if year is not None else None


def _resolve_counted(expression: Counted, context: Context) -> Stamp | None:
    """Count days or seasons of one name from the anchor: "two Fridays ago", "three Sundays later"."""
    told = expression.since
    stamp = base_of(expression.anchor, Unit.DAY, context) if told is None else resolve_stamp(told, context)
    pick = Pick.PREVIOUS if expression.direction < 0 else Pick.FOLLOWING
    for _ in range(int(expression.quantity.value or 0)):
        if stamp is None:
            return None
        context = replace(context, day=stamp.first_day(), near_day=None, near_month=None, near=None)
        stamp = locate(replace(expression.of, pick=pick), context, None)
    return stamp


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
    if expression.bare:
        base = context.clock_day.stamp if context.clock_day is not None else None
    else:
        base = base_of(_anchor_of(expression, context), expression.unit, context)
    if base is None and expression.anchor is Anchor.FOCUS and expression.offset == 0:
        month = context.near_month
        if month is not None and expression.unit is Unit.DAY and context.sentence - month.sentence <= 1:
            return month.stamp.without_clock()  # "in May; the same day": no finer than that
        base = context.today  # "the evening", "the end of the year" where no other was spoken of
    if base is None:
        return None
    if expression.unit is Unit.WEEKEND:
        return _weekend(expression, base, ahead=context.looks_ahead)
    crossed = expression.offset == 0 and expression.anchor is Anchor.FOCUS and _crosses_night(expression, base)
    moved = shift(base, expression.offset + crossed, expression.unit)
    return _dress(moved, expression.part, expression.mod, expression.clock) if moved else None


def _anchor_of(expression: Deictic, context: Context) -> Anchor:
    """Give what a unit hangs on: in a history "the year" and "this month" are those told, not the writer's own."""
    running = expression.offset == 0 and expression.unit >= Unit.WEEK
    told = context.narrative and running and context.near_for(expression.unit) is not None
    return Anchor.FOCUS if told else expression.anchor


def _crosses_night(expression: Deictic, base: Stamp) -> bool:
    """Tell "by morning" after a night: it is the next day's."""
    parts = ("MO", "MI", "AF", "EV") if base.part == "ON" else ("MO", "MI")
    return expression.bare and expression.part in parts and base.is_late


def _weekend(expression: Deictic, base: Stamp, *, ahead: bool) -> Stamp | None:
    day = base.date
    if day is None:
        return None
    if expression.anchor is Anchor.DOCUMENT and expression.offset <= 0:
        running = day.isoweekday() >= 6 or ahead
        weeks = 0 if running and expression.offset == 0 else -1
    else:
        weeks = expression.offset
    return Stamp.of_week(day + dt.timedelta(weeks=weeks), weekend=True)


def _dress(stamp: Stamp, part: str | None, mod: str | None, clock: Clock | None) -> Stamp:
    dressed = replace(stamp, part=part or stamp.part, mod=mod or stamp.mod)
    if clock is None:
        return dressed
    hour = clock.hour
    if not clock.sure and part in ("AF", "EV", "NI") and hour < 12:
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
    if unit is Unit.YEAR and abs(count) == 1 and expression.of is None and speaks_of_quarter(context):
        quarter = latest_quarter(context)
        return shift(quarter, count * 4, Unit.QUARTER) if quarter is not None else None
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
        at = base.hour * 3600 + (base.minute or 0) * 60 + step
        moved = day + dt.timedelta(days=at // 86_400)
        return Stamp(moved.year, moved.month, moved.day, hour=at % 86_400 // 3600, minute=at % 3600 // 60)
    if unit is Unit.HOUR and abs(count) % 24 == 0:
        return shift(base, count // 24, Unit.DAY)
    return base.without_clock()


def _resolve_calendar(expression: Calendar, context: Context) -> Stamp | None:
    outer = resolve_stamp(expression.within, context) if expression.within is not None else None
    stamp = locate(expression, context, outer)
    return _dress(stamp, expression.part, expression.mod, expression.clock) if stamp is not None else None
