"""Whether a bare weekday or month lies behind the report or ahead of it, by the words around; Friday 9 January 2026."""

from __future__ import annotations

import pytest

from tests.dates.helpers import days_of, value_of

PUBLISHED = "2026-01-09"

AHEAD = [
    ("The minister agreed to hand over the list by Tuesday.", "Tuesday", "2026-01-13"),
    ("The union called for a general strike on Tuesday.", "Tuesday", "2026-01-13"),
    ("A road blockade has been called in the district on Sunday.", "Sunday", "2026-01-11"),
    ("The guards threatened a walkout from Monday.", "Monday", "2026-01-12"),
    ("Regional leaders, who hold a summit in Avala on Tuesday, condemned it.", "Tuesday", "2026-01-13"),
    ("Talks resume on Tuesday in the old mill.", "Tuesday", "2026-01-13"),
    ("The curfew runs to 5 a.m. On Tuesday the neighbours will march.", "Tuesday", "2026-01-13"),
    ("The minister has offered to receive a delegation on Tuesday.", "Tuesday", "2026-01-13"),
    ("They vowed to burn the mill on Tuesday.", "Tuesday", "2026-01-13"),
    ("It would be paid on an unspecified date in March.", "March", "2026-03-01..2026-03-31"),
    ("The capital is to host a new round in March.", "March", "2026-03-01..2026-03-31"),
    ("The marshal is set to go on trial on 13 September.", "13 September", "2026-09-13"),
    ("Shops will stay closed on Tuesday.", "Tuesday", "2026-01-13"),
    ("The front called for rallies on Tuesday.", "Tuesday", "2026-01-13"),
    ("Patrols will be doubled this weekend.", "this weekend", "2026-01-10..2026-01-11"),
    ("The envoy is to come this month.", "this month", "2026-01-01..2026-01-31"),
    ("Mr Varga will succeed Anna P. Kovar on Tuesday.", "Tuesday", "2026-01-13"),
    ("The vote was put off until Tuesday.", "Tuesday", "2026-01-13"),
    ("The cabinet may sack him as early as Tuesday.", "Tuesday", "2026-01-13"),
    ("The two were to have opened the bridge on Tuesday.", "Tuesday", "2026-01-13"),
    ("The convoy will come for the wounded on Tuesday.", "Tuesday", "2026-01-13"),
    ("The guards threatened to leave from Tuesday.", "from Tuesday", "2026-01-13"),
    ("The growers will cut the road on Tuesday.", "Tuesday", "2026-01-13"),
    ("He has agreed to address the hostel on Tuesday.", "Tuesday", "2026-01-13"),
    ("The march planned for Tuesday, the union says, goes ahead.", "Tuesday", "2026-01-13"),
    ("The students have called for a stay-away on Tuesday.", "Tuesday", "2026-01-13"),
    ("The front calls for mass action on Tuesday.", "Tuesday", "2026-01-13"),
    ("The union announced a strike on Tuesday.", "Tuesday", "2026-01-13"),
    ("They broke up a plan to burn the mill on 20 January.", "20 January", "2026-01-20"),
]

BEHIND = [
    ("The envoy called for calm on Tuesday.", "Tuesday", "2026-01-06"),
    ("The convoy due on Tuesday was called off.", "Tuesday", "2026-01-06"),
    ("An exchange planned for March fell through.", "March", "2025-03-01..2025-03-31"),
    ("The army allowed them to return in March.", "March", "2025-03-01..2025-03-31"),
    ("He agreed to the terms on Tuesday.", "Tuesday", "2026-01-06"),
    ("The men who had vowed to burn the mill on Tuesday did not come.", "Tuesday", "2026-01-06"),
    ("A man who offered to guide them was seized on Tuesday.", "Tuesday", "2026-01-06"),
    ("They offered him money on Tuesday.", "Tuesday", "2026-01-06"),
    ("The patrols sprang up in March.", "March", "2025-03-01..2025-03-31"),
    ("They hold a man who was seized on Tuesday.", "Tuesday", "2026-01-06"),
    ("He was the fourth teacher to be murdered this year.", "this year", "2026-01-01..2026-01-09"),
    ("He was the only one to be held in March.", "March", "2025-03-01..2025-03-31"),
    ("A truce brokered by a priest took hold on Tuesday.", "Tuesday", "2026-01-06"),
    ("They held seven men against their will for hours on Tuesday.", "Tuesday", "2026-01-06"),
    ("A place where both could meet was found, and on Tuesday he accepted.", "Tuesday", "2026-01-06"),
    ("A deposit that had been pledged to the bank in March was frozen.", "March", "2025-03-01..2025-03-31"),
    ("The raid turned out to be the one listed for March.", "March", "2025-03-01..2025-03-31"),
    ("The road had to be closed until 6 January.", "6 January", "2026-01-06"),
    ("Police seized arms at the weekend.", "at the weekend", "2026-01-03..2026-01-04"),
    ("The company announced the plan on 12 August.", "12 August", "2025-08-12"),
    ("It had been due to expire on Tuesday.", "Tuesday", "2026-01-06"),
    ("Until Tuesday, they had not called him a suspect.", "Tuesday", "2026-01-06"),
    ("A march, planned for Tuesday in Avala, was headed off by the police.", "Tuesday", "2026-01-06"),
    ("The hearing, set for Tuesday, was put off.", "Tuesday", "2026-01-06"),
    ("They have agreed to the terms put forward on Tuesday.", "Tuesday", "2026-01-06"),
    ("The army announced that its strikes on Tuesday killed nine.", "Tuesday", "2026-01-06"),
    ("The army announced air strikes on Tuesday.", "Tuesday", "2026-01-06"),
    ("As early as Tuesday the army knew of it.", "Tuesday", "2026-01-06"),
    ("He fell on Tuesday, the 28th teacher to be murdered.", "Tuesday", "2026-01-06"),
    ("A truce was expected in December; it never came.", "December", "2025-12-01..2025-12-31"),
    ("They still hold a man seized on 20 October, and will not say why.", "20 October", "2025-10-20"),
]


@pytest.mark.parametrize(("text", "words", "expected"), AHEAD)
def test_what_is_promised_called_for_or_on_the_calendar_lies_ahead(text: str, words: str, expected: str) -> None:
    assert days_of(value_of(text, words, PUBLISHED)) == expected


@pytest.mark.parametrize(("text", "words", "expected"), BEHIND)
def test_what_was_done_called_off_or_said_lies_behind(text: str, words: str, expected: str) -> None:
    assert days_of(value_of(text, words, PUBLISHED)) == expected
