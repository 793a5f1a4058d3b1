"""Whether confidences hold: errors worked out by hand, and what counts as right."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from benchmarks.calibration import Judged, bin_places, calibration_error, error_by_chance, is_told, judge, reliability
from benchmarks.gold import as_document
from training.corpus import GoldArgument, GoldEvent, GoldReport
from vedette.records import (
    Account,
    ActorValue,
    Assertion,
    Basis,
    CountValue,
    DatePrecision,
    DateValue,
    Event,
    EventType,
    Role,
    Span,
    Stance,
)

TEXT = "Gunmen killed five on 3 May 2024."


def cut(words: str) -> Span:
    return Span.of(TEXT, TEXT.index(words), TEXT.index(words) + len(words))


def told(role: Role, words: str, low: int | None = None, day: dt.date | None = None) -> GoldArgument:
    return GoldArgument(role, cut(words), None, day, day, low, low, False, None, None, None)


MAY = dt.date(2024, 5, 3)
GOLD = GoldEvent(
    "e1",
    EventType.ASSAULT,
    None,
    Stance.ACTUAL,
    False,
    (cut("killed"),),
    (told(Role.ACTOR, "Gunmen"), told(Role.KILLED, "five", low=5), told(Role.DATE, "3 May 2024", day=MAY)),
    None,
)
REPORT = GoldReport("r1", None, "news", None, None, None, TEXT, (Span.of(TEXT, 0, len(TEXT)),), (GOLD,), (), (), None)


@pytest.mark.parametrize(
    ("said", "right", "error"),
    [
        ([1.0, 1.0], [1, 1], 0.0),
        ([1.0, 1.0], [0, 0], 1.0),
        ([0.8, 0.8], [1, 0], 0.3),  # one bin: 0.8 said, 0.5 right
        ([0.2, 0.9], [1, 0], 0.85),  # a bin each: 0.8 and 0.9
        ([0.5, 0.5, 0.5, 1.0], [1, 0, 1, 1], 0.125),  # equal confidences share a bin: 1/6 off, three of four values
        ([], [], 0.0),
    ],
)
def test_the_calibration_error_is_the_mean_distance_over_bins(
    said: list[float], right: list[int], error: float
) -> None:
    assert calibration_error(np.array(said), np.array(right, dtype=float)) == pytest.approx(error)


def test_bins_hold_equally_many_and_equal_confidences_stay_together() -> None:
    assert np.bincount(bin_places(np.linspace(0, 1, 50))).tolist() == [5] * 10
    assert bin_places(np.array([0.3, 0.9, 0.3, 0.1]), 2).tolist() == [0, 1, 0, 0]
    assert len(set(bin_places(np.full(30, 0.4)).tolist())) == 1


def test_the_error_by_chance_shrinks_with_the_number_of_values_and_is_the_same_every_time() -> None:
    few, many = (error_by_chance(np.linspace(0.3, 0.9, number)) for number in (40, 4000))
    assert 0 < many < few
    assert few == error_by_chance(np.linspace(0.3, 0.9, 40))
    assert error_by_chance(np.ones(10)) == 0


def test_figures_of_a_field_stand_beside_those_of_the_mean() -> None:
    figures = reliability([(0.9, True), (0.9, True), (0.3, False), (0.3, True)])
    assert figures["values"] == 4
    assert figures["mean_confidence"] == pytest.approx(0.6)
    assert figures["share_right"] == pytest.approx(0.75)
    assert figures["ece"] == pytest.approx(0.15)  # 0.1 and 0.2, half of the values each
    assert figures["brier"] == pytest.approx(0.15)
    assert figures["baseline"]["brier"] == pytest.approx(0.1875)
    assert figures["bins"] == [[0.3, 0.5, 2], [0.9, 1.0, 2]]
    assert reliability([])["values"] == 0


def value(role: Role, low: int | None = None, day: dt.date | None = None, words: str = "five") -> Assertion:
    spans = (cut(words),)
    if role is Role.DATE:
        return Assertion(role, DateValue(day, day, DatePrecision.DAY, Basis.STATED, spans), 0.9)
    if role is Role.ACTOR:
        return Assertion(role, ActorValue(words, None, None, None, None, None, spans), 0.9)
    return Assertion(role, CountValue(low, low, Basis.STATED, spans), 0.9)


@pytest.mark.parametrize(
    ("assertion", "right"),
    [
        (value(Role.KILLED, 5), True),
        (value(Role.KILLED, 6), False),  # the words, but another number
        (value(Role.INJURED, 5), False),  # the number, but another role
        (value(Role.KILLED, 5, words="Gunmen"), False),  # the number, but other words
        (value(Role.ACTOR, words="Gunmen killed"), True),
        (value(Role.ACTOR, words="five"), False),
        (value(Role.DATE, day=MAY, words="May 2024"), True),
        (value(Role.DATE, day=MAY + dt.timedelta(1), words="3 May 2024"), False),
    ],
)
def test_a_value_is_right_by_role_and_words_and_dates_and_counts_by_their_value_too(
    assertion: Assertion, right: bool
) -> None:
    assert is_told(assertion, GOLD) is right


def account(**changes: Any) -> Account:
    """An account that has the marked event as it is, but for `changes`."""
    told = (
        value(Role.ACTOR, words="Gunmen"),
        value(Role.KILLED, 5),
        value(Role.DATE, day=MAY, words="3 May 2024"),
    )
    event = Event("e", "r1", EventType.ASSAULT, None, Stance.ACTUAL, False, 0.8, (cut("killed"),), told)
    return Account(as_document(REPORT), events=(replace(event, **changes),))


def test_a_perfect_account_is_right_in_everything() -> None:
    judged = list(judge(REPORT, account()))
    assert [(one.field, one.right) for one in judged] == [
        ("event", True),
        ("actor", True),
        ("killed", True),
        ("date", True),
    ]


def test_values_of_an_event_of_another_type_are_wrong_and_know_how_sure_their_event_is() -> None:
    judged = list(judge(REPORT, account(type=EventType.PROTEST, confidence=0.4)))
    assert judged[0] == Judged("event", 0.4, False)
    assert len(judged) == 4
    assert all(not one.right and one.event == 0.4 for one in judged[1:])


def test_a_happening_told_twice_is_right_once() -> None:
    twice = replace(account(), events=(*account().events, *account(id="again").events))
    assert sorted(one.right for one in judge(REPORT, twice) if one.field == "event") == [False, True]
