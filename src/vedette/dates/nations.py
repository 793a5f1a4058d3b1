"""Which country's calendar holds for a time: that of the country named beside it, else of the document."""

from __future__ import annotations

from functools import cache

from vedette.codebook.countries import demonyms, load_countries
from vedette.dates.patterns import Reading
from vedette.dates.tokens import Token, cut_tokens
from vedette.records import Document

_REACH = 30  # tokens of the sentence on either side
_STOPS = frozenset(".;!?")
_JOINS = frozenset({"'", "’", "s", "the", "of", "in", "for"})

Named = tuple[int, int, str]  # tokens `first` to `last` (exclusive) name the country of this ISO code


@cache
def _names() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Give, for each first word, the names and demonyms that begin with it, the longest first."""
    named = [(name, country.iso2) for country in load_countries().values() for name in country.names]
    named += [(word, codes[0]) for word, codes in demonyms().items() if len(codes) == 1]
    by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, code in named:
        words = tuple(token.text for token in cut_tokens(name))
        by_first.setdefault(words[0], []).append((words, code))
    return {first: tuple(sorted(held, key=lambda pair: -len(pair[0]))) for first, held in by_first.items()}


def _named_in(tokens: list[Token], first: int, last: int) -> list[Named]:
    """Find the countries that tokens `first` to `last` name."""
    found: list[Named] = []
    position = first
    while position < last:
        for words, code in _names().get(tokens[position].text, ()):
            if tuple(token.text for token in tokens[position : position + len(words)]) == words:
                found.append((position, position + len(words), code))
                position += len(words) - 1
                break
        position += 1
    return found


def _only(named: list[Named]) -> str | None:
    codes = {code for _, _, code in named}
    return codes.pop() if len(codes) == 1 else None


def country_beside(reading: Reading, first: int, last: int) -> str | None:
    """Give the country that the words around tokens `first` to `last` name; None for none, or several.

    Of several in the sentence the one that stands right beside the time counts ("India's fiscal year").
    """
    tokens = reading.tokens
    start, end = first, last
    while start > max(0, first - _REACH) and tokens[start - 1].text not in _STOPS:
        start -= 1
    while end < min(len(tokens), last + _REACH) and tokens[end].text not in _STOPS:
        end += 1
    named = _named_in(tokens, start, end)
    beside = [held for held in named if _is_beside(tokens, held, first, last)]
    return _only(beside) or _only(named)


def _is_beside(tokens: list[Token], named: Named, first: int, last: int) -> bool:
    """Tell whether nothing but "'s", "of", "in" and the like stands between a country and a time."""
    between = tokens[named[1] : first] if named[1] <= first else tokens[last : named[0]]
    return all(token.lower in _JOINS for token in between)


def countries_of(document: Document, reading: Reading) -> frozenset[str]:
    """Give the countries that its publisher's name bears ("Pakistan Observer"); else all that the text names."""
    publisher = cut_tokens(document.publisher or "")
    named = _named_in(publisher, 0, len(publisher)) or _named_in(reading.tokens, 0, len(reading.tokens))
    return frozenset(code for _, _, code in named)
