"""A picture of why pairs of reports are held to be one: from the odds before any evidence to the verdict, by steps.

One waterfall a pair, as a file of its own that needs nothing else and follows the reader's light or dark setting. The
same numbers stand in the terminal with `vedette show ID --pairs`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from vedette.records import Incident
from vedette.views.incidents import TOLD, Pair, name_heads
from vedette.views.passage import clean_text

WIDTH, LABELS, MARGIN = 720, 250, 16
ROW, HEAD, FOOT = 20, 30, 26
_LONGEST = 30  # characters of a report's name
_STYLE = """
svg { font: 13px system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; background: #ffffff; }
text { fill: #1d2329; } .soft { fill: #58616b; } .head { font-weight: 650; }
.for { fill: #2f7a56; } .against { fill: #a4392f; } .whole { fill: #58616b; }
.zero { stroke: #58616b; } .grid { stroke: #dedbd3; } .step { stroke: #c3bdb0; stroke-dasharray: 2 2; }
@media (prefers-color-scheme: dark) {
  svg { background: #1c2126; } text { fill: #e7e6e1; } .soft { fill: #a3abb3; }
  .for { fill: #5fb58a; } .against { fill: #e0796c; } .whole { fill: #a3abb3; }
  .zero { stroke: #a3abb3; } .grid { stroke: #333a41; } .step { stroke: #4a535b; }
}
"""


@dataclass(frozen=True, slots=True)
class Bar:
    """One step in log-odds: where it begins and ends; the verdict's bar begins at 0."""

    name: str
    start: float
    end: float
    kind: str


def draw_waterfalls(incident: Incident, pairs: Iterable[Pair]) -> str:
    """Draw every pair that has reasons as one SVG, the pairs below each other, all on one scale."""
    told = [(pair, steps_of(pair[3])) for pair in pairs if pair[3]]
    ends = [0.0, *(value for _, bars in told for bar in bars for value in (bar.start, bar.end))]
    low, high = min(ends) - 0.5, max(ends) + 0.5
    parts: list[str] = []
    top = HEAD
    for pair, bars in told:
        parts += _draw(incident, pair, bars, top, (low, high))
        top += HEAD + ROW * len(bars) + FOOT
    title = f"Why the reports of {incident.id} are held to be one"
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {top}" width="{WIDTH}" role="img" '
            f'aria-label="{escape(title)}">',
            f"<style>{_STYLE}</style>",
            f"<title>{escape(title)}</title>",
            f'<text class="soft" x="{MARGIN}" y="18">Log-odds: right speaks for one happening, left against; '
            "the steps add up.</text>",
            *parts,
            "</svg>\n",
        ]
    )


def steps_of(reasons: Sequence[tuple[str, float]]) -> list[Bar]:
    """Give the bars of one pair in the order of its reasons, what weighs next to nothing as one, the verdict last."""
    bars: list[Bar] = []
    total = 0.0
    heavy = [(name, weight) for name, weight in reasons if abs(weight) >= TOLD]
    rest = sum(weight for _, weight in reasons) - sum(weight for _, weight in heavy)
    for name, weight in [*heavy, *([("all the rest", rest)] if abs(rest) >= TOLD else [])]:
        bars.append(Bar(name.replace("-", " "), total, total + weight, "for" if weight > 0 else "against"))
        total += weight
    return [*bars, Bar("verdict", 0.0, sum(weight for _, weight in reasons), "whole")]


def _draw(incident: Incident, pair: Pair, bars: Sequence[Bar], top: int, scale: tuple[float, float]) -> list[str]:
    one, two, chance, _ = pair
    heads = name_heads(incident)
    sides = (f"{_short(incident.reports[side].name)}{heads[side]}" for side in (one, two))
    names = f"{' ~ '.join(sides)}: {chance:.0%}"
    bottom = top + HEAD + ROW * len(bars) - 6
    parts = [f'<text class="head" x="{MARGIN}" y="{top + 18}">{escape(clean_text(names))}</text>']
    for tick in range(round(scale[0]), round(scale[1]) + 1, 2):
        x = _x(tick, scale)
        kind, label = ("grid", f"{tick:+d}") if tick else ("zero", "0")
        parts.append(f'<line class="{kind}" x1="{x}" x2="{x}" y1="{top + HEAD - 4}" y2="{bottom}"/>')
        parts.append(f'<text class="soft" x="{x}" y="{bottom + 14}" text-anchor="middle">{label}</text>')
    for number, bar in enumerate(bars):
        parts += _draw_bar(bar, top + HEAD + ROW * number, scale, last=number == len(bars) - 1)
    return parts


def _draw_bar(bar: Bar, y: int, scale: tuple[float, float], *, last: bool) -> list[str]:
    left, right = sorted((_x(bar.start, scale), _x(bar.end, scale)))
    weight = bar.end - bar.start
    parts = [
        f'<text x="{LABELS - 8}" y="{y + 11}" text-anchor="end">{escape(bar.name)} {weight:+.1f}</text>',
        f'<rect class="{bar.kind}" x="{left}" y="{y}" width="{max(1.0, round(right - left, 1))}" height="{ROW - 6}">'
        f"<title>{escape(bar.name)}: {weight:+.2f}, {bar.end:+.2f} in all</title></rect>",
    ]
    if not last:
        x = _x(bar.end, scale)
        parts.append(f'<line class="step" x1="{x}" x2="{x}" y1="{y}" y2="{y + ROW}"/>')
    return parts


def _x(value: float, scale: tuple[float, float]) -> float:
    low, high = scale
    return round(LABELS + (WIDTH - LABELS - MARGIN) * (value - low) / (high - low), 1)


def _short(name: str) -> str:
    """Cut off the beginning: of two files in one folder the ends differ."""
    return name if len(name) <= _LONGEST else "…" + name[1 - _LONGEST :]
