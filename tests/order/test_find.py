from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tests.order.small import DAY, account
from vedette.order import find_orders
from vedette.records import Span, Stance

# text, the two triggers, the earlier one, at least and at most so many days
TOLD = [
    ("Police arrested a man after the bombing.", "arrested", "bombing", "bombing", 0, None),
    ("Police arrested a man two days after the bombing.", "arrested", "bombing", "bombing", 2, 2),
    ("Police arrested a man days after the bombing.", "arrested", "bombing", "bombing", 1, 14),
    ("Police arrested a man less than a week after the bombing.", "arrested", "bombing", "bombing", 0, 7),
    ("Police arrested a man more than a week after the bombing.", "arrested", "bombing", "bombing", 7, None),
    ("The raid came hours after the shooting.", "raid", "shooting", "shooting", 0, 1),
    ("Following the blast, police arrested two men.", "arrested", "blast", "blast", 0, None),
    ("Two weeks before the vote, gunmen killed a judge.", "killed", "vote", "killed", 14, 14),
    ("They shelled the town in retaliation for the raid.", "shelled", "raid", "raid", 0, None),
    ("The army was put on alert ahead of the march.", "alert", "march", "alert", 0, None),
    ("The blast was followed by gunfire.", "blast", "gunfire", "blast", 0, None),
    ("The strike followed a raid.", "strike", "raid", "raid", 0, None),
    ("A bus was bombed. Two days later, a mosque was burned.", "bombed", "burned", "bombed", 2, 2),
    ("A bus was bombed. Two days earlier, a mosque was burned.", "bombed", "burned", "burned", 2, 2),
]  # fmt: skip

NOT_TOLD = [
    ("Police arrested a man after all, despite the bombing.", "arrested", "bombing"),
    ("Police arrested a man after the mayor said the bombing was his.", "arrested", "bombing"),
    ("They denounced those who had fled after the bombing.", "denounced", "bombing"),
    ("He was arrested after a quarrel and killed in his cell.", "arrested", "killed"),
    ("The arrested man came before the court. The bombing killed two.", "arrested", "bombing"),
    ("The men occupying a hall since Monday were attacked.", "occupying", "attacked"),
    ("The following month a bus was bombed, and a mosque burned.", "bombed", "burned"),
    ("A bus was bombed; a mosque was burned.", "bombed", "burned"),
    ("A bus was bombed. Later, a mosque was burned.", "bombed", "burned"),
]


@pytest.mark.parametrize(("text", "one", "two", "earlier", "least", "most"), TOLD)
def test_words_tell_which_came_first_and_by_how_much(
    text: str, one: str, two: str, earlier: str, least: int, most: int | None
) -> None:
    (order,) = find_orders(account(text, one, two))
    assert (order.earlier, order.least, order.most) == (earlier, least, most)
    assert order.later == (two if earlier == one else one)
    assert all(text[span.start : span.end] == span.text for span in order.spans)


@pytest.mark.parametrize(("text", "one", "two"), NOT_TOLD)
def test_where_the_words_do_not_join_the_two_there_is_no_order(text: str, one: str, two: str) -> None:
    assert find_orders(account(text, one, two)) == ()


def test_a_sentence_before_that_tells_of_two_events_is_no_anchor() -> None:
    text = "A bus was bombed and a train derailed. Two days later, a mosque was burned."
    assert find_orders(account(text, "bombed", "derailed", "burned")) == ()


@pytest.mark.parametrize("stance", [Stance.NEGATED, Stance.HYPOTHETICAL, Stance.DENIED])
def test_what_did_not_happen_came_neither_before_nor_after(stance: Stance) -> None:
    text = "Police arrested a man after the bombing."
    assert find_orders(account(text, "arrested", "bombing", stances={"bombing": stance})) == ()


def test_two_tellings_that_contradict_each_other_are_both_left_out() -> None:
    text = "He was arrested after the bombing. He was arrested before the bombing."
    assert find_orders(account(text, "arrested", "bombing")) != ()  # one trigger each: the second sentence has none
    told = account(text, "arrested", "bombing")
    both = tuple(replace(event, triggers=(*event.triggers, _last(text, event.id))) for event in told.events)
    assert find_orders(replace(told, events=both)) == ()


def _last(text: str, word: str) -> Span:
    return Span.of(text, text.rindex(word), text.rindex(word) + len(word))


def test_an_order_that_the_dates_speak_against_is_left_out() -> None:
    text = "Police arrested a man after the bombing."
    dates = {"arrested": DAY, "bombing": DAY + dt.timedelta(3)}
    assert find_orders(account(text, "arrested", "bombing", dates=dates)) == ()
