"""The drawing of a timeline: where its columns, ticks and lanes stand on the sheet."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from vedette.views.report.calendar import Unit, name_column
from vedette.views.report.declutter import text_width
from vedette.views.report.groups import Days
from vedette.views.report.kinds import KINDS
from vedette.views.wording import MONTHS, word_days

LEFT, RIGHT, TOP, BOTTOM = 34.0, 8.0, 10.0, 26.0
LANE = 19.0
WIDEST_COLUMN = 34.0
QUARTERS = (4, 7, 10)
GAP = 6.0  # pixels either side of a label
LETTERS = 12.0  # pixels, the size of the axis's letters

Place = Callable[[dt.date], float]


@dataclass(frozen=True, slots=True)
class Plan:
    """What stands in which column, however it is drawn.

    `counts` and `groups` (the heading to jump to) are by the first day of the column; `loose` are dates that are
    longer than a column, with the number of events that share each.
    """

    unit: Unit
    starts: tuple[dt.date, ...]
    end: dt.date
    counts: dict[dt.date, Counter[tuple[str, bool]]]
    groups: dict[dt.date, str]
    loose: tuple[tuple[Days, int], ...]


@dataclass(frozen=True, slots=True)
class Box:
    """A piece of a column: the events of one kind, `real` where they are said to have happened."""

    y: float
    height: float
    kind: str
    real: bool


@dataclass(frozen=True, slots=True)
class Column:
    """All events of one stretch of time."""

    x: float
    width: float
    title: str
    group: str
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A label on an axis, at pixel `at`."""

    at: float
    text: str


@dataclass(frozen=True, slots=True)
class Lane:
    """Events that share one loose date, drawn as long as it is loose; the text stands at `text_x`."""

    x: float
    y: float
    width: float
    text: str
    text_x: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """One drawing of the timeline on a sheet of `width` × `height`; the columns stand on `base`."""

    width: float
    height: float
    base: float
    left: float
    right: float
    columns: tuple[Column, ...]
    across: tuple[Tick, ...]
    up: tuple[Tick, ...]
    lanes: tuple[Lane, ...]


def draw_axis(plan: Plan, width: float, height: float) -> Timeline:
    """Draw a plan with columns of at most `height` pixels on a sheet `width` pixels wide."""
    right, base = width - RIGHT, TOP + height
    first = plan.starts[0].toordinal()
    span = max(plan.end.toordinal() - first, 1)

    def at(day: dt.date) -> float:
        return LEFT + min(max((day.toordinal() - first) / span, 0.0), 1.0) * (right - LEFT)

    highest = max((count.total() for count in plan.counts.values()), default=0) or 1
    columns = tuple(
        _column(plan, start, at(start), at(end), base, height / highest)
        for start, end in pairwise((*plan.starts, plan.end))
        if start in plan.groups
    )
    lanes = tuple(
        _lane(days, number, at, base + BOTTOM + LANE * (row + 0.6), right)
        for row, (days, number) in enumerate(plan.loose)
    )
    up = tuple(Tick(round(base - height * value / highest, 1), str(value)) for value in _steps(highest))
    total = base + BOTTOM + LANE * len(lanes) + (8 if lanes else 0)
    return Timeline(width, total, base, LEFT, right, columns, _ticks(plan, at, right), up, lanes)


def word_events(number: int) -> str:
    """Write a number of events."""
    return f"{number:,} event{'s' if number != 1 else ''}"


def _column(plan: Plan, start: dt.date, left: float, right: float, base: float, unit_height: float) -> Column:
    width = min(max((right - left) * 0.82, 1.2), WIDEST_COLUMN)
    boxes: list[Box] = []
    top = base
    counts = plan.counts[start]
    for kind in KINDS:
        for real in (True, False):
            height = counts[kind, real] * unit_height
            if height:
                top -= height
                boxes.append(Box(round(top, 1), round(height, 1), kind, real))
    title = f"{name_column(plan.unit, start)}: {word_events(counts.total())}"
    return Column(round((left + right - width) / 2, 1), round(width, 1), title, plan.groups[start], tuple(boxes))


def _lane(days: Days, number: int, at: Place, y: float, right: float) -> Lane:
    x, end = at(days[0]), at(days[1])
    width = max(end - x, 3.0)
    text = f"{word_days(*days)} · {word_events(number)}"
    room = text_width(text, LETTERS)
    if x + width + 8 + room <= right:
        text_x, anchor = x + width + 8, "start"
    elif x - 8 - room >= LEFT:
        text_x, anchor = x - 8, "end"
    else:  # the bar is as long as the sheet: the words stand on it, with a halo
        text_x, anchor = x + width / 2, "middle"
    return Lane(round(x, 1), round(y, 1), round(width, 1), text, round(text_x, 1), anchor)


def _ticks(plan: Plan, at: Place, right: float) -> tuple[Tick, ...]:
    """Name as many columns as fit side by side, the weightiest first: a new year before a month before a day."""
    wishes = []
    for index, (start, end) in enumerate(pairwise((*plan.starts, plan.end))):
        weight, text = _tick_text(plan.unit, start, first=index == 0)
        wishes.append((weight, (at(start) + at(end)) / 2, text))
    taken: list[tuple[float, float]] = []
    ticks: list[Tick] = []
    for _, middle, text in sorted(wishes):
        room = text_width(text, LETTERS) / 2 + GAP
        centre = min(max(middle, LEFT - 2 * GAP + room), right + RIGHT + GAP - room)  # the edge ones move inwards
        if text and all(centre + room <= left or centre - room >= end for left, end in taken):
            taken.append((centre - room, centre + room))
            ticks.append(Tick(round(centre, 1), text))
    return tuple(sorted(ticks, key=lambda tick: tick.at))


def _tick_text(unit: Unit, start: dt.date, first: bool) -> tuple[int, str]:
    """Give a column's weight (0 is named before 1) and its name on the axis, empty where it gets none."""
    if unit is Unit.YEAR:
        return (0 if start.year % 10 == 0 else 1 if start.year % 5 == 0 else 2), str(start.year)
    month = MONTHS[start.month - 1]
    if unit is Unit.DAY:
        whole = first or start.day == 1
        return (0, f"{start.day} {month} {start.year}") if whole else (1, f"{start.day} {month}")
    if first or (start.month == 1 and (unit is Unit.MONTH or start.day <= Unit.WEEK.value)):
        return 0, f"{month} {start.year}"
    if unit is Unit.WEEK:
        return 1, month if start.day <= Unit.WEEK.value else ""
    return (1 if start.month in QUARTERS else 2), month


def _steps(highest: int) -> tuple[int, ...]:
    """Choose the heights to name: the highest, and half of it where that is whole."""
    return (highest // 2, highest) if highest > 1 and highest % 2 == 0 else (highest,)
