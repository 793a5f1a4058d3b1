"""From the model's logits to spans."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from vedette.reading.decode import (
    Decoding,
    Found,
    beside,
    find_stretches,
    says_nothing,
    softmax,
    to_span,
    to_spans,
)
from vedette.reading.windows import LOWER, Token
from vedette.records import Span

OUT, B0, I0, B1, I1 = "O", "B0", "I0", "B1", "I1"
COLUMN = {OUT: 0, B0: 1, I0: 2, B1: 3, I1: 4}


def shares_of(*tags: str) -> npt.NDArray[np.float32]:
    """Make the shares of a layer with two labels that says these tags, [CLS] and [SEP] around them."""
    rows = np.full((len(tags) + 2, 5), 0.05, dtype=np.float32)
    for row, tag in enumerate((OUT, *tags, OUT)):
        rows[row, COLUMN[tag]] = 0.8
    return rows


def found_in(*tags: str, glued: frozenset[int] = frozenset()) -> list[tuple[int, int, int]]:
    stretches = find_stretches(shares_of(*tags), len(tags), glued=glued)
    return [(found.first, found.last, found.label) for found in stretches]


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ([], []),
        ([OUT, OUT], []),
        ([B0], [(1, 1, 0)]),
        ([B0, I0, I0], [(1, 3, 0)]),
        ([B0, OUT, B0], [(1, 1, 0), (3, 3, 0)]),
        ([B0, B0], [(1, 1, 0), (2, 2, 0)]),
        ([B0, I0, B0, I0], [(1, 2, 0), (3, 4, 0)]),
        # what no annotator would write is read as what is likeliest among what one would
        ([I0, I0], [(1, 2, 0)]),
        ([B0, I0, I1, I1], [(1, 2, 0), (3, 4, 1)]),
    ],
)
def test_tags_become_stretches(tags: list[str], expected: list[tuple[int, int, int]]) -> None:
    assert found_in(*tags) == expected


def test_a_piece_that_goes_on_a_word_begins_nothing() -> None:
    assert found_in(B0, B0, glued=frozenset({2})) == [(1, 2, 0)]


def test_the_marks_around_a_window_and_the_padding_behind_it_are_never_inside() -> None:
    shares = shares_of(B0, I0)
    shares[:, 0] = 0.0
    assert [(found.first, found.last) for found in find_stretches(shares, 1)] == [(1, 1)]


def test_the_confidence_is_the_mean_of_the_tokens_shares() -> None:
    shares = shares_of(B0, I0)
    shares[2] = [0.4, 0.1, 0.45, 0.05, 0.0]
    (found,) = find_stretches(shares, 2)
    assert found.confidence == pytest.approx((0.85 + 0.55) / 2)


def test_one_weak_token_within_does_not_cut_a_stretch() -> None:
    shares = shares_of(B0, I0, I0, I0)
    shares[3] = [0.5, 0.02, 0.46, 0.01, 0.01]
    assert [(found.first, found.last) for found in find_stretches(shares, 4)] == [(1, 4)]


def test_the_dearer_a_start_the_less_is_cut_into_pieces() -> None:
    shares = shares_of(B0, I0, I0)
    shares[2] = [0.05, 0.5, 0.4, 0.03, 0.02]
    assert len(find_stretches(shares, 3)) == 2
    assert len(find_stretches(shares, 3, Decoding(start=1.0))) == 1


def test_a_higher_bar_lets_more_tokens_in() -> None:
    shares = np.array([[1, 0, 0, 0, 0], [0.6, 0.3, 0.1, 0, 0], [1, 0, 0, 0, 0]], dtype=np.float32)
    assert find_stretches(shares, 1, Decoding(0.5)) == []
    assert len(find_stretches(shares, 1, Decoding(0.7))) == 1


def test_a_second_look_finds_what_is_sure_enough_in_the_mean() -> None:
    shares = shares_of(B0, OUT, B0)
    shares[3] = [0.52, 0.46, 0.02, 0, 0]
    once = Decoding(0.5)
    assert [found.first for found in find_stretches(shares, 3, once)] == [1]
    assert [found.first for found in find_stretches(shares, 3, replace(once, keep=0.45))] == [1, 3]
    assert [found.first for found in find_stretches(shares, 3, replace(once, keep=0.6))] == [1]


def test_a_second_look_does_not_move_what_the_first_found() -> None:
    shares = shares_of(B0, I0, OUT)
    shares[3] = [0.7, 0.0, 0.3, 0, 0]  # with a wider bar the stretch would go on here
    assert [(found.first, found.last) for found in find_stretches(shares, 3, Decoding(0.5, keep=0.4))] == [(1, 2)]


@pytest.mark.parametrize(
    ("words", "nothing"), [("the", True), ("At", True), ("no", False), ("this", False), ("a man", False)]
)
def test_a_small_word_alone_says_nothing(words: str, nothing: bool) -> None:
    assert says_nothing(Span(0, len(words), words)) is nothing


@given(arrays(np.float32, (9, 7), elements=st.floats(-20, 20, width=32)), st.floats(0.1, 5))
@settings(max_examples=60, deadline=None)
def test_shares_add_up_to_one_and_keep_their_order(logits: npt.NDArray[np.float32], temperature: float) -> None:
    shares = softmax(logits, temperature)
    assert np.allclose(shares.sum(axis=-1), 1, atol=1e-4)
    assert (shares[np.arange(9), logits.argmax(axis=-1)] >= shares.max(axis=-1) - 1e-6).all()


@given(arrays(np.float32, (8, 5), elements=st.floats(-4, 4, width=32)), st.floats(0.2, 0.8), st.floats(0, 1.5))
@settings(max_examples=60, deadline=None)
def test_no_other_sequence_of_labels_is_likelier(logits: npt.NDArray[np.float32], bar: float, start: float) -> None:
    shares = softmax(logits)[:6]  # [CLS], four tokens, [SEP]
    best = max(
        (score(states, shares[1:5], bar, start) for states in itertools.product(range(5), repeat=4) if well(states)),
    )
    states = [0] * 4
    for found in find_stretches(shares, 4, Decoding(bar, start)):
        states[found.first - 1 : found.last] = [1 + 2 * found.label] + [2 + 2 * found.label] * (
            found.last - found.first
        )
    assert score(states, shares[1:5], bar, start) == pytest.approx(best, abs=1e-3)


def well(states: Sequence[int]) -> bool:
    """Tell whether every label is only continued where it began."""
    return all(
        state == 0 or state % 2 or before in (state, state - 1) for before, state in itertools.pairwise((0, *states))
    )


def score(states: Sequence[int], shares: npt.NDArray[np.float32], bar: float, start: float) -> float:
    told = np.log(shares + 1e-9)
    told[:, 0] -= np.log(bar / (1 - bar))
    told[:, 1::2] -= start
    return float(told[np.arange(len(states)), list(states)].sum())


@given(arrays(np.float32, (12, 5), elements=st.floats(-5, 5, width=32)))
@settings(max_examples=60, deadline=None)
def test_stretches_are_in_order_and_do_not_overlap(logits: npt.NDArray[np.float32]) -> None:
    stretches = find_stretches(softmax(logits), 10)
    assert all(1 <= found.first <= found.last <= 10 for found in stretches)
    assert all(a.last < b.first for a, b in itertools.pairwise(stretches))
    assert all(0 < found.confidence <= 1.0001 for found in stretches)


def pieces(*words: tuple[int, int]) -> list[Token]:
    return [Token(0, start, end, 0, LOWER) for start, end in words]


@pytest.mark.parametrize(
    ("text", "first", "last", "expected"),
    [
        ("Gunmen killed five", (7, 13), (7, 13), "killed"),
        ("the apprehended men", (4, 7), (4, 7), "apprehended"),  # a piece of a word is the word
        ("the apprehended men", (7, 12), (7, 12), "apprehended"),
        ("the set alight car", (4, 7), (8, 11), "set alight"),
        ("“killed” them", (0, 1), (1, 7), "killed"),
        ("(five) men", (0, 1), (5, 6), "five"),
        ("in Quetta, Kabul", (3, 9), (9, 10), "Quetta"),
        ("«bombe»", (0, 1), (6, 7), "bombe"),
        ("anti-tank mine", (4, 5), (5, 9), "anti-tank"),
        ("at 5 a.m. today", (5, 6), (8, 9), "a.m."),
    ],
)
def test_spans_are_whole_words_without_the_punctuation_around_them(
    text: str, first: tuple[int, int], last: tuple[int, int], expected: str
) -> None:
    tokens = pieces(first, last)
    span = to_span(text, tokens, Found(1, 2, 0, 1.0))
    assert span is not None
    assert span.text == expected
    assert text[span.start : span.end] == expected


def test_punctuation_alone_is_no_span() -> None:
    assert to_span("a , b", pieces((2, 3)), Found(1, 1, 0, 1.0)) is None


def test_two_pieces_of_one_word_with_one_label_are_one_span() -> None:
    tokens = pieces((0, 4), (4, 11), (12, 16))
    spans = to_spans("apprehended them", tokens, [Found(1, 1, 0, 0.9), Found(2, 2, 0, 0.7)])
    assert [(found.label, found.last, found.confidence, span.text) for found, span in spans] == [
        (0, 2, 0.7, "apprehended")
    ]


@pytest.mark.parametrize(("sure", "label"), [((0.6, 0.9), 1), ((0.9, 0.6), 0), ((0.7, 0.7), 0)])
def test_of_two_labels_for_one_word_the_surer_stays(sure: tuple[float, float], label: int) -> None:
    stretches = [Found(1, 1, 0, sure[0]), Found(2, 2, 1, sure[1])]
    spans = to_spans("apprehended them", pieces((0, 4), (4, 11)), stretches)
    assert [(found.label, span.text) for found, span in spans] == [(label, "apprehended")]


def test_words_side_by_side_stay_two_spans() -> None:
    stretches = [Found(1, 1, 0, 0.9), Found(2, 2, 0, 0.9)]
    assert len(to_spans("raid blast", pieces((0, 4), (5, 10)), stretches)) == 2


@given(
    st.text(alphabet="ab ,.“”-é💥", min_size=1, max_size=20),
    st.lists(st.tuples(st.integers(1, 6), st.integers(0, 2), st.floats(0.1, 1)), max_size=6),
)
@settings(max_examples=60, deadline=None)
def test_spans_are_slices_that_never_overlap(text: str, told: list[tuple[int, int, float]]) -> None:
    size = -(-len(text) // 6)
    tokens = pieces(*((at, min(len(text), at + size)) for at in range(0, len(text), size)))
    wanted = {at: (label, sure) for at, label, sure in told if at <= len(tokens)}
    stretches = [Found(at, at, label, sure) for at, (label, sure) in sorted(wanted.items())]
    spans = [span for _, span in to_spans(text, tokens, stretches)]
    assert all(text[span.start : span.end] == span.text for span in spans)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))


@pytest.mark.parametrize(
    ("words", "trigger", "left"),
    [
        ("Since the Bor raid of June 2024", "raid", "June 2024"),
        ("since the June riots", "riots", "June"),
        ("in June 2024", "raid", "in June 2024"),  # the trigger stands elsewhere
        ("the raid", "raid", "the raid"),  # nothing else is there
    ],
)
def test_a_time_that_holds_its_own_event_is_what_stands_beside_it(words: str, trigger: str, left: str) -> None:
    text = f"{words}, aid has not come; a second raid and riots followed."
    assert beside(text, Span.of(text, 0, len(words)), cut(text, trigger)).text == left


def cut(text: str, words: str) -> Span:
    at = text.index(words)
    return Span.of(text, at, at + len(words))
