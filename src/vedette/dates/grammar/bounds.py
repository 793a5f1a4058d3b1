"""Stretches bounded by dates: "since March", "until 10 December", "between 4 and 18 January", "throughout 2019"."""

from __future__ import annotations

from dataclasses import replace

from vedette.dates.expressions import (
    ONE,
    Anchor,
    Between,
    Both,
    Bound,
    Bounded,
    Calendar,
    Deictic,
    Duration,
    Expression,
    Quantity,
    Shift,
    Vague,
)
from vedette.dates.grammar.base import GRAMMAR
from vedette.dates.patterns import Reading
from vedette.dates.stamps import UNIT_WORDS, Unit
from vedette.dates.tense import looks_ahead

NIGHT_BETWEEN = "night between two days"
_BOUNDS = {
    "since": Bound.SINCE,
    "until": Bound.UNTIL,
    "till": Bound.UNTIL,
    "by": Bound.BY,
    "before": Bound.BEFORE,
    "after": Bound.AFTER,
    "from": Bound.FROM,
    "throughout": Bound.THROUGHOUT,
}


@GRAMMAR.rule("POINT", "point", "date:DATE|RELATIVE|SHIFT|TIME")
def point(date: Expression) -> Expression:
    """Take any point or stretch of the calendar."""
    return date


@GRAMMAR.rule("TIMEX", "time expression", "date:VAGUE|POINT|DURATION|SET")
def timex(date: Expression) -> Expression:
    """Take anything that is marked as a time expression."""
    return date


@GRAMMAR.rule("PHRASE", "plain", "on|in|at|during|over|for|the|of|only? the|a|an? date:TIMEX")
def plain(date: Expression) -> Expression:
    """Take a time expression with its preposition."""
    return date


@GRAMMAR.rule(
    "PHRASE",
    "bounded",
    "word:since|until|till|by|before|after|from|throughout at|about|early|the? the? date:TIMEX",
)
def bounded(word: str, date: Expression) -> Expression | None:
    """Make "since March", "by Friday"."""
    if isinstance(date, Duration) and date.window is None and word in ("after", "before"):
        return Shift(date.quantity, date.unit, 1 if word == "after" else -1, Anchor.FOCUS)
    return Bounded(_BOUNDS[word], date)


@GRAMMAR.rule("PHRASE", "at the latest", "no|not later than on? the? date:TIMEX", "by|on? date:POINT at the latest")
def at_latest(date: Expression) -> Expression:
    """Make "no later than 5 June", "by Friday at the latest"."""
    return Bounded(Bound.BY, date)


@GRAMMAR.rule(
    "PHRASE",
    "at the earliest",
    "no|not earlier|sooner than on? the? date:TIMEX",
    "not before|until|till the? date:TIMEX",
    "on|from? date:POINT at the earliest",
)
def at_earliest(date: Expression, reading: Reading, first: int, last: int) -> Expression | None:
    """Make "not before 5 June", "no earlier than May"; what was done "not until" a day was done on that day."""
    until = not {"until", "till"}.isdisjoint(token.lower for token in reading.tokens[first:last])
    return date if until and not looks_ahead(reading, first, last) else Bounded(Bound.NOT_BEFORE, date)


@GRAMMAR.rule(
    "PHRASE",
    "clock in two zones",
    "at|on|around? one:POINT (|,|/ two:POINT )",
    "at|on|around? one:POINT (|,|/ two:POINT",
)
def two_zones(one: Expression, two: Expression) -> Expression | None:
    """Make "01:30 local time (21:30 GMT on Monday)": the local one is meant, or the first that has a day."""
    if not (isinstance(one, Calendar) and isinstance(two, Calendar) and one.clock and two.clock):
        return None
    if one.clock.zone is None and two.clock.zone is None:
        return None
    return two if two.clock.zone in (None, "local") and one.clock.zone not in (None, "local") else one


@GRAMMAR.rule("PHRASE", "onwards", "from? date:POINT onwards|onward|on")
def onwards(date: Expression) -> Expression:
    """Make "from March onwards"."""
    return Bounded(Bound.FROM, date)


