"""Words, numbers and signs with their places, as the grammar of counts reads them."""

from __future__ import annotations

import re
from typing import NamedTuple, TypeAlias

# A figure takes its separators along: western (14,200), Indian (1,50,000), continental (14 200, with a thin space or
# one that does not break; numbers.py joins those with a plain space), decimal (2.5), ordinal (25th).
_TOKEN = re.compile(
    r"\d+(?:[,\u00a0\u2009\u202f]\d{2,3})*(?:\.\d+)?(?:st|nd|rd|th)?(?!\w)|\d+|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\w\s]|_"
)


class Token(NamedTuple):  # a tuple, not a dataclass: it is made some thirty times a phrase
    """One word, figure or sign; `lower` is its text in lower case, `start` and `end` as in a span."""

    text: str
    lower: str
    start: int
    end: int


Tokens: TypeAlias = "tuple[Token, ...]"


def split_tokens(text: str, start: int = 0, end: int | None = None) -> Tokens:
    """Split characters `start` to `end` of the text; places count from the text's beginning."""
    found = _TOKEN.finditer(text, start, len(text) if end is None else end)
    return tuple(Token(match.group(), match.group().lower(), match.start(), match.end()) for match in found)


def touches(left: Token, right: Token) -> bool:
    """Tell whether nothing, not even a space, stands between the two."""
    return left.end == right.start


def matches(tokens: Tokens, at: int, words: tuple[str, ...]) -> bool:
    """Tell whether these lower-case words stand at this place."""
    if at < 0 or at + len(words) > len(tokens):
        return False
    return all(tokens[at + step].lower == word for step, word in enumerate(words))
