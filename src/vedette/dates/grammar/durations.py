"""Lengths of time: "nine days", "the past three years", "a six-month", "within 48 hours", "the first nine months"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from vedette.dates.expressions import ONE, Duration, Expression, Quantity
from vedette.dates.grammar.base import GRAMMAR
from vedette.dates.patterns import Reading
from vedette.dates.stamps import UNIT_WORDS

_WINDOWS = {
    "last": "past",
    "past": "past",
    "previous": "past",
    "preceding": "past",
    "recent": "recent",
    "next": "next",
    "coming": "next",
    "following": "after",
    "first": "first",
    "final": None,
    "opening": "first",
    "initial": "first",
}


@GRAMMAR.reader("APPROXWORD", "MOD more less at up no", inside="than least most to more less")
def read_mod(reading: Reading, position: int) -> Iterator[tuple[Any, int]]:
    """Read "about", "more than", "at least", "no more than" as TIMEX3 modifiers."""
    words = [token.lower for token in reading.tokens[position : position + 3]]
    mod = reading.tokens[position].keys.get("MOD")
    if words[:2] in (["more", "than"], ["less", "than"]):
        yield words[0].upper() + "_THAN", position + 2
    elif words[:2] in (["at", "least"], ["at", "most"], ["up", "to"]):
        yield "EQUAL_OR_MORE" if words[1] == "least" else "EQUAL_OR_LESS", position + 2
    elif words == ["no", "more", "than"] or words == ["no", "less", "than"]:
        yield "EQUAL_OR_LESS" if words[1] == "more" else "EQUAL_OR_MORE", position + 3
    elif mod is not None:
        yield mod, position + 1


@GRAMMAR.rule(
    "LENGTH",
    "length",
    "quantity:QUANTITY -? full|whole|long|consecutive|straight|more|additional|further|short|bloody|solid? "
    "unit:UNIT|UNITS",
    "quantity:QUANTITY -? unit:UNIT|UNITS - long",
    "the? entire|whole|full unit:UNIT",
)
def length(reading: Reading, first: int, last: int, unit: str, quantity: Quantity = ONE) -> Expression | None:
    """Make "nine days", "two-year", "a whole week"."""
    before = reading.tokens[first - 1] if first > 0 else None
    if _is_age_or_share(reading, last, unit, vague=quantity.value is None) or _is_year_earlier(reading, last):
        return None
    plural = "UNITS" in reading.tokens[last - 1].keys
    if unit in ("second", "quarter", "season") and not plural:
        return None
    noun_after = last < len(reading.tokens) and reading.tokens[last].text[0].isalpha()
    if not plural and quantity.value is None and not _hyphened(reading, first, last):
        return None
    if not plural and quantity.value != 1 and not noun_after and not _hyphened(reading, first, last):
        return None
    if before is not None and before.text in ("$", "£", "€"):
        return None
    return Duration(quantity, UNIT_WORDS[unit])


def _hyphened(reading: Reading, first: int, last: int) -> bool:
    return any(token.text in "-‑" for token in reading.tokens[first:last])


def _is_year_earlier(reading: Reading, last: int) -> bool:
    """Tell "a year-earlier loss", which is a time and no length."""
    after = [token.lower for token in reading.tokens[last : last + 2]]
    return after in (["-", "earlier"], ["-", "ago"])


def _is_age_or_share(reading: Reading, last: int, unit: str, *, vague: bool = False) -> bool:
    """Tell "6-year-old", "52 years old" and "three quarters of" from a length; "several quarters of losses" is one."""
    after = [token.lower for token in reading.tokens[last : last + 2]]
    if after[:1] == ["old"] or after == ["-", "old"] or after == ["-", "olds"] or after == ["of", "age"]:
        return True
    return unit == "quarter" and after[:1] == ["of"] and not vague


@GRAMMAR.rule("LENGTH", "bare plural", "unit:UNITS")
def bare_plural(unit: str, reading: Reading, last: int) -> Expression | None:
    """Make "days", "years": a length that is not told."""
    if _is_age_or_share(reading, last, unit):
        return None
    return Duration(Quantity(None), UNIT_WORDS[unit]) if unit not in ("second", "quarter", "season", "night") else None


@GRAMMAR.rule("LENGTH", "unit and a half", "a|one unit:UNIT and a half", "a half - unit:UNIT", "half an|a unit:UNIT")
def and_a_half(
    unit: str,
) -> Expression:
    """Make "a year and a half"."""
    return Duration(Quantity(1.5), UNIT_WORDS[unit])


@GRAMMAR.rule("DURATION", "length", "mod:APPROXWORD? length:LENGTH")
def bare_length(length: Duration, mod: str | None = None) -> Expression:
    """Take a length as it stands."""
    return replace(length, quantity=replace(length.quantity, mod=mod)) if mod else length


@GRAMMAR.rule("DURATION", "business year", "the fiscal|financial? unit:year")
def business_year(unit: str, reading: Reading, last: int) -> Expression | None:
    """Make "the year" in "the year ended 31 March"."""
    ended = last < len(reading.tokens) and reading.tokens[last].lower in ("ended", "ending")
    return Duration(ONE, UNIT_WORDS[unit], window="past") if ended else None


@GRAMMAR.rule("DURATION", "two lengths", "length:LENGTH ,|and? and? more:LENGTH")
def two_lengths(length: Duration, more: Duration) -> Expression | None:
    """Make "two years and three months"."""
    if length.unit <= more.unit or length.quantity.value is None or more.quantity.value is None:
        return None
    return replace(length, extra=(more.quantity, more.unit))


@GRAMMAR.rule(
    "DURATION",
    "window",
    "the|these|those|its|his|her|their|our? "
    "window:last|past|previous|preceding|next|coming|following|first|final|opening|recent|initial length:LENGTH",
    "the|these|those length:PLURALLENGTH",
    "the|these|those quantity:QUANTITY window:last|past|previous|preceding|next|coming|first length:LENGTH",
    "these|those window:last|past length:LENGTH",
)
def window(length: Duration, window: str | None = None, quantity: Quantity | None = None) -> Expression:
    """Make "the past three years", "the next few days", "the first nine months"."""
    held = replace(length, quantity=quantity) if quantity else length
    return replace(held, window=_WINDOWS.get(window or ""))


@GRAMMAR.rule("PLURALLENGTH", "plural length", "length:LENGTH")
def plural_length(length: Duration, reading: Reading, first: int, last: int) -> Expression | None:
    """Take a length that is no adjective: in "the two-year war" the article belongs to the war."""
    return None if _hyphened(reading, first, last) and "UNITS" not in reading.tokens[last - 1].keys else length


@GRAMMAR.rule(
    "PHRASE",
    "part in a date",
    "the? window:last|first quantity:QUANTITY? unit:UNIT|UNITS in the? of:MONTHONLY|YEARONLY",
)
@GRAMMAR.rule(
    "DURATION",
    "part of a date",
    "the? window:last|first|final|opening quantity:QUANTITY? unit:UNIT|UNITS of the? "
    "of:MONTHONLY|YEARONLY|SEASONONLY|DECADEONLY|OFUNIT|RELATIVE|DAY",
)
def part_of_date(
    window: str, unit: str, of: Expression, reading: Reading, first: int, quantity: Quantity | None = None
) -> Expression:
    """Make "the last week of August", "the first ten months of 1915", "the last days of May"."""
    if quantity is None:
        plural = any("UNITS" in token.keys for token in reading.tokens[first : first + 3])
        quantity = Quantity(None) if plural else ONE
    return Duration(quantity, UNIT_WORDS[unit], window="last" if window in ("last", "final") else "first", of=of)


@GRAMMAR.rule(
    "DURATION",
    "unit as a length",
    "the window:last|past unit:hour|minute",
    "the window:past unit:UNIT",
    "the? past unit:hour",
    "all unit:day|week|night|month|year",
    "unit:UNIT - long",
)
def unit_length(unit: str, window: str | None = None) -> Expression:
    """Make "the past week", "month-long", "all day"."""
    return Duration(Quantity(1), UNIT_WORDS[unit], window="past" if window else None)
