"""Finding the time expressions of a text, and parsing a given stretch of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from vedette.dates.grammar import GRAMMAR
from vedette.dates.patterns import Found, Reading
from vedette.dates.tokens import cut_tokens

_PHRASE_REACH = 5  # tokens before a date in which "the seven days to" stands


def read_text(text: str) -> Reading:
    """Cut a text into tokens, ready to be parsed."""
    lower_case = not any(letter.isupper() for letter in text)
    return Reading(text=text, tokens=cut_tokens(text), lower_case=lower_case)


def scan(reading: Reading) -> tuple[Found, ...]:
    """Find the time expressions of a text, from left to right, the longest at each place, none overlapping."""
    found: list[Found] = []
    position = 0
    while position < len(reading.tokens):
        here = GRAMMAR.parse("TIMEX", reading, position) if GRAMMAR.can_begin("TIMEX", reading, position) else ()
        if here:
            found.append(here[0])
            position = here[0].last
        else:
            position += 1
    return tuple(found)


def tokens_within(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """Give the first and the last token (exclusive) that lie in characters `start` to `end`."""
    starts = [token.start for token in reading.tokens]
    return bisect_left(starts, start), bisect_left(starts, end)


def parse_stretch(reading: Reading, first: int, last: int) -> Found | None:
    """Parse tokens `first` to `last` as one phrase; None where no rule takes them all."""
    if first >= last:
        return None
    return next((found for found in GRAMMAR.parse("PHRASE", reading, first) if found.last == last), None)


def stretches_around(reading: Reading, found: Found) -> Iterator[Found]:
    """Give the longest phrases that begin shortly before an expression, or with it, and take it in."""
    for first in range(max(0, found.first - _PHRASE_REACH), found.first + 1):
        for held in GRAMMAR.parse("PHRASE", reading, first)[:1]:
            if held.last >= found.last:
                yield held
