"""What stands behind a tie."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.links.small import account, cut, denial, event, party, when
from vedette.links import Backing, find_backings
from vedette.records import Account, ActorValue, Assertion, Attribution, Event, Relation, Role, Tie

TEXT = "The mayor said the State armed the Front in 2019. In May 2020 the State met the League."
STATE, FRONT = party(TEXT, "State"), party(TEXT, "Front", Role.RECIPIENT)
IN_2019, IN_MAY = when(TEXT, "2019", "2019-01-01", "2019-12-31"), when(TEXT, "May 2020", "2020-05-01", "2020-05-31")
MAYOR = denial(TEXT, "mayor", "said", "the State armed the Front in 2019")


def side(words: str) -> ActorValue:
    return ActorValue(words, None, None, None, None, None, (cut(TEXT, words),))


def behind(*events: Event, said: tuple[Attribution, ...] = ()) -> Backing:
    tie = Tie(side("State"), side("Front"), Relation.SUPPORTS, None, 0.9)
    held: Account = replace(account(TEXT, *events, attributions=said), ties=(tie,))
    (backing,) = find_backings(held)
    return backing


@pytest.mark.parametrize(
    ("told", "events", "days"),
    [
        ([STATE, FRONT, IN_2019], ("armed",), ["2019"]),
        ([STATE, FRONT], ("armed",), []),
        # a day that another sentence tells of the event is not the tie's
        ([STATE, FRONT, IN_MAY], ("armed",), []),
        # both sides have a part in it
        ([STATE, IN_2019], (), []),
        ([FRONT, IN_2019], (), []),
    ],
)
def test_an_event_between_both_sides_stands_behind_a_tie(
    told: list[Assertion], events: tuple[str, ...], days: list[str]
) -> None:
    backing = behind(event(TEXT, "armed", *told))
    assert backing.events == events
    assert [span.text for date in backing.dates for span in date.value.spans] == days


@pytest.mark.parametrize(("content", "index"), [(True, 0), (False, None)])
def test_who_says_all_of_it_says_the_tie(content: bool, index: int | None) -> None:
    half = replace(MAYOR, content=cut(TEXT, "the State armed"))
    assert behind(said=(MAYOR if content else half,)).attribution == index


def test_of_two_who_say_it_the_inner_one_does() -> None:
    outer = replace(MAYOR, content=cut(TEXT, "The mayor said the State armed the Front"))
    assert behind(said=(outer, MAYOR)).attribution == 1
    nested = replace(MAYOR, within=0)
    assert behind(said=(MAYOR, nested)).attribution == 1


def test_a_tie_without_words_has_nothing_behind_it() -> None:
    nameless = ActorValue("State", None, None, None, None, None, ())
    tie = Tie(nameless, side("Front"), Relation.SUPPORTS, None, 0.9)
    held = replace(account(TEXT, event(TEXT, "armed", STATE, FRONT)), ties=(tie,))
    assert find_backings(held) == (Backing(None, (), ()),)
