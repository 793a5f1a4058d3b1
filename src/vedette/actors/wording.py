"""Brings names to forms that can be compared: folded, as an acronym, as a skeleton that outlives transliteration."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

APOSTROPHES = "'’‘ʼ`´ʿʾ"
_REMEMBERED = 20_000  # a few thousand words and names make up nearly all of news text
_QUOTES = '"“”„«»' + APOSTROPHES
_DOTTED = re.compile(r"\b(?:[A-Za-z]\.){2,}")
_APART = re.compile(r"[^\w]+")
_DIGRAPHS = (("kh", "k"), ("gh", "g"), ("ph", "f"), ("dh", "d"), ("sh", "s"), ("ck", "k"), ("q", "k"), ("c", "k"))
_VOWELS = frozenset("aeiouwy")  # w and y come and go between transliterations
_LINKS = frozenset(
    "the of for and in a an al el ul il ad as ar at ash e i de la le les los las der du des d l wa wal ye y".split()  # noqa: SIM905
)
_IRREGULAR = {
    "people": "person",
    "children": "child",
    "schoolchildren": "schoolchild",
    "wives": "wife",
    "thieves": "thief",
}


@lru_cache(maxsize=_REMEMBERED)
def fold(text: str) -> str:
    """Give `text` in lower case without accents, apostrophes and punctuation, words parted by one space."""
    if not text.isascii():
        text = "".join(mark for mark in unicodedata.normalize("NFKD", text) if not unicodedata.combining(mark))
    for mark in APOSTROPHES:
        text = text.replace(mark, "")
    text = _DOTTED.sub(lambda found: found.group().replace(".", ""), text)
    return _APART.sub(" ", text).strip().lower()


@lru_cache(maxsize=_REMEMBERED)
def is_acronym(text: str) -> bool:
    """Tell whether `text` is written like "ADF", "CPI-M", "LeT" or "M23": one short word, half of it capitals."""
    letters = [mark for mark in text if mark.isalpha()]
    capitals = sum(mark.isupper() for mark in letters)
    if " " in text or not 2 <= len(text) <= 14 or not text[0].isalnum():
        return False
    return capitals >= 1 and 2 * capitals >= len(letters) and (capitals >= 2 or any(mark.isdigit() for mark in text))


def acronym_key(text: str) -> str:
    """Give the letters and digits of an acronym, case kept: "IS-K" and "ISK", "U.N." and "UN" are one."""
    return _APART.sub("", text).replace("_", "")


@lru_cache(maxsize=_REMEMBERED)
def skeleton(folded: str) -> str:
    """Give what two transliterations of one folded name share: its consonants, without linking words."""
    bones = (_bones(word) for word in folded.split() if word not in _LINKS)
    return " ".join(bone for bone in bones if bone)


def _bones(word: str) -> str:
    if word.isdigit():
        return word
    for pair, single in _DIGRAPHS:
        word = word.replace(pair, single)
    kept = word[0] if word[0] not in _VOWELS else "a"
    for mark in word[1:]:
        if mark not in _VOWELS and mark != kept[-1]:
            kept += mark
    return kept[:-1] if len(kept) > 3 and kept.endswith("h") else kept


def content_words(folded: str) -> list[str]:
    """Give the words of a folded name that carry meaning."""
    return [word for word in folded.split() if word not in _LINKS]


def singular(word: str) -> str:
    """Give the singular of a lower-case English noun, or the word itself."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def bare(text: str) -> str:
    """Give `text` without quotation marks around it."""
    text = text.strip().strip(_QUOTES + " ,;:").lstrip(".")
    return text if _DOTTED.search(text[-5:]) else text.rstrip(". ")


def likeness(one: str, other: str, cutoff: float = 0.0) -> float:
    """Give how like two folded names are, 0 to 100 (indel ratio); 0 where below `cutoff`."""
    from rapidfuzz import fuzz  # here, not above: most names are found without it

    return float(fuzz.ratio(one, other, score_cutoff=cutoff))
