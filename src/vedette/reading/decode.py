"""Logits → spans: which tokens begin and continue which label, and how sure the model is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from vedette.reading.windows import Token
from vedette.records import Span

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Found:
    """One labelled stretch of a window: first and last token (positions count [CLS]), label index, confidence."""

    first: int
    last: int
    label: int
    confidence: float


def softmax(logits: Floats, temperature: float = 1.0) -> Floats:
    """Turn logits into shares that add up to one along the last axis."""
    scaled = logits / temperature
    shifted = np.exp(scaled - scaled.max(axis=-1, keepdims=True))
    shares: Floats = shifted / shifted.sum(axis=-1, keepdims=True)
    return shares


def find_stretches(shares: Floats, length: int, bar: float = 0.5, glued: frozenset[int] = frozenset()) -> list[Found]:
    """Read one BIO layer (L, 1 + 2K) of a window with `length` real tokens.

    A token is inside where "outside" has less than `bar`; neighbours that share a label are one stretch, unless a
    token begins a new one. Tokens in `glued` follow the one before without a space, so they begin nothing. Confidence
    is the least of the tokens' shares for the label.
    """
    inside = np.flatnonzero(shares[1 : length + 1, 0] < bar) + 1
    found: list[Found] = []
    for position in inside.tolist():
        row = shares[position]
        label = int(row[1:].argmax()) // 2
        both = float(row[1 + 2 * label] + row[2 + 2 * label])
        begins = row[1 + 2 * label] > row[2 + 2 * label] and position not in glued
        previous = found[-1] if found else None
        if previous and previous.last == position - 1 and previous.label == label and not begins:
            found[-1] = Found(previous.first, position, label, min(previous.confidence, both))
        else:
            found.append(Found(position, position, label, both))
    return found


_TRIMMED = " \t\n\"'“”‘’«»([{-–—,;:"
_TRIMMED_END = " \t\n\"'“”‘’«»)]}-–—,;:"


def to_span(text: str, tokens: Sequence[Token], found: Found) -> Span | None:
    """Turn a stretch into characters: whole words, hyphenated ones too, without the punctuation around them."""
    start, end = tokens[found.first - 1].start, tokens[found.last - 1].end
    while start > 0 and _one_word(text, start):
        start -= 1
    while end < len(text) and _one_word(text, end):
        end += 1
    while start < end and text[start] in _TRIMMED:
        start += 1
    while end > start and text[end - 1] in _TRIMMED_END:
        end -= 1
    return Span.of(text, start, end) if end > start else None


def _one_word(text: str, border: int) -> bool:
    """Tell whether the characters before and after `border` belong to one word; a hyphen inside a word does."""
    before, after = text[border - 1], text[border]
    if before.isalnum() and after.isalnum():
        return True
    if after == "-":
        return before.isalnum() and text[border + 1 : border + 2].isalnum()
    return before == "-" and after.isalnum() and border > 1 and text[border - 2].isalnum()


def to_spans(text: str, tokens: Sequence[Token], stretches: Sequence[Found]) -> list[tuple[Found, Span]]:
    """Turn stretches, in reading order, into spans that do not overlap.

    The model may begin a label twice inside one word: such pieces of one label are one span, and of two labels for the
    same word the surer one stays.
    """
    kept: list[tuple[Found, Span]] = []
    for found in stretches:
        span = to_span(text, tokens, found)
        if span is None:
            continue
        if not kept or kept[-1][1].end <= span.start:
            kept.append((found, span))
            continue
        before, known = kept[-1]
        if before.label == found.label:
            whole = Span.of(text, min(known.start, span.start), max(known.end, span.end))
            kept[-1] = (replace(before, last=found.last, confidence=min(before.confidence, found.confidence)), whole)
        elif found.confidence > before.confidence:
            kept[-1] = (found, span)
    return kept
