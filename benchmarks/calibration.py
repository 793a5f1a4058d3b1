"""Whether confidences hold: of the values given with 0.8, eight in ten should be right. End to end, from bare text.

Takes: a ``.jsonl`` file of marked-up reports or a folder of them; those that the shipped model was trained or tuned on
are left out, as in ``reports``. An event is right where its type is and one trigger overlaps, each event once. A value
is right where its event is, and that event has it in that role: the words overlap, and dates and counts are equal too.
An attribution is right where source, cue and content overlap; a tie where its relation is right and both sides overlap.

Keys, by field: ``values`` (how many), ``ece`` (expected calibration error: ten bins of equal mass, equal confidences in
one), ``ece_by_chance`` (what it would be on average with as many values if every confidence were exact: below about 500
values no figure falls much below this), ``mean_confidence`` and ``share_right``, ``brier`` (mean squared error), and
``bins`` (mean confidence, share right, how many). ``as_read`` holds the figures of the reader's own confidences.
``baseline`` is the mean share right of these very values, given to each: its ``ece`` is 0 by its making, so it is
``brier`` that tells whether a confidence says more than the mean.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from benchmarks.gold import as_document
from benchmarks.reports import match_attributions, match_events, match_ties
from training.corpus import GoldEvent, GoldReport, load_reports, unseen
from vedette.counts import find_parts
from vedette.events import build_account
from vedette.events.calibrating import AS_READ, ATTRIBUTION, EVENT, FIELDS, TIE, calibrate, field_of, load_calibration
from vedette.pipeline.way import resolve
from vedette.reading import ReaderModel, load_reader, read_document
from vedette.records import Account, Assertion, CountValue, DateValue

BINS = 10
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Judged:
    """One thing given with a confidence, and whether it is right; `event` is the confidence of a value's event."""

    field: str
    confidence: float
    right: bool
    event: float = 1.0


def run(data: Path) -> dict[str, Any]:
    """Measure every field on the unseen reports of `data`."""
    reports = unseen(load_reports(data))
    if not reports:
        raise ValueError(f"{data}: the shipped model was trained on every report in it, so nothing is left to measure")
    model = load_reader()
    as_read: list[Judged] = []
    judged: list[Judged] = []
    for report in reports:
        account = account_as_read(report, model)
        as_read += judge(report, account)
        judged += judge(report, calibrate(account, load_calibration()))
    fields = {
        field: {
            **reliability(_of_field(judged, field)),
            "as_read": {
                name: figure for name, figure in reliability(_of_field(as_read, field)).items() if name != "baseline"
            },
        }
        for field in FIELDS
        if any(one.field == field for one in judged)
    }
    return {
        "documents": len(reports),
        "largest_ece": max((its["ece"] for its in fields.values()), default=0.0),
        "mean_ece": _weighted(fields.values()),
        "mean_ece_as_read": _weighted(its["as_read"] for its in fields.values()),
        "fields": fields,
    }


def _of_field(judged: Iterable[Judged], field: str) -> list[tuple[float, bool]]:
    return [(one.confidence, one.right) for one in judged if one.field == field]


def _weighted(figures: Iterable[dict[str, Any]]) -> float:
    rows = list(figures)
    values = sum(row["values"] for row in rows)
    return round(sum(row["ece"] * row["values"] for row in rows) / values, 4) if values else 0.0


def account_as_read(report: GoldReport, model: ReaderModel) -> Account:
    """Read one report from bare text to account, with the reader's own confidences."""
    document = as_document(report)
    reading = read_document(document, model)
    return build_account(document, reading, resolve(document, reading), find_parts, calibration=AS_READ)


# What is right


def judge(report: GoldReport, account: Account) -> Iterator[Judged]:
    """Say of everything in an account that has a confidence whether it is right."""
    gold_of = {i: report.events[j] for i, j in match_events(account.events, report.events)}
    for i, event in enumerate(account.events):
        yield Judged(EVENT, event.confidence, i in gold_of)
        for assertion in event.assertions:
            right = i in gold_of and is_told(assertion, gold_of[i])
            yield Judged(field_of(assertion.role), assertion.confidence, right, event.confidence)
    said = {i for i, _ in match_attributions(account.attributions, report.attributions)}
    for i, attribution in enumerate(account.attributions):
        yield Judged(ATTRIBUTION, attribution.confidence, i in said)
    tied = {i for i, _ in match_ties(account.ties, report.ties)}
    for i, tie in enumerate(account.ties):
        yield Judged(TIE, tie.confidence, i in tied)


def is_told(assertion: Assertion, event: GoldEvent) -> bool:
    """Tell whether the marked event has this value in this role: the words overlap, dates and counts are equal too."""
    value = assertion.value
    for argument in event.arguments:
        if argument.role is not assertion.role or not any(argument.span.overlaps(span) for span in value.spans):
            continue
        match value:
            case DateValue():
                same = (value.from_, value.to) == (argument.first, argument.last)
            case CountValue():
                same = (value.low, value.high) == (argument.low, argument.high)
            case _:
                same = True
        if same:
            return True
    return False


# How far confidence and truth lie apart


def reliability(values: Sequence[tuple[float, bool]]) -> dict[str, Any]:
    """Give the figures of one field; each value is a confidence and whether it was right."""
    said = np.array([confidence for confidence, _ in values], dtype=np.float64)
    right = np.array([is_right for _, is_right in values], dtype=np.float64)
    places = bin_places(said)
    share = float(right.mean()) if values else 0.0
    bins = [
        [round(float(said[places == one].mean()), 4), round(float(right[places == one].mean()), 4), int(count)]
        for one, count in zip(*np.unique(places, return_counts=True), strict=True)
    ]
    return {
        "values": len(values),
        "ece": round(calibration_error(said, right), 4),
        "ece_by_chance": round(error_by_chance(said), 4),
        "mean_confidence": round(float(said.mean()), 4) if values else 0.0,
        "share_right": round(share, 4),
        "brier": round(float(((said - right) ** 2).mean()), 4) if values else 0.0,
        "baseline": {"ece": 0.0, "brier": round(share * (1 - share), 4)},
        "bins": bins,
    }


def bin_places(said: Floats, bins: int = BINS) -> npt.NDArray[np.int64]:
    """Give the bin of each confidence: bins of equal mass, but equal confidences share the bin of their middle one."""
    if not len(said):
        return np.zeros(0, np.int64)
    _, back, counts = np.unique(said, return_inverse=True, return_counts=True)
    middle = np.cumsum(counts) - counts + (counts - 1) / 2
    places: npt.NDArray[np.int64] = (bins * middle / len(said)).astype(np.int64)[back]
    return places


def calibration_error(said: Floats, right: Floats, bins: int = BINS) -> float:
    """Give the mean distance between confidence and share right over the bins, each weighed by its values."""
    if not len(said):
        return 0.0
    gaps = np.bincount(bin_places(said, bins), weights=said - right, minlength=bins)
    return float(np.abs(gaps).sum() / len(said))


def error_by_chance(said: Floats, rounds: int = 200, seed: int = 0) -> float:
    """Give the mean error of as many values whose confidences are exact: what is left is the luck of the draw."""
    draw = np.random.default_rng(seed)
    return float(
        np.mean(
            [
                calibration_error(said, (draw.random(len(said)) < said).astype(np.float64))
                for _ in range(rounds if len(said) else 1)
            ]
        )
    )
