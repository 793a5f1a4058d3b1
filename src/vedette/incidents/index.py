"""Where events are looked up by what they share: what `growing` needs of a store, and a store in memory."""

from __future__ import annotations

import bisect
import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from vedette.incidents.blocking import MOST, keys_of, time_of
from vedette.incidents.clustering import Key, pair_key
from vedette.incidents.sketch import Sketch
from vedette.records import EventRef

Line = tuple[dt.date, dt.date, EventRef]  # an event's place in a block: the days on which it may have been, its name


class EventIndex(Protocol):
    """Sketches by the keys under which others find them, and the scores of the pairs that were compared."""

    def put(self, sketch: Sketch) -> None:
        """Take in an event that is not there."""

    def drop(self, ref: EventRef) -> None:
        """Forget an event and all its scores."""

    def sketches(self, refs: Iterable[EventRef]) -> Mapping[EventRef, Sketch]:
        """Give those of these events that are there."""

    def before(self, key: str, line: Line) -> Sequence[Line]:
        """Give the events in a block that stand before a place in it, nearest first, at most `blocking.MOST`."""

    def after(self, key: str, line: Line) -> Sequence[Line]:
        """Give the events in a block that stand after a place in it, nearest first, at most `blocking.MOST`."""

    def scores_of(self, refs: Iterable[EventRef]) -> Mapping[Key, float]:
        """Give the scores of all pairs in which one of these events is."""

    def keep_scores(self, scores: Mapping[Key, float]) -> None:
        """Keep scores of pairs, which may be there already."""

    def drop_scores(self, keys: Iterable[Key]) -> None:
        """Forget scores of pairs, which may not be there."""


def line_of(sketch: Sketch) -> Line:
    """Give an event's place in every block."""
    return (*time_of(sketch), sketch.ref)


class MemoryIndex:
    """An `EventIndex` in memory, for pictures that are not kept in a case file."""

    def __init__(self) -> None:
        self._sketches: dict[EventRef, Sketch] = {}
        self._blocks: defaultdict[str, list[Line]] = defaultdict(list)
        self._scores: defaultdict[EventRef, dict[EventRef, float]] = defaultdict(dict)

    def put(self, sketch: Sketch) -> None:
        """Take in an event that is not there."""
        self._sketches[sketch.ref] = sketch
        for key in keys_of(sketch):
            bisect.insort(self._blocks[key], line_of(sketch))

    def drop(self, ref: EventRef) -> None:
        """Forget an event and all its scores."""
        sketch = self._sketches.pop(ref)
        for key in keys_of(sketch):
            block = self._blocks[key]
            del block[bisect.bisect_left(block, line_of(sketch))]
        for other in self._scores.pop(ref, {}):
            del self._scores[other][ref]

    def sketches(self, refs: Iterable[EventRef]) -> dict[EventRef, Sketch]:
        """Give those of these events that are there."""
        return {ref: self._sketches[ref] for ref in refs if ref in self._sketches}

    def before(self, key: str, line: Line) -> list[Line]:
        """Give the events in a block that stand before a place in it, nearest first."""
        block = self._blocks.get(key, [])
        at = bisect.bisect_left(block, line)
        return block[max(0, at - MOST) : at][::-1]

    def after(self, key: str, line: Line) -> list[Line]:
        """Give the events in a block that stand after a place in it, nearest first."""
        block = self._blocks.get(key, [])
        at = bisect.bisect_right(block, line)
        return block[at : at + MOST]

    def scores_of(self, refs: Iterable[EventRef]) -> dict[Key, float]:
        """Give the scores of all pairs in which one of these events is."""
        return {pair_key(ref, other): score for ref in refs for other, score in self._scores.get(ref, {}).items()}

    def keep_scores(self, scores: Mapping[Key, float]) -> None:
        """Keep scores of pairs, which may be there already."""
        for (one, two), score in scores.items():
            self._scores[one][two] = self._scores[two][one] = score

    def drop_scores(self, keys: Iterable[Key]) -> None:
        """Forget scores of pairs, which may not be there."""
        for one, two in keys:
            self._scores[one].pop(two, None)
            self._scores[two].pop(one, None)
