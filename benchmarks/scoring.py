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


def best_assignment(worth: Sequence[Sequence[float]]) -> float:
    """Give the greatest sum of worth in which each row and each column is used at most once (Hungarian method)."""
    if not worth or not worth[0]:
        return 0.0
    rows, columns = len(worth), len(worth[0])
    if rows > columns:
        return best_assignment([list(column) for column in zip(*worth, strict=True)])
    row_price, column_price = [0.0] * (rows + 1), [0.0] * (columns + 1)
    taken_by = [0] * (columns + 1)
    for row in range(1, rows + 1):
        _augment(row, worth, row_price, column_price, taken_by)
    return sum(worth[row - 1][column] for column, row in enumerate(taken_by[1:]) if row)


def _augment(
    row: int,
    worth: Sequence[Sequence[float]],
    row_price: list[float],
    column_price: list[float],
    taken_by: list[int],
) -> None:
    """Give `row` a column, along the cheapest path of exchanges; costs are negative worth."""
    columns = len(column_price) - 1
    least, before, used = [float("inf")] * (columns + 1), [0] * (columns + 1), [False] * (columns + 1)
    taken_by[0], column = row, 0
    while taken_by[column]:
        used[column] = True
        at = taken_by[column]
        for other in range(1, columns + 1):
            cost = -worth[at - 1][other - 1] - row_price[at] - column_price[other]
            if not used[other] and cost < least[other]:
                least[other], before[other] = cost, column
        following = min((other for other in range(1, columns + 1) if not used[other]), key=least.__getitem__)
        step = least[following]
        for other in range(columns + 1):
            if used[other]:
                row_price[taken_by[other]] += step
                column_price[other] -= step
            else:
                least[other] -= step
        column = following
    while column:
        taken_by[column] = taken_by[before[column]]
        column = before[column]


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
