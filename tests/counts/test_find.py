import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vedette.counts import find_counts


def found(text: str) -> list[str]:
    return [span.text for span in find_counts(text)]


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("At least 12 people were killed and about 30 wounded.", ["At least 12", "about 30"]),
        ("Gunmen shot dead two dozen villagers near Djibo.", ["two dozen"]),
        ("Five policemen died.", ["Five"]),
        ("A dozen passengers were taken.", ["A dozen"]),
        ("Up to 40 miners are missing.", ["Up to 40"]),
        ("Between 20 and 30 fighters were killed.", ["Between 20 and 30"]),
        ("The toll rose from nine to 12.", ["nine", "12"]),
        ("3 lakh people were displaced.", ["3 lakh"]),
        ("There were no casualties.", ["no"]),
        ("Nobody was hurt.", ["Nobody"]),
        ("Several guards were beaten.", ["Several"]),
        ("Dozens of people fled.", ["Dozens"]),
        ("a number of smugglers were killed", ["a number of"]),
        ("One of them was a nurse.", ["One"]),
        ("One soldier and two women died.", ["One", "two"]),
        ("Two army officers and three bank guards died.", ["Two", "three"]),
        ("On 3 August four members of a family were shot.", ["four"]),
        ("On Monday 12 people were killed.", ["12"]),
        ("a further 22 were abducted", ["22"]),
        ("the other three were Thai engineers", ["three"]),
        ("12 killed, 8 injured", ["12", "8"]),
        ("In 2021 some 2,000 people fled.", ["some 2,000"]),
        ("the figure of eight, which the church gives", ["eight"]),
        ("The number of dead reached 1,400.", ["1,400"]),
        ("1 200 people fled", ["1 200"]),
        ("some 12\u2009000 people fled", ["some 12\u2009000"]),
        ("on May 12 300 people fled", ["300"]),
        ("on Monday 12 300 people fled", ["300"]),
        ("in 2015 200 people were killed", ["200"]),
        ("All but two of the 12 hostages were freed.", ["All but two", "12"]),
        ("All but five were let go.", ["All but five"]),
        ("two-thirds of the 30 villagers", ["two-thirds", "30"]),
        ("most of the 12 were women", ["most", "12"]),
        ("Not one of the 12 hostages was freed.", ["Not one", "12"]),
        ("neither of the two guards", ["neither", "two"]),
        ("killed two in three villages", ["two"]),
        ("They abducted 12 for ransom.", ["12"]),
        ("held 20 as ransom", ["20"]),
        ("single-digit casualties", ["single-digit"]),
        ("a family of five was killed", ["five"]),
    ],
)
def test_number_phrases_that_count_people_are_found_without_their_noun(text: str, phrases: list[str]) -> None:
    assert found(text) == phrases


@pytest.mark.parametrize(
    "text",
    [
        # dates and years
        "It happened on 12 March 2021.",
        "On March 12, 2021, it rained.",
        "between 16 and 29 July",
        "on the 11 and 12 February",
        "since 1891 they have walked",
        "in the 1980s",
        "the 3rd of May",
        "on Tuesday 14, at the bridge",
        # times
        "At 12:30 the shelling began.",
        "at 7 a.m. and again at 9 p.m.",
        "at 0600 hrs",
        "at five o'clock",
        "about three in the morning",
        # durations and measures
        "after three days and 12 hours",
        "23 days later",
        "30 km north of Mopti",
        "a 12-hour siege",
        "two kilometres away",
        "50 kg of explosives",
        "12 per cent and 15%",
        # ages
        "a 12-year-old girl",
        "Jairo Chuquimarca, 22, a student",
        "men aged 24 and 31",
        "a boy of six",
        # weapons, roads, names
        "a 7.62mm round from an AK-47",
        "rounds of .38",
        "on Highway 12 near Camp 7",
        "Section 144 was imposed in Ward 5",
        "the Army of the Two Rivers",
        "the N-25 and the M4",
        "Liceo 14 in Calle 2",
        # money
        "a ransom of $12,000 was paid",
        "Rs. 500,000 in cash",
        "200,000 naira",
        "Rs 5 lakh for each family",
        "Rs5 lakh and Rs. 5,00,000",
        "a ransom of 5 lakh",
        "they paid 20 lakh in ransom",
        "N5 million and R20,000",
        "5 crore rupees was looted",
        # shares
        "one in five Malians",
        "two thirds of the town",
        "all but one day",
        "none of the 12 cars was hit",
        # things
        "Two cars and three houses were burnt.",
        "26 rounds and 40 rockets hit the town.",
        "52 attacks and 16 incidents",
        "burned five burnt-out army vehicles",
        "seven villages",
        "dozens of lorries",
        # ordinals
        "the third attack and the 21st convoy",
        # words that look like counts
        "No group has claimed the attack.",
        "No evidence was found.",
        "Nobody knows why.",
        "One day they came back.",
        "the number of dead",
        "raised by five",
        "11 fewer than last month",
        "two-storey buildings and a three-man board",
        "",
    ],
)
def test_numbers_that_count_no_people_are_left_out(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("Three vehicles and four soldiers were lost.", ["four"]),
        ("killing five soldiers with 12 rockets", ["five"]),
        ("Six men in two cars", ["Six"]),
        ("two police vehicles and two policemen", ["two"]),
    ],
)
def test_people_are_told_from_vehicles_in_one_sentence(text: str, phrases: list[str]) -> None:
    assert found(text) == phrases


@given(st.text(max_size=80))
@settings(max_examples=150, deadline=None)
def test_spans_are_slices_of_the_text_in_order_and_apart(text: str) -> None:
    spans = find_counts(text)
    assert all(text[span.start : span.end] == span.text for span in spans)
    assert all(left.end <= right.start for left, right in itertools.pairwise(spans))


@given(
    st.lists(
        st.sampled_from(
            [
                "at least",
                "12",
                "two",
                "dozen",
                "and",
                "of",
                "no",
                "up to",
                "-",
                ",",
                "(",
                "3 lakh",
                "March",
                "aged",
                "one",
            ]
        ),
        max_size=14,
    )
)
@settings(max_examples=150, deadline=None)
def test_heaps_of_number_words_never_break_the_reading(words: list[str]) -> None:
    find_counts(" ".join(words))
