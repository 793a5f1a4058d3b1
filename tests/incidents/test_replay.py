"""Judgements over random histories: undoing restores, replay is the same, the later and the human one holds."""

from __future__ import annotations

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from vedette.incidents.clustering import Constraints, cluster_events, pair_key
from vedette.incidents.replay import constraints_of, find_standing
from vedette.records import EventRef, Judgement, JudgementKind

NOON = dt.datetime(2025, 11, 1, 12, tzinfo=dt.UTC)
EVENTS = tuple(EventRef(f"d{number:02}", "e1") for number in range(12))
KINDS = (JudgementKind.SAME, JudgementKind.NOT_SAME, JudgementKind.SPLIT)

scores = st.dictionaries(
    st.tuples(st.sampled_from(EVENTS), st.sampled_from(EVENTS)).filter(lambda pair: pair[0] < pair[1]),
    st.floats(-8, 8),
    max_size=40,
)


@st.composite
def groups(draw: st.DrawFn) -> tuple[tuple[EventRef, ...], ...]:
    chosen = draw(st.lists(st.sampled_from(EVENTS), min_size=2, max_size=8, unique=True))
    cut = draw(st.integers(1, len(chosen) - 1))
    return tuple(chosen[:cut]), tuple(chosen[cut:])


@st.composite
def histories(draw: st.DrawFn) -> list[Judgement]:
    made: list[Judgement] = []
    for number in range(1, draw(st.integers(0, 8)) + 1):
        chance: int = draw(st.integers(0, 3))
        if made and chance == 0:
            undoes = draw(st.integers(1, number - 1))
            made.append(Judgement(number, JudgementKind.UNDO, (), "ada", NOON, undoes=undoes))
        else:
            kind, human = draw(st.sampled_from(KINDS)), draw(st.booleans())
            made.append(Judgement(number, kind, draw(groups()), "ada", NOON, human=human))
    return made


def state(table: dict[tuple[EventRef, EventRef], float], made: list[Judgement]) -> list[tuple[EventRef, ...]]:
    return cluster_events(EVENTS, table, 0.0, constraints_of(made))


@settings(max_examples=40, deadline=None)
@given(scores, histories(), groups())
def test_a_split_and_its_undoing_restore_the_identical_state(
    table: dict[tuple[EventRef, EventRef], float], made: list[Judgement], parts: tuple[tuple[EventRef, ...], ...]
) -> None:
    before = state(table, made)
    number = len(made) + 1
    split = Judgement(number, JudgementKind.SPLIT, parts, "ada", NOON)
    undo = Judgement(number + 1, JudgementKind.UNDO, (), "ada", NOON, undoes=number)
    assert state(table, [*made, split, undo]) == before


@settings(max_examples=40, deadline=None)
@given(scores, histories(), st.randoms(use_true_random=False))
def test_neither_the_order_of_events_nor_that_of_the_stored_rows_matters(
    table: dict[tuple[EventRef, EventRef], float], made: list[Judgement], shuffle: object
) -> None:
    mixed, rows = list(EVENTS), list(made)
    shuffle.shuffle(mixed)  # type: ignore[attr-defined]
    shuffle.shuffle(rows)  # type: ignore[attr-defined]
    assert cluster_events(mixed, table, 0.0, constraints_of(rows)) == state(table, made)


@settings(max_examples=40, deadline=None)
@given(scores, histories(), groups(), st.sampled_from(KINDS))
def test_the_last_judgement_of_a_person_holds_in_full(
    table: dict[tuple[EventRef, EventRef], float],
    made: list[Judgement],
    parts: tuple[tuple[EventRef, ...], ...],
    kind: JudgementKind,
) -> None:
    last = Judgement(len(made) + 1, kind, parts, "ada", NOON)
    home = {event: place for place, group in enumerate(state(table, [*made, last])) for event in group}
    one, two = ({home[event] for event in part} for part in parts)
    if kind is JudgementKind.SAME:
        assert len(one | two) == 1
    else:
        assert not one & two
    if kind is JudgementKind.SPLIT:
        assert len(one) == len(two) == 1


@settings(max_examples=40, deadline=None)
@given(histories())
def test_every_event_is_in_exactly_one_group(made: list[Judgement]) -> None:
    found = [event for group in state({}, made) for event in group]
    assert sorted(found) == sorted(EVENTS)


def test_an_undo_can_be_undone() -> None:
    same = Judgement(1, JudgementKind.SAME, ((EVENTS[0], EVENTS[1]),), "ada", NOON)
    undo = Judgement(2, JudgementKind.UNDO, (), "ada", NOON, undoes=1)
    again = Judgement(3, JudgementKind.UNDO, (), "ada", NOON, undoes=2)
    assert find_standing([same, undo]) == ()
    assert find_standing([same, undo, again]) == (same,)


def test_undoing_one_judgement_leaves_later_ones_alone() -> None:
    first = Judgement(1, JudgementKind.SAME, ((EVENTS[0], EVENTS[1]),), "ada", NOON)
    later = Judgement(2, JudgementKind.SAME, ((EVENTS[2], EVENTS[3]),), "bo", NOON)
    undo = Judgement(3, JudgementKind.UNDO, (), "ada", NOON, undoes=1)
    groups_left = [group for group in state({}, [first, later, undo]) if len(group) > 1]
    assert groups_left == [(EVENTS[2], EVENTS[3])]


def test_a_rule_never_overturns_a_person() -> None:
    person = Judgement(1, JudgementKind.NOT_SAME, ((EVENTS[0],), (EVENTS[1],)), "ada", NOON)
    rule = Judgement(2, JudgementKind.SAME, ((EVENTS[0], EVENTS[1]),), "model 9", NOON, human=False)
    assert all(len(group) == 1 for group in state({}, [person, rule]))


def test_a_chain_of_weak_links_joins_nothing() -> None:
    table = {pair_key(EVENTS[n], EVENTS[n + 1]): 1.0 for n in range(6)}
    sizes = [len(group) for group in cluster_events(EVENTS, table, 0.0, Constraints())]
    assert max(sizes) == 2
