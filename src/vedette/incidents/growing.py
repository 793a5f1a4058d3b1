"""One report more, or one judgement: only its neighbourhood is compared and grouped anew.

The outcome is the same as merging everything at once, pair by pair and group by group: an event only ever changes which
pairs of its own blocks are compared, and a changed pair or judgement only the groups that its events are in or were in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from vedette.incidents.blocking import MOST, keys_of, may_be_one
from vedette.incidents.clustering import Constraints, Key, pair_key
from vedette.incidents.index import EventIndex, Line, line_of
from vedette.incidents.judging import Weights, score_given
from vedette.incidents.nearest import Neighbourhood, find_groups
from vedette.incidents.sketch import Sketch
from vedette.records import EventRef

Before = Callable[[EventRef], Iterable[EventRef]]  # the events that were in one group with an event, as last known


@dataclass(frozen=True, slots=True)
class Regrouped:
    """The events whose groups were worked out anew, those that are gone among them, and their groups now."""

    events: frozenset[EventRef]
    groups: tuple[tuple[EventRef, ...], ...]


def regroup(
    index: EventIndex,
    gone: Iterable[EventRef],
    new: Iterable[Sketch],
    before: Constraints,
    after: Constraints,
    weights: Weights,
    home: Before,
) -> Regrouped:
    """Take events out of the index and others in, and group anew what that or a change of judgements touches.

    `home` gives the events that were in one group with an event before, itself among them.
    """
    taken = tuple(gone)
    touched: set[EventRef] = set(taken)
    for ref in taken:
        touched |= remove_event(index, ref, weights)
    for sketch in new:
        touched |= add_event(index, sketch, weights, home)
    touched |= _touched_by_judgements(before, after)
    in_one = [*before.together, *after.together]
    # Whoever was held together with an event that is gone or rejected is now held together with fewer.
    touched |= {event for group in in_one if not touched.isdisjoint(group) for event in group}
    changed = before.out ^ after.out
    touched |= {event for key in index.scores_of(sorted(changed)) for event in key}
    touched |= {event for ref in taken for event in home(ref)}
    found = group_around(index, touched, after, weights.bar, home)
    return Regrouped(found.events | touched, found.groups)


def add_event(index: EventIndex, sketch: Sketch, weights: Weights, home: Before) -> set[EventRef]:
    """Take an event in, compare it with its neighbours, and give the events whose groups may be others now."""
    index.put(sketch)
    line, near, edge = line_of(sketch), set[EventRef](), set[Key]()
    for key in sorted(keys_of(sketch)):
        earlier, later = index.before(key, line), index.after(key, line)
        near |= {other[2] for other in chain(earlier, later) if _meet(line, other)}
        edge |= _at_the_edge(earlier, later)
    others = index.sketches(sorted(near))
    _score(index, ((sketch, other) for other in others.values()), weights)
    # Pairs that the new event pushes one place further apart are compared no more, unless by another key.
    known = index.scores_of({one for one, _ in edge})
    lost = sorted(pair for pair in edge & known.keys() if not _is_candidate(index, pair))
    index.drop_scores(lost)
    # Two that were in different groups and are further apart now stay so: whatever was nearer still is.
    changed = (pair for pair in lost if pair[1] in home(pair[0]))
    return {sketch.ref, *chain.from_iterable(changed)}


def remove_event(index: EventIndex, ref: EventRef, weights: Weights) -> set[EventRef]:
    """Take an event out, compare whom it stood between, and give the events whose groups may be others now."""
    sketch = index.sketches([ref])[ref]
    index.drop(ref)
    line, edge = line_of(sketch), set[Key]()
    for key in sorted(keys_of(sketch)):
        edge |= _at_the_edge(index.before(key, line), index.after(key, line))
    closer = sorted(edge - index.scores_of({one for one, _ in edge}).keys())
    sketches = index.sketches(sorted({event for pair in closer for event in pair}))
    found = _score(index, ((sketches[one], sketches[two]) for one, two in closer), weights)
    return set(chain.from_iterable(found))


def _meet(one: Line, two: Line) -> bool:
    return one[0] <= two[1] and two[0] <= one[1]


def _at_the_edge(earlier: Sequence[Line], later: Sequence[Line]) -> set[Key]:
    """Give the pairs around a place in a block that are still compared without an event there, but not with one."""
    return {
        pair_key(one[2], later[MOST - steps][2])
        for steps, one in enumerate(earlier, start=1)
        if MOST - steps < len(later) and _meet(one, later[MOST - steps])
    }


def _is_candidate(index: EventIndex, pair: Key) -> bool:
    """Tell whether a pair is near enough in one of the blocks that both are in."""
    sketches = index.sketches(pair)
    one, two = sorted(sketches.values(), key=line_of)
    shared = sorted(set(keys_of(one)) & set(keys_of(two)))
    return any(line_of(two) in index.after(key, line_of(one)) for key in shared)


def _score(index: EventIndex, pairs: Iterable[tuple[Sketch, Sketch]], weights: Weights) -> Iterable[Key]:
    """Compare pairs, keep their scores, and give those that score so much that they were kept."""
    ordered = [(one, two) if one.ref < two.ref else (two, one) for one, two in pairs if may_be_one(one, two)]
    scores = score_given(ordered, weights)
    index.keep_scores(scores)
    return scores.keys()


def _touched_by_judgements(before: Constraints, after: Constraints) -> set[EventRef]:
    changed = {*before.together} ^ {*after.together}
    return {event for group in (*changed, *(before.apart ^ after.apart)) for event in group} | (before.out ^ after.out)


def group_around(
    index: EventIndex, seeds: Iterable[EventRef], constraints: Constraints, bar: float, before: Before = lambda _: ()
) -> Regrouped:
    """Group some events anew, and whoever is or was in one group with them; `before` gives who was.

    Nothing else has to change: see `nearest.find_groups`.
    """

    def present(events: Iterable[EventRef]) -> set[EventRef]:
        return set(index.sketches(sorted(events)))

    here = present(seeds) - constraints.out
    neighbourhood = Neighbourhood(index.scores_of, present, constraints, bar)
    groups = find_groups(here, neighbourhood, lambda event: present(before(event)) - constraints.out)
    return Regrouped(frozenset(event for group in groups for event in group), groups)
