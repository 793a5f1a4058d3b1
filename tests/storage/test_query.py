"""Events asked for by what is told of them."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.storage.small import at, by, happening, on, original, told
from vedette.records import EventType, PlacePrecision, Role, Stance
from vedette.records.geometry import distance_km
from vedette.storage import CaseFile, EventQuery, Near

MAY = (dt.date(2024, 5, 1), dt.date(2024, 5, 31))
JUNE = (dt.date(2024, 6, 1), dt.date(2024, 6, 30))
KARACHI, FIJI_WEST, FIJI_EAST = (24.86, 67.01), (-17.0, 179.9), (-17.0, -179.9)


@pytest.fixture(scope="module")
def filled(shared_case: CaseFile) -> CaseFile:
    """A case of two reports."""
    one = told(
        "One.",
        happening("may", on(*MAY), at(*KARACHI, "PK"), by("ttp")),
        happening("rivals", on(*JUNE), on(dt.date(2024, 5, 31), None), at(24.9, 67.0, "PK", PlacePrecision.COUNTRY)),
        happening("undated", on(None, None), type=EventType.CLAIM),
        happening("until", on(None, MAY[0]), by("ttp", Role.RECIPIENT)),
    )
    two = told(
        "Two.",
        happening("fiji", on(*JUNE), at(*FIJI_EAST, "FJ"), stance=Stance.FOILED),
        happening("old", at(None, None, "AF"), by("iskp"), background=True),
    )
    for each in (one, two):
        shared_case.add(each, original(each), "1")
    return shared_case


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (EventQuery(), {"may", "rivals", "undated", "until", "fiji", "old"}),
        (EventQuery(types=(EventType.CLAIM,)), {"undated"}),
        (EventQuery(types=(EventType.CLAIM, EventType.DENY), background=True), set()),
        (EventQuery(stances=(Stance.FOILED,)), {"fiji"}),
        (EventQuery(background=True), {"old"}),
        (EventQuery(background=False, countries=("PK", "AF")), {"may", "rivals"}),
        (EventQuery(countries=("PK", "AF")), {"may", "rivals", "old"}),
        (EventQuery(actor_ids=("ttp",)), {"may"}),
        (EventQuery(first_day=MAY[1], last_day=MAY[1]), {"may", "rivals"}),
        (EventQuery(last_day=MAY[0]), {"may", "until"}),
        (EventQuery(first_day=JUNE[0]), {"rivals", "fiji"}),
        (EventQuery(first_day=JUNE[0], countries=("FJ",)), {"fiji"}),
        (EventQuery(near=Near(*KARACHI, 10)), {"may"}),
        (EventQuery(near=Near(24.8, 67.0, 5)), set()),
        (EventQuery(near=Near(*FIJI_WEST, 30)), {"fiji"}),
        (EventQuery(near=Near(*FIJI_WEST, 10)), set()),
    ],
)
def test_events_are_given_by_what_is_told_of_them(filled: CaseFile, query: EventQuery, found: set[str]) -> None:
    given = list(filled.events(query))
    assert {event.id for _, event in given} == found
    assert all(event in account.events for account, event in given)
    assert [(account.document.id, account.events.index(event)) for account, event in given] == sorted(
        (account.document.id, account.events.index(event)) for account, event in given
    )


@pytest.mark.parametrize(
    ("one", "two", "far"),
    [
        ((0, 0), (0, 0), 0),
        ((0, 0), (0, 1), 111.195),
        ((90, 0), (-90, 0), 20015.1),
        ((51.5074, -0.1278), (48.8566, 2.3522), 343.6),
        (FIJI_WEST, FIJI_EAST, 21.27),
    ],
)
def test_kilometres_are_measured_on_the_globe(one: tuple[float, float], two: tuple[float, float], far: float) -> None:
    assert distance_km(one, two) == pytest.approx(far, rel=1e-3)
