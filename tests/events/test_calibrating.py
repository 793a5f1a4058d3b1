"""How sure the reader says it is → how often it is right."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.events.small import BY_MODEL, argument, count, cut, document, no_parts, reading, said, trigger
from vedette.events import build_account
from vedette.events.calibrating import (
    AS_READ,
    ATTRIBUTION,
    EVENT,
    FIELDS,
    OTHER_COUNT,
    TIE,
    Calibration,
    calibrate,
    field_of,
    load_calibration,
)
from vedette.records import Account, Relation, Resolved, Role, TieMention

TEXT = "Men raided a post. The army said the raid killed five."
FIVE = cut(TEXT, "five")
HALVED = ((0.0, 0.0), (1.0, 0.5))


def account(calibration: Calibration) -> Account:
    raid = replace(
        trigger(TEXT, "raid", n=1, confidence=0.8), arguments=(replace(argument(Role.KILLED, FIVE), confidence=0.5),)
    )
    tie = TieMention(cut(TEXT, "Men"), cut(TEXT, "The army"), Relation.RIVAL_OF, None, 0.6)
    found = replace(reading(TEXT, [raid], [said(TEXT, "The army", "the raid killed five")]), ties=(tie,))
    resolved = Resolved(counts={FIVE: count(5, 5, FIVE)})
    return build_account(document(TEXT), found, resolved, no_parts, weights=BY_MODEL, calibration=calibration)


def test_without_maps_everything_stays_as_it_was_read() -> None:
    read = account(AS_READ)
    assert calibrate(read, AS_READ) == read
    assert (read.events[0].confidence, read.events[0].assertions[0].confidence) == (0.8, 0.5)


def test_each_field_is_mapped_by_its_own_map_and_a_value_also_by_its_event() -> None:
    read = account(AS_READ)
    mapped = account(Calibration({EVENT: HALVED, "killed": HALVED, ATTRIBUTION: HALVED, TIE: ((0.0, 0.0), (1.0, 1.0))}))
    assert mapped.events[0].confidence == 0.4
    assert mapped.events[0].assertions[0].confidence == 0.2  # half of 0.8 times 0.5: both as read
    assert mapped.attributions[0].confidence == pytest.approx(read.attributions[0].confidence / 2)
    assert mapped.ties == read.ties


def test_nothing_but_confidences_changes() -> None:
    read, mapped = account(AS_READ), account(Calibration({EVENT: HALVED, "killed": HALVED}))
    event = mapped.events[0]
    again = replace(
        event, confidence=0.8, assertions=tuple(replace(assertion, confidence=0.5) for assertion in event.assertions)
    )
    assert replace(mapped, events=(again,)) == read


def test_a_map_is_level_beyond_its_ends_and_straight_between() -> None:
    knots = {EVENT: ((0.4, 0.1), (0.6, 0.5), (0.8, 0.9))}
    said_by = [Calibration(knots).confidence(EVENT, read) for read in (0.0, 0.4, 0.5, 0.6, 0.7, 0.8, 1.0)]
    assert said_by == pytest.approx([0.1, 0.1, 0.3, 0.5, 0.7, 0.9, 0.9])
    assert Calibration({EVENT: ((0.5, 0.3),)}).confidence(EVENT, 0.9) == 0.3


@pytest.mark.parametrize(
    "knots",
    [(), ((0.1, 0.5), (0.2, 0.4)), ((0.2, 0.4), (0.2, 0.5)), ((0.1, -0.1), (0.5, 0.5)), ((0.1, 0.5), (0.5, 1.1))],
)
def test_a_map_that_falls_or_leaves_0_to_1_is_refused(knots: tuple[tuple[float, float], ...]) -> None:
    with pytest.raises(ValueError, match="calibration of event"):
        Calibration({EVENT: knots})


def test_every_role_has_a_field_and_seldom_told_counts_share_one() -> None:
    assert {field_of(role) for role in Role} == set(FIELDS) - {EVENT, ATTRIBUTION, TIE}
    assert field_of(Role.KILLED) == "killed"
    assert field_of(Role.ARRESTED) == field_of(Role.DISPLACED) == OTHER_COUNT


SHARES = st.floats(0, 1)


@settings(max_examples=60)
@given(st.sampled_from(FIELDS), st.lists(SHARES, min_size=2, max_size=6), SHARES)
def test_the_maps_that_ship_never_fall_and_stay_within_0_to_1(field: str, reads: list[float], event: float) -> None:
    told = [load_calibration().confidence(field, read, event) for read in sorted(reads)]
    assert all(a <= b for a, b in itertools.pairwise(told))
    assert all(0 <= one <= 1 for one in told)


def test_every_map_that_ships_is_of_a_field() -> None:
    assert set(load_calibration().maps) <= set(FIELDS)
