"""Figures of the stream by size: right for labels whose figures are known, the same whatever the number of cores."""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.clusters import groups_of, score_clusters
from benchmarks.merge_adding import TableIndex
from benchmarks.merge_scale import label_figures, run, sketch_stretch
from benchmarks.stream import tell_incidents
from benchmarks.stream_world import find_incident
from vedette.incidents.blocking import pack
from vedette.incidents.clustering import Constraints, Links, cluster_events
from vedette.incidents.columns import join_tables
from vedette.incidents.growing import regroup
from vedette.incidents.judging import load_weights, score_pairs, score_table
from vedette.incidents.sketch import sketch_account

SEED = 3
labels = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 5)), min_size=1, max_size=30)


@settings(max_examples=60, deadline=None)
@given(labels)
def test_the_figures_are_those_of_the_slow_way(pairs: list[tuple[int, int]]) -> None:
    truth, given_labels = (np.array([pair[side] for pair in pairs], np.int64) for side in (0, 1))
    found = label_figures(truth, given_labels, np.arange(len(pairs), dtype=np.int32), SEED)
    slow = score_clusters(groups_of(dict(enumerate(truth.tolist()))), groups_of(dict(enumerate(given_labels.tolist()))))
    assert found["b3"] == slow["b3"]
    assert found["pairwise"]["precision"] == slow["pairwise"]["precision"]
    assert found["pairwise"]["recall"] == slow["pairwise"]["recall"]
    twins = {number: find_incident(number, SEED).twin for number, _ in pairs}
    joined = sum(a[1] == b[1] and (b[0] == twins[a[0]] or a[0] == twins[b[0]]) for a, b in combinations(pairs, 2))
    assert found["violations"] == joined


def test_a_run_gives_every_figure_for_every_size(tmp_path: Path) -> None:
    wanted = tmp_path / "sizes.json"
    wanted.write_text(json.dumps({"sizes": [200, 500], "seed": SEED, "cores": 1, "added": 3}))
    figures = run(wanted)
    assert list(figures["sizes"]) == ["200", "500"]
    for size in figures["sizes"].values():
        assert size["pairwise"]["f1"] > size["baselines"]["same_day_and_place"]["pairwise"]["f1"]
        assert size["baselines"]["all_apart"]["pairwise"]["f1"] == 0.0
        assert size["add"]["reports"] == 3
    assert set(figures["growth"]) == {"200_to_500"}


def test_stretches_put_together_are_the_stream_sketched_at_once_on_any_number_of_cores() -> None:
    stretches = [sketch_stretch(0, 20, SEED), sketch_stretch(20, 40, SEED)]
    table, _ = join_tables((one.table, one.vocabulary) for one in stretches)
    sketches = [sketch for told in tell_incidents(0, 40, SEED) for sketch in sketch_account(told.account)]
    whole = pack(sketches)
    assert list(table.refs) == list(whole.refs)
    found = []
    for one, cores in ((table, 1), (table, 3), (whole, 1)):
        shares = list(score_table(one, load_weights(), cores))
        found.append([np.concatenate(column) for column in zip(*shares, strict=True)])
    for other in found[1:]:
        assert all(np.array_equal(one, two) for one, two in zip(found[0], other, strict=True))


def test_a_report_added_to_the_columns_gives_what_merging_everything_gives() -> None:
    weights, nothing = load_weights(), Constraints()
    reports = list(tell_incidents(0, 40, SEED))
    late = next(tell_incidents(21, 22, SEED, late=True))
    sketches = [sketch for told in reports for sketch in sketch_account(told.account)]
    stretch = sketch_stretch(0, 40, SEED)
    scores = score_pairs(sketches, weights)
    groups = cluster_events([one.ref for one in sketches], scores, weights.bar, nothing)
    named = stretch.table.named
    by_name = sorted(one.ref for one in sketches)
    place = {ref: number for number, ref in enumerate(by_name)}
    links = Links(
        np.array([place[one] for one, _ in scores], np.int32),
        np.array([place[two] for _, two in scores], np.int32),
        np.array(list(scores.values())),
    )
    group_of = {ref: number for number, group in enumerate(groups) for ref in group}
    given_groups = np.array([group_of[ref] for ref in stretch.table.refs], np.int64)
    index = TableIndex(stretch.table, stretch.vocabulary, links, named, given_groups)
    new = sketch_account(late.account)
    for sketch in new:
        index.prepare(sketch, stretch.origin, SEED)
    found = regroup(index, [], new, nothing, nothing, weights, index.home)
    everything = [*sketches, *new]
    expected = cluster_events([one.ref for one in everything], score_pairs(everything, weights), weights.bar, nothing)
    kept = [group for group in groups if found.events.isdisjoint(group)]
    assert sorted([*kept, *found.groups]) == expected
