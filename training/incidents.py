"""Fit the weights by which events of different reports are joined: ``python -m training.incidents --data REPORTS …``.

A logistic regression with L2 penalty on pairs of events (Newton's method; numpy alone), fitted on the *train* part of
the clustered reports, and on neighbours that are surely two (`incident_neighbours`), made of all reports of that part.
The bar is set on clustered reports of other writing (``--bar-on``); cross-validation over the clusters that were fitted
on, whole families at a time since their reports speak of each other's happenings, stands beside it. The names of what
was fitted on go beside the weights, so that the benchmark can leave it out.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from benchmarks.clusters import groups_of, score_clusters
from benchmarks.gold_accounts import gold_account
from benchmarks.happenings import Happenings, load_happenings
from training.corpus import GoldReport, Part, fingerprint, load_reports, part_of
from training.incident_neighbours import Source, draw_neighbours
from vedette.incidents.blocking import find_pairs, pack
from vedette.incidents.clustering import Constraints, Key, cluster_events, pair_key
from vedette.incidents.columns import Vocabulary
from vedette.incidents.comparing import Levels, compare_pairs
from vedette.incidents.judging import Weights
from vedette.incidents.sketch import Sketch, sketch_account

PENALTY = 1.0
FOLDS = 6
LEEWAY = 1.5  # points of CoNLL F1
BARS = (-3.0, -2.75, -2.5, -2.25, -2.0, -1.75, -1.25, -0.75, -0.25, 0.25)
NEIGHBOURS, NEIGHBOURS_WEIGH = 4000, 300.0  # pairs that are drawn, and how many pairs of reports they count for in all
WEIGHTS = Path("src/vedette/incidents/weights.json")
SEEN = Path(__file__).with_name("seen_by_incidents.txt")
# Clusters whose reports tell of each other's happenings belong to one fold.
_FIRST_OF_TWO = {"mo": (1, 3, 5, 7, 9), "gg": (1, 3, 5, 7, 9, 13)}  # the cluster of the next number is the second
_PAIRS = {f"{name}-c{first + 1}": f"{name}-c{first}" for name, firsts in _FIRST_OF_TWO.items() for first in firsts}
FAMILIES = {**_PAIRS, "gg-c15": "gg-c12"}

Floats = npt.NDArray[np.float64]
Longs = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of events in columns: their levels, the families of both, whether they are one, how much each counts."""

    levels: Levels
    families: Sequence[tuple[str, str]]
    same: Floats
    counts: Floats


@dataclass(frozen=True, slots=True)
class Collected:
    """The labelled events of clustered reports, and their candidate pairs; `ones` and `twos` are places in `keys`.

    `not_told_apart` are pairs of events of one document, which are not scored.
    """

    sketches: Sequence[Sketch]
    keys: Sequence[tuple[str, str]]
    ones: Longs
    twos: Longs
    pairs: Pairs
    not_told_apart: Sequence[Key]


def collect(reports: Sequence[GoldReport], happenings: Happenings) -> Collected:
    """Compare the candidate pairs among the labelled events of the reports."""
    sketches, keys, families = [], [], []
    for report in reports:
        for sketch in sketch_account(gold_account(report)):
            key = (report.id, sketch.ref.event_id)
            if key in happenings.every:
                sketches.append(sketch)
                keys.append(key)
                families.append(family_of(report))
    table = pack(sketches)
    found = list(find_pairs(table))
    ones, twos = (np.concatenate([part[side] for part in found]) for side in (0, 1))
    within = table.document[ones] == table.document[twos]
    refs = table.refs
    not_told_apart = [pair_key(refs[a], refs[b]) for a, b in zip(ones[within], twos[within], strict=True)]
    ones, twos = ones[~within], twos[~within]
    labels = [happenings.every[key] for key in keys]
    pairs = Pairs(
        compare_pairs(table, table, ones, twos),
        [(families[a], families[b]) for a, b in zip(ones, twos, strict=True)],
        np.array([labels[a] == labels[b] for a, b in zip(ones, twos, strict=True)], dtype=np.float64),
        np.ones(len(ones)),
    )
    return Collected(sketches, keys, ones.astype(np.int64), twos.astype(np.int64), pairs, not_told_apart)


def family_of(report: GoldReport) -> str:
    """Name the family that a report belongs to; one without a cluster is a family of its own."""
    return FAMILIES.get(report.cluster or "", report.cluster or report.id)


def compare_neighbours(reports: Sequence[GoldReport]) -> Pairs:
    """Draw neighbours that are two from the events of all reports, and compare them."""
    sources = [Source(one, family_of(report)) for report in reports for one in sketch_account(gold_account(report))]
    drawn = draw_neighbours(sources, NEIGHBOURS)
    vocabulary = Vocabulary()
    ours, theirs = (pack([pair[side].sketch for pair in drawn], vocabulary) for side in (0, 1))
    rows = np.arange(len(drawn), dtype=np.int32)
    return Pairs(
        compare_pairs(ours, theirs, rows, rows),
        [(one.family, two.family) for one, two in drawn],
        np.zeros(len(drawn)),
        np.full(len(drawn), NEIGHBOURS_WEIGH / len(drawn)),
    )


