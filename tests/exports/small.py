"""One small report, told and marked up by hand."""

from __future__ import annotations

import datetime as dt
import hashlib

from vedette.records import (
    Account,
    ActorCandidate,
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
    Issue,
    PlacePrecision,
    PlaceValue,
    Published,
    Relation,
    Role,
    Section,
    SectionKind,
    Severity,
    Span,
    Stance,
    TextValue,
    Tie,
)

TEXT = (
    "A bomb exploded in Karachi on Sunday and killed three, police said: Ahmed Khan, his son and a guard. "
    "The Hollow Front, an ally of the Salt Brigade, claimed the attack, which others date to early October. "
    'Khan\'s brother said: "Khan was a teacher." Two days before, people had been warned. KHAN SHOP CLOSED.'
)


def find(words: str, nth: int = 0) -> Span:
    """Point to the `nth` place where these words stand."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span.of(TEXT, start, start + len(words))


KARACHI = PlaceValue(
    "Karachi", 1174872, 24.8608, 67.0104, "PK", "Sindh", None, PlacePrecision.TOWN, Basis.STATED, (find("Karachi"),)
)


def party(name: str, kind: str, actor_id: str | None = None, category: str | None = None) -> ActorValue:
    """Name a party that stands in the text by its name."""
    candidates = (ActorCandidate(actor_id, name, 0.9),) if actor_id else ()
    return ActorValue(name, actor_id, kind, None, category, None, (find(name),), candidates)


def date(words: str, first: dt.date | None, last: dt.date | None, relation: str | None = None) -> DateValue:
    """Date by these words."""
    precision = DatePrecision.DAY if first == last else DatePrecision.RANGE
    return DateValue(first, last, precision if first else None, Basis.RELATIVE, (find(words),), relation)


def account(name: str = "small.txt") -> Account:
    """Give the report with two events, one of them dated twice and told with a total and a part."""
    sha256 = hashlib.sha256(TEXT.encode()).hexdigest()
    document = Document(
        id=sha256[:16],
        sha256=sha256,
        name=name,
        media_type="text/plain",
        text=TEXT,
        title="Ahmed Khan among three killed in Karachi",
        publisher="The Harbour Post",
        published=Published(DateKnown.STATED, dt.date(2024, 10, 7)),
        language="en",
        sections=(Section(SectionKind.BYLINE, find("KHAN SHOP CLOSED")),),
    )
    attribution = Attribution(
        find("police"), find("said"), find("A bomb exploded in Karachi on Sunday"), AttributionKind.STATEMENT, None, 0.8
    )
    sunday = dt.date(2024, 10, 6)
    bombing = Event(
        id="b" * 16,
        document_id=document.id,
        type=EventType.ASSAULT,
        mode="explosives",
        stance=Stance.ACTUAL,
        background=False,
        confidence=0.93,
        triggers=(find("exploded"), find("attack")),
        assertions=(
            Assertion(Role.DATE, date("early October", dt.date(2024, 10, 1), dt.date(2024, 10, 10)), 0.6),
            Assertion(Role.PLACE, KARACHI, 0.95),
            Assertion(
                Role.KILLED, CountValue(3, 3, Basis.STATED, (find("three"),), of=find("people")), 0.9, attribution=0
            ),
            Assertion(Role.DATE, date("Sunday", sunday, sunday), 0.9),
            Assertion(Role.KILLED, CountValue(1, 1, Basis.STATED, (find("a guard"),)), 0.7, part_of=2),
            Assertion(
                Role.ACTOR, party("Hollow Front", "armed-group", "hollow-front"), 0.8, certainty=Certainty.CLAIMED
            ),
            Assertion(Role.RECIPIENT, party("Ahmed Khan", "person", category="civilian"), 0.8),
            Assertion(Role.WEAPON, TextValue("bomb", (find("bomb"),)), 0.9),
        ),
        attributions=(0,),
    )
    warning = Event(
        id="a" * 16,
        document_id=document.id,
        type=EventType.THREATEN,
        mode=None,
        stance=Stance.ACTUAL,
        background=True,
        confidence=0.5,
        triggers=(find("warned"),),
        assertions=(
            Assertion(Role.DATE, date("Two days before", None, None, "2 days before"), 0.5),
            Assertion(Role.OBJECT, TextValue("Khan was a teacher", (find("Khan was a teacher"),)), 0.5),
        ),
    )
    return Account(
        document=document,
        sentences=(Span.of(TEXT, 0, TEXT.index("guard.") + 6),),
        events=(bombing, warning),
        attributions=(attribution,),
        ties=(
            Tie(
                party("Hollow Front", "armed-group", "hollow-front"),
                party("Salt Brigade", "armed-group"),
                Relation.ALLY_OF,
                None,
                0.7,
            ),
        ),
        issues=(Issue(Severity.WARNING, "no-page", name, "the page of Ahmed Khan is missing", document.id),),
    )
