"""Write the index as one flat file that is read through a memory map.

Layout: the magic, the length of a JSON head (4 bytes, little endian), the head, then the sections, each at a multiple
of 8 bytes. The head names the sections with offset, length and array type. `vedette.places.index` reads it.
"""

from __future__ import annotations

import json
import sys
from array import array
from pathlib import Path

from scripts.gazetteer.entry import Entry
from scripts.gazetteer.names import keys_of
from vedette.places.index import ALIAS_BIT, KINDS, MAGIC, VERSION
from vedette.places.keys import short_key


def write_index(path: Path, entries: list[Entry], head: dict[str, object]) -> int:
    """Write the index of these entries, whose order is kept; gives the number of keys."""
    if sys.byteorder != "little":
        raise SystemExit("build the index on a little-endian machine")
    codes = {entry.code: number for number, entry in enumerate(entries) if entry.code}
    countries = sorted({entry.country for entry in entries})
    columns = _columns(entries, codes, countries)
    keys, columns["post_start"], columns["post"] = _postings(entries)
    columns["key_start"], key_bytes = _strings(keys)
    columns["name_start"], name_bytes = _strings([entry.names[0] for entry in entries])
    blobs = {name: column.tobytes() for name, column in columns.items()}
    blobs |= {"keys": key_bytes, "names": name_bytes}
    types: dict[str, str] = {name: column.typecode for name, column in columns.items()}
    notes = {str(number): entry.note for number, entry in enumerate(entries) if entry.note}
    _write(path, blobs, types, head | {"version": VERSION, "countries": countries, "kinds": KINDS, "notes": notes})
    return len(keys)


def _columns(entries: list[Entry], codes: dict[str, int], countries: list[str]) -> dict[str, array[int]]:
    number_of = {code: number for number, code in enumerate(countries)}
    places = [(entry.lat, entry.lon) for entry in entries]
    chains = [[codes[code] for code in entry.parents if code in codes] for entry in entries]
    units = [[number for number in chain if entries[number].kind != "country"] for chain in chains]
    return {
        "geonames_id": array("I", [entry.geonames_id for entry in entries]),
        "lat": array("i", [_degrees(lat) for lat, _ in places]),
        "lon": array("i", [_degrees(lon) for _, lon in places]),
        "population": array("I", [entry.population for entry in entries]),
        "radius": array("H", [round(entry.radius_km) for entry in entries]),
        "country": array("B", [number_of[entry.country] for entry in entries]),
        "kind": array("B", [KINDS.index(entry.kind) for entry in entries]),
        "fame": array("B", [min(entry.fame, 255) for entry in entries]),
        "derived": array("B", [entry.derived for entry in entries]),
        "admin1": array("H", [chain[0] if chain else 0 for chain in units]),
        "admin2": array("H", [chain[1] if len(chain) > 1 else 0 for chain in units]),
    }


def _degrees(value: float | None) -> int:
    """Give hundred-thousandths of a degree; the least number stands for "unknown"."""
    return -(2**31) if value is None else round(value * 100_000)


def _postings(entries: list[Entry]) -> tuple[list[str], array[int], array[int]]:
    holders: dict[str, list[int]] = {}
    for number, entry in enumerate(entries):
        for key, main in keys_of(entry.kind, entry.names, entry.country).items():
            holders.setdefault(key, []).append(number if main else number | ALIAS_BIT)
        for short in dict.fromkeys(short_key(form) for form in entry.short_forms):
            holders.setdefault(short, []).append(number)
    keys = sorted(holders, key=lambda key: key.encode())
    starts, posts = array("I", [0]), array("I")
    for key in keys:
        posts.extend(holders[key])
        starts.append(len(posts))
    return keys, starts, posts


def _strings(strings: list[str]) -> tuple[array[int], bytes]:
    starts, parts, at = array("I", [0]), [], 0
    for string in strings:
        encoded = string.encode()
        parts.append(encoded)
        at += len(encoded)
        starts.append(at)
    return starts, b"".join(parts)


def _write(path: Path, blobs: dict[str, bytes], types: dict[str, str], head: dict[str, object]) -> None:
    sections, at = {}, 0
    for name in sorted(blobs):
        sections[name] = [at, len(blobs[name]), types.get(name, "")]
        at += len(blobs[name]) + -len(blobs[name]) % 8
    encoded = json.dumps(head | {"sections": sections}, ensure_ascii=False, sort_keys=True).encode()
    encoded += b" " * (-(len(MAGIC) + 4 + len(encoded)) % 8)
    with path.open("wb") as file:
        file.write(MAGIC + len(encoded).to_bytes(4, "little") + encoded)
        for name in sorted(blobs):
            file.write(blobs[name] + b"\0" * (-len(blobs[name]) % 8))
