"""Find the stretches of a text that spell a name in the index: the longest capital sequence wins.

Whether such a name is a place where it stands (and no person, organisation or plain word) is asked in `reject`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from vedette.places.index import Place, PlaceIndex
from vedette.places.keys import fold_name, short_key
from vedette.places.words import Words

_LETTER = r"[^\W\d_]"
_TOKEN = re.compile(rf"{_LETTER}(?:{_LETTER}|['’ʻʼ`](?={_LETTER}))*")
_JOINT = re.compile(r"(?:\s+|-|–|\.-?\s*|\s*&\s*|['’]\s?)$")
_DOTTED = {"st", "ste", "mt", "ft", "pt", "dr", "d", "n", "s", "u", "w", "j"}
_INSIDE = {"of", "the", "de", "la", "las", "los", "le", "les", "du", "des", "del", "al", "el", "ul", "an", "and", "y", "e"}
_INSIDE |= {"da", "do", "di", "dos", "das", "upon", "on", "sur", "en", "am", "im", "an", "der", "den", "van", "i", "au"}
_INSIDE |= {"aux", "ar", "ash", "as", "ad", "at", "az", "ed", "na", "nad", "op", "o", "e", "bin", "abu", "wal", "wa"}
_ARTICLES = {"al", "el", "ar", "ash", "as", "ad", "at", "az", "an", "ed", "esh", "er", "es", "ain"}
# Words that news writes small at the end of a site's name ("Karachi airport", "Jenin refugee camp").
_SITES = {"airport", "airfield", "airbase", "base", "camp", "dam", "mine", "crossing", "prison", "refinery", "refugee"}
_SITES |= {"international", "naval", "military", "air", "border", "checkpoint", "port", "corridor", "island", "river"}
_LONGEST = 7
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
        if (name is None or name.first == name.last) and names and at == names[-1].last + 1:
            name = _short_form(text, tokens, at, names[-1], index) or name
        if name is not None:
            names.append(name)
        at = at + 1 if name is None else name.last + 1
    return names


def _name_at(text: str, tokens: list[Token], at: int, index: PlaceIndex, any_case: bool) -> Name | None:
    first = tokens[at]
    if not (any_case or first.capital or _is_article(text, tokens, at)):
        return None
    reach = at
    while reach + 1 < len(tokens) and reach + 1 - at < _LONGEST and _joins(text, tokens[reach], tokens[reach + 1]):
        following = tokens[reach + 1]
        if not (any_case or following.capital or following.lower in _INSIDE or following.lower in _SITES):
            break
        reach += 1
    for last in range(reach, at - 1, -1):
        if not (any_case or tokens[last].capital or (last > at and tokens[last].lower in _SITES)):
            continue
        end = _bare_end(tokens[last])
        key = fold_name(text[first.start : end])
        if len(key) < 2 or key in _INSIDE:
            continue
        found = index.find(key)
        if found:
            return Name(first.start, end, key, tuple(found), at, last)
    return None


def _short_form(text: str, tokens: list[Token], at: int, before: Name, index: PlaceIndex) -> Name | None:
    """Read "Tex." after "Paris, ", and "N.Y." whose letters are tokens of their own."""
    if not re.fullmatch(r",\s*", text[before.end : tokens[at].start]):
        return None
    match = re.compile(r"(?:[A-Z]\.\s?){1,3}[A-Z][a-z]*\.?|[A-Z][A-Za-z]{1,4}\b\.?").match(text, tokens[at].start)
    if match is None:
        return None
    last = max(number for number in range(at, len(tokens)) if tokens[number].start < match.end())
    key = short_key(match.group())
    found = index.find(key)
    return Name(match.start(), match.end(), key, tuple(found), at, last, short=True) if found else None


def _is_article(text: str, tokens: list[Token], at: int) -> bool:
    """Tell whether a lower case "al-" opens a name."""
    token = tokens[at]
    return (
        token.text in _ARTICLES
        and at + 1 < len(tokens)
        and tokens[at + 1].capital
        and text[token.end : tokens[at + 1].start] in ("-", "–", "’", "'")
    )


def _joins(text: str, left: Token, right: Token) -> bool:
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


def looks_common(token: Token, words: Words) -> bool:
    """Tell whether a capital word may well be a plain word, a demonym aside."""
    return token.lower in words.common
