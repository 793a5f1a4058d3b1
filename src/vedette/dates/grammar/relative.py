"""Times reckoned from another: "last week", "the same month", "two days ago", "the following day", "on Monday night"."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from vedette.dates.expressions import Anchor, Calendar, Clock, Deictic, Expression, Pick, Quantity, Shift, Vague
from vedette.dates.grammar.base import GRAMMAR
from vedette.dates.patterns import Reading
from vedette.dates.stamps import UNIT_WORDS, Unit

_OFFSETS = {"last": -1, "previous": -1, "this": 0, "same": 0, "next": 1, "following": 1}
_BACK = frozenset({"ago", "earlier", "before", "previously", "prior", "back", "beforehand"})
_FROM_DOCUMENT = frozenset({"ago", "back", "hence"})


def _deictic(unit: str, which: str, anchor: Anchor) -> Deictic | None:
    if unit in ("second", "minute", "hour", "night", "fortnight"):
        return Deictic(Unit.DAY, _OFFSETS[which], anchor, part="NI") if unit == "night" else None
    return Deictic(UNIT_WORDS[unit], _OFFSETS[which], anchor)


@GRAMMAR.rule(
    "RELATIVE",
    "last, this or next",
    "earlier|later|sometime|early|late|so? far? the? pick:DEICTIC fiscal|calendar|whole? unit:UNIT",
    looks=True,
)
def deictic_unit(pick: str, unit: str, reading: Reading, first: int, last: int) -> Expression | None:  # noqa: ARG001
    """Make "last week", "this year", "next month"; "the next month" and "next day" follow what the text speaks of."""
    if any(token.lower == "past" for token in reading.tokens[first:last]):
        return None  # "the past year" is a length of time
    if pick == "next" and (unit == "day" or reading.tokens[first].lower == "the"):
        return _deictic(unit, pick, Anchor.FOCUS)
    if unit == "night" and pick == "last":
        return Deictic(Unit.DAY, -1, Anchor.DOCUMENT, part="NI")
    return _deictic(unit, pick, Anchor.DOCUMENT)


@GRAMMAR.rule(
    "RELATIVE",
    "unit beside the text's date",
    "the? pick:ANAPHOR same? unit:UNIT",
    "the next unit:UNIT",
    "the very next unit:UNIT",
    "the? unit:UNIT following|after",
    "on? the unit:UNIT before|previous",
)
def anaphoric_unit(unit: str, pick: str = "") -> Expression | None:
    """Make "the same month", "that day", "the following week", "the next day"."""
    return _deictic(unit, pick or "following", Anchor.FOCUS)


@GRAMMAR.rule("OFUNIT", "unit spoken of", "the unit:month|week|year")
def unit_spoken_of(unit: str) -> Expression:
    """Make "the month" in "the last day of the month"."""
    return Deictic(UNIT_WORDS[unit], 0, Anchor.FOCUS)


@GRAMMAR.rule(
    "RELATIVE",
    "latest quarter",
    "the latest|current unit:quarter|period",
    "the same? unit:quarter",
    "the latest? fiscal unit:year",
)
def latest_quarter(unit: str) -> Expression:
    """Make "the latest quarter": the one that the text speaks of, else the last that ended."""
    return Calendar(fiscal=True, quarter=-1) if unit != "year" else Deictic(Unit.YEAR, 0, Anchor.DOCUMENT)


@GRAMMAR.rule("RELATIVE", "the year", "the unit:year|week|month", looks=True)
def the_unit(unit: str, reading: Reading, first: int, last: int) -> Expression | None:
    """Make "the year", "the week" where they are the running ones: before a possessive, or at a clause's end."""
    before = reading.tokens[first - 1].lower if first > 0 else ""
    after = reading.tokens[last] if last < len(reading.tokens) else None
    ends = after is None or after.text in ".,;)" or after.text in "'’"
    if before not in ("for", "in", "of", "during", "and", "throughout", "with") or not ends:
        return None
    return Deictic(UNIT_WORDS[unit], 0, Anchor.DOCUMENT)


