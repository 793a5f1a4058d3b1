"""Events joined to incidents: average linkage, so that no chain of weak links joins two happenings.

Two events of one document never meet, since the document itself tells them apart; nor do events that a judgement
holds apart. Judged links come first and are not weighed. The outcome depends on the scores and the names of the
events alone, never on the order in which they came, and one connected part of the graph never touches another.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from vedette.records import EventRef

NEVER_COMPARED = -4.0  # log-odds of a pair that shares nothing: rather apart, but not beyond doubt

Key = tuple[EventRef, EventRef]  # lower first


@dataclass(frozen=True, slots=True)
class Constraints:
    """What judgements fix: groups that are one, each with at least two events, and pairs held apart (lower first)."""

    together: tuple[tuple[EventRef, ...], ...] = ()
    apart: frozenset[Key] = frozenset()


@dataclass(slots=True)
class _Group:
    """Events joined so far: how often they name each document, and who must not join them."""

    members: list[EventRef]
    documents: set[str]
    banned: set[EventRef] = field(default_factory=set)


def pair_key(one: EventRef, two: EventRef) -> Key:
    """Give the key of a pair."""
    return (one, two) if one < two else (two, one)


def cluster_events(
    events: Iterable[EventRef], scores: Mapping[Key, float], bar: float, constraints: Constraints
) -> list[tuple[EventRef, ...]]:
    """Give the groups of events, each in order, in the order of their first events; every event is in one of them."""
    return sorted(
        tuple(sorted(group))
        for part in _parts(events, scores, bar, constraints)
        for group in _Linkage(part, scores, bar, constraints).groups()
    )


def _parts(
    events: Iterable[EventRef], scores: Mapping[Key, float], bar: float, constraints: Constraints
) -> list[list[EventRef]]:
    """Split the events into parts between which nothing can be joined."""
    root = {event: event for event in events}

    def find(event: EventRef) -> EventRef:
        while root[event] != event:
            root[event] = root[root[event]]
            event = root[event]
        return event

    links = [key for key, score in scores.items() if score > bar]
    links += [(group[0], other) for group in constraints.together for other in group[1:]]
    for one, two in links:
        if one in root and two in root:
            first, second = sorted((find(one), find(two)))
            root[second] = first
    parts: dict[EventRef, list[EventRef]] = {}
    for event in sorted(root):
        parts.setdefault(find(event), []).append(event)
    return list(parts.values())


class _Linkage:
    """Average linkage of one part."""

    def __init__(self, part: list[EventRef], scores: Mapping[Key, float], bar: float, constraints: Constraints) -> None:
        self._bar = bar
        self._groups: dict[EventRef, _Group] = {event: _Group([event], {event.document_id}) for event in part}
        self._sums: dict[EventRef, dict[EventRef, float]] = {event: {} for event in part}
        for place, one in enumerate(part):
            for two in part[place + 1 :]:
                self._sums[one][two] = self._sums[two][one] = scores.get(pair_key(one, two), NEVER_COMPARED)
        for one, two in constraints.apart:
            if one in self._groups and two in self._groups:
                self._groups[one].banned.add(two)
                self._groups[two].banned.add(one)
        for group in constraints.together:
            present = sorted(event for event in group if event in self._groups)
            for other in present[1:]:
                self._join(present[0], other)

    def groups(self) -> list[list[EventRef]]:
        """Join the two groups whose pairs score highest on average, again and again, while that is above the bar."""
        queue = [(-self._mean(one, two), one, two) for one in self._groups for two in self._sums[one] if one < two]
        queue = [entry for entry in queue if -entry[0] > self._bar]
        heapq.heapify(queue)
        while queue:
            negative, kept, gone = heapq.heappop(queue)
            if kept not in self._groups or gone not in self._groups or self._mean(kept, gone) != -negative:
                continue  # one of the two has since become part of another group, or has grown
            if not self._may_join(kept, gone):
                continue
            self._join(kept, gone)
            for other in self._groups:
                if other != kept and (mean := self._mean(kept, other)) > self._bar:
                    heapq.heappush(queue, (-mean, min(kept, other), max(kept, other)))
        return [group.members for group in self._groups.values()]

    def _mean(self, one: EventRef, two: EventRef) -> float:
        return self._sums[one][two] / (len(self._groups[one].members) * len(self._groups[two].members))

    def _may_join(self, one: EventRef, two: EventRef) -> bool:
        ours, theirs = self._groups[one], self._groups[two]
        return ours.documents.isdisjoint(theirs.documents) and ours.banned.isdisjoint(theirs.members)

    def _join(self, kept: EventRef, gone: EventRef) -> None:
        ours, theirs = self._groups[kept], self._groups.pop(gone)
        ours.members += theirs.members
        ours.documents |= theirs.documents
        ours.banned |= theirs.banned
        lost = self._sums.pop(gone)
        for other in self._groups:
            if other == kept:
                self._sums[kept].pop(gone, None)
                continue
            joined = self._sums[kept][other] + lost[other]
            self._sums[kept][other] = self._sums[other][kept] = joined
            self._sums[other].pop(gone, None)
