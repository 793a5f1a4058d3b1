"""What of an event can be compared."""

from __future__ import annotations

import pytest

from tests.incidents.small import Report
from vedette.incidents.sketch import sketch_account
from vedette.records import ActorValue, Assertion, Role, Stance


def hit(report: Report, words: str) -> Assertion:
    return Assertion(Role.RECIPIENT, ActorValue(words, None, "generic", None, None, None, (report.span(words),)), 1.0)


@pytest.mark.parametrize(
    ("whom", "attackers"),
    [(["kidnappers"], True), (["nurses"], False), (["kidnappers", "nurses"], None), ([], None)],
)
def test_whether_only_attackers_were_hit_is_told_where_it_can_be(whom: list[str], attackers: bool | None) -> None:
    report = Report("a.txt", "The army killed four kidnappers after the raid on the nurses")
    report.event("killed", *(hit(report, words) for words in whom))
    assert [sketch.attackers_hit for sketch in sketch_account(report.account())] == [attackers]


@pytest.mark.parametrize(("stance", "denied"), [(Stance.DENIED, True), (Stance.ALLEGED, False), (Stance.ACTUAL, False)])
def test_what_is_told_only_as_denied_is_known_as_such(stance: Stance, denied: bool) -> None:
    report = Report("a.txt", "The police deny that officers shot at anybody")
    report.event("shot", mode="firearms", stance=stance)
    assert [sketch.denied for sketch in sketch_account(report.account())] == [denied]


def test_who_is_missing_after_an_attack_is_one_toll_with_who_was_abducted() -> None:
    report = Report("a.txt", "Armed men attacked the convoy; eight are missing and two dead")
    counts = report.count(Role.MISSING, "eight", 8, 8), report.count(Role.KILLED, "two", 2, 2)
    report.event("attacked", *counts)
    assert [sketch.tolls for sketch in sketch_account(report.account())] == [
        ((Role.ABDUCTED, (8, 8)), (Role.KILLED, (2, 2)))
    ]
