"""What becomes of an argument that the model offers to several events."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.events.small import argument, cut, trigger
from vedette.events.dividing import divide_arguments
from vedette.records import EventType, Role, Span, Trigger

TEXT = "A blast in Nowhere killed five on Monday. A second blast hurt six. Police arrested a man."
FIVE, SIX, PLACE, MAN = cut(TEXT, "five"), cut(TEXT, "six"), cut(TEXT, "Nowhere"), cut(TEXT, "a man")
FIRST, SECOND = trigger(TEXT, "blast"), trigger(TEXT, "blast", n=1)
ARREST = trigger(TEXT, "arrested", event_type=EventType.COERCE)


def told(one: Trigger, *arguments: tuple[Role, Span, float]) -> Trigger:
    return replace(one, arguments=tuple(argument(*three) for three in arguments))


def spans(group: list[Trigger]) -> set[tuple[Role, Span]]:
    return {(found.role, found.span) for one in group for found in one.arguments}


def test_a_toll_offered_to_two_attacks_stays_with_the_one_that_holds_it_more_surely() -> None:
    triggers = [
        told(FIRST, (Role.KILLED, FIVE, 0.9)),
        told(SECOND, (Role.KILLED, FIVE, 0.4), (Role.INJURED, SIX, 0.8)),
    ]
    first, second = divide_arguments(triggers, [[0], [1]])
    assert spans(first) == {(Role.KILLED, FIVE)}
    assert spans(second) == {(Role.INJURED, SIX)}


def test_a_toll_held_as_surely_by_both_stays_with_both() -> None:
    triggers = [told(FIRST, (Role.KILLED, FIVE, 0.9)), told(SECOND, (Role.KILLED, FIVE, 0.9))]
    first, second = divide_arguments(triggers, [[0], [1]])
    assert spans(first) == spans(second) == {(Role.KILLED, FIVE)}


def test_mentions_of_one_event_are_as_sure_as_the_surest_of_them() -> None:
    triggers = [told(FIRST, (Role.KILLED, FIVE, 0.9)), told(SECOND, (Role.KILLED, FIVE, 0.1))]
    (group,) = divide_arguments(triggers, [[0, 1]])
    assert [len(one.arguments) for one in group] == [1, 1]


def test_a_second_date_stays_with_the_event_that_holds_it_more_surely() -> None:
    monday, own = cut(TEXT, "on Monday"), cut(TEXT, "second")
    triggers = [
        told(FIRST, (Role.DATE, monday, 0.9)),
        told(SECOND, (Role.DATE, own, 0.8), (Role.DATE, monday, 0.4)),
    ]
    first, second = divide_arguments(triggers, [[0], [1]])
    assert spans(first) == {(Role.DATE, monday)}
    assert spans(second) == {(Role.DATE, own)}


def test_an_only_date_may_be_shared_by_two_events() -> None:
    monday = cut(TEXT, "on Monday")
    triggers = [told(FIRST, (Role.DATE, monday, 0.9)), told(SECOND, (Role.DATE, monday, 0.4))]
    first, second = divide_arguments(triggers, [[0], [1]])
    assert spans(first) == spans(second) == {(Role.DATE, monday)}


@pytest.mark.parametrize(
    ("role", "span", "other"),
    [(Role.PLACE, PLACE, SECOND), (Role.RECIPIENT, MAN, ARREST)],
    ids=["a place may be told once of two attacks", "a victim may suffer two things of different types"],
)
def test_what_events_may_share_they_share(role: Role, span: Span, other: Trigger) -> None:
    triggers = [told(FIRST, (role, span, 0.9)), told(other, (role, span, 0.2))]
    first, second = divide_arguments(triggers, [[0], [1]])
    assert spans(first) == spans(second) == {(role, span)}
