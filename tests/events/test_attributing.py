"""Which attribution holds which words."""

from __future__ import annotations

import pytest

from tests.events.small import cut, said
from vedette.events.attributing import all_about
from vedette.records import Attribution
from vedette.records.reading import innermost

TEXT = "The Herald said the police said four men died in Aden on Monday."
HERALD = said(TEXT, "The Herald", "the police said four men died in Aden")
POLICE = said(TEXT, "the police", "four men died", within=0)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("four", 1),
        ("four men died", 1),
        ("the police", 0),
        ("in Aden", 0),
        ("died in Aden", 0),  # reaches beyond what the police say
        ("on Monday", None),  # the publisher itself
        ("Aden on Monday", None),
        ("The Herald", None),
    ],
)
def test_the_innermost_clause_that_holds_the_words_says_them(words: str, expected: int | None) -> None:
    assert innermost((cut(TEXT, words),), [HERALD, POLICE]) == expected


def test_without_attributions_the_publisher_says_everything() -> None:
    assert innermost((cut(TEXT, "four"),), []) is None


def shared(*within: int | None) -> list[Attribution]:
    """Make attributions that share one content and differ in what they are nested in."""
    return [said(TEXT, "The Herald", "four men died", inside) for inside in within]


@pytest.mark.parametrize(
    ("within", "expected"),
    [
        ((None, 0), 1),
        ((1, None), 0),
        ((None, 0, 1), 2),
        ((2, None, 1), 0),
        ((None, None), 0),
        # rings end where they close, and the first in reading order is taken
        ((1, 0), 0),
        ((0,), 0),
        ((1, 2, 0), 0),
        ((1, 0, 1), 2),
    ],
)
def test_of_one_clause_with_two_sources_the_nested_one_is_innermost(
    within: tuple[int | None, ...], expected: int
) -> None:
    assert innermost((cut(TEXT, "four"),), shared(*within)) == expected


def test_all_that_speak_of_a_trigger_are_named_in_order() -> None:
    assert all_about([cut(TEXT, "died")], [HERALD, POLICE]) == [0, 1]
    assert all_about([cut(TEXT, "in Aden")], [HERALD, POLICE]) == [0]
    assert all_about([cut(TEXT, "Monday"), cut(TEXT, "died")], [POLICE, HERALD]) == [0, 1]
    assert all_about([cut(TEXT, "Monday")], [HERALD, POLICE]) == []
