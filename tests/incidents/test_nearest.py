"""Whoever asks for one event's group gets what joining everything at once gives."""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from vedette.incidents.clustering import Constraints, Key, cluster_events, pair_key
from vedette.incidents.nearest import Neighbourhood, find_groups
from vedette.records import EventRef

EVENTS = tuple(EventRef(f"d{number // 2:02}", f"e{number % 2}") for number in range(24))
pairs = st.tuples(st.sampled_from(EVENTS), st.sampled_from(EVENTS)).filter(lambda pair: pair[0] < pair[1])
# Few levels, so that many means are equal, and most above the bar, so that nearly all hangs together.
tables = st.dictionaries(pairs, st.sampled_from([-6.0, -2.0, 0.5, 1.0, 1.5, 3.0]), max_size=120)


@st.composite
def constraints(draw: st.DrawFn) -> Constraints:
    bound = draw(st.lists(st.sampled_from(EVENTS), unique=True, max_size=6).filter(lambda chosen: len(chosen) != 1))
    apart = draw(st.frozensets(pairs, max_size=4))
    out = draw(st.frozensets(st.sampled_from(EVENTS), max_size=3))
    return Constraints((tuple(sorted(bound)),) if bound else (), apart, out)


def around(table: dict[Key, float], fixed: Constraints) -> Neighbourhood:
    def scores(events: Collection[EventRef]) -> dict[Key, float]:
        return {key: score for key, score in table.items() if key[0] in events or key[1] in events}

    return Neighbourhood(scores, lambda events: events, fixed, 0.0)


@settings(max_examples=150, deadline=None)
@given(tables, constraints(), st.sampled_from(EVENTS))
def test_the_group_of_one_event_is_that_of_joining_everything(
    table: dict[Key, float], fixed: Constraints, event: EventRef
) -> None:
    wanted = {member: group for group in cluster_events(EVENTS, table, 0.0, fixed) for member in group}
    if event in wanted:
        assert around(table, fixed).group_of(event) == wanted[event]


@settings(max_examples=100, deadline=None)
@given(tables, pairs, st.sampled_from([-6.0, 2.0]))
def test_a_changed_pair_changes_no_group_but_those_found_from_its_two_events(
    table: dict[Key, float], pair: Key, score: float
) -> None:
    before = {member: group for group in cluster_events(EVENTS, table, 0.0, Constraints()) for member in group}
    changed = {**table, pair: score}
    found = find_groups(pair, around(changed, Constraints()), before.__getitem__)
    kept = {group for group in before.values() if not any(set(group) & set(new) for new in found)}
    assert sorted(kept | set(found)) == cluster_events(EVENTS, changed, 0.0, Constraints())


def test_a_long_chain_of_links_is_not_followed_to_its_end() -> None:
    events = [EventRef(f"d{number:03}", "e1") for number in range(200)]
    # Pairs hold together more than what lies between them, and everything hangs together.
    table = {pair_key(one, two): 5.0 if number % 2 == 0 else 1.0 for number, (one, two) in enumerate(pairwise(events))}
    asked: set[EventRef] = set()

    def scores(chosen: Collection[EventRef]) -> dict[Key, float]:
        asked.update(chosen)
        return {key: score for key, score in table.items() if key[0] in chosen or key[1] in chosen}

    assert Neighbourhood(scores, lambda some: some, Constraints(), 0.0).group_of(events[100]) == tuple(events[100:102])
    assert len(asked) < 10
