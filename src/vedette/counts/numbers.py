"""Reads one number: figures, number words, dozens, Indian units."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from vedette.counts.tables import ordered_words, words
from vedette.counts.tokens import Token, Tokens, matches, touches

SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "lakh": 100_000,
    "lac": 100_000,
    "lakhs": 100_000,
    "million": 1_000_000,
    "mn": 1_000_000,
    "crore": 10_000_000,
    "crores": 10_000_000,
    "billion": 1_000_000_000,
}
GROUPS = {"dozen": 12, "score": 20}
_FIGURE = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}|\d+")
_SPACES = re.compile("[\u00a0\u2009\u202f]")
_GROUP_HEAD, _GROUP = re.compile(r"[1-9]\d{0,2}"), re.compile(r"\d{3}")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")


@cache
def _units() -> dict[str, int]:
    return {word: value for value, word in enumerate(ordered_words("units"))}


@cache
def _tens() -> dict[str, int]:
    return {word: 10 * value for value, word in enumerate(ordered_words("tens"), start=2)}


@cache
def _ordinals() -> dict[str, int]:
    return {word: value for value, word in enumerate(ordered_words("ordinals"), start=1)}


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number and the index of the first token after it."""

    value: int
    end: int


def read_number(tokens: Tokens, at: int) -> Number | None:
    """Read the longest number that begins at this token; None where none does."""
    if at >= len(tokens):
        return None
    if tokens[at].text[0].isdigit():
        return _figure(tokens, at)
    return _fraction(tokens, at) or _words(tokens, at) or _bare_group(tokens, at)


def read_ordinal(token: Token) -> int | None:
    """Give 3 for "third" and 25 for "25th", None for what is no ordinal."""
    match = _ORDINAL.fullmatch(token.lower)
    return int(match.group(1)) if match else _ordinals().get(token.lower)


def _figure(tokens: Tokens, at: int) -> Number | None:
    text, end = _spaced(tokens, at)
    scale, end = _scale(tokens, end)
    if "." in text:
        whole, _, part = text.replace(",", "").partition(".")
        if scale == 1 or not part.isdigit():
            return None
        # Exact arithmetic: 2.3 million must not become 2,299,999.
        value, rest = divmod(int(whole + part) * scale, 10 ** len(part))
        return None if rest else Number(value, end)
    if not _FIGURE.fullmatch(text):
        return None
    return Number(int(text.replace(",", "")) * scale, end)


def _spaced(tokens: Tokens, at: int) -> tuple[str, int]:
    """Join the groups of "12 300" to "12,300"; the 12 of "on May 12 300 people fled" is a day and stands alone."""
    first = tokens[at]
    text, end = _SPACES.sub(",", first.text), at + 1
    before = tokens[at - 1].lower if at else ""
    if not _GROUP_HEAD.fullmatch(first.text) or before in words("months") | words("weekdays") | words("named"):
        return text, end
    while end < len(tokens) and _GROUP.fullmatch(tokens[end].text) and tokens[end].start == tokens[end - 1].end + 1:
        text, end = f"{text},{tokens[end].text}", end + 1
    return text, end


def _scale(tokens: Tokens, at: int) -> tuple[int, int]:
    """Read units after a figure ("3 lakh", "2 dozen", "5 hundred thousand")."""
    scale = 1
    while at < len(tokens):
        factor = SCALES.get(tokens[at].lower) or (GROUPS.get(tokens[at].lower) if scale == 1 else None)
        if factor is None:
            break
        scale, at = scale * factor, at + 1
    return scale, at


_FRACTIONS: tuple[tuple[tuple[str, ...], int, int], ...] = (
    (("half", "a"), 1, 2),
    (("half",), 1, 2),
    (("a", "quarter", "of", "a"), 1, 4),
    (("quarter", "of", "a"), 1, 4),
    (("a", "quarter"), 1, 4),
    (("three", "quarters", "of", "a"), 3, 4),
    (("three", "-", "quarters", "of", "a"), 3, 4),
    (("one", "and", "a", "half"), 3, 2),
)


