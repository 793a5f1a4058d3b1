"""Readings made by hand: a text, its triggers by their words, and values for their arguments."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from vedette.events import PairWeights
from vedette.records import (
    ActorValue,
    Argument,
    Attribution,
    AttributionKind,
    Basis,
    CountValue,
    DatePrecision,
    DateValue,
    Document,
    EventType,
    PlacePrecision,
    PlaceValue,
    Reading,
    Role,
    Span,
    Stance,
    Trigger,
)

# Only what the model says counts: 0 is -4, 0.5 is 0, 1 is 4 in log-odds.
BY_MODEL = PairWeights({"model": 8.0}, -4.0, 0.0)


def cut(text: str, words: str, n: int = 0) -> Span:
    """Give the occurrence (from 0) of these words in the text."""
    at = -1
    for _ in range(n + 1):
        at = text.index(words, at + 1)
    return Span.of(text, at, at + len(words))


def document(text: str) -> Document:
    return Document("d" * 16, "d" * 64, "small", "text/plain", text)


def trigger(
    text: str,
    words: str,
    *arguments: Argument,
    n: int = 0,
    event_type: EventType = EventType.ASSAULT,
    stance: Stance = Stance.ACTUAL,
    mode: str | None = None,
    background: bool = False,
    confidence: float = 0.9,
    same: Sequence[tuple[int, float]] = (),
    deed: int | None = None,
) -> Trigger:
    return Trigger(cut(text, words, n), event_type, mode, stance, background, confidence, arguments, tuple(same), deed)


def argument(role: Role, span: Span, confidence: float = 0.9) -> Argument:
    return Argument(role, span, confidence)


def said(text: str, source: str, content: str, within: int | None = None, cue: str = "said") -> Attribution:
    return Attribution(cut(text, source), cut(text, cue), cut(text, content), AttributionKind.STATEMENT, within, 0.9)


def reading(text: str, triggers: Sequence[Trigger] = (), attributions: Sequence[Attribution] = ()) -> Reading:
    """Make a reading whose sentences end at full stops."""
    sentences, at = [], 0
    for end in (place + 1 for place, character in enumerate(text) if character == "."):
        start = at + (len(text[at:end]) - len(text[at:end].lstrip()))
        sentences.append(Span.of(text, start, end))
        at = end
    return Reading("d" * 16, tuple(sentences), tuple(triggers), (), tuple(attributions))


def linked(triggers: Sequence[Trigger], shares: dict[tuple[int, int], float]) -> list[Trigger]:
    """Let the model say of pairs of triggers how likely they are one."""
    both = shares | {(b, a): share for (a, b), share in shares.items()}
    return [
        replace(one, same=tuple((b, share) for (a, b), share in sorted(both.items()) if a == index))
        for index, one in enumerate(triggers)
    ]


def no_parts(counts: Sequence[CountValue], text: str, sentences: Sequence[Span]) -> tuple[int | None, ...]:
    """Find no count to be a part of another."""
    return (None,) * len(counts)


def day(first: str, last: str | None = None, *spans: Span) -> DateValue:
    return DateValue(
        dt.date.fromisoformat(first), dt.date.fromisoformat(last or first), DatePrecision.DAY, Basis.STATED, spans
    )


def place(
    name: str,
    precision: PlacePrecision | None = PlacePrecision.TOWN,
    at: tuple[float, float] | None = None,
    geonames_id: int | None = None,
    country: str | None = None,
    radius_km: float | None = None,
    spans: tuple[Span, ...] = (),
) -> PlaceValue:
    lat, lon = at or (None, None)
    return PlaceValue(
        name, geonames_id, lat, lon, country, None, None, precision, Basis.STATED, spans, radius_km=radius_km
    )


def count(low: int | None, high: int | None, *spans: Span, of: Span | None = None) -> CountValue:
    return CountValue(low, high, Basis.STATED, spans, of=of)


def actor(name: str, actor_id: str | None = None, *spans: Span) -> ActorValue:
    return ActorValue(name, actor_id, None, None, None, None, spans)
