"""From how sure the reader says it is to how often it is right: fits the maps that `vedette.events` ships.

``python -m training.calibrate --corpora FOLDER`` reads the *tune* reports from bare text to account, judges everything
as the benchmark ``calibration`` does, and writes one monotone map a field. NumPy is all it needs.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from benchmarks.calibration import account_as_read, bin_places, calibration_error, judge
from training.corpus import GoldReport, Part, fold_of, load_marked_up, part_of
from vedette.events.calibrating import EVENT, FIELDS, Calibration, Knots
from vedette.reading import ReaderModel, load_reader

MAPS = Path(__file__).parents[1] / "src" / "vedette" / "events" / "calibration.json"
FOLDS, ROUNDS = 5, 3
AS_GOOD = 1.01  # a log loss less than a hundredth above the best is no worse
# Below these confidences a field's values cost more precision than they give recall (docs/decisions/0078-floors.md).
FLOORS = {EVENT: 0.38, "actor": 0.2, "recipient": 0.2, "object": 0.35}
FEWEST = 20  # values below which the mean is all that can be learnt
_QUANTILES = (0.0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)

Floats = npt.NDArray[np.float64]
Fit = Callable[[Floats, Floats], Knots]


@dataclass(frozen=True, slots=True)
class Answers:
    """All values of one field: how sure as read (N,), right or not (N,), and the index of the report (N,)."""

    read: Floats
    right: Floats
    report: npt.NDArray[np.int64]


def fit_calibration(model: ReaderModel, reports: Sequence[GoldReport], target: Path = MAPS) -> None:
    """Fit one map a field on these reports, end to end, and write them to `target`."""
    stored: dict[str, dict[str, Any]] = {}
    for field, answers in collect(model, reports).items():
        method, errors = choose(answers, [report.id for report in reports])
        knots = FITS[method](answers.read, answers.right)
        floor = {"floor": FLOORS[field]} if field in FLOORS else {}
        stored[field] = {"by": method, "values": len(answers.read), **floor, "knots": knots}
        told = ", ".join(f"{name} {loss:.4f} / {ece:.3f}" for name, (loss, ece) in errors.items())
        print(f"{field}: {len(answers.read)} values, {method}; held-out log loss / ECE: {told}", flush=True)
    Calibration({field: its["knots"] for field, its in stored.items()})  # refuses what does not rise
    lines = ",\n".join(f" {json.dumps(field)}: {json.dumps(its)}" for field, its in stored.items())
    target.write_text(f"{{\n{lines}\n}}\n", encoding="utf-8")


def collect(model: ReaderModel, reports: Sequence[GoldReport]) -> dict[str, Answers]:
    """Read and judge every report; fields in the order of `FIELDS`, those never given left out."""
    rows: dict[str, list[tuple[float, bool, int]]] = {field: [] for field in FIELDS}
    for index, report in enumerate(reports):
        for judged in judge(report, account_as_read(report, model)):
            rows[judged.field].append((judged.confidence * judged.event, judged.right, index))
    return {
        field: Answers(
            np.array([read for read, _, _ in its]),
            np.array([float(right) for _, right, _ in its]),
            np.array([report for _, _, report in its]),
        )
        for field, its in rows.items()
        if its
    }


def choose(answers: Answers, names: Sequence[str]) -> tuple[str, Mapping[str, tuple[float, float]]]:
    """Choose a way to fit by cross-validation over reports; gives its name and (log loss, ECE) of every way.

    Of the ways whose log loss is about the best, the one with the least calibration error is taken.
    """
    if len(answers.read) < FEWEST or answers.right.min() == answers.right.max():
        return "mean", {}
    errors = {}
    for name, fit in FITS.items():
        rounds = [_held_out(answers, fit, names, number) for number in range(ROUNDS)]
        loss = float(np.mean([_log_loss(said, answers.right) for said in rounds]))
        errors[name] = (loss, float(np.mean([calibration_error(said, answers.right) for said in rounds])))
    best = min(loss for loss, _ in errors.values())
    good = [name for name, (loss, _) in errors.items() if loss <= AS_GOOD * best]
    return min(good, key=lambda name: errors[name][1]), errors


def _held_out(answers: Answers, fit: Fit, names: Sequence[str], number: int) -> Floats:
    """Give each value the confidence that a map fitted without its fold gives it."""
    folds = np.array([fold_of(name, number, FOLDS) for name in names])
    said = np.zeros_like(answers.read)
    for fold in range(FOLDS):
        out = folds[answers.report] == fold
        if out.any() and not out.all():
            said[out] = read_off(fit(answers.read[~out], answers.right[~out]), answers.read[out])
    return said


def read_off(knots: Knots, read: Floats) -> Floats:
    """Read a map off at many points, as `Calibration` does at one."""
    xs, ys = zip(*knots, strict=True)
    return np.interp(read, xs, ys)


def _log_loss(said: Floats, right: Floats) -> float:
    sure = np.clip(said, 0.01, 0.99)
    return float(-np.mean(right * np.log(sure) + (1 - right) * np.log(1 - sure)))


# The ways to fit


def _as_read(_read: Floats, _right: Floats) -> Knots:
    return (0.0, 0.0), (1.0, 1.0)


def _mean(_read: Floats, right: Floats) -> Knots:
    return ((0.5, round(float((right.sum() + 1) / (len(right) + 2)), 4)),)


def _platt(read: Floats, right: Floats) -> Knots:
    """Fit a logistic curve over the log-odds (Platt 1999)."""
    return _logistic(read, right, lambda x: np.stack([np.log(x / (1 - x))], axis=1))


def _beta(read: Floats, right: Floats) -> Knots:
    """Fit a beta calibration (Kull et al. 2017): as Platt, but the two ends bend on their own."""
    return _logistic(read, right, lambda x: np.stack([np.log(x), -np.log(1 - x)], axis=1))


def _logistic(read: Floats, right: Floats, features: Callable[[Floats], Floats]) -> Knots:
    inner = np.clip(read, 1e-4, 1 - 1e-4)
    weights = _newton(features(inner), right)
    if (weights[1:] < 0).any():  # surer is never wronger: what falls is left to the mean
        return _mean(read, right)
    xs = np.unique(np.quantile(inner, _QUANTILES).round(4))
    return _knots(xs, _share(features(xs), weights))


def _newton(rows: Floats, right: Floats, ridge: float = 0.01, steps: int = 30) -> Floats:
    """Fit a logistic regression by Newton's method: the intercept, then one weight a feature."""
    weights = np.zeros(rows.shape[1] + 1)
    told = np.concatenate([np.ones((len(rows), 1)), rows], axis=1)
    for _ in range(steps):
        shares = _share(rows, weights)
        slope = told.T @ (right - shares) - ridge * weights
        bend = (told * (shares * (1 - shares))[:, None]).T @ told + ridge * np.eye(len(weights))
        weights = weights + np.linalg.solve(bend, slope)
    return weights


