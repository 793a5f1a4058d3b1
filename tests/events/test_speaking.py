"""Who says a value of an event."""

from __future__ import annotations

import pytest

from tests.events.small import cut, said
from vedette.events.speaking import speaker

TEXT = "The Herald said the mayor demanded that the army leave Aden, where shells fell."
HERALD = said(TEXT, "The Herald", "the mayor demanded that the army leave Aden, where shells fell")
MAYOR = said(TEXT, "the mayor", "the army leave Aden, where shells fell", within=0, cue="demanded")


@pytest.mark.parametrize(
    ("words", "event", "expected"),
    [
        ("Aden", ["fell"], 1),  # that shells fell in Aden is said by the mayor
        ("leave Aden", ["demanded"], 0),  # that this was demanded is said by the Herald
        ("the army", ["demanded"], 0),
        ("the mayor", ["demanded"], 0),
        ("Aden", ["leave", "demanded"], 0),  # by any of the event's words
        ("The Herald", ["demanded"], None),
        ("Aden", ["demanded", "said"], None),  # where all are the event's own words, the publisher tells it
    ],
)
def test_an_event_that_is_a_speech_act_is_told_from_outside_it(
    words: str, event: list[str], expected: int | None
) -> None:
    assert speaker(cut(TEXT, words), [cut(TEXT, word) for word in event], [HERALD, MAYOR]) == expected


def test_without_attributions_nobody_but_the_publisher_speaks() -> None:
    assert speaker(cut(TEXT, "Aden"), [cut(TEXT, "fell")], []) is None
