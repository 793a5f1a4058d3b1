"""Works out phrases that count by another count, and finds that count: "all but five", "most of them", "half"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vedette.counts.find import find_counts
from vedette.counts.quantity import read_quantity
from vedette.counts.shares import Bounds, read_share
from vedette.counts.tokens import Tokens, split_tokens
from vedette.records import Span

REACH = 400  # characters back in which the other count is looked for: about two sentences
_STEP = 4  # characters that a space and an "of" take


@dataclass(frozen=True, slots=True)
class Relative:
    """Bounds worked out from another count; `anchor` is its span, None where the text gives none to work from."""

    low: int | None
    high: int | None
    anchor: Span | None
    why: str


def read_relative(span: Span, text: str) -> Relative | None:
    """Work out a phrase that hangs on another count of the text before it; None where the phrase hangs on none."""
    share = read_share((*split_tokens(span.text), *_of_after(span, text)))
    if share is None:
        return None
    anchor, whole = _anchor(span, text)
    low, high = share.take(whole)
    return Relative(low, high, anchor, share.why)


def _of_after(span: Span, text: str) -> Tokens:
    """Give the "of" right after a phrase, which tells "a third of them" from "a third was hurt"."""
    after = split_tokens(text, span.end, min(len(text), span.end + _STEP))[:1]
    return after if after and after[0].lower == "of" else ()


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
