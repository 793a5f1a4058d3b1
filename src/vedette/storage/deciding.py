"""Judgements, and what incidents they and the events last made: how both are kept."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import sqlalchemy as sa

from vedette.errors import UsageError
from vedette.records import EventRef, Judgement, JudgementKind, Role
from vedette.storage.tables import forwarding, incident_events, judgement_events, judgements
from vedette.storage.writing import spelled_out

AT_ONCE = 500  # names in one question

Members = Mapping[str, Sequence[EventRef]]  # the events of each incident, by its id


def add_judgement(connection: sa.Connection, judgement: Judgement) -> Judgement:
    """Put a judgement behind all others and give it with its number; what was there is never changed."""
    last = connection.scalar(sa.select(sa.func.max(judgements.c.number))) or 0
    numbered = replace(judgement, number=last + 1)
    if numbered.undoes is not None and not 0 < numbered.undoes <= last:
        raise UsageError(f"there is no judgement {numbered.undoes} to undo; `vedette history` lists them")
    row = {
        "number": numbered.number,
        "kind": numbered.kind.value,
        "by": spelled_out(numbered.by),
        "at": numbered.at.astimezone(dt.UTC).isoformat(timespec="seconds"),
        "why": spelled_out(numbered.why),
        "undoes": numbered.undoes,
        "role": numbered.role.value if numbered.role else None,
        "value": spelled_out(numbered.value),
        "human": numbered.human,
        "of_event": numbered.of_event,
    }
    connection.execute(sa.insert(judgements), row)
    spoken_of = [
        {
            "number": numbered.number,
            "part": part,
            "position": position,
            "document_id": event.document_id,
            "event_id": event.event_id,
        }
        for part, group in enumerate(numbered.groups)
        for position, event in enumerate(group)
    ]
    if spoken_of:
        connection.execute(sa.insert(judgement_events), spoken_of)
    return numbered


def load_judgements(connection: sa.Connection) -> tuple[Judgement, ...]:
    """Give every judgement, oldest first."""
    groups: dict[int, dict[int, list[EventRef]]] = defaultdict(lambda: defaultdict(list))
    ordered = sa.select(judgement_events).order_by(*judgement_events.primary_key.columns)
    for row in connection.execute(ordered):
        groups[row.number][row.part].append(EventRef(row.document_id, row.event_id))
    return tuple(
        Judgement(
            number=row.number,
            kind=JudgementKind(row.kind),
            groups=tuple(tuple(group) for group in groups[row.number].values()),
            by=row.by,
            at=dt.datetime.fromisoformat(row.at),
            why=row.why,
            undoes=row.undoes,
            role=Role(row.role) if row.role else None,
            value=row.value,
            human=row.human,
            of_event=row.of_event,
        )
        for row in connection.execute(sa.select(judgements).order_by(judgements.c.number))
    )


def load_members(connection: sa.Connection) -> dict[str, tuple[EventRef, ...]]:
    """Give the events of each incident as last kept."""
    return _grouped(connection.execute(sa.select(incident_events)))


def load_members_around(connection: sa.Connection, events: Iterable[EventRef]) -> dict[str, tuple[EventRef, ...]]:
    """Give the events of each incident in which one of these documents has an event, as last kept."""
    found: dict[str, tuple[EventRef, ...]] = {}
    documents = sorted({event.document_id for event in events})
    for start in range(0, len(documents), AT_ONCE):
        some = documents[start : start + AT_ONCE]
        near = sa.select(incident_events.c.incident).where(incident_events.c.document_id.in_(some))
        found |= _grouped(connection.execute(sa.select(incident_events).where(incident_events.c.incident.in_(near))))
    return dict(sorted(found.items()))


def replace_members(
    connection: sa.Connection, gone: Iterable[EventRef], members: Members, leads: Mapping[str, str | None]
) -> None:
    """Keep which events are one incident now, and where ids that are gone since lead.

    `gone` are the events that are in none of these, or in another than before; all others stay where they are.
    """
    moved = sorted({*gone, *(event for events in members.values() for event in events)})
    if moved:
        here = (incident_events.c.document_id == sa.bindparam("d")) & (incident_events.c.event_id == sa.bindparam("e"))
        connection.execute(
            sa.delete(incident_events).where(here), [{"d": event.document_id, "e": event.event_id} for event in moved]
        )
    rows = [
        {"document_id": event.document_id, "event_id": event.event_id, "incident": incident}
        for incident, events in members.items()
        for event in events
    ]
    if rows:
        connection.execute(sa.insert(incident_events), rows)
    _forward(connection, members, leads)


def _forward(connection: sa.Connection, members: Members, leads: Mapping[str, str | None]) -> None:
    """Let ids that are gone lead on; one that is back leads nowhere else."""
    for old, new in sorted(leads.items()):
        connection.execute(sa.update(forwarding).where(forwarding.c.new == old).values(new=new))
    named = sorted({*leads, *members})
    for start in range(0, len(named), AT_ONCE):
        connection.execute(sa.delete(forwarding).where(forwarding.c.old.in_(named[start : start + AT_ONCE])))
    if leads:
        connection.execute(sa.insert(forwarding), [{"old": old, "new": new} for old, new in sorted(leads.items())])


def _grouped(rows: Iterable[sa.Row[Any]]) -> dict[str, tuple[EventRef, ...]]:
    found: dict[str, list[EventRef]] = defaultdict(list)
    for row in rows:
        found[row.incident].append(EventRef(row.document_id, row.event_id))
    return {incident: tuple(sorted(events)) for incident, events in sorted(found.items())}


def load_forwarding(connection: sa.Connection) -> dict[str, str | None]:
    """Give where each id that is gone leads; None where its events are gone too."""
    return {row.old: row.new for row in connection.execute(sa.select(forwarding).order_by(forwarding.c.old))}
