"""Show how one phrase is read, for the command line."""

from __future__ import annotations

import hashlib
import math
from dataclasses import asdict
from typing import Any

from vedette.errors import UsageError
from vedette.places.index import Place, open_index
from vedette.places.keys import fold_name
from vedette.places.resolve import resolve_spans
from vedette.places.survey import survey_document
from vedette.places.words import load_words
from vedette.records import Document, PlaceValue, Span
from vedette.records.geometry import distance_km

_NOT_SHOWN = "the text does not show it to be a place; `explain-actor` reads it as somebody who acts"
# Where an entry of the index comes from: by its note in the supplement, or else by its kind.
_SOURCES = {
    "gns": "NGA GEOnet Names Server",
    "wd": "Wikidata",
    "unhcr": "UNHCR operational data portal",
    "ocha": "UN OCHA and Logistics Cluster maps",
    "iho": "IHO, Limits of Oceans and Seas",
    "icold": "register of large dams",
    "airport": "airportsdata",
    "port": "UN/LOCODE ports",
}


def explain_phrase(phrase: str, context: str) -> dict[str, Any]:
    """Give the fields of the value of `phrase` in `context` (the phrase alone where it is not in the context)."""
    if not phrase.strip():
        raise UsageError("the phrase is empty; give the words that name a place")
    text = context if phrase in context else f"{phrase}. {context}".strip()
    digest = hashlib.sha256(text.encode()).hexdigest()
    document = Document(id=digest[:16], sha256=digest, name="phrase", media_type="text/plain", text=text)
    start = text.index(phrase)
    span = Span.of(text, start, start + len(phrase))
    value = resolve_spans(document, [span], open_index(), load_words())[0]
    fields = asdict(value)
    if phrase in context and value.lat is not None and not _is_shown(document, span):
        fields["why"] = "; ".join(filter(None, (value.why, _NOT_SHOWN)))
    fields["source"] = _source(value)
    fields["precision"] = value.precision.value if value.precision else None
    fields["basis"] = value.basis.value
    return fields


def _is_shown(document: Document, span: Span) -> bool:
    """Tell whether the text by itself shows that a place is named in the span."""
    names = survey_document(document, open_index(), load_words(), []).names
    return any(name.start < span.end and span.start < name.end for name in names)


def _source(value: PlaceValue) -> str | None:
    """Name the source of the entry that a value comes from, None where no entry has its name."""
    index = open_index()
    found = [place for place, _ in index.find(fold_name(value.name)) if value.geonames_id in (None, place.geonames_id)]
    if value.lat is None or not found:
        return None
    place = min(found, key=lambda place: _apart(place, value))
    return _SOURCES.get(index.note(place).get("source", place.kind), "GeoNames")


def _apart(place: Place, value: PlaceValue) -> float:
    if place.point is None or value.lat is None or value.lon is None:
        return math.inf
    return distance_km(place.point, (value.lat, value.lon))