@GRAMMAR.rule(
    "RELATIVE",
    "end of the unit",
    "the? word:end|beginning|start|middle of the unit:year|month|week|century|decade",
    "later|earlier in the unit:year|month|week|day",
    "year -? end",
    "year ' s end",
    "the end of the day",
)
def end_of_unit(unit: str = "year", word: str = "end") -> Expression:
    """Make "the end of the month", "later in the year", "year-end"."""
    mods = {"end": "END", "middle": "MID"}
    return Deictic(UNIT_WORDS[unit], 0, Anchor.FOCUS, mod=mods.get(word, "START"))


@GRAMMAR.rule(
    "RELATIVE",
    "unit before or after",
    "the unit:UNIT side:before|after|following|previous",
    "on? the unit:UNIT side:before|after|following|previous",
)
def unit_beside(unit: str, side: str) -> Expression | None:
    """Make "the day before", "the week after"."""
    return _deictic(unit, "previous" if side in ("before", "previous") else "following", Anchor.FOCUS)


@GRAMMAR.rule("RELATIVE", "day word", "word:DAYWORD")
def day_word(word: list[Any]) -> Expression:
    """Make "today", "yesterday", "tonight"."""
    offset, part = word
    return Deictic(Unit.DAY, offset, Anchor.DOCUMENT, part=part)


@GRAMMAR.rule("RELATIVE", "day beyond", "the day side:before|after word:yesterday|tomorrow")
def day_beyond(side: str, word: str) -> Expression | None:
    """Make "the day before yesterday"."""
    offset = {("before", "yesterday"): -2, ("after", "tomorrow"): 2}.get((side, word))
    return Deictic(Unit.DAY, offset, Anchor.DOCUMENT) if offset else None


@GRAMMAR.rule("RELATIVE", "half of this year", "the? order:first|second half of this year")
def half_of_this_year(order: str) -> Expression:
    """Make "the first half of this year"."""
    return Calendar(half=1 if order == "first" else 2, pick=Pick.THIS)


@GRAMMAR.rule(
    "RELATIVE",
    "week after next",
    "the unit:UNIT side:before|after pick:last|next",
)
def unit_beyond(unit: str, side: str, pick: str) -> Expression | None:
    """Make "the week before last", "the week after next"."""
    offset = {("before", "last"): -2, ("after", "next"): 2}.get((side, pick))
    return Deictic(UNIT_WORDS[unit], offset, Anchor.DOCUMENT) if offset else None


@GRAMMAR.rule(
    "SHIFT",
    "so long before or after",
    "mod:APPROXWORD? quantity:QUANTITY -? unit:UNIT|UNITS side:ago|earlier|later|hence|previously|before|after|afterwards|beforehand|prior|back|on",
    "unit:UNITS side:ago|earlier|later|afterwards|beforehand|before|after",
    "a unit:UNIT side:ago|earlier|later|before|after",
    looks=True,
)
def shifted(  # noqa: PLR0913 (a rule's captures)
    unit: str,
    side: str,
    reading: Reading,
    first: int,
    last: int,
    quantity: Quantity = Quantity(None),  # noqa: B008 (frozen)
    mod: str | None = None,
) -> Expression | None:
    """Make "two days ago", "a week earlier", "hours later"."""
    if side in ("before", "after") and last < len(reading.tokens) and reading.tokens[last].text[0].isalnum():
        return None  # the date that it hangs on stands outside
    if side == "on" and (
        quantity.value is None or (last < len(reading.tokens) and reading.tokens[last].text[0].isalnum())
    ):
        return None
    if unit in UNIT_WORDS and reading.tokens[first].lower == "a" and quantity.value is None:
        quantity = Quantity(1)
    anchor = Anchor.DOCUMENT if side in _FROM_DOCUMENT else Anchor.FOCUS
    quantity = replace(quantity, mod=mod) if mod else quantity
    return Shift(quantity, UNIT_WORDS[unit], -1 if side in _BACK else 1, anchor, part="NI" if unit == "night" else None)


@GRAMMAR.rule("SHIFT", "hour later", "unit:UNIT side:ago|earlier|later|before", looks=True)
def unit_later(unit: str, side: str, reading: Reading, first: int, last: int) -> Expression | None:  # noqa: ARG001
    """Make "hour later" where the article stands outside the words given."""
    if side == "before" and first > 0 and reading.tokens[first - 1].lower == "the":
        return None
    return shifted(unit, side, reading, first, last, Quantity(1))


