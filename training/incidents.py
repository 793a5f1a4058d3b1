"""Fit the weights by which events of different reports are joined: ``python -m training.incidents --data REPORTS``.

A logistic regression with L2 penalty on pairs of events (Newton's method; numpy alone), fitted on the *train* part of
the clustered reports. The bar is set by cross-validation over those clusters, whole families of clusters at a time,
since the reports of one family speak of each other's happenings. The names of what was fitted on go beside the
weights, so that the benchmark can leave it out.
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
from vedette.incidents.blocking import find_candidates
from vedette.incidents.clustering import Constraints, cluster_events, pair_key
from vedette.incidents.comparing import Evidence, compare
from vedette.incidents.sketch import Sketch, sketch_account

PENALTY = 1.0
FOLDS = 6
LEEWAY = 3.0  # points of CoNLL F1, which is about what the reports of one cluster weigh
BARS = (-2.0, -1.5, -1.0, -0.5, 0.0, 0.5, 1.0)
WEIGHTS = Path("src/vedette/incidents/weights.json")
SEEN = Path(__file__).with_name("seen_by_incidents.txt")
# Clusters whose reports tell of each other's happenings belong to one fold.
FAMILIES = {"mo-c2": "mo-c1", "mo-c4": "mo-c3", "mo-c6": "mo-c5", "mo-c8": "mo-c7", "mo-c10": "mo-c9"}

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Candidate pairs of events with their evidence, and whether they are one happening."""

    sketches: Sequence[Sketch]
    keys: Sequence[tuple[str, str]]
    families: Sequence[str]
    pairs: Sequence[tuple[int, int]]
    evidence: Sequence[Evidence]
    same: Floats


def collect(reports: Sequence[GoldReport], happenings: Happenings) -> Pairs:
    """Compare the candidate pairs among the labelled events of the reports."""
    sketches, keys, families = [], [], []
    for report in reports:
        for sketch in sketch_account(gold_account(report)):
            key = (report.id, sketch.ref.event_id)
            if key in happenings.every:
                sketches.append(sketch)
                keys.append(key)
                families.append(FAMILIES.get(report.cluster or "", report.cluster or ""))
    pairs = find_candidates(sketches)
    labels = [happenings.every[key] for key in keys]
    return Pairs(
        sketches,
        keys,
        families,
        pairs,
        [compare(sketches[a], sketches[b]) for a, b in pairs],
        np.array([labels[a] == labels[b] for a, b in pairs], dtype=np.float64),
    )


def fit(evidence: Sequence[Evidence], same: Floats, penalty: float) -> tuple[dict[str, float], float]:
    """Give the weights of a logistic regression, and its intercept, which is not penalised."""
    names = sorted({name for one in evidence for name in one})
    columns = np.array([[one.get(name, 0.0) for name in names] for one in evidence])
    weights = fit_columns(columns, same, penalty)
    return dict(zip(names, weights[:-1].tolist(), strict=True)), float(weights[-1])


def fit_columns(columns: Floats, same: Floats, penalty: float) -> Floats:
    """Give a weight for each column, and the intercept last."""
    table = np.column_stack([columns, np.ones(len(columns))])
    ridge = np.diag([*[penalty] * columns.shape[1], 1e-3])
    weights = np.zeros(table.shape[1])
    for _ in range(50):
        expected = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (expected - same) + ridge @ weights
        curve = (table * (expected * (1 - expected))[:, None]).T @ table + ridge
        step = np.linalg.solve(curve, slope)
        weights -= step
        if float(np.abs(step).max()) < 1e-8:
            break
    return weights


def cross_validate(data: Pairs, happenings: Happenings) -> dict[float, float]:
    """Give the CoNLL F1 of main events for each bar, every family scored by weights that have not seen it."""
    order = sorted(set(data.families))
    fold = [order.index(family) % FOLDS for family in data.families]
    scores = {}
    for held in range(FOLDS):
        known = [n for n, (a, b) in enumerate(data.pairs) if held not in (fold[a], fold[b])]
        weights, intercept = fit([data.evidence[n] for n in known], data.same[known], PENALTY)
        for n, (a, b) in enumerate(data.pairs):
            if fold[a] == fold[b] == held:
                score = intercept + sum(weights.get(name, 0.0) * value for name, value in data.evidence[n].items())
                scores[pair_key(data.sketches[a].ref, data.sketches[b].ref)] = score
    return {
        bar: _conll(data, happenings, cluster_events([one.ref for one in data.sketches], scores, bar, Constraints()))
        for bar in BARS
    }


def _conll(data: Pairs, happenings: Happenings, groups: Sequence[Sequence[object]]) -> float:
    place = {ref: number for number, group in enumerate(groups) for ref in group}
    main = [(key, sketch.ref) for key, sketch in zip(data.keys, data.sketches, strict=True) if key in happenings.main]
    wanted = groups_of({key: happenings.main[key] for key, _ in main})
    given = groups_of({key: place[ref] for key, ref in main})
    return float(score_clusters(wanted, given)["conll"]["f1"])


def main() -> None:
    """Fit, set the bar, and write the weights and what they were fitted on."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--all", action="store_true", help="cross-validate over all clusters, and write nothing")
    given = parser.parse_args()
    reports = [report for report in load_reports(given.data) if report.cluster]
    if not given.all:
        reports = [report for report in reports if part_of(report) is Part.TRAIN]
    happenings = load_happenings(reports)
    data = collect(reports, happenings)
    by_bar = cross_validate(data, happenings)
    print(f"{len(data.pairs)} pairs, {int(data.same.sum())} of them one happening; CoNLL F1 by bar: {by_bar}")
    if given.all:
        return
    weights, intercept = fit(data.evidence, data.same, PENALTY)
    # Of bars that do about as well the highest: a wrong merge costs more, and news lies denser than these reports.
    bar = max(bar for bar in BARS if by_bar[bar] >= max(by_bar.values()) - LEEWAY)
    rounded = {name: round(weight, 3) for name, weight in sorted(weights.items())}
    stored = {"weights": rounded, "intercept": round(intercept, 3), "bar": bar}
    WEIGHTS.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")
    SEEN.write_text("\n".join(sorted(map(fingerprint, reports))) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
