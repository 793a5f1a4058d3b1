"""TIMEX3 values, as the benchmarks compare them."""

from __future__ import annotations

import pytest

from tests.dates.helpers import document_of
from vedette.dates.timeline import read_timeline
from vedette.dates.timex import timex_type, timex_value

CASES = [
    ("on 12 July 2023", "2023-07-12", "DATE"),
    ("in March", "1998-03", "DATE"),
    ("in the 1990s", "199", "DATE"),
    ("in the 19th century", "18", "DATE"),
    ("in the summer of 2001", "2001-SU", "DATE"),
    ("in the third quarter of 1989", "1989-Q3", "DATE"),
    ("in the first half of 1989", "1989-H1", "DATE"),
    ("in 264 BC", "BC0264", "DATE"),
    ("last week", "1998-W12", "DATE"),
    ("over the weekend", "1998-W12-WE", "DATE"),
    ("for two days", "P2D", "DURATION"),
    ("for ten hours", "PT10H", "DURATION"),
    ("for a year and a half", "P1Y6M", "DURATION"),
    ("for two decades", "P20Y", "DURATION"),
    ("for years", "PXY", "DURATION"),
    ("every Monday", "XXXX-WXX-1", "SET"),
    ("each July", "XXXX-07", "SET"),
    ("daily", "P1D", "SET"),
    ("now", "PRESENT_REF", "DATE"),
    ("recently", "PAST_REF", "DATE"),
    ("in the future", "FUTURE_REF", "DATE"),
    ("this morning", "1998-03-27TMO", "TIME"),
    ("on Tuesday evening", "1998-03-24TEV", "TIME"),
    ("at noon on Tuesday", "1998-03-24T12:00", "TIME"),
    ("at 10 p.m. on Tuesday", "1998-03-24T22:00", "TIME"),
    ("in recent months", "PXM", "DURATION"),
    ("in coming quarters", "FUTURE_REF", "DATE"),
    ("at mid-afternoon on Tuesday", "1998-03-24TAF", "TIME"),
    ("a week or so ago", "1998-03-20", "DATE"),
    ("in the fiscal year ended June 30", "P1Y", "DURATION"),
]


@pytest.mark.parametrize(("words", "value", "kind"), CASES)
def test_an_expression_has_this_timex_value(words: str, value: str, kind: str) -> None:
    timeline = read_timeline(document_of(f"It happened {words}.", "1998-03-27"))
    entry = timeline.entries[0]

    assert timex_value(entry.found.expression, entry.context) == value
    assert timex_type(entry.found.expression) == kind


def test_a_weekday_without_an_anchor_is_left_open() -> None:
    entry = read_timeline(document_of("It happened on Tuesday.")).entries[0]

    assert timex_value(entry.found.expression, entry.context) == "XXXX-WXX-2"


def test_a_quarter_compared_is_the_one_spoken_of_and_does_not_become_it() -> None:
    text = (
        "It lost money in the third quarter. In the 1996 quarter it earned $2 million, and year-ago sales were better."
    )
    entries = read_timeline(document_of(text, "1997-10-29")).entries

    assert [timex_value(entry.found.expression, entry.context) for entry in entries] == [
        "1997-Q3",
        "1996-Q3",
        "1996-Q3",
    ]
