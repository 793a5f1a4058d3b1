"""Rows of two tables beside one another, for many pairs at once: their records crossed, what their sets share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from vedette.incidents.columns import Bools, Ints, Longs, Ragged, Stretches

_AT_ONCE = 1 << 20  # cells of a table that are held at once: larger ones leave the processor's cache

Number = TypeVar("Number", np.int64, np.float64)


def cross(ours: Stretches, theirs: Stretches, ones: Ints, twos: Ints) -> tuple[Longs, Longs, Longs]:
    """Give every record of one row beside every record of the other: the pair, our record, their record."""
    sizes, their_sizes = ours.sizes[ones], theirs.sizes[twos]
    counts = sizes * their_sizes
    pair = np.repeat(np.arange(len(ones)), counts)
    within = np.arange(len(pair)) - np.repeat(np.cumsum(counts) - counts, counts)
    width = their_sizes[pair]
    return pair, ours.starts[ones][pair] + within // width, theirs.starts[twos][pair] + within % width


def find_least(pair: Longs, values: npt.NDArray[Number], pairs: int) -> tuple[Bools, npt.NDArray[Number]]:
    """Tell for each pair whether it has a value at all, and give its least; `pair` is in order."""
    told = np.zeros(pairs, np.bool_)
    least = np.zeros(pairs, values.dtype)
    if len(pair):
        begins = np.flatnonzero(np.r_[True, pair[1:] != pair[:-1]])
        told[pair[begins]] = True
        least[pair[begins]] = np.minimum.reduceat(values, begins)
    return told, least


def days_between(ours: Stretches, theirs: Stretches, one: Longs, two: Longs) -> Longs:
    """Give the days between records of days, each from a first to a last; 0 where they have one in common."""
    first, last = ours.columns["first"], ours.columns["last"]
    their_first, their_last = theirs.columns["first"], theirs.columns["last"]
    apart: Longs = np.maximum(0, np.maximum(their_first[two] - last[one], first[one] - their_last[two]))
    return apart


def both_told(one: Ragged, two: Ragged, ones: Ints, twos: Ints) -> Bools:
    """Tell of which pairs neither set is empty."""
    told: Bools = (one.sizes[ones] > 0) & (two.sizes[twos] > 0)
    return told


def count_shared(one: Ragged, two: Ragged, ones: Ints, twos: Ints) -> Longs:
    """Count what two sets share, pairs of sets of like size at once."""
    longest = np.maximum(one.sizes[ones], two.sizes[twos])
    longest[(one.sizes[ones] == 0) | (two.sizes[twos] == 0)] = 0
    found = np.zeros(len(ones), np.int64)
    for chosen, width in _by_width(longest):
        ours_told = one.padded(ones[chosen], width, -1)
        theirs_told = two.padded(twos[chosen], width, -2)
        equal = ours_told[:, :, None] == theirs_told[:, None, :]
        found[chosen] = np.count_nonzero(equal.reshape(len(chosen), -1), axis=1)
    return found


def _by_width(longest: Longs) -> Iterator[tuple[Longs, int]]:
    """Give the places of rows that fit a width, a bounded number at once, narrow ones first; empty ones never."""
    lower, width = 0, 1
    while lower < longest.max(initial=0):
        fitting = np.flatnonzero((longest > lower) & (longest <= width))
        step = max(1, _AT_ONCE // width**2)
        for start in range(0, len(fitting), step):
            yield fitting[start : start + step], width
        lower, width = width, width + max(1, width // 2)
