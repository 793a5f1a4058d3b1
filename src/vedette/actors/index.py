"""Looks a name up in the registry: acronyms to the letter, full names by their skeleton, misspellings by likeness."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from vedette.actors.lexicon import listed
from vedette.actors.registry import Entry, Label, Registry, load_registry
from vedette.actors.wording import acronym_key, content_words, fold, is_acronym, likeness, skeleton

_LIKE_NAME = 90.0  # whole name, 0 to 100
_LIKE_WORD = 80.0  # each word: "army" and "party" (67), "northern" and "southern" (75) stay apart
_TRANSLITERATED = 75.0  # names whose skeletons are the same may differ this much in their vowels


@dataclass(frozen=True, slots=True)
class Match:
    """One registry entry that a name can mean, by which of its labels, and how alike, 0 to 1."""

    entry: Entry
    label: Label
    likeness: float


@lru_cache(maxsize=5_000)
def find_matches(name: str) -> tuple[Match, ...]:
    """Give every entry that `name` can mean, exact labels before likenesses; none where the registry has none.

    Acronyms must have their capitals ("US" is not "us"); a name of one word must stand as it is listed.
    """
    registry = load_registry()
    return _acronyms(name, registry) or _names(name, registry)


def _acronyms(name: str, registry: Registry) -> tuple[Match, ...]:
    if " " in name.strip():
        return ()
    table = registry.tables["index"]["acronyms"]
    key = acronym_key(name)
    if key in table:
        if key.isalpha() and not any(mark.isupper() for mark in key):
            return ()
        return _matches(table[key], registry, 1.0)
    spoken = key.istitle() and len(key) >= 4 and key.lower() not in listed("plain")  # "Isis", "Unicef", "Farc"
    return _matches(table[key.upper()], registry, 0.97) if spoken and key.upper() in table else ()


def _names(name: str, registry: Registry) -> tuple[Match, ...]:
    key = fold(name).removeprefix("the ")
    index = registry.tables["index"]
    words = content_words(key)
    if not words:
        return ()
    if key in index["names"]:
        found = _matches(index["names"][key], registry, 1.0)
        return tuple(match for match in found if _written_as_name(name, match, len(words)))
    if is_acronym(name) or (len(words) < 2 and len(key) < 7) or name.islower():
        return ()
    like = [other for other in index["skeletons"].get(skeleton(key), ()) if _same_sound(key, other)]
    like = like or ([_nearest(key, words, index["words"])] if len(words) >= 2 else [])
    return tuple(
        match
        for other in like
        if other
        for match in _matches(index["names"][other], registry, likeness(key, other) / 100)
        if _written_as_name(name, match, len(words)) and (len(words) > 1 or match.entry.kind.kind == "armed-group")
    )


def _written_as_name(name: str, match: Match, words: int) -> bool:
    """Tell whether `name` has the capitals of a name: "Dawn" the paper is not "dawn", "white army" may be anything."""
    if match.label.text[:1].islower() and match.label.text == match.label.text.lower():
        return True  # "hilltop youth", "village guards": the label has no capitals itself
    capitals = any(mark.isupper() for mark in name)
    if words == 1:
        return name[:1].isupper() or (capitals and "-" in name) or (not capitals and _unmistakable(match))
    return capitals or _unmistakable(match)


def _unmistakable(match: Match) -> bool:
    """Tell whether the label can be nothing but this actor even in small letters: foreign and long, as "taliban"."""
    return match.entry.kind.kind == "armed-group" and fold(match.label.text) in listed("unmistakable")


def _same_sound(key: str, other: str) -> bool:
    if len(content_words(key)) < 2:  # one word: only the vowels inside may differ, as in Hizballah for Hezbollah
        return len(key) == len(other) and key[0] == other[0] and likeness(key, other) >= _TRANSLITERATED
    return likeness(key, other) >= _TRANSLITERATED and _digits(key) == _digits(other)


def _nearest(key: str, words: list[str], table: dict[str, list[str]]) -> str | None:
    rows = {other for word in words for other in table.get(skeleton(word), ())}
    best: tuple[float, str] | None = None
    for other in sorted(rows):
        if abs(len(other) - len(key)) > 4:
            continue
        score = likeness(key, other, _LIKE_NAME)
        if score and (best is None or score > best[0]) and _alike_word_by_word(words, content_words(other)):
            best = (score, other)
    return best[1] if best else None


def _alike_word_by_word(words: list[str], others: list[str]) -> bool:
    if len(words) != len(others):
        return False
    return all(
        word == other or (not _digits(word + other) and likeness(word, other) > _LIKE_WORD)
        for word, other in zip(words, others, strict=True)
    )


def _digits(text: str) -> str:
    return "".join(mark for mark in text if mark.isdigit())


def _matches(rows: list[list[object]], registry: Registry, likeness: float) -> tuple[Match, ...]:
    found = []
    for actor_id, number in rows:
        entry = registry.entry(str(actor_id))
        found.append(Match(entry, entry.labels[int(str(number))], likeness))
    return tuple(found)
