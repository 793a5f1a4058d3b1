"""What a phrase stands for in a report of Friday 9 January 2026."""

from __future__ import annotations

import pytest

from tests.dates.helpers import days_of, value_of

PUBLISHED = "2026-01-09"  # a Friday

CASES = [
    ("It happened on 12 July 2023.", "12 July 2023", "2023-07-12"),
    ("It happened on July 12 last year.", "July 12 last year", "2025-07-12"),
    ("It happened in March.", "March", "2025-03-01..2025-03-31"),
    ("It happened in January last year.", "January last year", "2025-01-01..2025-01-31"),
    ("It happened in November last.", "November last", "2025-11-01..2025-11-30"),
    ("It happened in 2019.", "2019", "2019-01-01..2019-12-31"),
    ("It happened in the 1990s.", "1990s", "1990-01-01..1999-12-31"),
    ("It happened today.", "today", "2026-01-09"),
    ("It happened yesterday.", "yesterday", "2026-01-08"),
    ("It happened the day before yesterday.", "day before yesterday", "2026-01-07"),
    ("They fled last week.", "last week", "2025-12-29..2026-01-04"),
    ("They fled last month.", "last month", "2025-12-01..2025-12-31"),
    ("They fled last year.", "last year", "2025-01-01..2025-12-31"),
    ("Ten have died this year.", "this year", "2026-01-01..2026-01-09"),
    ("Ten have died this week.", "this week", "2026-01-05..2026-01-09"),
    ("Ten have died in the past few days.", "past few days", "2026-01-05..2026-01-09"),
    ("They fled a year ago.", "a year ago", "2025-01-09"),
    ("It has gone on in recent months.", "recent months", "2025-07-09..2026-01-09"),
    ("It has gone on in recent days.", "recent days", "2026-01-02..2026-01-09"),
    ("It has gone on in recent years.", "recent years", "2023-01-09..2026-01-09"),
    ("Nine men held for four days were freed on Wednesday.", "four days", "2026-01-03..2026-01-07"),
    ("Nine men were held for four days. It rained on Wednesday.", "four days", "2026-01-05..2026-01-09"),
    ("The road, closed since July, was opened on Wednesday.", "since July", "2025-07-01..2026-01-07"),
    ("The band that has held the road since July opened it on Wednesday.", "since July", "2025-07-01..2026-01-09"),
    ("Since July they have lost ten men, two on Wednesday.", "Since July", "2025-07-01..2026-01-09"),
    ("They were freed in March of last year.", "March of last year", "2025-03-01..2025-03-31"),
    ("It fell on the second Sunday of March 2025.", "second Sunday of March 2025", "2025-03-09"),
    ("It fell on the last Friday in July.", "last Friday in July", "2025-07-25"),
    ("It fell on the fifth Sunday of February 2025.", "fifth Sunday of February 2025", ""),
    ("It fell last Thursday.", "last Thursday", "2026-01-01"),
    ("It fell last Wednesday.", "last Wednesday", "2026-01-07"),
    ("It fell last Friday.", "last Friday", "2026-01-02"),
    ("They have sat there since last Monday.", "since last Monday", "2026-01-05..2026-01-09"),
    ("They have sat there since mid-November.", "since mid-November", "2025-11-15..2026-01-09"),
    ("The bishop urged a truce for Candlemas.", "Candlemas", "2026-02-02"),
    ("They met at Easter.", "Easter", "2025-04-20"),
    ("It fell last Tuesday, the sixth of January.", "last Tuesday, the sixth of January", "2026-01-06"),
    ("Ten have died this winter.", "this winter", "2025-12-01..2026-01-09"),
    ("They will open it this winter.", "this winter", "2025-12-01..2026-02-28"),
    ("It fell on the last night of March.", "last night of March", "2025-03-31..2025-04-01"),
    ("At 9.30 three men came.", "9.30", "2026-01-09"),
    ("They walked 9.30 km to the well.", "9.30", ""),
    ("It cost 9.30 million.", "9.30", ""),
    ("It fell on 29 February 2024.", "29 February 2024", "2024-02-29"),
    ("In February 30 people fled.", "February", "2025-02-01..2025-02-28"),
    ("The two split in 2019 and have fought ever since.", "ever since", "2019-01-01..2026-01-09"),
    ("They fled in late 2019.", "late 2019", "2019-10-01..2019-12-31"),
    ("They fled on the 12 of August of 1983.", "12 of August of 1983", "1983-08-12"),
    ("They fled in 2017 December.", "2017 December", "2017-12-01..2017-12-31"),
    ("They fled in the month of October of 2003.", "month of October of 2003", "2003-10-01..2003-10-31"),
    ("They fled in 2016, May 13.", "2016, May 13", "2016-05-13"),
    ("He stayed at the barn Jan. 14-17, 2018.", "Jan. 14-17, 2018", "2018-01-14..2018-01-17"),
    ("He died on Easter Sunday in 2008.", "Easter Sunday in 2008", "2008-03-23"),
    ("It was to begin yesterday, 8 January.", "yesterday, 8 January", "2026-01-08"),
    ("Clashes went on yesterday and today.", "yesterday and today", "2026-01-08..2026-01-09"),
    ("(Wed) The final toll is ten.", "Wed", "2026-01-07"),
    ("12.40 First shots at the bridge.", "12.40", "2026-01-09"),
    ("The car bomb went off at approximately 1100.", "approximately 1100", "2026-01-09"),
    ("Between 2016 and now two reports were written.", "Between 2016 and now", "2016-01-01..2026-01-09"),
    ("They fought for a third day on Thursday.", "third day on Thursday", "2026-01-06..2026-01-08"),
    ("Battles were waged for the third day in a row.", "third day in a row", "2026-01-07..2026-01-09"),
    ("They will act within the next few days.", "within the next few days", "2026-01-09..2026-01-16"),
    ("They fled in the last days of May.", "last days of May", "2025-05-25..2025-05-31"),
    ("A march is planned on Sunday 11th.", "Sunday 11th", "2026-01-11"),
    ("They fled overnight from 7 to 8 May.", "overnight from 7 to 8 May", "2025-05-07..2025-05-08"),
    ("They fled on Tuesday.", "Tuesday", "2026-01-06"),
    ("They fled on Friday.", "Friday", "2026-01-09"),
    ("They fled last Friday.", "last Friday", "2026-01-02"),
    ("They will meet on Tuesday.", "Tuesday", "2026-01-13"),
    ("The curfew is in force until Sunday.", "until Sunday", "2026-01-09..2026-01-11"),
    ("They fled on Thursday of last week.", "Thursday of last week", "2026-01-01"),
    ("They fled on Wednesday night.", "Wednesday night", "2026-01-07..2026-01-08"),
    ("They fled overnight.", "overnight", "2026-01-08..2026-01-09"),
    ("They fled last night.", "last night", "2026-01-08..2026-01-09"),
    ("They fled this morning.", "this morning", "2026-01-09"),
    ("They fled late on Monday.", "late on Monday", "2026-01-05"),
    ("They fled before dawn on Sunday.", "before dawn on Sunday", "2026-01-04"),
    ("They fled at 3 p.m. on Tuesday.", "3 p.m. on Tuesday", "2026-01-06"),
    ("They fled two days ago.", "two days ago", "2026-01-07"),
    ("They fled a fortnight ago.", "fortnight ago", "2025-12-26"),
    ("They fled six months ago.", "six months ago", "2025-07-01..2025-07-31"),
    ("They fled ten years ago.", "ten years ago", "2016-01-01..2016-12-31"),
    ("It has been shut since March.", "since March", "2025-03-01..2026-01-09"),
    ("It was shut from 12 to 14 November.", "from 12 to 14 November", "2025-11-12..2025-11-14"),
    ("It was shut between 4 and 8 January.", "between 4 and 8 January", "2026-01-04..2026-01-08"),
    ("It was shut from 2010 to 2012.", "from 2010 to 2012", "2010-01-01..2012-12-31"),
    ("It fell in the night of 16 to 17 September.", "night of 16 to 17 September", "2025-09-16..2025-09-17"),
    ("It fell in the night of 30/31 December.", "night of 30/31 December", "2025-12-30..2025-12-31"),
    ("It fell in early May.", "early May", "2025-05-01..2025-05-10"),
    ("It fell in late July.", "late July", "2025-07-21..2025-07-31"),
    ("It fell in the spring of 2023.", "spring of 2023", "2023-03-01..2023-05-31"),
    ("It fell last autumn.", "last autumn", "2025-09-01..2025-11-30"),
    ("It fell in the first half of November.", "first half of November", "2025-11-01..2025-11-15"),
    ("It fell in the third quarter of 2024.", "third quarter of 2024", "2024-07-01..2024-09-30"),
    ("It fell at the weekend.", "weekend", "2026-01-03..2026-01-04"),
    ("It fell in the past three months.", "past three months", "2025-10-09..2026-01-09"),
    ("It fell in week 41.", "week 41", "2025-10-06..2025-10-12"),
    ("It fell during Ramadan last year.", "Ramadan last year", "2025-03-01..2025-03-29"),
    ("It fell on Eid al-Adha.", "Eid al-Adha", "2025-06-06..2025-06-09"),
    ("It fell on Ashura.", "Ashura", "2025-07-05"),
    ("It fell on Nowruz.", "Nowruz", "2025-03-21"),
    ("It fell on Easter Monday.", "Easter Monday", "2025-04-21"),
    ("It fell on the Lunar New Year.", "Lunar New Year", "2025-01-29"),
    ("It has been shut since the new year.", "since the new year", "2026-01-01..2026-01-09"),
    ("Since the beginning of the year ten have died.", "Since the beginning of the year", "2026-01-01..2026-01-09"),
    ("They will leave before the end of the month.", "before the end of the month", "2026-01-09..2026-01-31"),
    ("The deal will be done by year-end.", "by year-end", "2026-01-09..2026-12-31"),
    ("It fell on Christmas Eve.", "Christmas Eve", "2025-12-24"),
    ("It fell on Wednesday 7 inst.", "Wednesday 7 inst", "2026-01-07"),
    ("It fell on the 3rd.", "3rd", "2026-01-03"),
    ("It fell on the 30th.", "30th", "2025-12-30"),
    ("It fell yesterday, Thursday, at noon.", "yesterday, Thursday", "2026-01-08"),
]


