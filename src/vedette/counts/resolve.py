"""Turns a phrase into a CountValue."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from vedette.counts.counted import find_counted
from vedette.counts.find import find_other_numbers
from vedette.counts.negatives import MONEY
from vedette.counts.nounphrase import count_heads
from vedette.counts.numbers import read_ordinal
from vedette.counts.quantity import Quantity, apply_bounds, bound_before, read_quantity
from vedette.counts.relative import read_relative
from vedette.counts.shared import shared_floor
from vedette.counts.shares import is_fraction
from vedette.counts.tables import nouns, words
from vedette.counts.together import read_together
from vedette.counts.tokens import Tokens, matches, split_tokens
from vedette.records import Basis, CountValue, Span

_LEFT = 40  # characters before a number in which a bound word can stand
_RUNNING = re.compile(
    r"(?:\b(?:is|was|be|becomes?|became|as)\s+(?:the|our|their|his|her)|,\s*(?:the|our|their))\s*$", re.IGNORECASE
)
_RUNNING_AFTER = re.compile(
    r"\s*(?:\w+\s+){0,6}?(?:to\s+(?:be|have|die|vanish|fall|go|lose|come)\b|such\b|since\b|\w*(?:killed|murdered|assassinated|abducted|kidnapped|arrested|detained|slain|shot)\b|in\s+\w+\s+(?:days|weeks|months|years))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Resolution:
    """A value with the steps that led to it, in plain words."""

    value: CountValue
    why: tuple[str, ...]


def resolve_count(span: Span, text: str) -> CountValue:
    """Read a number phrase, or a noun phrase that stands for people, as a value.

    `span` lies in `text`. A count that hangs on another one ("half of them") is worked out from the nearest count
    before it and carries its span; with none to be found both bounds are None. Source: docs/how-to/counts.md.
    """
    return read_count(span, text).value


def read_count(span: Span, text: str) -> Resolution:
    """Resolve a phrase and say why it was read so."""
    tokens = split_tokens(span.text)
    if not tokens:
        return _resolution(None, None, (span,), ("no word that counts",), text)
    return (
        _money(span, tokens, text)
        or _exception(span, tokens, text)
        or _number(span, tokens, text)
        or _negated(span, tokens, text)
        or _relative(span, text)
        or _ordinal(span, tokens, text)
        or _heads(span, text)
    )


def _resolution(
    low: int | None,
    high: int | None,
    spans: tuple[Span, ...],
    why: tuple[str, ...],
    text: str,
    *,
    approximate: bool = False,
    basis: Basis = Basis.STATED,
) -> Resolution:
    of = find_counted(spans[0], text)
    return Resolution(CountValue(low, high, basis, spans, approximate, of), why)


def _money(span: Span, tokens: Tokens, text: str) -> Resolution | None:
    """Leave a sum of money open on both sides: it counts nobody."""
    if not any(token.text[0].isdigit() for token in tokens) or any(token.lower in nouns().people for token in tokens):
        return None
    if not _is_money(span, text):
        return None
    return Resolution(CountValue(None, None, Basis.STATED, (span,)), (f"{MONEY}, which counts nobody",))


def _exception(span: Span, tokens: Tokens, text: str) -> Resolution | None:
    """Read "nobody but the driver" as the driver."""
    for opening in (("nobody", "but"), ("no", "one", "but"), ("none", "but"), ("nobody", "except")):
        if matches(tokens, 0, opening) and len(tokens) > len(opening):
            heads = count_heads(span.text[tokens[len(opening)].start :])
            return _resolution(heads.low, heads.high, (span,), ("all but these are ruled out", *heads.why), text)
    return None


def _number(span: Span, tokens: Tokens, text: str) -> Resolution | None:
    """Read a phrase that opens with a number or a vague word; a bound word right before the span counts too."""
    start = next((at for at, token in enumerate(tokens[:3]) if token.text not in "[(“\"'‘"), 0)
    quantity = read_quantity(tokens, start) or _bracketed(tokens, start)
    if (
        quantity is None
        or is_fraction(tokens, start)
        or _is_description(tokens, quantity)
        or _goes_on(tokens, quantity)
    ):
        return None
    quantity = _multiplied(span, tokens, quantity, text)
    spans = (span,)
    if not quantity.vague and quantity.low == quantity.high and not quantity.approximate:
        left_start = max(0, span.start - _LEFT)
        left = split_tokens(text, left_start, span.start)
        bound = bound_before(left, len(left))
        if bound is not None:
            quantity = apply_bounds(quantity, [bound])
            spans = (Span.of(text, left[-len(bound.words)].start, span.end),)
    why = quantity.why or ("a plain number",)
    low, high = quantity.low, quantity.high
    shared = shared_floor(span, text)
    if shared is not None and low:
        low, why = shared, (*why, "the number is of dead and hurt together, so how many of each is open")
    return _resolution(low, high, spans, why, text, approximate=quantity.approximate)


def _bracketed(tokens: Tokens, start: int) -> Quantity | None:
    """Read "at least [9]": an editor's brackets around the number."""
    bare = tuple(token for token in tokens[start:] if token.text not in "[]()")
    return read_quantity(bare, 0) if bare else None


