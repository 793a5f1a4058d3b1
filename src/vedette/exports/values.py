"""One value and its words as JSON.

Keys stand in a fixed order, those of the contract first. `full` adds the candidates that lost.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from vedette.records import (
    ActorCandidate,
    ActorValue,
    Assertion,
    CountValue,
    DateValue,
    PlaceCandidate,
    PlaceValue,
    Span,
    TextValue,
)

Json = dict[str, Any]

# Digits after the point: a confidence is not known better than this, and 5 digits of a degree are about one metre.
CONFIDENCE_DIGITS = 4
DEGREE_DIGITS = 5
KILOMETRE_DIGITS = 3


def span_to_json(span: Span) -> Json:
    """Give a span's offsets and words."""
    return {"start": span.start, "end": span.end, "text": span.text}


def spans_to_json(spans: Iterable[Span]) -> list[Json]:
    """Give spans in the order in which they stand."""
    return [span_to_json(span) for span in spans]


def confidence_to_json(confidence: float) -> float:
    """Round a confidence or a score."""
    return round(float(confidence), CONFIDENCE_DIGITS)


def date_to_json(assertion: Assertion, value: DateValue) -> Json:
    """Give a date as two ISO days, both inclusive; a side that the text leaves open is null."""
    return {
        "from": value.from_.isoformat() if value.from_ else None,
        "to": value.to.isoformat() if value.to else None,
        "precision": value.precision,
        "basis": value.basis,
        "relation": value.relation,
        "anchor": span_to_json(value.anchor) if value.anchor else None,
        **_said(assertion),
        "spans": spans_to_json(value.spans),
    }


def place_to_json(assertion: Assertion, value: PlaceValue, full: bool) -> Json:
    """Give a place in degrees (WGS 84) and kilometres."""
    out = {
        "name": value.name,
        "geonames_id": value.geonames_id,
        "lat": _rounded(value.lat, DEGREE_DIGITS),
        "lon": _rounded(value.lon, DEGREE_DIGITS),
        "country": value.country,
        "admin1": value.admin1,
        "admin2": value.admin2,
        "precision": value.precision,
        "basis": value.basis,
        "radius_km": _rounded(value.radius_km, KILOMETRE_DIGITS),
        "why": value.why,
        **_said(assertion),
        "spans": spans_to_json(value.spans),
    }
    if full:
        out["candidates"] = [_place_candidate_to_json(candidate) for candidate in value.candidates]
    return out


def actor_to_json(value: ActorValue, full: bool) -> Json:
    """Give a party as such, without the event that it has a part in."""
    out = {
        "name": value.name,
        "actor_id": value.actor_id,
        "kind": value.kind,
        "sector": value.sector,
        "category": value.category,
        "country": value.country,
        "label_of": value.label_of,
        "spans": spans_to_json(value.spans),
    }
    if full:
        out["candidates"] = [_actor_candidate_to_json(candidate) for candidate in value.candidates]
    return out


def party_to_json(assertion: Assertion, value: ActorValue, full: bool) -> Json:
    """Give an actor or a recipient of an event; `certainty` is null where nothing is said of it."""
    return {**actor_to_json(value, full), "certainty": assertion.certainty, **_said(assertion)}


def count_to_json(assertion: Assertion, value: CountValue, part_of: int | None) -> Json:
    """Give a count; `part_of` indexes the event's counts."""
    return {
        "role": assertion.role,
        "low": value.low,
        "high": value.high,
        "of": value.of.text if value.of else None,
        "of_span": span_to_json(value.of) if value.of else None,
        "part_of": part_of,
        "approximate": value.approximate,
        "basis": value.basis,
        **_said(assertion),
        "spans": spans_to_json(value.spans),
    }


def text_to_json(assertion: Assertion, value: TextValue) -> Json:
    """Give words that stand for themselves."""
    return {"text": value.text, **_said(assertion), "spans": spans_to_json(value.spans)}


def _said(assertion: Assertion) -> Json:
    return {"attribution": assertion.attribution, "confidence": confidence_to_json(assertion.confidence)}


def _rounded(number: float | None, digits: int) -> float | None:
    return None if number is None else round(float(number), digits)


def _place_candidate_to_json(candidate: PlaceCandidate) -> Json:
    return {
        "name": candidate.name,
        "geonames_id": candidate.geonames_id,
        "lat": _rounded(candidate.lat, DEGREE_DIGITS),
        "lon": _rounded(candidate.lon, DEGREE_DIGITS),
        "country": candidate.country,
        "admin1": candidate.admin1,
        "admin2": candidate.admin2,
        "precision": candidate.precision,
        "score": confidence_to_json(candidate.score),
    }


def _actor_candidate_to_json(candidate: ActorCandidate) -> Json:
    return {
        "actor_id": candidate.actor_id,
        "name": candidate.name,
        "score": confidence_to_json(candidate.score),
        "label_of": candidate.label_of,
    }
