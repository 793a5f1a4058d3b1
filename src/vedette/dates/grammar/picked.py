"""Names picked out of many, and dates within another: "last Monday", "that September", "July 12 last year"."""

from __future__ import annotations

from dataclasses import replace

from vedette.dates.calendars import is_national, is_own_year
from vedette.dates.expressions import Anchor, Calendar, Deictic, Expression, Pick, Shift
from vedette.dates.grammar.base import GRAMMAR
from vedette.dates.grammar.days import fits
from vedette.dates.grammar.feasts import is_also_name
from vedette.dates.nations import country_beside
from vedette.dates.patterns import Reading
from vedette.dates.stamps import Unit


@GRAMMAR.rule(
    "FEASTONLY",
    "feast",
    "feast:FEASTNAME",
    "the? month of feast:FEASTNAME|MONTHNAME",
    "feast:FEASTNAME ,? year:YEAR",
    "feast:FEASTNAME of|in year:YEAR",
)
def feast(feast: str, reading: Reading, first: int, last: int, year: int | None = None) -> Expression:
    """Make "Eid al-Fitr", "Ramadan 2019", "India's Republic Day"."""
    return Calendar(feast=feast, year=year, country=_country_of(feast, reading, first, last))


@GRAMMAR.rule("FEASTONLY", "month of another calendar", "feast:MONTHNAME ,? year:YEAR", "feast:MONTHNAME of year:YEAR")
def month_of_another(feast: str, year: int) -> Expression | None:
    """Make "Mizan 1402", "Rajab 1446": many of these names are people's too, so that the year must be their own."""
    return Calendar(feast=feast, year=year) if is_own_year(feast, year) else None


def _country_of(feast: str, reading: Reading, first: int, last: int) -> str | None:
    return country_beside(reading, first, last) if is_national(feast) else None


@GRAMMAR.rule(
    "DAY",
    "day of a feast",
    "the? number:ORDER day|night of the? feast:FEASTNAME ,? year:YEAR?",
    "the? edge:last|final|first|opening day|night of the? feast:FEASTNAME ,? year:YEAR?",
    "the? edge:eve of the? feast:FEASTNAME ,? year:YEAR?",
    "the? day:DAYNUMBER of? feast:MONTHNAME ,? year:YEAR?",
)
def day_of_feast(
    feast: str,
    reading: Reading,
    first: int,
    last: int,
    number: int | None = None,
    day: int | None = None,
    edge: str | None = None,
    year: int | None = None,
) -> Expression | None:
    """Make "the third day of Eid", "the eve of Ramadan", "15 Ramadan 1447"; 0 is the eve, -1 the last day."""
    if day is not None and year is None and is_also_name(feast):
        return None  # "20 Asad soldiers"
    edges = {"eve": 0, "last": -1, "final": -1}
    country = _country_of(feast, reading, first, last)
    return Calendar(feast=feast, year=year, day=number or day or edges.get(edge or "", 1), country=country)


@GRAMMAR.rule(
    "DATE",
    "calendar",
    "date:DAY|MONTHONLY|YEARONLY|WEEKDAYONLY|SEASONONLY|QUARTERONLY|HALFONLY|DECADEONLY|CENTURYONLY|WEEKONLY|FEASTONLY",
)
def any_calendar(date: Calendar) -> Expression:
    """Take any date of the calendar."""
    return date


@GRAMMAR.rule(
    "DATE",
    "early, mid or late",
    "the? edge:EDGE -? in? PART? of? the? date:MONTHONLY|YEARONLY|SEASONONLY|DECADEONLY|CENTURYONLY|RELATIVE",
    "the? edge:EDGE -? of? the? date:FEASTONLY|TENYEARSONLY",
    "the? very? edge:EDGE of the? date:MONTHONLY|YEARONLY|SEASONONLY|DECADEONLY|CENTURYONLY|RELATIVE",
    "edge:EDGE in the? date:MONTHONLY|YEARONLY|SEASONONLY|DECADEONLY|CENTURYONLY|RELATIVE",
)
def edge_of(edge: str, date: Expression) -> Expression | None:
    """Make "early May", "mid-2003", "the end of last year"."""
    return with_mod(date, edge)


def with_mod(date: Expression, mod: str) -> Expression | None:
    """Set a modifier on a date that can have one."""
    return replace(date, mod=mod) if isinstance(date, Calendar | Deictic) else None


