"""Make a point or an area of a place and the phrase's relation to it."""

from __future__ import annotations

from dataclasses import dataclass

from vedette.places.geometry import enclose, midpoint, move
from vedette.places.index import Place, PlaceIndex
from vedette.places.phrase import Layout, Relation
from vedette.places.words import load_words
from vedette.records import PlacePrecision
from vedette.records.geometry import Point, distance_km

# How exact a part of a place is ("northern Mali").
_FINER = {
    PlacePrecision.REGION: PlacePrecision.REGION,
    PlacePrecision.COUNTRY: PlacePrecision.PROVINCE,
    PlacePrecision.PROVINCE: PlacePrecision.DISTRICT,
    PlacePrecision.DISTRICT: PlacePrecision.DISTRICT,
    PlacePrecision.TOWN: PlacePrecision.TOWN,
    PlacePrecision.SITE: PlacePrecision.SITE,
}
_PART_SHIFT, _PART_RADIUS = 0.5, 0.6  # of the whole's radius
_OFFSET_RADIUS, _LEAST_KM = 0.35, 5.0  # of the distance told: compass points are 45 degrees apart
_STILL_TOWN_KM = 10
_LARGE_KM = 25  # "north of" a place of this radius is its north, north of a smaller one is outside it
_OFFSHORE_KM = 40.0  # how far out "off the coast" is where no distance is told
_PAIR_KM = 600.0  # two names farther apart than this are not the ends of one stretch of road


@dataclass(frozen=True, slots=True)
class Area:
    """Where (None if unknown) and how large; `name` is set where it is not that of the place it hangs on."""

    point: Point | None
    radius_km: float | None
    precision: PlacePrecision
    name: str = ""


def area_of(layout: Layout, place: Place, other: Place | None, index: PlaceIndex, neighbour: str) -> Area:
    """Give the area that the layout makes of `place`; `neighbour` is the country the document speaks of besides."""
    if layout.relation is Relation.BORDER:
        return _border(place, other, index, neighbour)
    if layout.relation is Relation.COAST:
        return _coast(place, index, layout.km or _OFFSHORE_KM)
    if place.point is None:
        return Area(None, None, place.precision)
    if layout.relation is Relation.BETWEEN and other is not None and other.point is not None:
        half = distance_km(place.point, other.point) / 2
        if 2 * half > _PAIR_KM:
            return Area(None, None, PlacePrecision.DISTRICT)
        middle = midpoint(place.point, other.point)
        return Area(middle, _km(half), PlacePrecision.DISTRICT, f"between {place.name} and {other.name}")
    if layout.km is not None and layout.relation is Relation.OFFSET and (layout.stated or place.radius_km < _LARGE_KM):
        return _offset(place, place.point, layout.km, layout.bearing)
    if layout.km is not None and layout.relation is Relation.NEAR:
        return Area(place.point, _km(layout.km + place.radius_km), place.precision)
    if layout.relation in (Relation.PART, Relation.OFFSET) and place.radius_km:
        return _part(place, place.point, layout.bearing)
    return area_of_place(place)


def area_of_place(place: Place) -> Area:
    """Give the place itself as an area."""
    return Area(place.point, float(place.radius_km) or None, place.precision)


def _offset(place: Place, point: Point, km: float, bearing: float | None) -> Area:
    precision = PlacePrecision.TOWN if km <= _STILL_TOWN_KM else PlacePrecision.DISTRICT
    if bearing is None:
        return Area(point, _km(km), precision)
    name = f"{round(km)} km {_compass(bearing)} of {place.name}"
    return Area(move(point, km, bearing), _km(max(_LEAST_KM, _OFFSET_RADIUS * km)), precision, name)


def _part(place: Place, point: Point, bearing: float | None) -> Area:
    if bearing is not None:
        point = move(point, _PART_SHIFT * place.radius_km, bearing)
    return Area(point, _km(_PART_RADIUS * place.radius_km), _FINER[place.precision])


def _border(place: Place, other: Place | None, index: PlaceIndex, neighbour: str) -> Area:
    """Give the stretch where two countries meet, if the text tells which two, else the side that it names."""
    border = index.border(place.country, other.country if other is not None else neighbour)
    if border is not None and place.kind == "country":
        return Area((border.lat, border.lon), border.radius_km, PlacePrecision.REGION, border.name)
    return Area(place.point, float(place.radius_km) or None, _FINER[place.precision])


def _coast(place: Place, index: PlaceIndex, km: float) -> Area:
    """Give a country's middle port, with a radius that holds all its ports and `km` of water.

    A country without a sea has no coast that is known; what is no country has `km` around it.
    """
    if place.kind != "country":
        return Area(place.point, _km(km + place.radius_km), place.precision)
    ports = [] if place.country in load_words().landlocked else [point for point, _ in index.ports_of(place.country)]
    if not ports:
        return Area(None, None, PlacePrecision.REGION)
    centre = enclose(ports)
    middle = min(ports, key=lambda port: distance_km(centre, port))
    radius = max(distance_km(middle, port) for port in ports)
    return Area(middle, _km(radius + km), PlacePrecision.REGION, f"coast of {place.name}")


def _compass(bearing: float) -> str:
    names = ("north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest")
    return names[round(bearing / 45) % 8]


def _km(km: float) -> float:
    return round(km, 1)
