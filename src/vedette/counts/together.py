"""Finds people told together by their kin: "a man, his wife and four children", "two brothers and their father"."""

from __future__ import annotations

from vedette.counts.negatives import is_no_count
from vedette.counts.quantity import read_plain
from vedette.counts.tables import nouns, words
from vedette.counts.tokens import Tokens, split_tokens
from vedette.records import Span

_LONGEST = 3  # words of a member after its article or number ("four young children")


def find_together(text: str) -> tuple[Span, ...]:
    """Give the stretches that name several people by "his", "her" or "their", in reading order."""
    tokens = split_tokens(text)
    found: list[Span] = []
    at = 0
    while at < len(tokens):
        end = read_together(tokens, at)
        if end is None:
            at += 1
            continue
        found.append(Span.of(text, tokens[at].start, tokens[end - 1].end))
        at = end
    return tuple(found)


def read_together(tokens: Tokens, at: int) -> int | None:
    """Give the index after the members that begin here; None unless an "and" joins one of "his", "her" or "their".

    "a nurse, a mother of two" may be one woman: behind a comma only such a word or a number opens a member.
    """
    place = _member(tokens, at, words("determiners"))
    kin, closed = False, None
    while place is not None and place < len(tokens):
        comma = tokens[place].text == ","
        after = place + 1 if comma else place
        joined = after < len(tokens) and tokens[after].lower in {"and", "with"}
        if not (joined or comma):
            break
        opens = after + 1 if joined else after
        opener = tokens[opens].lower if opens < len(tokens) else ""
        kin = kin or opener in words("kin_pronouns")
        place = _member(tokens, opens, words("determiners") if joined else words("kin_pronouns"))
        if joined and place is not None:
            closed = place
            break
    return closed if kin else None


def _member(tokens: Tokens, at: int, openers: frozenset[str]) -> int | None:
    """Give the index after "his wife" or "four young children"; None where no noun for people closes it."""
    place = at + 1 if at < len(tokens) and tokens[at].lower in openers else at
    number = read_plain(tokens, place)
    if number is not None and is_no_count(tokens, number):
        return None
    if number is not None:
        place = number.end
    if place == at:
        return None
    last = None
    for step in range(place, min(place + _LONGEST, len(tokens))):
        word = tokens[step].lower
        if word in words("phrase_ends") or word in words("fates") or not word[0].isalpha():
            break
        if word in nouns().people or word in nouns().sizes:
            last = step + 1
    return last
