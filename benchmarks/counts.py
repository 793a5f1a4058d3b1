"""How well counts are read on reports in our own schema, with the gold spans given.

Takes: a ``.jsonl`` file in the format of the project's reports, or a folder of them. Gives: figures from 0 to 1.
``exact``: low and high both right. ``of``: the people counted overlap those marked. ``part_of``: which count is a part
of which total, by the values read here, not the gold ones. Two constant baselines stand beside ``exact``, since most
counts are "one". ``held_out`` repeats the figures for the fifth of the reports (by hash of cluster or id) whose errors
were not looked at while the room was made.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from training.corpus import GoldArgument, GoldReport, Part, load_reports, part_of
from vedette.counts import find_parts, resolve_count
from vedette.records import COUNT_ROLES, CountValue, Span

Bounds = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class _Gold:
    """One marked count; `total` is the index in the event's counts that it is a part of, -1 for another role's."""

    role: str
    span: Span
    bounds: Bounds
    approximate: bool
    of: Span | None
    total: int | None


@dataclass(frozen=True, slots=True)
class _Case:
    """The counts of one event and one role in one report."""

    text: str
    sentences: tuple[Span, ...]
    held_out: bool
    golds: tuple[_Gold, ...]


@dataclass(slots=True)
class _Tally:
    """Right and wrong, added up; `hits`, `found`, `wanted` for what is scored by precision and recall."""

    bounds: Counter[Bounds] = field(default_factory=Counter)
    by_role: dict[str, list[int]] = field(default_factory=dict)
    exact: int = 0
    exact_nonzero: int = 0
    approximate: int = 0
    of: Counter[str] = field(default_factory=Counter)
    parts: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0

    def add(self, case: _Case) -> None:
        """Resolve one case and compare it with its gold."""
        started = time.process_time()
        values = [resolve_count(gold.span, case.text) for gold in case.golds]
        self.seconds += time.process_time() - started
        for gold, value in zip(case.golds, values, strict=True):
            self._add_value(gold, value)
        totals = find_parts(values, case.text, case.sentences)
        for gold, total in zip(case.golds, totals, strict=True):
            self.parts["wanted"] += gold.total is not None
            self.parts["found"] += total is not None
            self.parts["hits"] += total is not None and total == gold.total

    def _add_value(self, gold: _Gold, value: CountValue) -> None:
        right = (value.low, value.high) == gold.bounds
        self.bounds[gold.bounds] += 1
        self.exact += right
        self.exact_nonzero += right and gold.bounds != (0, 0)
        self.approximate += value.approximate == gold.approximate
        role = self.by_role.setdefault(gold.role, [0, 0])
        role[0] += 1
        role[1] += right
        # Where the marked phrase is itself the noun ("a guard"), annotators leave `of` out as often as not.
        self.of["wanted"] += gold.of is not None
        self.of["found"] += value.of is not None and (gold.of is not None or not value.of.overlaps(gold.span))
        self.of["hits"] += gold.of is not None and value.of is not None and gold.of.overlaps(value.of)

    def figures(self) -> dict[str, Any]:
        """Give the figures as one object."""
        counts = self.bounds.total()
        zero = self.bounds[0, 0]
        return {
            "counts": counts,
            "exact": _share(self.exact, counts),
            "exact_nonzero": _share(self.exact_nonzero, counts - zero),
            "approximate": _share(self.approximate, counts),
            "of": _scores(self.of),
            "part_of": _scores(self.parts),
            "by_role": {
                role: {"counts": seen, "exact": _share(right, seen)}
                for role, (seen, right) in sorted(self.by_role.items())
            },
            "baselines": {
                "always_one": _baseline(self.bounds, (1, 1)),
                "most_frequent": _baseline(self.bounds, max(sorted(self.bounds, key=str), key=self.bounds.__getitem__)),
                "most_frequent_above_one": _baseline(
                    self.bounds,
                    max(
                        sorted((found for found in self.bounds if found not in {(1, 1), (0, 0)}), key=str),
                        key=self.bounds.__getitem__,
                        default=(2, 2),
                    ),
                ),
            },
            "cpu_microseconds_per_phrase": round(self.seconds / counts * 1e6) if counts else None,
        }


def run(data: Path) -> dict[str, Any]:
    """Measure the counts room on a file or folder of reports."""
    whole, held = _Tally(), _Tally()
    for report in load_reports(data):
        for case in _cases_of(report):
            whole.add(case)
            if case.held_out:
                held.add(case)
    return {**whole.figures(), "held_out": held.figures()}


def _baseline(bounds: Counter[Bounds], constant: Bounds) -> dict[str, Any]:
    total, zero = bounds.total(), bounds[0, 0]
    hits = bounds[constant]
    return {
        "value": list(constant),
        "exact": _share(hits, total),
        "exact_nonzero": _share(0 if constant == (0, 0) else hits, total - zero),
    }


def _scores(tally: Counter[str]) -> dict[str, float]:
    precision, recall = _share(tally["hits"], tally["found"]), _share(tally["hits"], tally["wanted"])
    f1 = _share(2 * tally["hits"], tally["found"] + tally["wanted"])
    return {"precision": precision, "recall": recall, "f1": f1}


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0


def _cases_of(report: GoldReport) -> Iterator[_Case]:
    for event in report.events:
        for role in sorted(COUNT_ROLES):
            marked = [(place, gold) for place, gold in enumerate(event.arguments) if gold.role is role]
            places = {place: index for index, (place, _) in enumerate(marked)}
            golds = tuple(_gold(gold, places) for _, gold in marked)
            if golds:
                yield _Case(report.text, report.sentences, part_of(report) is not Part.TRAIN, golds)


def _gold(gold: GoldArgument, places: dict[int, int]) -> _Gold:
    return _Gold(
        role=gold.role,
        span=gold.span,
        bounds=(gold.low, gold.high),
        approximate=gold.approximate,
        of=gold.of,
        total=None if gold.part_of is None else places.get(gold.part_of, -1),
    )
