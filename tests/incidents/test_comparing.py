"""Levels of pairs, one by one and many at once; a sketch in columns loses nothing that is compared."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.incidents.stream import draw_reports, seeded
from vedette.incidents.blocking import MOST, find_candidates, pack
from vedette.incidents.comparing import compare, compare_pairs
from vedette.incidents.distance import km_apart
from vedette.incidents.judging import load_weights, score_given, score_pairs
from vedette.incidents.sketch import Sketch, sketch_account
from vedette.records import Basis, EventRef, EventType, PlacePrecision, PlaceValue, Role

DAY = dt.date(2025, 10, 14)


def at(lat: float, lon: float, number: int | None = None, precision: PlacePrecision | None = None) -> PlaceValue:
    return PlaceValue("Dawis", number, lat, lon, "PH", None, None, precision or PlacePrecision.TOWN, Basis.STATED, ())


def on(first: int, last: int | None = None) -> tuple[tuple[dt.date, dt.date], ...]:
    return ((DAY + dt.timedelta(days=first), DAY + dt.timedelta(days=last if last is not None else first)),)


def sketch(name: str, **told: object) -> Sketch:
    blank: dict[str, object] = {
        "ref": EventRef(name, "e1"),
        "type": EventType.ASSAULT,
        "mode": None,
        "background": False,
        "lead": False,
        "days": (),
        "published": None,
        "places": (),
        "tolls": (),
    }
    sets = ("place_words", "countries", "actors", "actor_words", "recipient_words", "heads", "words", "names", "story")
    blank |= dict.fromkeys(sets, frozenset[str]())
    return Sketch(**(blank | told))  # type: ignore[arg-type]


CASES = [
    ({"days": on(0)}, {"days": on(0)}, {"date-same": 1.0}),
    ({"days": on(0)}, {"days": on(-3, 3)}, {"date-overlaps": 1.0}),
    ({"days": on(0)}, {"days": on(1)}, {"date-next-day": 1.0}),
    ({"days": on(0)}, {"days": on(15)}, {"date-apart": 1.0, "date-far-apart": 0.5}),
    ({"days": (*on(9), *on(0))}, {"days": on(0)}, {"date-same": 1.0}),
    ({"days": on(5)}, {"published": DAY}, {"told-before-it-happened": 1.0, "date-unknown": 1.0}),
    ({"days": on(1)}, {"published": DAY}, {"told-before-it-happened": 0.0}),
    ({"places": (at(6.9, 122.1),)}, {"places": (at(6.9, 122.2),)}, {"place-near": 1.0}),
    ({"places": (at(6.9, 122.1),)}, {"places": (at(9.9, 122.1),)}, {"place-apart": 1.0, "place-near": 0.0}),
    ({"places": (at(6.9, 122.1, 7),)}, {"places": (at(9.9, 122.1, 7),)}, {"place-near": 1.0}),
    ({"places": (at(6.9, 122.1),)}, {"places": (at(6.9, 122.1, None, PlacePrecision.PROVINCE),)}, {"place-near": 0.0}),
    ({"place_words": frozenset("ab")}, {"place_words": frozenset("bcd")}, {"place-name": 0.5, "place-unknown": 0.0}),
    ({"place_words": frozenset("a")}, {"place_words": frozenset("b")}, {"place-name-other": 1.0}),
    ({"countries": frozenset("x")}, {"countries": frozenset("y")}, {"country-other": 1.0, "country-same": 0.0}),
    ({"mode": "drone"}, {"mode": "drone"}, {"mode-same": 1.0, "mode-other": 0.0}),
    ({"mode": "drone"}, {"mode": "firearms"}, {"mode-other": 1.0}),
    ({"mode": "drone"}, {}, {"mode-same": 0.0, "mode-other": 0.0}),
    ({"lead": True}, {"lead": True}, {"both-leads": 1.0, "one-leads": 0.0}),
    ({"actors": frozenset("a")}, {"actors": frozenset("a")}, {"actor-shared": 1.0}),
    ({"actor_words": frozenset("a")}, {"actor_words": frozenset("b")}, {"actor-other": 1.0}),
    ({"tolls": ((Role.KILLED, (4, 4)),)}, {"tolls": ((Role.KILLED, (4, 4)),)}, {"toll-same": 1.0}),
    ({"tolls": ((Role.KILLED, (1, 1)),)}, {"tolls": ((Role.KILLED, (1, 1)),)}, {"toll-meets": 1.0}),
    ({"tolls": ((Role.KILLED, (4, None)),)}, {"tolls": ((Role.KILLED, (30, 30)),)}, {"toll-meets": 1.0}),
    ({"tolls": ((Role.KILLED, (4, 4)),)}, {"tolls": ((Role.KILLED, (7, 7)),)}, {"toll-meets": 1.0}),
    ({"tolls": ((Role.KILLED, (4, 4)),)}, {"tolls": ((Role.KILLED, (9, 9)),)}, {"toll-apart": 1.0}),
    ({"tolls": ((Role.KILLED, (4, 4)),)}, {"tolls": ((Role.INJURED, (4, 4)),)}, {"toll-same": 0.0, "toll-apart": 0.0}),
    ({"tolls": ((Role.MISSING, (8, 8)),)}, {"tolls": ((Role.INJURED, (8, 8)),)}, {"toll-same": 0.0}),
    ({"attackers_hit": True}, {"attackers_hit": False}, {"attackers-hit-in-one": 1.0}),
    ({"attackers_hit": True}, {"attackers_hit": True}, {"attackers-hit-in-one": 0.0}),
    ({"attackers_hit": True}, {}, {"attackers-hit-in-one": 0.0}),
    ({"days": on(0), "place_words": frozenset("a"), "recipient_words": frozenset("m")},
     {"days": on(0), "place_words": frozenset("a"), "recipient_words": frozenset("n")},
     {"recipient-other-on-one-spot": 1.0, "recipient-other": 1.0, "recipient-shared-on-one-spot": 0.0}),
    ({"days": on(0), "place_words": frozenset("a"), "recipient_words": frozenset("m")},
     {"days": on(9), "place_words": frozenset("a"), "recipient_words": frozenset("n")},
     {"recipient-other-on-one-spot": 0.0, "recipient-other": 1.0}),
    ({"story": frozenset("abcd")}, {"story": frozenset("ab")}, {"story": 1.0, "no-story": 0.0}),
]  # fmt: skip


@pytest.mark.parametrize(("one", "two", "levels"), CASES)
def test_each_level_is_named_whichever_event_comes_first(
    one: dict[str, object], two: dict[str, object], levels: dict[str, float]
) -> None:
    a, b = sketch("a", **one), sketch("b", **two)
    for found in (compare(a, b), compare(b, a)):
        assert {name: found.get(name, 0.0) for name in levels} == pytest.approx(levels)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**6))
def test_many_pairs_at_once_have_the_levels_of_each_by_itself(seed: int) -> None:
    sketches = [one for report in draw_reports(seeded(seed), 8) for one in sketch_account(report)]
    table = pack(sketches)
    pairs = [(one, two) for one in range(len(sketches)) for two in range(one + 1, len(sketches))]
    ones, twos = (np.array([pair[side] for pair in pairs], np.int32) for side in (0, 1))
    levels = compare_pairs(table, table, ones, twos)
    for number, (one, two) in enumerate(pairs):
        alone = compare(sketches[one], sketches[two])
        assert {name: values[number] for name, values in levels.items() if values[number]} == alone


def test_wide_and_narrow_sets_are_counted_alike_and_few_words_in_common_say_less_than_many() -> None:
    wide = frozenset(f"w{number}" for number in range(90))
    some = [sketch(f"d{size}", words=frozenset(f"w{number}" for number in range(size))) for size in (0, 1, 2, 9, 40)]
    for one in some:
        found = compare(one, sketch("wide", words=wide)).get("words", 0.0)
        assert found == pytest.approx(len(one.words) / (len(one.words) + 2))


def test_two_events_that_one_document_tells_apart_and_two_of_two_kinds_are_never_compared() -> None:
    shared = {"names": frozenset({"nampen"}), "days": on(0)}
    one, two = sketch("a", **shared), sketch("b", type=EventType.PROTEST, **shared)
    other = sketch("a", ref=EventRef("a", "e2"), set_off=True, **shared)
    coerced = sketch("c", type=EventType.COERCE, **shared)
    assert find_candidates([one, two, other]) == []
    assert find_candidates([one, coerced]) == [(0, 1)]


def test_a_name_that_everybody_tells_is_followed_no_further_than_some_neighbours() -> None:
    crowd = [sketch(f"d{number:03}", names=frozenset({"crowd"}), days=on(0)) for number in range(MOST * 3)]
    pairs = find_candidates(crowd)
    assert len(pairs) == sum(min(MOST, len(crowd) - 1 - number) for number in range(len(crowd)))


def test_pairs_that_speak_against_each_other_are_not_kept() -> None:
    one = sketch("a", names=frozenset("n"), days=on(0), mode="drone")
    two = sketch("b", names=frozenset("n"), days=on(3), mode="firearms")
    weights = load_weights()
    assert find_candidates([one, two]) == [(0, 1)]
    assert score_pairs([one, two], weights) == score_given([(one, two)], weights) == {}


def test_the_distance_of_many_places_is_that_of_two() -> None:
    places = [at(6.9, 122.1), at(6.65, 122.13), at(6.2, 121.0), at(7.4, 122.4, None, PlacePrecision.DISTRICT)]
    for one in places:
        for two in places:
            apart = km_apart([one], [two])
            levels = compare(sketch("a", places=(one,)), sketch("b", places=(two,)))
            assert apart is not None
            assert levels.get("place-near", 0.0) == float(apart <= 15.0)
            assert levels.get("place-apart", 0.0) == float(apart > 60.0)
