import subprocess
import sys

import pytest

from vedette.counts import explain_count
from vedette.errors import UsageError


def test_a_phrase_is_explained_in_plain_words() -> None:
    (explanation,) = explain_count("at least two dozen villagers")
    assert (explanation.value.low, explanation.value.high) == (24, None)
    assert explanation.value.of is not None
    assert explanation.value.of.text == "villagers"
    assert explanation.why == ("“at least”: this many or more",)


def test_a_vague_word_is_explained_with_its_reason() -> None:
    (explanation,) = explain_count("scores of people")
    assert explanation.why == ("“scores”: a plural of 20 is at least two score",)


def test_every_count_of_a_sentence_is_explained() -> None:
    spans = [found.span.text for found in explain_count("The blast killed 12 people and wounded about 30.")]
    assert spans == ["12", "about 30"]


@pytest.mark.parametrize(("phrase", "low", "high"), [("a woman and her two sons", 3, 3), (" a guard ", 1, 1)])
def test_a_phrase_without_a_number_of_its_own_is_read_as_a_noun_phrase(phrase: str, low: int, high: int) -> None:
    (explanation,) = explain_count(phrase)
    assert (explanation.value.low, explanation.value.high) == (low, high)
    assert explanation.span.text == phrase.strip()


@pytest.mark.parametrize(
    ("phrase", "low", "high"), [("two more", 2, 2), ("seven others", 7, 7), ("hundreds more", 200, None)]
)
def test_a_number_that_names_nobody_is_read_all_the_same(phrase: str, low: int, high: int | None) -> None:
    (explanation,) = explain_count(phrase)
    assert (explanation.value.low, explanation.value.high) == (low, high)


@pytest.mark.parametrize(
    ("phrase", "counts"),
    [
        ("a man, his wife and four children", [("a man, his wife and four children", 6)]),
        ("Gunmen shot a couple and their baby dead.", [("a couple and their baby", 3)]),
        ("Six soldiers and their commander died; ten fled", [("Six soldiers and their commander", 7), ("ten", 10)]),
        ("all but two of the 12 hostages", [("all but two", 10), ("12", 12)]),
        ("not one of the 12", [("not one", 0), ("12", 12)]),
        ("a policeman and two civilians", [("two", 2)]),
        ("a woman and their house", [("a woman and their house", 1)]),
        ("a family of five", [("five", 5)]),
    ],
)
def test_people_told_together_or_taken_out_of_a_whole_are_one_count(phrase: str, counts: list[tuple[str, int]]) -> None:
    assert [(found.span.text, found.value.low) for found in explain_count(phrase)] == counts


@pytest.mark.parametrize(
    ("phrase", "number", "what"),
    [
        ("Rs 5 lakh", "5 lakh", "a sum of money"),
        ("30 km north of Mopti", "30", "a measure"),
        ("one in five", "one", "a share"),
        ("drove the N5 to Lahore", "5", "part of a longer sign"),
    ],
)
def test_a_number_that_counts_nobody_is_named_for_what_it_is(phrase: str, number: str, what: str) -> None:
    first = explain_count(phrase)[0]
    assert (first.span.text, first.value.low, first.value.high) == (number, None, None)
    assert what in first.why[0]


def test_an_age_does_not_hide_the_one_who_has_it() -> None:
    (explanation,) = explain_count("a 12-year-old boy")
    assert explanation.value.low == 1


@pytest.mark.parametrize("phrase", ["", "   ", "\n"])
def test_an_empty_phrase_is_refused_with_advice(phrase: str) -> None:
    with pytest.raises(UsageError, match="give a phrase"):
        explain_count(phrase)


def test_importing_the_room_does_not_import_yaml() -> None:
    code = "import sys, vedette.counts; sys.exit('yaml' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
