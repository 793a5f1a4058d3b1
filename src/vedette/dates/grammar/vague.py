"""Times that are no certain ones: "now", "recently", "in the future", "the past"."""

from __future__ import annotations

from vedette.dates.expressions import Expression, Vague
from vedette.dates.grammar.base import GRAMMAR
from vedette.dates.patterns import Reading


@GRAMMAR.rule("VAGUE", "vague word", "ref:VAGUEWORD", "just|right|only? ref:VAGUEWORD")
def vague_word(ref: str, reading: Reading, first: int, last: int) -> Expression | None:
    """Make "now", "recently"; "as soon as" and "soon after" are no times of their own."""
    before = reading.tokens[first - 1].lower if first > 0 else ""
    after = reading.tokens[last].lower if last < len(reading.tokens) else ""
    if ref == "FUTURE_REF" and (
        before in ("as", "how", "too") or after in ("after", "afterwards", "as", "before", "became")
    ):
        return None
    return Vague(ref)


@GRAMMAR.rule("VAGUE", "vague adjective", "current")
def vague_adjective(reading: Reading, first: int, last: int) -> Expression | None:
    """Make "current" before a noun."""
    after = reading.tokens[last] if last < len(reading.tokens) else None
    if after is None or not after.text.isalpha() or reading.tokens[first].capital:
        return None
    return Vague("PRESENT_REF")


@GRAMMAR.rule(
    "VAGUE",
    "vague phrase",
    "the word:past|present|future",
    "the near|distant|foreseeable word:future",
    "the near|short|long word:term",
    "the recent word:past",
    "the not -? too -? distant word:future",
    "recent word:times",
    "coming|future word:quarters|times",
    "these word:days",
    "the word:current|present time",
    "this word:moment",
    "these word:days",
)
def vague_phrase(word: str, reading: Reading, first: int, last: int) -> Expression | None:
    """Make "the future", "recent times", "these days"."""
    after = reading.tokens[last] if last < len(reading.tokens) else None
    if (
        word in ("past", "present", "current", "term")
        and after is not None
        and after.text[0].isalnum()
        and after.lower not in ("and", "is", "was", "to", "that")
    ):
        return None
    if reading.tokens[first].lower in ("coming", "future") or word == "term":
        return Vague("FUTURE_REF")
    if word in ("future", "present", "moment", "current"):
        return Vague("FUTURE_REF" if word == "future" else "PRESENT_REF")
    return Vague("PRESENT_REF" if reading.tokens[first].lower == "these" else "PAST_REF")
