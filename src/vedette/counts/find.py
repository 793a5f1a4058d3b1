"""Finds the number phrases of a text that count people."""

from __future__ import annotations

from vedette.counts.negatives import is_no_count, why_no_count
from vedette.counts.quantity import Quantity, bound_at, read_plain, read_quantity, read_vague
from vedette.counts.shares import read_all_but, read_part
from vedette.counts.tables import nouns, words
from vedette.counts.tokens import Tokens, split_tokens
from vedette.records import Span

_CLAUSE = 9  # words after "nobody" among which the harm must stand
_LOOK_AHEAD = 5  # words after "some" or "no" among which the people must stand


def find_counts(text: str) -> tuple[Span, ...]:
    """Find number phrases that count people, in reading order, without the noun ("at least 12", "two dozen", "no").

    "all but two" and, before "of the 12 hostages", "most", "two thirds" or "none" are found like numbers. Dates, ages,
    times, measures, money, road names, calibres, shares and numbers of things are left out. A number of which
    the text does not say what it counts ("the toll rose to 12") is kept. Source: docs/how-to/counts.md.
    """
    tokens = split_tokens(text)
    found: list[Span] = []
    at = 0
    while at < len(tokens):
        part = _part_at(tokens, at)
        if part is not None:
            found.append(Span.of(text, tokens[at].start, tokens[part - 1].end))
            at = part
            continue
        quantity = _quantity_at(tokens, at)
        if quantity is None or is_no_count(tokens, quantity) or not _counts_people(tokens, quantity):
            at = at + 1 if quantity is None else max(at + 1, quantity.end)
            continue
        found.append(Span.of(text, tokens[quantity.start].start, tokens[quantity.end - 1].end))
        at = quantity.end
    return tuple(found)


def find_other_numbers(text: str) -> tuple[tuple[Span, str], ...]:
    """Give the numbers of a text that surely count no people, each with what it is ("a date", "a sum of money")."""
    tokens = split_tokens(text)
    found: list[tuple[Span, str]] = []
    at = 0
    while at < len(tokens):
        quantity = _quantity_at(tokens, at)
        why = None if quantity is None else why_no_count(tokens, quantity)
        if quantity is not None and why is not None:
            found.append((Span.of(text, tokens[quantity.start].start, tokens[quantity.end - 1].end), why))
        at = at + 1 if quantity is None else max(at + 1, quantity.end)
    return tuple(found)


def _part_at(tokens: Tokens, at: int) -> int | None:
    """Give the index after "all but two", "most" or "none" where people are taken out of a whole: "of the 12 hostages".

    "all but two" needs no whole beside it.
    """
    exception = read_all_but(tokens, at)
    if exception is not None:
        kept = read_plain(tokens, exception.end - 1)
        return None if kept is not None and is_no_count(tokens, kept) else exception.end
    part = read_part(tokens, at) or read_vague(tokens, at)
    if part is None or (isinstance(part, Quantity) and part.high != 0):  # of vague words only "none" takes part of it
        return None
    whole = _whole_at(tokens, part.end)
    return part.end if whole is not None and (whole.low or 0) > 1 and not is_no_count(tokens, whole) else None


def _whole_at(tokens: Tokens, at: int) -> Quantity | None:
    """Read the number of "of the 12 hostages"."""
    if at >= len(tokens) or tokens[at].lower != "of":
        return None
    start = at + 2 if at + 1 < len(tokens) and tokens[at + 1].lower in words("articles") else at + 1
    return read_plain(tokens, start)


def _quantity_at(tokens: Tokens, at: int) -> Quantity | None:
    """Read a number phrase here, but let "the twelve" and "a further 22" begin at their number."""
    opener = bound_at(tokens, at)
    if opener is not None and opener.kind == "exact":
        return None
    if tokens[at].lower == "from" and _tells_change(tokens, at):
        return None
    if at and tokens[at - 1].lower == "from" and _tells_change(tokens, at):
        return read_plain(tokens, at)  # "rose from 68 to 83" are two tolls and no range
    return read_quantity(tokens, at)


def _tells_change(tokens: Tokens, at: int) -> bool:
    return any(token.lower in words("changes") for token in tokens[max(0, at - 6) : at])


def _counts_people(tokens: Tokens, quantity: Quantity) -> bool:
    """Hold back words that mostly do not count people ("no", "some", "one") unless the words beside them do."""
    first = tokens[quantity.start].lower
    ahead = _clause_ahead(tokens, quantity.end)
    if first == "number":
        return _opens_with_article(tokens, quantity)
    if (quantity.low, quantity.high) == (0, 0) and quantity.vague:
        whole = _whole_at(tokens, quantity.end)
        return _denies_harm(tokens, quantity, ahead) and not (whole is not None and is_no_count(tokens, whole))
    if quantity.weak:
        return any(word in nouns().people for word in ahead[:_LOOK_AHEAD])
    if (quantity.low, quantity.high) == (1, 1) and not tokens[quantity.start].text.isdigit():
        person = any(word in nouns().people for word in ahead[:3])
        return person or bool(ahead and ahead[0] in words("one_goes_on"))
    return True


def _opens_with_article(tokens: Tokens, quantity: Quantity) -> bool:
    """Tell "a number of villagers" from "the number of villagers"."""
    return quantity.start > 0 and tokens[quantity.start - 1].lower == "a"


def _denies_harm(tokens: Tokens, quantity: Quantity, ahead: list[str]) -> bool:
    """Tell "nobody was hurt" and "no casualties" from "nobody knows" and "no evidence"."""
    whom = nouns().harm | nouns().people
    if quantity.weak and not any(word in whom for word in ahead[:_LOOK_AHEAD]):
        return False
    if any(word in nouns().harm for word in ahead[:_LOOK_AHEAD]):
        return True
    behind = [token.lower for token in tokens[max(0, quantity.start - 4) : quantity.start]]
    return any(word in words("harm_verbs") for word in (*behind, *ahead))


def _clause_ahead(tokens: Tokens, at: int) -> list[str]:
    ahead: list[str] = []
    for token in tokens[at : at + _CLAUSE]:
        if token.text in ",.;:":
            break
        ahead.append(token.lower)
    return ahead
