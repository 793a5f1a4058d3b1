"""How far two points on the globe lie apart; degrees (WGS 84) in, km out."""

from __future__ import annotations

import math

EARTH_KM = 6371.0  # mean radius

Point = tuple[float, float]  # latitude, longitude


def distance_km(one: Point, other: Point) -> float:
    """Give the great-circle distance between two points (haversine)."""
    phi1, phi2 = math.radians(one[0]), math.radians(other[0])
    half_lat, half_lon = (phi2 - phi1) / 2, math.radians(other[1] - one[1]) / 2
    chord = math.sin(half_lat) ** 2 + math.cos(phi1) * math.cos(phi2) * math.sin(half_lon) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(chord)))
