"""What is more likely noise than news is left out of an account."""

from __future__ import annotations

from dataclasses import replace

from tests.events.small import BY_MODEL, argument, count, cut, document, no_parts, reading, trigger
from vedette.events import build_account
from vedette.events.calibrating import AS_READ, EVENT
from vedette.events.doubtful import leave_out_doubtful
from vedette.records import Account, EventType, Resolved, Role

TEXT = "Men raided a post. The raid killed five, two of them cadets. A group claimed it."
MEN, FIVE, TWO = cut(TEXT, "Men"), cut(TEXT, "five"), cut(TEXT, "two")


def account(event_type: EventType = EventType.CLAIM) -> Account:
    raid = replace(
        trigger(TEXT, "raid", n=1, confidence=0.5),
        arguments=(
            argument(Role.ACTOR, MEN, 0.3),
            argument(Role.KILLED, FIVE, 0.9),
            argument(Role.KILLED, TWO, 0.8),
        ),
    )
    claim = replace(trigger(TEXT, "claimed", event_type=event_type, confidence=0.9), deed=0)
    resolved = Resolved(counts={FIVE: count(5, 5, FIVE), TWO: count(2, 2, TWO)})
    read = build_account(
        document(TEXT), reading(TEXT, [raid, claim]), resolved, no_parts, weights=BY_MODEL, calibration=AS_READ
    )
    raided, claimed = read.events
    actor, five, two = raided.assertions
    return replace(read, events=(replace(raided, assertions=(actor, five, replace(two, part_of=1))), claimed))


def test_without_floors_everything_stays() -> None:
    assert leave_out_doubtful(account(), {}) == account()


def test_a_value_below_its_floor_is_left_out_and_parts_still_point_to_their_total() -> None:
    raid = leave_out_doubtful(account(), {"actor": 0.31}).events[0]
    assert [(one.value.spans, one.part_of) for one in raid.assertions] == [((FIVE,), None), ((TWO,), 0)]


def test_a_value_at_its_floor_stays() -> None:
    assert leave_out_doubtful(account(), {"actor": 0.3}).events == account().events


def test_a_part_whose_total_is_left_out_is_a_figure_of_its_own() -> None:
    floors = {"killed": 0.85}
    read = account()
    raid = read.events[0]
    actor, five, two = raid.assertions
    unsure_total = replace(raid, assertions=(actor, replace(five, confidence=0.8), replace(two, confidence=0.9)))
    kept = leave_out_doubtful(replace(read, events=(unsure_total, read.events[1])), floors).events[0]
    assert [(one.value.spans, one.part_of) for one in kept.assertions] == [((MEN,), None), ((TWO,), None)]


def test_a_claim_of_a_deed_that_is_left_out_stays_and_points_to_none() -> None:
    assert account().events[1].of_event == account().events[0].id
    (claim,) = leave_out_doubtful(account(), {EVENT: 0.6}).events
    assert (claim.type, claim.of_event) == (EventType.CLAIM, None)
