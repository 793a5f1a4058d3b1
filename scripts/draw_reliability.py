"""Draw the reliability plot of the docs, and set its table, from the figures of the benchmark ``calibration``.

    uv run python -m benchmarks calibration --data DATA --json > figures.json
    uv run python scripts/draw_reliability.py figures.json

The same figures give the same picture, byte for byte.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

DOCS = Path(__file__).parents[1] / "docs"
PICTURE = DOCS / "pictures" / "reliability.svg"
PAGE = DOCS / "explanation" / "how-sure.md"
TABLE = re.compile(r"(?s)(<!-- figures -->\n).*?(<!-- end of figures -->)")
SHOWN = "![Share right of the values given with a confidence, field by field](../pictures/reliability.svg)\n\n"
SIDE, GAP, COLUMNS, TOP, LEFT = 150, 44, 5, 66, 44  # pixels

_HEAD = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" aria-labelledby="t d" \
font-family="Helvetica, Arial, sans-serif">
<title id="t">How often values given with a confidence are right, field by field</title>
<desc id="d">{what}</desc>
<!-- Drawn by scripts/draw_reliability.py, Apache-2.0. -->
<style>
.frame{{fill:#fff;stroke:#c9ced6}} .ideal{{stroke:#8a94a3;stroke-dasharray:3 3}}
.read{{fill:none;stroke:#b98900;stroke-width:1.4}} .given{{fill:none;stroke:#3d74c7;stroke-width:2}}
.dot{{fill:#3d74c7}}
.name{{font-size:14px;font-weight:bold;fill:#1d2530}} .small{{font-size:11.5px;fill:#5a6472}}
.head{{font-size:15px;fill:#1d2530}}
</style>
<rect width="100%" height="100%" rx="10" fill="#f4f6f8"/>"""


def draw(figures: Mapping[str, Any]) -> str:
    """Give the picture: one square a field, confidence from left to right, share right from bottom to top."""
    fields = figures["fields"]
    rows = -(-len(fields) // COLUMNS)
    width, height = LEFT + COLUMNS * (SIDE + GAP), TOP + rows * (SIDE + GAP + 18) + 8
    what = "; ".join(f"{name}: calibration error {100 * its['ece']:.1f}%" for name, its in fields.items())
    lines = [
        _HEAD.format(width=width, height=height, what=what),
        f'<text class="head" x="{LEFT}" y="28">Share right (upwards) of the values given with a confidence (to the '
        "right): blue as given, yellow as the model read it</text>",
    ]
    for number, (name, its) in enumerate(fields.items()):
        x = LEFT + number % COLUMNS * (SIDE + GAP)
        y = TOP + number // COLUMNS * (SIDE + GAP + 18)
        lines += _square(x, y, name, its)
    return "\n".join([*lines, "</svg>", ""])


def _square(x: int, y: int, name: str, its: Mapping[str, Any]) -> Iterator[str]:
    yield f'<text class="name" x="{x}" y="{y - 6}">{name}</text>'
    yield (
        f'<text class="small" x="{x + SIDE}" y="{y - 6}" text-anchor="end">'
        f"{its['values']} values, error {100 * its['ece']:.1f}%</text>"
    )
    yield f'<rect class="frame" x="{x}" y="{y}" width="{SIDE}" height="{SIDE}"/>'
    yield f'<line class="ideal" x1="{x}" y1="{y + SIDE}" x2="{x + SIDE}" y2="{y}"/>'
    for line, bins in (("read", its["as_read"]["bins"]), ("given", its["bins"])):
        points = [_point(x, y, one) for one in bins]
        yield f'<polyline class="{line}" points="{" ".join(f"{px:.1f},{py:.1f}" for px, py in points)}"/>'
    for px, py in (_point(x, y, one) for one in its["bins"]):
        yield f'<circle class="dot" cx="{px:.1f}" cy="{py:.1f}" r="2.6"/>'
    for at, share in ((0, "0"), (SIDE / 2, "50"), (SIDE, "100%")):
        yield f'<text class="small" x="{x + at:.0f}" y="{y + SIDE + 14}" text-anchor="middle">{share}</text>'


def _point(x: int, y: int, one: Sequence[float]) -> tuple[float, float]:
    return x + SIDE * one[0], y + SIDE * (1 - one[1])


def table(figures: Mapping[str, Any]) -> str:
    """Give the figures as a Markdown table."""
    lines = [
        "| field | values | right | mean confidence | error as read | error | by chance | Brier | of the mean |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for name, its in figures["fields"].items():
        shares = (
            its["share_right"],
            its["mean_confidence"],
            its["as_read"]["ece"],
            its["ece"],
            its["ece_by_chance"],
        )
        told = " | ".join(f"{100 * share:.1f}%" for share in shares)
        lines.append(f"| {name} | {its['values']} | {told} | {its['brier']:.3f} | {its['baseline']['brier']:.3f} |")
    whole = (
        f"Over all {sum(its['values'] for its in figures['fields'].values())} values of {figures['documents']} reports"
    )
    errors = f"{100 * figures['mean_ece']:.1f}% (as read {100 * figures['mean_ece_as_read']:.1f}%)"
    return "\n".join([*lines, "", f"{whole} the error is {errors}.", ""])


def main(words: Sequence[str]) -> int:
    """Write picture and table; exit code 2 on wrong use."""
    if len(words) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    figures = json.loads(Path(words[0]).read_text(encoding="utf-8"))
    PICTURE.write_text(draw(figures), encoding="utf-8")
    page = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(TABLE.sub(lambda found: found[1] + SHOWN + table(figures) + found[2], page), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
