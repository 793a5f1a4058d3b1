"""The nouns, frozen and typed; imports nothing of ours.

Takes: nothing. Gives: Document, Span, Reading and its parts, values, Event, Tie, Account, Issue.
Keeps: every value beside its words. Refuses: a span that cannot exist.
Measured by: the properties in ``tests/records``.
"""

from vedette.records.document import DateKnown, Document, Page, Published, Section, SectionKind
from vedette.records.event import Account, Assertion, Event, Tie
from vedette.records.issue import Issue, Severity
from vedette.records.reading import Argument, Attribution, Mention, MentionKind, Reading, TieMention, Trigger
from vedette.records.resolved import Resolved
from vedette.records.span import Span
from vedette.records.values import (
    ActorCandidate,
    ActorValue,
    CountValue,
    DatePrecision,
    DateValue,
    PlaceCandidate,
    PlacePrecision,
    PlaceValue,
    TextValue,
    Value,
)
from vedette.records.vocabulary import (
    COUNT_ROLES,
    AttributionKind,
    Basis,
    Certainty,
    EventType,
    Marking,
    Relation,
    Role,
    Stance,
    Trend,
)

__all__ = [
    "COUNT_ROLES",
    "Account",
    "ActorCandidate",
    "ActorValue",
    "Argument",
    "Assertion",
    "Attribution",
    "AttributionKind",
    "Basis",
    "Certainty",
    "CountValue",
    "DateKnown",
    "DatePrecision",
    "DateValue",
    "Document",
    "Event",
    "EventType",
    "Issue",
    "Marking",
    "Mention",
    "MentionKind",
    "Page",
    "PlaceCandidate",
    "PlacePrecision",
    "PlaceValue",
    "Published",
    "Reading",
    "Relation",
    "Resolved",
    "Role",
    "Section",
    "SectionKind",
    "Severity",
    "Span",
    "Stance",
    "TextValue",
    "Tie",
    "TieMention",
    "Trend",
    "Trigger",
    "Value",
]
