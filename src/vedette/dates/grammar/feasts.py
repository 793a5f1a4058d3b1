"""Names of feasts, of one word or several, as the lexicon lists them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from vedette.dates.grammar.base import GRAMMAR
from vedette.dates.lexicon import load_lexicon
from vedette.dates.patterns import Reading
from vedette.dates.tokens import cut_tokens

# A feast's name that is also a plain word, or part of many names, counts only with a capital.
_NEEDS_CAPITAL = frozenset({"lent", "tet", "hajj", "epiphany", "new"})


@cache
def _names() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Give, for each first word, the names that begin with it, the longest first."""
    by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, feast in load_lexicon()["FEAST"].items():
        words = tuple(token.lower for token in cut_tokens(name))
        by_first.setdefault(words[0], []).append((words, feast))
    return {first: tuple(sorted(names, key=lambda pair: -len(pair[0]))) for first, names in by_first.items()}


def _starts() -> str:
    return " ".join(sorted(_names()))


def _inside() -> str:
    return " ".join(sorted({word for names in _names().values() for words, _ in names for word in words}))


@GRAMMAR.reader("FEASTNAME", _starts(), inside=_inside())
def read_feast(reading: Reading, position: int) -> Iterator[tuple[str, int]]:
    """Read the longest feast name that stands here."""
    token = reading.tokens[position]
    before = reading.tokens[position - 1].lower if position > 0 else ""
    if token.lower in _NEEDS_CAPITAL and not token.capital and (token.lower, before) != ("new", "the"):
        return
    for words, feast in _names().get(token.lower, ()):
        tokens = reading.tokens[position : position + len(words)]
        if tuple(word.lower.replace("’", "'") for word in tokens) == words:
            yield feast, position + len(words)
            return
