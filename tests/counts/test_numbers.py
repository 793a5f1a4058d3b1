import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vedette.counts.numbers import read_number, read_ordinal
from vedette.counts.tokens import split_tokens

ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spell(number: int, *, hyphen: str = "-", joiner: str = " and ") -> str:
    """Write a number below a thousand million in English words."""
    for size, name in ((1_000_000, "million"), (1_000, "thousand")):
        if number >= size:
            rest = number % size
            tail = (joiner if rest < 100 else " ") + spell(rest, hyphen=hyphen, joiner=joiner) if rest else ""
            return f"{spell(number // size, hyphen=hyphen, joiner=joiner)} {name}{tail}"
    if number >= 100:
        rest = number % 100
        tail = joiner + spell(rest, hyphen=hyphen, joiner=joiner) if rest else ""
        return f"{ONES[number // 100]} hundred{tail}"
    if number >= 20:
        return TENS[number // 10 - 2] + (hyphen + ONES[number % 10] if number % 10 else "")
    return ONES[number]


def indian(number: int) -> str:
    """Group figures as South Asian newspapers do: 12,34,567."""
    head, tail = divmod(number, 1000)
    groups: list[str] = []
    while head:
        head, group = divmod(head, 100)
        groups.insert(0, f"{group:02d}" if head else str(group))
    return ",".join([*groups, f"{tail:03d}"])


def read(text: str) -> int | None:
    tokens = split_tokens(text)
    number = read_number(tokens, 0)
    return number.value if number is not None and number.end == len(tokens) else None


@given(st.integers(0, 999_999_999), st.sampled_from(["-", " "]), st.sampled_from([" and ", " "]))
@settings(max_examples=300, deadline=None)
def test_a_number_spelled_out_reads_back_as_itself(number: int, hyphen: str, joiner: str) -> None:
    assert read(spell(number, hyphen=hyphen, joiner=joiner)) == number


@given(st.integers(0, 999_999_999))
@settings(max_examples=100, deadline=None)
def test_a_number_in_figures_reads_back_as_itself_with_and_without_separators(number: int) -> None:
    assert read(str(number)) == number
    assert read(f"{number:,}") == number
    assert read(f"{number:,}".replace(",", "\u202f")) == number
    if number >= 1000:
        assert read(indian(number)) == number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a dozen", 12),
        ("dozen", 12),
        ("half a dozen", 6),
        ("two dozen", 24),
        ("a score", 20),
        ("a hundred", 100),
        ("a hundred and fifty", 150),
        ("a thousand", 1000),
        ("a thousand and one", 1001),
        ("3 lakh", 300_000),
        ("two lakh", 200_000),
        ("1.5 lakh", 150_000),
        ("2 crore", 20_000_000),
        ("2.3 million", 2_300_000),
        ("0.1 million", 100_000),
        ("half a million", 500_000),
        ("a quarter of a million", 250_000),
        ("three-quarters of a million", 750_000),
        ("one and a half million", 1_500_000),
        ("hundred", 100),
        ("Twenty-One", 21),
    ],
)
def test_dozens_fractions_and_indian_units_are_numbers(text: str, value: int) -> None:
    assert read(text) == value


@pytest.mark.parametrize("text", ["", "a", "an", "several", "7.62", "2.5", "1,23", "12,34", "second", "score", "lakhs"])
def test_what_is_no_whole_number_is_not_read(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(("text", "rest"), [("two three", 1), ("a hundred and fled", 2), ("five and six", 1)])
def test_a_number_ends_where_the_next_word_does_not_continue_it(text: str, rest: int) -> None:
    number = read_number(split_tokens(text), 0)
    assert number is not None
    assert number.end == rest


@pytest.mark.parametrize(
    ("text", "value"), [("third", 3), ("25th", 25), ("twentieth", 20), ("three", None), ("25", None)]
)
def test_ordinals_are_told_from_numbers(text: str, value: int | None) -> None:
    assert read_ordinal(split_tokens(text)[0]) == value
