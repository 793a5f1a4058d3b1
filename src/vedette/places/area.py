"""Make a point or an area of a place and the phrase's relation to it."""

from __future__ import annotations

from dataclasses import dataclass

from vedette.places.geometry import distance_km, midpoint, move
from vedette.places.index import Place, PlaceIndex
from vedette.places.phrase import Layout, Relation
from vedette.records import PlacePrecision

_DOWN = {
    PlacePrecision.REGION: PlacePrecision.REGION,
    PlacePrecision.COUNTRY: PlacePrecision.PROVINCE,
    PlacePrecision.PROVINCE: PlacePrecision.DISTRICT,
    PlacePrecision.DISTRICT: PlacePrecision.DISTRICT,
    PlacePrecision.TOWN: PlacePrecision.TOWN,
    PlacePrecision.SITE: PlacePrecision.SITE,
}
_PART_SHIFT, _PART_RADIUS = 0.5, 0.6  # of the whole's radius


@dataclass(frozen=True, slots=True)
class Area:
    """Where and how large; `name` and `country` are set where they are not those of the place it hangs on."""

    lat: float | None
    lon: float | None
    radius_km: float | None
    precision: PlacePrecision
    name: str = ""
    country: str = ""


def area_of(layout: Layout, place: Place, other: Place | None, index: PlaceIndex, neighbour: str) -> Area:
    """Give the area that the layout makes of `place`; `neighbour` is the country the document speaks of besides."""
    if layout.relation is Relation.BORDER:
        return _border(place, other, index, neighbour)
    if place.lat is None or place.lon is None:
        return Area(None, None, None, place.precision)
    if layout.relation is Relation.BETWEEN and other is not None and other.lat is not None and other.lon is not None:
        lat, lon = midpoint(place.lat, place.lon, other.lat, other.lon)
        half = distance_km(place.lat, place.lon, other.lat, other.lon) / 2
        shared = place.country if place.country == other.country else ""
        return Area(lat, lon, _km(half), PlacePrecision.DISTRICT, f"between {place.name} and {other.name}", shared)
    if layout.relation is Relation.OFFSET and layout.km is not None and layout.stated:
        return _offset(place, layout.km, layout.bearing)
    if layout.relation is Relation.NEAR and layout.km is not None:
        return Area(place.lat, place.lon, _km(layout.km + place.radius_km), place.precision)
    if layout.relation in (Relation.PART, Relation.OFFSET) and place.radius_km:
        return _part(place, layout.bearing)
    if layout.relation is Relation.OFFSET and layout.km is not None:
        return _offset(place, layout.km, layout.bearing)
    return Area(place.lat, place.lon, float(place.radius_km) or None, place.precision)


def _offset(place: Place, km: float, bearing: float | None) -> Area:
    assert place.lat is not None
    assert place.lon is not None
    if bearing is None:
        return Area(place.lat, place.lon, _km(km), _coarser(km))
    lat, lon = move(place.lat, place.lon, km, bearing)
    name = f"{round(km)} km {_compass(bearing)} of {place.name}"
    return Area(lat, lon, _km(max(5.0, 0.35 * km)), _coarser(km), name)


def _coarser(km: float) -> PlacePrecision:
    return PlacePrecision.TOWN if km <= 10 else PlacePrecision.DISTRICT


def _part(place: Place, bearing: float | None) -> Area:
    assert place.lat is not None
    assert place.lon is not None
    lat, lon = place.lat, place.lon
    if bearing is not None:
        lat, lon = move(lat, lon, _PART_SHIFT * place.radius_km, bearing)
    return Area(lat, lon, _km(_PART_RADIUS * place.radius_km), _DOWN[place.precision])


def _border(place: Place, other: Place | None, index: PlaceIndex, neighbour: str) -> Area:
    """Give the stretch where two countries meet, if the text tells which two, else the side that it names."""
    rival = other.country if other is not None else neighbour
    border = index.border(place.country, rival)
    if border is not None and place.kind == "country":
        return Area(border.lat, border.lon, border.radius_km, PlacePrecision.REGION, border.name)
    return Area(place.lat, place.lon, float(place.radius_km) or None, _DOWN[place.precision])


def _compass(bearing: float) -> str:
    names = ("north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest")
    return names[round(bearing / 45) % 8]


def _km(km: float) -> float:
    return round(km, 1)