@GRAMMAR.rule(
    "PHRASE",
    "between",
    "between|from? the? one:POINT and|to|until|till|through|-|–|— the? two:POINT",
    "in|on|during the night of|from|between one:POINT and|to|-|–|—|into the? two:POINT",
    "overnight between|from one:POINT and|to|-|–|—|into the? two:POINT",
    "between|from? the? night|evening|morning? of|from? one:POINT and|to|until|till|through|-|–|—|into the? two:POINT",
)
def between(one: Expression, two: Expression) -> Expression | None:
    """Make "from 3 to 9 May 2003", "between January and mid-June"."""
    return Between(*share(one, two))


@GRAMMAR.rule(
    "PHRASE",
    "days of one month",
    "between|from|on? the? WEEKDAY? day:DAYNUMBER and|to|until|-|–|—|or|through the? two:DAY",
    "pair:DAYPAIR month:MONTH year:FULLYEAR?",
    "between|from? month:MONTH DOT? day:DAYNUMBER and|to|until|-|–|—|or|through the? end:DAYNUMBER ,? year:FULLYEAR?",
)
def days_of_month(
    day: int | None = None,
    two: Calendar | None = None,
    month: int | None = None,
    end: int | None = None,
    year: int | None = None,
    pair: tuple[int, int] | None = None,
) -> Expression | None:
    """Make "4 to 18 January", "January 4-18, 2003", "30/31 January"."""
    if pair is not None:
        day, end = pair
    if two is None:
        return Between(Calendar(year=year, month=month, day=day), Calendar(year=year, month=month, day=end))
    if not isinstance(two, Calendar) or two.month is None or two.day is None:
        return None
    return Between(replace(two, day=day, weekday=None), two)


@GRAMMAR.rule(
    "PHRASE",
    "years joined",
    "between|from? one:YEAR and|to|-|–|—|through two:YEAR",
    "between|from? one:YEAR -|–|—|/ two:~INTEGER",
)
def years_joined(one: int, two: int) -> Expression | None:
    """Make "1983-85", "2010 to 2012"."""
    last = one // 100 * 100 + two if two < 100 else two
    return Between(Calendar(year=one), Calendar(year=last)) if last >= one else None


@GRAMMAR.rule(
    "PHRASE",
    "said twice",
    "one:RELATIVE|SHIFT , on? WEEKDAYONLY",
    "RELATIVE|SHIFT , on? WEEKDAYONLY? ,? one:DAY",
    "one:WEEKDAYONLY , RELATIVE",
)
def said_twice(one: Expression) -> Expression:
    """Make "yesterday, Sunday" and "yesterday, 30 March", where the date in full tells more than the day word."""
    return one


@GRAMMAR.rule("PHRASE", "day of a row", "on? the? very? order:ORDER unit:day|night")
def day_of_row(order: int, unit: str, reading: Reading, first: int) -> Expression | None:
    """Make "the second day": so many days on from the day that the text speaks of.

    "Fighting for the third day" has gone on for three, up to the document's day.
    """
    before = [token.lower for token in reading.tokens[max(0, first - 2) : first + 1]]
    if "for" in before and order > 1:
        last = Deictic(Unit.DAY, 0 if unit == "day" else -1, Anchor.DOCUMENT)
        return Duration(Quantity(order), Unit.DAY, window="ending", of=last)
    return Shift(Quantity(order - 1), Unit.DAY, 1, Anchor.FOCUS, part="NI" if unit == "night" else None)


@GRAMMAR.rule(
    "PHRASE",
    "days in a row",
    "for? the|a? order:ORDER day|night of:DAYWORDONLY",
    "for? the|a? order:ORDER day|night on of:DAY|WEEKDAYONLY",
    "for? the|a? order:ORDER straight|consecutive|successive|running? day in|running a? row?",
)
def days_in_row(order: int, of: Expression | None = None) -> Expression | None:
    """Make "a third day on Thursday", "for the third day in a row": the days up to the last of them."""
    last = of or Deictic(Unit.DAY, 0, Anchor.DOCUMENT)
    return Duration(Quantity(order), Unit.DAY, window="ending", of=last) if order > 1 else last


