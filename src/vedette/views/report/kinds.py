"""The few kinds that events are coloured by: PLOVER's quad classes, with claims and denials apart."""

from __future__ import annotations

from functools import cache

from vedette.codebook import load_codebook
from vedette.records import EventType

KINDS: dict[str, str] = {
    "q4": "Violence and coercion",
    "q3": "Hostile words",
    "q0": "Claims and denials",
    "q2": "Cooperation in deed",
    "q1": "Cooperation in words",
}


@cache
def kind_of(type: EventType) -> str:  # noqa: A002 - the noun of the record
    """Give the key of an event type's kind."""
    return f"q{load_codebook().quad_of(type) or 0}"
