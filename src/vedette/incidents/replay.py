"""Judgements replayed: what they fix, whatever the program works out by itself.

The list is append-only and is replayed as a whole, so that undoing one judgement leaves no trace of it and touches no
other. Of two that contradict each other the later holds; a person's stands above any rule's, whenever it was made.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, combinations, product

from vedette.incidents.clustering import Constraints, Key, pair_key
from vedette.records import EventRef, Judgement, JudgementKind
from vedette.records.judgement import find_undone

# Whoever accepts an incident says that its reports are one: no new version takes them apart.
_JOINING = (JudgementKind.SAME, JudgementKind.SPLIT, JudgementKind.ACCEPT)
_PARTING = (JudgementKind.NOT_SAME, JudgementKind.SPLIT)
_ON_INCIDENTS = (JudgementKind.ACCEPT, JudgementKind.REJECT, JudgementKind.CORRECT)


def is_join(judgement: Judgement) -> bool:
    """Tell whether a judgement holds events together."""
    return judgement.kind in _JOINING and not judgement.of_event


def find_standing(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Give the judgements that have not been undone, UNDO itself left out, in order; an UNDO can be undone too."""
    ordered = sorted(judgements, key=lambda judgement: judgement.number)
    undone = find_undone(ordered)
    return tuple(one for one in ordered if one.number not in undone and one.kind is not JudgementKind.UNDO)


def constraints_of(judgements: Iterable[Judgement]) -> Constraints:
    """Work out which events are held together, which apart, and which are none."""
    held = _Held()
    standing = by_weight(find_standing(judgements))
    for judgement in reversed(standing):
        held.add(judgement)
    together, apart = held.fixed()
    return Constraints(together, apart, _events_judged(standing, JudgementKind.REJECT))


def accepted_events(judgements: Iterable[Judgement]) -> frozenset[EventRef]:
    """Give the events that were accepted one by one and not rejected since."""
    return _events_judged(by_weight(find_standing(judgements)), JudgementKind.ACCEPT)


def by_weight(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Put judgements in order, the one that overrules the others last: a person's after any rule's, then the later."""
    return sorted(judgements, key=lambda judgement: (judgement.human, judgement.number))


def _events_judged(standing: Sequence[Judgement], kind: JudgementKind) -> frozenset[EventRef]:
    last = {
        event: judgement.kind
        for judgement in standing
        if judgement.of_event and judgement.kind in (JudgementKind.ACCEPT, JudgementKind.REJECT)
        for group in judgement.groups
        for event in group
    }
    return frozenset(event for event, found in last.items() if found is kind)


def by_first_event(judgements: Iterable[Judgement]) -> dict[EventRef, list[Judgement]]:
    """Give the standing judgements on incidents as a whole, the weightiest last.

    Each goes with the first event that it speaks of, after which the incident was named when it was made.
    """
    found: dict[EventRef, list[Judgement]] = {}
    for judgement in by_weight(find_standing(judgements)):
        if judgement.kind in _ON_INCIDENTS and not judgement.of_event and judgement.groups:
            found.setdefault(judgement.groups[0][0], []).append(judgement)
    return found


class _Held:
    """Groups held together and pairs held apart, the weightiest judgement first: what it says is not overruled."""

    def __init__(self) -> None:
        self._root: dict[EventRef, EventRef] = {}
        self._enemies: dict[EventRef, set[EventRef]] = {}
        self._apart: set[Key] = set()

    def add(self, judgement: Judgement) -> None:
        groups = judgement.groups
        if is_join(judgement):
            joined = groups if judgement.kind is JudgementKind.SPLIT else [tuple(chain.from_iterable(groups))]
            for group in joined:
                self._hold_together(group)
        if judgement.kind in _PARTING:
            for one, two in combinations(groups, 2):
                for first, second in product(one, two):
                    self._hold_apart(first, second)

    def fixed(self) -> tuple[tuple[tuple[EventRef, ...], ...], frozenset[Key]]:
        groups: dict[EventRef, list[EventRef]] = {}
        for event in sorted(self._root):
            groups.setdefault(self._find(event), []).append(event)
        together = tuple(tuple(group) for group in groups.values() if len(group) > 1)
        return together, frozenset(self._apart)

    def _find(self, event: EventRef) -> EventRef:
        self._root.setdefault(event, event)
        while self._root[event] != event:
            self._root[event] = self._root[self._root[event]]
            event = self._root[event]
        return event

    def _hold_together(self, group: Sequence[EventRef]) -> None:
        """Join each event to the first it may be joined to: where a later judgement parts some, the others stay."""
        for place, event in enumerate(group):
            for earlier in group[:place]:
                one, two = self._find(earlier), self._find(event)
                if one == two:
                    break
                if two not in self._enemies.get(one, set()):
                    self._union(one, two)
                    break

    def _union(self, one: EventRef, two: EventRef) -> None:
        kept, gone = min(one, two), max(one, two)
        self._root[gone] = kept
        enemies = self._enemies.pop(gone, set())
        for enemy in enemies:
            self._enemies[enemy].discard(gone)
            self._enemies[enemy].add(kept)
        self._enemies.setdefault(kept, set()).update(enemies)

    def _hold_apart(self, one: EventRef, two: EventRef) -> None:
        first, second = self._find(one), self._find(two)
        if first != second:
            self._enemies.setdefault(first, set()).add(second)
            self._enemies.setdefault(second, set()).add(first)
            self._apart.add(pair_key(one, two))
