"""What is set on the *tune* reports after training: how sure is sure, when to speak, and which triggers are one event.

The weights of the reader never see these reports. Torch is not needed: the exported model is asked as it will run.
"""

from __future__ import annotations

import itertools
import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from benchmarks.gold import as_document
from benchmarks.reports import match_attributions
from benchmarks.scoring import Tally, match_once
from training.corpus import GoldReport, fold_of
from training.features import IGNORE, Example, examples_of
from vedette.events.evidence import Told, gather, weigh_pair
from vedette.events.merging import PairWeights, group_triggers
from vedette.pipeline.way import resolve
from vedette.reading import ReaderModel, read_document
from vedette.reading import labels as names
from vedette.reading.decode import PLAIN, Decoding, Found, find_stretches, softmax
from vedette.reading.model import Batch, Question

BARS = tuple(round(0.3 + 0.1 * step, 1) for step in range(6))  # 0.3 to 0.8
STARTS = (0.0, 0.4, 0.8, 1.2, 1.6, 2.0, 2.4)  # nats
KEEPS = (0.0, *(round(0.35 + 0.05 * step, 2) for step in range(5)))  # 0, 0.35 to 0.55
SECOND_LOOK = (names.PARTY, names.RELATION)  # why no others: decision 0103
LUCK = 0.1  # F1 points by which a second look may be better than one by chance
PAIR_BARS = tuple(round(-1 + 0.25 * step, 2) for step in range(9))  # log-odds, -1 to 1
FOLDS, ROUNDS = 10, 3
ABOUT = 0.3  # F1 points by which a bar may fall behind the best and still be about as good
SUREST = 0.999  # the highest bar for a window's genre
TEMPERATURES = tuple(round(0.6 + 0.1 * step, 1) for step in range(25))  # 0.6 to 3.0

Floats = npt.NDArray[np.float32]
Labels = npt.NDArray[np.int64]


@dataclass(slots=True)
class Evidence:
    """One head's logits (L, ·) and gold labels (L,), window by window, anchor by anchor."""

    logits: list[Floats] = field(default_factory=list)
    labels: list[Labels] = field(default_factory=list)


def tune_card(folder: Path, reports: Sequence[GoldReport]) -> None:
    """Set temperatures and bars in the folder's ``reader.json`` by the *tune* reports."""
    card = json.loads((folder / "reader.json").read_text(encoding="utf-8"))
    known = collect(ReaderModel(folder), reports)
    card["thresholds"][names.GENRE] = _genre_bar(known.pop(names.GENRE), known[names.TRIGGER])
    for name, evidence in known.items():
        temperature = min(TEMPERATURES, key=lambda t: _surprise(evidence, t))
        bar, start, scores = _decoding(evidence, temperature)
        once = Decoding(bar, start)
        keep, kept = _keep(evidence, temperature, once) if name in SECOND_LOOK else (0.0, scores[bar, start])
        card["temperatures"][name], card["thresholds"][name] = temperature, bar
        card["starts"][name], card["keeps"][name] = start, keep
        told = f"temperature {temperature}, bar {bar}, start {start}, keep {keep}"
        print(f"{name}: {told}, F1 {kept} ({scores[bar, start]} at one look, {scores[0.5, 0.0]} as read)", flush=True)
    _write(card, folder)
    # Whole attributions are read with every other head as it has just been set.
    card["thresholds"][names.CUE] = _cue_bar(ReaderModel(folder), reports)
    _write(card, folder)


