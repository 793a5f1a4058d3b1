"""Tell where a name of the index stands for no place: a person, an organisation, a people, a plain word.

Well-known places are believed unless something speaks against them; a namesake of a word, a person or nobody is
believed only where the document shows somewhere that it is a place: "in X", "X County", "X, Ohio".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from vedette.codebook.countries import demonyms, load_countries
from vedette.places.index import Place
from vedette.places.keys import fold_name
from vedette.places.people import find_surnames, governs, speaks
from vedette.places.phrase import is_border, is_road
from vedette.places.scan import ARTICLES, DIRECTIONS, Name, Token, is_loud, sentence_starts
from vedette.places.words import Words

_WELL_KNOWN = 40_000  # people; a town of this size is meant rather than a person of its name
_PLACED = re.compile(
    r"(?:\b(?:in|near|from|outside|around|into|across|throughout|towards?|via|leaving|at|between|reached|entered)"
    r"(?: (?:the |nearby |downtown |northern |southern |eastern |western |central |rural |greater |neighbou?ring )+)?"
    r"|\b(?:city|town|village|north|south|east|west|outskirts|suburb|district|province|region|port|hamlet|people|mayor"
    r"|residents?|native|man|woman|couple|capital|heart|streets|parts?|area|state|island) of"
    r"|\b(?:kilomet(?:er|re)s|km|miles) from|\bto|,? of|\bserving) $",
    re.IGNORECASE,
)
_PLACED_AFTER = re.compile(
    r"(?:-(?:based|area|born|bound)|['’]s (?:mayor|governor|police|airport|streets|outskirts|suburbs|population|"
    r"council)| (?:area|residents?|native|city council|neighbou?rhood|county|district|province|village|town|city|"
    r"airport|border|state|department|governorate|oblast|territory|prefecture|municipality|police|man|woman|men|women|mayor|officials|authorities|schools?|dispatchers|firefighters|council|councillors?|"
    r"couple|teen|teenager|boy|girl|hospital|jail|counties|region|suburb|plant|clinic|company|businessman|family)\b)"
)
_DATELINE = re.compile(r"[^\n.]{0,40}?(?:\([A-Z][^)\n]{1,30}\)|,? [A-Z][a-z]+\.? \d{1,2})?\s?(?:--|—|–|-)\s")
_OF = {"de", "du", "da", "do", "del", "la", "al", "el"}
_NATURE = {"lake", "river", "creek", "bay", "island", "islands", "mountain", "mountains", "valley", "hill", "hills"}
_NATURE |= {"forest", "beach", "township", "twp", "reservoir", "springs", "falls", "canyon", "park", "ridge", "point"}
_NATURE |= {"street", "avenue", "road", "drive", "lane", "boulevard", "st", "ave", "rd", "dr", "blvd", "pike", "square"}


@dataclass(frozen=True, slots=True)
class Page:
    """What the tests below look at: the text, its tokens, the names found by token number, the people in it."""

    text: str
    tokens: list[Token]
    taken: dict[int, Name]
    surnames: frozenset[str]
    words: Words


def read_page(text: str, tokens: list[Token], names: list[Name], words: Words) -> Page:
    """Make the page that `keep_places` and `is_fragment` read."""
    taken = {number: name for name in names for number in range(name.first, name.last + 1)}
    return Page(text, tokens, taken, find_surnames(text, tokens, words), words)


def keep_places(page: Page, names: list[Name]) -> list[Name]:
    """Give the names that stand for places, in order."""
    kept = [name for name in names if not speaks_against(page, name)]
    sure = {name.key for name in kept if name.short or is_shown(page, name) or is_believed(page, name)}
    sure |= {name.key for name, other in _rows(page, kept) if other.key in sure and not _is_personal(page, name)}
    return [name for name in kept if name.key in sure]


def _rows(page: Page, names: list[Name]) -> list[tuple[Name, Name]]:
    """Give the pairs of names that stand in one row ("Monroe, Trenton and Seven Mile"), both ways, left to right."""
    pairs = []
    for left, right in pairwise(names):
        if re.fullmatch(r"(?:,|,? and|;|,? or) ", page.text[left.end : right.start]):
            pairs += [(right, left), (left, right)]
    return pairs


def _is_personal(page: Page, name: Name) -> bool:
    token = page.tokens[name.first]
    return name.first == name.last and (token.lower in page.words.given or token.lower in page.words.surnames)


def is_believed(page: Page, name: Name) -> bool:
    """Tell whether a name is a place without more evidence: well known, and no word and nobody's name."""
    token = page.tokens[name.first]
    if name.first == name.last:
        words = page.words
        if _is_country(name):
            return token.lower not in words.given or token.lower == "georgia"
        if token.lower in words.common or token.lower in words.given or token.lower in words.surnames:
            return False
    return any(_is_known(place, main) for place, main in name.found)


