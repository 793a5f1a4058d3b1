"""Events joined to incidents: average linkage, so that no chain of weak links joins two happenings.

Two events of one document never meet, since the document itself tells them apart; nor do events that a judgement
holds apart. Judged links come first and are not weighed. The outcome depends on the scores and the names of the
events alone, never on the order in which they came, and one connected part of the graph never touches another.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from vedette.incidents.columns import Bools, Floats, Ints, Longs
from vedette.records import EventRef

NEVER_COMPARED = -4.0  # log-odds of a pair that shares nothing: rather apart, but not beyond doubt

Key = tuple[EventRef, EventRef]  # lower first


@dataclass(frozen=True, slots=True)
class Constraints:
    """What judgements fix: groups that are one, each with at least two events, and pairs held apart (lower first).

    `out` are the events that are none: they are in no group.
    """

    together: tuple[tuple[EventRef, ...], ...] = ()
    apart: frozenset[Key] = frozenset()
    out: frozenset[EventRef] = frozenset()


@dataclass(frozen=True, slots=True)
class Links:
    """Scored pairs of rows, each once, and what is fixed about rows; all rows are in the order of the events' names."""

    ones: Ints
    twos: Ints
    scores: Floats
    together: tuple[tuple[int, ...], ...] = ()
    apart: tuple[tuple[int, int], ...] = ()


def pair_key(one: EventRef, two: EventRef) -> Key:
    """Give the key of a pair."""
    return (one, two) if one < two else (two, one)


def cluster_events(
    events: Iterable[EventRef], scores: Mapping[Key, float], bar: float, constraints: Constraints
) -> list[tuple[EventRef, ...]]:
    """Give the groups of events, each in order, in the order of their first events; what is `out` is in none."""
    held = sorted(event for event in events if event not in constraints.out)
    row = {event: number for number, event in enumerate(held)}
    pairs = [(row[one], row[two], score) for (one, two), score in scores.items() if one in row and two in row]
    pairs.sort()
    # Some of a judgement's events may be gone, since their document was read anew.
    together = (tuple(sorted(row[event] for event in group if event in row)) for group in constraints.together)
    links = Links(
        np.array([one for one, _, _ in pairs], np.int32),
        np.array([two for _, two, _ in pairs], np.int32),
        np.array([score for _, _, score in pairs], np.float64),
        tuple(group for group in together if len(group) > 1),
        tuple((row[one], row[two]) for one, two in sorted(constraints.apart) if one in row and two in row),
    )
    numbers = {document: number for number, document in enumerate(dict.fromkeys(event.document_id for event in held))}
    documents = np.array([numbers[event.document_id] for event in held], np.int32)
    groups: dict[int, list[EventRef]] = {}
    for event, first in zip(held, link_rows(documents, links, bar).tolist(), strict=True):
        groups.setdefault(first, []).append(event)
    return [tuple(group) for group in groups.values()]


def link_rows(documents: Ints, links: Links, bar: float) -> Longs:
    """Give the first row of each row's group; `documents` tells which rows are of one document."""
    strong = links.scores > bar
    bound = [(group[0], other) for group in links.together for other in group[1:]]
    first = _parts(
        len(documents),
        np.r_[links.ones[strong], np.array([one for one, _ in bound], np.int64)].astype(np.int64),
        np.r_[links.twos[strong], np.array([two for _, two in bound], np.int64)].astype(np.int64),
    )
    unclear = _unclear(first, links, strong)
    inside = np.flatnonzero((first[links.ones] == first[links.twos]) & unclear[first[links.ones]])
    inside = inside[np.argsort(first[links.ones[inside]], kind="stable")]
    home = first[links.ones[inside]]
    rows = np.flatnonzero(unclear[first])
    rows = rows[np.argsort(first[rows], kind="stable")]
    groups = first.copy()
    for some in _stretches(first[rows]):
        part = rows[some]
        pairs = inside[slice(*np.searchsorted(home, [first[part[0]], first[part[0]] + 1]).tolist())]
        told = zip(links.ones[pairs].tolist(), links.twos[pairs].tolist(), links.scores[pairs].tolist(), strict=True)
        for group in _Linkage(part.tolist(), documents, told, bar, links).groups():
            groups[group] = min(group)
    return groups


