"""Tell where a name of the index stands for no place: a person, an organisation, a people, a plain word."""

from __future__ import annotations

from vedette.codebook.countries import demonyms
from vedette.places.index import Place
from vedette.places.scan import Name, Token, is_loud, looks_common, sentence_starts
from vedette.places.words import Words

_WELL_KNOWN = 100_000  # people; a town of this size is meant rather than a person of its name
_NOTABLE = 15_000


def is_no_place(text: str, tokens: list[Token], name: Name, taken: dict[int, Name], words: Words) -> bool:
    """Tell whether the name stands for something else; `taken` maps token numbers to the names found in the text."""
    if name.short:
        return False
    single = name.first == name.last
    token = tokens[name.first]
    if single and (token.text in demonyms() or len(name.key) < 3 and not _is_country(name)):
        return True
    line = _line_around(text, name)
    if is_loud(line):
        return single and looks_common(token, words)
    if single and looks_common(token, words) and (sentence_starts(text, token) or not _size(name) > _NOTABLE):
        return True
    if not _is_strong(name) and (single and (token.lower in words.given or sentence_starts(text, token))):
        return True
    before, after = _neighbour(text, tokens, name, -1), _neighbour(text, tokens, name, 1)
    return _after_tells(name, after, taken, words) or _before_tells(text, tokens, name, before, taken, words)


def is_fragment(text: str, tokens: list[Token], name: Name, taken: dict[int, Name], words: Words) -> bool:
    """Tell whether a name within a place's words is only a part of a longer one that the index lacks ("Mir Kalam")."""
    if is_loud(text[name.start : name.end]) or name.short:
        return False
    for number, step in ((name.first - 1, -1), (name.last + 1, 1)):
        token = _neighbour(text, tokens, name, step)
        if token is None or not token.capital or token.text in demonyms():
            continue
        if number in taken and (name.first != name.last or _is_unit(name) or _is_unit(taken[number])):
            continue
        known = words.unit_kinds.keys() | words.before | words.after | words.parts.keys() | words.bearings.keys()
        if token.lower not in known and not (step < 0 and sentence_starts(text, token)):
            return True
    return False


def _after_tells(name: Name, after: Token | None, taken: dict[int, Name], words: Words) -> bool:
    if after is None or not after.capital or after.lower in words.after:
        return False
    if after.lower in words.organisations:
        return not _is_unit(name)
    if name.last + 1 in taken and not taken[name.last + 1].short:
        return name.first == name.last and name.key in words.given
    return not _is_unit(name) and name.first == name.last


def _before_tells(
    text: str, tokens: list[Token], name: Name, before: Token | None, taken: dict[int, Name], words: Words
) -> bool:
    if before is None:
        return False
    if before.lower in words.titles:
        return not _is_country(name)
    if before.lower == "of":
        owner = tokens[name.first - 2] if name.first > 1 else None
        return owner is not None and owner.capital and owner.lower in words.organisations_of
    if not before.capital or before.lower in words.before or before.lower in words.after:
        return False
    if before.text in demonyms():
        return False
    if name.first - 1 in taken or sentence_starts(text, before) and looks_common(before, words):
        return before.lower in words.given
    return before.lower in words.given or not _is_unit(name)


def _neighbour(text: str, tokens: list[Token], name: Name, step: int) -> Token | None:
    """Give the token right before or after the name with nothing but a space between, or None."""
    number = name.first - 1 if step < 0 else name.last + 1
    if not 0 <= number < len(tokens):
        return None
    token = tokens[number]
    gap = text[token.end : name.start] if step < 0 else text[name.end : token.start]
    return token if gap in (" ", ". ") and (gap == " " or step < 0 and len(token.text) < 5) else None


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
        place.kind in ("country", "region") or (place.kind == "province" and main) or place.population > 1_000_000
        for place, main in name.found
    )


def _is_strong(name: Name) -> bool:
    """Tell whether some place has this for its own name, or a well-known one has it for another spelling."""
    return any(main or place.population > _WELL_KNOWN for place, main in name.found)


def _size(name: Name) -> int:
    return max(_weight(place) for place, _ in name.found)


def _weight(place: Place) -> int:
    return 10_000_000 if place.kind in ("country", "region") else place.population