def _share(rows: Floats, weights: Floats) -> Floats:
    shares: Floats = 1 / (1 + np.exp(-np.clip(rows @ weights[1:] + weights[0], -30, 30)))
    return shares


def _steps(bins: int) -> Fit:
    """Give a way that joins the shares right of `bins` stretches of equal mass by lines that never fall."""

    def fit(read: Floats, right: Floats) -> Knots:
        places = bin_places(read, bins)
        within = [places == place for place in np.unique(places)]
        xs = np.array([read[one].mean() for one in within])
        # Two more values at the field's mean keep a small bin from 0 and 1.
        shares = [(right[one].sum() + 2 * right.mean()) / (one.sum() + 2) for one in within]
        return _knots(xs, never_falling(shares, [float(one.sum()) for one in within]))

    return fit


def never_falling(shares: Sequence[float], masses: Sequence[float]) -> Floats:
    """Give the rising sequence nearest to these shares: neighbours that fall are pooled (Ayer et al. 1955)."""
    pools: list[tuple[float, float, int]] = []  # share, mass, how many
    for share, mass in zip(shares, masses, strict=True):
        pool = (float(share), mass, 1)
        while pools and pools[-1][0] > pool[0]:
            before = pools.pop()
            mass = before[1] + pool[1]
            pool = ((before[0] * before[1] + pool[0] * pool[1]) / mass, mass, before[2] + pool[2])
        pools.append(pool)
    return np.concatenate([np.full(many, share) for share, _, many in pools])


def _knots(xs: Floats, ys: Floats) -> Knots:
    """Round; of points that fall together by that, the first stays."""
    points: dict[float, float] = {}
    for x, y in zip(xs.tolist(), np.maximum.accumulate(ys).tolist(), strict=True):
        points.setdefault(round(x, 4), round(min(1.0, max(0.0, y)), 4))
    return tuple(points.items())


FITS: dict[str, Fit] = {
    "as read": _as_read,
    "mean": _mean,
    "platt": _platt,
    "beta": _beta,
    "3 steps": _steps(3),
    "5 steps": _steps(5),
    "8 steps": _steps(8),
}


def main() -> None:
    """Fit the maps for the model that ships."""
    parser = argparse.ArgumentParser(prog="python -m training.calibrate", description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="the folder that holds annotated/")
    given = parser.parse_args()
    reports = load_marked_up(given.corpora)
    fit_calibration(load_reader(), [report for report in reports if part_of(report) is Part.TUNE])


if __name__ == "__main__":
    main()
