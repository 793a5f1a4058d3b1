"""Incidents as JSON Lines, CSV and GeoJSON: each value with its reports, who says so in each, and the words."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from typing import BinaryIO

from vedette.codebook.mappings import code_incident
from vedette.exports.csv_table import spell_cell
from vedette.exports.jsonl import json_to_line
from vedette.exports.values import Json, coding_to_json, confidence_to_json, spans_to_json
from vedette.records import (
    COUNT_ROLES,
    ActorValue,
    Best,
    CountValue,
    DateValue,
    Incident,
    PlacePrecision,
    PlaceValue,
    Rival,
    Role,
    TextValue,
    Value,
)

CSV_HEAD = (
    "id", "type", "mode", "stance", "date_from", "date_to", "place", "country", "lat", "lon", "actors", "killed_low",
    "killed_high", "killed_told", "injured_low", "injured_high", "reports", "independent_sources", "contradictions",
    "review", "confidence", "marking",
)  # fmt: skip
_POINTS = frozenset({PlacePrecision.SITE, PlacePrecision.TOWN, PlacePrecision.DISTRICT})


def incident_to_json(incident: Incident) -> Json:
    """Give one incident; `date` is the best one, the lists hold every rival, `reports` of a value index `reports`."""
    return {
        "id": incident.id,
        "type": incident.type,
        "mode": incident.mode,
        "stance": incident.stance,
        "date": _date(incident),
        "dates": _rivals(incident, Role.DATE),
        "places": _rivals(incident, Role.PLACE),
        "actors": _rivals(incident, Role.ACTOR),
        "recipients": _rivals(incident, Role.RECIPIENT),
        "counts": [_rival(rival) for rival in incident.rivals if rival.role in COUNT_ROLES],
        "other": [_rival(rival) for rival in incident.in_role(Role.WEAPON, Role.DAMAGE, Role.OBJECT)],
        "best": [_best_to_json(best) for best in incident.best],
        "reports": [
            {
                "document": report.event.document_id,
                "name": report.name,
                "event": report.event.event_id,
                "publisher": report.publisher,
                "published": report.published.isoformat() if report.published else None,
                "copy_of": report.copy_of,
            }
            for report in incident.reports
        ],
        "independent_sources": incident.independent_sources,
        "claims": [
            {"type": claim.type, "report": claim.report, "by": list(claim.by), "stance": claim.stance}
            for claim in incident.claims
        ],
        "contradictions": [
            {
                "role": contradiction.role,
                "weight": contradiction.weight,
                "values": [_rival(incident.rivals[place]) for place in contradiction.rivals],
            }
            for contradiction in incident.contradictions
        ],
        "codings": [coding_to_json(coding) for coding in code_incident(incident)],
        "confidence": confidence_to_json(incident.confidence),
        "review": incident.review,
        "reviews": [judgement.number for judgement in incident.reviews],
        "corrections": [judgement.number for judgement in incident.corrections],
        "marking": incident.marking,
    }


def write_incidents_jsonl(incidents: Iterable[Incident], stream: BinaryIO) -> None:
    """Write one incident a line."""
    stream.writelines(json_to_line(incident_to_json(incident)).encode() + b"\n" for incident in incidents)


def write_incidents_csv(incidents: Iterable[Incident], stream: BinaryIO) -> None:
    """Write a head line and one line an incident: best values, and beside the dead every figure told."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(CSV_HEAD)
    for incident in incidents:
        writer.writerow([spell_cell(cell) for cell in _row(incident)])
    stream.write(text.getvalue().encode("utf-8", "backslashreplace"))


def write_incidents_geojson(incidents: Iterable[Incident], stream: BinaryIO) -> None:
    """Write a FeatureCollection (RFC 7946); an incident known to a province at best has no point."""
    features = []
    for incident in incidents:
        point = best_point(incident)
        features.append(
            {
                "type": "Feature",
                "id": incident.id,
                "geometry": None
                if point is None
                else {"type": "Point", "coordinates": [round(point.lon or 0.0, 5), round(point.lat or 0.0, 5)]},
                "properties": incident_to_json(incident),
            }
        )
    collection = {"type": "FeatureCollection", "features": features}
    stream.write(json.dumps(collection, ensure_ascii=False, allow_nan=False).encode() + b"\n")


