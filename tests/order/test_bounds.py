from __future__ import annotations

import datetime as dt

import pytest

from tests.order.small import DAY, account
from vedette.order import Bounds, find_bounds, find_orders
from vedette.records import Stance


def _bounds(text: str, *triggers: str, **told: object) -> dict[str, Bounds]:
    held = account(text, *triggers, **told)  # type: ignore[arg-type]
    return find_bounds(held, find_orders(held))


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("after", 0, None),
        ("two days after", 2, 2),
        ("days after", 1, 14),
        ("before", None, 0),
        ("a week before", -7, -7),
    ],
)
def test_an_event_without_a_date_lies_where_the_dated_one_leaves_it(
    words: str, first: int | None, last: int | None
) -> None:
    found = _bounds(f"Police arrested a man {words} the bombing.", "arrested", "bombing", dates={"bombing": DAY})
    days = [None if shift is None else DAY + dt.timedelta(shift) for shift in (first, last)]
    assert [found["arrested"].from_, found["arrested"].to] == days


def test_what_is_told_as_done_was_not_later_than_the_publication() -> None:
    text, told_on = "Police arrested a man after the bombing.", DAY + dt.timedelta(5)
    found = _bounds(text, "arrested", "bombing", dates={"bombing": DAY}, published=told_on)["arrested"]
    assert (found.from_, found.to, found.published) == (DAY, told_on, True)


def test_what_is_planned_may_be_later_than_the_publication() -> None:
    text, told_on = "They plan to march after the vote.", DAY + dt.timedelta(5)
    planned = {"march": Stance.PLANNED}
    found = _bounds(text, "march", "vote", dates={"vote": DAY}, stances=planned, published=told_on)["march"]
    assert (found.from_, found.to, found.published) == (DAY, None, False)


def test_a_dated_event_has_no_bounds_and_an_undated_one_gives_none() -> None:
    text = "Police arrested a man after the bombing."
    assert _bounds(text, "arrested", "bombing", dates={"bombing": DAY, "arrested": DAY}) == {}
    assert _bounds(text, "arrested", "bombing") == {}


def test_bounds_that_leave_no_day_are_none() -> None:
    text = "Police arrested a man two days after the bombing."
    assert _bounds(text, "arrested", "bombing", dates={"bombing": DAY}, published=DAY) == {}
