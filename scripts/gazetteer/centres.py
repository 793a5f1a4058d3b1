"""Give every unit a centre and a size: from its outline where there is one, else from the towns within it, flagged."""

from __future__ import annotations

import math
from collections import defaultdict

from scripts.gazetteer.entry import Entry
from scripts.gazetteer.names import keys_of
from scripts.gazetteer.sources import Outline

_KM_PER_DEGREE = 111.195
_SMALLEST_KM = 3.0


def measure_rings(rings: list[list[list[float]]]) -> tuple[float, float, float]:
    """Give the centroid (latitude, longitude) of the largest ring, and the radius in km of a circle as large as all."""
    areas = [(_ring_area(ring), ring) for ring in rings]
    total = sum(area for area, _ in areas)
    largest = max(areas, key=lambda pair: pair[0])[1]
    lat, lon = _ring_centroid(largest)
    return lat, lon, math.sqrt(total / math.pi)


def add_outline(entry: Entry, outline: Outline) -> None:
    """Take the centre, the size and the further names of a first-order unit from its outline."""
    entry.names += [name for name in outline.names if name not in entry.names]
    entry.lat, entry.lon = outline.lat, outline.lon
    entry.radius_km = math.sqrt(sum(map(_ring_area, outline.rings)) / math.pi)


def measure_borders(
    neighbours: dict[str, list[str]], rings: dict[str, list[list[list[float]]]]
) -> dict[str, list[float]]:
    """Give, for each pair of land neighbours ("AF-PK"), the middle of their border and a radius in km that holds it.

    The outlines of Natural Earth share the points of a common border.
    """
    points = {code: {(lat, lon) for ring in each for lon, lat in ring} for code, each in rings.items()}
    borders: dict[str, list[float]] = {}
    for code, others in sorted(neighbours.items()):
        for other in others:
            shared = sorted(points.get(code, set()) & points.get(other, set()))
            if code < other and shared:
                mean_lat = sum(lat for lat, _ in shared) / len(shared)
                mean_lon = sum(lon for _, lon in shared) / len(shared)
                lat, lon = min(shared, key=lambda point: _flat_km(mean_lat, mean_lon, *point))
                reach = max(_flat_km(lat, lon, *point) for point in shared)
                borders[f"{code}-{other}"] = [lat, lon, round(max(reach, _SMALLEST_KM))]
    return borders


def derive_centres(units: list[Entry], towns: list[Entry]) -> None:
    """Give each unit without a centre that of its towns, and a radius that holds most of them.

    A unit in which GeoNames places no town takes the town of its name in the unit above it, or else the centre and the
    radius of that unit: no better is known. Units above come first in `units`.
    """
    inside: dict[str, list[Entry]] = defaultdict(list)
    for town in towns:
        for code in town.parents:
            inside[code].append(town)
    known = {unit.code: unit for unit in units}
    for unit in units:
        members = inside.get(unit.code, [])
        unit.population = unit.population or sum(town.population for town in members)
        if unit.lat is None:
            unit.derived = True
            members = members or _namesakes(unit, inside)
            if members:
                unit.lat, unit.lon = _middle(members)
            elif unit.parents and (above := known.get(unit.parents[-1])) is not None:
                unit.lat, unit.lon, unit.radius_km = above.lat, above.lon, above.radius_km
        if not unit.radius_km and unit.lat is not None and unit.lon is not None:
            reach = sorted(_flat_km(unit.lat, unit.lon, *_point(town)) for town in members)
            unit.radius_km = max(_SMALLEST_KM, reach[(len(reach) * 9) // 10] if reach else 0.0)


def _namesakes(unit: Entry, inside: dict[str, list[Entry]]) -> list[Entry]:
    """Give the towns in the unit above that share a name with the unit: its seat, most likely."""
    names = set(keys_of(unit.kind, unit.names, unit.country))
    near = inside.get(unit.parents[-1], []) if len(unit.parents) > 1 else []
    return [town for town in near if names & keys_of(town.kind, town.names[:1], town.country).keys()]


def _middle(towns: list[Entry]) -> tuple[float, float]:
    """Give the median point of some towns, which a stray one does not move."""
    points = [_point(town) for town in towns]
    lats, lons = sorted(lat for lat, _ in points), sorted(lon for _, lon in points)
    return lats[len(lats) // 2], lons[len(lons) // 2]


def _point(town: Entry) -> tuple[float, float]:
    if town.lat is None or town.lon is None:
        raise SystemExit(f"{town.names[0]} ({town.geonames_id}) has no coordinates, as every town of GeoNames has")
    return town.lat, town.lon


def _flat_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Give the distance of two points as on a flat map, which is near enough for the size of a unit."""
    return math.hypot(lat2 - lat1, (lon2 - lon1) * math.cos(math.radians(lat1))) * _KM_PER_DEGREE


def _ring_area(ring: list[list[float]]) -> float:
    """Give the area of a ring in square km, flat at its mean latitude."""
    scale = math.cos(math.radians(sum(point[1] for point in ring) / len(ring)))
    twice = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1], strict=True))
    return abs(twice) / 2 * scale * _KM_PER_DEGREE**2


def _ring_centroid(ring: list[list[float]]) -> tuple[float, float]:
    twice = lat = lon = 0.0
    for a, b in zip(ring, ring[1:] + ring[:1], strict=True):
        cross = a[0] * b[1] - b[0] * a[1]
        twice += cross
        lon += (a[0] + b[0]) * cross
        lat += (a[1] + b[1]) * cross
    if not twice:
        return ring[0][1], ring[0][0]
    return lat / (3 * twice), lon / (3 * twice)
