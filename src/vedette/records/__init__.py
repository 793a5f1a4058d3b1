"""The nouns, frozen and typed; imports nothing of ours.

Takes: nothing. Gives: Document, Span, Reading and its parts, values, Event, Tie, Account,
Issue, Incident, Judgement, Change.
Keeps: every value beside its words. Refuses: a span that cannot exist.
Measured by: the properties in ``tests/records``.
"""

from vedette.records.change import Cause, CauseKind, Change, ChangeKind, Dissent, Put, ValueChange
from vedette.records.document import DateKnown, Document, Page, Published, Section, SectionKind
from vedette.records.event import Account, Assertion, Event, Tie
from vedette.records.incident import (
    Best,
    BestRule,
    Claim,
    Contradiction,
    Incident,
    IncidentReport,
    ReviewState,
    Rival,
    Telling,
)
from vedette.records.issue import Issue, Severity
from vedette.records.judgement import EventRef, Judgement, JudgementKind
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
    "Best",
    "BestRule",
    "Cause",
    "CauseKind",
    "Certainty",
    "Change",
    "ChangeKind",
    "Claim",
    "Contradiction",
    "CountValue",
    "DateKnown",
    "DatePrecision",
    "DateValue",
    "Dissent",
    "Document",
    "Event",
    "EventRef",
    "EventType",
    "Incident",
    "IncidentReport",
    "Issue",
    "Judgement",
    "JudgementKind",
    "Marking",
    "Mention",
    "MentionKind",
    "Page",
    "PlaceCandidate",
    "PlacePrecision",
    "PlaceValue",
    "Published",
    "Put",
    "Reading",
    "Relation",
    "Resolved",
    "ReviewState",
    "Rival",
    "Role",
    "Section",
    "SectionKind",
    "Severity",
    "Span",
    "Stance",
    "Telling",
    "TextValue",
    "Tie",
    "TieMention",
    "Trend",
    "Trigger",
    "Value",
    "ValueChange",
]
