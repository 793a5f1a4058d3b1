"""Find a place by another spelling of its name, within one country: "Sheikh Zuweid" is GeoNames' "Shaykh Zuwayd".

Names that were put into Latin letters by ear differ in vowels, doubled letters and the choice among k, q and c; what
is left when these are taken off is the name's skeleton.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler

from vedette.places.index import Place, PlaceIndex
from vedette.places.keys import fold_name

_LEAST_LIKE = 0.8
_LEAST_LETTERS = 3
_SOUNDS = (
    (r"\b(?:al|el|ar|as|ash|at|ad|az|an|the) ", ""),
    (r"(?:tch|tsch|cz|c)h?", "c"),
    (r"sch|sh|s", "s"),
    (r"kh|q|c|ck", "k"),
    (r"gh|g", "g"),
    (r"ph", "f"),
    (r"dj|zh", "j"),
    (r"th", "t"),
    (r"dh", "d"),
    (r"[aeiouyhw\s]", ""),
    (r"(.)\1+", r"\1"),
)


def respell(name: str, country: str, index: PlaceIndex) -> Place | None:
    """Give the one place of the country whose own name sounds like this one; None where none or several do."""
    folded = fold_name(name)
    skeleton = skeleton_of(folded)
    if len(skeleton) < _LEAST_LETTERS:
        return None
    alike = {}
    for number, shown in _by_skeleton(index, country).get(skeleton, ()):
        likeness = JaroWinkler.similarity(folded, shown)
        if likeness >= _LEAST_LIKE:
            alike[number] = likeness
    places = sorted((index.place(number) for number in alike), key=lambda place: (-alike[place.number], place.number))
    towns = [place for place in places if place.kind == "town"]
    # A unit and its seat share a name; two towns that sound alike leave it open.
    return None if not places or len(towns) > 1 else (towns or places)[0]


@lru_cache(maxsize=1 << 14)
def skeleton_of(folded: str) -> str:
    """Give what is left of a folded name without vowels, doubled letters and the choice among like sounds."""
    for sound, letter in _SOUNDS:
        folded = re.sub(sound, letter, folded)
    return folded


@lru_cache(maxsize=16)
def _by_skeleton(index: PlaceIndex, country: str) -> dict[str, list[tuple[int, str]]]:
    """Give the country's places by skeleton; worked out once a country, in some 0.1 s for a large one."""
    found: dict[str, list[tuple[int, str]]] = {}
    for number in index.numbers_in(country):
        shown = fold_name(index.name(number))
        found.setdefault(skeleton_of(shown), []).append((number, shown))
    return found
