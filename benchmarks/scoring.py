"""Counting right and wrong: precision, recall, F1, and how sure a figure is."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass


@dataclass(slots=True)
class Tally:
    """How many were right, how many were given, how many there were to find."""

    right: int = 0
    given: int = 0
    wanted: int = 0

    def add(self, right: int, given: int, wanted: int) -> None:
        """Count one more document."""
        self.right += right
        self.given += given
        self.wanted += wanted

    def figures(self) -> dict[str, float]:
        """Give precision, recall and F1 in percent, with the counts."""
        return {
            "f1": percent(2 * self.right, self.given + self.wanted),
            "precision": percent(self.right, self.given),
            "recall": percent(self.right, self.wanted),
            "wanted": self.wanted,
        }


def percent(part: float, whole: float) -> float:
    """Give a share in percent with one digit; 0 of nothing is 0."""
    return round(100 * part / whole, 1) if whole else 0.0


def match_once(
    given: Sequence[object], wanted: Sequence[object], alike: Callable[[int, int], float]
) -> list[tuple[int, int]]:
    """Pair what was given with what was wanted, each at most once, the most alike first; `alike` 0 is no pair."""
    scored = [(-score, i, j) for i in range(len(given)) for j in range(len(wanted)) if (score := alike(i, j)) > 0]
    used_given: set[int] = set()
    used_wanted: set[int] = set()
    pairs = []
    for _, i, j in sorted(scored):
        if i not in used_given and j not in used_wanted:
            used_given.add(i)
            used_wanted.add(j)
            pairs.append((i, j))
    return pairs


def interval(tallies: Iterable[Tally], rounds: int = 500, seed: int = 0) -> tuple[float, float]:
    """Give the 95% interval of an F1 by drawing documents anew (bootstrap); one tally a document."""
    pool = list(tallies)
    draw = random.Random(seed)  # noqa: S311 - a resampling, not a secret
    scores = []
    for _ in range(rounds if pool else 0):
        total = Tally()
        for tally in draw.choices(pool, k=len(pool)):
            total.add(tally.right, tally.given, tally.wanted)
        scores.append(total.figures()["f1"])
    scores.sort()
    return (scores[int(0.025 * rounds)], scores[int(0.975 * rounds) - 1]) if scores else (0.0, 0.0)
