"""A value as columns, and back."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any, TypeVar

from vedette.records import (
    ActorCandidate,
    ActorValue,
    Basis,
    CountValue,
    DatePrecision,
    DateValue,
    PlaceCandidate,
    PlacePrecision,
    PlaceValue,
    Span,
    TextValue,
    Value,
)

Row = dict[str, Any]  # to put in
Read = Mapping[Any, Any]  # what the database gives back, by name of column
Spans = tuple[Span, ...]
C = TypeVar("C", PlaceCandidate, ActorCandidate)

# One insert of many rows wants the same columns in each.
_EMPTY: Row = dict.fromkeys(
    [
        *("basis", "date_from", "date_to", "date_precision", "date_relation", "anchor_start", "anchor_end"),
        *("name", "country", "geonames_id", "lat", "lon", "admin1", "admin2", "place_precision", "radius_km", "why"),
        *("low", "high", "approximate", "of_start", "of_end", "actor_id", "actor_kind", "sector", "category"),
        *("label_of", "text", "candidates"),
    ]
)


def value_to_columns(value: Value) -> Row:
    """Give all columns of a value but its spans."""
    if isinstance(value, DateValue):
        return {**_EMPTY, **_date_to_columns(value)}
    if isinstance(value, PlaceValue):
        return {**_EMPTY, **_place_to_columns(value)}
    if isinstance(value, CountValue):
        return {**_EMPTY, **_count_to_columns(value)}
    if isinstance(value, ActorValue):
        return {**_EMPTY, "value": "actor", **actor_to_columns(value)}
    return {**_EMPTY, "value": "text", "text": value.text}


def value_from_columns(row: Read, spans: Spans, text: str) -> Value:
    """Rebuild a value from its columns, its spans and the document's text."""
    kind = row["value"]
    if kind == "date":
        return _date_from_columns(row, spans, text)
    if kind == "place":
        return _place_from_columns(row, spans)
    if kind == "count":
        of = span_from_columns(row, text, "of_")
        return CountValue(row["low"], row["high"], Basis(row["basis"]), spans, row["approximate"], of)
    if kind == "actor":
        return actor_from_columns(row, spans)
    if kind == "text":
        return TextValue(row["text"], spans)
    raise ValueError(f"there is no kind of value called {kind!r}")


def span_to_columns(span: Span | None, prefix: str = "") -> Row:
    """Give a span's two columns."""
    return {f"{prefix}start": span.start if span else None, f"{prefix}end": span.end if span else None}


def span_from_columns(row: Read, text: str, prefix: str = "") -> Span | None:
    """Cut a span out of the text, or give None where there is none."""
    start = row[f"{prefix}start"]
    return None if start is None else Span.of(text, start, row[f"{prefix}end"])


def actor_to_columns(value: ActorValue) -> Row:
    """Give an actor's columns."""
    return {
        "name": value.name,
        "country": value.country,
        "actor_id": value.actor_id,
        "actor_kind": value.kind,
        "sector": value.sector,
        "category": value.category,
        "label_of": value.label_of,
        "candidates": _candidates_to_json(value.candidates),
    }


def actor_from_columns(row: Read, spans: Spans) -> ActorValue:
    """Rebuild an actor."""
    return ActorValue(
        name=row["name"],
        actor_id=row["actor_id"],
        kind=row["actor_kind"],
        sector=row["sector"],
        category=row["category"],
        country=row["country"],
        spans=spans,
        candidates=tuple(ActorCandidate(**candidate) for candidate in row["candidates"] or ()),
        label_of=row["label_of"],
    )


def _date_to_columns(value: DateValue) -> Row:
    return {
        "value": "date",
        "basis": value.basis.value,
        "date_from": value.from_,
        "date_to": value.to,
        "date_precision": value.precision.value if value.precision else None,
        "date_relation": value.relation,
        **span_to_columns(value.anchor, "anchor_"),
    }


def _date_from_columns(row: Read, spans: Spans, text: str) -> DateValue:
    precision = DatePrecision(row["date_precision"]) if row["date_precision"] else None
    anchor = span_from_columns(row, text, "anchor_")
    return DateValue(
        row["date_from"], row["date_to"], precision, Basis(row["basis"]), spans, row["date_relation"], anchor
    )


def _place_to_columns(value: PlaceValue) -> Row:
    return {
        "value": "place",
        "basis": value.basis.value,
        "name": value.name,
        "country": value.country,
        "geonames_id": value.geonames_id,
        "lat": value.lat,
        "lon": value.lon,
        "admin1": value.admin1,
        "admin2": value.admin2,
        "place_precision": value.precision.value if value.precision else None,
        "radius_km": value.radius_km,
        "why": value.why,
        "candidates": _candidates_to_json(value.candidates),
    }


def _place_from_columns(row: Read, spans: Spans) -> PlaceValue:
    return PlaceValue(
        name=row["name"],
        geonames_id=row["geonames_id"],
        lat=row["lat"],
        lon=row["lon"],
        country=row["country"],
        admin1=row["admin1"],
        admin2=row["admin2"],
        precision=PlacePrecision(row["place_precision"]) if row["place_precision"] else None,
        basis=Basis(row["basis"]),
        spans=spans,
        radius_km=row["radius_km"],
        candidates=tuple(
            PlaceCandidate(**{**candidate, "precision": PlacePrecision(candidate["precision"])})
            for candidate in row["candidates"] or ()
        ),
        why=row["why"],
    )


def _count_to_columns(value: CountValue) -> Row:
    return {
        "value": "count",
        "basis": value.basis.value,
        "low": value.low,
        "high": value.high,
        "approximate": value.approximate,
        **span_to_columns(value.of, "of_"),
    }


def _candidates_to_json(candidates: tuple[C, ...]) -> list[Row] | None:
    return [dataclasses.asdict(candidate) for candidate in candidates] or None
