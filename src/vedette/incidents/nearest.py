"""Which group some events are in, worked out from where they stand, without a look at the rest of the stream.

News lies so densely that almost all events of a stream hang together by links of some strength. Yet whom a group joins
hangs on its nearest neighbours alone: a chain that goes from each group to its nearest one ends after some steps at two
that are each other's nearest, and these are joined (nearest-neighbour chains, Benzécri 1982). With average linkage any
order of such joins gives the same groups as `clustering.link_rows`, which joins everything at once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from vedette.incidents.clustering import Constraints, Key, excess_of
from vedette.records import EventRef

Scores = Callable[[Collection[EventRef]], Mapping[Key, float]]
Present = Callable[[Collection[EventRef]], Collection[EventRef]]


@dataclass(slots=True)
class _Group:
    """Events joined so far, and how much each neighbouring event's pairs with them score in all."""

    members: tuple[EventRef, ...]
    documents: frozenset[str]
    excess: dict[EventRef, float]

    @property
    def first(self) -> EventRef:
        """Give the event that names the group."""
        return self.members[0]


class Neighbourhood:
    """Groups around some events, joined as far as was needed so far."""

    def __init__(self, scores: Scores, present: Present, constraints: Constraints, bar: float) -> None:
        """Ask `scores` for the pairs in which some events are, and `present` which of some events there are."""
        self._scores, self._present = scores, present
        self._needed = excess_of(bar)
        self._out = constraints.out
        self._bound = {event: held for held in constraints.together for event in held}
        self._apart: defaultdict[EventRef, set[EventRef]] = defaultdict(set)
        for one, two in constraints.apart:
            self._apart[one].add(two)
            self._apart[two].add(one)
        self._home: dict[EventRef, _Group] = {}

    def group_of(self, event: EventRef) -> tuple[EventRef, ...]:
        """Give the events of the group that an event is in, in order."""
        chain: list[EventRef] = []
        while True:
            if not chain:
                chain.append(event)
            top = self._group(chain[-1])
            nearest = self._nearest(top)
            if nearest is None:  # whoever is further down the chain would be near, so this is where it began
                return top.members
            if len(chain) > 1 and nearest.first == self._group(chain[-2]).first:
                self._join(top, nearest)
                del chain[-2:]
            else:
                chain.append(nearest.first)

    def _group(self, event: EventRef) -> _Group:
        if event not in self._home:
            bound = self._bound.get(event)
            members = tuple(sorted(set(self._present(bound)) - self._out)) if bound else (event,)
            excess: defaultdict[EventRef, float] = defaultdict(float)
            for (one, two), score in self._scores(members).items():
                for ours, theirs in ((one, two), (two, one)):
                    if ours in members and theirs not in self._out:
                        excess[theirs] += excess_of(score)
            group = _Group(members, frozenset(member.document_id for member in members), excess)
            self._home.update(dict.fromkeys(members, group))
        return self._home[event]

    def _nearest(self, group: _Group) -> _Group | None:
        """Give the nearest group that this one may join; of equals the first; None where none is near enough."""
        sums: defaultdict[EventRef, float] = defaultdict(float)
        sizes: dict[EventRef, int] = {}
        for event, excess in group.excess.items():
            known = self._known(event)
            if known[0] != group.first:
                sums[known[0]] += excess
                sizes[known[0]] = len(known)
        best: tuple[float, EventRef, EventRef] | None = None
        for first, excess in sums.items():
            mean = excess / (float(len(group.members)) * sizes[first])
            if mean > self._needed and self._may_join(group, first):
                rank = (-mean, min(group.first, first), max(group.first, first))
                best = rank if best is None else min(best, rank)
        if best is None:
            return None
        return self._group(best[2] if best[1] == group.first else best[1])

    def _known(self, event: EventRef) -> tuple[EventRef, ...]:
        """Give the members of an event's group; one that nobody has looked at yet is alone, if nothing binds it."""
        if event in self._home:
            return self._home[event].members
        return self._group(event).members if event in self._bound else (event,)

    def _may_join(self, group: _Group, first: EventRef) -> bool:
        members = self._known(first)
        if any(member.document_id in group.documents for member in members):
            return False
        return not any(self._apart[member] & set(group.members) for member in members if member in self._apart)

    def _join(self, one: _Group, two: _Group) -> None:
        excess = defaultdict(float, one.excess)
        for event, more in two.excess.items():
            excess[event] += more
        members = tuple(sorted((*one.members, *two.members)))
        joined = _Group(members, one.documents | two.documents, excess)
        self._home.update(dict.fromkeys(members, joined))


def find_groups(
    seeds: Iterable[EventRef], neighbourhood: Neighbourhood, before: Callable[[EventRef], Iterable[EventRef]]
) -> tuple[tuple[EventRef, ...], ...]:
    """Give the groups that some events are in, and all groups that have to change with them.

    `before` gives the events that were in one group with an event and are still there. Whoever was in one group with an
    event that is in another now is looked at too, and so on. All other groups are what they were: joining the nearest
    first comes to the same among them, with and without the rest.
    """
    groups: dict[EventRef, tuple[EventRef, ...]] = {}
    waiting = sorted(set(seeds), reverse=True)
    while waiting:
        event = waiting.pop()
        if event not in groups:
            group = neighbourhood.group_of(event)
            groups.update(dict.fromkeys(group, group))
            waiting += sorted({old for member in group for old in before(member)} - groups.keys(), reverse=True)
    return tuple(sorted(set(groups.values())))
