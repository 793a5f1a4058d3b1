"""A span is a checked piece of its text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vedette.records import Document, Page, Span


@st.composite
def _text_and_span(draw: st.DrawFn) -> tuple[str, Span]:
    text = draw(st.text(min_size=1, max_size=60))
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    return text, Span.of(text, start, end)


@given(_text_and_span())
def test_a_span_cut_from_a_text_equals_the_slice(case: tuple[str, Span]) -> None:
    text, span = case
    assert text[span.start : span.end] == span.text


@pytest.mark.parametrize(
    ("start", "end", "text"), [(0, 0, ""), (3, 2, "x"), (-1, 1, "ab"), (0, 3, "ab"), (2, 4, "abc")]
)
def test_a_span_that_no_text_can_hold_is_refused(start: int, end: int, text: str) -> None:
    with pytest.raises(ValueError, match="no such span"):
        Span(start, end, text)


@given(_text_and_span())
def test_a_span_contains_and_overlaps_itself(case: tuple[str, Span]) -> None:
    _, span = case
    assert span.contains(span)
    assert span.overlaps(span)


def test_spans_that_only_touch_do_not_overlap() -> None:
    text = "Gunmen fired"
    assert not Span.of(text, 0, 6).overlaps(Span.of(text, 6, 12))


def test_an_offset_stands_on_the_page_that_holds_it() -> None:
    pages = (Page(1, 0, 10), Page(2, 12, 20))
    document = Document("0" * 16, "0" * 64, "a.pdf", "application/pdf", "x" * 20, pages=pages)
    assert [document.page_of(offset) for offset in (0, 9, 11, 12, 19)] == [1, 1, None, 2, 2]
