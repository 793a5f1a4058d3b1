"""Dates that hang on another date, or on a happening, of the same text."""

from __future__ import annotations

import pytest

from tests.dates.helpers import days_of, value_of

CASES = [
    ("Gunmen struck on 3 May 2020. Two days later a bridge fell.", "Two days later", "2020-05-05"),
    ("Gunmen struck on 3 May 2020. A bridge fell the following day.", "following day", "2020-05-04"),
    ("Gunmen struck on 3 May 2020. A bridge fell the next day.", "next day", "2020-05-04"),
    ("Gunmen struck on 3 May 2020. A bridge fell the same day.", "same day", "2020-05-03"),
    ("Gunmen struck on 3 May 2020. A bridge fell that evening.", "that evening", "2020-05-03"),
    ("Gunmen struck on 3 May 2020, and twice more the same month.", "the same month", "2020-05-01..2020-05-31"),
    ("Gunmen struck in 2018. The year before, none had come.", "year before", "2017-01-01..2017-12-31"),
    ("Gunmen struck on 3 May 2020; two had come a week earlier.", "a week earlier", "2020-04-26"),
    ("He was seized on 26 March 2019 and his body was found on 11 April.", "11 April", "2019-04-11"),
    ("On Monday, a day after the vote, shops closed.", "Monday", "2026-01-05"),
    ("Two mines went off on Saturday, three days after a truce was signed.", "three days after", "2025-12-31"),
    ("Days later, on 5 January 2026, it closed.", "5 January 2026", "2026-01-05"),
    ("An attack on 3 May 2020 killed nine. Five days after the attack a judge fled.", "Five days after", "2020-05-08"),
    ("An attack on 3 May 2020 killed nine. A judge fled on the eve of the attack.", "eve of the attack", "2020-05-02"),
    (
        "An attack on 3 May 2020 killed nine. Two nights after the attack a shop burnt.",
        "Two nights after",
        "2020-05-05..2020-05-06",
    ),
    (
        "The front freed eleven men in March 2022, eight days after seizing them.",
        "eight days after",
        "2022-02-21..2022-03-23",
    ),
    (
        "The group claimed the attack two days after it took place in August 2016.",
        "two days after",
        "2016-08-03..2016-09-02",
    ),
    (
        "A mine blew up on 3 May 2020. The band said within the hour that it was theirs.",
        "within the hour",
        "2020-05-03",
    ),
    ("A mine blew up on 3 May 2020. A second was found before dawn.", "before dawn", "2020-05-03"),
    (
        "By Monday five had been found. A wall fell on Tuesday. The night after the fall, it rained.",
        "Tuesday",
        "2026-01-06",
    ),
    ("A bomb went off at 2340 hrs on 8 June 2019. At 0510 hrs a second was found.", "0510 hrs", "2019-06-09"),
    ("A bomb went off at 0940 hrs on 8 June 2019. At 0510 hrs a second had been found.", "0510 hrs", "2019-06-08"),
    ("Shops burnt on Monday night. By morning eleven men had been held.", "By morning", "2026-01-06"),
    ("Shops burnt on Monday. By evening eleven men had been held.", "By evening", "2026-01-05"),
    ("Shops burnt on Monday. The government declared 30 days of curfew.", "30 days", "2026-01-09..2026-02-08"),
    (
        "Ministers gave notice in May. Two firms turned it down within a week.",
        "within a week",
        "2025-05-01..2025-06-07",
    ),
    (
        "Two were shot on 11 May 2020 on successive evenings, the 4th and the 5th.",
        "the 4th and the 5th",
        "2020-05-04..2020-05-05",
    ),
    (
        "He was freed on 19 May 2020. Talks had been under way since 22 May 2020.",
        "since 22 May 2020",
        "2020-05-22..2026-01-09",
    ),
    ("It has sunk nine boats since May, and a raid on 11 June 2025 freed four.", "since May", "2025-05-01..2026-01-09"),
    (
        "On 3 May 2020 a shop burnt. Nine held for the bombing of 19 April were freed the same day.",
        "the same day",
        "2020-05-03",
    ),
    ("Eight days after the massacre the village is empty.", "Eight days after", "2026-01-01"),
]