@GRAMMAR.rule(
    "SHIFT",
    "so long before or after a date",
    "quantity:QUANTITY unit:UNIT|UNITS side:before|after|from date:DATE|RELATIVE",
)
def shifted_from(quantity: Quantity, unit: str, side: str, date: Expression) -> Expression:
    """Make "two days after Christmas", "a week from Monday"."""
    return Shift(quantity, UNIT_WORDS[unit], -1 if side == "before" else 1, Anchor.FOCUS, of=date)


@GRAMMAR.rule("SHIFT", "day beside a date", "the unit:UNIT side:before|after date:DAY")
def unit_beside_date(unit: str, side: str, date: Expression) -> Expression:
    """Make "the day after 12 May"."""
    return Shift(Quantity(1), UNIT_WORDS[unit], -1 if side == "before" else 1, Anchor.FOCUS, of=date)


@GRAMMAR.rule("SHIFT", "unit ago this", "quantity:QUANTITY unit:UNIT|UNITS ago within:RELATIVE")
def ago_this(quantity: Quantity, unit: str, within: Expression) -> Expression | None:
    """Make "one year ago this week"."""
    if not isinstance(within, Deictic) or within.offset or within.anchor is not Anchor.DOCUMENT:
        return None
    return Shift(quantity, UNIT_WORDS[unit], -1, Anchor.DOCUMENT, of=within)


@GRAMMAR.rule(
    "SHIFT", "year ago in business", "the? year -? word:ago|earlier period|quarter|month?", "year -? word:ago|earlier"
)
def year_earlier(word: str) -> Expression:
    """Make "year-earlier"."""
    return Shift(Quantity(1), Unit.YEAR, -1, Anchor.DOCUMENT if word == "ago" else Anchor.FOCUS)


_PARTABLE = "date:DAY|WEEKDAYONLY|DAYWORDONLY|FEASTONLY"


@GRAMMAR.rule("DAYWORDONLY", "yesterday or today", "word:today|yesterday|tomorrow")
def plain_day_word(word: str) -> Expression:
    """Take a day word that a part of the day may follow."""
    return Deictic(Unit.DAY, {"today": 0, "yesterday": -1, "tomorrow": 1}[word], Anchor.DOCUMENT)


@GRAMMAR.rule("DAYWORDONLY", "picked weekday", "pick:DEICTIC date:PICKWEEKDAY")
def picked_weekday(pick: str, date: Calendar) -> Expression:
    """Take "last Monday", so that a part of the day may follow."""
    return replace(date, pick={"last": Pick.LAST, "next": Pick.NEXT, "this": Pick.THIS}[pick])


@GRAMMAR.rule(
    "DATE",
    "part of a named day",
    f"edge:early|late|mid? -? {_PARTABLE} -? part:PART",
    f"{_PARTABLE} -? edge:early|late|mid -? part:PART",
    f"the? edge:early|late|mid? -? part:PART of|on|, the? {_PARTABLE}",
    f"the? part:PART {_PARTABLE}",
    f"edge:late|early on? {_PARTABLE}",
    f"late|early? at part:PART on {_PARTABLE}",
    f"before|after|by|at|around|shortly|just? before|after? part:PART on? {_PARTABLE}",
    f"the? edge:early hours of? on? {_PARTABLE}",
    f"early hours {_PARTABLE}",
    f"{_PARTABLE} in the edge:early? part:PART",
    f"{_PARTABLE} at part:PART",
    f"the? edge:early hours of the part:PART of|on? {_PARTABLE}",
    f"the? first|small hours of {_PARTABLE}",
    f"the? part:PART of|on {_PARTABLE}",
)
def part_of_day(date: Calendar | Deictic, part: str | None = None, edge: str | None = None) -> Expression:
    """Make "Monday night", "the morning of 9 October", "late on Saturday", "before dawn on Sunday"."""
    mods = {"early": "START", "mid": "MID", "late": "END"}
    return replace(date, part=part or date.part, mod=mods.get(edge or "", date.mod))


