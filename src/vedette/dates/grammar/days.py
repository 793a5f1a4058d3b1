"""Days as the calendar writes them: "12 July 2003", "11/02/89", "Friday, 8 September", "the 23rd", "week 41"."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import replace

from vedette.dates.expressions import Calendar, Clock, Deictic, Expression
from vedette.dates.grammar.base import GRAMMAR
from vedette.dates.grammar.guards import is_month_word, is_weekday_word
from vedette.dates.grammar.readers import full_year
from vedette.dates.lexicon import words
from vedette.dates.patterns import Reading
from vedette.dates.stamps import Unit

# What follows a dateline's date: an agency's name or a dash.
AFTER_DATELINE = frozenset({"(", "--", "–", "—"})
_MOST_WEEKS = 5
_DAYS_IN_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_no_day(month: int, day: int, year: int | None) -> bool:
    """Tell "31 February" and "29 February 2025": the calendar has no such day."""
    if not fits(month, day):
        return True
    return day == 29 and month == 2 and year is not None and year > 0 and not calendar.isleap(year)


def fits(month: int, day: int) -> bool:
    """Tell whether a month has such a day."""
    return 1 <= month <= 12 and 1 <= day <= _DAYS_IN_MONTH[month - 1]


@GRAMMAR.rule("FIGURES", "numeric date", "raw:#")
def numeric_date(raw: str) -> Expression | None:
    """Make a date written in digits only: 2003-04-05, 11/02/89, 27.01.2013, 19980108."""
    if len(raw) >= 10 and raw[4:5] == "-" and raw[7:8] == "-":
        return _iso_date(raw)
    for mark in ("/", "."):
        pieces = raw.split(mark)
        if len(pieces) == 3 and all(piece.isdecimal() for piece in pieces):
            return _slashed_date(pieces, day_first=mark == ".")
    if len(raw) == 8 and raw.isdecimal() and raw[:2] in ("19", "20"):
        return _in_digits(raw[:4], raw[4:6], raw[6:])
    return None


def _in_digits(year: str, month: str, day: str) -> Calendar | None:
    return Calendar(year=int(year), month=int(month), day=int(day)) if fits(int(month), int(day)) else None


def _iso_date(raw: str) -> Calendar | None:
    date = _in_digits(raw[:4], raw[5:7], raw[8:10])
    if date is None or len(raw) == 10:
        return date
    hour, minute, *rest = raw[11:].rstrip("Zz").split(":")
    clock = Clock(int(hour), int(minute), int(rest[0]) if rest else None)
    return replace(date, clock=clock) if clock.hour < 24 else date


def _slashed_date(pieces: list[str], *, day_first: bool) -> Calendar | None:
    if len(pieces[0]) == 4:
        return _in_digits(*pieces)
    if len(pieces[2]) not in (2, 4) or max(len(pieces[0]), len(pieces[1])) > 2:
        return None
    return day_and_month(int(pieces[0]), int(pieces[1]), full_year(pieces[2]), day_first=day_first)


def day_and_month(one: int, two: int, year: int | None, *, day_first: bool = False) -> Calendar | None:
    """Make a date of two figures, the day first where either could be; `swaps` is set unless the day is known to be."""
    if fits(two, one):
        return Calendar(year=year, month=two, day=one, swaps=not day_first and one != two and fits(one, two))
    return Calendar(year=year, month=one, day=two) if fits(one, two) else None


@GRAMMAR.rule("FIGURES", "date in figures with dashes", "one:# ~-|– two:~# ~-|– year:~#")
def dashed_date(one: str, two: str, year: str, reading: Reading, first: int, last: int) -> Expression | None:
    """Make "24-03-2025": two short figures and a year of four, with no more figures joined to them."""
    after = reading.tokens[last] if last < len(reading.tokens) else None
    before = reading.tokens[first - 1] if first > 0 else None
    joined = (after is not None and after.glued and after.text in "-–/") or (
        before is not None and before.text in "-–/" and reading.tokens[first].glued
    )
    if joined or len(year) != 4 or not all(piece.isdecimal() for piece in (one, two, year)):
        return None
    return _slashed_date([one, two, year], day_first=False) if len(one) < 3 else None


@GRAMMAR.rule("DATE", "date in figures", "date:FIGURES", "weekday:WEEKDAY DOT? ,? date:FIGURES")
def date_in_figures(date: Calendar, weekday: int | None = None) -> Expression:
    """Take a date in figures, with its weekday where that stands before it."""
    return replace(date, weekday=weekday) if weekday is not None else date


@GRAMMAR.rule(
    "DAY",
    "month and day",
    "month:MONTH DOT? the? day:DAYNUMBER",
    "month:MONTH DOT? the? day:DAYNUMBER ,? year:FULLYEAR",
)
def month_day(
    month: int, day: int, reading: Reading, first: int, last: int, year: int | None = None
) -> Expression | None:
    """Make "July 12", "July 12, 2003"."""
    return _day_of_month(month, day, year, reading, first, last)


@GRAMMAR.rule(
    "DAY",
    "day and month",
    "the? day:DAYNUMBER -? of? month:MONTH DOT? year:FULLYEAR",
    "the? day:DAYNUMBER -? of? month:MONTH -|, year:FULLYEAR",
    "the? day:DAYNUMBER -? of? month:MONTH DOT?",
    "the? day:DAYNUMBER -? of? month:MONTH DOT? year:DATELINEYEAR",
    "the? day:DAYNUMBER day of month:MONTH DOT?",
    "the? day:DAYNUMBER of month:MONTH DOT? of year:YEAR",
    "the? day:DAYNUMBER day of month:MONTH DOT? ,? year:FULLYEAR",
)
def day_month(
    month: int, day: int, reading: Reading, first: int, last: int, year: int | None = None
) -> Expression | None:
    """Make "12 July", "the 12th of July 2003", "12-July-2003"."""
    return _day_of_month(month, day, year, reading, first, last)


def _day_of_month(month: int, day: int, year: int | None, reading: Reading, first: int, last: int) -> Expression | None:
    if not is_month_word(reading, first, last, with_number=True):
        return None
    day_first = "MONTH" not in reading.tokens[first].keys
    if year is not None and year < _FIRST_LIKELY_YEAR and _is_time_of_day(reading, last):
        return None  # "29 Sept, 1120 local"
    if not fits(month, day) and year is None and not day_first:
        return None  # "in February 30 people fled"
    if any(
        "ORDINAL" in token.keys and token.capital and not token.text[0].isdecimal()
        for token in reading.tokens[first:last]
    ):
        return None  # "the Fourteenth of March Movement" is a name
    return Calendar(year=year, month=month, day=day)


def _is_time_of_day(reading: Reading, last: int) -> bool:
    """Tell a number before token `last` that is a time of day after a date: before "local" or "hrs", or after "Dec"."""
    month = reading.tokens[last - 2].text if last >= 2 else ""
    after = reading.tokens[last].lower if last < len(reading.tokens) else ""
    return after in _OF_A_CLOCK or ("MONTH" in reading.tokens[last - 2].keys and len(month) <= 4 and month != "May")


_FIRST_LIKELY_YEAR = 1500
_OF_A_CLOCK = frozenset({"local", "hours", "hrs", "gmt", "utc", "z", "h"})


@GRAMMAR.reader("TIMEGROUP", "#")
def read_time_group(reading: Reading, position: int) -> Iterator[tuple[tuple[int, Clock], int]]:
    """Read the day, hour and minute of a military message in one: "152330", "151000-1300" (its beginning)."""
    tokens, text = reading.tokens, reading.tokens[position].text
    if len(text) != 6 or not text.isdecimal():
        return
    day, hour, minute = int(text[:2]), int(text[2:4]), int(text[4:])
    if not 1 <= day <= 31 or hour >= 24 or minute >= 60:
        return
    after = position + 1
    if after + 1 < len(tokens) and tokens[after].text in "-–" and tokens[after + 1].text.isdecimal():
        after += 2
    yield (day, Clock(hour, minute)), after


@GRAMMAR.rule(
    "DATE",
    "date-time group",
    "group:TIMEGROUP zone:ZONE? month:MONTH DOT? year:YEAR?",
    "group:TIMEGROUP zone:~ZONE",
)
def time_group(
    group: tuple[int, Clock], month: int | None = None, zone: str | None = None, year: int | None = None
) -> Expression:
    """Make "152330 Sep", "040810Z MAR 2016", "040810Z"."""
    day, clock = group
    return Calendar(year=year, month=month, day=day, clock=replace(clock, zone=zone))


@GRAMMAR.reader("DATELINEYEAR", "#")
def read_dateline_year(reading: Reading, position: int) -> Iterator[tuple[int, int]]:
    """Read a year in two figures in a dateline: "23 July 89 (Agency)"."""
    text = reading.tokens[position].text
    after = reading.tokens[position + 1].text if position + 1 < len(reading.tokens) else ""
    if len(text) == 2 and text.isdecimal() and after in AFTER_DATELINE:
        yield full_year(text), position + 1


@GRAMMAR.rule("DAY", "last day of a month", "the? edge:last|first|final unit:day|night of month:MONTH year:FULLYEAR?")
def edge_day(edge: str, month: int, unit: str = "day", year: int | None = None) -> Expression:
    """Make "the last day of June", "the last night of March"; -1 stands for the month's last day."""
    return Calendar(year=year, month=month, day=1 if edge == "first" else -1, part="NI" if unit == "night" else None)