@pytest.mark.parametrize(("text", "words", "expected"), CASES)
def test_a_relative_date_hangs_on_the_right_anchor(text: str, words: str, expected: str) -> None:
    assert days_of(value_of(text, words, "2026-01-09")) == expected


def test_the_anchor_is_shown_by_its_words() -> None:
    value = value_of("Gunmen struck on 3 May 2020. A bridge fell the following day.", "following day", "2026-01-09")

    assert value.anchor is not None
    assert value.anchor.text == "3 May 2020"
    assert value.basis == "relative"


def test_the_day_of_telling_is_not_the_day_of_the_deed() -> None:
    text = "A mine killed four on Tuesday, police said on Thursday. The next day the road was shut."

    assert days_of(value_of(text, "next day", "2026-01-09")) == "2026-01-07"


def test_a_digest_puts_its_weekdays_into_the_week_that_it_covers() -> None:
    text = "Incidents from 29 December 2025 to 4 January 2026. Gaya: a car was stopped on Monday."

    assert days_of(value_of(text, "Monday", "2026-01-05")) == "2025-12-29"


def test_two_weekdays_are_no_period_that_a_digest_covers() -> None:
    text = "Following are statements made on Friday and Thursday. An editor was asked about them on Friday."

    assert days_of(value_of(text, "Friday", "2026-01-09", nth=1)) == "2026-01-09"


def test_a_history_carries_its_year_along() -> None:
    text = (
        "The war began in 1914. On 7 August 1914 troops crossed the river. On 10 August they took the fort. "
        "In 1916 it was lost; in June it was taken again. Peace came in 1919, and by 1921 all had gone home. "
        "A treaty was signed in 1923."
    )

    assert days_of(value_of(text, "10 August", "2009-12-19")) == "1914-08-10"
    assert days_of(value_of(text, "June", "2009-12-19")) == "1916-06-01..1916-06-30"


def test_a_happening_dated_to_the_month_leaves_room() -> None:
    text = "Two died in the airport attack of October 2024. He told a seminar days after the airport attack to wait."

    assert days_of(value_of(text, "days after", "2026-01-09")) == "2024-10-02..2024-11-14"