def _write(card: Mapping[str, Any], folder: Path) -> None:
    (folder / "reader.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


def _cue_bar(model: ReaderModel, reports: Sequence[GoldReport]) -> float:
    """Give the highest bar of cues at which whole attributions come out about as well as at the best.

    Over a wide range more of them are found for as many that are wrong: a source too many is seen, one too few is not.
    """
    scored = {}
    for bar in BARS:
        model.decoding[names.CUE] = replace(model.decoding[names.CUE], bar=bar)
        tally = Tally()
        for report in reports:
            given = read_document(as_document(report), model).attributions
            tally.add(len(match_attributions(given, report.attributions)), len(given), len(report.attributions))
        scored[bar] = tally.figures()["f1"]
    print(f"cue: whole attributions by bar {scored}", flush=True)
    return max(bar for bar, f1 in scored.items() if f1 >= max(scored.values()) - ABOUT)


def _decoding(evidence: Evidence, temperature: float) -> tuple[float, float, dict[tuple[float, float], float]]:
    """Give bar and start of the best decoding, and the F1 of all that were looked at: start and bar in turn, twice."""
    scores: dict[tuple[float, float], float] = {}

    def f1(bar: float, start: float) -> float:
        if (bar, start) not in scores:
            scores[bar, start] = _f1(evidence, temperature, Decoding(bar, start))
        return scores[bar, start]

    bar, start = PLAIN.bar, PLAIN.start
    for _ in range(2):
        start = max(STARTS, key=lambda one, bar=bar: f1(bar, one))  # type: ignore[misc]
        bar = _middle_of_the_good({one: f1(one, start) for one in BARS}, 0.15)
    return bar, start, scores


def _keep(evidence: Evidence, temperature: float, once: Decoding) -> tuple[float, float]:
    """Give the best share that a stretch of a second look must keep, or 0 where one look does as well; and its F1."""
    scored = {keep: _f1(evidence, temperature, replace(once, keep=keep)) for keep in KEEPS}
    best = max(scored, key=lambda keep: scored[keep])
    keep = best if scored[best] > scored[0.0] + LUCK else 0.0
    return keep, scored[keep]


def _middle_of_the_good(scored: Mapping[float, float], slack: float) -> float:
    """Give, of the bars that do about as well as the best, the middle one: the peak itself is partly luck."""
    best = max(scored.values())
    good = [bar for bar, score in scored.items() if score >= best - slack]
    return good[len(good) // 2]


def collect(model: ReaderModel, reports: Iterable[GoldReport]) -> dict[str, Evidence]:
    """Ask the model every question to which the reports know the answer."""
    found = {name: Evidence() for name in (*names.TAGGERS, *names.LAYERS)}
    for report in reports:
        for example in examples_of(report, model.tokenizer, model.modes, model.longest):
            _ask(model, example, found)
    return found


def _ask(model: ReaderModel, example: Example, found: dict[str, Evidence]) -> None:
    shape = (1, len(example.ids))
    batch = Batch(example.ids[None], np.ones(shape, np.int64), example.cases[None], example.sentences[None])
    hidden, tagged = model.encode(batch)
    for name, part in names.tagger_slices().items():
        found[name].logits.append(tagged[0][:, part])
        found[name].labels.append(example.taggers[name])
    if not example.anchors:
        return
    questions = [Question(0, anchor.first, anchor.last, anchor.kind) for anchor in example.anchors]
    answers = model.ask(hidden, batch, questions)
    for row, anchor in enumerate(example.anchors):
        for name, labels in anchor.layers.items():
            if name in names.LAYERS:
                found[name].logits.append(answers.layers[row][:, names.layer_slices()[name]])
                found[name].labels.append(labels)


def _genre_bar(evidence: Evidence, triggers: Evidence) -> float:
    """Give the bar between windows that tell something and those of other texts, for windows of full length.

    Of the happenings told in the windows one in a hundred may fall below it, and no more: a text of another kind with
    one event in passing costs one event. Texts of kinds that were never seen look surer of telling something than those
    of the tune part do. It is never above `SUREST`.
    """
    first = [
        (1 - float(softmax(logits[0])[0]), int(labels[0]), int((tagged % 2 == 1).sum()))
        for logits, labels, tagged in zip(evidence.logits, evidence.labels, triggers.labels, strict=True)
    ]
    telling = sorted((share, told) for share, label, told in first if label == 1)
    silent = [share for share, label, _ in first if label == 0]
    fallen = np.cumsum([told for _, told in telling])
    bar = min(SUREST, round(telling[int((fallen <= fallen[-1] // 100).sum())][0], 4))
    print(
        f"genre: bar {bar}; {sum(share < bar for share in silent)} of {len(silent)} windows of other texts fall, as do "
        f"{sum(share < bar for share, _ in telling)} of {len(telling)} that tell something"
    )
    return bar


def _surprise(evidence: Evidence, temperature: float) -> float:
    """Give the mean negative log-likelihood of the gold labels."""
    total, tokens = 0.0, 0
    for logits, labels in zip(evidence.logits, evidence.labels, strict=True):
        known = labels != IGNORE
        shares = softmax(logits[known], temperature)
        total -= float(np.log(shares[np.arange(len(shares)), labels[known]] + 1e-9).sum())
        tokens += len(shares)
    return total / max(1, tokens)


def _f1(evidence: Evidence, temperature: float, decoding: Decoding) -> float:
    """Give the mean of the F1 of exact stretches and that of overlapping ones, in percent."""
    exact, overlapping = Tally(), Tally()
    for logits, labels in zip(evidence.logits, evidence.labels, strict=True):
        length = len(labels) - 2
        certain = np.eye(logits.shape[1], dtype=np.float32)[np.where(labels == IGNORE, 0, labels)]
        wanted = find_stretches(certain, length)
        given = find_stretches(softmax(logits, temperature), length, decoding)
        same = {(one.first, one.last, one.label) for one in wanted} & {
            (one.first, one.last, one.label) for one in given
        }
        exact.add(len(same), len(given), len(wanted))
        overlapping.add(_overlapping(given, wanted), len(given), len(wanted))
    return round((exact.figures()["f1"] + overlapping.figures()["f1"]) / 2, 1)


def _overlapping(given: Sequence[Found], wanted: Sequence[Found]) -> int:
    def overlap(i: int, j: int) -> bool:
        one, other = given[i], wanted[j]
        return one.label == other.label and one.first <= other.last and other.first <= one.last

    return len(match_once(given, wanted, overlap))


# Which triggers are one event


@dataclass(frozen=True, slots=True)
class Case:
    """One report's triggers as the model finds them, and the gold event of each, where it has one."""

    told: tuple[Told, ...]
    event: tuple[str | None, ...]


def fit_pairs(model: ReaderModel, reports: Sequence[GoldReport], target: Path) -> None:
    """Fit the weights of evidence for two triggers being one event, and write them to `target`.

    The bar is the one that groups reports best by weights that were fitted on the others.
    """
    cases = [_case(report, model) for report in reports]
    held_out = []
    for number in range(ROUNDS):
        folds = [fold_of(report.id, number, FOLDS) for report in reports]
        for fold in range(FOLDS):
            weights = _fit([case for case, its in zip(cases, folds, strict=True) if its != fold])
            held_out += [(case, weights) for case, its in zip(cases, folds, strict=True) if its == fold]
    scored = {bar: _b_cubed((case, replace(weights, bar=bar)) for case, weights in held_out) for bar in PAIR_BARS}
    bar = _middle_of_the_good(scored, 0.1)
    fitted = _fit(cases)
    target.write_text(
        json.dumps({"weights": fitted.weights, "intercept": fitted.intercept, "bar": bar}, indent=1) + "\n",
        encoding="utf-8",
    )
    print(f"pairs of one event: held-out B³ by bar {scored}")


def _fit(cases: Sequence[Case]) -> PairWeights:
    """Fit a logistic regression; where all pairs are alike, or there is none, their share is all that can be learnt."""
    from sklearn.linear_model import LogisticRegression

    pairs = [(case, a, b) for case in cases for a, b in _pairs(case)]
    same = [case.event[a.index] == case.event[b.index] for case, a, b in pairs]
    if len(set(same)) < 2:
        return PairWeights({}, round(math.log((sum(same) + 1) / (len(same) - sum(same) + 1)), 3), 0.0)
    rows = [weigh_pair(a, b) for _, a, b in pairs]
    order = sorted(rows[0])
    fitted = LogisticRegression(C=1.0, max_iter=2000).fit([[row[name] for name in order] for row in rows], same)
    weights = {name: round(float(weight), 3) for name, weight in zip(order, fitted.coef_[0], strict=True)}
    return PairWeights(weights, round(float(fitted.intercept_[0]), 3), 0.0)


def _case(report: GoldReport, model: ReaderModel) -> Case:
    document = as_document(report)
    reading = read_document(document, model)
    told = gather(document.text, reading, resolve(document, reading))
    return Case(
        told,
        tuple(
            next(
                (
                    event.id
                    for event in report.events
                    if event.type is one.trigger.type
                    and any(span.overlaps(one.trigger.span) for span in event.triggers)
                ),
                None,
            )
            for one in told
        ),
    )


def _pairs(case: Case) -> Iterable[tuple[Told, Told]]:
    known = sorted(
        (one for one in case.told if case.event[one.index] is not None), key=lambda one: (one.trigger.span, one.index)
    )
    return ((a, b) for a, b in itertools.combinations(known, 2) if a.trigger.type is b.trigger.type)


def _b_cubed(cases: Iterable[tuple[Case, PairWeights]]) -> float:
    """Give B³ F1 over the triggers that have a gold event: unlike pair F1, one large event does not rule it."""
    precision, recall, triggers = 0.0, 0.0, 0
    for case, weights in cases:
        known = [index for index, event in enumerate(case.event) if event is not None]
        ours = {index: set(group) & set(known) for group in group_triggers(case.told, weights) for index in group}
        for index in known:
            gold = {other for other in known if case.event[other] == case.event[index]}
            precision += len(ours[index] & gold) / len(ours[index])
            recall += len(ours[index] & gold) / len(gold)
        triggers += len(known)
    return round(200 * precision * recall / (precision + recall) / triggers, 2) if triggers else 0.0
