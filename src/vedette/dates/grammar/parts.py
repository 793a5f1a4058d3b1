"""Parts of the day: "Monday night", "this morning", "before dawn on Sunday", "3 p.m. on Tuesday", "overnight"."""

from __future__ import annotations

from dataclasses import replace

from vedette.dates.expressions import Anchor, Calendar, Clock, Deictic, Expression, Pick, Shift
from vedette.dates.grammar.base import GRAMMAR
from vedette.dates.grammar.relative import OFFSETS
from vedette.dates.lexicon import words
from vedette.dates.patterns import Reading
from vedette.dates.stamps import Unit

_PARTABLE = "date:DAY|WEEKDAYONLY|DAYWORDONLY|FEASTONLY|DATEDBACK"


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
    f"the? edge:early|late|mid? -? part:PART {_PARTABLE}",
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
    f"edge:early|late in the part:PART of|on the? {_PARTABLE}",
)
def part_of_day(date: Calendar | Deictic, part: str | None = None, edge: str | None = None) -> Expression:
    """Make "Monday night", "the morning of 9 October", "late on Saturday", "before dawn on Sunday"."""
    mods = {"early": "START", "mid": "MID", "late": "END"}
    return replace(date, part=part or date.part, mod=mods.get(edge or "", date.mod))


@GRAMMAR.rule(
    "RELATIVE",
    "this or that part of the day",
    "the? edge:early|late? pick:DEICTIC|ANAPHOR very? edge:early|late? part:PART",
    "the next part:PART",
)
def deictic_part(part: str, pick: str = "following", edge: str | None = None) -> Expression | None:
    """Make "this morning", "last night", "that evening", "the next morning"."""
    mod = {"early": "START", "late": "END"}.get(edge or "")
    if pick in ("last", "this"):
        return Deictic(Unit.DAY, OFFSETS[pick], Anchor.DOCUMENT, part=part, mod=mod)
    return Deictic(Unit.DAY, OFFSETS[pick], Anchor.FOCUS, part=part, mod=mod)


@GRAMMAR.rule("DATE", "overnight on a day", "overnight on? date:DAY|WEEKDAYONLY")
def overnight_on(date: Calendar) -> Expression:
    """Make "overnight on Saturday": the night that began that day."""
    return replace(date, part="NI")


@GRAMMAR.rule("RELATIVE", "overnight", "overnight")
def overnight() -> Expression:
    """Make "overnight": the night that ended on the document's day."""
    return Deictic(Unit.DAY, -1, Anchor.DOCUMENT, part="ON")


@GRAMMAR.rule(
    "DATE",
    "clock time on a day",
    "time:TIME ,? on|of|in|, the? date:DAY|WEEKDAYONLY|RELATIVE|DATE",
    "time:TIME date:DAY|WEEKDAYONLY|DAYWORDONLY|RELATIVE",
    "date:DAY|WEEKDAYONLY|DAYWORDONLY ,? at time:TIME",
    "date:DAY|WEEKDAYONLY|DAYWORDONLY , time:TIME",
    "time:TIME ( TIME ) on? date:DAY|WEEKDAYONLY|DAYWORDONLY",
)
def clock_on(
    time: Calendar, date: Calendar | Deictic | Shift, reading: Reading, first: int, last: int
) -> Expression | None:
    """Make "3 p.m. on Tuesday", "noon on Tuesday"; "5 a.m. On Tuesday" begins a new sentence."""
    clock: Clock | None = time.clock
    if any(token.text in ("On", "In") for token in reading.tokens[first + 1 : last]):
        return None
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
    "the? edge:early|late|mid -? part:PART",
    "the? edge:early hours",
    "the small hours",
    "during the part:PART",
)
def bare_part(
    reading: Reading,
    first: int,
    last: int,
    part: str | None = None,
    edge: str | None = None,
) -> Expression | None:
    """Make "the evening", "dawn": a part of the day that the text speaks of."""
    before = reading.tokens[first - 1].lower if first > 0 else ""
    starts_with = reading.tokens[first].lower
    if _is_name(reading, first, last, before):
        return None  # "the Dawn Movement" is a name
    if starts_with not in ("the", "early", "late", "mid", "during") and before not in _BEFORE_BARE_PART:
        return None
    if part is None:
        return Deictic(Unit.DAY, 0, Anchor.FOCUS, part="NI", mod="END")
    mod = {"early": "START", "mid": "MID", "late": "END"}.get(edge or "")
    return Deictic(Unit.DAY, 0, Anchor.FOCUS, part=part, mod=mod, bare=True)


def _is_name(reading: Reading, first: int, last: int, before: str) -> bool:
    """Tell a part of the day with a capital inside a sentence, where the text is not in capitals throughout."""
    at = next((position for position in range(first, last) if "PART" in reading.tokens[position].keys), first)
    word = reading.tokens[at]
    return word.capital and not word.text.isupper() and (at > first or before != "")


_BEFORE_BARE_PART = words("before-bare-part")