def best_point(incident: Incident) -> PlaceValue | None:
    """Give the best place where it is known to the district or finer, else the first rival that is.

    A place that a person has set, and that no report tells, has no point: not that of another place.
    """
    if any(one.role is Role.PLACE and one.corrected is not None and one.rival is None for one in incident.best):
        return None
    rivals = [*_best(incident, Role.PLACE), *incident.in_role(Role.PLACE)]
    values = (rival.value for rival in rivals)
    return next(
        (
            value
            for value in values
            if isinstance(value, PlaceValue) and value.lat is not None and value.precision in _POINTS
        ),
        None,
    )


def _best(incident: Incident, role: Role) -> list[Rival]:
    return [incident.rivals[one.rival] for one in incident.best if one.role is role and one.rival is not None]


def _rivals(incident: Incident, role: Role) -> list[Json]:
    return [_rival(rival) for rival in incident.in_role(role)]


def _rival(rival: Rival) -> Json:
    return {
        **_value(rival),
        "sources": rival.sources,
        "reports": sorted({telling.report for telling in rival.tellings}),
        "told": [
            {
                "report": telling.report,
                "said_by": list(telling.said_by),
                "certainty": telling.assertion.certainty,
                "spans": spans_to_json(telling.assertion.value.spans),
            }
            for telling in rival.tellings
        ],
    }


def _date(incident: Incident) -> Json | None:
    """Give the best date; a corrected one has no precision of its own."""
    best = next((one for one in incident.best if one.role is Role.DATE), None)
    if best is not None and best.rival is None and best.first and best.last:
        return {"from": best.first.isoformat(), "to": best.last.isoformat(), "precision": None}
    return next((_value(rival) for rival in _best(incident, Role.DATE)), None)


def _value(rival: Rival) -> Json:
    value = rival.value
    if isinstance(value, CountValue):
        part = rival.tellings[0].assertion.part_of is not None
        of = value.of.text if value.of else None
        return {"role": rival.role, "low": value.low, "high": value.high, "of": of, "is_part": part}
    if isinstance(value, TextValue):
        return {"role": rival.role, "text": value.text}
    return value_to_json(value)


def value_to_json(value: Value) -> Json:
    """Give a value as far as it can be told without its event."""
    if isinstance(value, DateValue):
        return {
            "from": value.from_.isoformat() if value.from_ else None,
            "to": value.to.isoformat() if value.to else None,
            "precision": value.precision,
        }
    if isinstance(value, PlaceValue):
        return {
            "name": value.name,
            "geonames_id": value.geonames_id,
            "lat": None if value.lat is None else round(value.lat, 5),
            "lon": None if value.lon is None else round(value.lon, 5),
            "country": value.country,
            "admin1": value.admin1,
            "precision": value.precision,
        }
    if isinstance(value, CountValue):
        return {"low": value.low, "high": value.high, "of": value.of.text if value.of else None}
    if isinstance(value, ActorValue):
        return {"name": value.name, "actor_id": value.actor_id, "kind": value.kind, "category": value.category}
    return {"text": value.text}


def _best_to_json(best: Best) -> Json:
    return {
        "role": best.role,
        "rule": best.rule,
        "low": best.low,
        "high": best.high,
        "corrected": best.corrected,
        "judgement": best.judgement,
    }


def _row(incident: Incident) -> Sequence[object]:
    bounds = {one.role: one for one in incident.best}
    date = _date(incident) or {"from": None, "to": None}
    place = next((rival.value for rival in _best(incident, Role.PLACE)), None)
    point = best_point(incident)
    killed, injured = bounds.get(Role.KILLED), bounds.get(Role.INJURED)
    actors = [rival.value.name for rival in incident.in_role(Role.ACTOR) if isinstance(rival.value, ActorValue)]
    told = [
        f"{'' if value.low is None else value.low}-{'' if value.high is None else value.high}"
        for rival in incident.in_role(Role.KILLED)
        if isinstance(value := rival.value, CountValue) and rival.tellings[0].assertion.part_of is None
    ]
    return (
        incident.id,
        incident.type,
        incident.mode,
        incident.stance,
        date["from"],
        date["to"],
        place.name if isinstance(place, PlaceValue) else bounds[Role.PLACE].corrected if Role.PLACE in bounds else None,
        place.country if isinstance(place, PlaceValue) else None,
        point.lat if point else None,
        point.lon if point else None,
        "; ".join(actors),
        killed.low if killed else None,
        killed.high if killed else None,
        "; ".join(dict.fromkeys(told)),
        injured.low if injured else None,
        injured.high if injured else None,
        incident.documents,
        incident.independent_sources,
        len(incident.contradictions),
        incident.review,
        incident.confidence,
        incident.marking,
    )
