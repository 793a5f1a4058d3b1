from __future__ import annotations

import datetime as dt

import pytest

from vedette.records import (
    ActorValue,
    Assertion,
    Basis,
    Certainty,
    CountValue,
    DatePrecision,
    DateValue,
    Event,
    EventType,
    PlacePrecision,
    PlaceValue,
    Role,
    Span,
    Stance,
)
from vedette.views.columns import tell_toll
from vedette.views.rivals import are_rivals, has_rivals, leading_dates, leading_places

SPAN = (Span(0, 1, "x"),)


def count(
    low: int | None, high: int | None, of: str | None = None, part_of: int | None = None, by: int | None = None
) -> Assertion:
    counted = Span(0, len(of), of) if of else None
    return Assertion(Role.KILLED, CountValue(low, high, Basis.STATED, SPAN, of=counted), 0.9, by, part_of=part_of)


def place(name: str, precision: PlacePrecision, country: str = "PK", admin1: str | None = None) -> Assertion:
    return Assertion(
        Role.PLACE,
        PlaceValue(name, hash_free(name), 1.0, 2.0, country, admin1, None, precision, Basis.STATED, SPAN),
        0.9,
    )


def hash_free(name: str) -> int:
    return sum(map(ord, name))


def actor(
    name: str, certainty: Certainty, by: int | None = None, kind: str = "armed-group", role: Role = Role.ACTOR
) -> Assertion:
    return Assertion(role, ActorValue(name, None, kind, None, None, None, SPAN), 0.9, by, certainty)


def date(first: tuple[int, int, int] | None, last: tuple[int, int, int] | None) -> Assertion:
    value = DateValue(
        dt.date(*first) if first else None,
        dt.date(*last) if last else None,
        DatePrecision.RANGE if first or last else None,
        Basis.STATED,
        SPAN,
    )
    return Assertion(Role.DATE, value, 0.9)


def event(*assertions: Assertion) -> Event:
    return Event("e", "d", EventType.ASSAULT, None, Stance.ACTUAL, False, 0.9, SPAN, assertions)


@pytest.mark.parametrize(
    ("a", "b", "clash"),
    [
        (count(4, 4), count(7, 7), True),
        (count(4, None), count(7, 7), True),
        (count(7, 7), count(7, 7), False),
        (count(7, 7), count(2, 2, part_of=0), False),
        (count(2, 2, "engineers"), count(5, 5, "militants"), False),
        (count(2, 2, "civilians"), count(5, 5, "three civilians"), True),
        (count(4, 4), Assertion(Role.INJURED, CountValue(7, 7, Basis.STATED, SPAN), 0.9), False),
        (date((2024, 10, 3), (2024, 10, 3)), date((2024, 10, 4), (2024, 10, 4)), True),
        (date((2024, 10, 3), (2024, 10, 3)), date((2024, 10, 1), (2024, 10, 31)), False),
        (date((2024, 10, 3), (2024, 10, 3)), date((2024, 11, 1), None), True),
        (date((2024, 10, 3), (2024, 10, 3)), date(None, None), False),
        (place("Karachi", PlacePrecision.TOWN), place("Lahore", PlacePrecision.TOWN), True),
        (place("Karachi", PlacePrecision.TOWN), place("Pakistan", PlacePrecision.COUNTRY), False),
        (place("Karachi", PlacePrecision.TOWN), place("India", PlacePrecision.COUNTRY, "IN"), True),
        (actor("A Front", Certainty.CLAIMED, 0), actor("B Army", Certainty.ACCUSED, 1), True),
        (actor("A Front", Certainty.FACT), actor("B Army", Certainty.FACT), False),
        (actor("gunmen", Certainty.FACT, None, "generic"), actor("B Army", Certainty.CLAIMED, 1), False),
        (actor("A Front", Certainty.ACCUSED, 0), actor("A Front", Certainty.DENIED, 1), True),
        (actor("A Front", Certainty.ACCUSED, 0), actor("A Front", Certainty.SUSPECTED, 1), False),
        (
            actor("a driver", Certainty.FACT, 0, role=Role.RECIPIENT),
            actor("a guard", Certainty.FACT, 1, role=Role.RECIPIENT),
            False,
        ),
    ],
)
def test_two_values_are_rivals_only_where_both_cannot_be_the_whole_truth(
    a: Assertion, b: Assertion, clash: bool
) -> None:
    assert are_rivals(a, b) is clash
    assert are_rivals(b, a) is clash
    assert has_rivals(event(a, b)) is clash


def test_a_place_that_only_says_where_another_lies_does_not_lead() -> None:
    told = event(
        place("Pakistan", PlacePrecision.COUNTRY),
        place("Karachi", PlacePrecision.TOWN, admin1="Sindh"),
        place("Sindh", PlacePrecision.PROVINCE, admin1="Sindh"),
        place("Punjab", PlacePrecision.PROVINCE, admin1="Punjab"),
    )
    assert [found.name for found in leading_places(told)] == ["Karachi", "Punjab"]


def test_the_most_exact_date_leads_and_a_date_that_holds_it_is_not_shown_again() -> None:
    told = event(
        date((2024, 10, 1), (2024, 10, 31)),
        date(None, None),
        date((2024, 10, 3), (2024, 10, 3)),
        date((2024, 12, 1), None),
    )
    assert [found.from_ for found in leading_dates(told)] == [dt.date(2024, 10, 3), dt.date(2024, 12, 1)]


@pytest.mark.parametrize(
    ("totals", "words"),
    [
        ([], "–"),
        ([count(7, 7)], "7"),
        ([count(4, None), count(7, 7)], "4+ / 7"),
        ([count(2, 2, "engineers"), count(5, 5, "militants")], "2 + 5"),
        ([count(2, 2, "engineers", by=0), count(3, 3, "guards", by=0), count(6, 6, by=1)], "2 + 3 / 6"),
        ([count(6, 6, by=1), count(2, 2, "engineers", by=0), count(3, 3, "guards", by=0)], "6 / 2 + 3"),
        ([count(2, 2, "engineers", by=0), count(5, 5, "militants", by=1)], "2 + 5"),
        ([count(7, 7, by=0), count(7, 7, by=1)], "7"),
        ([count(7, 7), count(2, 2, part_of=0)], "7"),
    ],
)
def test_figures_of_one_source_stand_together_and_rival_sources_apart(totals: list[Assertion], words: str) -> None:
    assert tell_toll(event(*totals), Role.KILLED) == words
