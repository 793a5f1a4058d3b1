"""Words for what was found: the relation of a relative date, and how exact a range of days is."""

from __future__ import annotations

import datetime as dt
from calendar import month_name

from vedette.dates.calendars import is_national
from vedette.dates.expressions import (
    Anchor,
    Between,
    Both,
    Bounded,
    Calendar,
    Counted,
    Deictic,
    Duration,
    Expression,
    FiscalYear,
    Quantity,
    Recurrence,
    Shift,
    Vague,
)
from vedette.dates.grammar.days import is_no_day
from vedette.dates.periods import Range
from vedette.dates.stamps import SEASON_FIRST_MONTH, Unit, last_of_month
from vedette.dates.zones import is_told_elsewhere
from vedette.records import DatePrecision

_ANCHORS = {Anchor.DOCUMENT: "the report", Anchor.FOCUS: "the date spoken of"}
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}


def precision_of(days: Range) -> DatePrecision | None:
    """Tell how exact a range is by its length and where it begins; None where both sides are open."""
    first, last = days.first, days.last
    if first is None or last is None:
        return DatePrecision.RANGE if first or last else None
    length = (last - first).days + 1
    if length <= 2:
        return DatePrecision.DAY
    if length == 7 and first.isoweekday() == 1:
        return DatePrecision.WEEK
    if first.day == 1 and last == last_of_month(last.year, last.month):
        return _whole_months(first, last)
    return DatePrecision.RANGE


def _whole_months(first: dt.date, last: dt.date) -> DatePrecision:
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months == 3 and first.month in (*SEASON_FIRST_MONTH.values(), 1, 4, 7, 10):
        return DatePrecision.SEASON
    if months == 6 and first.month in (1, 7):
        return DatePrecision.SEASON
    names = {1: DatePrecision.MONTH, 12: DatePrecision.YEAR, 120: DatePrecision.DECADE, 1200: DatePrecision.CENTURY}
    if months >= 12 and first.month != 1:
        return DatePrecision.RANGE
    return names.get(months, DatePrecision.RANGE)


def amount_of(quantity: Quantity, unit: Unit) -> str:
    """Say an amount: "2 days", "some weeks"."""
    return _counted(quantity, unit.name.lower())


def _counted(quantity: Quantity, name: str) -> str:
    if quantity.value is None:
        return f"some {name}s"
    number = f"{quantity.value:g}"
    return f"{number} {name}{'' if quantity.value == 1 else 's'}"


def relation_of(expression: Expression) -> str | None:
    """Say how a date hangs on its anchor; None for one that stands on its own."""
    if isinstance(expression, Deictic):
        if expression.offset == 0:
            return f"the {expression.unit.name.lower()} of {_ANCHORS[expression.anchor]}"
        side = "before" if expression.offset < 0 else "after"
        return f"{amount_of(Quantity(abs(expression.offset)), expression.unit)} {side} {_ANCHORS[expression.anchor]}"
    if isinstance(expression, Shift):
        side = "before" if expression.direction < 0 else "after"
        on = "a happening" if expression.event else ("a date" if expression.of else _ANCHORS[expression.anchor])
        return f"{amount_of(expression.quantity, expression.unit)} {side} {on}"
    if isinstance(expression, Calendar):
        zone = expression.clock.zone if expression.clock is not None else None
        relation = _calendar_relation(expression)
        return relation if zone is None or zone == "local" else f"{relation or 'the day told'}, by {zone.upper()}"
    if isinstance(expression, Counted):
        side = "before" if expression.direction < 0 else "after"
        on = _ANCHORS[expression.anchor] if expression.since is None else "a date"
        return f"{_counted(expression.quantity, _name_of(expression.of))} {side} {on}"
    if isinstance(expression, FiscalYear):
        return _fiscal_relation(expression)
    return _stretch_relation(expression)


def _name_of(date: Calendar) -> str:
    """Name a day, a month or a season of which there are many."""
    if date.weekday is not None:
        return _WEEKDAYS[date.weekday - 1]
    return month_name[date.month] if date.month is not None else _SEASONS[date.season or "WI"]


def _fiscal_relation(expression: FiscalYear) -> str | None:
    """Say which fiscal year is meant where its days are not the words' own."""
    if expression.year is None:
        named = {-1: "the fiscal year before the running one", 1: "the fiscal year after the running one"}.get(
            expression.offset, "the running fiscal year"
        )
    else:
        named = f"fiscal year {expression.year}" + (f"-{expression.last}" if expression.last is not None else "")
    quarter = f"quarter {expression.quarter} of " if expression.quarter is not None else ""
    return quarter + named + (f" of {expression.country}" if expression.country is not None else "")


def missing_of(expression: Expression) -> str | None:
    """Say what would have to be known to give a date its days; None where its relation tells that."""
    if isinstance(expression, Calendar) and expression.swaps:
        return "a date in figures of which nothing tells whether the day or the month stands first"
    if isinstance(expression, Calendar) and expression.feast and is_national(expression.feast):
        return "a national day whose country is not told, or has none of that name"
    if isinstance(expression, FiscalYear):
        return f"{_fiscal_relation(expression)}, whose first day is not told"
    return None


def _calendar_relation(expression: Calendar) -> str | None:
    if (
        expression.month
        and (expression.day or 0) > 0
        and is_no_day(expression.month, expression.day or 1, expression.year)
    ):
        return "a day that no calendar has"
    if expression.year is not None:
        return None
    if is_told_elsewhere(expression) and expression.within is not None:
        return f"the local day of {relation_of(expression.within)}"
    if expression.within is not None:
        return f"within {relation_of(expression.within) or 'a stated time'}"
    missing = "year" if expression.month or expression.season or expression.feast else "month"
    named = (
        _WEEKDAYS[expression.weekday - 1]
        if expression.weekday and not expression.day
        else f"date without its {missing}"
    )
    return f"{expression.pick} {named}"


def _stretch_relation(expression: Expression) -> str | None:
    if isinstance(expression, Bounded):
        inner = relation_of(expression.of) if expression.of is not None else "a happening"
        return f"{expression.bound} {inner or 'a stated date'}"
    if isinstance(expression, Between | Both):
        return relation_of(expression.first) or relation_of(expression.last)
    if isinstance(expression, Duration):
        return f"{amount_of(expression.quantity, expression.unit)}, {expression.window or 'side not told'}"
    if isinstance(expression, Vague):
        return expression.ref.lower().replace("_", " ")
    if isinstance(expression, Recurrence):
        return "recurring"
    return None
