"""How surely two events are one happening: weighed evidence, and what each piece of it weighed.

The weights are log-odds from a logistic regression on the reports' clusters (``python -m training.incidents``); why
this and not Splink is told in ``docs/decisions/0048-weighed-evidence-joins-reports.md``.
"""

from __future__ import annotations

import functools
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources

from vedette.incidents.comparing import Evidence, compare
from vedette.incidents.sketch import Sketch


@dataclass(frozen=True, slots=True)
class Weights:
    """Log-odds: one weight a piece of evidence, and the odds before any; `bar` is what a merge needs on average."""

    weights: Mapping[str, float]
    intercept: float
    bar: float

    def score(self, evidence: Evidence) -> float:
        """Give the log-odds that a pair with this evidence is one happening."""
        return self.intercept + sum(self.weights.get(name, 0.0) * value for name, value in evidence.items())


@dataclass(frozen=True, slots=True)
class Reason:
    """One step from the odds before any evidence to the verdict: the evidence, how much of it, what it weighed."""

    name: str
    value: float
    weight: float


@functools.cache
def load_weights() -> Weights:
    """Load the weights that ship with the package."""
    stored = json.loads((resources.files("vedette.incidents") / "weights.json").read_text(encoding="utf-8"))
    return Weights(stored["weights"], stored["intercept"], stored["bar"])


def explain_pair(a: Sketch, b: Sketch, weights: Weights) -> tuple[Reason, ...]:
    """Give the steps of a verdict, the heaviest first, after the odds before any evidence; they add up to the score."""
    steps = [Reason(name, value, weights.weights.get(name, 0.0) * value) for name, value in compare(a, b).items()]
    steps.sort(key=lambda reason: (-abs(reason.weight), reason.name))
    return (Reason("before-any-evidence", 1.0, weights.intercept), *steps)


def probability(log_odds: float) -> float:
    """Turn log-odds into a probability."""
    return 1 / (1 + math.exp(-log_odds)) if log_odds > -700 else 0.0