@GRAMMAR.rule(
    "RELATIVE",
    "this or that part of the day",
    "the? edge:early|late? pick:DEICTIC|ANAPHOR edge:early|late? part:PART",
    "the next part:PART",
)
def deictic_part(part: str, pick: str = "following", edge: str | None = None) -> Expression | None:
    """Make "this morning", "last night", "that evening", "the next morning"."""
    mod = {"early": "START", "late": "END"}.get(edge or "")
    if pick in ("last", "this"):
        return Deictic(Unit.DAY, _OFFSETS[pick], Anchor.DOCUMENT, part=part, mod=mod)
    return Deictic(Unit.DAY, _OFFSETS[pick], Anchor.FOCUS, part=part, mod=mod)


@GRAMMAR.rule("RELATIVE", "overnight", "overnight")
def overnight() -> Expression:
    """Make "overnight": the night that ended on the document's day."""
    return Deictic(Unit.DAY, -1, Anchor.DOCUMENT, part="ON")


@GRAMMAR.rule("RELATIVE", "weekend", "the weekend", "the past|coming weekend")
def the_weekend() -> Expression:
    """Make "the weekend": the last one that has ended or is running."""
    return Deictic(Unit.WEEKEND, 0, Anchor.DOCUMENT)


@GRAMMAR.rule(
    "DATE",
    "clock time on a day",
    "time:TIME ,? on|of|in|, the? date:DAY|WEEKDAYONLY|RELATIVE|DATE",
    "time:TIME date:DAY|WEEKDAYONLY|DAYWORDONLY|RELATIVE",
    "date:DAY|WEEKDAYONLY|DAYWORDONLY ,? at time:TIME",
    "date:DAY|WEEKDAYONLY|DAYWORDONLY , time:TIME",
)
def clock_on(time: Calendar, date: Calendar | Deictic | Shift) -> Expression | None:
    """Make "3 p.m. on Tuesday", "noon on Tuesday"."""
    clock: Clock | None = time.clock
    if isinstance(date, Shift) or (isinstance(date, Calendar) and not (date.day or date.weekday or date.feast)):
        return None
    if isinstance(date, Deictic) and date.unit is not Unit.DAY:
        return None
    return replace(date, clock=clock)


@GRAMMAR.rule(
    "RELATIVE",
    "part of the day alone",
    "part:PART",
    "the part:PART",
    "the? edge:early|late part:PART",
    "the? edge:early hours",
    "the small hours",
    "during the part:PART",
    looks=True,
)
def bare_part(
    reading: Reading,
    first: int,
    last: int,
    part: str | None = None,
    edge: str | None = None,  # noqa: ARG001
) -> Expression | None:
    """Make "the evening", "dawn": a part of the day that the text speaks of."""
    before = reading.tokens[first - 1].lower if first > 0 else ""
    starts_with = reading.tokens[first].lower
    if any("PART" in token.keys and token.capital for token in reading.tokens[first:last]) and before != "":
        return None  # "the Dawn Movement" is a name
    if starts_with not in ("the", "early", "late", "during") and before not in _BEFORE_BARE_PART:
        return None
    if part is None:
        return Deictic(Unit.DAY, 0, Anchor.FOCUS, part="NI", mod="END")
    return Deictic(Unit.DAY, 0, Anchor.FOCUS, part=part, mod={"early": "START", "late": "END"}.get(edge or ""))


_BEFORE_BARE_PART = frozenset("at by before after until since around from toward towards past one till near".split())


@GRAMMAR.rule(
    "VAGUE", "that time", "word:then", "that time", "at the time", "the day in question", "that|this date", looks=True
)
def that_time(reading: Reading, first: int, last: int, word: str = "") -> Expression | None:
    """Make "then", "at that time": the time that the text speaks of."""
    if word and not _then_is_time(reading, first, last):
        return None
    return Deictic(Unit.DAY, 0, Anchor.FOCUS) if reading.tokens[last - 1].lower == "date" else Vague("THEN")


def _then_is_time(reading: Reading, first: int, last: int) -> bool:
    before = reading.tokens[first - 1].lower if first > 0 else ""
    after = reading.tokens[last].lower if last < len(reading.tokens) else ""
    return before in ("since", "by", "until", "till", "back") or after == "-"
