"""What counts as a time expression, and what does not."""

from __future__ import annotations

import pytest

from vedette.dates import find_dates

FOUND = [
    ("The convoy was hit on 12 July 2023 near the bridge.", ["12 July 2023"]),
    ("Gunmen attacked on July 12, 2023, police said.", ["July 12, 2023"]),
    ("It happened on the 12th of July.", ["the 12th of July"]),
    ("The ministry closed in March and reopened in May.", ["March", "May"]),
    ("Seen on 2023-07-12 and again on 27/01/2013.", ["2023-07-12", "27/01/2013"]),
    ("He was arrested last Tuesday.", ["last Tuesday"]),
    ("Two people died on Monday night.", ["Monday night"]),
    ("The attack came two days later.", ["two days later"]),
    ("Nothing has moved since the 1990s.", ["the 1990s"]),
    ("The truce held for nine days.", ["nine days"]),
    ("The 12-day protest ended.", ["12-day"]),
    ("Patrols go out every Monday.", ["every Monday"]),
    ("It was quiet during Ramadan 2019.", ["Ramadan 2019"]),
    ("They met on Eid al-Fitr.", ["Eid al-Fitr"]),
    ("Shots were heard at 3:30 a.m. on Sunday.", ["3:30 a.m. on Sunday"]),
    ("The blast at 0730 hours woke the town.", ["0730 hours"]),
    ("In the third quarter of 2003 exports fell.", ["the third quarter of 2003"]),
    ("Fighting went on in the spring of 2020.", ["the spring of 2020"]),
    ("On the 23rd a second camp was hit.", ["the 23rd"]),
    ("It began in 264 BC.", ["264 BC"]),
    ("He is now in hiding.", ["now"]),
    ("More than two years ago the road was closed.", ["More than two years ago"]),
    ("Sales fell in the last week of August.", ["the last week of August"]),
    ("Rebels took the town overnight.", ["overnight"]),
    ("It lasted for a week.", ["a week"]),
    ("In the year two thousand it will end.", ["the year two thousand"]),
    ("Over the next couple of years it may grow.", ["the next couple of years"]),
    ("For the year ended March 31, it lost money.", ["the year", "March 31"]),
    ("The raid took place on Sept. 5 in the hills.", ["Sept. 5"]),
    ("It fell from a year-earlier loss.", ["year-earlier"]),
    ("It rose from the year-ago quarter.", ["the year-ago quarter"]),
    ("By mid afternoon it was over.", ["mid afternoon"]),
    ("He left a week or so ago.", ["a week or so ago"]),
    ("It followed several quarters of losses.", ["several quarters"]),
    ("It ended a several-year dispute.", ["several-year"]),
    ("It has been hard in recent months.", ["recent months"]),
    ("Sales may fall in coming quarters.", ["coming quarters"]),
    ("It is cautious for the near term.", ["the near term"]),
    ("It earned more in the 1988 quarter.", ["the 1988 quarter"]),
]

NOT_TIMES = [
    "The rebels may attack again.",
    "May I see it?",
    "Thousands joined the march on the capital.",
    "They march north.",
    "The fall of the town surprised nobody.",
    "Prices fall from here.",
    "He came second in the race.",
    "The second battalion moved in.",
    "About 2,000 people fled.",
    "Some 1900 people fled.",
    "The company has 2000 employees.",
    "Nineteen of them, 24 dead in all, were buried.",
    "The spring water was clean.",
    "He sat on the sun deck.",
    "It runs version 3.11.2 of the program.",
    "A 6-year-old boy was hurt.",
    "He is 52 years old.",
    "About three-quarters of the food is imported.",
    "Security Council resolution 1701 stands.",
    "Highway 2000 was blocked.",
    "He paid $1999 for it.",
    "It bought short term debt.",
    "The near term loan was repaid.",
    "The Dawn Movement denied it.",
    "General August Varga resigned.",
    "As soon as it ended they left.",
    'He spoke on the programme "This Week".',
    "Anna Kovar and Jan Novak signed.",
    "Call 10000000000 or see 1.2.3.4 there.",
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_time_expressions_are_found_with_their_spans(text: str, expected: list[str]) -> None:
    assert [span.text for span in find_dates(text)] == expected


@pytest.mark.parametrize("text", NOT_TIMES)
def test_words_and_numbers_that_are_no_times_are_left(text: str) -> None:
    assert find_dates(text) == ()


def test_a_text_in_lower_case_still_has_its_dates() -> None:
    found = [span.text for span in find_dates("the priests were murdered on 16 november, friday, and in may.")]

    assert found == ["16 november", "friday", "may"]


def test_an_empty_text_has_none() -> None:
    assert find_dates("") == ()
