"""Whether the clause around a time speaks of what is past or of what is still to come."""

from __future__ import annotations

from vedette.dates.lexicon import words
from vedette.dates.patterns import Reading

_AHEAD = words("ahead")
_TO_COME = words("to-come")
# Words that put the time right after them ahead, and those that put it behind.
_AHEAD_BEFORE = frozenset({"until", "till", "by", "coming", "next"})
_BEHIND_BEFORE = frozenset({"since", "after", "following"})
_PAST = words("past")
_PRESENT_PASSIVE = frozenset({"is", "are", "be", "not", "remain", "remains"})
_OPENERS = words("openers")
_NOT_PAST = words("not-past")
_STOPS = frozenset(".;!?—–")
_REACH = 14


def _cue(word: str, after: str) -> bool | None:
    """Tell whether a word points ahead (True), behind (False) or nowhere."""
    if word == "would" and after == "-":
        return None
    if word in _AHEAD or (word == "to" and after in _TO_COME):
        return True
    if word in _PAST or (word.endswith("ed") and len(word) > 4 and word not in _NOT_PAST):
        return False
    return None


def looks_ahead(reading: Reading, first: int, last: int) -> bool:
    """Tell whether a time at tokens `first` to `last` lies ahead, by the nearest word that says so."""
    tokens = reading.tokens
    before = _word_before(reading, first)
    if before in _BEHIND_BEFORE:
        return False
    follower = tokens[last].lower if last < len(tokens) else ""
    if before == "for" and first < len(tokens) and "WEEKDAY" in tokens[first].keys:
        return follower not in ("'", "’")
    if before == "until" and follower == "to":
        return True
    if before == "by":
        behind = _nearest_behind(reading, first - 1)
        return bool(behind if behind is not None else _nearest_ahead(reading, last))
    if before in _AHEAD_BEFORE and _nearest_behind(reading, first - 1) is not False:
        return True
    behind, ahead = _nearest_behind(reading, first), _nearest_ahead(reading, last)
    cues = (ahead, behind) if _opens_clause(reading, first) else (behind, ahead)
    return bool(next((cue for cue in cues if cue is not None), False))


def _word_before(reading: Reading, first: int) -> str:
    """Give the word that governs a time: the bound that it begins with, or the word before it and its article."""
    tokens = reading.tokens
    if first < len(tokens) and tokens[first].lower in (*_AHEAD_BEFORE, *_BEHIND_BEFORE):
        return tokens[first].lower
    position = first - 1
    if position > 0 and tokens[position].lower in ("the", "end", "of"):
        position -= 1
    return tokens[position].lower if position >= 0 else ""


def _opens_clause(reading: Reading, first: int) -> bool:
    """Tell whether a time stands before the verb of its clause."""
    position = first - 1
    while position >= 0 and reading.tokens[position].lower in ("on", "in", "at", "the", "early", "late", "from", "by"):
        position -= 1
    if position < 0:
        return True
    before = reading.tokens[position]
    return before.lower in _OPENERS or before.text in _STOPS or before.text.endswith("m.")


def _nearest_behind(reading: Reading, first: int) -> bool | None:
    tokens = reading.tokens
    for position in range(first - 1, max(-1, first - _REACH), -1):
        if tokens[position].text in _STOPS:
            return None
        found = _cue(tokens[position].lower, tokens[position + 1].lower)
        if found is True and [token.lower for token in tokens[max(0, position - 2) : position]] == ["had", "been"]:
            return False
        if found is False and position > 0 and tokens[position - 1].lower in _PRESENT_PASSIVE:
            found = None
        if found is not None:
            return found
    return None


def _nearest_ahead(reading: Reading, last: int) -> bool | None:
    tokens = reading.tokens
    for position in range(last, min(len(tokens) - 1, last + _REACH)):
        if tokens[position].text in _STOPS:
            return None
        found = _cue(tokens[position].lower, tokens[position + 1].lower)
        if found is not None:
            return found
    return None
