"""Which triggers are one event."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.events.small import BY_MODEL, argument, cut, day, linked, reading, trigger
from vedette.events import PairWeights, group_triggers, load_weights, score_pairs
from vedette.events.evidence import Told, gather, weigh_pair
from vedette.events.merging import REACH
from vedette.records import EventType, Resolved, Role, Trigger


def made(types: list[EventType], shares: dict[tuple[int, int], float]) -> tuple[Told, ...]:
    """Make triggers of these types, one a sentence, and what the model says of pairs of them."""
    text = " ".join(f"Event{number:03d} happened." for number in range(len(types)))
    triggers: list[Trigger] = [trigger(text, f"Event{number:03d}", event_type=one) for number, one in enumerate(types)]
    return gather(text, reading(text, linked(triggers, shares)), Resolved())


A = EventType.ASSAULT


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        ({}, [[0], [1], [2]]),
        ({(0, 1): 0.9}, [[0, 1], [2]]),
        ({(0, 2): 0.9}, [[0, 2], [1]]),
        ({(0, 1): 0.9, (1, 2): 0.9, (0, 2): 0.9}, [[0, 1, 2]]),
        # one link does not chain: (3.2 - 4) / 2 is below the bar
        ({(0, 1): 0.9, (1, 2): 0.9, (0, 2): 0.0}, [[0, 1], [2]]),
        # the mean of 2.4 and -0.8 is above it
        ({(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.4}, [[0, 1, 2]]),
        # the strongest pair is joined first
        ({(0, 1): 0.7, (1, 2): 0.95, (0, 2): 0.0}, [[0], [1, 2]]),
        ({(0, 1): 0.5}, [[0], [1], [2]]),  # at the bar is not above it
    ],
)
def test_groups_are_joined_by_the_mean_of_their_pairs(
    shares: dict[tuple[int, int], float], expected: list[list[int]]
) -> None:
    assert group_triggers(made([A, A, A], shares), BY_MODEL) == expected


def test_the_bar_decides_how_sure_a_merge_must_be() -> None:
    told = made([A, A], {(0, 1): 0.7})  # 1.6 in log-odds
    assert group_triggers(told, PairWeights({"model": 8.0}, -4.0, bar=1.5)) == [[0, 1]]
    assert group_triggers(told, PairWeights({"model": 8.0}, -4.0, bar=1.7)) == [[0], [1]]


@pytest.mark.parametrize(
    ("text", "apart", "expected"),
    [
        # the sentence dates two happenings apart: "this" is the last
        ("Men raided a post on Monday and bombed a bus on Friday. This attack was long.", True, [[0], [1, 2]]),
        ("Men raided a post on Monday and bombed a bus on Friday. This terrible attack was long.", True, [[0], [1, 2]]),
        # it does not say that they are two
        ("Men raided a post on Monday and bombed a bus on Friday. This attack was long.", False, [[0, 2], [1]]),
        # nothing points
        ("Men raided a post on Monday and bombed a bus on Friday. The attack was long.", True, [[0, 2], [1]]),
        # they are not told in the sentence before
        ("Men raided a post on Monday and bombed a bus on Friday. Why. This attack was long.", True, [[0, 2], [1]]),
    ],
)
def test_this_attack_is_the_last_of_those_told_apart_just_before(
    text: str, apart: bool, expected: list[list[int]]
) -> None:
    monday, friday = cut(text, "Monday"), cut(text, "Friday")
    triggers = [
        trigger(text, "raided", argument(Role.DATE, monday)),
        trigger(text, "bombed", argument(Role.DATE, friday)),
        trigger(text, "attack"),
    ]
    days = {monday: day("2024-03-04", None, monday), friday: day("2024-03-08" if apart else "2024-03-04", None, friday)}
    told = gather(text, reading(text, linked(triggers, {(0, 2): 0.9, (1, 2): 0.4})), Resolved(dates=days))
    assert group_triggers(told, BY_MODEL) == expected


def test_no_trigger_gives_no_group() -> None:
    assert group_triggers((), BY_MODEL) == []


CASES = st.integers(1, 9).flatmap(
    lambda size: st.tuples(
        st.lists(st.sampled_from([EventType.ASSAULT, EventType.CLAIM]), min_size=size, max_size=size),
        st.dictionaries(
            st.tuples(st.integers(0, size - 1), st.integers(0, size - 1)).filter(lambda pair: pair[0] < pair[1]),
            st.sampled_from([0.0, 0.3, 0.5, 0.6, 0.9, 1.0]),
        ),
        st.randoms(use_true_random=False),
    )
)


@given(CASES)
@settings(max_examples=80, deadline=None)
def test_groups_do_not_depend_on_the_order_in_which_triggers_come(
    case: tuple[list[EventType], dict[tuple[int, int], float], random.Random],
) -> None:
    types, shares, draw = case
    told = made(types, shares)
    groups = group_triggers(told, BY_MODEL)
    assert sorted(index for group in groups for index in group) == list(range(len(types)))
    assert groups == sorted(groups)
    assert all(len({types[index] for index in group}) == 1 for group in groups)
    shuffled = list(told)
    draw.shuffle(shuffled)
    assert group_triggers(shuffled, BY_MODEL) == groups


@given(CASES)
@settings(max_examples=30, deadline=None)
def test_triggers_of_two_types_are_never_one_event(
    case: tuple[list[EventType], dict[tuple[int, int], float], random.Random],
) -> None:
    types, _, _ = case
    certain = {(a, b): 1.0 for b in range(len(types)) for a in range(b)}
    expected = [[index for index, one in enumerate(types) if one is kind] for kind in dict.fromkeys(types)]
    assert group_triggers(made(types, certain), BY_MODEL) == expected


def test_the_work_is_bounded_by_how_far_apart_triggers_may_stand() -> None:
    size = REACH + 10
    told = made([A] * size, {(a, b): 1.0 for b in range(size) for a in range(b)})
    scores = score_pairs(told, BY_MODEL)
    assert len(scores) == sum(min(REACH, size - 1 - place) for place in range(size))
    assert all(0 < b - a <= REACH for a, b in scores)
    # Two triggers that were never compared are never in one group.
    assert all(group[-1] - group[0] <= REACH for group in group_triggers(told, BY_MODEL))


def test_reach_is_counted_among_triggers_of_one_type() -> None:
    types = [A, *[EventType.CLAIM] * (REACH + 5), A]
    assert (0, len(types) - 1) in score_pairs(made(types, {}), BY_MODEL)


def test_the_shipped_weights_ask_for_evidence_and_trust_the_model() -> None:
    weights = load_weights()
    assert weights.score({}) < weights.bar
    assert weights.weights["model"] > 0
    told = made([A], {})
    assert set(weights.weights) <= set(weigh_pair(told[0], told[0]))


@pytest.mark.parametrize(("deeds", "claims"), [((0, 1), [[2], [3]]), ((0, 0), [[2, 3]]), ((0, None), [[2, 3]])])
def test_claims_of_two_deeds_are_two_claims(deeds: tuple[int, int | None], claims: list[list[int]]) -> None:
    text = "A raid. A blast. They claimed. They admitted."
    triggers = [
        trigger(text, "raid"),
        trigger(text, "blast"),
        trigger(text, "claimed", event_type=EventType.CLAIM, deed=deeds[0]),
        trigger(text, "admitted", event_type=EventType.CLAIM, deed=deeds[1]),
    ]
    told = gather(text, reading(text, linked(triggers, {(2, 3): 1.0})), Resolved())
    assert group_triggers(told, BY_MODEL) == [[0], [1], *claims]
