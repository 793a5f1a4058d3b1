"""Sketches laid out in columns, so that a million events fit in memory and their pairs are compared all at once.

Words, names and keys become numbers by a vocabulary that grows as they come; sets become stretches of one long array.
Nothing that is compared is lost: `comparing` and `blocking` see events only in this form.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from vedette.incidents.distance import is_point, open_km
from vedette.incidents.sketch import VIOLENT, Days, Sketch
from vedette.records import EventRef, EventType, PlaceValue, Role

Ints = npt.NDArray[np.int32]
Longs = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]

NONE = -1  # a value that is not told, where every value is 0 or more
SETS = ("place_words", "countries", "actors", "actor_words", "recipient_words", "heads", "words", "names", "story")
_TYPES = {kind: number for number, kind in enumerate(EventType)}
_PLAIN = (
    "document",
    "type",
    "kind",
    "mode",
    "background",
    "lead",
    "set_off",
    "raid",
    "denied_deed",
    "attackers_hit",
    "published",
    "first",
    "last",
)
_OF_ONE_RAID = frozenset({"firearms", "abduct", "seize"})  # some are shot, others or their goods taken
_ROLES = {role: number for number, role in enumerate(Role)}


@dataclass(frozen=True, slots=True)
class Ragged:
    """One row of any length for each event: row n is ``items[starts[n]:starts[n + 1]]``."""

    starts: Longs
    items: Ints

    @property
    def sizes(self) -> Longs:
        """Give the length of each row."""
        return np.diff(self.starts)

    def padded(self, rows: Ints, width: int, fill: int) -> Ints:
        """Give these rows as a table of `width` columns, no row being longer; empty places hold `fill`."""
        places = self.starts[rows][:, None] + np.arange(width)
        told = places < self.starts[rows + 1][:, None]
        return np.where(told, self.items[np.minimum(places, max(0, len(self.items) - 1))], np.int32(fill))


@dataclass(frozen=True, slots=True)
class Stretches:
    """Rows of records of numbers, such as dates: row n holds the records ``starts[n]`` to ``starts[n + 1]``."""

    starts: Longs
    columns: dict[str, npt.NDArray[np.int64] | Floats]

    @property
    def sizes(self) -> Longs:
        """Give the length of each row."""
        return np.diff(self.starts)


@dataclass(frozen=True, slots=True)
class Table:
    """Events in columns.

    `first` and `last` are the days between which each may have been, `kind` is what types have in common that may be
    one. Days are ordinals (`datetime.date.toordinal`), 0 where not told; modes are numbers of the vocabulary or `NONE`;
    `attackers_hit` is 0, 1 or `NONE`. `raid` marks modes that one raid can have side by side, `denied_deed` violence
    that is told only as what somebody denies.
    """

    refs: Sequence[EventRef]
    document: Ints
    type: Ints
    kind: Ints
    first: Longs
    last: Longs
    mode: Ints
    background: Bools
    lead: Bools
    set_off: Bools
    raid: Bools
    denied_deed: Bools
    attackers_hit: Ints
    published: Longs
    days: Stretches
    places: Stretches
    tolls: Stretches
    keys: Ragged
    sets: dict[str, Ragged]

    def __len__(self) -> int:
        """Count the events."""
        return len(self.refs)

    @property
    def named(self) -> Longs:
        """Give the place of each event in the order of their names, which does not depend on how they came."""
        order = sorted(range(len(self)), key=lambda row: (self.refs[row].document_id, self.refs[row].event_id))
        places = np.empty(len(self), np.int64)
        places[order] = np.arange(len(self))
        return places


@dataclass(slots=True)
class Vocabulary:
    """Numbers for words, in the order in which they came. Two tables can be compared if they share one."""

    numbers: dict[str, int] = field(default_factory=dict)

    def number(self, word: str) -> int:
        """Give the number of a word; a new word gets the next."""
        return self.numbers.setdefault(word, len(self.numbers))


class Packer:
    """Takes sketches one by one and gives the table of them; what was taken need not be kept."""

    def __init__(self, vocabulary: Vocabulary | None = None) -> None:
        self.vocabulary = vocabulary or Vocabulary()
        self._refs: list[EventRef] = []
        self._plain = {name: array("q") for name in _PLAIN}
        self._sets = {name: _Rows() for name in SETS}
        self._keys = _Rows()
        self._days, self._places, self._tolls = _Records("qq"), _Records("qddd"), _Records("qqq")

    def add(self, sketch: Sketch, keys: Iterable[str], time: Days, kind: str) -> None:
        """Take one more event, and by which keys, between which days and among which kind it is looked for."""
        number = self.vocabulary.number
        self._refs.append(sketch.ref)
        plain = self._plain
        plain["document"].append(number(f"document {sketch.ref.document_id}"))
        plain["type"].append(_TYPES[sketch.type])
        plain["kind"].append(number(f"kind {kind}"))
        plain["first"].append(time[0].toordinal())
        plain["last"].append(time[1].toordinal())
        plain["mode"].append(number(sketch.mode) if sketch.mode else NONE)
        plain["background"].append(sketch.background)
        plain["lead"].append(sketch.lead)
        plain["set_off"].append(sketch.set_off)
        plain["raid"].append(sketch.mode in _OF_ONE_RAID)
        plain["denied_deed"].append(sketch.denied and sketch.type in VIOLENT)
        plain["attackers_hit"].append(NONE if sketch.attackers_hit is None else sketch.attackers_hit)
        plain["published"].append(sketch.published.toordinal() if sketch.published else 0)
        for name, rows in self._sets.items():
            rows.add(number(word) for word in getattr(sketch, name))
        self._keys.add(number(key) for key in keys)
        self._days.add((first.toordinal(), last.toordinal()) for first, last in sketch.days)
        self._places.add(_point(place) for place in sketch.places if is_point(place))
        self._tolls.add((_ROLES[role], low, NONE if high is None else high) for role, (low, high) in sketch.tolls)

    def table(self) -> Table:
        """Give the table of everything taken so far."""
        plain = {name: np.array(values, dtype=np.int64) for name, values in self._plain.items()}
        return Table(
            refs=self._refs,
            document=plain["document"].astype(np.int32),
            type=plain["type"].astype(np.int32),
            kind=plain["kind"].astype(np.int32),
            first=plain["first"],
            last=plain["last"],
            mode=plain["mode"].astype(np.int32),
            background=plain["background"].astype(np.bool_),
            lead=plain["lead"].astype(np.bool_),
            set_off=plain["set_off"].astype(np.bool_),
            raid=plain["raid"].astype(np.bool_),
            denied_deed=plain["denied_deed"].astype(np.bool_),
            attackers_hit=plain["attackers_hit"].astype(np.int32),
            published=plain["published"],
            days=self._days.stretches("first", "last"),
            places=self._places.stretches("geonames_id", "lat", "lon", "open_km"),
            tolls=self._tolls.stretches("role", "low", "high"),
            keys=self._keys.ragged(),
            sets={name: rows.ragged() for name, rows in self._sets.items()},
        )


def _point(place: PlaceValue) -> tuple[int, float, float, float]:
    known = NONE if place.geonames_id is None else place.geonames_id
    return known, place.lat or 0.0, place.lon or 0.0, open_km(place)


class _Rows:
    """Rows of numbers as they come."""

    def __init__(self) -> None:
        self._starts, self._items = array("q", [0]), array("i")

    def add(self, numbers: Iterable[int]) -> None:
        self._items.extend(numbers)
        self._starts.append(len(self._items))

    def ragged(self) -> Ragged:
        return Ragged(np.array(self._starts, dtype=np.int64), np.array(self._items, dtype=np.int32))


class _Records:
    """Rows of records as they come, one array a field."""

    def __init__(self, fields: str) -> None:
        self._starts = array("q", [0])
        self._fields: list[array[Any]] = [array(kind) for kind in fields]

    def add(self, records: Iterable[tuple[Any, ...]]) -> None:
        for record in records:
            for values, value in zip(self._fields, record, strict=True):
                values.append(value)
        self._starts.append(len(self._fields[0]))

    def stretches(self, *names: str) -> Stretches:
        columns = {name: np.array(values) for name, values in zip(names, self._fields, strict=True)}
        return Stretches(np.array(self._starts, dtype=np.int64), columns)


def join_tables(parts: Iterable[tuple[Table, Vocabulary]]) -> tuple[Table, Vocabulary]:
    """Put tables that were made apart, each with its own vocabulary, one below the other."""
    whole = Vocabulary()
    tables = [_renumbered(table, vocabulary, whole) for table, vocabulary in parts]
    plain = {name: np.concatenate([getattr(table, name) for table in tables]) for name in _PLAIN}
    table = Table(
        refs=[ref for table in tables for ref in table.refs],
        days=_below([table.days for table in tables]),
        places=_below([table.places for table in tables]),
        tolls=_below([table.tolls for table in tables]),
        keys=_rows_below([table.keys for table in tables]),
        sets={name: _rows_below([table.sets[name] for table in tables]) for name in SETS},
        **plain,
    )
    return table, whole


def _renumbered(table: Table, vocabulary: Vocabulary, whole: Vocabulary) -> Table:
    """Give the table with the numbers of the whole vocabulary; `NONE` stays, since it is looked up as the last."""
    numbers = np.array([*(whole.number(word) for word in vocabulary.numbers), NONE], np.int32)
    return replace(
        table,
        document=numbers[table.document],
        kind=numbers[table.kind],
        mode=numbers[table.mode],
        keys=replace(table.keys, items=numbers[table.keys.items]),
        sets={name: replace(rows, items=numbers[rows.items]) for name, rows in table.sets.items()},
    )


def _starts_below(starts: Sequence[Longs]) -> Longs:
    return np.cumsum(np.concatenate([np.zeros(1, np.int64), *(np.diff(one) for one in starts)]))


def _rows_below(rows: Sequence[Ragged]) -> Ragged:
    return Ragged(_starts_below([one.starts for one in rows]), np.concatenate([one.items for one in rows]))


def _below(stretches: Sequence[Stretches]) -> Stretches:
    columns = {name: np.concatenate([one.columns[name] for one in stretches]) for name in stretches[0].columns}
    return Stretches(_starts_below([one.starts for one in stretches]), columns)