NIGHTS_AND_ROWS = [
    ("He was taken on 4 May. On the second day he was freed.", "second day", "2025-05-05"),
    ("He was taken on 4 May. Two fled the first night.", "first night", "2025-05-04..2025-05-05"),
    ("The tribes are fighting the guard for the third day.", "third day", "2026-01-07..2026-01-09"),
    ("The tribes fought the guard for the third night.", "third night", "2026-01-06..2026-01-08"),
    ("A shop was hit on 4 May. A bank was robbed in the night.", "in the night", "2025-05-04..2025-05-05"),
    ("A bank was robbed during the night.", "during the night", "2026-01-08..2026-01-09"),
    ("They will close the bank during the night.", "during the night", "2026-01-09..2026-01-10"),
    ("The talks broke down in November. A bus was hit on the 5th.", "5th", "2026-01-05"),
    ("The talks broke down on 4 November. A bus was hit on the 5th.", "5th", "2025-11-05"),
    ("In November, the talks broke down, and a bus was hit on the 5th.", "5th", "2025-11-05"),
    (
        "A note of Wednesday lists the shots since May, two days after one killed a man.",
        "two days after",
        "2026-01-05",
    ),
    (
        "It began on the night of 15 May. Early in the morning of 16 May it ended.",
        "Early in the morning of 16 May",
        "2025-05-16",
    ),
    ("Day nine of the strike: no bread.", "Day nine", "2026-01-01..2026-01-09"),
    ("A shop was hit on 4 May. Two days after that a bank was.", "Two days after that", "2025-05-06"),
    ("A shop was hit on 4 May. The night before that a bank was.", "night before that", "2025-05-03..2025-05-04"),
    ("A shop was hit on 4 May. Over the following two days ten fled.", "following two days", "2025-05-05..2025-05-06"),
    ("A shop was hit on 4 May. In the following two weeks ten fled.", "following two weeks", "2025-05-04..2025-05-18"),
    ("A shop was hit the night before last.", "night before last", "2026-01-07..2026-01-08"),
    ("A shop was hit on 4 May. Ten fled in the course of the day.", "in the course of the day", "2025-05-04"),
    ("Ten fled in the course of the week.", "in the course of the week", "2026-01-05..2026-01-09"),
    ("A shop was hit on 4 May. Two men came after dark.", "after dark", "2025-05-04"),
    ("He was sent home in May. The same day his house burnt.", "same day", "2025-05-01..2025-05-31"),
    ("He was sent home in May. The day after, his house burnt.", "The day after", "2025-05-02..2025-06-01"),
    ("He was sent home on 4 May. The same day his house burnt.", "same day", "2025-05-04"),
    ("A shop was hit on 4 May. Another was hit the same night.", "same night", "2025-05-04..2025-05-05"),
    ("A shop was hit on 4 May. Another was hit that night.", "that night", "2025-05-04"),
    ("A shop was hit on 14 May. Later that month a bank was.", "Later that month", "2025-05-15..2025-05-31"),
    ("A shop was hit on 14 May. Earlier that month a bank was.", "Earlier that month", "2025-05-01..2025-05-13"),
    ("A court met on 21 May. In the days that followed he fled.", "days that followed", "2025-05-22..2025-06-04"),
    ("A shop was hit on 21 May. Two more raids came within days.", "within days", "2025-05-22..2025-06-04"),
]


@pytest.mark.parametrize(("text", "words", "expected"), NIGHTS_AND_ROWS)
def test_days_of_a_row_and_nights_hang_on_the_day_told(text: str, words: str, expected: str) -> None:
    assert days_of(value_of(text, words, "2026-01-09")) == expected


CUT_SHORT = [
    ("Between 2015 and 2020 forty died.", "Between", "2015-01-01..2020-12-31"),
    ("Between 2015 and 2020 forty died.", "and 2020", "2015-01-01..2020-12-31"),
    ("Between 2015 and 2020 forty died.", "2015", "2015-01-01..2015-12-31"),
    ("The port was hit in the night of 7 to 8 May.", "night", "2025-05-07..2025-05-08"),
    ("He rested on 7 May and 8 May was calm.", "8 May", "2025-05-08"),
    ("He was taken on 4 May 2025. He came home after 51 days, thin.", "after", "2025-06-24"),
    ("He was taken on 4 May 2025. The two have since fought.", "since", "2025-05-04..2026-01-09"),
    ("The governor extended the curfew until 30 June.", "until 30 June", "2026-01-09..2026-06-30"),
    (
        "Many died between 1983 and the ceasefire of September 2009.",
        "between 1983 and the ceasefire of September 2009",
        "1983-01-01..2009-09-30",
    ),
]


@pytest.mark.parametrize(("text", "words", "expected"), CUT_SHORT)
def test_one_side_of_a_stretch_gives_the_whole_of_it(text: str, words: str, expected: str) -> None:
    assert days_of(value_of(text, words, "2026-01-09")) == expected


def test_a_look_back_over_the_week_does_not_begin_with_its_own_day() -> None:
    week = "A raid came on Monday, another on Tuesday, a third on Wednesday, and more on Thursday, Saturday and Sunday."

    assert days_of(value_of(week, "Monday", "2026-01-12")) == "2026-01-05"
    assert (
        days_of(value_of(f"{week} The army said on Monday it had won.", "Monday", "2026-01-12", nth=1)) == "2026-01-12"
    )
    assert days_of(value_of("A raid came on Monday, another on Sunday.", "Monday", "2026-01-12")) == "2026-01-12"