@GRAMMAR.rule("PHRASE", "day by its number", "day number:INTEGER")
def numbered_day(number: int) -> Expression:
    """Make "day nine" of a strike: the nine days up to the document's."""
    return Duration(Quantity(number), Unit.DAY, window="ending", of=Deictic(Unit.DAY, 0, Anchor.DOCUMENT))


@GRAMMAR.rule("PHRASE", "days of the month spoken of", "the? day:DAYORDINAL and|to|until|- the two:DAYORDINAL")
def bare_days(day: int, two: int) -> Expression:
    """Make "the 4th and the 5th"."""
    return Between(Calendar(day=day), Calendar(day=two))


@GRAMMAR.rule("PHRASE", "half of a month", "the? order:first|second half of month:MONTH DOT? year:FULLYEAR?")
def half_of_month(order: str, month: int, year: int | None = None) -> Expression:
    """Make "the first half of February"."""
    first, last = (1, 15) if order == "first" else (16, -1)
    return Between(Calendar(year=year, month=month, day=first), Calendar(year=year, month=month, day=last))


@GRAMMAR.rule(
    "PHRASE",
    "length up to a day",
    "the? quantity:QUANTITY? unit:UNIT|UNITS that? to|ending|ended on? of:DAY|WEEKDAYONLY|RELATIVE",
)
def length_up_to(unit: str, of: Expression, quantity: Quantity = ONE) -> Expression:
    """Make "the seven days to Sunday", "the week ending 21 October"."""
    return Duration(quantity, UNIT_WORDS[unit], window="ending", of=of)


@GRAMMAR.rule(
    "PHRASE", "period reported on", "the? reporting period", "the? period under review", "the? reporting week|month"
)
def reporting_period() -> Expression:
    """Make "the reporting period"."""
    return Vague("PERIOD")


@GRAMMAR.rule("PHRASE", "both", "one:POINT and|or|, two:POINT")
def both(one: Expression, two: Expression, reading: Reading, first: int, last: int) -> Expression:
    """Make "Saturday and Sunday"; "today, 30 June", "last Tuesday, 6 May" and "2016, May 13" say one twice."""
    joined = {token.lower for token in reading.tokens[first:last]}
    if joined.isdisjoint(("and", "or")) and isinstance(two, Calendar) and two.day is not None:
        if isinstance(one, Deictic | Calendar) and _is_day_word(one):
            return replace(two, part=two.part or one.part)
        if isinstance(one, Calendar) and one.year is not None and not one.month and two.year is None:
            return replace(two, year=one.year)
    return Both(*share(one, two))


def _is_day_word(date: Deictic | Calendar) -> bool:
    """Tell "today" and "last Tuesday", which name a day that a date in full may follow."""
    if isinstance(date, Deictic):
        return date.unit is Unit.DAY
    return date.weekday is not None and date.day is None


@GRAMMAR.rule(
    "PHRASE", "year before its month", "in? year:YEAR month:MONTH", "in? the? month of month:MONTH of? year:YEAR?"
)
def year_month(month: int, year: int | None = None) -> Expression:
    """Make "2017 December", "the month of October of 2003"."""
    return Calendar(year=year, month=month)


@GRAMMAR.rule(
    "PHRASE", "up to now", "between|from one:POINT and|to|until|till now|today|present", "one:POINT and beyond|after"
)
def up_to_now(one: Expression) -> Expression:
    """Make "between 2016 and now", "2014 and beyond"."""
    return Bounded(Bound.SINCE, one)


