"""Gives capitals back to a text that has none or nothing else, so that names can be told from common words."""

from __future__ import annotations

import re

from vedette.actors.lexicon import find_organ, find_role, listed
from vedette.actors.registry import load_registry
from vedette.actors.wording import fold

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_DOTTED = re.compile(r"(?:\b[A-Za-z]\.){2,}")
_BRACKETED = re.compile(r"[(\[]([^\W\d_]{2,6})[)\]]")
_SAMPLE = 3000  # characters looked at
_ENOUGH = 40  # letters: a shorter text may have no capitals by chance
_FEW, _MANY = 0.005, 0.6  # shares of capitals among letters: news in sentence case has about 0.04


def is_caseless(text: str) -> bool:
    """Tell whether capitals tell nothing in `text`: there are almost none, or almost nothing else."""
    letters = sum(map(str.isalpha, text[:_SAMPLE]))
    capitals = sum(map(str.isupper, text[:_SAMPLE]))
    return letters >= _ENOUGH and not _FEW < capitals / letters < _MANY


def recase(text: str) -> str:
    """Give `text`, of the same length, with a capital on every word that is no common word; known acronyms in full."""
    made = _WORD.sub(lambda found: _recased(found.group()), text)
    made = _DOTTED.sub(lambda found: found.group().upper(), made)
    made = _BRACKETED.sub(lambda found: found.group().upper(), made)
    return made if len(made) == len(text) else text


def _recased(word: str) -> str:
    lower = word.lower()
    folded = fold(lower)
    if folded in listed("pronouns") or folded in listed("name_links") or folded in listed("small"):
        return lower
    acronyms = load_registry().tables["index"]["acronyms"]
    if len(word) >= 3 and word.upper() in acronyms and folded not in listed("plain"):
        return word.upper()
    common = find_role([folded]) is not None or find_organ(folded) is not None
    grouping = any(folded in listed(name) for name in ("armed", "perhaps_armed", "official", "in_names"))
    return lower if common and not grouping else lower[:1].upper() + lower[1:]
