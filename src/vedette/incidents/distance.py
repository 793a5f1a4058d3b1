"""How far apart two places are, less what their precision leaves open."""

from __future__ import annotations

from collections.abc import Iterable

from vedette.incidents.sketch import FINE
from vedette.records import PlacePrecision, PlaceValue
from vedette.records.geometry import distance_km

# How far from its point a place of this precision may reach, in km.
REACH_KM = {
    None: 25.0,
    PlacePrecision.SITE: 5.0,
    PlacePrecision.TOWN: 10.0,
    PlacePrecision.DISTRICT: 40.0,
    PlacePrecision.PROVINCE: 250.0,
}


def is_point(place: PlaceValue) -> bool:
    """Tell whether a place is exact enough for a distance to mean something."""
    return place.lat is not None and place.lon is not None and place.precision in FINE


def open_km(place: PlaceValue) -> float:
    """Give how far from its point a fine place may reach."""
    return place.radius_km or REACH_KM[place.precision]


def km_apart(ours: Iterable[PlaceValue], theirs: Iterable[PlaceValue]) -> float | None:
    """Give the least distance between two fine places, less what their precision leaves open; None where not told."""
    one, two = ([place for place in places if is_point(place)] for places in (ours, theirs))
    return min((_beyond(first, second) for first in one for second in two), default=None)


def _beyond(one: PlaceValue, two: PlaceValue) -> float:
    """Measure two fine places, which have coordinates."""
    if one.geonames_id is not None and one.geonames_id == two.geonames_id:
        return 0.0
    apart = distance_km((one.lat or 0.0, one.lon or 0.0), (two.lat or 0.0, two.lon or 0.0))
    return max(0.0, apart - open_km(one) - open_km(two))
