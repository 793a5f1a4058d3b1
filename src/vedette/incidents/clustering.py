"""Events joined to incidents: average linkage, so that no chain of weak links joins two happenings.

Two events of one document meet only where they were scored, since the document itself tells all others apart; nor do
events that a judgement holds apart. Judged links come first and are not weighed. The outcome depends on the scores
and the names of the events alone, never on the order in which they came, and one connected part of the graph never
touches another.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from vedette.incidents.columns import Bools, Floats, Ints, Longs
from vedette.records import EventRef

# Log-odds of a pair that shares nothing: rather apart, but not beyond doubt. No pair counts for less, so that those
# two in three that score lower need not be kept.
NEVER_COMPARED = -4.0
_UNITS = 1e6  # of a log-odds: whole numbers add up to the same in any order

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


def excess_of(score: float) -> float:
    """Give how far a score lies above that of a pair which was never compared, as a whole number of units."""
    return max(0.0, float(round((score - NEVER_COMPARED) * _UNITS)))


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
    """Give the first row of each row's group; `documents` tells which rows are of one document.

    In each round every two groups are joined that are each other's nearest: with average linkage that gives the groups
    that joining the nearest two of all again and again would give (Bruynooghe 1977), in few passes over the pairs.
    What may not be joined is infinitely far apart, and so is then any group that holds it.
    """
    rows = len(documents)
    groups = np.arange(rows)
    for bound in links.together:
        groups[list(bound)] = min(bound)
    sizes = np.bincount(groups, minlength=rows)
    pairs = _aggregate(groups, _all_pairs(documents, links))
    while True:
        means = pairs.excess / (sizes[pairs.ones].astype(np.float64) * sizes[pairs.twos])
        near = means > excess_of(bar)
        # Who is near nobody never will be: an average of what lies below the bar lies below it.
        open_ = np.zeros(rows, np.bool_)
        open_[pairs.ones[near]] = open_[pairs.twos[near]] = True
        kept = open_[pairs.ones] & open_[pairs.twos]
        pairs, means, near = pairs.only(kept), means[kept], near[kept]
        if not len(means):
            return groups
        into = _join_nearest(rows, pairs, means, near)
        groups = into[groups]
        sizes = np.bincount(groups, minlength=rows)
        pairs = _aggregate(into, pairs)


@dataclass(frozen=True, slots=True)
class _Pairs:
    """Pairs of groups, each named by its first row.

    Of the scores only the excess is kept, the sum of what compared pairs score above `NEVER_COMPARED`, so that the work
    grows with the pairs compared and not with the square of the events.
    """

    ones: Longs
    twos: Longs
    excess: Floats

    def only(self, kept: Bools) -> _Pairs:
        return _Pairs(self.ones[kept], self.twos[kept], self.excess[kept])


def _all_pairs(documents: Ints, links: Links) -> _Pairs:
    """Give the scored pairs and, infinitely far apart, those that may not be joined."""
    never = np.concatenate([np.array(links.apart, np.int64).reshape(-1, 2), _never_scored(documents, links)])
    excess = np.maximum(0.0, np.rint((links.scores - NEVER_COMPARED) * _UNITS))
    return _Pairs(
        np.concatenate([links.ones, never[:, 0]]),
        np.concatenate([links.twos, never[:, 1]]),
        np.concatenate([excess, np.full(len(never), -np.inf)]),
    )


def _never_scored(documents: Ints, links: Links) -> Longs:
    """Give the pairs of rows (pairs, 2) that are of one document and were not scored."""
    order = np.argsort(documents, kind="stable")
    found = [np.zeros((0, 2), np.int64)]
    for step in range(1, int(np.bincount(documents).max(initial=1))):
        same = documents[order[:-step]] == documents[order[step:]]
        found.append(np.stack([order[:-step][same], order[step:][same]], axis=1))
    pairs = np.concatenate(found)
    within = documents[links.ones] == documents[links.twos]
    scored = links.ones[within].astype(np.int64) * len(documents) + links.twos[within]
    return pairs[~np.isin(pairs[:, 0] * len(documents) + pairs[:, 1], scored)]


def _aggregate(into: Longs, pairs: _Pairs) -> _Pairs:
    """Add up the pairs between the same two groups, in order of the groups."""
    ones, twos = into[pairs.ones], into[pairs.twos]
    keys = np.minimum(ones, twos) * len(into) + np.maximum(ones, twos)
    order = np.argsort(keys, kind="stable")
    order = order[ones[order] != twos[order]]
    keys = keys[order]
    begins = np.flatnonzero(np.r_[True, keys[1:] != keys[:-1]]) if len(keys) else np.zeros(0, np.int64)
    excess = np.add.reduceat(pairs.excess[order], begins) if len(keys) else np.zeros(0)
    ones, twos = np.divmod(keys[begins], max(1, len(into)))
    return _Pairs(ones, twos, excess)


def _join_nearest(rows: int, pairs: _Pairs, means: Floats, near: Bools) -> Longs:
    """Say for each row which group it is in once all that are each other's nearest are joined; of equals the first."""
    places = np.flatnonzero(near)
    places = places[np.argsort(-means[places], kind="stable")]
    ones, twos, rank = pairs.ones[places], pairs.twos[places], np.arange(len(places))
    nearest = np.full(rows, len(places))
    np.minimum.at(nearest, ones, rank)
    np.minimum.at(nearest, twos, rank)
    mutual = (nearest[ones] == rank) & (nearest[twos] == rank)
    into = np.arange(rows)
    into[twos[mutual]] = ones[mutual]
    return into
