"""Compiles the country outlines of Natural Earth into the one file that the report's map is drawn from.

Usage: ``uv run python scripts/build_outlines.py [--topology FILE]``. Without a file it takes the 1:50m countries out of
the npm package ``world-atlas`` (Natural Earth, public domain), for which it needs ``npm``. Writes
``src/vedette/views/report/outlines.json.gz``; the same input gives the same content.
"""

from __future__ import annotations

import argparse
import gzip
import json
import subprocess
import tarfile
import tempfile
from itertools import pairwise
from pathlib import Path
from typing import Any

PACKAGE = "world-atlas@2.0.2"
MEMBER = "package/countries-50m.json"
TARGET = Path(__file__).parents[1] / "src/vedette/views/report/outlines.json.gz"
STEPS_PER_DEGREE = 100  # a step is at most 1.1 km; Natural Earth 1:50m is no more exact than that


def main() -> None:
    """Read the topology, compile it, write it, and say how large it became."""
    parser = argparse.ArgumentParser(description="Compile Natural Earth's country outlines for the report's map.")
    parser.add_argument("--topology", type=Path, help="a TopoJSON file with an object 'countries'")
    topology_file = parser.parse_args().topology
    topology = json.loads(topology_file.read_bytes() if topology_file else fetch_topology())
    content = json.dumps(compile_outlines(topology), ensure_ascii=False, separators=(",", ":")).encode()
    TARGET.write_bytes(gzip.compress(content, 9, mtime=0))
    print(f"{TARGET.name}: {TARGET.stat().st_size} bytes")


def fetch_topology() -> bytes:
    """Fetch the pinned package with npm and give the bytes of its countries."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npm", "pack", PACKAGE, "--silent", "--pack-destination", folder], check=True)
        (archive,) = Path(folder).glob("*.tgz")
        with tarfile.open(archive) as members:
            member = members.extractfile(MEMBER)
            if member is None:
                raise SystemExit(f"{PACKAGE} holds no {MEMBER}: pin another version")
            return member.read()


def compile_outlines(topology: dict[str, Any]) -> dict[str, Any]:
    """Requantise a topology's arcs; countries keep their name and their rings as signed arc numbers.

    An arc is a flat list of whole steps: the first point, then each point's distance from the one before it.
    """
    countries = [
        {"name": geometry["properties"]["name"], "polygons": _polygons(geometry)}
        for geometry in topology["objects"]["countries"]["geometries"]
        if geometry["type"] in ("Polygon", "MultiPolygon")
    ]
    return {
        "source": "Natural Earth 1:50m countries, public domain",
        "steps_per_degree": STEPS_PER_DEGREE,
        "arcs": [_requantised(arc, topology["transform"]) for arc in topology["arcs"]],
        "countries": sorted(countries, key=lambda country: country["name"]),
    }


def _polygons(geometry: dict[str, Any]) -> list[list[list[int]]]:
    arcs: list[Any] = geometry["arcs"]
    return [arcs] if geometry["type"] == "Polygon" else arcs


def _requantised(arc: list[list[int]], transform: dict[str, list[float]]) -> list[int]:
    """Decode one delta-coded arc to degrees and code it again in our steps, without the points that fall together."""
    (scale_x, scale_y), (shift_x, shift_y) = transform["scale"], transform["translate"]
    x = y = 0
    points: list[tuple[int, int]] = []
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        point = (
            round((x * scale_x + shift_x) * STEPS_PER_DEGREE),
            round((y * scale_y + shift_y) * STEPS_PER_DEGREE),
        )
        if not points or points[-1] != point:
            points.append(point)
    coded = list(points[0])
    for before, after in pairwise(points):
        coded += (after[0] - before[0], after[1] - before[1])
    return coded


if __name__ == "__main__":
    main()
