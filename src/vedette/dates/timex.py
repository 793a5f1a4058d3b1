"""TIMEX3 value strings of what was found, for benchmarks and exports in the field's own form.

Forms follow the TimeML annotation guidelines 1.2.1 (TIMEX3 value) and ISO 8601; a year before Christ is written
BC and four digits, as the WikiWars corpus does.
"""

from __future__ import annotations

from vedette.dates.context import Context
from vedette.dates.expressions import (
    Calendar,
    Deictic,
    Duration,
    Expression,
    Quantity,
    Recurrence,
    Shift,
    Vague,
)
from vedette.dates.resolver import resolve_stamp
from vedette.dates.stamps import Stamp, Unit

_UNIT_LETTERS = {
    Unit.SECOND: "S",
    Unit.MINUTE: "M",
    Unit.HOUR: "H",
    Unit.DAY: "D",
    Unit.WEEKEND: "WE",
    Unit.WEEK: "W",
    Unit.FORTNIGHT: "W",
    Unit.MONTH: "M",
    Unit.QUARTER: "Q",
    Unit.SEASON: "Q",
    Unit.YEAR: "Y",
    Unit.DECADE: "Y",
    Unit.CENTURY: "Y",
    Unit.MILLENNIUM: "Y",
}
_UNIT_FACTORS = {Unit.FORTNIGHT: 2, Unit.DECADE: 10, Unit.CENTURY: 100, Unit.MILLENNIUM: 1000}
_HALVES = {Unit.MINUTE: "30S", Unit.HOUR: "30M", Unit.DAY: "T12H", Unit.YEAR: "6M"}
_UNKNOWN_DECADES = {Unit.DECADE: "PXDE", Unit.CENTURY: "PXCE"}


def timex_type(expression: Expression) -> str:
    """Give the TIMEX3 type: DATE, TIME, DURATION or SET."""
    if isinstance(expression, Duration):
        return "DURATION"
    if isinstance(expression, Recurrence):
        return "SET"
    part, clock = getattr(expression, "part", None), getattr(expression, "clock", None)
    return "TIME" if part or clock else "DATE"


def timex_value(expression: Expression, context: Context) -> str:
    """Give the TIMEX3 value of an expression in its context."""
    if isinstance(expression, Duration):
        return duration_value(expression)
    if isinstance(expression, Recurrence):
        return _recurrence_value(expression)
    if isinstance(expression, Vague):
        if expression.ref == "THEN":
            return stamp_value(context.near.stamp.without_clock()) if context.near else "PAST_REF"
        return expression.ref
    stamp = resolve_stamp(expression, context)
    if stamp is not None:
        return stamp_value(stamp)
    return _unresolved_value(expression)


def stamp_value(stamp: Stamp) -> str:
    """Write a stamp: 1998-03-12, 1999-W12, 2001-SU, 199, 1998-02-11T22:00, BC0480."""
    if stamp.year is None:
        return _long_value(stamp)
    day = _day_value(stamp)
    if stamp.hour is not None:
        minutes = "" if stamp.minute is None else f":{stamp.minute:02d}"
        seconds = "" if stamp.second is None else f":{stamp.second:02d}"
        return f"{day}T{stamp.hour:02d}{minutes or ':00'}{seconds}"
    if stamp.part in ("MI", "MN"):
        return f"{day}T{'12:00' if stamp.part == 'MI' else '24:00'}"
    if stamp.part:
        return f"{day}T{'NI' if stamp.part == 'ON' else stamp.part}"
    return day


def _long_value(stamp: Stamp) -> str:
    if stamp.decade is not None:
        return _year_value(stamp.decade, 3)
    if stamp.century is not None:
        return _year_value(stamp.century, 2)
    return "XXXX-XX-XX"


def _year_value(year: int, width: int = 4) -> str:
    return f"BC{-year:0{width}d}" if year < 0 else f"{year:0{width}d}"


def _day_value(stamp: Stamp) -> str:
    year = _year_value(stamp.year or 0)
    if stamp.month and stamp.day:
        return f"{year}-{stamp.month:02d}-{stamp.day:02d}"
    if stamp.week:
        return f"{year}-W{stamp.week:02d}{'-WE' if stamp.weekend else ''}"
    if stamp.month:
        return f"{year}-{stamp.month:02d}"
    if stamp.quarter:
        return f"{year}-Q{stamp.quarter}"
    if stamp.half:
        return f"{year}-H{stamp.half}"
    return f"{year}-{stamp.season}" if stamp.season else year


def _amount(quantity: Quantity, unit: Unit) -> str:
    if quantity.value is None:
        return "X"
    amount = quantity.value * _UNIT_FACTORS.get(unit, 1)
    return f"{amount:g}"


def duration_value(expression: Duration) -> str:
    """Write a length of time: P2D, PT10H, PXM, P2Y3M."""
    unit = expression.unit
    if expression.quantity.value is None and unit in _UNKNOWN_DECADES:
        return _UNKNOWN_DECADES[unit]
    mark = "PT" if unit <= Unit.HOUR else "P"
    if expression.quantity.value and expression.quantity.value % 1 and unit in _HALVES:
        whole = int(expression.quantity.value)
        return f"{mark}{f'{whole}{_UNIT_LETTERS[unit]}' if whole else ''}{_HALVES[unit]}"
    value = f"{mark}{_amount(expression.quantity, unit)}{_UNIT_LETTERS[unit]}"
    if expression.extra is None:
        return value
    quantity, finer = expression.extra
    between = "T" if finer <= Unit.HOUR < unit else ""
    return f"{value}{between}{_amount(quantity, finer)}{_UNIT_LETTERS[finer]}"


def _recurrence_value(expression: Recurrence) -> str:
    if expression.every:
        return expression.every
    inner = expression.of
    if isinstance(inner, Duration):
        return duration_value(inner)
    if isinstance(inner, Calendar):
        return _recurring_name(inner)
    return "PXX"


def _recurring_name(inner: Calendar) -> str:
    part = f"T{inner.part}" if inner.part else ""
    if inner.weekday:
        return f"XXXX-WXX-{inner.weekday}{part}"
    if inner.month:
        return f"XXXX-{inner.month:02d}" + (f"-{inner.day:02d}" if inner.day else "")
    if inner.season:
        return f"XXXX-{inner.season}"
    return f"XXXX-XX-XX{part}"


def _unresolved_value(expression: Expression) -> str:
    """Write a value whose anchor is not known, with X for what is open."""
    if isinstance(expression, Calendar):
        if expression.weekday and not expression.day:
            return f"XXXX-WXX-{expression.weekday}"
        if expression.month:
            return f"XXXX-{expression.month:02d}" + (
                f"-{expression.day:02d}" if expression.day and expression.day > 0 else ""
            )
        if expression.season:
            return f"XXXX-{expression.season}"
        if expression.clock:
            return f"XXXX-XX-XXT{expression.clock.hour:02d}:{expression.clock.minute or 0:02d}"
        return "XXXX-XX-XX"
    if isinstance(expression, Shift) and expression.quantity.value is None:
        return "PAST_REF" if expression.direction < 0 else "FUTURE_REF"
    unit = expression.unit if isinstance(expression, Deictic | Shift) else Unit.DAY
    forms = {Unit.WEEK: "XXXX-WXX", Unit.MONTH: "XXXX-XX", Unit.YEAR: "XXXX"}
    part = getattr(expression, "part", None)
    return forms.get(unit, "XXXX-XX-XX") + (f"T{part}" if part else "")
