"""When it happened: columns of events over time and, apart from them, the events dated too loosely for a column."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from vedette.views.chronology import Told, find_days
from vedette.views.report.axis import Plan, Timeline, draw_axis, word_events
from vedette.views.report.calendar import (
    Unit,
    choose_unit,
    choose_window,
    columns_between,
    end_of,
    fitting_unit,
    name_column,
    start_of,
)
from vedette.views.report.groups import Days, group_of
from vedette.views.report.kinds import kind_of
from vedette.views.report.sightings import HAPPENED

WIDE, NARROW = 1120.0, 400.0  # the sheet on a wide and on a narrow screen
HEIGHT = 140.0
LANES = 6

Dated = tuple[Days, str, bool]


@dataclass(frozen=True, slots=True)
class Story:
    """The timeline for wide and narrow screens, and its content in words.

    `rows` give each column that is not empty: its name, the heading to jump to, the number of events. `notes` say
    what stands in no column.
    """

    wide: Timeline
    narrow: Timeline
    rows: tuple[tuple[str, str, int], ...]
    unit: str
    notes: tuple[str, ...]


def draw_timeline(told: Sequence[Told]) -> Story | None:
    """Draw the events over time; None where no event has a date."""
    dated = [(days, kind_of(event.type), event.stance in HAPPENED) for _, event in told if (days := find_days(event))]
    if not dated:
        return None
    lengths = [_length(days) for days, _, _ in dated]
    exact = [days for days, _, _ in dated if _length(days) <= max(Unit.MONTH.value, min(lengths))]
    first, last = choose_window([day for days in exact for day in days])
    unit = max(choose_unit(first, last), fitting_unit(min(lengths)), key=lambda each: each.value)
    plan, notes = _plan(dated, unit, columns_between(unit, first, last))
    if len(told) > len(dated):
        notes.append(f"{word_events(len(told) - len(dated))} without a date")
    rows = tuple(
        (name_column(unit, start), group, plan.counts[start].total()) for start, group in sorted(plan.groups.items())
    )
    return Story(draw_axis(plan, WIDE, HEIGHT), draw_axis(plan, NARROW, HEIGHT), rows, unit.name.lower(), tuple(notes))


def _plan(dated: list[Dated], unit: Unit, starts: list[dt.date]) -> tuple[Plan, list[str]]:
    """Put each event into its column, among the loose dates, or beyond the sheet; the notes count what is not drawn."""
    counts: dict[dt.date, Counter[tuple[str, bool]]] = {start: Counter() for start in starts}
    groups: dict[dt.date, str] = {}
    loose: Counter[Days] = Counter()
    beyond: Counter[str] = Counter()
    for days, kind, real in dated:
        start = start_of(unit, _middle(days))
        if days[1] < starts[0] or start_of(unit, days[0]) > starts[-1]:
            beyond["earlier" if days[1] < starts[0] else "later"] += 1
        elif _length(days) > unit.value or start not in counts:
            loose[days] += 1
        else:
            counts[start][kind, real] += 1
            groups.setdefault(start, group_of(days).key)
    ranked = sorted(loose.items(), key=lambda item: (-item[1], item[0]))
    notes = [f"{word_events(number)} {side} than this" for side, number in sorted(beyond.items())]
    hidden = sum(number for _, number in ranked[LANES:])
    if hidden:
        notes.append(f"{word_events(hidden)} with other loose dates")
    drawn = tuple(sorted(ranked[:LANES]))
    return Plan(unit, tuple(starts), end_of(unit, starts[-1]), counts, groups, drawn), notes


def _length(days: Days) -> int:
    return (days[1] - days[0]).days + 1


def _middle(days: Days) -> dt.date:
    return days[0] + (days[1] - days[0]) / 2
