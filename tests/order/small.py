"""Reports of a few sentences whose happenings are marked by hand."""

from __future__ import annotations

import datetime as dt
import re

from vedette.records import (
    Account,
    Assertion,
    Basis,
    DateKnown,
    DatePrecision,
    DateValue,
    Document,
    Event,
    EventType,
    Published,
    Role,
    Span,
    Stance,
)

DAY = dt.date(2025, 3, 10)


def account(
    text: str,
    *triggers: str,
    dates: dict[str, dt.date] | None = None,
    stances: dict[str, Stance] | None = None,
    published: dt.date | None = None,
) -> Account:
    """Give the account of a text; each trigger is an event whose id is the trigger, dated where `dates` says so."""
    events = tuple(_event(text, word, (dates or {}).get(word), (stances or {}).get(word)) for word in triggers)
    sentences = tuple(Span.of(text, found.start(), found.end()) for found in re.finditer(r"[^.]+\.", text))
    known = Published(DateKnown.STATED, published) if published else Published()
    document = Document(id="d", sha256="", name="d", media_type="text/plain", text=text, published=known)
    return Account(document, sentences=sentences, events=events)


def _event(text: str, word: str, day: dt.date | None, stance: Stance | None) -> Event:
    span = Span.of(text, text.index(word), text.index(word) + len(word))
    value = DateValue(day, day, DatePrecision.DAY, Basis.STATED, (span,))
    told = (Assertion(Role.DATE, value, 0.9),) if day else ()
    return Event(word, "d", EventType.ASSAULT, None, stance or Stance.ACTUAL, False, 0.9, (span,), told)
