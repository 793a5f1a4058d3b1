"""How merging grows with the stream: time, memory and quality for more and more event records, and one report more.

Takes: a ``.json`` file with ``sizes`` (numbers of event records, each run in a process of its own), ``seed``,
``cores`` and ``added`` (reports put in one by one); ``data/merge_scale.json`` is the full run,
``data/merge_scale_quick.json`` that of the gate. The reports are invented by `stream`; making them is not measured.

Gives for each size: ``seconds`` in all and by step (sketch, join, compare, link); ``cpu_seconds``; ``peak_mib`` of the
main process and its helpers together at most; ``b3`` and ``pairwise``; ``violations``: joined pairs of neighbours that
must stay apart, or of one document, as a number and in percent of all such pairs; the same for the ``baselines`` (all
apart, same day and place, same day and place and kind); ``add``: seconds for one more report, see `merge_adding`.
``growth``: the exponent of time between neighbouring sizes and between the smallest and the largest.
"""

from __future__ import annotations

import json
import math
import resource
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import pairwise
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from benchmarks.merge_adding import TableIndex, add_reports
from benchmarks.stream import tell_incidents
from benchmarks.stream_world import CAMPAIGN, find_incident
from vedette.incidents.blocking import keys_of, kind_of, time_of
from vedette.incidents.clustering import Links, link_rows
from vedette.incidents.columns import Packer, Table, Vocabulary, join_tables
from vedette.incidents.judging import load_weights, score_table
from vedette.incidents.sketch import Sketch, sketch_account

EVENTS_PER_INCIDENT = 4.37  # of the stream, so that a size can be told in event records
STRETCH = 2000  # incidents that a helper makes at once

Labels = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Stretch:
    """One stretch of the stream, sketched.

    `truth` and `baselines` label its events; `origin` is the incident whose reports their reports are among.
    """

    table: Table
    vocabulary: Vocabulary
    truth: Labels
    origin: Labels
    baselines: tuple[list[str], ...]
    seconds: float


def run(data: Path) -> dict[str, Any]:
    """Run every size and say how time grows."""
    wanted = json.loads(data.read_text(encoding="utf-8"))
    sizes, found = wanted["sizes"], {}
    for size in sizes:
        # A process of its own, so that one size's memory is not counted in another's.
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
            found[str(size)] = process.submit(measure, size, wanted["seed"], wanted["cores"], wanted["added"]).result()
    return {"sizes": found, "growth": _growth(found)}


def _growth(found: dict[str, Any]) -> dict[str, dict[str, float]]:
    """Give the exponent with which time grows between sizes; events are counted as they came out."""
    names = list(found)
    pairs = dict.fromkeys([*pairwise(names), (names[0], names[-1])]) if len(names) > 1 else {}
    return {
        f"{one}_to_{two}": {
            "seconds": _exponent(found[one], found[two], found[one]["seconds"]["all"], found[two]["seconds"]["all"]),
            "cpu": _exponent(found[one], found[two], found[one]["cpu_seconds"], found[two]["cpu_seconds"]),
        }
        for one, two in pairs
    }


def _exponent(one: dict[str, Any], two: dict[str, Any], before: float, after: float) -> float:
    return round(math.log(after / before) / math.log(two["events"] / one["events"]), 2)