@pytest.mark.parametrize(("text", "words", "expected"), CASES)
def test_a_phrase_stands_for_these_days(text: str, words: str, expected: str) -> None:
    assert days_of(value_of(text, words, PUBLISHED)) == expected


@pytest.mark.parametrize(
    ("text", "words", "precision"),
    [
        ("It fell on 12 July 2023.", "12 July 2023", "day"),
        ("It fell on Wednesday night.", "Wednesday night", "day"),
        ("It fell last week.", "last week", "week"),
        ("It fell in March.", "March", "month"),
        ("It fell in the spring of 2023.", "spring of 2023", "season"),
        ("It fell in 2019.", "2019", "year"),
        ("It fell in the 1990s.", "1990s", "decade"),
        ("It fell in the 19th century.", "19th century", "century"),
        ("It fell from 3 to 9 May.", "from 3 to 9 May", "range"),
    ],
)
def test_the_precision_tells_how_exact_the_words_are(text: str, words: str, precision: str) -> None:
    assert value_of(text, words, PUBLISHED).precision == precision


@pytest.mark.parametrize(
    ("text", "words", "basis"),
    [
        ("It fell on 12 July 2023.", "12 July 2023", "stated"),
        ("It fell on Tuesday.", "Tuesday", "relative"),
        ("It fell last week.", "last week", "relative"),
        ("It falls today.", "today", "published"),
    ],
)
def test_the_basis_tells_where_the_value_comes_from(text: str, words: str, basis: str) -> None:
    assert value_of(text, words, PUBLISHED).basis == basis


@pytest.mark.parametrize("words", ["31 February 2025", "February 30, 2025", "29 February 2025", "31 June"])
def test_a_day_that_no_calendar_has_is_not_resolved_and_says_why(words: str) -> None:
    value = value_of(f"It fell on {words}. Ten fled on 3 May.", words, PUBLISHED)

    assert days_of(value) == ""
    assert value.relation == "a day that no calendar has"


def test_a_day_that_no_calendar_has_is_no_anchor() -> None:
    text = "It fell on 3 May 2020, not 31 February 2025. Two days later it rose."

    assert days_of(value_of(text, "Two days later", PUBLISHED)) == "2020-05-05"
