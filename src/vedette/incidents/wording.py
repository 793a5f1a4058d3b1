"""The words of a text that tell one happening from another: stems of content words, and proper names."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable
from importlib import resources

import yaml

from vedette.records import Span

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ENDINGS = ("ings", "ing", "ers", "ies", "ed", "es", "er", "s")
_SHORTEST_STEM = 4
_STEM = 6  # letters: "explosion", "explosive" and "exploded" share them
_SHORTEST_NAME = 3
_PHRASE = 3  # words before a noun that can belong to it
_NEW_CLAUSE = re.compile(r"[.,;:!?()]")


@functools.cache
def _words_listed(name: str) -> frozenset[str]:
    lists = yaml.safe_load((resources.files("vedette.incidents") / "wordlists.yaml").read_text(encoding="utf-8"))
    return frozenset(lists[name].split())


@functools.cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(stem(word) for word in _words_listed(name))


def fold(word: str) -> str:
    """Give a word in small letters without accents."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", word.lower()) if not unicodedata.combining(sign))


@functools.lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Cut a word to what its forms share; crude, but the same for every form that matters here."""
    folded = fold(word).replace("’", "'").removesuffix("'s")
    for ending in _ENDINGS:
        if folded.endswith(ending) and len(folded) - len(ending) >= _SHORTEST_STEM:
            folded = folded[: -len(ending)]
            break
    return folded[:_STEM]


def content_stems(text: str) -> frozenset[str]:
    """Give the stems of a text's words that say what it tells."""
    stems = {stem(word) for word in _WORD.findall(text) if len(word) >= _SHORTEST_STEM}
    return frozenset(stems - _listed("idle") - _listed("calendar"))


def rare_stems(text: str) -> frozenset[str]:
    """Give the content stems that not every report on violence has."""
    return content_stems(text) - _listed("common")


def place_stems(names: Iterable[str]) -> frozenset[str]:
    """Give the stems that name a place, not its kind: "nampen" of "the town of Nampende".

    Small letters count only where there are no others, as in a feed that has none.
    """
    words = {word for name in names for word in _WORD.findall(name) if len(word) >= _SHORTEST_NAME}
    stems = {stem(word) for word in {word for word in words if word[0].isupper()} or words}
    return frozenset(stems - _listed("place") - _listed("idle"))


def names_in(text: str, sentences: Iterable[Span]) -> frozenset[str]:
    """Give the proper names in these sentences of a text, word by word, folded; a sentence's first word is left out."""
    names = set()
    for sentence in sentences:
        found = list(_WORD.finditer(text, sentence.start, sentence.end))
        for match in found[1:]:
            word = match.group()
            if word[0].isupper() and len(word) >= _SHORTEST_NAME:
                names.add(stem(word))
    return frozenset(names - _listed("calendar") - _listed("idle") - _listed("common") - _listed("place"))


def is_set_off(before: str) -> bool:
    """Tell whether the words before a happening's own set it off from another one: "a second", "another car"."""
    phrase = _NEW_CLAUSE.split(before)[-1]
    return not _words_listed("set_off").isdisjoint(word.lower() for word in _WORD.findall(phrase)[-_PHRASE:])


def whom(text: str) -> str:
    """Say whom a count counts: "attackers", "forces", or "people" for everybody else and where it is not told."""
    # Whole words: "kidnappers" have the stem of those whom they kidnapped.
    words = {fold(part) for word in _WORD.findall(text) for part in word.split("-")}
    return next((kind for kind in ("attackers", "forces") if words & _words_listed(kind)), "people")


def voice_stems(text: str) -> frozenset[str]:
    """Give the stems of the words that name who says something: "police" of "the police", "jw" of "JW"."""
    words = {word for word in _WORD.findall(text) if len(word) >= _SHORTEST_STEM or word.isupper()}
    return frozenset({stem(word) for word in words} - _listed("idle") - _listed("calendar"))


def names_nobody(text: str) -> bool:
    """Tell whether the words for who says something may mean others in each report: "witnesses", "one of them"."""
    return voice_stems(text) <= _listed("anybody")


def overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """Give the share of the smaller set that the larger one holds; 0 where either is empty."""
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0