def _parts(rows: int, ones: Longs, twos: Longs) -> Longs:
    """Split rows into parts that no pair joins, and give the first row of each row's part."""
    first = np.arange(rows)
    while len(ones):
        one, two = first[ones], first[twos]
        open_ = one != two
        ones, twos = ones[open_], twos[open_]
        np.minimum.at(first, np.maximum(one, two)[open_], np.minimum(one, two)[open_])
        while (further := first[first]).tobytes() != first.tobytes():
            first = further
    return first


def _unclear(first: Longs, links: Links, strong: Bools) -> Bools:
    """Tell which parts, by their first rows, must be linked step by step.

    Where all pairs of a part are above the bar, so is every average: it is one group whatever is joined first.
    """
    sizes = np.bincount(first, minlength=len(first))
    above = np.bincount(first[links.ones[strong]], minlength=len(first))
    unclear: Bools = above < sizes * (sizes - 1) // 2
    fixed = [row for group in links.together for row in group] + [row for pair in links.apart for row in pair]
    unclear[first[fixed]] = True
    return unclear


def _stretches(values: Longs) -> Iterator[slice]:
    """Give the stretches of equal values."""
    ends = np.flatnonzero(values[1:] != values[:-1]) + 1
    bounds = [0, *ends.tolist(), len(values)] if len(values) else []
    yield from (slice(start, end) for start, end in pairwise(bounds))


@dataclass(slots=True)
class _Group:
    """Rows joined so far: the documents that they are of, and who must not join them."""

    members: list[int]
    documents: set[int]
    banned: set[int] = field(default_factory=set)


class _Linkage:
    """Average linkage of one part.

    Of pairs of groups only the excess is kept, the sum of what their compared pairs score above `NEVER_COMPARED`, so
    that the work grows with the pairs compared and not with the square of the part.
    """

    def __init__(
        self, rows: Sequence[int], documents: Ints, pairs: Iterable[tuple[int, int, float]], bar: float, links: Links
    ) -> None:
        self._needed = bar - NEVER_COMPARED
        self._groups = {row: _Group([row], {int(documents[row])}) for row in rows}
        self._excess: dict[int, dict[int, float]] = defaultdict(dict)
        for one, two, score in pairs:
            self._excess[one][two] = self._excess[two][one] = score - NEVER_COMPARED
        for one, two in links.apart:
            if one in self._groups and two in self._groups:
                self._groups[one].banned.add(two)
                self._groups[two].banned.add(one)
        for bound in links.together:
            if bound[0] in self._groups:
                for other in bound[1:]:
                    self._join(bound[0], other)

    def groups(self) -> list[list[int]]:
        """Join the two groups whose pairs score highest on average, again and again, while that is above the bar."""
        queue = [(-self._mean(one, two), one, two) for one in self._groups for two in self._excess[one] if one < two]
        queue = [entry for entry in queue if -entry[0] > self._needed]
        heapq.heapify(queue)
        while queue:
            negative, kept, gone = heapq.heappop(queue)
            if kept not in self._groups or gone not in self._groups or self._mean(kept, gone) != -negative:
                continue  # one of the two has since become part of another group, or has grown
            if not self._may_join(kept, gone):
                continue
            self._join(kept, gone)
            for other in self._excess[kept]:
                if (mean := self._mean(kept, other)) > self._needed:
                    heapq.heappush(queue, (-mean, min(kept, other), max(kept, other)))
        return [group.members for group in self._groups.values()]

    def _mean(self, one: int, two: int) -> float:
        """Give how far the pairs of two groups lie above `NEVER_COMPARED` on average."""
        pairs = len(self._groups[one].members) * len(self._groups[two].members)
        return self._excess[one].get(two, 0.0) / pairs

    def _may_join(self, one: int, two: int) -> bool:
        ours, theirs = self._groups[one], self._groups[two]
        return ours.documents.isdisjoint(theirs.documents) and ours.banned.isdisjoint(theirs.members)

    def _join(self, kept: int, gone: int) -> None:
        ours, theirs = self._groups[kept], self._groups.pop(gone)
        ours.members += theirs.members
        ours.documents |= theirs.documents
        ours.banned |= theirs.banned
        excess = self._excess[kept]
        for other, lost in self._excess.pop(gone, {}).items():
            self._excess[other].pop(gone)
            if other != kept:
                excess[other] = self._excess[other][kept] = excess.get(other, 0.0) + lost
