"""Which events a document tells apart."""

from __future__ import annotations

import numpy as np
import pytest

from tests.incidents.test_comparing import on, sketch
from vedette.incidents.blocking import pack
from vedette.incidents.dividing import told_apart
from vedette.incidents.wording import is_set_off
from vedette.records import EventRef, EventType

GAO = frozenset({"gao"})

CASES = [
    ("one day in one place", {"days": on(0), "place_words": GAO}, {"days": on(0), "place_words": GAO}, False),
    ("one day, the place told once", {"days": on(0), "place_words": GAO}, {"days": on(0)}, False),
    ("one place, the day told once", {"days": on(0), "place_words": GAO}, {"place_words": GAO}, False),
    ("one day, told more closely once", {"days": on(0)}, {"days": on(-3, 3)}, False),
    ("a mode told once", {"days": on(0), "mode": "firearms"}, {"days": on(0)}, False),
    ("a place told more closely once", {"place_words": GAO}, {"place_words": GAO | {"quay"}}, False),
    ("nothing told of both", {"days": on(0)}, {"place_words": GAO}, True),
    ("two days", {"days": on(0), "place_words": GAO}, {"days": on(1), "place_words": GAO}, True),
    ("two places", {"days": on(0), "place_words": GAO}, {"days": on(0), "place_words": frozenset({"kidal"})}, True),
    ("two spots", {"place_words": GAO | {"mosque"}}, {"place_words": GAO | {"quay"}}, True),
    ("two modes", {"days": on(0), "mode": "firearms"}, {"days": on(0), "mode": "explosives"}, True),
    (
        "some shot and others taken",
        {"days": on(0), "place_words": GAO, "mode": "firearms"},
        {"days": on(0), "mode": "abduct"},
        False,
    ),
    (
        "some shot and others taken, on two days",
        {"days": on(0), "mode": "firearms"},
        {"days": on(1), "mode": "abduct"},
        True,
    ),
    (
        "some shot and others taken, read as coercion",
        {"days": on(0), "mode": "firearms"},
        {"days": on(0), "type": EventType.COERCE, "mode": "seize"},
        False,
    ),
    ("some shot and a curfew", {"days": on(0), "mode": "firearms"}, {"days": on(0), "type": EventType.COERCE}, True),
    ("some taken and a house burnt", {"days": on(0), "mode": "abduct"}, {"days": on(0), "mode": "destroy"}, True),
    ("denied, and told otherwise", {"days": on(0), "mode": "primitive"}, {"mode": "firearms", "denied": True}, False),
    ("denied of another day", {"days": on(0)}, {"days": on(3), "denied": True}, True),
    ("both denied, of two modes", {"mode": "drone", "denied": True}, {"mode": "firearms", "denied": True}, True),
    ("denied, of another type", {"days": on(0)}, {"type": EventType.COERCE, "denied": True}, True),
    (
        "a demand denied, another made",
        {"type": EventType.REQUEST, "mode": None},
        {"type": EventType.REQUEST, "mode": None, "denied": True},
        True,
    ),
    ("two types", {"days": on(0)}, {"days": on(0), "type": EventType.COERCE}, True),
    (
        "others who did it",
        {"days": on(0), "actor_words": frozenset({"wadi"})},
        {"days": on(0), "actor_words": frozenset({"sabil"})},
        True,
    ),
    ("set off in so many words", {"days": on(0)}, {"days": on(0), "set_off": True}, True),
]


@pytest.mark.parametrize(("one", "other", "apart"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_document_tells_two_events_apart_or_leaves_it_open(
    one: dict[str, object], other: dict[str, object], apart: bool
) -> None:
    table = pack([sketch("d", **one), sketch("d", ref=EventRef("d", "e2"), **other)])
    for first, second in ((0, 1), (1, 0)):
        assert told_apart(table, np.array([first], np.int32), np.array([second], np.int32)).tolist() == [apart]


@pytest.mark.parametrize(
    ("before", "set_off"),
    [
        ("Hours later a second ", True),
        ("There was another car ", True),
        ("In a separate ", True),
        ("The town saw other ", True),
        ("Another was wounded before the ", False),
        ("Another man died, and the ", False),
        ("A second later; the ", False),
        ("the ", False),
        ("", False),
    ],
)
def test_words_before_a_happening_set_it_off_from_another(before: str, set_off: bool) -> None:
    assert is_set_off(before) is set_off
