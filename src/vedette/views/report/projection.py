"""Degrees to pixels: an equirectangular map that is true to scale at its middle latitude."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

KM_PER_DEGREE = 111.2
SMALLEST_DEGREES = 4.0  # a single town is shown with the land around it
PADDING = 0.16
LATITUDES = (-58.0, 84.0)  # what lies outside has neither land with people nor a bearable scale


@dataclass(frozen=True, slots=True)
class Projection:
    """Maps (longitude, latitude) in degrees to pixels of a sheet of `width` × `height`.

    `scale` is pixels per degree of latitude; longitudes are taken the short way round from the centre.
    """

    longitude: float
    latitude: float
    scale: float
    width: float
    height: float

    @property
    def shrink(self) -> float:
        """How much shorter a degree of longitude is than one of latitude here."""
        return math.cos(math.radians(self.latitude))

    def near(self, longitude: float) -> float:
        """Shift a longitude by full turns until it is within half a turn of the centre."""
        return (longitude - self.longitude + 180) % 360 - 180 + self.longitude

    def at(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Give the pixel of a point; `longitude` must already be near the centre."""
        x = (longitude - self.longitude) * self.shrink * self.scale + self.width / 2
        return x, (self.latitude - latitude) * self.scale + self.height / 2

    def bounds(self) -> tuple[float, float, float, float]:
        """Give the degrees that the sheet covers: west, south, east, north."""
        across = self.width / 2 / (self.shrink * self.scale)
        down = self.height / 2 / self.scale
        return self.longitude - across, self.latitude - down, self.longitude + across, self.latitude + down

    def pixels(self, km: float) -> float:
        """Give the length of `km` in pixels."""
        return km / KM_PER_DEGREE * self.scale


def fit_projection(points: Sequence[tuple[float, float]], width: float, height: float) -> Projection:
    """Zoom a sheet to `points` (longitude, latitude) with some land around them; to the whole world without any."""
    if not points:
        return Projection(11.0, 20.0, width / 360 / math.cos(math.radians(20.0)), width, height)
    west, east = _span_of([longitude for longitude, _ in points])
    south, north = min(latitude for _, latitude in points), max(latitude for _, latitude in points)
    latitude = min(max((south + north) / 2, LATITUDES[0]), LATITUDES[1])
    shrink = math.cos(math.radians(latitude))
    across = max((east - west) * (1 + 2 * PADDING), SMALLEST_DEGREES / shrink)
    down = max((north - south) * (1 + 2 * PADDING), SMALLEST_DEGREES)
    scale = min(width / (across * shrink), height / down)
    return Projection((west + east) / 2, latitude, scale, width, height)


def _span_of(longitudes: list[float]) -> tuple[float, float]:
    """Find the shortest stretch of longitudes that holds all of them, over the date line where that is shorter."""
    around = sorted({(longitude + 180) % 360 - 180 for longitude in longitudes})
    gaps = [((around[(index + 1) % len(around)] - here) % 360 or 360.0, index) for index, here in enumerate(around)]
    widest, index = max(gaps, key=lambda gap: gap[0])
    west = around[(index + 1) % len(around)]
    return west, west + 360 - widest
