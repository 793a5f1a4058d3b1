"""Which tokens are encoded together."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vedette.reading.windows import (
    DIGIT,
    LEFT_CONTEXT,
    LOWER,
    RIGHT_CONTEXT,
    TITLE,
    UPPER,
    Token,
    Window,
    case_of,
    cut_windows,
    sentence_tokens,
)
from vedette.records import Span

LENGTHS = st.lists(st.integers(0, 40), max_size=25)


def sentences_of(lengths: list[int]) -> list[list[Token]]:
    """Make sentences of so many tokens, three characters and a space each."""
    sentences, at = [], 0
    for number, length in enumerate(lengths):
        sentences.append([Token(0, 4 * i, 4 * i + 3, number, LOWER) for i in range(at, at + length)])
        at += length
    return sentences


def own(window: Window) -> tuple[Token, ...]:
    return window.tokens[window.own_from : window.own_to]


@given(LENGTHS, st.integers(4, 60))
@settings(max_examples=60, deadline=None)
def test_every_token_is_owned_once_and_in_order(lengths: list[int], longest: int) -> None:
    sentences = sentences_of(lengths)
    owned = [token for window in cut_windows(sentences, longest) for token in own(window)]
    assert owned == [token for sentence in sentences for token in sentence]


@given(LENGTHS, st.integers(40, 80))
@settings(max_examples=60, deadline=None)
def test_a_sentence_that_fits_is_owned_whole_by_one_window(lengths: list[int], longest: int) -> None:
    owners = [{token.sentence for token in own(window)} for window in cut_windows(sentences_of(lengths), longest)]
    told = [number for owner in owners for number in owner]
    assert len(told) == len(set(told))


@given(LENGTHS, st.integers(4, 60))
@settings(max_examples=60, deadline=None)
def test_no_window_is_longer_than_the_encoder_can_take_and_none_has_gaps(lengths: list[int], longest: int) -> None:
    for window in cut_windows(sentences_of(lengths), longest):
        assert len(window.tokens) <= longest
        starts = [token.start for token in window.tokens]
        assert starts == list(range(starts[0], starts[0] + 4 * len(starts), 4)) if starts else True


@given(st.lists(st.integers(1, 10), min_size=1, max_size=25))
@settings(max_examples=60, deadline=None)
def test_short_sentences_are_read_with_their_neighbours_in_sight(lengths: list[int]) -> None:
    longest = 200
    windows = list(cut_windows(sentences_of(lengths), longest))
    for window in windows:
        seen = {token.sentence for token in window.tokens}
        first, last = own(window)[0].sentence, own(window)[-1].sentence
        assert set(range(max(0, first - LEFT_CONTEXT), first)) <= seen
        assert set(range(last + 1, min(len(lengths), last + 1 + RIGHT_CONTEXT))) <= seen


def test_a_sentence_longer_than_a_window_is_read_in_pieces() -> None:
    windows = list(cut_windows(sentences_of([3, 25, 3]), 10))
    assert [len(own(window)) for window in windows] == [3, 10, 10, 8]


def test_no_sentence_gives_no_window() -> None:
    assert list(cut_windows([], 10)) == []


def test_tokens_that_follow_without_a_space_are_known() -> None:
    tokens = [Token(0, 0, 3, 0, LOWER), Token(0, 3, 5, 0, LOWER), Token(0, 6, 9, 0, LOWER), Token(0, 9, 10, 0, LOWER)]
    (window,) = cut_windows([tokens], 10)
    assert window.glued == {2, 4}


@given(LENGTHS, st.integers(0, 200), st.integers(1, 30))
@settings(max_examples=60, deadline=None)
def test_positions_are_those_of_the_tokens_that_share_a_character(lengths: list[int], start: int, size: int) -> None:
    span = Span(start, start + size, "x" * size)
    for window in cut_windows(sentences_of(lengths), 30):
        touching = [
            at for at, token in enumerate(window.tokens, 1) if token.start < span.end and token.end > span.start
        ]
        assert list(window.positions(span)) == touching


@dataclass
class _Encoded:
    ids: list[int]
    offsets: list[tuple[int, int]]


def test_pieces_are_sorted_into_their_sentences_and_those_outside_are_left_out() -> None:
    text = "HEAD Four died. xx Two fled"
    sentences = [Span.of(text, 5, 15), Span.of(text, 19, 27)]
    offsets = [(0, 4), (5, 9), (10, 14), (14, 15), (16, 18), (19, 22), (23, 27)]
    found = sentence_tokens(text, sentences, _Encoded(list(range(7)), offsets))
    assert [[text[token.start : token.end] for token in one] for one in found] == [
        ["Four", "died", "."],
        ["Two", "fled"],
    ]
    assert [[token.id for token in one] for one in found] == [[1, 2, 3], [5, 6]]
    assert [{token.sentence for token in one} for one in found] == [{0}, {1}]


def test_pieces_without_characters_are_left_out() -> None:
    assert sentence_tokens("Four", [Span(0, 4, "Four")], _Encoded([1, 2], [(0, 0), (0, 4)]))[0][0].id == 2


@pytest.mark.parametrize(
    ("piece", "case"),
    [
        ("bomb", LOWER),
        ("Quetta", TITLE),
        ("UN", UPPER),
        ("A", TITLE),
        ("12", DIGIT),
        ("M23", DIGIT),
        (".", LOWER),
        ("", LOWER),
        ("É", TITLE),
        ("قتل", LOWER),
        ("iPhone", LOWER),
    ],
)
def test_letter_case_is_told(piece: str, case: int) -> None:
    assert case_of(piece) == case
