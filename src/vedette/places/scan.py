"""Find the stretches of a text that spell a name in the index: the longest capital sequence wins.

Whether such a name is a place where it stands (and no person, organisation or plain word) is asked in `reject`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from vedette.places.index import Place, PlaceIndex
from vedette.places.keys import fold_name, short_key

_LETTER = r"[^\W\d_]"
_TOKEN = re.compile(rf"{_LETTER}(?:{_LETTER}|['’ʻʼ`](?={_LETTER}))*")
_JOINT = re.compile(r"(?:\s+|-|–|\.-?\s*|\s*&\s*|['’]\s?)$")
_DOTTED = {"st", "ste", "mt", "ft", "pt", "dr", "d", "n", "s", "u", "w", "j"}
_INSIDE = {
    "of",
    "the",
    "de",
    "la",
    "las",
    "los",
    "le",
    "les",
    "du",
    "des",
    "del",
    "al",
    "el",
    "ul",
    "an",
    "and",
    "y",
    "e",
}
_INSIDE |= {"da", "do", "di", "dos", "das", "upon", "on", "sur", "en", "am", "im", "an", "der", "den", "van", "i", "au"}
_INSIDE |= {"aux", "ar", "ash", "as", "ad", "at", "az", "ed", "na", "nad", "op", "o", "e", "bin", "abu", "wal", "wa"}
ARTICLES = {"al", "el", "ar", "ash", "as", "ad", "at", "az", "an", "ed", "esh", "er", "es", "ain"}
# Words of direction, which are no names by themselves, whatever the index has.
DIRECTIONS = {"north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "middle"}
DIRECTIONS |= {"northeast", "northwest", "southeast", "southwest", "upper", "lower", "center", "centre"}
DIRECTIONS |= {"nord", "sud", "est", "ouest", "haut", "bas", "norte", "sur", "este", "oeste"}
# Words that news writes small at the end of a site's name ("Goma airport", "Jenin refugee camp").
_SITES = {"airport", "airfield", "airbase", "base", "camp", "dam", "mine", "crossing", "prison", "refinery", "refugee"}
_SITES |= {"international", "naval", "military", "air", "border", "checkpoint", "port", "corridor", "island", "river"}
_LONGEST = 7
_INITIALS = re.compile(r"\b[A-Z]\.\s?(?:[A-Z]\.|Va\.)(?!\w)")
_SHORT = re.compile(r"\b[A-Z][A-Za-z]{1,4}\b\.?")
_POSSESSIVE = re.compile(r"['’]s$")


@dataclass(frozen=True, slots=True)
class Token:
    """One word of the text, with where it stands."""

    start: int
    end: int
    text: str

    @property
    def capital(self) -> bool:
        """Tell whether it begins with a capital."""
        return self.text[0] != self.text[0].lower()

    @property
    def lower(self) -> str:
        """Give the word in lower case without a genitive."""
        return _POSSESSIVE.sub("", self.text).lower()


@dataclass(frozen=True, slots=True)
class Name:
    """A stretch of the text that spells a name in the index; `found` are the places that answer to it.

    `first` and `last` are its tokens' numbers. `short` says that it is a short form of a unit ("Tex.").
    """

    start: int
    end: int
    key: str
    found: tuple[tuple[Place, bool], ...]
    first: int
    last: int
    short: bool = False


def split_tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Give the words of the text in order; hyphens part words, apostrophes within do not."""
    matches = _TOKEN.finditer(text, start, len(text) if end is None else end)
    return [Token(match.start(), match.end(), match.group()) for match in matches]


def find_names(text: str, tokens: list[Token], index: PlaceIndex, any_case: bool = False) -> list[Name]:
    """Give the names among the tokens, in order, none within another; `any_case` takes lower case names too."""
    names: list[Name] = []
    at = 0
    while at < len(tokens):
        name = _name_at(text, tokens, at, index, any_case)
        if name is None or name.first == name.last:
            name = _short_form(text, tokens, at, index) or name
        if name is not None:
            names.append(name)
        at = at + 1 if name is None else name.last + 1
    return names


