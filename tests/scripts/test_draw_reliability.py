"""The reliability plot of the docs."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from benchmarks.calibration import reliability
from scripts.draw_reliability import draw, table

HELD = [(0.1 * step, step % 3 == 0) for step in range(10)]
FIGURES = {
    "documents": 3,
    "mean_ece": 0.04,
    "mean_ece_as_read": 0.2,
    "fields": {name: {**reliability(HELD), "as_read": reliability(HELD[::-1])} for name in ("event", "other count")},
}


def test_the_picture_is_sound_and_the_same_every_time() -> None:
    picture = draw(FIGURES)
    root = ET.fromstring(picture)  # noqa: S314 # our own picture
    assert len(root.findall("{http://www.w3.org/2000/svg}polyline")) == 4
    assert draw(FIGURES) == picture


def test_the_table_has_a_row_for_every_field() -> None:
    rows = [line for line in table(FIGURES).splitlines() if line.startswith("| ")]
    assert [row.split(" | ")[0] for row in rows] == ["| field", "| event", "| other count"]
    assert len({row.count("|") for row in rows}) == 1
