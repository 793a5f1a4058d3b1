"""How a place name becomes a look-up key: the spelling differences that do not tell places apart are folded away.

The build script and the look-up share these two functions; a change here needs the gazetteer built anew.
"""

from __future__ import annotations

import re
import unicodedata

# Letters that Unicode does not take apart into a base letter and a mark.
_LETTERS = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ł": "l",
        "ħ": "h",
        "ı": "i",
        "ə": "e",
        "ŋ": "n",
        "ɓ": "b",
        "ɗ": "d",
        "ƙ": "k",
    }
)
_SILENT = re.compile("[\u0027\u0060\u00b4\u02b0-\u02ff\u2018\u2019\u201a\u201b\u2032]")  # apostrophes, ayn, hamza
_GAPS = re.compile(r"[\W_]+")
_SHORT_FORMS = {"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount", "mts": "mountains"}


def fold_name(name: str) -> str:
    """Fold case, accents, apostrophes, hyphens and "St."; "Sana’a" and "Sanaa" become the same, "Al-Bab" "al bab"."""
    decomposed = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    letters = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    words = _GAPS.sub(" ", _SILENT.sub("", letters)).split()
    return " ".join(_SHORT_FORMS.get(word, word) for word in words)


def short_key(form: str) -> str:
    """Give the key of a short form that stands for a unit after a town ("Tex.", "N.Y."); no name has such a key."""
    return f"~{form.replace(' ', '').rstrip('.').casefold()}"
