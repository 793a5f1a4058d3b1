"""Cutting a text into the tokens that time expressions are written in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from vedette.dates.lexicon import categories_of

# One alternative a kind of token; digits keep their inner separators, so that "2,000", "10:30" and "11/02/89" are one.
_TOKEN = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2})?Z?)?(?![0-9])"  # an ISO date
    r"|[ap]\.\s?m\b\.?"  # a.m., p.m.
    r"|[0-9]+(?:[.,:/][0-9]+)*"
    r"|[^\W\d_]+(?:['’](?=clock)[^\W\d_]+)?"  # a word; "o'clock" is one
    r"|\S",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a sign; `glued` says that no space stands before it.

    `keys` are what patterns ask for: the categories with the meaning in each, by name.
    """

    start: int
    end: int
    text: str
    lower: str
    glued: bool
    keys: dict[str, Any]

    @property
    def capital(self) -> bool:
        """Tell whether the word begins with a capital."""
        return self.text[0].isupper()


_NONE: dict[str, Any] = {}


def cut_tokens(text: str) -> list[Token]:
    """Cut `text` into tokens in order; offsets are characters of `text`."""
    known = categories_of()
    tokens = []
    previous_end = -1
    for match in _TOKEN.finditer(text):
        raw, start, end = match[0], match.start(), match.end()
        lower = raw.lower()
        found = known.get(lower)
        keys = dict(found) if found else _NONE
        if "0" <= raw[0] <= "9":
            keys = {**keys, "#": raw}
        tokens.append(Token(start, end, raw, lower, start == previous_end, keys))
        previous_end = end
    return tokens
