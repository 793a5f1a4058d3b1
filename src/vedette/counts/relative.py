"""Reads phrases that count by another count: "all but five", "most of them", "half", "the same number"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from vedette.counts.find import find_counts
from vedette.counts.numbers import read_number
from vedette.counts.quantity import read_quantity
from vedette.counts.tokens import Tokens, matches, split_tokens
from vedette.records import Span

REACH = 400  # characters back in which the other count is looked for: about two sentences

Bounds = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Relative:
    """Bounds worked out from another count; `anchor` is its span, None where the text gives none to work from."""

    low: int | None
    high: int | None
    anchor: Span | None
    why: str


def _share(above: int, below: int) -> Callable[[Bounds], Bounds]:
    def take(whole: Bounds) -> Bounds:
        low, high = whole
        return (
            None if low is None else low * above // below,
            None if high is None else -(-high * above // below),
        )

    return take


def _majority(whole: Bounds) -> Bounds:
    low, _ = whole
    return (2 if low is None else low // 2 + 1, None)


def _times(factor: int) -> Callable[[Bounds], Bounds]:
    def take(whole: Bounds) -> Bounds:
        low, high = whole
        return (None if low is None else low * factor, None if high is None else high * factor)

    return take


_PHRASES: tuple[tuple[str, Callable[[Bounds], Bounds], str], ...] = (
    ("more than half", _majority, "more than half of another count"),
    ("over half", _majority, "more than half of another count"),
    ("most", _majority, "more than half of another count"),
    ("the majority", _majority, "more than half of another count"),
    ("majority", _majority, "more than half of another count"),
    ("half", _share(1, 2), "half of another count"),
    ("a third of", _share(1, 3), "a third of another count"),
    ("one third of", _share(1, 3), "a third of another count"),
    ("two thirds", _share(2, 3), "two thirds of another count"),
    ("a quarter", _share(1, 4), "a quarter of another count"),
    ("three quarters", _share(3, 4), "three quarters of another count"),
    ("twice", _times(2), "twice another count"),
    ("double", _times(2), "twice another count"),
    ("the same number", _times(1), "the same as another count"),
    ("same number", _times(1), "the same as another count"),
    ("as many", _times(1), "the same as another count"),
    ("every one", _times(1), "all of another count"),
    ("each", _times(1), "all of another count"),
    ("all", _times(1), "all of another count"),
    ("everyone", _times(1), "all of another count"),
    ("everybody", _times(1), "all of another count"),
    ("those", _times(1), "another count again"),
)


def read_relative(span: Span, text: str) -> Relative | None:
    """Work out a phrase that hangs on another count of the text before it; None where the phrase hangs on none."""
    tokens = split_tokens(span.text)
    exception = _all_but(tokens)
    if exception is not None:
        anchor, whole = _anchor(span, text)
        low, high = _minus(whole, exception)
        return Relative(low, high, anchor, "all of another count but the number that is named")
    for phrase, take, why in _PHRASES:
        words = tuple(phrase.split())
        if matches(tokens, 0, words) and read_number(tokens, len(words)) is None:
            anchor, whole = _anchor(span, text)
            low, high = take(whole)
            return Relative(low, high, anchor, why)
    return None


def _all_but(tokens: Tokens) -> int | None:
    for words in (("all", "but"), ("all", "except"), ("everyone", "but"), ("everybody", "but")):
        if matches(tokens, 0, words):
            number = read_number(tokens, len(words))
            return None if number is None else number.value
    return None


def _minus(whole: Bounds, exception: int) -> Bounds:
    low, high = whole
    return (
        None if low is None else max(0, low - exception),
        None if high is None else max(0, high - exception),
    )


# "most of the dead" hangs on a count of dead, whatever count stands nearer.
_HARM = re.compile(
    r"\b(?:(?P<dead>kill|dead|death|die|dying|slain|murder|bod(?:y|ies)|corpse|coffin|victim)|"
    r"(?P<hurt>wound|injur|hurt)|(?P<held>arrest|detain)|(?P<taken>abduct|kidnap|hostage|captive|seiz))",
    re.IGNORECASE,
)
_ASIDE = 40  # characters on both sides of a count in which its harm is named
_OF_WHOM = re.compile(r"\s+of\s+th[\w\s]{1,20}")
_OF_SO_MANY = re.compile(
    r"\s*(?:people\s+)?(?:out\s+)?(?:of|from)\s+(?:the|its|their|his|her|these|those|some)?\s*", re.IGNORECASE
)


def _anchor(span: Span, text: str) -> tuple[Span | None, Bounds]:
    """Give the count that the phrase is taken out of: the one named right after it, or the nearest of people before it.

    With its bounds, which are open where there is none.
    """
    named = _named_after(span, text)
    if named is not None:
        return named
    start = max(0, span.start - REACH)
    while 0 < start < span.start and not text[start - 1].isspace():
        start += 1
    found = [Span.of(text, start + near.start, start + near.end) for near in find_counts(text[start : span.start])]
    of_whom = _OF_WHOM.match(text, span.end)
    wanted = _harm_in(of_whom.group()) if of_whom else None
    same = [near for near in found if wanted is not None and _harm_of(near, text) == wanted]
    for near in (*reversed(same), *reversed(found)):
        quantity = read_quantity(split_tokens(near.text), 0)
        if quantity is not None and quantity.low is not None and quantity.low > 1:
            return near, (quantity.low, quantity.high)
    return None, (None, None)


def _named_after(span: Span, text: str) -> tuple[Span, Bounds] | None:
    """Read the whole in "all but two of the 12 hostages" and "half of the 30 dead"."""
    link = _OF_SO_MANY.match(text, span.end)
    tokens = split_tokens(text, link.end(), min(len(text), link.end() + _ASIDE)) if link else ()
    quantity = read_quantity(tokens, 0) if tokens else None
    if quantity is None or quantity.weak or quantity.vague or quantity.low is None or quantity.low <= 1:
        return None
    return Span.of(text, tokens[0].start, tokens[quantity.end - 1].end), (quantity.low, quantity.high)


def _harm_of(near: Span, text: str) -> str | None:
    """Give the kind of harm that is named closest before a count, or else closest after it."""
    before = list(_HARM.finditer(text, max(0, near.start - _ASIDE), near.start))
    return before[-1].lastgroup if before else _harm_in(text[near.end : near.end + _ASIDE])


def _harm_in(text: str) -> str | None:
    found = _HARM.search(text)
    return found.lastgroup if found else None
