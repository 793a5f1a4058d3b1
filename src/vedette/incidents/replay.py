"""Judgements replayed: what they fix, whatever the program works out by itself.

The list is append-only and is replayed as a whole, so that undoing one judgement leaves no trace of it and touches no
other. Of two that contradict each other the later holds; a person's stands above any rule's, whenever it was made.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations, product

from vedette.incidents.clustering import Constraints, Key, pair_key
from vedette.records import EventRef, Judgement, JudgementKind

_JOINING = (JudgementKind.SAME, JudgementKind.SPLIT)
_PARTING = (JudgementKind.NOT_SAME, JudgementKind.SPLIT)
_ON_INCIDENTS = (JudgementKind.ACCEPT, JudgementKind.REJECT, JudgementKind.CORRECT)


def find_standing(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Give the judgements that have not been undone, UNDO itself left out, in order; an UNDO can be undone too."""
    ordered = sorted(judgements, key=lambda judgement: judgement.number)
    undone: set[int] = set()
    for judgement in reversed(ordered):
        if judgement.kind is JudgementKind.UNDO and judgement.number not in undone and judgement.undoes is not None:
            undone.add(judgement.undoes)
    return tuple(one for one in ordered if one.number not in undone and one.kind is not JudgementKind.UNDO)


def constraints_of(judgements: Iterable[Judgement]) -> Constraints:
    """Work out which events are held together and which apart."""
    held = _Held()
    standing = find_standing(judgements)
    for judgement in sorted(standing, key=lambda judgement: (judgement.human, judgement.number), reverse=True):
        held.add(judgement)
    return held.constraints()


def on_incident(judgements: Iterable[Judgement], events: Iterable[EventRef]) -> tuple[Judgement, ...]:
    """Give the standing judgements on an incident as a whole, by the first event that each speaks of, in order."""
    members = frozenset(events)
    return tuple(
        judgement
        for judgement in find_standing(judgements)
        if judgement.kind in _ON_INCIDENTS and judgement.groups and judgement.groups[0][0] in members
    )


class _Held:
    """Groups held together and pairs held apart, the weightiest judgement first: what it says is not overruled."""

    def __init__(self) -> None:
        self._root: dict[EventRef, EventRef] = {}
        self._enemies: dict[EventRef, set[EventRef]] = {}
        self._apart: set[Key] = set()

    def add(self, judgement: Judgement) -> None:
        groups = judgement.groups
        if judgement.kind in _JOINING:
            joined = [tuple(event for group in groups for event in group)] if _is_same(judgement) else groups
            for group in joined:
                self._hold_together(group)
        if judgement.kind in _PARTING:
            for one, two in combinations(groups, 2):
                for first, second in product(one, two):
                    self._hold_apart(first, second)

    def constraints(self) -> Constraints:
        groups: dict[EventRef, list[EventRef]] = {}
        for event in sorted(self._root):
            groups.setdefault(self._find(event), []).append(event)
        together = tuple(tuple(group) for group in groups.values() if len(group) > 1)
        return Constraints(together, frozenset(self._apart))

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


def _is_same(judgement: Judgement) -> bool:
    return judgement.kind is JudgementKind.SAME
