"""Dates in figures: whether "04/03/2025" is 4 March or 3 April, by what else the document tells."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from vedette.dates.context import Context
from vedette.dates.expressions import Calendar
from vedette.dates.grammar.days import day_and_month
from vedette.dates.nearest import locate_day_month
from vedette.dates.patterns import Found, Reading

_RECENT = 45  # days before the document's own day within which a date is of its news
_SOON = 7  # days ahead within which it is
# Countries that write the month first, and those that write either; all others write the day first.
_MONTH_FIRST = frozenset({"US", "PH", "FM", "MH", "PW", "GU", "AS", "MP", "PR", "VI"})
_BOTH_ORDERS = frozenset({"CA"})
_MARKS = ("/", "-", "–")


def in_order(expression: Calendar, context: Context) -> Calendar | None:
    """Put day and month of a date in figures in the order of the document; None where nothing tells which it is."""
    day_first = context.day_first if context.day_first is not None else _by_itself(expression, context.day)
    if day_first is None:
        return None
    return replace(expression, swaps=False) if day_first else _turned(expression)


def _turned(expression: Calendar) -> Calendar:
    return replace(expression, month=expression.day, day=expression.month, swaps=False)


def is_day_first(
    reading: Reading, founds: Iterable[Found], day: dt.date | None, countries: frozenset[str]
) -> bool | None:
    """Tell which comes first in the document's dates in figures; None where nothing tells it, or not the same.

    A date tells it that can be read in one way only ("24/03/2025"), that has its weekday beside it, or that is of the
    document's own weeks in one order and not in the other; failing these, the countries that the document is of.
    """
    told = {order for found in founds if (order := _order_of(reading, found, day)) is not None}
    if told:
        return told.pop() if len(told) == 1 else None
    if not countries or countries & _BOTH_ORDERS:
        return None
    return {0: True, len(countries): False}.get(len(countries & _MONTH_FIRST))


def _order_of(reading: Reading, found: Found, day: dt.date | None) -> bool | None:
    date = found.expression
    if not isinstance(date, Calendar) or date.month is None or date.day is None:
        return None
    if date.swaps:
        return _by_itself(date, day)
    words = reading.text[reading.tokens[found.first].start : reading.tokens[found.last - 1].end]
    mark = next((held for held in _MARKS if words.count(held) == 2), None)
    pieces = words.split(mark) if mark is not None else []
    if len(pieces) != 3 or not all(piece.isdecimal() for piece in pieces) or len(pieces[0]) > 2:
        return None
    one, two = int(pieces[0]), int(pieces[1])
    return None if one == two else day_and_month(one, two, None) == Calendar(month=two, day=one)


def _by_itself(date: Calendar, day: dt.date | None) -> bool | None:
    return _by_weekday(date) if date.weekday is not None else _by_day(date, day)


def _by_weekday(date: Calendar) -> bool | None:
    fitting = [
        held for held in (date, _turned(date)) if (at := _day_of(held, None)) and at.isoweekday() == date.weekday
    ]
    return fitting[0] is date if len(fitting) == 1 else None


def _by_day(date: Calendar, day: dt.date | None) -> bool | None:
    if day is None:
        return None
    fitting = [
        held for held in (date, _turned(date)) if (at := _day_of(held, day)) and -_SOON <= (day - at).days <= _RECENT
    ]
    return fitting[0] is date if len(fitting) == 1 else None


def _day_of(date: Calendar, day: dt.date | None) -> dt.date | None:
    if date.year is None:
        stamp = locate_day_month(replace(date, swaps=False), Context(day=day)) if day is not None else None
        return stamp.date if stamp is not None else None
    return dt.date(date.year, date.month or 1, date.day or 1) if date.year > 0 else None
