"""The place index: one read-only file, mapped into memory, in which a name is found by binary search.

Nothing is read at import; the first look-up opens the file. `scripts/gazetteer/pack.py` writes it.
"""

from __future__ import annotations

import json
import mmap
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from vedette.codebook.countries import load_countries
from vedette.errors import VedetteError
from vedette.records import PlacePrecision
from vedette.records.geometry import Point

MAGIC = b"VEDPLACE"
VERSION = 1
ALIAS_BIT = 1 << 31
_UNKNOWN = -(2**31)
# A short name that two countries share: the table of countries gives it to neither, and only a document tells which.
_SHARED = {"congo": ("CD", "CG")}
_COLUMNS = (
    "geonames_id",
    "lat",
    "lon",
    "population",
    "radius",
    "country",
    "kind",
    "fame",
    "derived",
    "admin1",
    "admin2",
)

KINDS = (
    "country",
    "province",
    "district",
    "town",
    "airport",
    "port",
    "region",  # across, or larger than, countries
    "area",  # part of a country, of about a province's size, with no administration of its own
    "locality",  # a valley, an island, a forest: about a district's size
    "water",  # a sea, a lake, a river, a strait
    "site",  # a dam, a base, a camp, a crossing, a mine
)
_PRECISION = {
    "country": PlacePrecision.COUNTRY,
    "province": PlacePrecision.PROVINCE,
    "district": PlacePrecision.DISTRICT,
    "town": PlacePrecision.TOWN,
    "airport": PlacePrecision.SITE,
    "port": PlacePrecision.SITE,
    "region": PlacePrecision.REGION,
    "area": PlacePrecision.PROVINCE,
    "locality": PlacePrecision.DISTRICT,
    "water": PlacePrecision.REGION,
    "site": PlacePrecision.SITE,
}


@dataclass(frozen=True, slots=True)
class Place:
    """One entry of the index; `number` is its position there. `radius_km` is 0 for points.

    `fame` is in how many spellings and scripts GeoNames has it. `derived` says that the centre was worked out from
    the towns within. `admin1` and `admin2` are entry numbers.
    """

    number: int
    name: str
    kind: str
    country: str
    geonames_id: int | None
    lat: float | None
    lon: float | None
    population: int
    radius_km: int
    fame: int
    derived: bool
    admin1: int | None
    admin2: int | None

    @property
    def point(self) -> tuple[float, float] | None:
        """Latitude and longitude, where known."""
        return None if self.lat is None or self.lon is None else (self.lat, self.lon)

    @property
    def precision(self) -> PlacePrecision:
        """How exact a place of this kind is."""
        return _PRECISION[self.kind]


@dataclass(frozen=True, slots=True)
class Border:
    """The land border of two countries: its middle, and a radius that holds all of it."""

    name: str
    lat: float
    lon: float
    radius_km: float


