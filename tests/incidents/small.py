"""Small reports of invented happenings, with the events that a reader without a fault would find in them."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence

from vedette.records import (
    Account,
    ActorValue,
    Assertion,
    Attribution,
    AttributionKind,
    Basis,
    Certainty,
    CountValue,
    DateKnown,
    DatePrecision,
    DateValue,
    Document,
    Event,
    EventType,
    PlacePrecision,
    PlaceValue,
    Published,
    Role,
    Span,
    Stance,
)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


class Report:
    """Builds an account: the text first, then events whose words must stand in it."""

    def __init__(self, name: str, text: str, published: str | None = None, publisher: str | None = None) -> None:
        digest = hashlib.sha256(text.encode()).hexdigest()
        known = DateKnown.STATED if published else DateKnown.UNKNOWN
        self.document = Document(
            id=digest[:16],
            sha256=digest,
            name=name,
            media_type="text/plain",
            text=text,
            publisher=publisher,
            published=Published(known, day(published) if published else None),
            language="en",
        )
        self.events: list[Event] = []
        self.attributions: list[Attribution] = []

    def span(self, words: str) -> Span:
        at = self.document.text.index(words)
        return Span.of(self.document.text, at, at + len(words))

    def says(self, source: str, kind: AttributionKind = AttributionKind.STATEMENT, within: int | None = None) -> int:
        span = self.span(source)
        self.attributions.append(Attribution(span, span, span, kind, within, 1.0))
        return len(self.attributions) - 1

    def event(
        self,
        trigger: str,
        *assertions: Assertion,
        event_type: EventType = EventType.ASSAULT,
        mode: str | None = "explosives",
        stance: Stance = Stance.ACTUAL,
        background: bool = False,
        of_event: str | None = None,
    ) -> str:
        identity = f"e{len(self.events) + 1}"
        self.events.append(
            Event(
                identity,
                self.document.id,
                event_type,
                mode,
                stance,
                background,
                1.0,
                (self.span(trigger),),
                assertions,
                of_event,
            )
        )
        return identity

    def on(self, words: str, first: str, last: str | None = None) -> Assertion:
        precision = DatePrecision.DAY if last in (None, first) else DatePrecision.RANGE
        value = DateValue(day(first), day(last or first), precision, Basis.STATED, (self.span(words),))
        return Assertion(Role.DATE, value, 1.0)

    def at(self, words: str, lat: float | None, lon: float | None, country: str = "PH") -> Assertion:
        precision = PlacePrecision.TOWN if lat is not None else None
        value = PlaceValue(words, None, lat, lon, country, None, None, precision, Basis.STATED, (self.span(words),))
        return Assertion(Role.PLACE, value, 1.0)

    def count(
        self,
        role: Role,
        words: str,
        low: int | None,
        high: int | None,
        said_by: int | None = None,
        of: str | None = None,
        part_of: int | None = None,
    ) -> Assertion:
        value = CountValue(low, high, Basis.STATED, (self.span(words),), of=self.span(of) if of else None)
        return Assertion(role, value, 1.0, said_by, part_of=part_of)

    def actor(
        self, words: str, certainty: Certainty = Certainty.FACT, said_by: int | None = None, kind: str = "armed-group"
    ) -> Assertion:
        value = ActorValue(words, None, kind, None, None, None, (self.span(words),))
        return Assertion(Role.ACTOR, value, 1.0, said_by, certainty)

    def account(self) -> Account:
        sentences: list[Span] = []
        start = 0
        text = self.document.text
        for piece in text.split(". "):
            if piece.strip():
                sentences.append(Span.of(text, start, start + len(piece)))
            start += len(piece) + 2
        return Account(self.document, tuple(sentences), tuple(self.events), tuple(self.attributions))


def ferry_bomb() -> list[Account]:
    """Four reports of one bomb, with three tolls and two culprits, the second a copy; a fifth tells of another bomb."""
    one = Report(
        "cable.txt",
        "A bomb exploded at the Dawis ferry landing near Basilan on 14 October 2025, killing at least four people, "
        "police said. Investigators suspected the Marjan Front. Passengers had been waiting for the morning boat",
        "2025-10-14",
        "Southern Cable",
    )
    police = one.says("police")
    one.event(
        "exploded",
        one.on("14 October 2025", "2025-10-14"),
        one.at("Dawis", 6.9, 122.1),
        one.count(Role.KILLED, "at least four", 4, None, police),
        one.actor("Marjan Front", Certainty.SUSPECTED),
    )
    two = Report(
        "post.txt",
        "(Southern Cable) A bomb exploded at the Dawis ferry landing near Basilan on 14 October 2025, killing at least "
        "four people, police said. Investigators suspected the Marjan Front. Passengers had been waiting",
        "2025-10-15",
        "Harbour Post",
    )
    two.event(
        "exploded",
        two.on("14 October 2025", "2025-10-14"),
        two.at("Dawis", 6.9, 122.1),
        two.count(Role.KILLED, "at least four", 4, None, two.says("police")),
        two.actor("Marjan Front", Certainty.SUSPECTED),
    )
    three = Report(
        "desk.txt",
        "The dead of the Dawis ferry bomb now number nine, the hospital at Basilan counted. The mayor blamed the Lima "
        "gang for the blast of Tuesday. The Marjan Front denied that it had any part in the attack",
        "2025-10-16",
        "Safety Desk",
    )
    hospital, mayor = three.says("hospital"), three.says("mayor")
    deed = three.event(
        "bomb",
        three.on("Tuesday", "2025-10-14"),
        three.at("Dawis", 6.9, 122.1),
        three.count(Role.KILLED, "nine", 9, 9, hospital),
        three.actor("Lima gang", Certainty.ACCUSED, mayor),
        three.actor("Marjan Front", Certainty.DENIED),
    )
    three.event("denied", three.actor("Marjan Front"), event_type=EventType.DENY, mode=None, of_event=deed)
    four = Report(
        "monitor.txt",
        "Police lowered the toll of the explosion at the Dawis landing on 14 October to seven. The Marjan Front says "
        "that police planted the device",
        "2025-10-18",
        "Night Monitor",
    )
    four.event(
        "explosion",
        four.on("14 October", "2025-10-14"),
        four.at("Dawis", 6.9, 122.1),
        four.count(Role.KILLED, "seven", 7, 7),
    )
    five = Report(
        "other.txt",
        "A bomb exploded in the market of Lamitan on 21 October 2025 and killed two traders. Nobody claimed it",
        "2025-10-22",
        "Southern Cable",
    )
    five.event(
        "exploded",
        five.on("21 October 2025", "2025-10-21"),
        five.at("Lamitan", 6.65, 122.13),
        five.count(Role.KILLED, "two", 2, 2),
    )
    return [report.account() for report in (one, two, three, four, five)]


def names_of(incident_reports: Sequence[object]) -> list[str]:
    return sorted(getattr(report, "name", "") for report in incident_reports)
