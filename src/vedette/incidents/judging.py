"""How surely two events are one happening: weighed evidence, and what each piece of it weighed.

The weights are log-odds from a logistic regression on the reports' clusters (``python -m training.incidents``); why
this and not Splink is told in ``docs/decisions/0048-weighed-evidence-joins-reports.md``.
"""

from __future__ import annotations

import functools
import json
import math
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib import resources

import numpy as np

from vedette.incidents.blocking import find_pairs, pack
from vedette.incidents.clustering import NEVER_COMPARED, Key, pair_key
from vedette.incidents.columns import Floats, Ints, Table
from vedette.incidents.comparing import Evidence, Levels, compare, compare_pairs
from vedette.incidents.sketch import Sketch

_AT_ONCE = 1 << 17  # pairs that are compared at once


@dataclass(frozen=True, slots=True)
class Weights:
    """Log-odds: one weight a piece of evidence, and the odds before any; `bar` is what a merge needs on average."""

    weights: Mapping[str, float]
    intercept: float
    bar: float

    def score(self, evidence: Evidence) -> float:
        """Give the log-odds that a pair with this evidence is one happening."""
        return self.intercept + sum(self.weights.get(name, 0.0) * value for name, value in evidence.items())

    def score_many(self, levels: Levels) -> Floats:
        """Give the log-odds of many pairs, in the order of their levels."""
        scores = np.full(len(next(iter(levels.values()))), self.intercept)
        for name, values in levels.items():
            if weight := self.weights.get(name, 0.0):
                scores += weight * values
        return scores


@dataclass(frozen=True, slots=True)
class Reason:
    """One step from the odds before any evidence to the verdict: the evidence, how much of it, what it weighed."""

    name: str
    value: float
    weight: float


@functools.cache
def load_weights() -> Weights:
    """Load the weights that ship with the package."""
    stored = json.loads((resources.files("vedette.incidents") / "weights.json").read_text(encoding="utf-8"))
    return Weights(stored["weights"], stored["intercept"], stored["bar"])


def explain_pair(a: Sketch, b: Sketch, weights: Weights) -> tuple[Reason, ...]:
    """Give the steps of a verdict, the heaviest first, after the odds before any evidence; they add up to the score."""
    steps = [Reason(name, value, weights.weights.get(name, 0.0) * value) for name, value in compare(a, b).items()]
    steps.sort(key=lambda reason: (-abs(reason.weight), reason.name))
    return (Reason("before-any-evidence", 1.0, weights.intercept), *steps)


def probability(log_odds: float) -> float:
    """Turn log-odds into a probability."""
    return 1 / (1 + math.exp(-log_odds)) if log_odds > -700 else 0.0


def score_pairs(sketches: Sequence[Sketch], weights: Weights) -> dict[Key, float]:
    """Score the pairs of events worth comparing, as `score_given` does."""
    table = pack(sketches)
    scores: dict[Key, float] = {}
    for ones, twos, found in score_table(table, weights):
        for one, two, score in zip(ones.tolist(), twos.tolist(), found.tolist(), strict=True):
            scores[pair_key(table.refs[one], table.refs[two])] = score
    return scores


def score_given(pairs: Sequence[tuple[Sketch, Sketch]], weights: Weights) -> dict[Key, float]:
    """Score these pairs of events; keys have the lower event first. Those that score next to nothing are left out."""
    sketches = {sketch.ref: sketch for pair in pairs for sketch in pair}
    places = {ref: place for place, ref in enumerate(sketches)}
    table = pack(sketches.values())
    ones, twos = (np.array([places[pair[side].ref] for pair in pairs], np.int32) for side in (0, 1))
    return {
        pair_key(one.ref, two.ref): score
        for (one, two), score in zip(pairs, _score(table, weights, ones, twos).tolist(), strict=True)
        if score > NEVER_COMPARED
    }


def score_table(table: Table, weights: Weights, workers: int = 1) -> Iterator[tuple[Ints, Ints, Floats]]:
    """Score the pairs of rows worth comparing, a bounded number at once, in threads: numpy works outside the lock.

    Pairs that score next to nothing are left out. The outcome and its order do not depend on the number of `workers`.
    """

    def score(pairs: tuple[Ints, Ints]) -> Floats:
        return _score(table, weights, *pairs)

    with ThreadPoolExecutor(workers) as threads:
        for ones, twos in find_pairs(table):
            shares = [(ones[at : at + _AT_ONCE], twos[at : at + _AT_ONCE]) for at in range(0, len(ones), _AT_ONCE)]
            for share, scores in zip(shares, threads.map(score, shares), strict=True):
                kept = scores > NEVER_COMPARED
                yield share[0][kept], share[1][kept], scores[kept]


def _score(table: Table, weights: Weights, ones: Ints, twos: Ints) -> Floats:
    """Score pairs of rows. Two events of one document speak neither for nor against being one: other reports decide."""
    scores = weights.score_many(compare_pairs(table, table, ones, twos))
    return np.where(table.document[ones] == table.document[twos], weights.bar, scores)
