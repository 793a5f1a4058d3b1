"""When a fiscal year begins and ends, by country."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from vedette.dates.context import Context
from vedette.dates.expressions import FiscalYear
from vedette.dates.lexicon import load_table
from vedette.dates.periods import NOTHING, Range
from vedette.dates.stamps import add_months

TABLE = Path(__file__).with_name("fiscal_years.yaml")

_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Custom:
    """A country's fiscal year: its first month and day, and how many years before a year told alone it begins."""

    month: int
    day: int
    before: int | None

    def first_day(self, year: int) -> dt.date:
        """Give the first day of the fiscal year that begins in a calendar year."""
        return dt.date(year, self.month, self.day)

    def days_from(self, year: int) -> Range:
        """Give the fiscal year that begins in a calendar year."""
        return Range(self.first_day(year), self.first_day(year + 1) - _DAY)


_CALENDAR_YEAR = Custom(1, 1, 0)


@cache
def _customs() -> dict[str, Custom | None]:
    return {code: _custom(**entry) for code, entry in load_table(TABLE).items()}


def _custom(begins: str | None, named: str | None) -> Custom | None:
    if begins is None:
        return None
    month, _, day = begins.partition("-")
    return Custom(int(month), int(day), {"first": 0, "last": 1}.get(named or ""))


def custom_of(country: str | None) -> Custom | None:
    """Give a country's custom; None where no country is known, or its first day is not certain."""
    return _customs().get(country, _CALENDAR_YEAR) if country is not None else None


def range_of_fiscal_year(expression: FiscalYear, context: Context) -> Range:
    """Work out a fiscal year's days, or a quarter of it.

    Two years told without a country stand for themselves; of one year told alone nothing is known without it.
    """
    custom = custom_of(expression.country or context.country)
    days = _whole_year(expression, custom, context)
    if expression.quarter is None or days.first is None:
        return days
    return _quarter_of(days.first, expression.quarter) if custom is not None else NOTHING


def _whole_year(expression: FiscalYear, custom: Custom | None, context: Context) -> Range:
    if expression.year is None:
        return _running(expression.offset, custom, context)
    if expression.last is not None:
        if custom is None or custom == _CALENDAR_YEAR:
            return Range(dt.date(expression.year, 1, 1), dt.date(expression.last, 12, 31))
        return Range(custom.first_day(expression.year), custom.first_day(expression.last) - _DAY)
    if custom is None or custom.before is None:
        return NOTHING
    return custom.days_from(expression.year - custom.before)


def _running(offset: int, custom: Custom | None, context: Context) -> Range:
    """Give "this fiscal year", up to the document's day unless the words look ahead, or one beside it."""
    day = context.day
    if custom is None or day is None:
        return NOTHING
    year = day.year if custom.first_day(day.year) <= day else day.year - 1
    days = custom.days_from(year + offset)
    return days if offset or context.looks_ahead else Range(days.first, day)


def _quarter_of(first: dt.date, quarter: int) -> Range:
    begin, end = (
        dt.date(*add_months(first.year, first.month, 3 * count), first.day) for count in (quarter - 1, quarter)
    )
    return Range(begin, end - _DAY)
