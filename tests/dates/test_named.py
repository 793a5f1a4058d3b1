"""Days, months and seasons of which there are many, counted or put beside a date, and limits."""

from __future__ import annotations

import pytest

from tests.dates.helpers import days_of, value_of

PUBLISHED = "2026-01-09"  # a Friday

COUNTED = [
    ("It fell two Fridays ago.", "two Fridays ago", "2025-12-26"),
    ("It fell the Friday before last.", "the Friday before last", "2025-12-26"),
    ("It fell on 4 May. Three Sundays later he left.", "Three Sundays later", "2025-05-25"),
    ("It fell two winters ago.", "two winters ago", "2023-12-01..2024-02-29"),
    ("It fell the August before last.", "the August before last", "2024-08-01..2024-08-31"),
    ("It fell on the Tuesday before Easter.", "Tuesday before Easter", "2025-04-15"),
    ("They sit again on Tuesday week.", "Tuesday week", "2026-01-20"),
    ("It fell last Tuesday week.", "last Tuesday week", "2025-12-30"),
    ("A Tuesday week-long march began.", "Tuesday", "2026-01-06"),
    ("It fell on the first Saturday of 2018.", "first Saturday of 2018", "2018-01-06"),
    ("It fell on the first Monday of this month.", "first Monday of this month", "2026-01-05"),
    ("It fell on the last Sunday of the month.", "last Sunday of the month", "2025-12-28"),
    ("The men taken on Sunday 4th were freed.", "Sunday 4th", "2026-01-04"),
    ("It fell on a Friday in October.", "a Friday in October", "2025-10-01..2025-10-31"),
    ("Several Fridays ago it fell.", "Several Fridays ago", ""),
]

BACK = [
    ("It fell on 20 April two years ago.", "20 April two years ago", "2024-04-20"),
    ("It fell on the night of 20 April two years ago.", "night of 20 April two years ago", "2024-04-20..2024-04-21"),
    ("It fell in February three years ago.", "February three years ago", "2023-02-01..2023-02-28"),
    ("Last year in June it fell.", "Last year in June", "2025-06-01..2025-06-30"),
    ("He was charged last year in the October 2023 shooting.", "last year", "2025-01-01..2025-12-31"),
    ("He was charged last year in the October 2023 shooting.", "October 2023", "2023-10-01..2023-10-31"),
    ("It was lost in 2019. He was born in May of the year before.", "May of the year before", "2018-05-01..2018-05-31"),
    ("It began in the late 80s.", "the late 80s", "1987-01-01..1989-12-31"),
    ("It began in the mid-1990s.", "the mid-1990s", "1994-01-01..1996-12-31"),
    ("It began in the mid-nineties.", "the mid-nineties", "1994-01-01..1996-12-31"),
    ("He is in his late 80s.", "late 80s", ""),
    ("A woman in her mid-90s died.", "mid-90s", ""),
    (
        "In the night intervening 16/17 June 2007 it fell.",
        "night intervening 16/17 June 2007",
        "2007-06-16..2007-06-17",
    ),
    ("The army came on 4 May. It stayed for another seven weeks.", "for another seven weeks", "2025-05-04..2025-06-22"),
]

LIMITS = [
    ("They must leave by the end of May.", "by the end of May", "2026-01-09..2026-05-31"),
    ("They must leave by Wednesday.", "by Wednesday", "2026-01-09..2026-01-14"),
    ("They must leave no later than 5 June.", "no later than 5 June", "2026-01-09..2026-06-05"),
    ("They must leave by 5 June at the latest.", "by 5 June at the latest", "2026-01-09..2026-06-05"),
    ("It will come no earlier than 5 June.", "no earlier than 5 June", "2026-06-05.."),
    ("Not before 5 June will they leave.", "Not before 5 June", "2026-06-05.."),
    ("They stay until month-end.", "until month-end", "2026-01-09..2026-01-31"),
    ("His case is down for October.", "October", "2026-10-01..2026-10-31"),
    ("The talks were put off to 5 June.", "5 June", "2026-06-05"),
    # Told of the past.
    ("He came home, but not until 5 June.", "not until 5 June", "2025-06-05"),
    ("All had left no later than 5 June.", "no later than 5 June", "..2025-06-05"),
    ("He must have left in October.", "October", "2025-10-01..2025-10-31"),
    ("The figures for October rose.", "October", "2025-10-01..2025-10-31"),
]


@pytest.mark.parametrize(("text", "words", "expected"), COUNTED + BACK + LIMITS)
def test_a_name_of_many_is_the_one_that_the_words_pick(text: str, words: str, expected: str) -> None:
    assert days_of(value_of(text, words, PUBLISHED)) == expected
