"""The countries' outlines, read once from the file that ``scripts/build_outlines.py`` compiles."""

from __future__ import annotations

import gzip
import json
import math
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import accumulate

Ring = tuple[tuple[float, float], ...]
Box = tuple[float, float, float, float]
HALF_TURN = 180.0


@dataclass(frozen=True, slots=True)
class Polygon:
    """One piece of land: its outer ring, then its holes; points are (longitude, latitude) in degrees.

    Land that crosses the date line has longitudes beyond 180 degrees.
    """

    rings: tuple[Ring, ...]
    box: Box


@dataclass(frozen=True, slots=True)
class Outline:
    """One country as Natural Earth draws and names it (the borders in force on the ground)."""

    name: str
    polygons: tuple[Polygon, ...]


@cache
def load_outlines() -> tuple[Outline, ...]:
    """Read the outlines of all countries (Natural Earth 1:50m, public domain), in the order of their names."""
    packed = resources.files(__package__).joinpath("outlines.json.gz").read_bytes()
    content = json.loads(gzip.decompress(packed))
    arcs = [_decoded(arc, content["steps_per_degree"]) for arc in content["arcs"]]
    return tuple(
        Outline(country["name"], tuple(_polygon(rings, arcs) for rings in country["polygons"]))
        for country in content["countries"]
    )


def _decoded(arc: list[int], steps: int) -> Ring:
    return tuple((x / steps, y / steps) for x, y in zip(accumulate(arc[::2]), accumulate(arc[1::2]), strict=True))


def _polygon(rings: list[list[int]], arcs: list[Ring]) -> Polygon:
    decoded = tuple(_ring(numbers, arcs) for numbers in rings)
    longitudes, latitudes = zip(*decoded[0], strict=True)
    return Polygon(decoded, (min(longitudes), min(latitudes), max(longitudes), max(latitudes)))


def _ring(numbers: list[int], arcs: list[Ring]) -> Ring:
    """Join arcs end to end; a negative number ``n`` means arc ``-n - 1`` walked backwards (TopoJSON)."""
    points: list[tuple[float, float]] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[-number - 1][::-1]
        points += arc[1:] if points else arc
    return _unwrap(points)


def _unwrap(points: list[tuple[float, float]]) -> Ring:
    """Let a ring that crosses the date line go on beyond 180 degrees instead of jumping to the other end of the world.

    A ring around the pole ends a full turn from where it began; it is closed along the pole.
    """
    turn = 0.0
    before = points[0][0]
    unwrapped: list[tuple[float, float]] = []
    for longitude, latitude in points:
        if abs(longitude - before) > HALF_TURN:
            turn += math.copysign(2 * HALF_TURN, before - longitude)
        before = longitude
        unwrapped.append((longitude + turn, latitude))
    if turn:
        pole = math.copysign(90.0, unwrapped[0][1])
        unwrapped += [(unwrapped[-1][0], pole), (unwrapped[0][0], pole), unwrapped[0]]
    return tuple(unwrapped)
