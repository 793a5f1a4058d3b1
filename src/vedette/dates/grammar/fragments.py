"""Fragments: what a word or two stand for where a given span holds no more: "dawn", "20th", "15/11", "week"."""

from __future__ import annotations

import re

from vedette.dates.expressions import ONE, Anchor, Bound, Bounded, Calendar, Clock, Deictic, Duration, Expression
from vedette.dates.grammar.base import GRAMMAR
from vedette.dates.grammar.days import day_and_month
from vedette.dates.grammar.guards import is_measured
from vedette.dates.patterns import Reading
from vedette.dates.stamps import UNIT_WORDS, Unit

_AT_AN_HOUR = frozenset({"at", "about", "around", "approximately", "exactly"})


@GRAMMAR.rule("PHRASE", "month alone", "month:MONTH DOT?")
def month_alone(month: int) -> Expression:
    """Make "March", where the span holds no more."""
    return Calendar(month=month)


@GRAMMAR.rule(
    "PHRASE",
    "hour alone",
    "at hour:INTEGER",
    "hour:#",
    "at about|around|approximately|exactly? hour:#",
    "about|around|approximately hour:#",
    "shortly|just? after|before hour:INTEGER",
)
def hour_alone(hour: int | str, reading: Reading, first: int, last: int) -> Expression | None:
    """Make "at three", "1900" after "at": a time of day that only the span shows to be one."""
    led = {token.lower for token in reading.tokens[max(0, first - 1) : last - 1]}
    text = str(hour)
    point = re.fullmatch(r"([01]?\d|2[0-3])\.([0-5]\d)", text)
    if point is not None:
        if is_measured(reading, first, last):
            return None
        return Calendar(clock=Clock(int(point[1]), int(point[2]), sure=len(point[1]) == 2))
    if isinstance(hour, int) and 1 <= hour <= 12:
        return Calendar(clock=Clock(hour, sure=False))
    four = len(text) == 4 and text.isdecimal() and int(text[:2]) < 24
    if four and (not led.isdisjoint(_AT_AN_HOUR) or (int(text[2:]) < 60 and not is_measured(reading, first, last))):
        return Calendar(clock=Clock(int(text[:2]), int(text[2:]) % 60))
    return None


@GRAMMAR.rule("PHRASE", "day and month in figures", "raw:#")
def figures_day_month(raw: str) -> Expression | None:
    """Make "15/11" where the span holds no more."""
    one, mark, two = raw.partition("/")
    if not mark or not one.isdecimal() or not two.isdecimal() or max(len(one), len(two)) > 2:
        return None
    return day_and_month(int(one), int(two), None)


@GRAMMAR.rule("PHRASE", "weekday in short", "weekday:WEEKDAY DOT?")
def short_weekday(weekday: int) -> Expression:
    """Make "Tue" where the span holds no more."""
    return Calendar(weekday=weekday)


@GRAMMAR.rule("PHRASE", "past unit", "this? past unit:week|month|year|weekend")
def past_unit(unit: str) -> Expression:
    """Make "past week" where the article stands outside the words given."""
    return Duration(ONE, UNIT_WORDS[unit], window="past")


@GRAMMAR.rule("PHRASE", "unit alone", "unit:week|month|year|weekend|quarter|day")
def unit_alone(unit: str) -> Expression:
    """Make "week" in "the week's attacks", where the span holds no more."""
    return Deictic(UNIT_WORDS[unit], 0, Anchor.DOCUMENT if unit == "weekend" else Anchor.FOCUS)


@GRAMMAR.rule(
    "PHRASE", "month's end", "until|till|by|at|before? the? month -? end", "until|till|by|at|before? the? month ' s end"
)
def months_end(reading: Reading, first: int) -> Expression:
    """Make "month-end" and "until month's end": the last day of the running month."""
    end = Calendar(day=-1, within=Deictic(Unit.MONTH, 0, Anchor.DOCUMENT))
    bound = reading.tokens[first].lower
    return end if bound in ("the", "at", "month") else Bounded(Bound("until" if bound == "till" else bound), end)


@GRAMMAR.rule(
    "PHRASE",
    "day of a month not told",
    "on? a|an|one WEEKDAY PART? in|of early|late|mid? date:MONTHONLY",
    "WEEKDAY PART in date:MONTHONLY",
)
def some_day_in(date: Expression) -> Expression:
    """Make "a Friday in October": any of them, so that the month is all that is told."""
    return date


@GRAMMAR.rule("PHRASE", "day alone", "on? the? day:DAYORDINAL")
def day_alone(day: int) -> Expression:
    """Make "20th", where the span holds no more."""
    return Calendar(day=day)


@GRAMMAR.rule("PHRASE", "after dark", "after|before|at dark")
def after_dark() -> Expression:
    """Make "after dark": the evening that the text speaks of."""
    return Deictic(Unit.DAY, 0, Anchor.FOCUS, part="EV", bare=True)


@GRAMMAR.rule(
    "PHRASE", "part of the day alone", "at|by|before|in|during? the? part:PART", "first light", "at first light"
)
def part_alone(reading: Reading, first: int, part: str = "MO") -> Expression:
    """Make "dawn", "evening", where the span holds no more; "in the night" is the whole of it."""
    whole = part == "NI" and reading.tokens[first].lower in ("in", "during")
    return Deictic(Unit.DAY, 0, Anchor.FOCUS, part=part, bare=True, whole=whole)
