"""A case's incidents brought up to date: what is new since is compared with its neighbours, and nothing else.

All of it happens within one transaction of the case file. Where much is new, or the way of merging is another one,
everything is worked out anew, which comes to the same and is faster then.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vedette.incidents import forward
from vedette.incidents.blocking import MOST, keys_of
from vedette.incidents.clustering import Constraints, cluster_events
from vedette.incidents.growing import Regrouped, group_around, regroup
from vedette.incidents.index import Line, line_of
from vedette.incidents.judging import Weights, load_weights, score_pairs
from vedette.incidents.method import merging_method
from vedette.incidents.naming import name_group
from vedette.incidents.replay import constraints_of
from vedette.incidents.sketch import Sketch, sketch_account
from vedette.incidents.sketch_text import sketch_from_text, sketch_to_text
from vedette.records import EventRef

if TYPE_CHECKING:
    from vedette.storage import CaseFile
    from vedette.storage.merging import Kept, MergingStore, Waiting

FEW = 30  # documents that are faster merged one by one, in a case of any size
SHARE = 10  # more than one document in so many: faster all at once
_ROWS = 20_000  # put in at once

Members = Mapping[str, Sequence[EventRef]]
Key = tuple[EventRef, EventRef]


@dataclass(frozen=True, slots=True)
class Update:
    """The incidents that were worked out anew, by id, with their events before and now."""

    before: Members
    after: Members
    whole: bool  # everything was worked out anew, since much was new or the way of merging is another one


def update_incidents(case: CaseFile, weights: Weights | None = None) -> Update | None:
    """Have regard to all documents and judgements that came since; None where there are none."""
    weights = weights or load_weights()
    method = merging_method()
    if case.is_merged(method):
        return None
    with case.merging() as store:
        waiting = store.waiting()
        judgements = store.judgements()
        last = max((judgement.number for judgement in judgements), default=0)
        if waiting.is_done(method, last):  # another process was faster
            return None
        after = constraints_of(judgements)
        if waiting.method != method or _is_much(waiting):
            fresh = store.document_ids()
            update = _merge_everything(store, fresh, after, weights)
        else:
            fresh = waiting.fresh
            before = constraints_of(one for one in judgements if one.number <= waiting.judgement)
            update = _merge_new(store, waiting, before, after, weights)
        store.finish(method, last, fresh, waiting.stale)
    return update


def group_without_people(case: CaseFile, events: Iterable[EventRef]) -> tuple[tuple[EventRef, ...], ...]:
    """Group the neighbourhood of some events as the program would if no person had judged anything."""
    with case.merged() as store:
        rules = constraints_of(judgement for judgement in store.judgements() if not judgement.human)
        return group_around(_CaseIndex(store), sorted(events), rules, load_weights().bar).groups


def _is_much(waiting: Waiting) -> bool:
    return len(waiting.fresh) + len(waiting.stale) > max(FEW, waiting.merged // SHARE)


def _merge_everything(store: MergingStore, document_ids: Sequence[str], fixed: Constraints, weights: Weights) -> Update:
    before = store.members()
    sketches = [sketch for account in store.accounts(document_ids) for sketch in sketch_account(account)]
    scores = score_pairs(sketches, weights)
    groups = cluster_events([sketch.ref for sketch in sketches], scores, weights.bar, fixed)
    after = _named(groups, sketches)
    store.clear()
    for start in range(0, len(sketches), _ROWS):
        store.put(_kept(sketch) for sketch in sketches[start : start + _ROWS])
    pairs = list(scores.items())
    for start in range(0, len(pairs), _ROWS):
        store.add_scores(dict(pairs[start : start + _ROWS]))
    gone = {event for events in before.values() for event in events}
    store.keep_incidents(gone, after, forward(before, after))
    return Update(before, after, whole=True)


def _merge_new(
    store: MergingStore, waiting: Waiting, before: Constraints, after: Constraints, weights: Weights
) -> Update:
    gone = store.events_of(waiting.stale)
    new = [sketch for account in store.accounts(waiting.fresh) for sketch in sketch_account(account)]
    index = _CaseIndex(store)
    regrouped = regroup(index, gone, new, before, after, weights, _Homes(store).of)
    touched = {*regrouped.events, *gone, *(sketch.ref for sketch in new)}
    old = store.members(touched)
    groups = _named(regrouped.groups, index.sketches(regrouped.events).values())
    now = _with_neighbours(old, regrouped, groups)
    store.keep_incidents(touched, groups, forward(old, now))
    return Update(old, now, whole=False)


def _with_neighbours(old: Members, regrouped: Regrouped, groups: Members) -> dict[str, Sequence[EventRef]]:
    """Give the incidents around the change as they are now, those with documents in common among them."""
    kept = {name: events for name, events in old.items() if regrouped.events.isdisjoint(events)}
    return {**kept, **groups}


def _named(groups: Iterable[Sequence[EventRef]], sketches: Iterable[Sketch]) -> dict[str, Sequence[EventRef]]:
    published = {sketch.ref: sketch.published for sketch in sketches}
    return {name_group((event, published[event]) for event in group): group for group in groups}


def _kept(sketch: Sketch) -> Kept:
    return sketch.ref, sketch_to_text(sketch), sorted(keys_of(sketch)), _line_to_bytes(line_of(sketch))


def _line_to_bytes(line: Line) -> bytes:
    """Write a place in a block so that the order of the bytes is that of the places."""
    first, last, ref = line
    return "\0".join((first.isoformat(), last.isoformat(), ref.document_id, ref.event_id)).encode()


def _line_from_bytes(place: bytes) -> Line:
    first, last, document_id, event_id = place.decode().split("\0")
    return dt.date.fromisoformat(first), dt.date.fromisoformat(last), EventRef(document_id, event_id)


class _Homes:
    """Which events were in one incident when the case was last merged."""

    def __init__(self, store: MergingStore) -> None:
        self._store = store
        self._known: dict[EventRef, Sequence[EventRef]] = {}

    def of(self, event: EventRef) -> Sequence[EventRef]:
        """Give the events of an event's incident; none where it was in none."""
        if event not in self._known:
            found = self._store.members([event]).values()
            self._known.update({member: members for members in found for member in members})
        return self._known.setdefault(event, ())


