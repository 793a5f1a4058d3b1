"""Counting right and wrong, by hand."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.scoring import Tally, interval, match_once, percent


@pytest.mark.parametrize(
    ("tally", "f1", "precision", "recall"),
    [
        (Tally(3, 3, 4), 85.7, 100.0, 75.0),
        (Tally(1, 2, 4), 33.3, 50.0, 25.0),
        (Tally(5, 5, 5), 100.0, 100.0, 100.0),
        (Tally(0, 3, 4), 0.0, 0.0, 0.0),
        (Tally(0, 0, 4), 0.0, 0.0, 0.0),
        (Tally(0, 4, 0), 0.0, 0.0, 0.0),
        (Tally(), 0.0, 0.0, 0.0),
    ],
)
def test_f1_precision_and_recall_are_in_percent(tally: Tally, f1: float, precision: float, recall: float) -> None:
    assert tally.figures() == {"f1": f1, "precision": precision, "recall": recall, "wanted": tally.wanted}


def test_a_tally_adds_up_over_documents() -> None:
    tally = Tally()
    tally.add(1, 2, 3)
    tally.add(2, 2, 2)
    assert (tally.right, tally.given, tally.wanted) == (3, 4, 5)


@pytest.mark.parametrize(("part", "whole", "expected"), [(1, 3, 33.3), (2, 3, 66.7), (0, 5, 0.0), (0, 0, 0.0)])
def test_a_share_has_one_digit_and_nothing_of_nothing_is_zero(part: int, whole: int, expected: float) -> None:
    assert percent(part, whole) == expected


def matched(table: list[list[float]]) -> list[tuple[int, int]]:
    """Match rows with columns by a table of how alike they are."""
    return sorted(match_once(table, table[0] if table else [], lambda i, j: table[i][j]))


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ([], []),
        ([[0]], []),
        ([[1]], [(0, 0)]),
        ([[1, 1], [1, 1]], [(0, 0), (1, 1)]),
        ([[1, 2], [0, 1]], [(0, 1)]),  # the most alike pair goes first, and takes both from the others
        ([[1, 2], [2, 3]], [(0, 0), (1, 1)]),
        ([[1, 1, 1]], [(0, 0)]),
        ([[1], [1], [2]], [(2, 0)]),
    ],
)
def test_each_is_matched_once_the_most_alike_first(table: list[list[float]], expected: list[tuple[int, int]]) -> None:
    assert matched(table) == expected


@given(st.integers(1, 5).flatmap(lambda n: st.lists(st.lists(st.integers(0, 3), min_size=n, max_size=n), max_size=5)))
@settings(max_examples=60, deadline=None)
def test_nothing_is_matched_twice_or_with_what_is_not_alike(table: list[list[float]]) -> None:
    pairs = matched(table)
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
    assert all(table[i][j] > 0 for i, j in pairs)


def test_the_interval_holds_the_figure_and_narrows_with_more_documents() -> None:
    few, many = [Tally(1, 2, 2), Tally(2, 2, 2)] * 5, [Tally(1, 2, 2), Tally(2, 2, 2)] * 100
    for tallies in (few, many):
        low, high = interval(tallies)
        assert low <= 75.0 <= high
    assert interval(many)[1] - interval(many)[0] < interval(few)[1] - interval(few)[0]


def test_the_interval_is_the_same_each_time_and_that_of_alike_documents_is_a_point() -> None:
    tallies = [Tally(n % 3, 3, 3) for n in range(20)]
    assert interval(tallies) == interval(tallies)
    assert interval([Tally(1, 2, 2)] * 9) == (50.0, 50.0)
    assert interval([]) == (0.0, 0.0)
