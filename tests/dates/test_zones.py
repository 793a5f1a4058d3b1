"""Times in stated zones, military date-time groups, and times of day without a day."""

from __future__ import annotations

import pytest

from tests.dates.helpers import days_of, value_of

PUBLISHED = "2026-01-09"  # a Friday

CASES = [
    # The local day follows from the other zone's; the words in that zone keep their own.
    ("It fell at 01:30 local time (21:30 GMT on Monday).", "01:30 local time", "2026-01-06"),
    ("It fell at 01:30 local time (21:30 GMT on Monday).", "21:30 GMT on Monday", "2026-01-05"),
    ("It fell at 01:30 local time (21:30 GMT on Monday).", "01:30 local time (21:30 GMT on Monday)", "2026-01-06"),
    ("It fell at 21:30 GMT on Monday (01:30 local time).", "01:30 local time", "2026-01-06"),
    ("It fell at 20:30 local time (1530 GMT on Monday).", "20:30 local time", "2026-01-05"),
    ("It fell at 20:30 local time (0130 GMT on Tuesday).", "20:30 local time", "2026-01-05"),
    ("It fell on Tuesday at 01:30 local time (21:30 GMT).", "Tuesday at 01:30 local time", "2026-01-06"),
    (
        "It fell at 2:15 p.m. local time (1115 GMT) on Tuesday.",
        "2:15 p.m. local time (1115 GMT) on Tuesday",
        "2026-01-06",
    ),
    # The half of the day is not certain, or the zone's name has several meanings: the day as told.
    ("It fell at 1:30 local time (21:30 GMT on Monday).", "1:30 local time", "2026-01-05"),
    ("It fell at 01:30 local time (21:30 BST on Monday).", "01:30 local time", "2026-01-05"),
    # No other zone has a day: the stated one stays.
    ("It fell at 2300 GMT on Tuesday.", "2300 GMT on Tuesday", "2026-01-06"),
    ("It fell at 9 p.m. EST.", "9 p.m. EST", "2026-01-09"),
]


@pytest.mark.parametrize(("text", "words", "expected"), CASES)
def test_a_local_time_beside_another_zones_has_its_own_day(text: str, words: str, expected: str) -> None:
    assert days_of(value_of(text, words, PUBLISHED)) == expected


def test_the_zone_is_told_with_the_value() -> None:
    assert value_of("It fell at 2300 GMT on Tuesday.", "2300 GMT on Tuesday", PUBLISHED).relation == (
        "nearest Tuesday, by GMT"
    )
    assert value_of(CASES[0][0], CASES[0][1], PUBLISHED).relation == "the local day of nearest Monday, by GMT"


GROUPS = [
    ("152330 Sep, Kandahar: RPG.", "152330 Sep", "2025-09-15"),
    ("151000-1300 Sep, Kandahar: RPG.", "151000-1300 Sep", "2025-09-15"),
    ("040810Z second bearer.", "040810Z", "2026-01-04"),
    ("It fell on 29 Sept, 1120 local; one dead.", "29 Sept, 1120 local", "2025-09-29"),
    ("It fell on 12 Dec 1340 QRF detained three.", "12 Dec 1340", "2025-12-12"),
    ("0945 staff turned back.", "0945", "2026-01-09"),
    ("It fell on 26 August 1346.", "26 August 1346", "1346-08-26"),
    ("It cost 1130 dollars.", "1130", ""),
    ("It cost 152330 dollars.", "152330", ""),
    ("Call 402561Z.", "402561Z", ""),
]


@pytest.mark.parametrize(("text", "words", "expected"), GROUPS)
def test_a_date_time_group_is_no_number(text: str, words: str, expected: str) -> None:
    assert days_of(value_of(text, words, PUBLISHED)) == expected


def test_a_time_of_day_falls_on_the_latest_day_told() -> None:
    text = "A bomb went off on Wednesday. A like one hit the town on 5 May 2025. Two men were held at noon."

    assert days_of(value_of(text, "noon", PUBLISHED)) == "2026-01-07"
    assert days_of(value_of("It fell on Tuesday, and at noon men were held.", "noon", PUBLISHED)) == "2026-01-06"
