"""What has changed between two states of a picture and why; what the program would say where a person has judged."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from vedette.records.incident import Best, Incident, ReviewState
from vedette.records.judgement import EventRef, Judgement
from vedette.records.values import Value
from vedette.records.vocabulary import Role


class ChangeKind(StrEnum):
    """What has become of incidents."""

    NEW = "new"
    GONE = "gone"
    JOINED = "joined"
    SPLIT = "split"
    REARRANGED = "rearranged"  # joined and split at once
    RENAMED = "renamed"  # of the same reports, but another one is the earliest
    CHANGED = "changed"  # other reports, values or review under the same id


class CauseKind(StrEnum):
    """What a change comes from."""

    REPORT = "report"  # a document that was not there before
    NO_REPORT = "no-report"  # a document that is there no more
    READING = "reading"  # a document that was read anew, by another version or with other options
    JUDGEMENT = "judgement"
    NO_JUDGEMENT = "no-judgement"  # one that the new state does not have
    NEIGHBOURS = "neighbours"  # none of these: the way of joining, or reports nearby


@dataclass(frozen=True, slots=True)
class Put:
    """The value that is put first for a role: as the words are read, with its bounds, or what a person wrote."""

    value: Value | None
    low: int | None = None
    high: int | None = None
    corrected: str | None = None


@dataclass(frozen=True, slots=True)
class ValueChange:
    """What is put first for one role, before and now; None where nothing is told."""

    role: Role
    old: Put | None
    new: Put | None


@dataclass(frozen=True, slots=True)
class Cause:
    """One thing that a change comes from: a document with its name, read by two versions or one; or a judgement."""

    kind: CauseKind
    document: str | None = None
    name: str | None = None
    versions: tuple[str, str] | None = None
    judgement: Judgement | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What has become of some incidents: those before, those now, and why. Reports are documents' ids and names."""

    kind: ChangeKind
    old: tuple[Incident, ...]
    new: tuple[Incident, ...]
    added: tuple[tuple[str, str], ...]
    dropped: tuple[tuple[str, str], ...]
    values: tuple[ValueChange, ...]
    review: tuple[ReviewState, ReviewState] | None
    causes: tuple[Cause, ...]


@dataclass(frozen=True, slots=True)
class Dissent:
    """What would be without people's judgements, where that is not what judgement `number` says.

    `groups` are the events of the judgement as the program groups them; empty where the judgement is on a value, for
    which the program would put `best` first. `incident` is then the one whose rivals `best` points into.
    """

    number: int
    groups: tuple[tuple[EventRef, ...], ...] = ()
    best: Best | None = None
    incident: Incident | None = None
