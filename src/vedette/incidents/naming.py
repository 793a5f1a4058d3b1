"""Ids that depend on what an incident is, not on when its reports came; and where an id that is gone leads now."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from vedette.records import EventRef, IncidentReport

PREFIX = "i"  # no event's id begins with it, so that one command can take both
_DIGITS = 15


def incident_id(reports: Iterable[IncidentReport]) -> str:
    """Name an incident by the event of its earliest report; reports without a date come last.

    Reports mostly come in the order in which they are published, so that a new one seldom renames what it joins, and
    never anything else.
    """
    return name_group((report.event, report.published) for report in reports)


def name_group(events: Iterable[tuple[EventRef, dt.date | None]]) -> str:
    """Name an incident by its events and the days on which each one's document was published."""
    first = min(events, key=lambda event: (event[1] is None, event[1], event[0]))
    return event_name(first[0])


def event_name(event: EventRef) -> str:
    """Give the id of an incident whose earliest event this is."""
    digest = hashlib.sha256(f"{event.document_id}\0{event.event_id}".encode()).hexdigest()
    return PREFIX + digest[:_DIGITS]


def forward(before: Mapping[str, Sequence[EventRef]], after: Mapping[str, Sequence[EventRef]]) -> dict[str, str | None]:
    """Say for each id that is gone which incident most of its events belong to now; None where they are gone too.

    Of equals it is the one with the lower id. A document read anew may have other events: then its documents decide.
    """
    home = {event: identity for identity, events in after.items() for event in events}
    houses: dict[str, set[str]] = {}
    for identity, events in after.items():
        for event in events:
            houses.setdefault(event.document_id, set()).add(identity)
    leads: dict[str, str | None] = {}
    for identity in sorted(before.keys() - after.keys()):
        votes = Counter(home[event] for event in before[identity] if event in home)
        if not votes:
            votes = Counter(house for event in before[identity] for house in houses.get(event.document_id, ()))
        leads[identity] = min(votes, key=lambda house: (-votes[house], house), default=None)
    return leads
