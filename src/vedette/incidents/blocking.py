"""Which pairs of events are worth comparing: near in time, and with a name, a place or an actor in common.

The work grows with the number of events, not with its square: pairs are looked for among events that share a key, in
order of time, and no further than `MOST` neighbours away.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from vedette.incidents.columns import Bools, Ints, Longs, Packer, Table, Vocabulary
from vedette.incidents.dividing import told_apart
from vedette.incidents.sketch import VIOLENT, Days, Sketch
from vedette.records import EventType

SLACK = dt.timedelta(days=3)  # that two reports of one happening may differ by
LOOK_BACK = dt.timedelta(days=45)  # that a report without a date may speak of
MOST = 30  # neighbours in time compared under one key
_AT_ONCE = 1 << 22  # pairs that are held at once before those found twice are dropped

Pair = tuple[int, int]


def find_candidates(sketches: Sequence[Sketch]) -> list[Pair]:
    """Give the pairs worth comparing, as places in `sketches`, each once, lower place first, in order."""
    pairs: set[Pair] = set()
    for ones, twos in find_pairs(pack(sketches)):
        pairs.update(zip(ones.tolist(), twos.tolist(), strict=True))
    return sorted(pairs)


def pack(sketches: Iterable[Sketch], vocabulary: Vocabulary | None = None) -> Table:
    """Lay out events in columns, with the keys and the days under which they are looked for."""
    packer = Packer(vocabulary)
    for sketch in sketches:
        packer.add(sketch, keys_of(sketch), time_of(sketch), kind_of(sketch.type))
    return packer.table()


def find_pairs(table: Table) -> Iterator[tuple[Ints, Ints]]:
    """Give the pairs worth comparing as two columns of rows, each pair once, lower row first, a bounded number at once.

    The events stand under each key in order of time, see `block_entries`.
    """
    order, entries = block_entries(table)
    key, event = np.divmod(entries, max(1, len(table)))
    # A neighbour is within reach if it begins before the event ends; in this order nobody begins before the one before.
    end = np.searchsorted(table.first[order], table.last[order], side="right")
    reach = np.searchsorted(entries, key * len(table) + end[event], side="left") - np.arange(len(entries)) - 1
    reach = np.minimum(reach, MOST)
    by_event = np.argsort(event, kind="stable")
    for some in _shares(reach[by_event], event[by_event]):
        ones, twos = _pairs_from(by_event[some], reach, event, len(table))
        rows, others = order[ones].astype(np.int32), order[twos].astype(np.int32)
        fitting = _may_be_one(table, rows, others)
        rows, others = rows[fitting], others[fitting]
        yield np.minimum(rows, others), np.maximum(rows, others)


def block_entries(table: Table) -> tuple[Longs, Longs]:
    """Give the rows in order of time, and the entries in order: key times number of events plus place in that order."""
    order = np.lexsort((table.named, table.last, table.first))
    rank = np.empty(len(table), np.int64)
    rank[order] = np.arange(len(table))
    owners = np.repeat(rank, table.keys.sizes)
    return order, np.sort(table.keys.items.astype(np.int64) * len(table) + owners)


def _shares(reach: Longs, event: Longs) -> Iterator[slice]:
    """Cut the entries, which are in order of their events, into shares of a bounded number of pairs, event by event."""
    ends = np.flatnonzero(np.r_[event[1:] != event[:-1], True]) + 1 if len(event) else np.zeros(0, np.int64)
    pairs = np.cumsum(reach)[ends - 1]
    start = done = 0
    while done < len(ends):
        until = int(np.searchsorted(pairs, (pairs[done - 1] if done else 0) + _AT_ONCE, side="right"))
        done = max(until, done + 1)
        yield slice(start, int(ends[done - 1]))
        start = int(ends[done - 1])


def _pairs_from(entries: Longs, reach: Longs, event: Longs, events: int) -> tuple[Longs, Longs]:
    """Pair each entry with those that follow it as far as it reaches; a pair under several keys is given once."""
    counts = reach[entries]
    ones = np.repeat(entries, counts)
    ahead = np.arange(len(ones)) - np.repeat(np.cumsum(counts) - counts, counts) + 1
    return np.divmod(np.unique(event[ones] * events + event[ones + ahead]), max(1, events))


def _may_be_one(table: Table, ones: Ints, twos: Ints) -> Bools:
    """Tell which pairs could be one at all: of one kind, and not told apart by one document."""
    fitting: Bools = table.kind[ones] == table.kind[twos]
    same = np.flatnonzero(fitting & (table.document[ones] == table.document[twos]))
    fitting[same] = ~told_apart(table, ones[same], twos[same])
    return fitting


def may_be_one(a: Sketch, b: Sketch) -> bool:
    """Tell whether two events could be one at all: of one type or of two close ones, not told apart by one document."""
    if kind_of(a.type) != kind_of(b.type):
        return False
    if a.ref.document_id != b.ref.document_id:
        return True
    return not told_apart(pack([a, b]), np.array([0], np.int32), np.array([1], np.int32))[0]


def keys_of(sketch: Sketch) -> Sequence[str]:
    """Give the keys by which others find an event, each once."""
    keys = [f"name {stem}" for stem in sorted(sketch.place_words | sketch.names | sketch.story)]
    # Whom it hit is told in common words: of the same country only, as far as that is known.
    where = sorted(sketch.countries) or [""]
    keys += [f"hit {stem} {country}" for stem in sorted(sketch.recipient_words) for country in where]
    keys += [f"actor {actor}" for actor in sorted(sketch.actors)]
    keys += [f"place {place.geonames_id}" for place in sketch.places if place.geonames_id is not None]
    keys += [f"country {country} {kind_of(sketch.type)}" for country in sorted(sketch.countries)]
    return tuple(dict.fromkeys(keys))


def kind_of(event_type: EventType) -> str:
    """Give what types that may be two words for one happening have in common."""
    # Readers and annotators differ on where violence begins: these may be two words for one happening.
    return "violence" if event_type in VIOLENT else event_type.value


def time_of(sketch: Sketch) -> Days:
    """Give the first and the last day on which it may have been, with slack; all time where nothing is known."""
    if sketch.days:
        return _earlier(min(first for first, _ in sketch.days)), _later(max(last for _, last in sketch.days))
    if sketch.published:
        return sketch.published - LOOK_BACK, _later(sketch.published)
    return dt.date.min, dt.date.max


def _earlier(day: dt.date) -> dt.date:
    return day - SLACK if day - dt.date.min > SLACK else dt.date.min


def _later(day: dt.date) -> dt.date:
    return day + SLACK if dt.date.max - day > SLACK else dt.date.max
