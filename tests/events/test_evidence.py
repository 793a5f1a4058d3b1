"""What speaks for and against two triggers being one happening."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.events.small import actor, argument, count, cut, day, place, reading, trigger
from vedette.events.evidence import (
    compare_actors,
    compare_counts,
    compare_dates,
    compare_places,
    gather,
    same_head,
    weigh_pair,
)
from vedette.records import (
    ActorValue,
    Basis,
    CountValue,
    DateValue,
    EventType,
    PlacePrecision,
    PlaceValue,
    Resolved,
    Role,
)
from vedette.records.geometry import distance_km

UNKNOWN_DAY = DateValue(None, None, None, Basis.RELATIVE, ())
SINCE = DateValue(day("2024-03-01").from_, None, None, Basis.STATED, ())


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ([day("2024-03-05")], [day("2024-03-05")], 1.0),
        ([day("2024-03-05")], [day("2024-03-01", "2024-03-31")], 0.5),
        ([day("2024-03-01", "2024-03-10")], [day("2024-03-10", "2024-03-12")], 0.5),
        ([day("2024-03-05")], [day("2024-03-06")], -1.0),
        ([day("2024-03-01", "2024-03-31")], [day("2024-04-01", "2024-04-30")], -1.0),
        ([day("2024-03-05"), day("2024-05-05")], [day("2024-05-05")], 1.0),  # one that agrees is enough
        ([], [day("2024-03-05")], 0.0),
        ([], [], 0.0),
        ([UNKNOWN_DAY], [day("2024-03-05")], 0.0),
        ([SINCE], [day("2020-03-05")], 0.0),  # an open side is no evidence
    ],
)
def test_dates_are_compared(a: Sequence[DateValue], b: Sequence[DateValue], expected: float) -> None:
    assert compare_dates(a, b) == compare_dates(b, a) == expected


QUETTA = place("Quetta", at=(30.184, 67.001), geonames_id=1167528, country="PK")
NEAR_QUETTA = place("Hanna", at=(30.25, 67.05), geonames_id=1, country="PK")
KARACHI = place("Karachi", at=(24.861, 67.010), geonames_id=1174872, country="PK")
BALOCHISTAN = place("Balochistan", PlacePrecision.PROVINCE, (28.5, 65.5), 1183606, "PK")
PAKISTAN = place("Pakistan", PlacePrecision.COUNTRY, (30, 70), 1168579, "PK")
INDIA = place("India", PlacePrecision.COUNTRY, (22, 79), 1269750, "IN")
SAHEL = place("the Sahel", PlacePrecision.REGION, (15, 0))
UNKNOWN = place("Ghost Village", None)
AROUND_QUETTA = place("Quetta", at=(30.184, 67.001), radius_km=700.0, country="PK")


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ([QUETTA], [QUETTA], 1.0),
        ([QUETTA], [NEAR_QUETTA], 0.5),
        ([QUETTA], [KARACHI], -1.0),
        ([QUETTA], [BALOCHISTAN], 0.5),  # inside its province
        ([KARACHI, QUETTA], [QUETTA], 1.0),
        ([QUETTA], [PAKISTAN], 0.0),  # a country is too wide to agree
        ([QUETTA], [INDIA], -1.0),  # but not to conflict
        ([PAKISTAN], [INDIA], -1.0),
        ([PAKISTAN], [PAKISTAN], 0.0),
        ([QUETTA], [SAHEL], 0.0),
        ([QUETTA], [UNKNOWN], 0.0),
        ([UNKNOWN], [UNKNOWN], 0.0),
        ([AROUND_QUETTA], [KARACHI], 0.5),  # the text itself says how wide
        ([], [QUETTA], 0.0),
    ],
)
def test_places_are_compared(a: Sequence[PlaceValue], b: Sequence[PlaceValue], expected: float) -> None:
    assert compare_places(a, b) == compare_places(b, a) == expected


ISKP, TTP, NOBODY = actor("ISKP", "iskp"), actor("TTP", "ttp"), actor("gunmen")


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ([ISKP], [ISKP], 1.0),
        ([ISKP], [TTP], -1.0),
        ([ISKP, TTP], [TTP], 1.0),
        ([NOBODY], [ISKP], 0.0),  # gunmen may be anybody
        ([NOBODY], [NOBODY], 0.0),
        ([NOBODY, ISKP], [TTP], -1.0),
        ([], [ISKP], 0.0),
    ],
)
def test_actors_are_compared(a: Sequence[ActorValue], b: Sequence[ActorValue], expected: float) -> None:
    assert compare_actors(a, b) == compare_actors(b, a) == expected


KILLED_5, KILLED_7, NONE_KILLED = (
    {Role.KILLED: [count(5, 5)]},
    {Role.KILLED: [count(7, 7)]},
    {Role.KILLED: [count(0, 0)]},
)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (KILLED_5, KILLED_5, 1.0),
        (KILLED_5, KILLED_7, -1.0),
        ({Role.KILLED: [count(5, 5), count(7, 7)]}, KILLED_7, 1.0),
        (KILLED_5, {Role.INJURED: [count(5, 5)]}, 0.0),
        (KILLED_5, {Role.KILLED: [count(7, 7)], Role.INJURED: [count(3, 3)]}, -1.0),
        (KILLED_5, NONE_KILLED, 0.0),
        ({}, KILLED_5, 0.0),
        ({Role.KILLED: [count(None, 5)]}, KILLED_5, 0.0),
    ],
)
def test_counts_are_compared(a: dict[Role, list[CountValue]], b: dict[Role, list[CountValue]], expected: float) -> None:
    assert compare_counts(a, b) == compare_counts(b, a) == expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("attacked", "the attack", True),
        ("Attack", "attackers", True),
        ("bombing", "suicide bombing", True),
        ("killed", "killing", True),
        ("killed", "shot", False),
        ("raid", "raided", True),
        ("hit", "hit", False),  # too short to tell
        ("", "attack", False),
    ],
)
def test_heads_that_share_a_beginning_are_one_word(a: str, b: str, expected: bool) -> None:
    assert same_head(a, b) is same_head(b, a) is expected


@pytest.mark.parametrize(
    ("a", "b", "km"),
    [
        ((30.184, 67.001), (24.861, 67.010), 592),
        ((0, 0), (0, 0), 0),
        ((0, 179.5), (0, -179.5), 111),  # across the date line
        ((90, 0), (-90, 0), 20015),
    ],
)
def test_distances_are_great_circles(a: tuple[float, float], b: tuple[float, float], km: float) -> None:
    assert distance_km(a, b) == pytest.approx(km, abs=2)
    assert distance_km(b, a) == pytest.approx(distance_km(a, b))


TEXT = (
    "On Monday gunmen attacked a bus in Quetta and killed five people. Police said that the attack was over. "
    "Another raid hit Karachi on Friday."
)
MONDAY, FRIDAY = cut(TEXT, "Monday"), cut(TEXT, "Friday")
RESOLVED = Resolved(
    dates={MONDAY: day("2024-03-04"), FRIDAY: day("2024-03-08")},
    places={cut(TEXT, "Quetta"): QUETTA, cut(TEXT, "Karachi"): KARACHI},
    counts={cut(TEXT, "five"): count(5, 5)},
)
TRIGGERS = (
    trigger(
        TEXT,
        "attacked",
        argument(Role.DATE, MONDAY),
        argument(Role.PLACE, cut(TEXT, "Quetta")),
        argument(Role.KILLED, cut(TEXT, "five")),
        argument(Role.RECIPIENT, cut(TEXT, "five people")),
        same=[(1, 0.8)],
    ),
    trigger(TEXT, "attack", n=1, same=[(0, 0.6)]),
    trigger(TEXT, "raid", argument(Role.DATE, FRIDAY), argument(Role.PLACE, cut(TEXT, "Karachi"))),
)


def test_evidence_names_what_the_text_binds_to_two_triggers() -> None:
    attacked, attack, raid = gather(TEXT, reading(TEXT, TRIGGERS), RESOLVED)
    alike = weigh_pair(attacked, attack)
    assert alike["model"] == pytest.approx(0.7)  # the mean of what each says of the other
    assert (alike["model-blind"], alike["same-head"], alike["definite"], alike["bare"]) == (0, 1, 1, 1)
    apart = weigh_pair(attacked, raid)
    assert (apart["model-blind"], apart["date-conflicts"], apart["place-conflicts"]) == (1, 1, 1)
    assert (apart["definite"], apart["date-agrees"], apart["bare"]) == (0, 0, 0)
    assert weigh_pair(attack, raid)["date-conflicts"] == 0


def test_every_piece_of_evidence_lies_between_minus_one_and_one() -> None:
    told = gather(TEXT, reading(TEXT, TRIGGERS), RESOLVED)
    evidence = [weigh_pair(a, b) for a in told for b in told if a.index < b.index]
    assert all(-1 <= value <= 1 for one in evidence for value in one.values())
    assert len({tuple(one) for one in evidence}) == 1  # always the same names


CLAIMED = "In May the Front claimed the raid and a rally."


@pytest.mark.parametrize(
    ("event_type", "near"),
    [
        (EventType.CLAIM, 1),  # the claim holds its date more surely, but what was claimed is of May all the same
        (EventType.ASSAULT, 0),  # another deed that holds the date more surely has it for its own
    ],
)
def test_only_triggers_of_one_type_dispute_an_argument(event_type: EventType, near: int) -> None:
    may = cut(CLAIMED, "May")
    surer = trigger(CLAIMED, "claimed", argument(Role.DATE, may, 0.9), event_type=event_type)
    raid = trigger(CLAIMED, "raid", argument(Role.DATE, may, 0.6))
    told = gather(CLAIMED, reading(CLAIMED, [surer, raid]), Resolved(dates={may: day("2024-05-01", "2024-05-31", may)}))
    assert len(told[1].near_dates) == near
