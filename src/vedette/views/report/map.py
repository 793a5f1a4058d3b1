"""Where it happened: dots for points, hollow circles for areas, on the land around them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from vedette.records import PlacePrecision
from vedette.views.report.declutter import Label, Sheet, Wish, text_width
from vedette.views.report.land import Country, draw_land
from vedette.views.report.outlines import load_outlines
from vedette.views.report.projection import Projection, fit_projection
from vedette.views.report.sightings import Sighting

WIDTH, HEIGHT = 720.0, 500.0
LARGE, SMALL = 23.0, 13.0  # letters on a narrow and on a wide screen, in the sheet's pixels
AREAS_KM = {PlacePrecision.DISTRICT: 20.0, PlacePrecision.PROVINCE: 75.0, PlacePrecision.COUNTRY: 250.0}
AREA_PIXELS = {
    PlacePrecision.DISTRICT: (11.0, 40.0),
    PlacePrecision.PROVINCE: (18.0, 70.0),
    PlacePrecision.COUNTRY: (28.0, 110.0),
}
CORE = 0.9  # of the events: where the rest lie far off, the map zooms to these and lists the rest
FAR_OFF = 2.5  # times the core's extent
FEWEST_FOR_CORE = 6
LABELLED = 60
COUNTRY_NAME_AREA = 9.0  # a country's name needs this many times its own area


@dataclass(frozen=True, slots=True)
class Mark:
    """A place on the map: a filled dot of radius `r`, or a hollow circle where only an area is known."""

    number: int
    x: float
    y: float
    r: float
    precision: str
    area: bool
    real: bool
    ring: float | None
    title: str


@dataclass(frozen=True, slots=True)
class Map:
    """All that the template needs to draw the map; `off` are the places that are on no map, with the reason."""

    width: float
    height: float
    land: tuple[Country, ...]
    marks: tuple[Mark, ...]
    labels: tuple[Label, ...]
    countries: tuple[Label, ...]
    scale_km: int
    scale_pixels: float
    off: tuple[tuple[int, str, str], ...]


def draw_map(sightings: Sequence[Sighting]) -> Map | None:
    """Draw the places of the events; None where none of them has a spot."""
    seen = [(number, sighting) for number, sighting in enumerate(sightings) if sighting.on_map]
    if not seen:
        return None
    projection = fit_projection(_core([sighting for _, sighting in seen]), WIDTH, HEIGHT)
    marks = [mark for number, sighting in seen if (mark := _mark(number, sighting, projection)) is not None]
    marks.sort(key=lambda mark: (-mark.area, -mark.r, mark.number))  # areas and large dots lie under small ones
    shown = {mark.number for mark in marks}
    land = draw_land(load_outlines(), projection)
    scale_km = _round_km(90 / projection.pixels(1))
    labels, countries = _label(marks, sightings, land)
    off = tuple((n, s.words, _reason(s)) for n, s in enumerate(sightings) if n not in shown)
    return Map(
        WIDTH, HEIGHT, land, tuple(marks), labels, countries, scale_km, round(projection.pixels(scale_km), 1), off
    )


def _core(sightings: list[Sighting]) -> list[tuple[float, float]]:
    """Give the points to zoom to: all, or the core of them where a few far ones would squeeze it into a corner.

    Countries count only where nothing more exact is known.
    """
    exact = [sighting for sighting in sightings if sighting.place.precision is not PlacePrecision.COUNTRY]
    weighted = [(_point(sighting), len(sighting.events)) for sighting in exact or sightings]
    total = sum(weight for _, weight in weighted)
    points = [point for point, _ in weighted]
    if len(points) < FEWEST_FOR_CORE:
        return points
    middle = (_median([(p[0], w) for p, w in weighted]), _median([(p[1], w) for p, w in weighted]))
    by_distance = sorted(weighted, key=lambda item: _distance(item[0], middle))
    core: list[tuple[float, float]] = []
    covered = 0
    for point, weight in by_distance:
        if covered >= CORE * total:
            break
        core.append(point)
        covered += weight
    reach, farthest = _distance(core[-1], middle), _distance(by_distance[-1][0], middle)
    return core if farthest > FAR_OFF * max(reach, 2.0) else points


def _point(sighting: Sighting) -> tuple[float, float]:
    return sighting.place.lon or 0.0, sighting.place.lat or 0.0


def _median(values: list[tuple[float, int]]) -> float:
    ordered = sorted(values)
    half, passed = sum(weight for _, weight in ordered) / 2, 0
    for value, weight in ordered:
        passed += weight
        if passed >= half:
            return value
    return ordered[-1][0]


def _distance(a: tuple[float, float], b: tuple[float, float]) -> float:
    across = ((a[0] - b[0] + 180) % 360 - 180) * math.cos(math.radians((a[1] + b[1]) / 2))
    return math.hypot(across, a[1] - b[1])


def _mark(number: int, sighting: Sighting, projection: Projection) -> Mark | None:
    longitude, latitude = _point(sighting)
    x, y = projection.at(projection.near(longitude), latitude)
    if not (0 <= x <= projection.width and 0 <= y <= projection.height):
        return None
    precision = sighting.place.precision or PlacePrecision.COUNTRY
    area = precision in (PlacePrecision.PROVINCE, PlacePrecision.COUNTRY)
    ring = _ring(sighting, precision, projection)
    count = len(sighting.events)
    told = f"{sighting.words}: {count} event{'s' if count != 1 else ''}"
    told += f", up to {sighting.toll:,} killed in one" if sighting.toll else ""
    radius = ring if area and ring is not None else min(6 + 2.2 * math.sqrt(sighting.toll or 0), 24.0)
    return Mark(
        number,
        round(x, 1),
        round(y, 1),
        round(radius, 1),
        precision.value,
        area,
        sighting.real,
        None if area or ring is None else round(max(ring, radius + 4), 1),
        told,
    )


def _ring(sighting: Sighting, precision: PlacePrecision, projection: Projection) -> float | None:
    """Give the radius in pixels within which the place is known, None for a town or a site without more words."""
    if sighting.place.radius_km is not None and precision not in AREAS_KM:
        return projection.pixels(sighting.place.radius_km)
    if precision not in AREAS_KM:
        return None
    smallest, largest = AREA_PIXELS[precision]
    return min(max(projection.pixels(sighting.place.radius_km or AREAS_KM[precision]), smallest), largest)


def _label(
    marks: list[Mark], sightings: Sequence[Sighting], land: tuple[Country, ...]
) -> tuple[tuple[Label, ...], tuple[Label, ...]]:
    sheet = Sheet(WIDTH, HEIGHT)
    sheet.take((0, HEIGHT - 40, 190, HEIGHT))  # the scale
    for mark in marks:
        if not mark.area:
            sheet.take((mark.x - mark.r, mark.y - mark.r, mark.x + mark.r, mark.y + mark.r))
    first = sorted(marks, key=lambda mark: (-(sightings[mark.number].toll or 0), mark.number))[:LABELLED]
    wishes = [
        Wish(sightings[mark.number].place.name, mark.x, mark.y, mark.ring or mark.r, centred=mark.area)
        for mark in first
    ]
    labels = sheet.place(wishes, LARGE, SMALL)
    names = [
        Wish(country.name.upper(), country.x, country.y, centred=True)
        for country in sorted(land, key=lambda country: -country.area)
        if country.area > COUNTRY_NAME_AREA * text_width(country.name, SMALL) * SMALL / 2
    ]
    return tuple(labels), tuple(sheet.place(names, LARGE, SMALL))


def _reason(sighting: Sighting) -> str:
    if sighting.place.lat is None or sighting.place.lon is None:
        return "not in the gazetteer"
    if sighting.place.precision is PlacePrecision.REGION:
        return "spans countries"
    return "far from the rest"


def _round_km(km: float) -> int:
    """Round down to a length that people count in: 1, 2 or 5 with zeros."""
    power = 10 ** math.floor(math.log10(max(km, 1)))
    return int(max(step * power for step in (1, 2, 5) if step * power <= max(km, 1)))
