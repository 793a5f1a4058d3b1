"""Finds whom a count counts, in the words right around it."""

from __future__ import annotations

from vedette.counts.nounphrase import is_plural
from vedette.counts.numbers import read_ordinal
from vedette.counts.quantity import read_quantity
from vedette.counts.shares import is_fraction
from vedette.counts.tables import nouns, words
from vedette.counts.tokens import Token, Tokens, split_tokens
from vedette.records import Span

_AFTER = 110  # characters after a count in which the people must begin and end
_BEFORE = 60  # characters before it in which "the number of" must begin


def find_counted(span: Span, text: str) -> Span | None:
    """Give the words for whom the number counts, without article; None where the words around do not tell.

    A span that is itself a noun phrase ("lorry driver") counts whom it names.
    """
    inside = split_tokens(text, span.start, span.end)
    rest = _past_number(inside)
    if rest is None:
        names = bool(inside) and not any(_names_nobody(token) for token in inside)
        return _whole(inside, text) if names else None
    after = split_tokens(text, span.end, min(len(text), span.end + _AFTER))
    tokens = (*rest, *after)
    start = _opening(tokens)
    if start and start < len(tokens) and tokens[start].lower in words("harmed"):
        return Span.of(text, tokens[start].start, tokens[start].end)  # "three of the injured"
    found = None if start is None else _phrase(tokens[start:], text)
    return found or _others(tokens, text) or _number_of(span, tokens, text)


def _whole(inside: Tokens, text: str) -> Span:
    """Cut the noun phrase that opens a span, or take all of a name, without its article."""
    start = _skip(inside, 0, words("articles"))
    start = start if start < len(inside) else 0
    length = _end(inside[start:]) or len(inside) - start
    return Span.of(text, inside[start].start, inside[start + length - 1].end)


def _names_nobody(token: Token) -> bool:
    lists = ("singular_pronouns", "plural_pronouns", "unharmed")
    return any(token.lower in words(name) for name in lists)


def _others(tokens: Tokens, text: str) -> Span | None:
    """Keep "others" where the text says no more of them."""
    first = tokens[0] if tokens else None
    return Span.of(text, first.start, first.end) if first is not None and first.lower == "others" else None


def _number_of(span: Span, tokens: Tokens, text: str) -> Span | None:
    """Read "the number of detainees at 12" and "brings to 12 the number of dead soldiers"."""
    sign = ("number", "of")
    at = next((at for at in range(3) if tuple(token.lower for token in tokens[at : at + 2]) == sign), None)
    if at is not None:
        return _phrase(tokens[at + 2 :], text)
    before = split_tokens(text, max(0, span.start - _BEFORE), span.start)
    starts = [at for at in range(len(before)) if tuple(token.lower for token in before[at : at + 2]) == sign]
    if not starts or any(token.text in ".;," for token in before[starts[-1] :]):
        return None
    return _phrase(before[starts[-1] + 2 :], text)


def _past_number(tokens: Tokens) -> Tokens | None:
    """Drop the number phrase at the head of the span; None where the span opens with no number."""
    bare = tuple(token for token in tokens if token.text not in '[]“”"')
    quantity = read_quantity(bare, 0) if bare and not is_fraction(bare, 0) else None
    if quantity is not None:
        described = quantity.end < len(bare) and bare[quantity.end].text == "-"
        return None if described else bare[quantity.end :]
    first = bare[0].lower if bare else ""
    if is_fraction(bare, 0) or first in words("counts_by_itself"):
        return ()
    return bare[1:] if bare and read_ordinal(bare[0]) is not None else None