@GRAMMAR.rule(
    "DATE",
    "date within a relative year",
    "date:DAY|MONTHONLY|SEASONONLY|QUARTERONLY|HALFONLY|WEEKDAYONLY|FEASTONLY of|, within:RELATIVE",
    "date:DAY|MONTHONLY|SEASONONLY|QUARTERONLY|HALFONLY|WEEKDAYONLY|FEASTONLY within:RELATIVE",
    "the? day:DAYORDINAL of within:RELATIVE|OFUNIT",
    "the? edge:last|first day of within:RELATIVE|OFUNIT",
)
def within_relative(
    within: Expression, date: Calendar | None = None, day: int | None = None, edge: str | None = None
) -> Expression | None:
    """Make "July 12 last year", "May of that year", "Thursday of last week", "the third of last month"."""
    unit = getattr(within, "unit", None)
    if date is None:
        number = day if day is not None else (1 if edge == "first" else -1)
        return Calendar(day=number, within=within) if unit is Unit.MONTH else None
    wanted = Unit.WEEK if date.weekday and not date.day else Unit.YEAR
    return replace(date, within=within) if unit is wanted and date.year is None else None


@GRAMMAR.rule(
    "DATEDBACK",
    "date of some years ago",
    "date:DAY|MONTHONLY|SEASONONLY|FEASTONLY of? within:SHIFT|RELATIVE",
)
@GRAMMAR.rule(
    "DATE",
    "year before its date",
    "within:RELATIVE ,? in|on|at the? date:DAY|MONTHONLY|FEASTONLY",
)
def within_year_back(within: Expression, date: Calendar, reading: Reading, last: int) -> Expression | None:
    """Make "20 April two years ago", "February three years ago", "last year in June"."""
    if last < len(reading.tokens) and "#" in reading.tokens[last].keys:
        return None  # "indicted last year in the October 1998 shooting"
    if date.year is not None or not _is_whole_year(within):
        return None
    return replace(date, within=within)


def _is_whole_year(within: Expression) -> bool:
    """Tell "two years ago", "last year" and "the year before" from stretches that are not just a year."""
    if isinstance(within, Shift):
        amount = within.quantity.value
        seen = within.anchor is Anchor.DOCUMENT and within.of is None and within.unit is Unit.YEAR
        return seen and amount is not None and not amount % 1
    if not isinstance(within, Deictic):
        return False
    return within.unit is Unit.YEAR and within.part_of_it is None and within.mod is None


@GRAMMAR.rule("DATE", "date of some years ago", "date:DATEDBACK")
def dated_back(date: Expression) -> Expression:
    """Take a date of some years ago."""
    return date


@GRAMMAR.rule("DATE", "picked", "the? pick:DEICTIC date:PICKABLE", "date:PICKABLE pick:last|next")
def picked(pick: str, date: Calendar) -> Expression:
    """Make "last Monday", "January last", "this summer", "next March"."""
    return replace(date, pick={"last": Pick.LAST, "next": Pick.NEXT, "this": Pick.THIS}[pick])


@GRAMMAR.rule(
    "DATE",
    "picked from the text",
    "the? pick:ANAPHOR date:PICKABLE",
    "the date:PICKABLE pick:before|previous|following|after",
)
def picked_anaphor(pick: str, date: Calendar) -> Expression:
    """Make "that September", "the following Tuesday", "the Sunday before"."""
    words = {"same": Pick.SAME, "following": Pick.FOLLOWING, "after": Pick.FOLLOWING}
    return replace(date, pick=words.get(pick, Pick.PREVIOUS))


@GRAMMAR.rule("PICKABLE", "name to pick", "date:PICKMONTH|PICKWEEKDAY|PICKSEASON|PICKFEAST|PICKDAY")
def pickable(date: Calendar) -> Expression:
    """Take a name of which there are many."""
    return date


@GRAMMAR.rule("PICKMONTH", "month", "month:MONTH DOT?")
def pick_month(month: int, reading: Reading, first: int) -> Expression | None:
    """Take a month's name; "that may" and "this march" are none."""
    word = reading.tokens[first]
    if word.lower in ("may", "march", "mar") and not word.capital and not _is_after_last(reading, first):
        return None
    return Calendar(month=month)


def _is_after_last(reading: Reading, first: int) -> bool:
    return reading.lower_case and first > 0 and reading.tokens[first - 1].lower in ("last", "next")


@GRAMMAR.rule("PICKDAY", "day of a month", "month:MONTH DOT? day:DAYNUMBER", "day:DAYNUMBER of? month:MONTH")
def pick_day(month: int, day: int) -> Expression | None:
    """Take a day of a month."""
    return Calendar(month=month, day=day) if fits(month, day) else None


@GRAMMAR.rule("PICKWEEKDAY", "weekday", "weekday:WEEKDAY")
def pick_weekday(weekday: int, reading: Reading, first: int) -> Expression | None:
    """Take a weekday's name, in full."""
    return Calendar(weekday=weekday) if len(reading.tokens[first].text) > 5 else None


@GRAMMAR.rule("PICKSEASON", "season", "season:SEASON")
def pick_season(season: str) -> Expression:
    """Take a season's name."""
    return Calendar(season=season)


@GRAMMAR.rule("PICKFEAST", "feast", "feast:FEASTNAME")
def pick_feast(feast: str, reading: Reading, first: int, last: int) -> Expression:
    """Take a feast's name."""
    return Calendar(feast=feast, country=_country_of(feast, reading, first, last))