def is_shown(page: Page, name: Name) -> bool:
    """Tell whether the words around a name show that it is a place."""
    before, after = page.text[max(0, name.start - 40) : name.start], page.text[name.end : name.end + 60]
    common = name.first == name.last and page.tokens[name.first].lower in page.words.common
    if _PLACED.search(before) and not (common and not any(_is_known(place, main) for place, main in name.found)):
        return True
    if _PLACED_AFTER.match(after) and not common:
        return True
    following = page.taken.get(name.last + 1)
    if following is not None and re.fullmatch(r",\s", page.text[name.end : following.start]):
        return following.short or _is_unit(following)
    return sentence_starts(page.text, page.tokens[name.first]) and bool(_DATELINE.match(after[:50]))


def speaks_against(page: Page, name: Name) -> bool:
    """Tell whether something right beside the name makes it a person, an organisation, a people or a plain word."""
    if name.short:
        return False
    token, single = page.tokens[name.first], name.first == name.last
    if single and (token.text in demonyms() or (len(name.key) < 3 and not _is_country(name))):
        return True
    if name.key in _capitals() and governs(page.text, name.end):
        return True
    if single and not _is_country(name) and (token.lower in page.surnames or speaks(page.text, token)):
        return not _PLACED.search(page.text[max(0, name.start - 40) : name.start])
    if is_loud(_line_around(page.text, name)):
        return single and token.lower in page.words.common
    if single and token.lower in page.words.common and sentence_starts(page.text, token):
        return True
    return _after_tells(page, name) or _before_tells(page, name)


@cache
def _capitals() -> frozenset[str]:
    return frozenset(fold_name(capital) for country in load_countries().values() for capital in country.capitals)


def is_fragment(page: Page, name: Name, start: int, end: int) -> bool:
    """Tell whether a name within a place's words is only a part of a longer one that the index lacks ("Mir Kalam").

    Only the words from `start` to `end`, those of the place, are looked at.
    """
    if name.short or is_loud(page.text[name.start : name.end]):
        return False
    token = page.tokens[name.first]
    if name.first == name.last and (start, end) != (name.start, name.end) and _is_plain(page, token):
        return True
    for step in (-1, 1):
        number = name.first - 1 if step < 0 else name.last + 1
        neighbour = _joined(page, name, number, step)
        if neighbour is not None and start <= neighbour.start and neighbour.end <= end:
            # "Tin-Hama" is one name, "the Yei-Juba road" and "the Mali-Niger border" are two.
            hyphen = "-" in page.text[min(name.start, neighbour.start) : max(name.end, neighbour.end)]
            phrase = page.text[start:end]
            other = page.taken.get(number)
            if hyphen and other is not None and is_border(phrase) and _is_state(name) and _is_state(other):
                continue
            pair = other if not hyphen or is_road(phrase) else None
            if _goes_on(page, name, neighbour, pair, step):
                return True
    return False


def _is_plain(page: Page, token: Token) -> bool:
    """Tell whether a word within a phrase is rather a plain one than a name: "Camp" in "Camp 12"."""
    return token.lower in page.words.common or token.lower in page.words.unit_kinds


