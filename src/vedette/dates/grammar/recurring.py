"""Times that come again: "daily", "every Monday", "twice a week", "each July", "Sundays"."""

from __future__ import annotations

from vedette.dates.expressions import Calendar, Duration, Expression, Quantity, Recurrence
from vedette.dates.grammar.base import GRAMMAR
from vedette.dates.stamps import UNIT_WORDS

TWO = Quantity(2)


@GRAMMAR.rule("SET", "frequency", "every:FREQUENCY")
def frequency(every: str) -> Expression:
    """Make "daily", "annual"."""
    return Recurrence(every=every)


@GRAMMAR.rule(
    "SET",
    "every unit",
    "every|each|per single? unit:UNIT",
    "every other|second? unit:UNIT",
    "once|twice a|every|per unit:UNIT",
    "QUANTITY times a|per|every unit:UNIT",
)
def every_unit(unit: str) -> Expression:
    """Make "every day", "once a week"."""
    return Recurrence(of=Duration(Quantity(1), UNIT_WORDS[unit]), every="")


@GRAMMAR.rule("SET", "every so many units", "every quantity:QUANTITY unit:UNITS", "every other unit:UNIT")
def every_units(unit: str, quantity: Quantity = TWO) -> Expression:
    """Make "every two weeks"."""
    return Recurrence(of=Duration(quantity, UNIT_WORDS[unit]), every="")


@GRAMMAR.rule(
    "SET",
    "every named time",
    "every|each date:PICKABLE",
    "every|each date:PICKWEEKDAY part:PART",
    "every|each part:PART",
)
def every_named(date: Calendar | None = None, part: str | None = None) -> Expression:
    """Make "every Monday", "each July", "every morning"."""
    return Recurrence(of=Calendar(part=part) if date is None else date)


@GRAMMAR.rule("SET", "weekdays in the plural", "weekday:WEEKDAYS")
def weekdays(weekday: int) -> Expression:
    """Make "Sundays"."""
    return Recurrence(of=Calendar(weekday=weekday))
