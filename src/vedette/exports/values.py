"""One value and its words as JSON.

Keys stand in a fixed order, those of the contract first. `full` adds the candidates that lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from vedette.codebook.mappings import Coding
from vedette.links import Part, Word
from vedette.order import Bounds, Order
from vedette.records import (
    ActorCandidate,
    ActorValue,
    Assertion,
    Basis,
    CountValue,
    DateValue,
    PlaceCandidate,
    PlaceValue,
    Role,
    Span,
    TextValue,
)

Json = dict[str, Any]

# Digits after the point: a confidence is not known better than this, and 5 digits of a degree are about one metre.
CONFIDENCE_DIGITS = 4
DEGREE_DIGITS = 5
KILOMETRE_DIGITS = 3

# What fills these roles are words and nothing else.
TEXT_ROLES = frozenset({Role.WEAPON, Role.OBJECT, Role.DAMAGE})

# Where words fill a slot but no value could be made of them, the keys of the value are there and null.
_NO_DATE = DateValue(None, None, None, Basis.STATED, ())
_NO_PLACE = PlaceValue("", None, None, None, None, None, None, None, Basis.STATED, ())
_NO_COUNT = CountValue(None, None, Basis.STATED, ())
_NOBODY = ActorValue("", None, None, None, None, None, ())


def span_to_json(span: Span) -> Json:
    """Give a span's offsets and words."""
    return {"start": span.start, "end": span.end, "text": span.text}


def spans_to_json(spans: Iterable[Span]) -> list[Json]:
    """Give spans in the order in which they stand."""
    return [span_to_json(span) for span in spans]


def confidence_to_json(confidence: float) -> float:
    """Round a confidence or a score."""
    return round(float(confidence), CONFIDENCE_DIGITS)


def date_to_json(assertion: Assertion, value: DateValue | TextValue) -> Json:
    """Give a date as two ISO days, both inclusive; a side that the text leaves open is null."""
    date = _NO_DATE if isinstance(value, TextValue) else value
    return {
        "from": date.from_.isoformat() if date.from_ else None,
        "to": date.to.isoformat() if date.to else None,
        "precision": date.precision,
        "basis": None if isinstance(value, TextValue) else value.basis,
        "relation": date.relation,
        "anchor": span_to_json(date.anchor) if date.anchor else None,
        **_said(assertion),
        "spans": spans_to_json(value.spans),
    }


def place_to_json(assertion: Assertion, value: PlaceValue | TextValue, full: bool) -> Json:
    """Give a place in degrees (WGS 84) and kilometres."""
    place = _NO_PLACE if isinstance(value, TextValue) else value
    out = {
        "name": value.text if isinstance(value, TextValue) else value.name,
        "geonames_id": place.geonames_id,
        "lat": _rounded(place.lat, DEGREE_DIGITS),
        "lon": _rounded(place.lon, DEGREE_DIGITS),
        "country": place.country,
        "admin1": place.admin1,
        "admin2": place.admin2,
        "precision": place.precision,
        "basis": None if isinstance(value, TextValue) else value.basis,
        "radius_km": _rounded(place.radius_km, KILOMETRE_DIGITS),
        "why": place.why,
        **_said(assertion),
        "spans": spans_to_json(value.spans),
    }
    if full:
        out["candidates"] = [_place_candidate_to_json(candidate) for candidate in place.candidates]
    return out


def actor_to_json(value: ActorValue | TextValue, full: bool) -> Json:
    """Give a party as such, without the event that it has a part in."""
    actor = _NOBODY if isinstance(value, TextValue) else value
    out = {
        "name": value.text if isinstance(value, TextValue) else value.name,
        "actor_id": actor.actor_id,
        "kind": actor.kind,
        "sector": actor.sector,
        "category": actor.category,
        "country": actor.country,
        "label_of": actor.label_of,
        "spans": spans_to_json(value.spans),
    }
    if full:
        out["candidates"] = [_actor_candidate_to_json(candidate) for candidate in actor.candidates]
    return out


def party_to_json(assertion: Assertion, value: ActorValue | TextValue, full: bool) -> Json:
    """Give an actor or a recipient of an event; `certainty` is null where nothing is said of it."""
    return {**actor_to_json(value, full), "certainty": assertion.certainty, **_said(assertion)}


def count_to_json(assertion: Assertion, value: CountValue | TextValue, part_of: int | None) -> Json:
    """Give a count; `part_of` indexes the event's counts."""
    count = _NO_COUNT if isinstance(value, TextValue) else value
    return {
        "role": assertion.role,
        "low": count.low,
        "high": count.high,
        "of": count.of.text if count.of else None,
        "of_span": span_to_json(count.of) if count.of else None,
        "part_of": part_of,
        "approximate": count.approximate,
        "basis": None if isinstance(value, TextValue) else value.basis,
        **_said(assertion),
        "spans": spans_to_json(value.spans),
    }


def text_to_json(assertion: Assertion, value: TextValue) -> Json:
    """Give words that stand for themselves."""
    return {"text": value.text, **_said(assertion), "spans": spans_to_json(value.spans)}


def order_to_json(order: Order, event_id: str) -> Json:
    """Give how an event stands in time to another one of the document."""
    return {
        "relation": "after" if order.later == event_id else "before",
        "event": order.earlier if order.later == event_id else order.later,
        "least_days": order.least,
        "most_days": order.most,
        "rule": order.rule,
        "spans": spans_to_json(order.spans),
    }


def bounds_to_json(bounds: Bounds, own: Sequence[Order]) -> Json:
    """Give between which days an event without a date lies; `because` indexes the event's `time_order`."""
    return {
        "from": bounds.from_.isoformat() if bounds.from_ else None,
        "to": bounds.to.isoformat() if bounds.to else None,
        "published": bounds.published,
        "because": [index for index, order in enumerate(own) if order in bounds.because],
    }


def part_to_json(part: Part) -> Json:
    """Give an event of the document that is part of a series."""
    return {"event": part.part, "rule": part.rule, "spans": spans_to_json(part.spans)}


def word_to_json(word: Word) -> Json:
    """Give what a CLAIM or DENY of the document says of a deed."""
    return {"event": word.event, "kind": word.kind, "rule": word.rule, "spans": spans_to_json(word.spans)}


def coding_to_json(coding: Coding) -> Json:
    """Give a word of another codebook with the rule that gave it; the rule's reason stands in the reference."""
    return {
        "scheme": coding.scheme,
        "field": coding.field,
        "value": coding.value,
        "rule": coding.rule,
        "grounds": list(coding.grounds),
        "index": coding.index,
    }


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
