"""Times so long before or after another: "two days ago", "a week earlier", "two days after Christmas"."""

from __future__ import annotations

from dataclasses import replace

from vedette.dates.expressions import ONE, SOME, Anchor, Calendar, Counted, Deictic, Expression, Pick, Quantity, Shift
from vedette.dates.grammar.base import GRAMMAR
from vedette.dates.patterns import Reading
from vedette.dates.stamps import UNIT_WORDS, Unit

_BACK = frozenset({"ago", "earlier", "before", "previously", "prior", "back", "beforehand"})
_TWO = Quantity(2)
_FROM_DOCUMENT = frozenset({"ago", "back", "hence"})


@GRAMMAR.rule(
    "SHIFT",
    "so long before or after",
    "mod:APPROXWORD? quantity:QUANTITY -? unit:UNIT|UNITS "
    "side:ago|earlier|later|hence|previously|before|after|afterwards|beforehand|prior|back|on",
    "unit:UNITS side:ago|earlier|later|afterwards|beforehand|before|after",
    "a unit:UNIT side:ago|earlier|later|before|after",
    "quantity:QUANTITY unit:UNIT|UNITS or so side:ago|earlier|later|before|after",
)
def shifted(
    unit: str,
    side: str,
    reading: Reading,
    first: int,
    last: int,
    quantity: Quantity = SOME,
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


@GRAMMAR.rule(
    "PHRASE",
    "so long after that",
    "in? APPROXWORD? quantity:QUANTITY unit:UNIT|UNITS side:after|before that|this",
    "in? the? unit:UNIT side:after|before that|this",
)
def shifted_from_that(unit: str, side: str, quantity: Quantity | None = None) -> Expression | None:
    """Make "five days after that", "the week before that"."""
    part = "NI" if unit == "night" else None
    if quantity is None:
        return Deictic(UNIT_WORDS[unit], -1 if side == "before" else 1, Anchor.FOCUS, part=part)
    return Shift(quantity, UNIT_WORDS[unit], -1 if side == "before" else 1, Anchor.FOCUS, part=part)


@GRAMMAR.rule("SHIFT", "hour later", "unit:UNIT side:ago|earlier|later|before")
def unit_later(unit: str, side: str, reading: Reading, first: int, last: int) -> Expression | None:
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
    "SHIFT",
    "named days counted",
    "quantity:QUANTITY weekday:WEEKDAYS side:ago|earlier|later|before|after|back|hence",
    "quantity:QUANTITY season:SEASONS side:ago|earlier|later|before|after|back|hence",
    "the weekday:WEEKDAY before last",
    "the season:SEASON before last",
    "the month:MONTH before last",
)
def named_counted(
    reading: Reading,
    last: int,
    quantity: Quantity = _TWO,
    weekday: int | None = None,
    season: str | None = None,
    month: int | None = None,
    side: str = "ago",
) -> Expression | None:
    """Make "two Fridays ago", "three winters later", "the August before last": that many of the name are counted."""
    follower = reading.tokens[last].text[0] if last < len(reading.tokens) else "."
    if quantity.value is None or quantity.value % 1 or (side in ("before", "after") and follower.isalnum()):
        return None
    anchor = Anchor.DOCUMENT if side in _FROM_DOCUMENT else Anchor.FOCUS
    named = Calendar(weekday=weekday, season=season, month=month)
    return Counted(quantity, named, -1 if side in _BACK else 1, anchor)


@GRAMMAR.rule("SHIFT", "named day beside a date", "the? weekday:WEEKDAY side:before|after|following date:DAY|FEASTONLY")
def named_beside_date(weekday: int, side: str, date: Expression) -> Expression:
    """Make "the Tuesday before Easter", "the Friday after 12 May"."""
    return Counted(ONE, Calendar(weekday=weekday), -1 if side in _BACK else 1, Anchor.FOCUS, since=date)


@GRAMMAR.rule("SHIFT", "weekday week", "pick:last? weekday:WEEKDAY week")
def weekday_week(weekday: int, reading: Reading, last: int, pick: str = "next") -> Expression | None:
    """Make "Tuesday week", a week after the next Tuesday, and "last Tuesday week", a week before the last."""
    follower = reading.tokens[last] if last < len(reading.tokens) else None
    if follower is not None and follower.text in "-‑":
        return None
    named = Calendar(weekday=weekday, pick=Pick.LAST if pick == "last" else Pick.NEXT)
    return Shift(ONE, Unit.WEEK, -1 if pick == "last" else 1, Anchor.FOCUS, of=named)


@GRAMMAR.rule(
    "SHIFT",
    "year ago in business",
    "the? comparable? year - word:ago|earlier period|quarter|month",
    "the? year - word:ago|earlier ORDER quarter|period",
    "year - word:ago|earlier",
    "year ago|earlier period|quarter|month",
)
def year_earlier(word: str = "ago") -> Expression:
    """Make "year-earlier", "the year-ago quarter"; the article of "a year-earlier loss" belongs to the loss."""
    return Shift(Quantity(1), Unit.YEAR, -1, Anchor.DOCUMENT if word == "ago" else Anchor.FOCUS)
