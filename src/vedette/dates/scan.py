"""Finding the time expressions of a text, and parsing a given stretch of it."""

from __future__ import annotations

from bisect import bisect_left

from vedette.dates.grammar import GRAMMAR
from vedette.dates.patterns import Found, Reading
from vedette.dates.tokens import cut_tokens


def read_text(text: str) -> Reading:
    """Cut a text into tokens, ready to be parsed."""
    lower_case = not any(letter.isupper() for letter in text)
    return Reading(text=text, tokens=cut_tokens(text), lower_case=lower_case)


def scan(reading: Reading) -> tuple[Found, ...]:
    """Find the time expressions of a text, from left to right, the longest at each place, none overlapping."""
    found: list[Found] = []
    position = 0
    while position < len(reading.tokens):
        here = GRAMMAR.parse("TIMEX", reading, position)
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


def parse_stretch_from(reading: Reading, found: Found) -> Found | None:
    """Parse the longest phrase that begins at an expression, or at the "between" or "from" before it."""
    first = found.first
    if first > 0 and reading.tokens[first - 1].lower in ("between", "from"):
        first -= 1
    longest = GRAMMAR.parse("PHRASE", reading, first)
    return longest[0] if longest else None
