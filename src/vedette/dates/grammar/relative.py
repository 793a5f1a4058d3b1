"""Whole units reckoned from another: "last week", "the same month", "the following day", "the end of the year"."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from vedette.dates.expressions import Anchor, Calendar, Deictic, Expression, Pick, Vague
from vedette.dates.grammar.base import GRAMMAR
from vedette.dates.patterns import Reading
from vedette.dates.stamps import UNIT_WORDS, Unit

OFFSETS = {"last": -1, "previous": -1, "this": 0, "same": 0, "next": 1, "following": 1}


def deictic(unit: str, which: str, anchor: Anchor) -> Deictic | None:
    """Make a whole unit beside an anchor; hours and finer are no stretches of the calendar."""
    if unit in ("second", "minute", "hour", "night", "fortnight"):
        return Deictic(Unit.DAY, OFFSETS[which], anchor, part="NI") if unit == "night" else None
    return Deictic(UNIT_WORDS[unit], OFFSETS[which], anchor)


@GRAMMAR.rule(
    "RELATIVE",
    "last, this or next",
    "earlier|later|sometime|early|late|so? far? the? pick:DEICTIC fiscal|calendar|whole? unit:UNIT",
)
def deictic_unit(pick: str, unit: str, reading: Reading, first: int, last: int) -> Expression | None:
    """Make "last week", "this year", "next month"; "the next month" and "next day" follow what the text speaks of."""
    told = {token.lower for token in reading.tokens[first:last]}
    if "past" in told or {"fiscal", "year"} <= told:
        return None  # "the past year" is a length of time, "the last fiscal year" no calendar year
    if _is_title(reading, first, last):
        return None
    if pick == "next" and (unit == "day" or reading.tokens[first].lower == "the"):
        return deictic(unit, pick, Anchor.FOCUS)
    if unit == "night" and pick == "last":
        return Deictic(Unit.DAY, -1, Anchor.DOCUMENT, part="NI")
    return deictic(unit, pick, Anchor.DOCUMENT)


def _is_title(reading: Reading, first: int, last: int) -> bool:
    """Tell a name in capitals, as of a programme ("This Week"), in a text that is not all in capitals."""
    word = reading.tokens[last - 1]
    return word.capital and not word.text.isupper() and reading.tokens[first].capital


@GRAMMAR.rule(
    "RELATIVE",
    "unit beside the text's date",
    "the? pick:ANAPHOR same? unit:UNIT",
    "the next unit:UNIT",
    "the very next unit:UNIT",
    "the? unit:UNIT following|after",
    "side:earlier|later pick:ANAPHOR same? unit:UNIT",
)
def anaphoric_unit(
    unit: str, reading: Reading, first: int, last: int, pick: str = "", side: str = ""
) -> Expression | None:
    """Make "the same month", "that day", "the following week", "the next day", "later that month"."""
    held = deictic(unit, pick or "following", Anchor.FOCUS)
    if held is None:
        return None
    if side:
        return replace(held, part_of_it=side) if held.unit in (Unit.WEEK, Unit.MONTH, Unit.YEAR) else held
    same = any(token.lower == "same" for token in reading.tokens[first:last])
    return replace(held, whole=True) if same and held.part else held


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
def latest_quarter(unit: str, reading: Reading, last: int) -> Expression | None:
    """Make "the latest quarter": the one that the text speaks of, else the last that ended.

    "The quarter ended 30 September" is the one that the day lies in.
    """
    if unit == "quarter" and _ends_on(reading, last):
        for found in GRAMMAR.parse("DAY", reading, last + 1):
            if isinstance(found.expression, Calendar) and found.expression.month:
                return Calendar(year=found.expression.year, quarter=(found.expression.month + 2) // 3)
    if unit == "year":
        return None if _ends_on(reading, last) else Deictic(Unit.YEAR, 0, Anchor.DOCUMENT)
    return Calendar(quarter=-1)


def _ends_on(reading: Reading, last: int) -> bool:
    return last < len(reading.tokens) and reading.tokens[last].lower in ("ended", "ending")


@GRAMMAR.rule("RELATIVE", "full year", "the full unit:year")
def full_year(unit: str) -> Expression:
    """Make "the full year" of a business: the running one."""
    return Deictic(UNIT_WORDS[unit], 0, Anchor.DOCUMENT)


@GRAMMAR.rule("DATE", "year-end", "the? year -? end", "year ' s end")
def year_end() -> Expression:
    """Make "year-end": the last day of December."""
    return Calendar(month=12, day=31)


@GRAMMAR.rule("RELATIVE", "the year", "the unit:year|week|month")
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
    return deictic(unit, "previous" if side in ("before", "previous") else "following", Anchor.FOCUS)


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
    part = "NI" if unit == "night" else None
    return Deictic(UNIT_WORDS[unit], offset, Anchor.DOCUMENT, part=part) if offset else None


@GRAMMAR.rule("RELATIVE", "weekend", "the weekend", "the past|coming weekend")
def the_weekend() -> Expression:
    """Make "the weekend": the last one that has ended or is running."""
    return Deictic(Unit.WEEKEND, 0, Anchor.DOCUMENT)


@GRAMMAR.rule("VAGUE", "that time", "word:then", "that time", "at the time", "the day in question", "that|this date")
def that_time(reading: Reading, first: int, last: int, word: str = "") -> Expression | None:
    """Make "then", "at that time": the time that the text speaks of."""
    if word and not _then_is_time(reading, first, last):
        return None
    return Deictic(Unit.DAY, 0, Anchor.FOCUS) if reading.tokens[last - 1].lower == "date" else Vague("THEN")


def _then_is_time(reading: Reading, first: int, last: int) -> bool:
    before = reading.tokens[first - 1].lower if first > 0 else ""
    after = reading.tokens[last].lower if last < len(reading.tokens) else ""
    return before in ("since", "by", "until", "till", "back") or after == "-"