@GRAMMAR.rule("DAY", "day of the month", "the day:DAYORDINAL")
def bare_day(day: int, reading: Reading, first: int, last: int) -> Expression | None:
    """Make "the 23rd": the month is to be found; words ("the third") only after "on" and before no noun."""
    after = reading.tokens[last] if last < len(reading.tokens) else None
    digits = "#" in reading.tokens[last - 2].keys if last >= 2 else False
    before = reading.tokens[first - 1].lower if first > 0 else ""
    if after is not None and after.text[0].isalnum():
        plain = not after.capital and after.lower not in _COUNTED_AFTER_DAY
        return Calendar(day=day) if digits and before in _BEFORE_DAY and plain else None
    return Calendar(day=day) if before == "on" or (before in _BEFORE_DAY and digits) else None


_BEFORE_DAY = frozenset({"on", "of", "since", "until", "by", "to", "from", "and"})
_COUNTED_AFTER_DAY = words("counted-after-day")


@GRAMMAR.rule("WEEKDAYONLY", "weekday", "weekday:WEEKDAY")
def bare_weekday(weekday: int, reading: Reading, first: int, last: int) -> Expression | None:
    """Make a day of the week, where the word is not a noun of another kind ("sat", "sun", "wed")."""
    return Calendar(weekday=weekday) if is_weekday_word(reading, first, last) else None


