"""Rough sentence numbers for tokens: enough to know whether two times stand near each other."""

from __future__ import annotations

from vedette.dates.lexicon import words
from vedette.dates.patterns import Reading

_ABBREVIATED = words("abbreviated")
_CLOSERS = frozenset("\"'”’)]»")


def number_sentences(reading: Reading) -> list[int]:
    """Give each token the number of the sentence it stands in."""
    tokens = reading.tokens
    numbers: list[int] = []
    current = 0
    for position, token in enumerate(tokens):
        numbers.append(current)
        if (token.text in ".!?" and _ends(reading, position)) or (
            "\n\n" in reading.text[token.end : tokens[position + 1].start if position + 1 < len(tokens) else token.end]
        ):
            current += 1
    return numbers


def _ends(reading: Reading, position: int) -> bool:
    tokens = reading.tokens
    after = position + 1
    while after < len(tokens) and tokens[after].text in _CLOSERS and tokens[after].glued:
        after += 1
    if after >= len(tokens):
        return True
    follower = tokens[after]
    if follower.glued and after == position + 1:
        return False
    previous = tokens[position - 1] if position > 0 else None
    if previous is not None and (previous.lower in _ABBREVIATED or (len(previous.text) == 1 and previous.capital)):
        return tokens[position].text != "."
    return not follower.text[0].islower()
