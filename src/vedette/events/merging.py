"""Which triggers of a document tell of one happening.

Pairs of one type are scored by weighed evidence (a logistic regression fitted by ``training/fit_pairs.py``), and the
pairs are joined by average linkage, so that one weak link does not chain two happenings together.
"""

from __future__ import annotations

import functools
import heapq
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources

from vedette.events.evidence import Told, weigh_pair
from vedette.records import EventType

SPEECH = (EventType.CLAIM, EventType.DENY)
REACH = 40  # triggers of one type, in reading order
# The text itself tells two happenings apart: no other evidence, and no third mention, joins them.
CANNOT_LINK = ("near-dates-conflict", "near-places-conflict")
SURE = 10.0  # log-odds of a happening and its result in one clause


@dataclass(frozen=True, slots=True)
class PairWeights:
    """Log-odds: one weight a piece of evidence, and the odds before any; `bar` is the log-odds that a merge needs."""

    weights: Mapping[str, float]
    intercept: float
    bar: float

    def score(self, evidence: Mapping[str, float]) -> float:
        """Give the log-odds that a pair with this evidence is one happening."""
        return self.intercept + sum(self.weights.get(name, 0.0) * value for name, value in evidence.items())


@functools.cache
def load_weights() -> PairWeights:
    """Load the weights that ship with the package."""
    stored = json.loads((resources.files("vedette.events") / "pair_weights.json").read_text(encoding="utf-8"))
    return PairWeights(stored["weights"], stored["intercept"], stored["bar"])


def score_pairs(told: Sequence[Told], weights: PairWeights) -> dict[tuple[int, int], float]:
    """Score the pairs of triggers of one type that stand within `REACH` of one another; keys are places in `told`.

    Lower places come first in a key. The bound keeps the work in step with the length of the document.
    """
    scores = {}
    for event_type in dict.fromkeys(one.trigger.type for one in told):
        of_type = sorted((one for one in told if one.trigger.type is event_type), key=lambda one: one.trigger.span)
        for place, first in enumerate(of_type):
            for second in of_type[place + 1 : place + 1 + REACH]:
                evidence = weigh_pair(first, second)
                if not any(evidence[name] for name in CANNOT_LINK):
                    key = (min(first.index, second.index), max(first.index, second.index))
                    scores[key] = weights.score(evidence)
    return scores


def group_triggers(told: Sequence[Told], weights: PairWeights) -> list[list[int]]:
    """Group triggers into happenings: places in `told`, groups in order of their first trigger.

    The two groups whose pairs score highest on average are joined, again and again, while that is above the bar.
    Deeds are grouped first: claims of two deeds are two claims.
    """
    scores = _with_bound(told, score_pairs(told, weights), weights.bar)
    speech = frozenset(one.index for one in told if one.trigger.type in SPEECH)
    deeds = [one.index for one in told if one.index not in speech]
    groups = _join_best(deeds, {pair: score for pair, score in scores.items() if pair[0] not in speech}, weights.bar)
    happening = {index: place for place, group in enumerate(groups) for index in group}

    def of_one_deed(pair: tuple[int, int]) -> bool:
        """Tell whether two claims may be one: where the deed of both is known, it is the same."""
        known = {happening[deed] for index in pair if (deed := told[index].trigger.deed) in happening}
        return len(known) < 2

    spoken = {pair: score for pair, score in scores.items() if pair[0] in speech and of_one_deed(pair)}
    return sorted(groups + _join_best(sorted(speech), spoken, weights.bar), key=lambda group: group[0])


def _pointed_at(told: Sequence[Told], scores: Mapping[tuple[int, int], float], bar: float) -> dict[int, int]:
    """Give for each "this attack" the last of the happenings that the sentence before tells apart.

    It is bound to that one where it goes with any of them.
    """
    found = {}
    for one in (one for one in told if one.pointing):
        before = sorted((other for other in told if _just_before(other, one)), key=lambda other: other.trigger.span)
        apart = [other for other in before[:-1] if _pair(other, before[-1]) not in scores]
        if apart and any(scores.get(_pair(other, one), bar) > bar for other in (*apart, before[-1])):
            found[one.index] = before[-1].index
    return found


def _just_before(other: Told, one: Told) -> bool:
    return other.trigger.type is one.trigger.type and other.sentence == one.sentence - 1


def _pair(a: Told, b: Told) -> tuple[int, int]:
    return min(a.index, b.index), max(a.index, b.index)


def _with_bound(told: Sequence[Told], scores: dict[tuple[int, int], float], bar: float) -> dict[tuple[int, int], float]:
    """Bind "this attack", and results in relative clauses, to their happening: to all others they stand as it does."""
    in_reading_order = sorted(told, key=lambda one: one.trigger.span)
    clauses = {one.index: one.result_of for one in in_reading_order if one.result_of is not None}
    results = _pointed_at(in_reading_order, scores, bar) | clauses
    if not results:
        return scores
    between = _by_trigger(range(len(told)), scores)
    for result, happening in results.items():
        for other in between.pop(result):
            between[other].pop(result)
        between[result] = dict(between[happening])
        for other, score in between[happening].items():
            between[other][result] = score
        between[result][happening] = between[happening][result] = SURE
    return {(one, two): score for one, row in between.items() for two, score in row.items() if one < two}


def _by_trigger(triggers: Iterable[int], scores: Mapping[tuple[int, int], float]) -> dict[int, dict[int, float]]:
    between: dict[int, dict[int, float]] = {index: {} for index in triggers}
    for (one, two), score in scores.items():
        between[one][two] = between[two][one] = score
    return between


def _join_best(triggers: Sequence[int], scores: Mapping[tuple[int, int], float], bar: float) -> list[list[int]]:
    groups: dict[int, list[int]] = {index: [index] for index in triggers}
    between = _by_trigger(triggers, scores)
    queue = [(-score, a, b) for a, row in between.items() for b, score in row.items() if a < b and score > bar]
    heapq.heapify(queue)
    while queue:
        negative, kept, gone = heapq.heappop(queue)
        if between.get(kept, {}).get(gone) != -negative:
            continue  # one of the two has since become part of another group
        sizes = len(groups[kept]), len(groups[gone])
        groups[kept] += groups.pop(gone)
        _join(between, kept, gone, sizes)
        for other, score in between[kept].items():
            if score > bar:
                heapq.heappush(queue, (-score, min(kept, other), max(kept, other)))
    return sorted((sorted(group) for group in groups.values()), key=lambda group: group[0])


def _join(between: dict[int, dict[int, float]], kept: int, gone: int, sizes: tuple[int, int]) -> None:
    """Make `gone` part of `kept`: scores to others are averaged; a pair that was never scored stays apart."""
    ours, theirs = between[kept], between.pop(gone)
    for other in ours.keys() | theirs.keys():
        if other in (kept, gone):
            continue
        between[other].pop(gone, None)
        if other in ours and other in theirs:
            mean = (sizes[0] * ours[other] + sizes[1] * theirs[other]) / sum(sizes)
            ours[other] = between[other][kept] = mean
        else:
            ours.pop(other, None)
            between[other].pop(kept, None)
    ours.pop(gone, None)
