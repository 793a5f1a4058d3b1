"""What holds of every text."""

from __future__ import annotations

import datetime as dt
import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.dates.helpers import document_of
from vedette.dates import explain_date, find_dates, resolve_dates
from vedette.records import Span

PIECES = st.sampled_from(
    [
        "on",
        "the",
        "3rd",
        "May",
        "March",
        "2019",
        "12",
        "31",
        "29",
        "February",
        "last",
        "next",
        "this",
        "Monday",
        "night",
        "two",
        "days",
        "later",
        "ago",
        "since",
        "until",
        "by",
        "between",
        "and",
        "to",
        "from",
        "early",
        "mid",
        "late",
        "week",
        "year",
        "month",
        "quarter",
        "first",
        "half",
        "of",
        "same",
        "following",
        "Ramadan",
        "Easter",
        "noon",
        "3:30",
        "a.m.",
        "0730",
        "hours",
        ",",
        ".",
        "-",
        "(",
        ")",
        "1990",
        "s",
        "BC",
        "'89",
        "11/02/89",
        "30/31",
        "2000-02-30",
        "every",
        "after",
        "before",
        "the",
        "attack",
        "century",
        "no",
    ]
)
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=14).map(" ".join))


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_spans_are_slices_in_order_and_apart(text: str) -> None:
    found = find_dates(text)

    assert all(text[span.start : span.end] == span.text for span in found)
    assert all(one.end <= two.start for one, two in itertools.pairwise(found))


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.one_of(st.none(), st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))))
def test_any_span_gets_a_value_whose_sides_are_in_order(text: str, published: dt.date | None) -> None:
    document = document_of(text, published.isoformat() if published else None)
    spans = [*find_dates(text), *([Span.of(text, 0, len(text))] if text else [])]
    values = resolve_dates(document, spans)

    assert len(values) == len(spans)
    for span, value in zip(spans, values, strict=True):
        assert value.spans[0] == span
        assert value.from_ is None or value.to is None or value.from_ <= value.to
        assert value == resolve_dates(document, [span])[0]


@settings(max_examples=60, deadline=None)
@given(st.dates(dt.date(1950, 1, 1), dt.date(2090, 12, 31)))
def test_a_full_date_is_read_back_as_itself(day: dt.date) -> None:
    for words in (day.isoformat(), f"{day:%d %B %Y}", f"{day:%B} {day.day}, {day.year}"):
        value = explain_date(words).value
        assert (value.from_, value.to) == (day, day)
