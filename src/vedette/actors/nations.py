"""Finds words that stand for a country: its names, demonyms, capitals, seats of its government, and areas in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from typing import NamedTuple

from vedette.actors.registry import load_registry
from vedette.actors.wording import fold
from vedette.codebook.countries import demonyms, load_countries

WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*\.?")
_POSSESSIVE = re.compile(r"['’]s?$")
_LONGEST = 6
_CAPITALS_THAT_ARE_WORDS = frozenset(
    {
        "basse terre",
        "male",
        "victoria",
        "hamilton",
        "stanley",
        "kingston",
        "jamestown",
        "valley",
        "road town",
        "plymouth",
    }
)
_ACRONYMS = {"us": "US", "usa": "US", "uk": "GB", "uae": "AE", "drc": "CD", "car": "CF", "prc": "CN", "dprk": "KP"}


class Form(StrEnum):
    """In what way words stand for a country."""

    NAME = "name"
    DEMONYM = "demonym"
    SEAT = "seat"
    CAPITAL = "capital"
    AREA = "area"


@dataclass(frozen=True, slots=True)
class NationHit:
    """Tokens `first` to `last` (exclusive) stand for one of `countries`; `ids` are the actors that a seat can mean."""

    first: int
    last: int
    form: Form
    countries: tuple[str, ...]
    ids: tuple[str, ...] = ()


class Token(NamedTuple):
    """A word of a text, where it stands, and its folded form without a possessive ending."""

    start: int
    end: int
    text: str
    folded: str

    @property
    def possessive(self) -> bool:
        """Tell whether the word ends in an apostrophe and s, or in the bare apostrophe of a plural."""
        return _POSSESSIVE.search(self.text) is not None

    @property
    def capital(self) -> bool:
        """Tell whether the word begins with a capital letter or a digit."""
        return not self.text[0].islower()

    @property
    def named(self) -> bool:
        """Tell whether the word has a capital or a digit anywhere: "al-Sahil" and "M23" do."""
        return not self.text.islower()


def tokens_of(text: str) -> tuple[Token, ...]:
    """Give the words of `text` in order; a full stop stays with an abbreviation of capitals."""
    made = []
    for found in WORD.finditer(text):
        word = found.group()
        if word[-1] == "." and "." not in word[:-1]:
            word = word[:-1]
        start = found.start()
        made.append(Token(start, start + len(word), word, _folded(word)))
    return tuple(made)


@lru_cache(maxsize=5_000)
def words_of(phrase: str) -> tuple[Token, ...]:
    """Do as `tokens_of` does for a phrase, and remember it: the readers take the same phrase apart many times."""
    return tokens_of(phrase)


@lru_cache(maxsize=20_000)
def _folded(word: str) -> str:
    return fold(_POSSESSIVE.sub("", word))


@cache
def _phrases() -> dict[str, tuple[tuple[str, Form, tuple[str, ...], tuple[str, ...]], ...]]:
    """Give, for each first word, the phrases that begin with it (longest first) and what they stand for."""
    gathered: dict[tuple[str, Form], tuple[list[str], list[str]]] = {}

    def add(text: str, form: Form, countries: Sequence[str], ids: Sequence[str] = ()) -> None:
        key = fold(text).removeprefix("the ")
        if not key or (form is Form.CAPITAL and key in _CAPITALS_THAT_ARE_WORDS):
            return
        codes, actors = gathered.setdefault((key, form), ([], []))
        codes.extend(code for code in countries if code not in codes)
        actors.extend(actor for actor in ids if actor not in actors)

    tables = load_registry().tables
    for code, country in load_countries().items():
        for name in country.names:
            add(name, Form.NAME, [code], [f"state:{code.lower()}"])
        for capital in country.capitals:
            add(capital, Form.CAPITAL, [code], [f"state:{code.lower()}"])
    for word, meant in demonyms().items():
        add(word, Form.DEMONYM, meant, [f"state:{code.lower()}" for code in meant])
    for word, ids in tables["seats"].items():
        homes = [code for actor in ids for code in load_registry().entry(actor).countries]
        add(word, Form.SEAT, homes, ids)
    for word, meant in tables["areas"].items():
        add(word, Form.AREA, meant)
    by_first: dict[str, list[tuple[str, Form, tuple[str, ...], tuple[str, ...]]]] = {}
    rank = list(Form)
    for (key, form), (codes, actors) in gathered.items():
        by_first.setdefault(key.split()[0], []).append((key, form, tuple(codes), tuple(actors)))
    return {
        word: tuple(sorted(rows, key=lambda row: (-len(row[0].split()), rank.index(row[1]), row[0])))
        for word, rows in by_first.items()
    }


@lru_cache(maxsize=5_000)
def nations_in(phrase: str) -> tuple[NationHit, ...]:
    """Give the country words of a phrase, as `find_nations` does."""
    return find_nations(words_of(phrase))


def find_nations(tokens: Sequence[Token]) -> tuple[NationHit, ...]:
    """Give the country words among `tokens`, longest first match, none overlapping; small letters do not count."""
    phrases = _phrases()
    hits: list[NationHit] = []
    position = 0
    while position < len(tokens):
        token = tokens[position]
        hit = _hit_at(tokens, position, phrases) if token.capital else None
        if hit:
            hits.append(hit)
        position = hit.last if hit else position + 1
    return tuple(hits)


def _hit_at(
    tokens: Sequence[Token],
    position: int,
    phrases: dict[str, tuple[tuple[str, Form, tuple[str, ...], tuple[str, ...]], ...]],
) -> NationHit | None:
    token = tokens[position]
    first = token.folded.split(" ")[0]
    ahead: str | None = None
    for key, form, countries, ids in phrases.get(first, ()):
        if key == first or key == token.folded:
            if key in _ACRONYMS and not token.text.replace(".", "").rstrip("’'s").isupper():
                continue
            if key == token.folded:
                return NationHit(position, position + 1, form, countries, ids)
            continue
        if ahead is None:
            ahead = " ".join(word.folded for word in tokens[position : position + _LONGEST]) + " "
        if ahead.startswith(key + " "):
            count = 0
            length = 0
            while length < len(key):
                length += len(tokens[position + count].folded) + 1
                count += 1
            return NationHit(position, position + count, form, countries, ids)
    return None


class Surroundings:
    """The countries that one document speaks of, and where: what decides between two actors of one name."""

    def __init__(self, tokens: tuple[Token, ...], title: str | None = None) -> None:
        """Scan the `tokens` of a text, and its `title` where there is one, for words that stand for countries."""
        self.tokens = tokens
        self.hits = find_nations(self.tokens)
        self._weights: dict[str, float] = {}
        for hit in (*self.hits, *find_nations(tokens_of(title or ""))):
            for code in hit.countries:
                self._weights[code] = self._weights.get(code, 0.0) + 1 / len(hit.countries)
        self.total = sum(self._weights.values())

    def share(self, countries: Sequence[str]) -> float:
        """Give what part of all country words speaks of `countries`, 0 to 1; 0 where there are none."""
        return sum(self._weights.get(code, 0.0) for code in countries) / self.total if self.total else 0.0

    @property
    def leading(self) -> str | None:
        """The country that at least two thirds of all country words speak of, if there is one."""
        return _most(self._weights)

    @property
    def home(self) -> str | None:
        """The country that at least two thirds of all place words speak of; "Chinese" is no place word."""
        places = Counter(code for hit in self.hits if hit.form is not Form.DEMONYM for code in hit.countries)
        return _most({code: float(count) for code, count in places.items()})

    def places_near(self, start: int, end: int, before: int = 300, after: int = 160) -> tuple[str, ...]:
        """Give the countries of place words (not demonyms) that stand near characters `start` to `end`."""
        found: list[str] = []
        for hit in self.hits:
            at = self.tokens[hit.first].start
            if hit.form is not Form.DEMONYM and start - before <= at < end + after and not start <= at < end:
                found += [code for code in hit.countries if code not in found]
        return tuple(found)


def _most(weights: dict[str, float]) -> str | None:
    if not weights:
        return None
    code, weight = max(weights.items(), key=lambda item: (item[1], item[0]))
    return code if weight >= sum(weights.values()) * 2 / 3 else None
