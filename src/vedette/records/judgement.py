"""A decision that stands above what the program works out by itself: append-only, reversible."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from vedette.records.vocabulary import Role


class JudgementKind(StrEnum):
    """What is decided."""

    SAME = "same"  # the events of all groups tell of one happening
    NOT_SAME = "not-same"  # no event of one group tells of the happening of another group
    SPLIT = "split"  # each group is one happening, and no two of them are the same
    ACCEPT = "accept"  # the incident of these events, or the one event, is right as it stands
    REJECT = "reject"  # these events are no incident, or the one is no event: misread, or outside what is collected
    CORRECT = "correct"  # one value of the incident of these events is this
    UNDO = "undo"  # an earlier judgement no longer holds


@dataclass(frozen=True, slots=True, order=True)
class EventRef:
    """One event of one document: what judgements speak of, since incidents are worked out anew."""

    document_id: str
    event_id: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision by a person or a rule.

    `number` counts up in a case and is the order of replay. `groups` are the events it speaks of. `undoes` is the
    number of the judgement that an UNDO takes back. `role` and `value` are set on a CORRECT: the slot, and what a
    person wrote for it ("7", "4-7", a name). `of_event` is set on an ACCEPT or REJECT of the one event that it names,
    not of the incident which that event is part of. `at` is in UTC. A person's judgement stands above any rule's.
    """

    number: int
    kind: JudgementKind
    groups: tuple[tuple[EventRef, ...], ...]
    by: str
    at: dt.datetime
    why: str = ""
    undoes: int | None = None
    role: Role | None = None
    value: str | None = None
    human: bool = True
    of_event: bool = False


def find_undone(judgements: Iterable[Judgement]) -> dict[int, int]:
    """Give for each judgement that no longer holds the number of the one that took it back; an UNDO can be undone."""
    undone: dict[int, int] = {}
    for judgement in sorted(judgements, key=lambda one: one.number, reverse=True):
        if judgement.kind is JudgementKind.UNDO and judgement.number not in undone and judgement.undoes is not None:
            undone.setdefault(judgement.undoes, judgement.number)
    return undone
