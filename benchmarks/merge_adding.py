"""One report more into a stream that was merged at once: the columns of `merge_scale` as an index of events.

Sketches of what lies around a report are made anew before the clock runs, as a store would have them; looking up,
comparing and grouping is measured, and what was added stays.
"""

from __future__ import annotations

import bisect
import datetime as dt
import statistics
import time
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Any

import numpy as np
import numpy.typing as npt

from benchmarks.stream import Told, tell_incidents
from vedette.incidents.blocking import MOST, block_entries, keys_of
from vedette.incidents.clustering import Constraints, Key, Links, pair_key
from vedette.incidents.columns import Table, Vocabulary
from vedette.incidents.growing import regroup
from vedette.incidents.index import Line, MemoryIndex, line_of
from vedette.incidents.judging import load_weights
from vedette.incidents.sketch import Sketch, sketch_account
from vedette.records import EventRef

_STAMP = 4_000_000  # more than any day's ordinal

Rows = npt.NDArray[np.int64]


class TableIndex:
    """A table of events, the scores of its pairs and its groups as an `EventIndex`; what is new is kept beside it."""

    def __init__(self, table: Table, vocabulary: Vocabulary, links: Links, named: Rows, groups: Rows) -> None:
        """Take the rows of `links` by their `named` places, and of `groups` as they stand in the table."""
        self._table, self._vocabulary = table, vocabulary
        self._row = {ref: row for row, ref in enumerate(table.refs)}
        self._order, self._entries = block_entries(table)
        self._stamps = table.first[self._order] * _STAMP + table.last[self._order]
        back = np.argsort(named)
        ones, twos = back[links.ones], back[links.twos]
        both, others = np.concatenate([ones, twos]), np.concatenate([twos, ones])
        by_row = np.argsort(both, kind="stable")
        self._others, self._scores = others[by_row].astype(np.int32), np.concatenate([links.scores] * 2)[by_row]
        self._bounds = np.searchsorted(both[by_row], np.arange(len(table) + 1))
        self._groups, self._by_group = groups, np.argsort(groups, kind="stable")
        self._sorted_groups = groups[self._by_group]
        self._new = MemoryIndex()
        self._lost: set[Key] = set()
        self._moved: dict[EventRef, Sequence[EventRef]] = {}
        self._known: dict[EventRef, Sketch] = {}

    def home(self, event: EventRef) -> Sequence[EventRef]:
        """Give the events that are in one group with this one."""
        row = self._row.get(event)
        if event in self._moved or row is None:
            return self._moved.get(event, ())
        first, last = np.searchsorted(self._sorted_groups, [self._groups[row], self._groups[row] + 1])
        return [self._table.refs[other] for other in self._by_group[first:last].tolist()]

    def keep_groups(self, groups: Iterable[Sequence[EventRef]]) -> None:
        """Take in groups that are others now."""
        self._moved.update({event: group for group in groups for event in group})

    def put(self, sketch: Sketch) -> None:
        """Take in an event that is not there."""
        self._new.put(sketch)
        self._known[sketch.ref] = sketch

    def drop(self, ref: EventRef) -> None:
        """Nothing is taken out of a stream."""
        raise NotImplementedError

    def sketches(self, refs: Iterable[EventRef]) -> dict[EventRef, Sketch]:
        """Give those of these events that are there."""
        return {ref: self._known[ref] for ref in refs if ref in self._known}

    def prepare(self, sketch: Sketch, origin: Rows, seed: int) -> None:
        """Make the sketches of whatever lies around an event, and of what is in one group with it.

        `origin` gives for each row the incident whose reports its own is among.
        """
        line = line_of(sketch)
        near = {other[2] for key in keys_of(sketch) for other in (*self.before(key, line), *self.after(key, line))}
        wanted = {member for ref in near for member in self.home(ref)} - self._known.keys()
        for number in sorted({int(origin[self._row[ref]]) for ref in wanted}):
            for told in tell_incidents(number, number + 1, seed):
                self._known.update({made.ref: made for made in sketch_account(told.account)})

    def before(self, key: str, line: Line) -> list[Line]:
        """Give the events in a block that stand before a place in it, nearest first."""
        first, at, _ = self._around(key, line)
        old = self._lines(range(at - 1, max(first, at - MOST) - 1, -1))
        return sorted([*old, *self._new.before(key, line)], reverse=True)[:MOST]

    def after(self, key: str, line: Line) -> list[Line]:
        """Give the events in a block that stand after a place in it, nearest first."""
        _, at, last = self._around(key, line)
        at += at < last and self._lines([at])[0] == line
        return sorted([*self._lines(range(at, min(last, at + MOST))), *self._new.after(key, line)])[:MOST]

    def scores_of(self, refs: Iterable[EventRef]) -> dict[Key, float]:
        """Give the scores of all pairs in which one of these events is."""
        found: dict[Key, float] = {}
        for ref in refs:
            found |= self._new.scores_of([ref])
            if (row := self._row.get(ref)) is not None:
                some = slice(self._bounds[row], self._bounds[row + 1])
                for other, score in zip(self._others[some].tolist(), self._scores[some].tolist(), strict=True):
                    found[pair_key(ref, self._table.refs[other])] = score
        return {key: score for key, score in found.items() if key not in self._lost} if self._lost else found

    def keep_scores(self, scores: Mapping[Key, float]) -> None:
        """Keep scores of pairs that are new."""
        self._new.keep_scores(scores)

    def drop_scores(self, keys: Iterable[Key]) -> None:
        """Forget scores of pairs."""
        keys = list(keys)
        self._new.drop_scores(keys)
        self._lost.update(keys)

    def _around(self, key: str, line: Line) -> tuple[int, int, int]:
        """Give where a block begins, where a place in it is, and where it ends, among the entries."""
        number, events = self._vocabulary.numbers.get(key), len(self._table)
        if number is None:
            return 0, 0, 0
        stamp = line[0].toordinal() * _STAMP + line[1].toordinal()
        low, high = np.searchsorted(self._stamps, [stamp, stamp + 1]).tolist()
        place = bisect.bisect_left(
            range(high), line[2], low, high, key=lambda at: self._table.refs[int(self._order[at])]
        )
        wanted = [number * events, number * events + place, (number + 1) * events]
        first, at, last = np.searchsorted(self._entries, wanted).tolist()
        return first, at, last

    def _lines(self, entries: Iterable[int]) -> list[Line]:
        rows = [int(self._order[self._entries[entry] % len(self._table)]) for entry in entries]
        days = zip(self._table.first[rows].tolist(), self._table.last[rows].tolist(), strict=True)
        return [
            (dt.date.fromordinal(first), dt.date.fromordinal(last), self._table.refs[row])
            for row, (first, last) in zip(rows, days, strict=True)
        ]


def add_reports(index: TableIndex, origin: Rows, seed: int, added: int) -> dict[str, Any]:
    """Add reports on incidents all over the stream, and say how long each took."""
    seconds, touched = [], []
    for number in np.linspace(0, int(origin.max()), added).astype(int).tolist():
        late = _one_more(number, seed)
        for sketch in sketch_account(late.account):
            index.prepare(sketch, origin, seed)
        began = time.perf_counter()
        nothing = Constraints()
        found = regroup(index, [], sketch_account(late.account), nothing, nothing, load_weights(), index.home)
        seconds.append(time.perf_counter() - began)
        touched.append(len(found.events))
        index.keep_groups(found.groups)
    return {
        "reports": added,
        "median_seconds": round(statistics.median(seconds), 4),
        "worst_seconds": round(max(seconds), 4),
        "events_touched": statistics.median(touched),
    }


def _one_more(number: int, seed: int) -> Told:
    """Give a report on an incident that nobody has read: the world is the same, its outlets tell it in other words."""
    return next(islice(tell_incidents(number, number + 1, seed, late=True), 1))
