"""Distances and points on the globe; degrees (WGS 84) and km throughout."""

from __future__ import annotations

import math

_EARTH_KM = 6371.0

Point = tuple[float, float]


def distance_km(one: Point, other: Point) -> float:
    """Give the great-circle distance between two points (latitude, longitude)."""
    phi1, phi2 = math.radians(one[0]), math.radians(other[0])
    half_lat, half_lon = (phi2 - phi1) / 2, math.radians(other[1] - one[1]) / 2
    chord = math.sin(half_lat) ** 2 + math.cos(phi1) * math.cos(phi2) * math.sin(half_lon) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(chord)))


def move(start: Point, km: float, bearing: float) -> Point:
    """Give the point that lies `km` from another at a bearing in degrees from north."""
    lat, lon = start
    angle, course, phi = km / _EARTH_KM, math.radians(bearing), math.radians(lat)
    sin_phi = math.sin(phi) * math.cos(angle) + math.cos(phi) * math.sin(angle) * math.cos(course)
    turn = math.atan2(math.sin(course) * math.sin(angle) * math.cos(phi), math.cos(angle) - math.sin(phi) * sin_phi)
    return round(math.degrees(math.asin(sin_phi)), 5), round((lon + math.degrees(turn) + 540) % 360 - 180, 5)


def midpoint(one: Point, other: Point) -> Point:
    """Give the point half-way between two points, the short way round."""
    turn = (other[1] - one[1] + 540) % 360 - 180
    return round((one[0] + other[0]) / 2, 5), round((one[1] + turn / 2 + 540) % 360 - 180, 5)