def _joined(page: Page, name: Name, number: int, step: int) -> Token | None:
    """Give the capital word that follows or precedes the name with a space, a hyphen or an article between."""
    if not 0 <= number < len(page.tokens):
        return None
    token = page.tokens[number]
    gap = page.text[token.end : name.start] if step < 0 else page.text[name.end : token.start]
    beyond = page.tokens[number + step] if 0 <= number + step < len(page.tokens) else None
    if beyond is not None and beyond.capital and gap == " " and not token.capital:
        between = page.text[min(token.end, beyond.end) : max(token.start, beyond.start)]
        joint = ARTICLES if step > 0 else _OF
        return beyond if token.text in joint and between in (" ", "-") else None
    return token if gap in (" ", "-") and token.capital else None


def _goes_on(page: Page, name: Name, token: Token, other: Name | None, step: int) -> bool:
    """Tell whether the word beside a name makes it a longer one: no unit, direction or people, no name of its own."""
    words = page.words
    if token.text in demonyms() or token.lower in DIRECTIONS:
        return False
    if other is not None:
        hyphen = page.text[min(name.end, other.end) : max(name.start, other.start)] == "-"
        if hyphen or name.first != name.last or _is_unit(name) or _is_unit(other):
            return False
    known = words.unit_kinds.keys() | words.before | words.after | words.parts.keys() | words.bearings.keys()
    return token.lower not in known and not (step < 0 and sentence_starts(page.text, token))


def _after_tells(page: Page, name: Name) -> bool:
    after, words = _neighbour(page, name, 1), page.words
    if after is None or not after.capital:
        return False
    if after.lower in _NATURE:
        return True
    if after.lower in words.after:
        return False
    if after.lower in words.surnames and name.first == name.last and not _is_country(name):
        return True
    if after.lower in words.organisations:
        return not _is_state(name)
    other = page.taken.get(name.last + 1)
    if other is not None and (other.short or other.first != other.last or _is_unit(other)):
        return name.key in words.given
    return not _is_unit(name) and name.first == name.last


def _before_tells(page: Page, name: Name) -> bool:
    before, words = _neighbour(page, name, -1), page.words
    if before is None:
        return False
    if before.lower in words.titles:
        return not _is_country(name)
    if before.lower == "of" and not _is_country(name):
        owner = page.tokens[name.first - 2] if name.first > 1 else None
        return owner is not None and owner.capital and owner.lower in words.organisations_of
    if not before.capital or before.lower in words.before or before.lower in words.after or before.text in demonyms():
        return False
    if before.lower in words.given:
        return True
    if name.first - 1 in page.taken or (sentence_starts(page.text, before) and before.lower in words.common):
        return not _is_unit(name) and not _is_unit(page.taken.get(name.first - 1, name))
    return not _is_unit(name)


def _neighbour(page: Page, name: Name, step: int) -> Token | None:
    """Give the token right before or after the name with nothing but a space between, or None."""
    number = name.first - 1 if step < 0 else name.last + 1
    if not 0 <= number < len(page.tokens):
        return None
    token = page.tokens[number]
    gap = page.text[token.end : name.start] if step < 0 else page.text[name.end : token.start]
    short = step < 0 and gap == ". " and len(token.text) < 5
    return token if gap == " " or short else None


def _line_around(text: str, name: Name) -> str:
    """Give up to forty characters on each side, within the line."""
    start = max(text.rfind("\n", 0, name.start) + 1, name.start - 40)
    end = text.find("\n", name.end)
    return text[start : min(len(text) if end < 0 else end, name.end + 40)]


def _is_country(name: Name) -> bool:
    return any(place.kind == "country" for place, _ in name.found)


def _is_unit(name: Name) -> bool:
    """Tell whether the name is that of a country, a province or a very large town."""
    return any(
        place.kind in ("country", "region", "site")
        or (place.kind == "province" and main)
        or (place.kind == "district" and main and name.first != name.last)
        or place.population > 1_000_000
        for place, main in name.found
    )


def _is_state(name: Name) -> bool:
    return any(place.kind == "country" or (place.kind == "province" and main) for place, main in name.found)


def _is_known(place: Place, main: bool) -> bool:
    if place.kind in ("town", "district"):
        return main and place.population >= _WELL_KNOWN
    return main or place.kind in ("country", "province", "region", "site", "area", "water")
