"""The values of one document's mentions, by the words they stand for: what the value rooms hand to `events`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from vedette.records.span import Span
from vedette.records.values import ActorValue, CountValue, DateValue, PlaceValue


@dataclass(frozen=True, slots=True)
class Resolved:
    """One value a span and room; a span that a room was not asked about is not in its table."""

    dates: Mapping[Span, DateValue] = field(default_factory=dict)
    places: Mapping[Span, PlaceValue] = field(default_factory=dict)
    counts: Mapping[Span, CountValue] = field(default_factory=dict)
    actors: Mapping[Span, ActorValue] = field(default_factory=dict)