def measure(size: int, seed: int, cores: int, added: int) -> dict[str, Any]:
    """Merge about `size` event records and give the figures."""
    incidents = max(CAMPAIGN, round(size / EVENTS_PER_INCIDENT))
    started, cpu = time.perf_counter(), time.process_time()
    bounds = [(at, min(at + STRETCH, incidents), seed) for at in range(0, incidents, STRETCH)]
    with ProcessPoolExecutor(cores, mp_context=get_context("spawn")) as helpers:
        stretches = list(helpers.map(sketch_stretch, *zip(*bounds, strict=True)))
    made = time.perf_counter() - started
    sketching = sum(stretch.seconds for stretch in stretches)
    began = time.perf_counter()
    table, vocabulary = join_tables((stretch.table, stretch.vocabulary) for stretch in stretches)
    joined = time.perf_counter()
    links, rows = _links(table, cores)
    compared = time.perf_counter()
    documents = np.empty(len(table), np.int32)
    documents[rows] = table.document
    given = link_rows(documents, links, load_weights().bar)[rows]
    linked, spent = time.perf_counter(), time.process_time() - cpu
    truth, origin = (np.concatenate([getattr(one, name) for one in stretches]) for name in ("truth", "origin"))
    seconds = {
        "sketch": sketching / cores,
        "join": joined - began,
        "compare": compared - joined,
        "link": linked - compared,
    }
    peak = [resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return {
        "events": len(table),
        "incidents": incidents,
        "pairs_per_event": round(len(links.ones) / len(table), 1),
        "seconds": {name: round(value, 2) for name, value in (seconds | {"all": sum(seconds.values())}).items()},
        "cpu_seconds": round(sketching + spent, 1),
        "making_seconds": round(made - sketching / cores, 1),
        "peak_mib": round(peak[0] + cores * peak[1]),
        **label_figures(truth, given, table.document, seed),
        "add": add_reports(TableIndex(table, vocabulary, links, rows, given), origin, seed, added),
        "baselines": {
            name: label_figures(truth, labels, table.document, seed) for name, labels in _baselines(stretches).items()
        },
    }


def sketch_stretch(first: int, last: int, seed: int) -> Stretch:
    """Make one stretch of the stream and sketch it; only the sketching is timed."""
    vocabulary = Vocabulary()
    packer = Packer(vocabulary)
    truth: list[int] = []
    origin: list[int] = []
    baselines: tuple[list[str], ...] = ([], [])
    seconds = 0.0
    for told in tell_incidents(first, last, seed):
        began = time.process_time()
        sketches = sketch_account(told.account)
        for sketch in sketches:
            packer.add(sketch, keys_of(sketch), time_of(sketch), kind_of(sketch.type))
        seconds += time.process_time() - began
        truth += told.incidents
        origin += [told.incidents[0]] * len(sketches)
        for names, sketch in ((baselines, sketch) for sketch in sketches):
            day_and_place = _day_and_place(sketch)
            names[0].append(day_and_place)
            names[1].append(f"{day_and_place} {sketch.type} {sketch.mode}")
    began = time.process_time()
    table = packer.table()
    seconds += time.process_time() - began
    return Stretch(table, vocabulary, np.array(truth, np.int64), np.array(origin, np.int64), baselines, seconds)


def _day_and_place(sketch: Sketch) -> str:
    """Give the first day and the first place; an event that lacks one is like no other."""
    if not sketch.days or not sketch.places:
        return f"alone {sketch.ref}"
    return f"{sketch.days[0][0]} {sketch.places[0].geonames_id}"


def _links(table: Table, cores: int) -> tuple[Links, Labels]:
    """Score all pairs; rows are put in the order of the events' names, and where each went is given too."""
    rows = table.named
    found = list(score_table(table, load_weights(), cores))
    ones, twos = (np.concatenate([rows[part[side]] for part in found]).astype(np.int32) for side in (0, 1))
    scores = np.concatenate([part[2] for part in found])
    return Links(np.minimum(ones, twos), np.maximum(ones, twos), scores), rows


# Quality


def label_figures(truth: Labels, given: Labels, documents: npt.NDArray[np.int32], seed: int) -> dict[str, Any]:
    """Give B³, pairs and violations of labels, in percent; from the sizes of groups, since pairs are too many."""
    _, true_sizes, true_of = _sizes(truth)
    _, given_sizes, given_of = _sizes(given)
    cells, cell_sizes, _ = _sizes(true_of * len(given_sizes) + given_of)
    row, column = np.divmod(cells, len(given_sizes))
    squares = cell_sizes.astype(np.float64) ** 2
    cubed = (
        float((squares / sizes[of]).sum()) / len(truth) for sizes, of in ((given_sizes, column), (true_sizes, row))
    )
    right, joined, wanted = (int((sizes * (sizes - 1) // 2).sum()) for sizes in (cell_sizes, given_sizes, true_sizes))
    violations, guarded = _violations(truth, given, documents, seed)
    return {
        "b3": _f1(*cubed),
        "pairwise": _f1(right / joined if joined else 0.0, right / wanted if wanted else 0.0),
        "violations": violations,
        "violations_percent": round(100 * violations / guarded, 2) if guarded else 0.0,
    }


def _sizes(labels: Labels) -> tuple[Labels, Labels, Labels]:
    """Give the different labels, how often each stands, and for each event which of them it has."""
    names, of, sizes = np.unique(labels, return_inverse=True, return_counts=True)
    return names, sizes, of


def _f1(precision: float, recall: float) -> dict[str, float]:
    both = precision + recall
    return {
        "f1": round(100 * 2 * precision * recall / both, 1) if both else 0.0,
        "precision": round(100 * precision, 1),
        "recall": round(100 * recall, 1),
    }


def _violations(truth: Labels, given: Labels, documents: npt.NDArray[np.int32], seed: int) -> tuple[int, int]:
    """Count the pairs of an incident and the neighbour it must not be mistaken for that are joined, and all such pairs.

    Pairs of one document that are joined count as well.
    """
    cells: dict[int, dict[int, int]] = {}
    for label, group, count in zip(*_counted(truth, given), strict=True):
        cells.setdefault(label, {})[group] = count
    joined = guarded = 0
    for number, groups in cells.items():
        twin = find_incident(number, seed).twin
        others = cells.get(twin, {}) if twin is not None else {}
        guarded += sum(groups.values()) * sum(others.values())
        joined += sum(count * others.get(group, 0) for group, count in groups.items())
    _, same_document, _ = _sizes(documents.astype(np.int64) * (int(given.max()) + 1) + given)
    return joined + int((same_document * (same_document - 1) // 2).sum()), guarded


def _counted(truth: Labels, given: Labels) -> Sequence[list[int]]:
    both, counts = np.unique(np.stack([truth, given]), axis=1, return_counts=True)
    return both[0].tolist(), both[1].tolist(), counts.tolist()


def _baselines(stretches: Sequence[Stretch]) -> dict[str, Labels]:
    events = sum(len(stretch.truth) for stretch in stretches)
    labels = {"all_apart": np.arange(events)}
    for place, name in enumerate(("same_day_and_place", "same_day_place_and_kind")):
        numbers: dict[str, int] = {}
        names = (word for stretch in stretches for word in stretch.baselines[place])
        labels[name] = np.array([numbers.setdefault(word, len(numbers)) for word in names], np.int64)
    return labels
