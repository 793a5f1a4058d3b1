"""Which pairs of events are worth comparing: near in time, and with a name, a place or an actor in common.

The work grows with the number of events, not with its square: pairs are looked for among events that share a key, in
order of time, and no further than `MOST` neighbours away.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from vedette.incidents.sketch import Days, Sketch
from vedette.records import EventType

SLACK = dt.timedelta(days=3)  # that two reports of one happening may differ by
LOOK_BACK = dt.timedelta(days=45)  # that a report without a date may speak of
MOST = 60  # neighbours in time compared under one key
# Readers and annotators differ on where violence begins: these may be two words for one happening.
_ALIKE = frozenset({EventType.ASSAULT, EventType.COERCE})

Pair = tuple[int, int]


def find_candidates(sketches: Sequence[Sketch]) -> list[Pair]:
    """Give the pairs worth comparing, as places in `sketches`, each once, lower place first, in order."""
    spans = [_time_of(sketch) for sketch in sketches]
    blocks: dict[str, list[int]] = defaultdict(list)
    for place, sketch in enumerate(sketches):
        for key in _keys(sketch):
            blocks[key].append(place)
    pairs: set[Pair] = set()
    for block in blocks.values():
        if len(block) > 1:
            pairs.update(_pairs_in(block, sketches, spans))
    return sorted(pairs)


def may_be_one(a: Sketch, b: Sketch) -> bool:
    """Tell whether two events could be one at all: told by two documents, and of one type or of two close ones."""
    return a.ref.document_id != b.ref.document_id and (a.type is b.type or {a.type, b.type} <= _ALIKE)


def _keys(sketch: Sketch) -> Iterable[str]:
    for stem in sorted(sketch.place_words | sketch.names | sketch.story):
        yield f"name {stem}"
    for stem in sorted(sketch.recipient_words):
        yield f"hit {stem}"
    for actor in sorted(sketch.actors):
        yield f"actor {actor}"
    for place in sketch.places:
        if place.geonames_id is not None:
            yield f"place {place.geonames_id}"
    for country in sorted(sketch.countries):
        yield f"country {country} {_kind(sketch.type)}"


def _kind(event_type: EventType) -> str:
    return "violence" if event_type in _ALIKE else event_type.value


def _time_of(sketch: Sketch) -> Days:
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


def _pairs_in(block: Sequence[int], sketches: Sequence[Sketch], spans: Sequence[Days]) -> Iterator[Pair]:
    order = sorted(block, key=lambda place: (spans[place], sketches[place].ref))
    for at, one in enumerate(order):
        for two in order[at + 1 : at + 1 + MOST]:
            if spans[two][0] > spans[one][1]:
                break
            if may_be_one(sketches[one], sketches[two]):
                yield min(one, two), max(one, two)
