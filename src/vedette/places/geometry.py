"""Points worked out from points on the globe; degrees (WGS 84) and km throughout."""

from __future__ import annotations

import math
from collections.abc import Sequence

from vedette.records.geometry import EARTH_KM, Point, distance_km


def move(start: Point, km: float, bearing: float) -> Point:
    """Give the point that lies `km` from another at a bearing in degrees from north."""
    lat, lon = start
    angle, course, phi = km / EARTH_KM, math.radians(bearing), math.radians(lat)
    sin_phi = math.sin(phi) * math.cos(angle) + math.cos(phi) * math.sin(angle) * math.cos(course)
    turn = math.atan2(math.sin(course) * math.sin(angle) * math.cos(phi), math.cos(angle) - math.sin(phi) * sin_phi)
    return round(math.degrees(math.asin(sin_phi)), 5), round((lon + math.degrees(turn) + 540) % 360 - 180, 5)


def midpoint(one: Point, other: Point) -> Point:
    """Give the point half-way between two points, the short way round."""
    turn = (other[1] - one[1] + 540) % 360 - 180
    return round((one[0] + other[0]) / 2, 5), round((one[1] + turn / 2 + 540) % 360 - 180, 5)


def enclose(points: Sequence[Point]) -> Point:
    """Give the middle of the two points that lie about farthest apart."""
    one = max(points, key=lambda point: distance_km(points[0], point))
    return midpoint(one, max(points, key=lambda point: distance_km(one, point)))