class PlaceIndex:
    """The opened index; a look-up takes microseconds and copies only what it finds."""

    def __init__(self, path: Path) -> None:
        """Map the file at `path`; refuse one that another version of the build script wrote."""
        with path.open("rb") as file:
            self._bytes = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        head_at = len(MAGIC) + 4
        head_end = head_at + int.from_bytes(self._bytes[len(MAGIC) : head_at], "little")
        if bytes(self._bytes[: len(MAGIC)]) != MAGIC:
            raise VedetteError(f"{path} is no place index; build it with scripts/build_gazetteer.py")
        head: dict[str, Any] = json.loads(bytes(self._bytes[head_at:head_end]))
        if head["version"] != VERSION:
            raise VedetteError(f"{path} is of version {head['version']}, {VERSION} is needed; build it anew")
        self._at = head_end
        self._sections: dict[str, list[Any]] = head["sections"]
        self._countries: list[str] = head["countries"]
        self._kinds: list[str] = head["kinds"]
        self._notes: dict[str, dict[str, Any]] = head["notes"]
        self._borders: dict[str, list[float]] = head["borders"]
        self._ports: dict[str, tuple[tuple[Point, Place], ...]] = {}
        self._keys, self._names = self._section("keys"), self._section("names")
        self._key_start, self._name_start = self._numbers("key_start"), self._numbers("name_start")
        self._post_start, self._post = self._numbers("post_start"), self._numbers("post")
        self._columns = {name: self._numbers(name) for name in ("geonames_id", "lat", "lon", "population", "radius")}
        self._columns |= {
            name: self._numbers(name) for name in ("country", "kind", "fame", "derived", "admin1", "admin2")
        }

    def __len__(self) -> int:
        """Give the number of places."""
        return len(self._name_start) - 1

    def find(self, folded: str) -> list[tuple[Place, bool]]:
        """Give the places that answer to a folded name; True where it is their own name, not another spelling."""
        number = self._bisect(folded.encode())
        if number is None:
            return []
        posts = self._post[self._post_start[number] : self._post_start[number + 1]]
        countries = [(self.country(iso2), True) for iso2 in _SHARED.get(folded, ())]
        return [*countries, *((self.place(post & ~ALIAS_BIT), not post & ALIAS_BIT) for post in posts)]

    def holds(self, folded: str) -> bool:
        """Tell whether any place answers to a folded name."""
        return self._bisect(folded.encode()) is not None

    def reach(self, words: Sequence[str]) -> list[int]:
        """Give how many of the first words, taken together, are a name, for each number for which they are."""
        found = []
        for count in range(1, len(words) + 1):
            key = " ".join(words[:count]).encode()
            at = self._lower_bound(key)
            if at == len(self._key_start) - 1:
                break
            there = self._key(at)
            if there == key:
                found.append(count)
            # What comes next in order shows whether any longer name begins with these words.
            elif not there.startswith(key + b" "):
                break
        return found

    def place(self, number: int) -> Place:
        """Give the place at position `number`."""
        column = self._columns
        lat, lon = column["lat"][number], column["lon"][number]
        return Place(
            number=number,
            name=self.name(number),
            kind=self._kinds[column["kind"][number]],
            country=self._countries[column["country"][number]],
            geonames_id=column["geonames_id"][number] or None,
            lat=None if lat == _UNKNOWN else lat / 100_000,
            lon=None if lon == _UNKNOWN else lon / 100_000,
            population=column["population"][number],
            radius_km=column["radius"][number],
            fame=column["fame"][number],
            derived=bool(column["derived"][number]),
            admin1=column["admin1"][number] or None,
            admin2=column["admin2"][number] or None,
        )

    def name(self, number: int) -> str:
        """Give the name of the place at position `number`."""
        return str(self._names[self._name_start[number] : self._name_start[number + 1]], "utf-8")

    def numbers_in(self, iso2: str) -> list[int]:
        """Give the positions of all places in a country."""
        if iso2 not in self._countries:
            return []
        code = self._countries.index(iso2)
        return [number for number, each in enumerate(self._columns["country"]) if each == code]

    def ports_of(self, iso2: str) -> tuple[tuple[Point, Place], ...]:
        """Give the ports of a country, each with its point; some lie on rivers."""
        found = self._ports.get(iso2)
        if found is None:
            kind, kinds = self._kinds.index("port"), self._columns["kind"]
            places = [self.place(number) for number in self.numbers_in(iso2) if kinds[number] == kind]
            found = self._ports[iso2] = tuple((place.point, place) for place in places if place.point is not None)
        return found

    def country(self, iso2: str) -> Place:
        """Give the country of an ISO code; countries open the index in the order of the table."""
        return self.place(list(load_countries()).index(iso2))

    def border(self, one: str, other: str) -> Border | None:
        """Give where two countries meet, by their ISO codes; None where they do not meet on land."""
        first, second = sorted((one, other))
        measures = self._borders.get(f"{first}-{second}")
        if measures is None:
            return None
        names = load_countries()
        return Border(f"{names[first].name}-{names[second].name} border", *measures)

    def note(self, place: Place) -> dict[str, Any]:
        """Give what the index says of a place beyond its columns: rival views of a contested area, its source."""
        return self._notes.get(str(place.number), {})

    def _section(self, name: str) -> memoryview:
        at, length, _ = self._sections[name]
        return self._bytes[self._at + at : self._at + at + length]

    def _numbers(self, name: str) -> Sequence[int]:
        view = self._section(name)
        return view.cast(self._sections[name][2])

    def _bisect(self, key: bytes) -> int | None:
        at = self._lower_bound(key)
        return at if at < len(self._key_start) - 1 and self._key(at) == key else None

    def _lower_bound(self, key: bytes) -> int:
        """Give the number of the first key that is not before `key` in the order of bytes."""
        low, high = 0, len(self._key_start) - 1
        starts, keys = self._key_start, self._keys
        while low < high:
            middle = (low + high) // 2
            if bytes(keys[starts[middle] : starts[middle + 1]]) < key:
                low = middle + 1
            else:
                high = middle
        return low

    def _key(self, number: int) -> bytes:
        return bytes(self._keys[self._key_start[number] : self._key_start[number + 1]])


@cache
def open_index() -> PlaceIndex:
    """Open the index that ships with the package, once in a process."""
    with resources.as_file(resources.files("vedette.places").joinpath("gazetteer.bin")) as path:
        return PlaceIndex(path)
