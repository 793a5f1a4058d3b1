"""Times that are no certain ones: "now", "recently", "in the future", "the past"."""

from __future__ import annotations

from vedette.dates.expressions import Expression, Vague
from vedette.dates.grammar.base import GRAMMAR
from vedette.dates.patterns import Reading


@GRAMMAR.rule("VAGUE", "vague word", "ref:VAGUEWORD", "just|until|right|only? ref:VAGUEWORD")
def vague_word(ref: str) -> Expression:
    """Make "now", "recently"."""
    return Vague(ref)


@GRAMMAR.rule(
    "VAGUE", "vague phrase", "the word:past|present|future", "the near|distant|foreseeable word:future", "the recent word:past", "the not -? too -? distant word:future",
    "recent word:days|weeks|months|years|decades|times", "these word:days", "the word:current|present time", "this word:moment", "the word:moment", looks=True,
)
def vague_phrase(word: str, reading: Reading, first: int, last: int) -> Expression | None:
    """Make "the future", "recent days", "these days"."""
    after = reading.tokens[last] if last < len(reading.tokens) else None
    if word in ("past", "present", "current") and after is not None and after.text[0].isalnum() and after.lower not in ("and", "is", "was", "to", "that"):
        return None
    if word in ("future", "present", "moment", "current"):
        return Vague("FUTURE_REF" if word == "future" else "PRESENT_REF")
    return Vague("PRESENT_REF" if reading.tokens[first].lower == "these" else "PAST_REF")
