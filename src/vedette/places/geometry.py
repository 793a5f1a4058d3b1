"""Distances and points on the globe; degrees (WGS 84) and km throughout."""

from __future__ import annotations

import math

_EARTH_KM = 6371.0


def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Give the great-circle distance between two points."""
    phi1, phi2 = math.radians(lat1), math.radians(lat2)
    half_lat, half_lon = (phi2 - phi1) / 2, math.radians(lon2 - lon1) / 2
    chord = math.sin(half_lat) ** 2 + math.cos(phi1) * math.cos(phi2) * math.sin(half_lon) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(chord)))


def move(lat: float, lon: float, km: float, bearing: float) -> tuple[float, float]:
    """Give the point that lies `km` from another at a bearing in degrees from north."""
    angle, course, phi = km / _EARTH_KM, math.radians(bearing), math.radians(lat)
    sin_phi = math.sin(phi) * math.cos(angle) + math.cos(phi) * math.sin(angle) * math.cos(course)
    turn = math.atan2(math.sin(course) * math.sin(angle) * math.cos(phi), math.cos(angle) - math.sin(phi) * sin_phi)
    return round(math.degrees(math.asin(sin_phi)), 5), round((lon + math.degrees(turn) + 540) % 360 - 180, 5)


def midpoint(lat1: float, lon1: float, lat2: float, lon2: float) -> tuple[float, float]:
    """Give the point half-way between two points, the short way round."""
    turn = (lon2 - lon1 + 540) % 360 - 180
    return round((lat1 + lat2) / 2, 5), round((lon1 + turn / 2 + 540) % 360 - 180, 5)