class _CaseIndex:
    """The case file as an `incidents.index.EventIndex`."""

    def __init__(self, store: MergingStore) -> None:
        self._store = store
        self._sketches: dict[EventRef, Sketch] = {}

    def put(self, sketch: Sketch) -> None:
        self._store.put([_kept(sketch)])
        self._sketches[sketch.ref] = sketch

    def drop(self, ref: EventRef) -> None:
        self._store.drop(ref)
        self._sketches.pop(ref, None)

    def sketches(self, refs: Iterable[EventRef]) -> dict[EventRef, Sketch]:
        wanted = list(refs)
        missing = [ref for ref in wanted if ref not in self._sketches]
        if missing:
            found = self._store.sketches(missing)
            self._sketches.update({ref: sketch_from_text(text) for ref, text in found.items()})
        return {ref: self._sketches[ref] for ref in wanted if ref in self._sketches}

    def before(self, key: str, line: Line) -> list[Line]:
        return [_line_from_bytes(place) for place in self._store.before(key, _line_to_bytes(line), MOST)]

    def after(self, key: str, line: Line) -> list[Line]:
        return [_line_from_bytes(place) for place in self._store.after(key, _line_to_bytes(line), MOST)]

    def scores_of(self, refs: Iterable[EventRef]) -> dict[Key, float]:
        return self._store.scores_of(refs)

    def keep_scores(self, scores: Mapping[Key, float]) -> None:
        self._store.keep_scores(scores)

    def drop_scores(self, keys: Iterable[Key]) -> None:
        self._store.drop_scores(keys)