_FRACTION_OPENS = frozenset(words[0] for words, _, _ in _FRACTIONS)


def _fraction(tokens: Tokens, at: int) -> Number | None:
    """Read "half a dozen", "a quarter of a million"."""
    if tokens[at].lower not in _FRACTION_OPENS:
        return None
    for opening, above, below in _FRACTIONS:
        unit = at + len(opening)
        if matches(tokens, at, opening) and unit < len(tokens):
            factor = SCALES.get(tokens[unit].lower) or GROUPS.get(tokens[unit].lower)
            if factor is not None:
                return Number(factor * above // below, unit + 1)
    return None


def _bare_group(tokens: Tokens, at: int) -> Number | None:
    """Read "dozen" or "hundred" whose article was left outside."""
    word = tokens[at].lower
    value = 12 if word == "dozen" else SCALES.get(word)
    return None if value is None or word.endswith("s") or len(word) < 4 else Number(value, at + 1)


def _words(tokens: Tokens, at: int) -> Number | None:
    """Read number words: groups below a thousand, each followed by a falling scale."""
    total, scale_above, place = 0, 0, at
    seen = False
    while True:
        below = _below_thousand(tokens, place, allow_article=not seen)
        if below is None:
            break
        value, place_after = below.value, below.end
        if place_after < len(tokens) and tokens[place_after].lower in GROUPS and not seen:
            return Number(value * GROUPS[tokens[place_after].lower], place_after + 1)
        scale, place_after = _big_scale(tokens, place_after)
        article_only = tokens[place].lower in {"a", "an"} and place_after == place + 1
        if article_only or (seen and scale >= scale_above):
            break
        total, scale_above, seen, place = total + value * scale, scale, True, place_after
        if scale == 1:
            break
        # "three thousand and five" goes on over the "and"; "a thousand and fled" does not.
        if matches(tokens, place, ("and",)) and _below_thousand(tokens, place + 1, allow_article=False):
            place += 1
    return Number(total, place if not matches(tokens, place - 1, ("and",)) else place - 1) if seen else None


def _big_scale(tokens: Tokens, at: int) -> tuple[int, int]:
    scale = 1
    while at < len(tokens) and SCALES.get(tokens[at].lower, 0) >= 1_000:
        scale, at = scale * SCALES[tokens[at].lower], at + 1
    return scale, at


def _below_thousand(tokens: Tokens, at: int, *, allow_article: bool) -> Number | None:
    """Read "seventeen", "forty-one", "three hundred and seventeen", "a" (as one, for the scale that must follow)."""
    if at >= len(tokens):
        return None
    if allow_article and tokens[at].lower in {"a", "an"}:
        hundreds = Number(1, at + 1)
    else:
        small = _below_hundred(tokens, at)
        if small is None:
            return None
        hundreds = small
    if not matches(tokens, hundreds.end, ("hundred",)):
        return hundreds
    value, end = hundreds.value * 100, hundreds.end + 1
    rest_at = end + 1 if matches(tokens, end, ("and",)) else end
    rest = _below_hundred(tokens, rest_at)
    return Number(value + rest.value, rest.end) if rest is not None else Number(value, end)


def _below_hundred(tokens: Tokens, at: int) -> Number | None:
    if at >= len(tokens):
        return None
    word = tokens[at].lower
    if word in _units():
        return Number(_units()[word], at + 1)
    tens = _tens().get(word)
    if tens is None:
        return None
    unit = at + 1
    if unit + 1 < len(tokens) and tokens[unit].text in "-‐‑" and touches(tokens[at], tokens[unit]):
        unit += 1
    ones = _units().get(tokens[unit].lower, 0) if unit < len(tokens) else 0
    return Number(tens + ones, unit + 1) if 1 <= ones <= 9 else Number(tens, at + 1)
