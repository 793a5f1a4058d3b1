"""Which events a document tells apart; those that it does not may be one happening told twice, or in parts.

A report tells of one attack under two heads: a gunfight, and the attackers who fell in it. It means two happenings
where it says so: by another type or mode, another day, another place, others who did it, or "a second blast". Where it
says nothing of the kind, of two events that have a day or a place in common, other reports may show that they are one.
So they may where it tells that some were shot and others, or their goods, taken, which is one raid, even where the
taking is read as coercion; and where it tells one of the two only to deny it: who denies that shots were fired has
another account of the same hour, and seldom says again where.
"""

from __future__ import annotations

import numpy as np

from vedette.incidents.columns import NONE, Bools, Ints, Table
from vedette.incidents.crossing import both_told, count_shared, cross, days_between, find_least


def told_apart(table: Table, ones: Ints, twos: Ints) -> Bools:
    """Tell which pairs of rows, each of events of one document, the document tells apart."""
    mode, other_mode = table.mode[ones], table.mode[twos]
    one_raid = table.raid[ones] & table.raid[twos]
    one_denied = table.denied_deed[ones] != table.denied_deed[twos]
    another_mode = (mode != NONE) & (other_mode != NONE) & (mode != other_mode) & ~one_raid & ~one_denied
    dated, one_day = _compare_days(table, ones, twos)
    placed, one_place = _compare_places(table, ones, twos)
    actors = table.sets["actor_words"]
    another_actor = both_told(actors, actors, ones, twos) & (count_shared(actors, actors, ones, twos) == 0)
    apart: Bools = (
        ((table.type[ones] != table.type[twos]) & ~one_raid)
        | another_mode
        | (dated & ~one_day)
        | (placed & ~one_place)
        | another_actor
        | table.set_off[ones]
        | table.set_off[twos]
        | ~(dated | placed | one_denied)
    )
    return apart


def _compare_days(table: Table, ones: Ints, twos: Ints) -> tuple[Bools, Bools]:
    """Tell where both have a day, and where they may have one in common."""
    pair, one, two = cross(table.days, table.days, ones, twos)
    told, gap = find_least(pair, days_between(table.days, table.days, one, two), len(ones))
    return told, gap == 0


def _compare_places(table: Table, ones: Ints, twos: Ints) -> tuple[Bools, Bools]:
    """Tell where both have a place, and where one names nothing that the other does not."""
    words = table.sets["place_words"]
    fewer = np.minimum(words.sizes[ones], words.sizes[twos])
    return both_told(words, words, ones, twos), count_shared(words, words, ones, twos) == fewer
