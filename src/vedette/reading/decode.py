"""Logits → spans: which tokens begin and continue which label, and how sure the model is."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
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


@dataclass(frozen=True, slots=True)
class Decoding:
    """How a head's shares become stretches; set on the *tune* reports.

    Outside counts as much as inside where it has a share of `bar`. Each stretch that begins costs `start` nats, so that
    what belongs together is not cut into pieces. With `keep`, a second look with the bar at `WIDE` is taken where
    nothing was found, and of both looks only what is sure to `keep` in the mean of its tokens stays.
    """

    bar: float = 0.5
    start: float = 0.0
    keep: float = 0.0


PLAIN = Decoding()
WIDE = 0.8
_SURE = 0.995  # share of "outside" from which a token is left out of the search: no setting would let it in


def find_stretches(
    shares: Floats, length: int, decoding: Decoding = PLAIN, glued: frozenset[int] = frozenset()
) -> list[Found]:
    """Read one BIO layer (L, 1 + 2K) of a window with `length` real tokens.

    The labels are the likeliest sequence in which a label is only continued where it began (Viterbi 1967). Tokens in
    `glued` follow the one before without a space, so they begin nothing right behind a token that is inside. Confidence
    is the mean of the tokens' shares for the label.
    """
    found = _look(shares, length, decoding, glued)
    if not decoding.keep:
        return found
    more = _look(shares, length, replace(decoding, bar=max(WIDE, decoding.bar)), glued)
    found += [one for one in more if all(one.last < known.first or known.last < one.first for known in found)]
    return sorted((one for one in found if one.confidence >= decoding.keep), key=lambda one: one.first)


def _look(shares: Floats, length: int, decoding: Decoding, glued: frozenset[int]) -> list[Found]:
    """Find stretches with one bar."""
    unsure = np.flatnonzero(shares[1 : length + 1, 0] < _SURE) + 1
    stuck = [position in glued for position in unsure.tolist()]
    told = _scores(shares[unsure], decoding, stuck)
    inside = told[:, 1:].max(axis=1, initial=-np.inf) > told[:, 0]
    found: list[Found] = []
    for first, last in _runs(unsure.tolist()):
        # Where "outside" is the likeliest of every token, no sequence is likelier than none.
        if inside[first:last].any():
            states = _likeliest(told[first:last].tolist(), stuck[first:last])
            found += _stretches(unsure[first:last].tolist(), states, shares)
    return found


def _runs(positions: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Cut rising positions where they do not follow one another: first place of each run, and the one behind it."""
    first = 0
    for place in range(1, len(positions) + 1):
        if place == len(positions) or positions[place] != positions[place - 1] + 1:
            yield first, place
            first = place


def _scores(shares: Floats, decoding: Decoding, glued: Sequence[bool]) -> Floats:
    """Give each token's log-share of its states: 0 outside, label k begins (1 + 2k) or goes on (2 + 2k)."""
    told: Floats = np.log(shares + 1e-9)
    stuck = np.flatnonzero(glued)
    told[stuck, 2::2] = np.log(shares[stuck, 1::2] + shares[stuck, 2::2] + 1e-9)
    told[:, 0] -= np.log(decoding.bar / (1 - decoding.bar))
    told[:, 1::2] -= decoding.start
    return told


def _likeliest(told: Sequence[Sequence[float]], glued: Sequence[bool]) -> list[int]:
    """Give the likeliest states of neighbouring tokens; plain numbers, since most runs are a few tokens long."""
    size = len(told[0])
    best = [score if state == 0 or state % 2 else -math.inf for state, score in enumerate(told[0])]
    came_from: list[list[int]] = []
    for row, sticks in zip(told[1:], glued[1:], strict=True):
        top = best.index(max(best))
        before = [top] * size
        for begins in range(1, size, 2):
            before[begins] = 0 if sticks else top
            before[begins + 1] = begins if best[begins] >= best[begins + 1] else begins + 1
        best = [best[before[state]] + score for state, score in enumerate(row)]
        came_from.append(before)
    states = [best.index(max(best))]
    for before in reversed(came_from):
        states.append(before[states[-1]])
    return states[::-1]


def _stretches(run: Sequence[int], states: Sequence[int], shares: Floats) -> Iterator[Found]:
    """Gather the states of neighbouring tokens into stretches."""
    begun: int | None = None
    for place, state in enumerate(states):
        if state and state % 2:
            begun = place
        ends = place + 1 == len(states) or states[place + 1] == 0 or states[place + 1] % 2
        if begun is not None and state and ends:
            label = (state - 1) // 2
            part = shares[run[begun] : run[place] + 1, 1 + 2 * label : 3 + 2 * label]
            yield Found(run[begun], run[place], label, float(part.sum(axis=1).mean()))
            begun = None


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


_SMALL = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "in",
        "on",
        "at",
        "by",
        "as",
        "and",
        "or",
        "to",
        "for",
        "from",
        "with",
        "his",
        "her",
        "its",
        "their",
    ]
)


def says_nothing(span: Span) -> bool:
    """Tell whether a span holds a small word and no more: the beginning of something that was cut off."""
    return span.text.lower() in _SMALL


_LEADS = re.compile(r"(?:\W|\b(?:since|after|before|until|the|an?|of|in|on|at|from)\b)*", re.IGNORECASE)
_TRAILS = re.compile(r"(?:\W|\b(?:the|an?|of|in|on|at|from)\b)*$", re.IGNORECASE)


def beside(text: str, span: Span, trigger: Span) -> Span:
    """Give the part of a time beside the event's own word: "June 2024" of "since the raid of June 2024".

    What happened since the raid is not when the raid was. A span that does not hold the trigger stays as it is, and so
    does one that holds nothing else.
    """
    if not span.contains(trigger):
        return span
    for start, end in ((trigger.end, span.end), (span.start, trigger.start)):
        start += _LEADS.match(text[start:end]).end()  # type: ignore[union-attr] # it matches the empty string too
        end = start + _TRAILS.search(text[start:end]).start()  # type: ignore[union-attr]
        if start < end:
            return Span.of(text, start, end)
    return span