@GRAMMAR.rule(
    "PHRASE",
    "what followed",
    "in|over|during? the? unit:day|night|week that|which followed",
    "in|over|during? the? units:UNITS that|which followed",
    "in|over|during? the? following units:UNITS",
    "in|over|during? the? quantity:QUANTITY units:UNITS that|which followed",
    "in|over|during? the? quantity:QUANTITY units:UNITS following",
    "for|in another quantity:QUANTITY units:UNITS",
)
def what_followed(unit: str = "", units: str = "", quantity: Quantity | None = None) -> Expression | None:
    """Make "in the days that followed", "the night that followed", "for another seven weeks"."""
    if quantity is not None:
        return Duration(quantity, UNIT_WORDS[units], window="after")
    if unit == "night":
        return Deictic(Unit.DAY, 0, Anchor.FOCUS, part="NI", whole=True)
    if unit in ("day", "week"):
        return Deictic(UNIT_WORDS[unit], 1, Anchor.FOCUS)
    return Shift(Quantity(None), UNIT_WORDS[units], 1, Anchor.FOCUS)


def share(one: Expression, two: Expression) -> tuple[Expression, Expression]:
    """Let the first of two dates take the year and the month that only the second states."""
    if not isinstance(one, Calendar) or not isinstance(two, Calendar):
        return one, two
    if one.year is None and two.year is not None and (one.month or one.season or one.day):
        one = replace(one, year=two.year)
    if one.day and not one.month and two.month:
        one = replace(one, month=two.month)
    if one.within is None and two.within is not None and one.year is None:
        one = replace(one, within=two.within)
    return one, two


@GRAMMAR.rule("PHRASE", "within", "within|in|inside the? just|only|barely? length:DURATION", "within the unit:UNIT")
def within(length: Duration | None = None, unit: str = "day") -> Expression:
    """Make "within 48 hours", "in three years"."""
    if length is None:
        return Duration(Quantity(1), UNIT_WORDS[unit], window="within")
    return replace(length, window=length.window or "within")


@GRAMMAR.rule(
    "PHRASE",
    NIGHT_BETWEEN,
    "overnight from|of|between? the? DAYNUMBER to|and|/|-|–|into the? date:DAY",
    "the? intervening? night of|from|between? the? DAYNUMBER to|and|/|-|–|into the? date:DAY",
    "the? intervening? night of|from|between? WEEKDAY to|and|/|-|–|into date:WEEKDAYONLY",
    "the? night to date:DAY",
    "the? night intervening? of|between? pair:DAYPAIR month:MONTH year:FULLYEAR?",
    "the? intervening night of|between? pair:DAYPAIR month:MONTH year:FULLYEAR?",
    "overnight WEEKDAY to|and|/|-|– weekday:WEEKDAY",
)
def night_between(
    date: Calendar | None = None,
    pair: tuple[int, int] = (1, 1),
    month: int = 1,
    year: int | None = None,
    weekday: int | None = None,
) -> Expression:
    """Make "the night of 16 to 17 September", "the night of 30/31 January": it ends on the day named last."""
    if weekday is not None:
        date = Calendar(weekday=weekday)
    elif date is None:
        date = Calendar(year=year, month=month, day=pair[1])
    return Shift(Quantity(1), Unit.DAY, -1, Anchor.FOCUS, of=date, part="NI")


@GRAMMAR.rule("PHRASE", "course of a unit", "in|over|during? the course of the unit:day|week|month|year")
def course_of(unit: str) -> Expression:
    """Make "in the course of the week": the running one; "of the day": the one that the text speaks of."""
    return Deictic(UNIT_WORDS[unit], 0, Anchor.FOCUS if unit == "day" else Anchor.DOCUMENT)


@GRAMMAR.rule("PHRASE", "eve", "the? eve of date:DATE|RELATIVE")
def eve(date: Expression) -> Expression:
    """Make "the eve of 5 May"."""
    return Shift(Quantity(1), Unit.DAY, -1, Anchor.FOCUS, of=date)


@GRAMMAR.rule(
    "PHRASE",
    "whole of",
    "the? whole|all|most|course|rest|remainder of date:POINT",
    "during|through|over|across all? of? the? date:POINT",
)
def whole_of(date: Expression) -> Expression:
    """Make "the whole of 2019"."""
    return Bounded(Bound.THROUGHOUT, date)
