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
from typing import Literal

from vedette.incidents.clustering import Constraints, Key, excess_of
from vedette.records import EventRef

Scores = Callable[[Collection[EventRef]], Mapping[Key, float]]
Present = Callable[[Collection[EventRef]], Collection[EventRef]]


Name = tuple[str, str]  # an event's document and id: looked up millions of times, and faster so than as a record


@dataclass(slots=True, eq=False)
class _Group:
    """Events joined so far, and how much each neighbouring event's pairs with them score in all.

    `nearest` is the nearest group found last, and stays so as long as that group is not part of another: joining two
    groups brings neither nearer to any third. None: there is none.
    """

    members: tuple[Name, ...]
    documents: frozenset[str]
    excess: dict[Name, float]
    nearest: _Group | Literal["unknown"] | None = "unknown"

    @property
    def first(self) -> Name:
        """Give the event that names the group."""
        return self.members[0]


class Neighbourhood:
    """Groups around some events, joined as far as was needed so far."""

    def __init__(self, scores: Scores, present: Present, constraints: Constraints, bar: float) -> None:
        """Ask `scores` for the pairs in which some events are, and `present` which of some events there are."""
        self._scores, self._present = scores, present
        self._needed = excess_of(bar)
        self._out = constraints.out
        self._bound = {_name(event): held for held in constraints.together for event in held}
        self._apart: defaultdict[Name, set[Name]] = defaultdict(set)
        for one, two in constraints.apart:
            self._apart[_name(one)].add(_name(two))
            self._apart[_name(two)].add(_name(one))
        self._not_told_apart: defaultdict[Name, set[Name]] = defaultdict(set)  # by the document that tells both
        self._home: dict[Name, _Group] = {}

    def group_of(self, event: EventRef) -> tuple[EventRef, ...]:
        """Give the events of the group that an event is in, in order."""
        chain: list[_Group] = []
        while True:
            top = chain[-1] if chain else self._group(_name(event))
            nearest = self._nearest(top)
            if nearest is None:  # whoever is further down the chain would be near, so this is where it began
                return tuple(EventRef(*member) for member in top.members)
            if len(chain) > 1 and nearest is chain[-2]:
                self._join(top, nearest)
                del chain[-2:]
            else:
                chain += [nearest] if chain else [top, nearest]

    def _group(self, name: Name) -> _Group:
        if name not in self._home:
            bound = self._bound.get(name)
            events = sorted(set(self._present(bound)) - self._out) if bound else [EventRef(*name)]
            members = tuple(_name(event) for event in events)
            excess: defaultdict[Name, float] = defaultdict(float)
            for pair, score in self._scores(events).items():
                one, two = _name(pair[0]), _name(pair[1])
                for ours, theirs, event in ((one, two, pair[1]), (two, one, pair[0])):
                    if ours[0] == theirs[0]:
                        self._not_told_apart[ours].add(theirs)
                    if ours in members and theirs not in members and event not in self._out:
                        excess[theirs] += excess_of(score)
            group = _Group(members, frozenset(document for document, _ in members), excess)
            self._home.update(dict.fromkeys(members, group))
        return self._home[name]

    def _nearest(self, group: _Group) -> _Group | None:
        """Give the nearest group that this one may join; of equals the first; None where none is near enough."""
        known = group.nearest
        if known == "unknown" or (known is not None and self._home[known.first] is not known):
            known = group.nearest = self._find_nearest(group)
        return known

    def _find_nearest(self, group: _Group) -> _Group | None:
        sums: defaultdict[Name, float] = defaultdict(float)
        sizes: dict[Name, int] = {}
        for name, excess in group.excess.items():
            members = self._known(name)
            sums[members[0]] += excess
            sizes[members[0]] = len(members)
        best: tuple[float, Name, Name] | None = None
        for first, excess in sums.items():
            mean = excess / (float(len(group.members)) * sizes[first])
            if mean > self._needed and (best is None or mean >= -best[0]) and self._may_join(group, first):
                rank = (-mean, min(group.first, first), max(group.first, first))
                best = rank if best is None else min(best, rank)
        if best is None:
            return None
        return self._group(best[2] if best[1] == group.first else best[1])

    def _known(self, name: Name) -> tuple[Name, ...]:
        """Give the members of an event's group; one that nobody has looked at yet is alone, if nothing binds it."""
        if name in self._home:
            return self._home[name].members
        return self._group(name).members if name in self._bound else (name,)

    def _may_join(self, group: _Group, first: Name) -> bool:
        members = self._known(first)
        for document, event in members:
            if document in group.documents:
                told = {own for own in group.members if own[0] == document}
                if not told <= self._not_told_apart[document, event]:
                    return False
        return not any(self._apart[member] & set(group.members) for member in members if member in self._apart)

    def _join(self, one: _Group, two: _Group) -> None:
        excess = defaultdict(float, one.excess)
        for name, more in two.excess.items():
            excess[name] += more
        members = tuple(sorted((*one.members, *two.members)))
        for member in members:
            excess.pop(member, None)
        joined = _Group(members, one.documents | two.documents, excess)
        self._home.update(dict.fromkeys(members, joined))


def _name(event: EventRef) -> Name:
    return event.document_id, event.event_id


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
