"""Accounts of a few sentences whose events are made by hand; an event's id is its first trigger's words."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from vedette.records import (
    Account,
    ActorValue,
    Assertion,
    Attribution,
    AttributionKind,
    Basis,
    Certainty,
    DateValue,
    Document,
    Event,
    EventType,
    PlacePrecision,
    PlaceValue,
    Role,
    Span,
    Stance,
    TextValue,
    Value,
)


def cut(text: str, words: str) -> Span:
    start = text.index(words)
    return Span.of(text, start, start + len(words))


def account(text: str, *events: Event, attributions: Sequence[Attribution] = ()) -> Account:
    """Give the account of a text whose sentences end at full stops."""
    sentences = tuple(Span.of(text, found.start(), found.end()) for found in re.finditer(r"[^.\s][^.]*\.", text))
    document = Document("d", "", "d", "text/plain", text)
    return Account(document, sentences, events, tuple(attributions))


def event(
    text: str,
    trigger: str,
    *assertions: Assertion,
    event_type: EventType = EventType.ASSAULT,
    stance: Stance = Stance.ACTUAL,
    of: str | None = None,
) -> Event:
    spans = (cut(text, trigger),)
    return Event(trigger, "d", event_type, None, stance, False, 0.9, spans, assertions, of_event=of)


def told(role: Role, value: Value, certainty: Certainty | None = None) -> Assertion:
    return Assertion(role, value, 0.9, certainty=certainty)


def when(text: str, words: str, first: str | None, last: str | None = None) -> Assertion:
    from_, to = (dt.date.fromisoformat(day) if day else None for day in (first, last or first))
    return told(Role.DATE, DateValue(from_, to, None, Basis.STATED, (cut(text, words),)))


def where(text: str, words: str, country: str, admin1: str | None, precision: PlacePrecision) -> Assertion:
    span = cut(text, words)
    return told(
        Role.PLACE,
        PlaceValue(words, sum(map(ord, words)), 1.0, 1.0, country, admin1, None, precision, Basis.STATED, (span,)),
    )


def party(
    text: str,
    words: str,
    role: Role = Role.ACTOR,
    actor_id: str | None = None,
    country: str | None = None,
    certainty: Certainty | None = None,
) -> Assertion:
    return told(role, ActorValue(words, actor_id, None, None, None, country, (cut(text, words),)), certainty)


def about(text: str, words: str) -> Assertion:
    return told(Role.OBJECT, TextValue(words, (cut(text, words),)))


def denial(text: str, source: str, cue: str, content: str) -> Attribution:
    return Attribution(cut(text, source), cut(text, cue), cut(text, content), AttributionKind.DENIAL, None, 0.9)
