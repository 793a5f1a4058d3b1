"""Find the port or the airport of a town: "the port of Hodeidah", "Goma's airport"."""

from __future__ import annotations

import re
from dataclasses import replace

from vedette.places.index import Place, PlaceIndex
from vedette.places.keys import fold_name
from vedette.records.geometry import distance_km

_REACH_KM = 40.0  # how far from its town a port or an airport of its name may lie
_OTHER_KM = 15.0  # and a port of another name, or of another spelling
_WORDS = r"(?P<what>port|seaport|harbou?r|airport|airfield)"
FACILITY_OF = rf"{_WORDS} (?:of|in|at)(?: the)?(?: (?:town|city) of)?"
_BEFORE = re.compile(rf"\b{FACILITY_OF}$")
_AFTER = re.compile(rf"(?:['’]s?)? (?:(?:main|old|sea|commercial|international) )?{_WORDS}\b")
_FORMS = {"airport": ("{} airport", "{} international airport"), "port": ("port of {}", "{} port")}


def find_facility(phrase: str, start: int, end: int, town: Place, index: PlaceIndex) -> Place | None:
    """Give the port or airport that the phrase speaks of and the index has by the town; None where there is none.

    The town's name stands at `start` to `end` of the phrase. What comes lies in the units that the town lies in.
    """
    told = _BEFORE.search(phrase[:start].strip().lower()) or _AFTER.match(phrase[end:].lower())
    if told is None or town.point is None or town.kind == "country":
        return None
    kind = "airport" if told["what"].startswith("air") else "port"
    keys = [form.format(fold_name(name)) for name in (phrase[start:end], town.name) for form in _FORMS[kind]]
    named = [place for key in keys for place, _ in index.find(key) if place.kind in (kind, "site")]
    others = [place for _, place in index.ports_of(town.country)] if kind == "port" else []
    found = _nearest(named, town, max(_REACH_KM, town.radius_km)) or _nearest(others, town, _OTHER_KM)
    return None if found is None else replace(found, admin1=town.admin1, admin2=town.admin2)


def _nearest(places: list[Place], town: Place, reach: float) -> Place | None:
    """Give the place of the town's country that lies nearest to it, within `reach` km."""
    near = [
        (distance_km(town.point, place.point), place.number, place)
        for place in places
        if town.point is not None and place.point is not None and place.country == town.country
    ]
    found = min(near, default=None, key=lambda each: each[:2])
    return found[2] if found is not None and found[0] <= reach else None
