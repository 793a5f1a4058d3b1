"""Read the hand-made supplement: places that no package has, further names, and short forms of units."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from scripts.gazetteer.entry import Entry

SUPPLEMENT = Path(__file__).with_name("supplement.yaml")


def read_supplement(units: list[Entry]) -> list[Entry]:
    """Give the places of the supplement, each inside the country or unit that it names."""
    known = {unit.code for unit in units}
    return [_entry(row, known) for row in _load()["places"]]


def add_extra_names(entries: list[Entry]) -> None:
    """Give units and towns the further names, short forms and views of the supplement; take wrong names off them."""
    supplement = _load()
    by_code: dict[str, Entry] = {entry.code: entry for entry in entries if entry.code}
    by_code |= {str(entry.geonames_id): entry for entry in entries if entry.geonames_id and not entry.code}
    for code, names in supplement["names"].items():
        if str(code) in by_code:
            by_code[str(code)].names += [name for name in names if name not in by_code[str(code)].names]
    for code, names in supplement["not_names"].items():
        by_code[code].names = [name for name in by_code[code].names if name not in names]
    for number, iso2 in supplement["countries"].items():
        town = by_code[str(number)]
        town.country, town.parents = iso2, (iso2,)
    held = {code: row["views"] for row in supplement["places"] for code in row.get("holds", ())}
    for code, views in (held | supplement["views"]).items():
        if str(code) in by_code:
            by_code[str(code)].note["views"] = views
    for code, names in supplement["abbreviations"].items():
        by_code[code].short_forms += names


def _entry(row: dict[str, Any], known: set[str]) -> Entry:
    within = str(row.get("within", ""))
    if within and within not in known:
        raise SystemExit(f"supplement: {row['name']} lies in {within}, which no source has")
    note: dict[str, object] = {key: row[key] for key in ("views", "source") if key in row}
    return Entry(
        kind=row["kind"],
        names=[row["name"], *row.get("other", [])],
        country=row["in"],
        geonames_id=row.get("id", 0),
        parents=(row["in"], within) if within else (row["in"],) if row["in"] else (),
        lat=float(row["lat"]),
        lon=float(row["lon"]),
        population=row.get("population", 0),
        radius_km=float(row.get("radius_km", 0)),
        note=note,
    )


def _load() -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load(SUPPLEMENT.read_text(encoding="utf-8"))
    return data
