"""How a phrase was read."""

from __future__ import annotations

import datetime as dt

from tests.dates.helpers import days_of
from vedette.dates import explain_date


def test_an_explanation_names_the_rule_the_record_and_the_value() -> None:
    told = explain_date("July 12 last year", dt.date(2026, 1, 9))

    assert told.rule == "plain"
    assert told.expression == "calendar: month 7, day 12, within (deictic: unit year, offset -1, anchor document)"
    assert days_of(told.value) == "2025-07-12"
    assert told.value.relation == "within 1 year before the report"


def test_without_a_day_the_relation_is_all_there_is() -> None:
    told = explain_date("two days ago")

    assert days_of(told.value) == ""
    assert told.value.relation == "2 days before the report"


def test_words_that_are_no_time_have_no_rule() -> None:
    assert explain_date("the old bridge").rule is None
