"""Joining everything at once, in rounds, gives what joining the nearest two again and again gives."""

from __future__ import annotations

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from vedette.incidents.clustering import NEVER_COMPARED, Constraints, Key, cluster_events, pair_key
from vedette.records import EventRef

EVENTS = tuple(EventRef(f"d{number // 2:02}", f"e{number % 2}") for number in range(16))
pairs = st.tuples(st.sampled_from(EVENTS), st.sampled_from(EVENTS)).filter(lambda pair: pair[0] < pair[1])
tables = st.dictionaries(pairs, st.sampled_from([-9.0, -4.0, -1.0, 0.25, 0.5, 1.0, 3.0]), max_size=70)


def one_by_one(table: dict[Key, float], bar: float, apart: frozenset[Key]) -> list[tuple[EventRef, ...]]:
    """Join the slow way, as anybody would write it down."""
    groups: list[tuple[EventRef, ...]] = [(event,) for event in EVENTS]

    def mean(one: tuple[EventRef, ...], two: tuple[EventRef, ...]) -> float:
        keys = [pair_key(*pair) for pair in product(one, two)]
        if any(key in apart or (key[0].document_id == key[1].document_id and key not in table) for key in keys):
            return float("-inf")
        return sum(max(NEVER_COMPARED, table.get(key, NEVER_COMPARED)) for key in keys) / len(keys)

    while True:
        ranked = min((-mean(one, two), one, two) for one in groups for two in groups if one[0] < two[0])
        if not -ranked[0] > bar:
            return sorted(groups)
        groups = [group for group in groups if group not in ranked[1:]] + [tuple(sorted(ranked[1] + ranked[2]))]


@settings(max_examples=120, deadline=None)
@given(tables, st.sampled_from([-1.0, 0.0, 1.0]), st.frozensets(pairs, max_size=3))
def test_rounds_give_the_groups_of_joining_one_by_one(
    table: dict[Key, float], bar: float, apart: frozenset[Key]
) -> None:
    assert cluster_events(EVENTS, table, bar, Constraints(apart=apart)) == one_by_one(table, bar, apart)


def test_nothing_at_all_gives_no_groups() -> None:
    assert cluster_events([], {}, 0.0, Constraints()) == []
