from __future__ import annotations

import datetime as dt
from enum import Enum

import pytest

from vedette.records import (
    Basis,
    Certainty,
    CountValue,
    DatePrecision,
    DateValue,
    EventType,
    PlacePrecision,
    Relation,
    Role,
    Span,
    Stance,
)
from vedette.views import labels
from vedette.views.wording import name_source, per_cent, word_count, word_date, word_days

SPAN = (Span(0, 6, "scores"),)


@pytest.mark.parametrize(
    ("low", "high", "about", "words"),
    [
        (7, 7, False, "7"),
        (7, None, False, "7+"),
        (None, 40, False, "≤40"),
        (4, 7, False, "4–7"),
        (0, 0, False, "0"),
        (12, 12, True, "~12"),
        (1200, 1200, False, "1,200"),
        (None, None, False, "“scores”"),
    ],
)
def test_a_count_reads_as_exactly_as_it_is_known(low: int | None, high: int | None, about: bool, words: str) -> None:
    assert word_count(CountValue(low, high, Basis.STATED, SPAN, approximate=about)) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2024-10-03", "2024-10-03", "3 Oct 2024"),
        ("2024-10-03", "2024-10-09", "3–9 Oct 2024"),
        ("2024-10-28", "2024-11-03", "28 Oct – 3 Nov 2024"),
        ("2024-12-28", "2025-01-03", "28 Dec 2024 – 3 Jan 2025"),
        ("2024-02-01", "2024-02-29", "Feb 2024"),
        ("2024-02-01", "2024-02-28", "1–28 Feb 2024"),
        ("2024-01-01", "2024-03-31", "Jan – Mar 2024"),
        ("2024-11-01", "2025-01-31", "Nov 2024 – Jan 2025"),
        ("2024-01-01", "2024-12-31", "2024"),
        ("2019-01-01", "2024-12-31", "2019–2024"),
        ("9999-12-01", "9999-12-31", "Dec 9999"),
    ],
)
def test_days_read_as_the_shortest_words_that_are_true(first: str, last: str, words: str) -> None:
    assert word_days(dt.date.fromisoformat(first), dt.date.fromisoformat(last)) == words


@pytest.mark.parametrize(
    ("first", "last", "precision", "words"),
    [
        (dt.date(2019, 1, 1), None, DatePrecision.YEAR, "since 2019"),
        (None, dt.date(2019, 5, 31), DatePrecision.MONTH, "until May 2019"),
        (dt.date(2010, 1, 1), dt.date(2019, 12, 31), DatePrecision.DECADE, "2010s"),
        (dt.date(1901, 1, 1), dt.date(2000, 12, 31), DatePrecision.CENTURY, "20th century"),
        (dt.date(2001, 1, 1), dt.date(2100, 12, 31), DatePrecision.CENTURY, "21st century"),
        (None, None, None, "“scores”"),
    ],
)
def test_a_date_reads_no_more_exactly_than_it_is_known(
    first: dt.date | None, last: dt.date | None, precision: DatePrecision | None, words: str
) -> None:
    assert word_date(DateValue(first, last, precision, Basis.STATED, SPAN)) == words


@pytest.mark.parametrize(
    ("words", "terms"),
    [
        (labels.TYPES, EventType),
        (labels.ROLES, Role),
        (labels.STANCES, Stance),
        (labels.STANCE_MARKS, Stance),
        (labels.CERTAINTIES, Certainty),
        (labels.BASES, Basis),
        (labels.PRECISIONS, PlacePrecision),
        (labels.RELATIONS, Relation),
    ],
)
def test_every_term_of_the_records_has_words(words: dict[Enum, str], terms: type[Enum]) -> None:
    assert set(words) == set(terms)


@pytest.mark.parametrize(("confidence", "shown"), [(1.0, 99), (0.996, 99), (0.904, 90), (0.0, 0)])
def test_nothing_that_was_read_is_shown_as_beyond_doubt(confidence: float, shown: int) -> None:
    assert per_cent(confidence) == shown


@pytest.mark.parametrize(
    ("publisher", "name", "told"),
    [
        ("El Faro", "/in/faro.html", "El Faro"),
        (None, "/in/2025/note.docx", "note.docx"),
        (None, "C:\\in\\note.docx", "note.docx"),
        (None, "feed.xml#2", "feed.xml#2"),
        (None, "https://faro.example/news/17", "https://faro.example/news/17"),
    ],
)
def test_a_report_is_named_by_its_publisher_or_by_its_file_alone(publisher: str | None, name: str, told: str) -> None:
    assert name_source(publisher, name) == told
