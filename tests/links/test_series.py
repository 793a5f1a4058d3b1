"""Which events are parts of a series."""

from __future__ import annotations

import pytest

from tests.links.small import account, event, party, when, where
from vedette.links import find_parts_of_series
from vedette.records import Assertion, Event, EventType, PlacePrecision, Role, Stance

TOWN, PROVINCE, COUNTRY = PlacePrecision.TOWN, PlacePrecision.PROVINCE, PlacePrecision.COUNTRY
SERIES = "Nine attacks shook the province in June. "


@pytest.mark.parametrize(
    ("text", "part"),
    [
        (SERIES + "In the deadliest, men stormed a school.", "stormed"),
        (SERIES + "The worst was when men stormed a school.", "stormed"),
        (SERIES + "One of them was when men stormed a school.", "stormed"),
        (SERIES + "Police gave figures. In the latest, men stormed a school.", "stormed"),
        # nothing singles it out
        (SERIES + "Men stormed a school.", None),
        # the words stand too far into the sentence
        (SERIES + "Men of a group that nobody had heard of stormed a school in the deadliest of all.", None),
        # the series is told too far back
        (SERIES + "Rain fell. Shops shut. In the deadliest, men stormed a school.", None),
        # a first day is not the first of the attacks
        (SERIES + "In the first week, men stormed a school.", None),
        # the series stands in the same sentence, and none before
        ("In the deadliest of nine attacks men stormed a school.", None),
    ],
)
def test_words_at_the_head_of_a_sentence_single_one_out(text: str, part: str | None) -> None:
    held = account(text, event(text, "attacks", stance=Stance.RECURRING), event(text, "stormed"))
    found = find_parts_of_series(held)
    assert [(one.series, one.part, one.rule) for one in found] == ([("attacks", part, "singled-out")] if part else [])


def test_of_two_series_the_one_told_last_is_meant() -> None:
    text = "Raids rose in May. Nine attacks shook the province. In the deadliest, men stormed a school."
    events = [event(text, word, stance=Stance.RECURRING) for word in ("Raids", "attacks")]
    (part,) = find_parts_of_series(account(text, *events, event(text, "stormed")))
    assert part.series == "attacks"
    assert [span.text for span in part.spans] == ["In the deadliest"]


@pytest.mark.parametrize(
    "other",
    [
        {"stance": Stance.PLANNED},  # not yet
        {"stance": Stance.NEGATED},  # never
        {"stance": Stance.RECURRING},  # itself a series
        {"event_type": EventType.COERCE},  # of another type
    ],
)
def test_a_part_has_happened_and_is_of_the_type_of_the_series(other: dict[str, object]) -> None:
    text = SERIES + "In the deadliest, men stormed a school."
    events = [event(text, "attacks", stance=Stance.RECURRING), event(text, "stormed", **other)]  # type: ignore[arg-type]
    assert find_parts_of_series(account(text, *events)) == ()


TEXT = "Nine attacks by the Front shook Mali in June. On 4 June men of the Front stormed a school in Gao."
JUNE = when(TEXT, "June", "2025-06-01", "2025-06-30")
FOURTH = when(TEXT, "4 June", "2025-06-04")
MALI = where(TEXT, "Mali", "ML", None, COUNTRY)
GAO = where(TEXT, "Gao", "ML", "Gao", TOWN)
FRONT = party(TEXT, "Front", actor_id="group:front")
OTHER = party(TEXT, "men", actor_id="group:other")
CHINESE = party(TEXT, "school", Role.RECIPIENT, country="CN")


def built(series: list[Assertion], part: list[Assertion]) -> list[Event]:
    return [event(TEXT, "attacks", *series, stance=Stance.RECURRING), event(TEXT, "stormed", *part)]


@pytest.mark.parametrize(
    ("series", "part", "inside"),
    [
        ([JUNE, MALI], [FOURTH, GAO], True),
        ([JUNE, FRONT], [FOURTH, FRONT], True),
        ([JUNE, MALI, FRONT], [FOURTH, GAO, FRONT], True),
        # days alone say nothing
        ([JUNE], [FOURTH], False),
        ([JUNE, MALI], [FOURTH], False),
        # another place, another actor
        ([JUNE, FRONT, where(TEXT, "Mali", "NE", None, COUNTRY)], [FOURTH, GAO, FRONT], False),
        ([JUNE, FRONT, where(TEXT, "Mali", "ML", "Kidal", PROVINCE)], [FOURTH, GAO, FRONT], False),
        ([JUNE, MALI, FRONT], [FOURTH, GAO, OTHER], False),
        # a series of attacks on the people of one country
        ([JUNE, MALI, CHINESE], [FOURTH, GAO, CHINESE], True),
        ([JUNE, MALI, CHINESE], [FOURTH, GAO], False),
        # days that lie outside, or are not told whole
        ([JUNE, MALI], [when(TEXT, "4 June", "2025-07-04"), GAO], False),
        ([JUNE, MALI], [when(TEXT, "4 June", "2025-05-25", "2025-06-02"), GAO], False),
        ([JUNE, MALI], [when(TEXT, "4 June", None), GAO], False),
        ([MALI], [FOURTH, GAO], False),
    ],
)
def test_a_day_inside_the_days_of_a_series_with_its_place_or_actor_is_part_of_it(
    series: list[Assertion], part: list[Assertion], inside: bool
) -> None:
    found = find_parts_of_series(account(TEXT, *built(series, part)))
    assert [(one.part, one.rule) for one in found] == ([("stormed", "inside")] if inside else [])


def test_without_a_series_there_are_no_parts() -> None:
    events = [event(TEXT, "attacks", JUNE, MALI), event(TEXT, "stormed", FOURTH, GAO)]
    assert find_parts_of_series(account(TEXT, *events)) == ()
