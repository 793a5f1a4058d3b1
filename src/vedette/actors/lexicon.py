"""Looks up what common words tell of somebody who has no name: roles, titles, state organs, lists of words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from vedette.actors.registry import load_registry
from vedette.actors.wording import singular

_LONGEST_ROLE = 4
_LONGEST_TITLE = 4


@dataclass(frozen=True, slots=True)
class Told:
    """What a role word or a title tells: category and sector, whether it is a thing, and how many words it took."""

    category: str | None
    sector: str | None
    thing: bool
    words: int
    word: str

    @property
    def fights(self) -> bool:
        """Tell whether whoever has this role fights outside a state's forces."""
        return self.category in ("fighter", "militia", "attacker")


@cache
def listed(name: str) -> frozenset[str]:
    """Give one list of ``data/words.yaml``, such as "members" or "armed"."""
    return frozenset(load_registry().tables["words"][name])


@cache
def common_words() -> frozenset[str]:
    """Give the words that any group's label may have: a label of nothing but these names nobody for sure."""
    return listed("common") | listed("armed") | listed("perhaps_armed") | listed("official")


def find_role(words: Sequence[str]) -> Told | None:
    """Give what the longest role that ends the folded `words` tells, plural or singular."""
    roles = load_registry().tables["roles"]
    for size in range(min(_LONGEST_ROLE, len(words)), 0, -1):
        tail = list(words[-size:])
        for last in (tail[-1], singular(tail[-1])):
            key = " ".join([*tail[:-1], last])
            if key in roles:
                category, sector, thing = roles[key]
                return Told(category, sector, thing, size, key)
    return None


def find_title(words: Sequence[str]) -> Told | None:
    """Give what the longest title that begins the folded `words` tells, roles before a name among them."""
    tables = load_registry().tables
    for size in range(min(_LONGEST_TITLE, len(words) - 1), 0, -1):
        key = " ".join(words[:size])
        if key in tables["titles"]:
            category, sector = tables["titles"][key]
            return Told(category, sector, False, size, key)
        if key in tables["roles"] and not tables["roles"][key][2]:
            category, sector, _ = tables["roles"][key]
            return Told(category, sector, False, size, key)
    return None


def find_organ(text: str) -> str | None:
    """Give the id of the state organ that the folded `text` names ("foreign ministry"), None where it is none."""
    return _organ_words().get(text)


@cache
def _organ_words() -> dict[str, str]:
    words: dict[str, str] = {}
    for organ, row in load_registry().tables["organs"].items():
        for word in row["words"]:
            words.setdefault(word, organ)
    return words
