"""Accounts as no newsroom would write them but the records allow, for properties of exports and storage."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence
from typing import TypeVar

from hypothesis import strategies as st

from vedette.records import (
    COUNT_ROLES,
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
    Marking,
    Page,
    PlaceCandidate,
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
    Trend,
    Value,
)

T = TypeVar("T")

# Everything that text can be but NUL and lone surrogates, which no database keeps.
WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
NAMES = st.one_of(st.sampled_from(["Ahmed Khan", "الشباب", "=1+1", 'a "b", c', "🎈", "line\nend"]), WORDS)
# As many digits as exports keep, so that rounding changes nothing.
FRACTIONS = st.integers(0, 10_000).map(lambda number: number / 10_000)
DAYS = st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31))
LATITUDES = st.integers(-9_000_000, 9_000_000).map(lambda number: number / 100_000)
LONGITUDES = st.integers(-18_000_000, 18_000_000).map(lambda number: number / 100_000)
KINDS = st.sampled_from(["state", "armed-group", "organisation", "person", "generic"])


def maybe(strategy: st.SearchStrategy[T]) -> st.SearchStrategy[T | None]:
    """Draw from `strategy`, or not stated."""
    return st.one_of(st.none(), strategy)


def few(strategy: st.SearchStrategy[T], most: int = 2) -> st.SearchStrategy[tuple[T, ...]]:
    """Draw a short tuple."""
    return st.lists(strategy, max_size=most).map(tuple)


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    """Draw a span of `text`."""
    start = draw(st.integers(0, len(text) - 1))
    return Span.of(text, start, draw(st.integers(start + 1, len(text))))


def dates(text: str) -> st.SearchStrategy[DateValue]:
    """Draw a date."""
    return st.builds(
        DateValue,
        from_=maybe(DAYS),
        to=maybe(DAYS),
        precision=maybe(st.sampled_from(DatePrecision)),
        basis=st.sampled_from(Basis),
        spans=few(spans(text)),
        relation=maybe(NAMES),
        anchor=maybe(spans(text)),
    )


PLACE_CANDIDATES = st.builds(
    PlaceCandidate,
    name=NAMES,
    geonames_id=maybe(st.integers(1, 2**31 - 1)),
    lat=maybe(LATITUDES),
    lon=maybe(LONGITUDES),
    country=maybe(st.just("PK")),
    admin1=maybe(NAMES),
    admin2=maybe(NAMES),
    precision=st.sampled_from(PlacePrecision),
    score=FRACTIONS,
)


def places(text: str) -> st.SearchStrategy[PlaceValue]:
    """Draw a place."""
    return st.builds(
        PlaceValue,
        name=NAMES,
        geonames_id=maybe(st.integers(1, 2**31 - 1)),
        lat=maybe(LATITUDES),
        lon=maybe(LONGITUDES),
        country=maybe(st.sampled_from(["PK", "AF"])),
        admin1=maybe(NAMES),
        admin2=maybe(NAMES),
        precision=maybe(st.sampled_from(PlacePrecision)),
        basis=st.sampled_from(Basis),
        spans=few(spans(text)),
        radius_km=maybe(st.integers(0, 500_000).map(lambda metres: metres / 1000)),
        candidates=few(PLACE_CANDIDATES),
        why=NAMES,
    )


def counts(text: str) -> st.SearchStrategy[CountValue]:
    """Draw a count."""
    return st.builds(
        CountValue,
        low=maybe(st.integers(0, 10**12)),
        high=maybe(st.integers(0, 10**12)),
        basis=st.sampled_from(Basis),
        spans=few(spans(text)),
        approximate=st.booleans(),
        of=maybe(spans(text)),
    )


ACTOR_CANDIDATES = st.builds(ActorCandidate, actor_id=NAMES, name=NAMES, score=FRACTIONS, label_of=maybe(NAMES))


def actors(text: str) -> st.SearchStrategy[ActorValue]:
    """Draw a party."""
    return st.builds(
        ActorValue,
        name=NAMES,
        actor_id=maybe(st.sampled_from(["ttp", "pk"])),
        kind=maybe(KINDS),
        sector=maybe(st.just("REB")),
        category=maybe(st.just("civilian")),
        country=maybe(st.just("PK")),
        spans=few(spans(text)),
        candidates=few(ACTOR_CANDIDATES),
        label_of=maybe(NAMES),
    )


def texts(text: str) -> st.SearchStrategy[TextValue]:
    """Draw words that stand for themselves."""
    return st.builds(TextValue, text=NAMES, spans=few(spans(text)))


@st.composite
def assertions(draw: st.DrawFn, text: str, role: Role, attributions: int, totals: Sequence[int]) -> Assertion:
    """Draw one value in one role; `totals` are the places of counts that it could be a part of."""
    values: st.SearchStrategy[Value] = texts(text)
    if role in COUNT_ROLES:
        values = counts(text)
    elif role in (Role.ACTOR, Role.RECIPIENT):
        values = actors(text)
    elif role is Role.PLACE:
        values = places(text)
    elif role is Role.DATE:
        values = dates(text)
    # One in a few slots holds words that no value could be made of.
    values = draw(st.sampled_from([values, values, values, texts(text)]))
    return Assertion(
        role=role,
        value=draw(values),
        confidence=draw(FRACTIONS),
        attribution=draw(maybe(st.integers(0, attributions - 1))) if attributions else None,
        certainty=draw(maybe(st.sampled_from(Certainty))) if role is Role.ACTOR else None,
        part_of=draw(maybe(st.sampled_from(totals))) if role in COUNT_ROLES and totals else None,
    )


@st.composite
def events(draw: st.DrawFn, text: str, document_id: str, number: int, attributions: int) -> Event:
    """Draw the `number`th event of a document."""
    roles = draw(st.lists(st.sampled_from(Role), max_size=5))
    totals = [index for index, role in enumerate(roles) if role in COUNT_ROLES]
    return Event(
        id=hashlib.sha256(f"{document_id} {number}".encode()).hexdigest()[:16],
        document_id=document_id,
        type=draw(st.sampled_from(EventType)),
        mode=draw(maybe(st.sampled_from(["explosives", "firearms"]))),
        stance=draw(st.sampled_from(Stance)),
        background=draw(st.booleans()),
        confidence=draw(FRACTIONS),
        triggers=draw(few(spans(text))),
        assertions=tuple(draw(assertions(text, role, attributions, totals)) for role in roles),
        of_event=draw(maybe(st.just("e1"))),
        attributions=draw(few(st.integers(0, attributions - 1))) if attributions else (),
    )


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Draw a document whose original bytes are its text in UTF-8."""
    text = draw(st.one_of(st.just("Gunmen killed Ahmed Khan.\nKhan, 34, was a guard."), WORDS.filter(bool)))
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    page = st.builds(Page, number=st.integers(1, 99), start=st.just(0), end=st.just(len(text)))
    published = st.builds(
        Published,
        known=st.sampled_from(DateKnown),
        date=maybe(DAYS),
        not_before=maybe(DAYS),
        spans=few(spans(text)),
    )
    return Document(
        id=sha256[:16],
        sha256=sha256,
        name=draw(NAMES),
        media_type=draw(st.sampled_from(["text/plain", "application/pdf"])),
        text=text,
        title=draw(maybe(NAMES)),
        publisher=draw(maybe(NAMES)),
        published=draw(published),
        url=draw(maybe(NAMES)),
        language=draw(maybe(st.just("en"))),
        marking=draw(st.sampled_from(Marking)),
        pages=draw(few(page)),
        sections=draw(few(st.builds(Section, kind=st.sampled_from(SectionKind), span=spans(text)))),
    )


@st.composite
def accounts(draw: st.DrawFn) -> Account:
    """Draw all that one document tells."""
    document = draw(documents())
    text = document.text
    said = st.builds(
        Attribution,
        source=spans(text),
        cue=spans(text),
        content=spans(text),
        kind=st.sampled_from(AttributionKind),
        within=maybe(st.just(0)),
        confidence=FRACTIONS,
    )
    tie = st.builds(
        Tie,
        a=actors(text),
        b=actors(text),
        relation=st.sampled_from(Relation),
        trend=maybe(st.sampled_from(Trend)),
        confidence=FRACTIONS,
    )
    issue = st.builds(
        Issue,
        severity=st.sampled_from(Severity),
        code=st.just("not-english"),
        name=NAMES,
        message=NAMES,
        document_id=maybe(st.just(document.id)),
    )
    attributions = draw(few(said, 3))
    return Account(
        document=document,
        sentences=draw(few(spans(text), 3)),
        events=tuple(
            draw(events(text, document.id, number, len(attributions))) for number in range(draw(st.integers(0, 2)))
        ),
        attributions=attributions,
        ties=draw(few(tie)),
        issues=draw(few(issue)),
    )
