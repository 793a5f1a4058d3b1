"""Which names go into the index, and the further spellings that news uses."""

from __future__ import annotations

import re

from vedette.places.keys import fold_name

_NOT_LATIN = re.compile(r"[\u0370-\u1dff\u2e80-\ufdff\ufe70-\ufeff]")
_CODE = re.compile(r"^[A-Z]{2,4}$|\d")

# Words for a kind of unit that news leaves out or swaps ("Kirkuk" and "Kirkuk District").
_UNIT = (
    "district|districts|province|region|governorate|department|oblast|krai|kray|republic|state|prefecture|county|"
    "parish|borough|census area|municipality|municipio|municipal district|division|territory|canton|commune|cercle|"
    "circle|woreda|zone|sub-county|subcounty|constituency|local government area|lga|agency|tehsil|upazila|zila|"
    "regency|kabupaten|kota|raion|rayon|okrug|voivodeship|powiat|kreis|landkreis|autonomous community|"
    "autonomous region|autonomous republic|metropolitan city|metropolitan municipality|metropolitan region|"
    "special region|capital region|city|federal district|emirate|muhafazat|wilaya|sheng|ken|do|fu"
)
_SUFFIX = re.compile(rf"^(.{{3,}}?) (?:{_UNIT})$")
_PREFIX = re.compile(
    r"^(?:provincia|provincie|province|departamento|departement|departement|estado|distrito|region|regione|municipio|"
    r"municipality|district|county|gobernacion|arrondissement|arrondissement|wilaya|governorate|state|kabupaten|kota|"
    r"muhafazat|mintaqat|gorod|raion|oblast|judetul|powiat|landkreis|kreis|opstina|opcina|rayon|comarca|cercle|"
    r"prefecture|commune|regiao|vilayat-i|wilayat|wilayah|royal municipality|town|city) (?:(?:de|del|do|da|du|di|d|of|"
    r"autonoma|la|le|los|las) )*(.{3,})$"
)
_ARTICLE = re.compile(r"^(?:al|el|ad|ar|as|ash|at|az|an) (.{3,})$")
# Countries whose place names carry an Arabic article that news keeps or drops at will.
_ARABIC = {"AE", "BH", "DJ", "DZ", "EG", "EH", "ER", "IL", "IQ", "IR", "JO", "KW", "LB", "LY", "MA", "MR", "OM", "PS"}
_ARABIC |= {"QA", "SA", "SD", "SO", "SY", "TD", "TN", "YE"}


def is_latin(name: str) -> bool:
    """Tell whether an English text could hold this name: Latin letters, a capital, no code."""
    return bool(name) and name[0] != name[0].lower() and not _NOT_LATIN.search(name) and not _CODE.search(name)


def keys_of(kind: str, names: list[str], country: str) -> dict[str, bool]:
    """Give the look-up keys of a place; True where the key is its own name, False where it is another spelling."""
    keys: dict[str, bool] = {}
    for position, name in enumerate(names):
        folded = fold_name(name)
        if len(folded) < 2:
            continue
        main = position == 0
        keys[folded] = keys.get(folded, False) or main
        for shorter in _shorter(kind, folded, country):
            keys.setdefault(shorter, False)
    return keys


def _shorter(kind: str, folded: str, country: str) -> list[str]:
    found = []
    if kind in ("province", "district"):
        found += [match[1] for pattern in (_SUFFIX, _PREFIX) if (match := pattern.match(folded))]
    if country in _ARABIC:
        found += [match[1] for each in (folded, *found) if (match := _ARTICLE.match(each))]
    return found