def _is_description(tokens: Tokens, quantity: Quantity) -> bool:
    """Tell "10-year-old girl" and "one of them" apart from a number that counts."""
    end = quantity.end
    return end + 1 < len(tokens) and tokens[end].text in "-‐‑" and tokens[end].start == tokens[end - 1].end


def _goes_on(tokens: Tokens, quantity: Quantity) -> bool:
    """Tell "a couple and their three children": a number that stands for people, with others beside them."""
    following = tuple(token.lower for token in tokens[quantity.end : quantity.end + 2])
    joined = len(following) == 2 and following[0] in {"and", "with"} and following[1] in words("kin_pronouns")
    return joined or read_together(tokens, quantity.start) == len(tokens)


def _is_money(span: Span, text: str) -> bool:
    """Tell whether the number of a span is a sum of money, by the words around it."""
    start = max(0, span.start - _LEFT)
    sums = [other for other, what in find_other_numbers(text[start : span.end + _LEFT]) if what == MONEY]
    return any(start + other.start < span.end and span.start < start + other.end for other in sums)


def _multiplied(span: Span, tokens: Tokens, quantity: Quantity, text: str) -> Quantity:
    """Read "two couples" as four people."""
    after = (*tokens[quantity.end :], *split_tokens(text, span.end, min(len(text), span.end + _LEFT)))
    near = next((token.lower for token in after[:2] if token.lower in nouns().group_plurals), None)
    if near is None:
        return quantity
    size = nouns().group_plurals[near]
    low, high = (None if side is None else side * size for side in (quantity.low, quantity.high))
    return replace(quantity, low=low, high=high, why=(*quantity.why, f"“{near}” are {size} each"))


def _negated(span: Span, tokens: Tokens, text: str) -> Resolution | None:
    if tokens[0].lower in words("negations"):
        return _resolution(0, 0, (span,), (f"“{tokens[0].text}” is a negation",), text)
    if words("unharmed") & {token.lower for token in tokens} and len(tokens) <= 2:
        return _resolution(0, 0, (span,), (f"“{span.text}” says that there was no harm",), text)
    if tokens[0].lower in words("any"):
        return _resolution(0, 0, (span,), (f"“{span.text}” counts only where something is denied",), text)
    return None


def _relative(span: Span, text: str) -> Resolution | None:
    found = read_relative(span, text)
    if found is None:
        return None
    if found.anchor is None:
        return _resolution(found.low, found.high, (span,), (found.why, "no other count is near"), text)
    why = (found.why, f"the other count is “{found.anchor.text}”")
    return _resolution(found.low, found.high, (span, found.anchor), why, text, basis=Basis.RELATIVE)


def _ordinal(span: Span, tokens: Tokens, text: str) -> Resolution | None:
    """Read "a third" as one more, and "the third contender to be killed" as the running count of three."""
    place = 1 if tokens[0].lower in {"a", "the", "another"} and len(tokens) > 1 else 0
    value = read_ordinal(tokens[place])
    if value is None:
        return None
    before, after = text[: span.start], text[span.end :]
    running = _RUNNING.search(before[-40:]) and _RUNNING_AFTER.match(after[:90])
    if running:
        return _resolution(value, value, (span,), ("an ordinal that counts how many so far",), text)
    return _resolution(1, 1, (span,), ("an ordinal that tells one from others",), text)


def _heads(span: Span, text: str) -> Resolution:
    around = text[max(0, span.start - 200) : span.end + 200]
    before = split_tokens(text, max(0, span.start - _LEFT), span.start)
    article = bool(before) and before[-1].lower in words("singular_articles")
    capitals = around not in {around.lower(), around.upper()}
    heads = count_heads(span.text, capitals=capitals, one=article)
    if heads.high is None and before:
        quantity = _number_before(before)
        if quantity is not None:
            words_of_it = Span.of(text, before[quantity.start].start, span.end)
            why = ("the number stands before the span", *quantity.why)
            return _resolution(quantity.low, quantity.high, (words_of_it,), why, text, approximate=quantity.approximate)
    return _resolution(heads.low, heads.high, (span,), heads.why, text)


def _number_before(before: Tokens) -> Quantity | None:
    """Read a number phrase that ends right before the span: a reader may have taken in only the noun."""
    for at in range(max(0, len(before) - 6), len(before)):
        quantity = read_quantity(before, at)
        if quantity is not None and quantity.end == len(before) and not quantity.weak:
            return quantity
    return None
