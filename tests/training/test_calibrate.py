"""Maps from certainty to confidence, fitted on answers whose truth is known."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from training.calibrate import FITS, Answers, choose, never_falling, read_off
from vedette.events.calibrating import EVENT, Calibration

NAMES = [f"report {number}" for number in range(60)]


def answers(number: int, power: float, seed: int = 0) -> Answers:
    """Values read with x, of which x ** power are right."""
    draw = np.random.default_rng(seed)
    read = draw.uniform(0.3, 1.0, number).round(4)
    right = (draw.random(number) < read**power).astype(float)
    return Answers(read, right, np.arange(number) % len(NAMES))


@pytest.mark.parametrize("name", FITS)
@pytest.mark.parametrize("number", [25, 800])
def test_every_way_to_fit_gives_a_map_that_rises_within_0_to_1(name: str, number: int) -> None:
    its = answers(number, 3.0)
    knots = FITS[name](its.read, its.right)
    mapped = Calibration({EVENT: knots})  # refuses any other
    reads = np.linspace(0, 1, 21)
    told = [mapped.confidence(EVENT, float(read)) for read in reads]
    assert all(a <= b for a, b in itertools.pairwise(told))
    assert told == pytest.approx(read_off(knots, reads).tolist(), abs=1e-4)


@pytest.mark.parametrize("name", FITS)
def test_every_way_to_fit_bears_answers_that_are_all_alike_or_upside_down(name: str) -> None:
    its = answers(200, 1.0)
    for right in (np.ones(200), np.zeros(200), (its.read < 0.5).astype(float)):
        Calibration({EVENT: FITS[name](its.read, right)})


@pytest.mark.parametrize("name", ["platt", "beta", "5 steps", "8 steps"])
def test_a_fitted_map_finds_the_truth(name: str) -> None:
    its = answers(5000, 3.0)
    reads = np.linspace(0.4, 0.9, 11)
    assert np.abs(read_off(FITS[name](its.read, its.right), reads) - reads**3).max() < 0.05


def test_the_way_chosen_is_about_the_best_on_reports_left_out() -> None:
    method, errors = choose(answers(2000, 3.0), NAMES)
    assert method not in ("as read", "mean")
    assert errors[method][0] <= 1.01 * min(loss for loss, _ in errors.values())
    assert choose(answers(2000, 3.0), NAMES) == (method, errors)


def test_a_handful_of_values_teaches_only_the_mean() -> None:
    assert choose(answers(12, 1.0), NAMES)[0] == "mean"


@pytest.mark.parametrize(
    ("shares", "masses", "rising"),
    [
        ([0.1, 0.2, 0.9], [1, 1, 1], [0.1, 0.2, 0.9]),
        ([0.4, 0.2, 0.9], [1, 1, 1], [0.3, 0.3, 0.9]),
        ([0.4, 0.1], [2, 1], [0.3, 0.3]),
        ([0.9, 0.6, 0.3], [1, 1, 1], [0.6, 0.6, 0.6]),
    ],
)
def test_neighbours_that_fall_are_pooled(shares: list[float], masses: list[float], rising: list[float]) -> None:
    assert never_falling(shares, masses) == pytest.approx(rising)
