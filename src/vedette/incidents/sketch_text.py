"""A sketch as a line of text and back, so that a store can keep it without knowing what it is."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from vedette.incidents.sketch import Sketch
from vedette.records import Basis, EventRef, EventType, PlacePrecision, PlaceValue, Role

_SETS = (
    "place_words", "countries", "actors", "actor_words", "recipient_words", "heads", "words", "names", "story",
)  # fmt: skip


def sketch_to_text(sketch: Sketch) -> str:
    """Write a sketch as JSON; the same sketch gives the same text."""
    told: dict[str, Any] = {
        "ref": [sketch.ref.document_id, sketch.ref.event_id],
        "type": sketch.type.value,
        "mode": sketch.mode,
        "background": sketch.background,
        "lead": sketch.lead,
        "attackers_hit": sketch.attackers_hit,
        "set_off": sketch.set_off,
        "denied": sketch.denied,
        "days": [[first.isoformat(), last.isoformat()] for first, last in sketch.days],
        "published": sketch.published.isoformat() if sketch.published else None,
        "places": [_place_to_list(place) for place in sketch.places],
        "tolls": [[role.value, low, high] for role, (low, high) in sketch.tolls],
        **{name: sorted(getattr(sketch, name)) for name in _SETS},
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def sketch_from_text(text: str) -> Sketch:
    """Read what `sketch_to_text` wrote."""
    told = json.loads(text)
    return Sketch(
        ref=EventRef(*told["ref"]),
        type=EventType(told["type"]),
        mode=told["mode"],
        background=told["background"],
        lead=told["lead"],
        attackers_hit=told["attackers_hit"],
        set_off=told["set_off"],
        denied=told["denied"],
        days=tuple((dt.date.fromisoformat(first), dt.date.fromisoformat(last)) for first, last in told["days"]),
        published=dt.date.fromisoformat(told["published"]) if told["published"] else None,
        places=tuple(_place_from_list(place) for place in told["places"]),
        tolls=tuple((Role(role), (low, high)) for role, low, high in told["tolls"]),
        **{name: frozenset(told[name]) for name in _SETS},
    )


def _place_to_list(place: PlaceValue) -> list[Any]:
    return [
        place.name, place.geonames_id, place.lat, place.lon, place.country, place.admin1, place.admin2,
        place.precision, place.basis, place.radius_km,
    ]  # fmt: skip


def _place_from_list(told: list[Any]) -> PlaceValue:
    name, geonames_id, lat, lon, country, admin1, admin2, precision, basis, radius_km = told
    fineness = PlacePrecision(precision) if precision else None
    return PlaceValue(name, geonames_id, lat, lon, country, admin1, admin2, fineness, Basis(basis), (), radius_km)
