"""Which events somebody asks for."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import sqlalchemy as sa

from vedette.records import EventType, PlacePrecision, Stance
from vedette.records.geometry import distance_km
from vedette.storage.tables import assertions, events

_KM_A_DEGREE = 111.0  # of latitude, at the least
# A point that stands for a province or a country tells nothing of what lies near it.
_NEAR_ENOUGH = (PlacePrecision.SITE.value, PlacePrecision.TOWN.value, PlacePrecision.DISTRICT.value)

Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Near:
    """A circle: degrees (WGS 84) and kilometres."""

    lat: float
    lon: float
    km: float


@dataclass(frozen=True, slots=True)
class EventQuery:
    """All that is asked must hold; of several types, stances, countries or actors any one will do.

    An event lies in the days asked for if one of its rival dates overlaps them; one without a known day never does.
    It lies near a point if one of its places does that is known to the district or finer.
    """

    types: tuple[EventType, ...] = ()
    stances: tuple[Stance, ...] = ()
    countries: tuple[str, ...] = ()
    actor_ids: tuple[str, ...] = ()
    first_day: dt.date | None = None
    last_day: dt.date | None = None
    background: bool | None = None
    near: Near | None = None


def find_keys(connection: sa.Connection, query: EventQuery) -> list[Key]:
    """Give the document id and position of each event asked for, in that order."""
    chosen = (
        sa.select(events.c.document_id, events.c.position)
        .where(*_conditions(query))
        .order_by(events.c.document_id, events.c.position)
    )
    keys: list[Key] = [(row.document_id, row.position) for row in connection.execute(chosen)]
    if query.near is None:
        return keys
    near = _near_keys(connection, query.near)
    return [key for key in keys if key in near]


def _conditions(query: EventQuery) -> list[sa.ColumnElement[bool]]:
    conditions: list[sa.ColumnElement[bool]] = []
    if query.types:
        conditions.append(events.c.type.in_([kind.value for kind in query.types]))
    if query.stances:
        conditions.append(events.c.stance.in_([stance.value for stance in query.stances]))
    if query.background is not None:
        conditions.append(events.c.background == query.background)
    if query.countries:
        conditions.append(_told(assertions.c.value == "place", assertions.c.country.in_(query.countries)))
    if query.actor_ids:
        conditions.append(_told(assertions.c.role == "actor", assertions.c.actor_id.in_(query.actor_ids)))
    if query.first_day or query.last_day:
        conditions.append(_told(*_overlaps(query.first_day, query.last_day)))
    return conditions


def _told(*conditions: sa.ColumnElement[bool]) -> sa.ColumnElement[bool]:
    return (
        sa.exists()
        .where(assertions.c.document_id == events.c.document_id, assertions.c.event == events.c.position, *conditions)
        .correlate(events)
    )


def _overlaps(first_day: dt.date | None, last_day: dt.date | None) -> list[sa.ColumnElement[bool]]:
    date_from, date_to = assertions.c.date_from, assertions.c.date_to
    conditions = [sa.or_(date_from.is_not(None), date_to.is_not(None))]
    if first_day:
        conditions.append(sa.or_(date_to.is_(None), date_to >= first_day))
    if last_day:
        conditions.append(sa.or_(date_from.is_(None), date_from <= last_day))
    return conditions


def _near_keys(connection: sa.Connection, near: Near) -> frozenset[Key]:
    # The database narrows by latitude, which needs no care at the poles or at 180 degrees; the rest is worked out.
    band = near.km / _KM_A_DEGREE
    chosen = sa.select(assertions.c.document_id, assertions.c.event, assertions.c.lat, assertions.c.lon).where(
        assertions.c.place_precision.in_(_NEAR_ENOUGH),
        assertions.c.lat.between(near.lat - band, near.lat + band),
        assertions.c.lon.is_not(None),
    )
    return frozenset(
        (row.document_id, row.event)
        for row in connection.execute(chosen)
        if distance_km((near.lat, near.lon), (row.lat, row.lon)) <= near.km
    )
