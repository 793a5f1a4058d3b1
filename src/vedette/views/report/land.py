"""The land under the map: outlines cut to the sheet, thinned to what the eye can see, written as SVG paths."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from vedette.views.report.outlines import Outline, Polygon, Ring
from vedette.views.report.projection import Projection

MARGIN = 8.0  # pixels beyond the sheet, so that cut edges stay out of sight
FINEST = 0.7  # pixels; points nearer to the one before are left out
SMALLEST_AREA = 2.0  # square pixels; smaller islands are left out

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Country:
    """One country as drawn: its SVG path, and where its name can stand (the middle of its largest piece in sight)."""

    name: str
    path: str
    x: float
    y: float
    area: float


def draw_land(outlines: tuple[Outline, ...], projection: Projection) -> tuple[Country, ...]:
    """Draw the countries that are in sight."""
    drawn = (_draw_country(outline, projection) for outline in outlines)
    return tuple(country for country in drawn if country is not None)


def _draw_country(outline: Outline, projection: Projection) -> Country | None:
    rings = [ring for polygon in outline.polygons for ring in _rings_in_sight(polygon, projection)]
    if not rings:
        return None
    largest = max(rings, key=lambda ring: abs(_area(ring)))
    x, y = _centroid(largest)
    return Country(outline.name, "".join(map(_path, rings)), round(x, 1), round(y, 1), abs(_area(largest)))


def _rings_in_sight(polygon: Polygon, projection: Projection) -> list[list[Point]]:
    west, south, east, north = projection.bounds()
    found: list[list[Point]] = []
    for turn in (-360.0, 0.0, 360.0):  # a sheet over the date line sees land from both ends of the world
        box_west, box_south, box_east, box_north = polygon.box
        if box_east + turn < west or box_west + turn > east or box_north < south or box_south > north:
            continue
        for ring in polygon.rings:
            points = _clip(_thin(ring, projection, turn), projection)
            if len(points) > 2 and abs(_area(points)) >= SMALLEST_AREA:
                found.append(points)
    return found


def _thin(ring: Ring, projection: Projection, turn: float) -> list[Point]:
    points: list[Point] = []
    last_x = last_y = float("inf")
    for longitude, latitude in ring:
        x, y = projection.at(longitude + turn, latitude)
        if abs(x - last_x) >= FINEST or abs(y - last_y) >= FINEST:
            points.append((x, y))
            last_x, last_y = x, y
    return points


def _clip(points: list[Point], projection: Projection) -> list[Point]:
    """Cut a ring to the sheet and its margin, side after side (Sutherland and Hodgman, 1974)."""
    right, bottom = projection.width + MARGIN, projection.height + MARGIN
    for axis, limit, sign in ((0, -MARGIN, 1), (0, right, -1), (1, -MARGIN, 1), (1, bottom, -1)):
        if points and any((point[axis] - limit) * sign < 0 for point in points):
            points = _cut(points, lambda point, a=axis, m=limit, s=sign: (point[a] - m) * s)  # type: ignore[misc]
    return points


def _cut(points: list[Point], depth: Callable[[Point], float]) -> list[Point]:
    """Keep what lies at a depth of 0 or more; where an edge crosses 0, cut it there."""
    kept: list[Point] = []
    before = points[-1]
    for point in points:
        inside, was_inside = depth(point) >= 0, depth(before) >= 0
        if inside != was_inside:
            share = depth(before) / (depth(before) - depth(point))
            kept.append((before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1])))
        if inside:
            kept.append(point)
        before = point
    return kept


def _area(points: list[Point]) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, [*points[1:], points[0]], strict=True)) / 2


def _centroid(points: list[Point]) -> Point:
    area = x = y = 0.0
    for a, b in zip(points, [*points[1:], points[0]], strict=True):
        cross = a[0] * b[1] - b[0] * a[1]
        area, x, y = area + cross, x + (a[0] + b[0]) * cross, y + (a[1] + b[1]) * cross
    return x / (3 * area), y / (3 * area)


def _path(points: list[Point]) -> str:
    """Write a ring as relative steps in tenths of a pixel, which is half as long as absolute points."""
    tenths = [(round(x * 10), round(y * 10)) for x, y in points]
    steps = [f"M{tenths[0][0] / 10:g} {tenths[0][1] / 10:g}l"]
    for before, after in pairwise(tenths):
        if before != after:
            steps.append(f"{(after[0] - before[0]) / 10:g} {(after[1] - before[1]) / 10:g} ")
    return "".join(steps).rstrip() + "z"
