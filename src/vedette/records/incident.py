"""What happened, as far as all documents tell."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from vedette.records.event import Assertion
from vedette.records.judgement import EventRef, Judgement
from vedette.records.values import Value
from vedette.records.vocabulary import EventType, Marking, Role, Stance


@dataclass(frozen=True, slots=True)
class IncidentReport:
    """One document's part in an incident: its event, and what is needed to weigh it.

    `copy_of` is the id of the document whose text this one repeats, by agency or by hand; None where it speaks for
    itself. `published` is None where the document does not state it.
    """

    event: EventRef
    name: str
    publisher: str | None
    published: dt.date | None
    copy_of: str | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """One report's statement of a value: `report` indexes the incident's reports.

    `said_by` are the words for who says so in that report, the innermost source first; empty where the publisher
    itself says it.
    """

    report: int
    assertion: Assertion
    said_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rival:
    """One value for one slot of an incident, with every report that tells it; rivals stand side by side.

    `value` is as the first telling has it. `sources` counts the independent sources among the tellings; whom several
    reports quote is one. `whom` says of a count whom it counts, as far as that keeps it apart from others: "attackers",
    "forces" or "people".
    """

    role: Role
    value: Value
    tellings: tuple[Telling, ...]
    sources: int
    whom: str | None = None


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Rivals that cannot all be true, as indexes of the incident's rivals; `weight` is 0 to 1, the gravest 1."""

    role: Role
    rivals: tuple[int, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim or denial of responsibility that one report tells of; `by` are the words for who makes it.

    `event` is the claim's own, or the deed's where the report tells that only as denied and does not say by whom.
    """

    type: EventType
    report: int
    event: EventRef
    by: tuple[str, ...]
    stance: Stance


class BestRule(StrEnum):
    """How one of several rivals is put first; no rule makes an average."""

    LATEST = "latest"  # as the latest report has it
    MOST_INDEPENDENT = "most-independent"  # as most independent sources have it; of equals the latest
    CONSERVATIVE = "conservative"  # the lowest figure told, as ACLED codes tolls that reports disagree on
    BEST_LOW_HIGH = "best-low-high"  # a best estimate between the lowest and the highest, as UCDP codes tolls


@dataclass(frozen=True, slots=True)
class Best:
    """The rival that a rule puts first for one role; `rival` indexes the incident's rivals.

    `low` and `high` are the bounds of counts: of the rival itself, or of all rivals under BEST_LOW_HIGH; `high` is None
    where the words leave it open. `judgement` is the number of the correction that is put first instead, whose words
    are `corrected`; `rival` is then the one that tells the same, or None where no report does. `first` and `last` are
    the days of a corrected date.
    """

    role: Role
    rule: BestRule
    rival: int | None
    low: int | None = None
    high: int | None = None
    judgement: int | None = None
    corrected: str | None = None
    first: dt.date | None = None
    last: dt.date | None = None


class ReviewState(StrEnum):
    """What people have said of an incident as a whole."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Incident:
    """The events judged to be one happening, every rival value kept with who reports it.

    `id` is made of the event of the earliest report, so that the same events have the same id whenever and in
    whatever order they came. `confidence` is how surely the reports tell of one happening: the mean over their pairs,
    1 for a single report and where a person has joined them. `marking` is the strictest of the documents'.
    `corrections` are the standing judgements that set a value, `reviews` those that accept or reject; the weightiest
    last: a person's after any rule's, a later one after an earlier. `accepted_events` are the reports' events that
    somebody accepted one by one.
    """

    id: str
    type: EventType
    mode: str | None
    stance: Stance
    reports: tuple[IncidentReport, ...]
    rivals: tuple[Rival, ...]
    contradictions: tuple[Contradiction, ...]
    claims: tuple[Claim, ...]
    independent_sources: int
    confidence: float
    marking: Marking
    review: ReviewState = ReviewState.OPEN
    corrections: tuple[Judgement, ...] = ()
    best: tuple[Best, ...] = ()
    reviews: tuple[Judgement, ...] = ()
    accepted_events: tuple[EventRef, ...] = ()

    @property
    def documents(self) -> int:
        """Count the documents that tell of it: one may do so under two heads, and is then two of the reports."""
        return len({report.event.document_id for report in self.reports})

    def in_role(self, *roles: Role) -> tuple[Rival, ...]:
        """Give the rivals for any of these roles, in order."""
        return tuple(rival for rival in self.rivals if rival.role in roles)
