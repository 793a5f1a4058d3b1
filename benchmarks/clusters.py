"""How well one grouping of things matches another: MUC, B³, CEAF-e, their mean (CoNLL F1), and pairs.

Definitions: Vilain et al. 1995 (MUC), Bagga and Baldwin 1998 (B³), Luo 2005 (CEAF with φ4), Pradhan et al. 2012 (the
mean of the three). Both groupings hold the same things. All in percent.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from itertools import combinations
from typing import Any

from benchmarks.scoring import best_assignment, percent

Groups = list[frozenset[Hashable]]


def groups_of(labels: Mapping[Any, Hashable]) -> Groups:
    """Give the groups of things that have one label."""
    found: dict[Hashable, set[Hashable]] = {}
    for thing, label in labels.items():
        found.setdefault(label, set()).add(thing)
    return [frozenset(group) for group in found.values()]


def score_clusters(key: Groups, response: Groups) -> dict[str, Any]:
    """Give every figure of a response against the key."""
    muc, cubed, ceaf = _muc(key, response), _b_cubed(key, response), _ceaf_e(key, response)
    pairs = _pairs(key, response)
    return {
        "conll": {"f1": round((muc["f1"] + cubed["f1"] + ceaf["f1"]) / 3, 1)},
        "muc": muc,
        "b3": cubed,
        "ceaf_e": ceaf,
        "pairwise": pairs,
    }


def _f1(precision: float, recall: float) -> dict[str, float]:
    both = precision + recall
    return {
        "f1": percent(2 * precision * recall, both) if both else 0.0,
        "precision": percent(precision, 1),
        "recall": percent(recall, 1),
    }


def _muc(key: Groups, response: Groups) -> dict[str, float]:
    return _f1(_links_kept(response, key), _links_kept(key, response))


def _links_kept(wanted: Groups, given: Groups) -> float:
    where = {thing: place for place, group in enumerate(given) for thing in group}
    kept = sum(len(group) - len({where[thing] for thing in group}) for group in wanted)
    links = sum(len(group) - 1 for group in wanted)
    return kept / links if links else 0.0


def _b_cubed(key: Groups, response: Groups) -> dict[str, float]:
    things = sum(map(len, key))
    shares = [(len(one & two) ** 2, one, two) for one in key for two in response if one & two]
    precision = sum(square / len(two) for square, _, two in shares) / things if things else 0.0
    recall = sum(square / len(one) for square, one, _ in shares) / things if things else 0.0
    return _f1(precision, recall)


def _ceaf_e(key: Groups, response: Groups) -> dict[str, float]:
    best = 0.0
    for ours, theirs in _parts(key, response):
        best += best_assignment([[2 * len(one & two) / (len(one) + len(two)) for two in theirs] for one in ours])
    return _f1(best / len(response) if response else 0.0, best / len(key) if key else 0.0)


def _parts(key: Groups, response: Groups) -> Iterable[tuple[Groups, Groups]]:
    """Split both into parts that share no thing with one another: the best match of each part can be found alone."""
    ours = {thing: place for place, group in enumerate(key) for thing in group}
    theirs = {thing: place for place, group in enumerate(response) for thing in group}
    done: set[int] = set()
    for start in range(len(key)):
        if start in done:
            continue
        mine, other, left = {start}, set[int](), [start]
        while left:
            for reached in {theirs[thing] for thing in key[left.pop()]} - other:
                other.add(reached)
                new = {ours[thing] for thing in response[reached]} - mine
                mine |= new
                left += sorted(new)
        done |= mine
        yield [key[place] for place in sorted(mine)], [response[place] for place in sorted(other)]


def _pairs(key: Groups, response: Groups) -> dict[str, float]:
    wanted, given = _all_pairs(key), _all_pairs(response)
    right = len(wanted & given)
    return {
        "f1": percent(2 * right, len(wanted) + len(given)),
        "precision": percent(right, len(given)),
        "recall": percent(right, len(wanted)),
    }


def _all_pairs(groups: Iterable[frozenset[Hashable]]) -> set[frozenset[Hashable]]:
    return {frozenset(pair) for group in groups for pair in combinations(group, 2)}
