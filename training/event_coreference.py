"""Fit the weights of `benchmarks.event_coreference`: ``python -m training.event_coreference --data ECBPLUS``.

Fitted on the topics of ECB+ (CC BY 3.0) outside the usual development topics (Cybulska and Vossen 2015); the bar is set
by cross-validation over those topics, so that neither has seen what is measured. How often two stems tell of one
happening is counted in other topics than those whose pairs are weighed.
"""

from __future__ import annotations

import argparse
import json
import math
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from benchmarks.clusters import groups_of, score_clusters
from benchmarks.event_coreference import Corpus, Fitted, Floats, candidates, compare_mentions, group, prepare, stem_pair
from benchmarks.mention_files import EventMention, read_mentions
from training.incidents import fit_columns

DEVELOPMENT = frozenset({"2", "5", "12", "18", "21", "23", "34", "35"})
FOLDS = 5
PENALTY = 5.0
RARE = 2.0  # pairs added to both sides of a count, so that what was seen once proves little
OFTEN = 20  # compared pairs from which it tells something that none was one happening
LEEWAY = 0.3  # points of CoNLL F1
BARS = (-2.0, -1.5, -1.0, -0.5, 0.0, 0.5, 1.0)
TARGET = Path("benchmarks/data/event_coreference.json")


def count_seen(corpus: Corpus) -> dict[str, float]:
    """Give the log-odds that two mentions with these stems are one happening, beside that of all pairs."""
    ones, twos = candidates(corpus)
    same: Counter[str] = Counter()
    both: Counter[str] = Counter()
    for one, two in zip(ones.tolist(), twos.tolist(), strict=True):
        pair = stem_pair(corpus.heads[one], corpus.heads[two])
        both[pair] += 1
        same[pair] += corpus.mentions[one].label == corpus.mentions[two].label
    share = sum(same.values()) / sum(both.values())
    return {
        pair: round(
            math.log((same[pair] + RARE * share) / (both[pair] - same[pair] + RARE * (1 - share)))
            - math.log(share / (1 - share)),
            2,
        )
        for pair in sorted(both)
        if same[pair] or both[pair] >= OFTEN
    }


def fit_topics(mentions: Sequence[EventMention], documents: dict[str, tuple[str, ...]], bar: float) -> Fitted:
    """Fit the weights; each topic's pairs are compared with what was seen in the others."""
    topics = sorted({mention.topic for mention in mentions})
    tables: list[dict[str, Floats]] = []
    same: list[float] = []
    for held in range(FOLDS):
        inside = {topic for place, topic in enumerate(topics) if place % FOLDS == held}
        seen = count_seen(prepare([one for one in mentions if one.topic not in inside], documents))
        corpus = prepare([one for one in mentions if one.topic in inside], documents)
        ones, twos = candidates(corpus)
        tables.append(compare_mentions(corpus, ones, twos, seen))
        labels = [mention.label for mention in corpus.mentions]
        same += [float(labels[one] == labels[two]) for one, two in zip(ones.tolist(), twos.tolist(), strict=True)]
    columns = {name: np.concatenate([table[name] for table in tables]) for name in tables[0]}
    weights = fit_columns(np.column_stack(list(columns.values())), np.array(same), PENALTY).tolist()
    named = dict(zip(columns, weights[:-1], strict=True))
    return Fitted(named, weights[-1], bar, count_seen(prepare(mentions, documents)), frozenset(topics))


def choose_bar(mentions: Sequence[EventMention], documents: dict[str, tuple[str, ...]]) -> dict[float, float]:
    """Give the mean CoNLL F1 for each bar over folds of topics that the weights have not seen."""
    topics = sorted({mention.topic for mention in mentions})
    found: dict[float, list[float]] = {bar: [] for bar in BARS}
    for held in range(FOLDS):
        inside = {topic for place, topic in enumerate(topics) if place % FOLDS == held}
        fitted = fit_topics([one for one in mentions if one.topic not in inside], documents, 0.0)
        corpus = prepare([one for one in mentions if one.topic in inside], documents)
        key = groups_of({number: one.label for number, one in enumerate(corpus.mentions)})
        for bar in BARS:
            given = group(corpus, Fitted(fitted.weights, fitted.intercept, bar, fitted.seen, fitted.topics))
            found[bar].append(float(score_clusters(key, groups_of(dict(enumerate(given))))["conll"]["f1"]))
    return {bar: round(sum(values) / len(values), 1) for bar, values in found.items()}


def main() -> None:
    """Set the bar, fit, and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    given = parser.parse_args()
    mentions, documents = read_mentions(given.data)
    mentions = [mention for mention in mentions if mention.topic not in DEVELOPMENT]
    by_bar = choose_bar(mentions, documents)
    print(f"{len(mentions)} mentions; CoNLL F1 by bar: {by_bar}")
    # Of bars that do about as well the highest, as for incidents: a wrong merge costs more than a missed one.
    bar = max(bar for bar in BARS if by_bar[bar] >= max(by_bar.values()) - LEEWAY)
    fitted = fit_topics(mentions, documents, bar)
    stored = {
        "licence": "Counted and fitted on ECB+ (Cybulska and Vossen 2014), CC BY 3.0.",
        "topics": sorted(fitted.topics, key=int),
        "bar": fitted.bar,
        "intercept": round(fitted.intercept, 3),
        "weights": {name: round(weight, 3) for name, weight in sorted(fitted.weights.items())},
        "seen": dict(sorted(fitted.seen.items())),
    }
    # One line a field: nobody reads four thousand pairs of stems one by one.
    lines = (f"{json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}" for name, value in stored.items())
    TARGET.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