@GRAMMAR.rule(
    "DAY",
    "weekday and date",
    "weekday:WEEKDAY DOT? ,? the? date:DAY",
    "weekday:WEEKDAY DOT? ( date:DAY )",
    "weekday:WEEKDAY day:DAYNUMBER inst|instant .?",
    "weekday:WEEKDAY ,? the? day:LASTORDINAL",
    "weekday:WEEKDAY day:FIGUREORDINAL",
    "day:DAYNUMBER inst|instant .?",
)
def weekday_date(weekday: int | None = None, date: Calendar | None = None, day: int | None = None) -> Expression:
    """Make "Friday, 8 September", "Wednesday 2 inst."; the weekday helps to find the year."""
    if date is None:
        return Calendar(day=day, weekday=weekday)
    return replace(date, weekday=weekday)


@GRAMMAR.rule(
    "DAY",
    "weekday of a month",
    "the? order:ORDER weekday:WEEKDAY of|in month:MONTH ,? year:FULLYEAR?",
    "the? order:last weekday:WEEKDAY of|in month:MONTH ,? year:FULLYEAR?",
    "the? order:first|last weekday:WEEKDAY of|in year:YEAR",
)
def weekday_of_month(
    order: int | str, weekday: int, month: int | None = None, year: int | None = None
) -> Expression | None:
    """Make "the second Sunday of March", "the last Friday in July", "the first Saturday of 2018"."""
    nth = order if isinstance(order, int) else 1 if order == "first" else -1
    month = month or (1 if nth > 0 else 12)
    return Calendar(year=year, month=month, weekday=weekday, nth=nth) if nth <= _MOST_WEEKS else None


@GRAMMAR.rule(
    "DATE",
    "weekday of a relative month",
    "the? order:ORDER|last weekday:WEEKDAY of|in within:RELATIVE|OFUNIT",
)
def weekday_within(order: int | str, weekday: int, within: Expression) -> Expression | None:
    """Make "the first Monday of this month", "the last Friday of the month"."""
    nth = order if isinstance(order, int) else -1
    month = isinstance(within, Deictic) and within.unit is Unit.MONTH
    return Calendar(weekday=weekday, nth=nth, within=within) if month and nth <= _MOST_WEEKS else None


@GRAMMAR.rule("WEEKONLY", "week of a date", "the? week of date:DAY", "the? week beginning|starting|ending on? date:DAY")
def week_of(date: Calendar) -> Expression:
    """Make "the week of 14 May"."""
    return Calendar(week=-1, within=date)


@GRAMMAR.rule("WEEKONLY", "numbered week", "week|weekly week:INTEGER ,? year:YEAR?")
def numbered_week(week: int, year: int | None = None) -> Expression | None:
    """Make "week 41"."""
    return Calendar(week=week, year=year) if 1 <= week <= 53 else None
