"""Small accounts to put in and ask for."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib

from vedette.records import (
    Account,
    ActorValue,
    Assertion,
    Basis,
    DatePrecision,
    DateValue,
    Document,
    Event,
    EventType,
    PlacePrecision,
    PlaceValue,
    Role,
    Span,
    Stance,
)


def told(text: str, *events: Event, title: str | None = None, name: str = "report.txt") -> Account:
    """Give the account of a one-sentence report whose original bytes are its text in UTF-8."""
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    document = Document(sha256[:16], sha256, name, "text/plain", text, title=title, language="en")
    mine = tuple(dataclasses.replace(event, document_id=document.id) for event in events)
    return Account(document, sentences=(Span.of(text, 0, len(text)),), events=mine)


def original(account: Account) -> bytes:
    """Give the bytes that `told` says came in."""
    return account.document.text.encode()


def happening(
    id: str,  # noqa: A002 - the record's own name
    *assertions: Assertion,
    type: EventType = EventType.ASSAULT,  # noqa: A002 - the record's own name
    stance: Stance = Stance.ACTUAL,
    background: bool = False,
) -> Event:
    """Give an event without words of its own."""
    return Event(id, "", type, None, stance, background, 0.9, (), assertions)


def on(first: dt.date | None, last: dt.date | None) -> Assertion:
    """Date an event."""
    value = DateValue(first, last, DatePrecision.RANGE, Basis.STATED, ())
    return Assertion(Role.DATE, value, 0.9)


def at(
    lat: float | None, lon: float | None, country: str, precision: PlacePrecision = PlacePrecision.TOWN
) -> Assertion:
    """Place an event."""
    value = PlaceValue("somewhere", None, lat, lon, country, None, None, precision, Basis.STATED, ())
    return Assertion(Role.PLACE, value, 0.9)


def by(actor_id: str, role: Role = Role.ACTOR) -> Assertion:
    """Give an event a party."""
    return Assertion(role, ActorValue(actor_id, actor_id, "armed-group", None, None, None, ()), 0.9)
