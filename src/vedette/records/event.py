"""What one document tells of one happening, statement by statement."""

from __future__ import annotations

from dataclasses import dataclass

from vedette.records.document import Document
from vedette.records.issue import Issue
from vedette.records.reading import Attribution
from vedette.records.span import Span
from vedette.records.values import ActorValue, Value
from vedette.records.vocabulary import Certainty, EventType, Relation, Role, Stance, Trend


@dataclass(frozen=True, slots=True)
class Assertion:
    """One value for one slot of one event, at these words, said by this chain.

    `attribution` indexes the document's attributions: the innermost that says it; None means the publisher itself.
    `certainty` stands on actors. `part_of` indexes the event's assertions: the total that this count is a part of.
    """

    role: Role
    value: Value
    confidence: float
    attribution: int | None = None
    certainty: Certainty | None = None
    part_of: int | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """What one document tells of one happening, over all mentions in that document.

    `of_event` is the id of the event that a CLAIM or DENY speaks of. `attributions` are all that speak of the event.
    Assertions that rival one another stay side by side.
    """

    id: str
    document_id: str
    type: EventType
    mode: str | None
    stance: Stance
    background: bool
    confidence: float
    triggers: tuple[Span, ...]
    assertions: tuple[Assertion, ...] = ()
    of_event: str | None = None
    attributions: tuple[int, ...] = ()

    def in_role(self, *roles: Role) -> tuple[Assertion, ...]:
        """Give the assertions that fill any of these roles, in order."""
        return tuple(assertion for assertion in self.assertions if assertion.role in roles)


@dataclass(frozen=True, slots=True)
class Tie:
    """A lasting relation between two actors, read "a RELATION b", as one document tells it."""

    a: ActorValue
    b: ActorValue
    relation: Relation
    trend: Trend | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Account:
    """All that one document tells: what goes into the case file and out of it."""

    document: Document
    sentences: tuple[Span, ...] = ()
    events: tuple[Event, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    ties: tuple[Tie, ...] = ()
    issues: tuple[Issue, ...] = ()
