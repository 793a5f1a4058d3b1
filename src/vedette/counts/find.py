"""Finds the number phrases of a text that count people."""

from __future__ import annotations

from vedette.counts.negatives import is_no_count
from vedette.counts.quantity import Quantity, bound_at, read_quantity
from vedette.counts.tables import nouns, words
from vedette.counts.tokens import Tokens, split_tokens
from vedette.records import Span

_LOOK_AHEAD = 5  # words after "some" or "no" among which the people must stand


def find_counts(text: str) -> tuple[Span, ...]:
    """Find number phrases that count people, in reading order, without the noun ("at least 12", "two dozen", "no").

    Dates, ages, times, measures, money, road names, calibres, shares and numbers of things are left out. A number of
    which the text does not say what it counts ("the toll rose to 12") is kept. Source: docs/how-to/counts.md.
    """
    tokens = split_tokens(text)
    found: list[Span] = []
    at = 0
    while at < len(tokens):
        quantity = _quantity_at(tokens, at)
        if quantity is None or is_no_count(tokens, quantity) or not _counts_people(tokens, quantity):
            at = at + 1 if quantity is None else max(at + 1, quantity.end)
            continue
        found.append(Span.of(text, tokens[quantity.start].start, tokens[quantity.end - 1].end))
        at = quantity.end
    return tuple(found)


def _quantity_at(tokens: Tokens, at: int) -> Quantity | None:
    """Read a number phrase here, but let "the twelve" and "a further 22" begin at their number."""
    opener = bound_at(tokens, at)
    if opener is not None and opener.kind == "exact":
        return None
    if tokens[at].lower == "from" and words("changes") & {token.lower for token in tokens[max(0, at - 6) : at]}:
        return None
    return read_quantity(tokens, at)


def _counts_people(tokens: Tokens, quantity: Quantity) -> bool:
    """Hold back words that mostly do not count people ("no", "some", "one") unless the words after them do."""
    ahead = [token.lower for token in tokens[quantity.end : quantity.end + _LOOK_AHEAD]]
    first = tokens[quantity.start].lower
    if quantity.weak:
        for stop, word in enumerate(ahead):
            if word in {",", ".", ";", ":"}:
                ahead = ahead[:stop]
                break
        whom = nouns().harm | nouns().people if first in {"no", "neither"} else nouns().people
        return any(word in whom for word in ahead)
    if (quantity.low, quantity.high) == (1, 1) and not tokens[quantity.start].text.isdigit():
        return bool(ahead) and (ahead[0] in words("one_goes_on") or any(word in nouns().people for word in ahead[:3]))
    return True