def _name_at(text: str, tokens: list[Token], at: int, index: PlaceIndex, any_case: bool) -> Name | None:
    first = tokens[at]
    if not (any_case or first.capital or _is_article(text, tokens, at)):
        return None
    last = at
    while last + 1 < len(tokens) and last + 1 - at < _LONGEST and joins(text, tokens[last], tokens[last + 1]):
        following = tokens[last + 1]
        if not (any_case or following.capital or _may_stand_inside(text, following)):
            break
        last += 1
    words = [fold_word(token.lower) for token in tokens[at : last + 1]]
    for opening, least in _openings(first):
        words[0] = opening
        for count in reversed(index.reach(words)):
            end = tokens[at + count - 1]
            key = " ".join(words[:count])
            if count >= least and _may_end(end, count, any_case) and len(key) > 1 and not _is_plain_key(key):
                return Name(first.start, _bare_end(end), key, tuple(index.find(key)), at, at + count - 1)
    return None


def _openings(first: Token) -> tuple[tuple[str, int], ...]:
    """Give how a name may open and of how many words it then is: "Cox's Bazar" keeps its genitive, "Aden's" not."""
    bare, kept = fold_word(first.lower), fold_word(first.text.lower())
    return ((kept, 2), (bare, 1)) if kept != bare else ((bare, 1),)


def _is_plain_key(key: str) -> bool:
    """Tell whether a key is a small word or a direction: "the North" is no place by itself."""
    return key in _INSIDE or key.removeprefix("the ") in DIRECTIONS


def _may_stand_inside(text: str, token: Token) -> bool:
    """Tell whether a word in lower case may be part of a name: "of", "airport", the "ez" of "Deir ez-Zor"."""
    if token.lower in _INSIDE or token.lower in _SITES:
        return True
    return len(token.text) <= 3 and text[token.end : token.end + 1] == "-"


def _may_end(token: Token, count: int, any_case: bool) -> bool:
    return any_case or token.capital or (count > 1 and token.lower in _SITES)


@lru_cache(maxsize=1 << 15)
def fold_word(word: str) -> str:
    """Fold one word; texts repeat theirs."""
    return fold_name(word)


def _short_form(text: str, tokens: list[Token], at: int, index: PlaceIndex) -> Name | None:
    """Read "Tex." after "Paris, ", and "N.Y." anywhere; its letters are tokens of their own."""
    start = tokens[at].start
    dotted = _INITIALS.match(text, start)
    match = dotted or _SHORT.match(text, start)
    after_town = at > 0 and tokens[at - 1].capital and re.fullmatch(r",\s*", text[tokens[at - 1].end : start])
    if match is None or not (dotted or after_town):
        return None
    last = max(number for number in range(at, min(at + 4, len(tokens))) if tokens[number].start < match.end())
    key = short_key(match.group())
    found = index.find(key)
    return Name(start, match.end(), key, tuple(found), at, last, short=True) if found else None


def _is_article(text: str, tokens: list[Token], at: int) -> bool:
    """Tell whether a lower case "al-" opens a name."""
    token = tokens[at]
    return (
        token.text in ARTICLES
        and at + 1 < len(tokens)
        and tokens[at + 1].capital
        and text[token.end : tokens[at + 1].start] in ("-", "–", "’", "'")
    )


def joins(text: str, left: Token, right: Token) -> bool:
    """Tell whether two words may be parts of one name, by what stands between them."""
    gap = text[left.end : right.start]
    if "\n" in gap or not _JOINT.fullmatch(gap):
        return False
    return "." not in gap or left.lower in _DOTTED


def _bare_end(token: Token) -> int:
    """Give where a token ends without a genitive."""
    return token.end - 2 if _POSSESSIVE.search(token.text) else token.end


def is_loud(text: str) -> bool:
    """Tell whether a stretch of text is all in capitals, so that capitals tell nothing."""
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 3 and all(letter.isupper() for letter in letters)


def sentence_starts(text: str, token: Token) -> bool:
    """Tell whether a token begins a sentence, a line or a quotation."""
    before = text[max(0, token.start - 4) : token.start].rstrip(" \t\"“'‘(«[*•-")
    return not before or before[-1] in ".!?:\n…;" or "\n" in text[max(0, token.start - 2) : token.start]