def _opening(tokens: Tokens) -> int | None:
    """Give the index at which the people are named, past "of the", "of them, both", "other"."""
    at = _skip(tokens, 0, words("skipped"))
    if at < len(tokens) and tokens[at].lower == "of":
        at = _skip(tokens, at + 1, words("articles"))
        if at >= len(tokens):
            return None
        first = tokens[at].lower
        if first not in words("partitives") and first not in words("harmed") and not _is_number(tokens, at):
            return at
        member = _member(tokens, at + 1)
        return _named(tokens, at) if member is None else member
    if at < len(tokens) and tokens[at].lower in {"were", "are", "was", "is"}:
        return _member(tokens, at)
    if at + 1 < len(tokens) and tokens[at].text == "," and tokens[at + 1].lower in {"a", "an", "all", "both", "mostly"}:
        at = _skip(tokens, at + 2, words("links"))
        if at < len(tokens) and tokens[at].lower == "of":
            at = _skip(tokens, at + 1, words("partitives") | words("articles"))
    return at


def _member(tokens: Tokens, at: int) -> int | None:
    """Give where a noun phrase begins after "of them" or "were", or None where something else is said of them."""
    if at < len(tokens) and tokens[at].text == ",":
        at += 1
    at = _skip(tokens, at, words("links"))
    if at < len(tokens) and tokens[at].lower == "of":
        at += 1
    at = _skip(tokens, at, words("articles"))
    named = at < len(tokens) and tokens[at].text[0].isupper()
    return at if named or _end(tokens[at:]) > 0 else None


def _named(tokens: Tokens, at: int) -> int | None:
    """Keep "injured" of "three of the injured"; a pronoun names nobody."""
    return at if tokens[at].lower in words("harmed") else None


def _skip(tokens: Tokens, at: int, words: frozenset[str]) -> int:
    while at < len(tokens) and (tokens[at].lower in words or tokens[at].text in "“‘\"'"):
        at += 1
    return at


def _is_number(tokens: Tokens, at: int) -> bool:
    quantity = read_quantity(tokens, at)
    return quantity is not None and not quantity.weak


def _phrase(tokens: Tokens, text: str) -> Span | None:
    """Cut the noun phrase that opens these tokens, without its article."""
    start = _skip(tokens, 0, words("articles"))
    end = _end(tokens[start:])
    if (
        end == 0
        and start < len(tokens)
        and tokens[start].text[0].isupper()
        and tokens[start].lower not in words("phrase_ends")
    ):
        end = 1  # "one of them Algerian": a people's name has the form of no plural
    if end == 0:
        return None
    return Span.of(text, tokens[start].start, tokens[start + end - 1].end)


def _is_name(token: Token) -> bool:
    return token.text[0].isupper() and token.lower not in words("phrase_ends")


def _end(tokens: Tokens) -> int:
    """Give how many tokens the noun phrase at the head of these takes; 0 where there is none."""
    last = 0
    for place, token in enumerate(tokens):
        if token.lower in words("phrase_ends") or _is_sign(tokens, place):
            break
        if token.lower == "of" or token.lower in words("articles"):
            break
        if token.lower in words("fates") and not _noun_follows(tokens, place):
            if place == 0 and token.lower in words("harmed"):
                return 0
            break
        if _is_noun(token):
            last = place + 1
            if not _noun_follows(tokens, place):
                break
    return last


def _is_sign(tokens: Tokens, place: int) -> bool:
    """Tell whether a sign ends the phrase; hyphens, apostrophes, quotes and the points of "U.S." do not."""
    token = tokens[place]
    if token.text[0].isalpha() or token.text in "-’'&“”\"":
        return False
    return not (token.text == "." and place > 0 and len(tokens[place - 1].text) == 1)


def _noun_follows(tokens: Tokens, place: int) -> bool:
    """Tell whether a further noun of the same phrase stands within the next words."""
    for token in tokens[place + 1 : place + 4]:
        if token.lower in words("phrase_ends") or token.lower in words("articles") or token.lower == "of":
            return False
        if not token.text[0].isalpha() and token.text not in "-’'&.”’\"":
            return False
        if _is_noun(token) and token.lower not in words("fates"):
            return True
    return False


def _is_noun(token: Token) -> bool:
    return token.lower in nouns().people or token.lower in nouns().harm or is_plural(token)