def fit(parts: Sequence[Pairs], left_out: frozenset[str] = frozenset()) -> Weights:
    """Fit on all pairs of which neither is of a family that is left out; the bar is still to be set."""
    known = [np.array([left_out.isdisjoint(pair) for pair in part.families]) for part in parts]
    names = sorted(name for name in parts[0].levels if any(part.levels[name].any() for part in parts))
    columns = [
        np.column_stack([part.levels[name] for name in names])[rows] for part, rows in zip(parts, known, strict=True)
    ]
    same, counts = (
        np.concatenate([getattr(part, name)[rows] for part, rows in zip(parts, known, strict=True)])
        for name in ("same", "counts")
    )
    weights = fit_columns(np.concatenate(columns), same, PENALTY, counts)
    return Weights(dict(zip(names, weights[:-1].tolist(), strict=True)), float(weights[-1]), 0.0)


def fit_columns(columns: Floats, same: Floats, penalty: float, counts: Floats | None = None) -> Floats:
    """Give a weight for each column, and the intercept last, which is hardly penalised.

    `columns` are (pairs, levels), `same` is 1 for a pair that is one happening and 0 for one that is two; `counts` say
    how much each pair counts, 1 if not given.
    """
    table = np.column_stack([columns, np.ones(len(columns))])
    ridge = np.diag([*[penalty] * columns.shape[1], 1e-3])
    weights = np.zeros(table.shape[1])
    counts = np.ones(len(columns)) if counts is None else counts
    for _ in range(50):
        expected = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (counts * (expected - same)) + ridge @ weights
        curve = (table * (counts * expected * (1 - expected))[:, None]).T @ table + ridge
        step = np.linalg.solve(curve, slope)
        weights -= step
        if float(np.abs(step).max()) < 1e-8:
            break
    return weights


def cross_validate(data: Collected, neighbours: Pairs, happenings: Happenings) -> dict[float, float]:
    """Give the CoNLL F1 of main events for each bar, every family scored by weights that have not seen it."""
    order = sorted({family for pair in data.pairs.families for family in pair})
    folds = [frozenset(order[held::FOLDS]) for held in range(FOLDS)]
    scores: dict[Key, float] = {}
    for fold in folds:
        held = np.flatnonzero([fold.issuperset(pair) for pair in data.pairs.families])
        scores |= _score(data, held, fit([data.pairs, neighbours], fold))
    return _by_bar(data, happenings, scores)


def score_bars(weights: Weights, reports: Sequence[GoldReport]) -> dict[float, float]:
    """Give the CoNLL F1 of the main events of clustered reports for each bar."""
    happenings = load_happenings(reports)
    data = collect(reports, happenings)
    return _by_bar(data, happenings, _score(data, np.arange(len(data.ones)), weights))


def _score(data: Collected, places: Longs, weights: Weights) -> dict[Key, float]:
    """Score the pairs that stand at these places."""
    found = weights.score_many({name: values[places] for name, values in data.pairs.levels.items()})
    return {
        pair_key(data.sketches[data.ones[place]].ref, data.sketches[data.twos[place]].ref): score
        for place, score in zip(places.tolist(), found.tolist(), strict=True)
    }


def _by_bar(data: Collected, happenings: Happenings, scores: dict[Key, float]) -> dict[float, float]:
    refs = [one.ref for one in data.sketches]
    return {
        bar: _conll(
            data, happenings, cluster_events(refs, scores | dict.fromkeys(data.not_told_apart, bar), bar, Constraints())
        )
        for bar in BARS
    }


def choose_bar(by_bar: dict[float, float]) -> float:
    """Give the highest bar that does about as well as the best: a wrong merge costs more than a missed one."""
    enough = max(by_bar.values()) - LEEWAY
    return max(bar for bar in BARS if by_bar[bar] >= enough)


def _conll(data: Collected, happenings: Happenings, groups: Sequence[Sequence[object]]) -> float:
    place = {ref: number for number, group in enumerate(groups) for ref in group}
    main = [(key, sketch.ref) for key, sketch in zip(data.keys, data.sketches, strict=True) if key in happenings.main]
    wanted = groups_of({key: happenings.main[key] for key, _ in main})
    given = groups_of({key: place[ref] for key, ref in main})
    return float(score_clusters(wanted, given)["conll"]["f1"])


def main() -> None:
    """Fit, set the bar, and write the weights and what they were fitted on."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, nargs="+", help="files or folders of marked-up reports")
    parser.add_argument("--bar-on", type=Path, nargs="+", help="clustered reports that are not fitted on")
    parser.add_argument("--all", action="store_true", help="cross-validate over all clusters, and write nothing")
    given = parser.parse_args()
    if not (given.all or given.bar_on):
        parser.error("--bar-on: name the clustered reports that the bar is to be set on (or --all)")
    every = load_reports(*given.data)
    train = [report for report in every if part_of(report) is Part.TRAIN]
    reports = [report for report in (every if given.all else train) if report.cluster]
    happenings = load_happenings(reports)
    data = collect(reports, happenings)
    neighbours = compare_neighbours([*reports, *(report for report in train if not report.cluster)])
    by_bar = cross_validate(data, neighbours, happenings)
    print(f"{len(data.ones)} pairs, {int(data.pairs.same.sum())} of them one happening; CoNLL F1 by bar: {by_bar}")
    if given.all:
        return
    weights = fit([data.pairs, neighbours])
    on_others = score_bars(weights, [report for report in load_reports(*given.bar_on) if report.cluster])
    bar = choose_bar(on_others)
    print(f"CoNLL F1 by bar on the clusters of other writing: {on_others}; bar {bar}")
    rounded = {name: round(weight, 3) for name, weight in sorted(weights.weights.items())}
    stored = {"weights": rounded, "intercept": round(weights.intercept, 3), "bar": bar}
    WEIGHTS.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")
    SEEN.write_text("\n".join(sorted(map(fingerprint, reports))) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
