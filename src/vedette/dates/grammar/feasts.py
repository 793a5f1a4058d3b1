"""Names of feasts, of one word or several, as the lexicon lists them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from vedette.dates.calendars import KNOWN_BY_NAME, MONTHS
from vedette.dates.grammar.base import GRAMMAR
from vedette.dates.lexicon import load_lexicon
from vedette.dates.patterns import Reading
from vedette.dates.tokens import cut_tokens

# A feast's name that is also a plain word, or part of many names, counts only with a capital. Two of them are parts of
# longer names too ("the Tet Offensive", "Eid Mohammed"), so no other capital word may stand beside them.
_NEEDS_CAPITAL = frozenset(
    {"lent", "tet", "hajj", "epiphany", "new", "eid", "holi", "national", "victory", "liberation"}
)
_NEEDS_CAPITAL |= {"revolution", "unity", "armed", "army", "martyrs", "constitution"}
_IN_NAMES = frozenset({"tet", "eid"})
_PARTS_OF_FEASTS = frozenset({"al", "ul", "milad", "adha", "fitr", "azha"})


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


def _has_capital_beside(reading: Reading, position: int) -> bool:
    """Tell whether a further word of a name stands right before or after; the first word of a sentence is none."""
    tokens = reading.tokens
    after = tokens[position + 1] if position + 1 < len(tokens) else None
    if after is not None and after.capital and after.lower not in _PARTS_OF_FEASTS:
        return True
    opens = position < 2 or tokens[position - 2].text in (".", "!", "?")
    return position > 0 and tokens[position - 1].capital and not opens


def is_also_name(feast: str) -> bool:
    """Tell a month whose name is also that of people, places or things, so that only a year shows it to be one."""
    return feast in MONTHS - KNOWN_BY_NAME - _PLAIN_MONTHS


# Months whose names are nothing else: Farvardin, Khordad, Mizan, Aqrab and the like, and the long Islamic ones.
_PLAIN_MONTHS = frozenset(
    {"persian-1", "persian-2", "persian-3", "persian-6", "persian-7", "persian-8"}
    | {
        "shawwal",
        "rabi-al-awwal",
        "rabi-al-thani",
        "jumada-al-awwal",
        "jumada-al-thani",
        "dhu-al-qadah",
        "dhu-al-hijjah",
    }
)


@GRAMMAR.reader("MONTHNAME", _starts(), inside=_inside())
def read_month(reading: Reading, position: int) -> Iterator[tuple[str, int]]:
    """Read the name of a month of the Islamic or the Persian year, whose days are counted."""
    yield from ((feast, after) for feast, after in _read_name(reading, position) if feast in MONTHS)


@GRAMMAR.reader("FEASTNAME", _starts(), inside=_inside())
def read_feast(reading: Reading, position: int) -> Iterator[tuple[str, int]]:
    """Read the longest feast name that stands here; most months of other calendars need a day or a year beside them."""
    yield from (held for held in _read_name(reading, position) if held[0] not in MONTHS - KNOWN_BY_NAME)


def _read_name(reading: Reading, position: int) -> Iterator[tuple[str, int]]:
    token = reading.tokens[position]
    before = reading.tokens[position - 1].lower if position > 0 else ""
    if token.lower in _NEEDS_CAPITAL and not token.capital and (token.lower, before) != ("new", "the"):
        return
    if token.lower in _IN_NAMES and _has_capital_beside(reading, position):
        return
    for words, feast in _names().get(token.lower, ()):
        tokens = reading.tokens[position : position + len(words)]
        if tuple(word.lower.replace("’", "'") for word in tokens) == words:
            yield feast, position + len(words)
            return
