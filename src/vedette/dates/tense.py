"""Whether the clause around a time speaks of what is past or of what is still to come."""

from __future__ import annotations

import itertools

from vedette.dates.lexicon import words
from vedette.dates.patterns import Reading

_AHEAD = words("ahead")
_TO_COME = words("to-come")
# Words that put the time right after them ahead, and those that put it behind.
_AHEAD_BEFORE = frozenset({"until", "till", "by", "coming", "next"})
_BEHIND_BEFORE = frozenset({"since", "after", "following"})
_PAST = words("past")
# "agreed to leave by Monday", "threatened to strike from Friday": what was to come is dated, not the speaking.
_PROMISES = words("promises")
_REACHING_AHEAD = frozenset({"by", "from", "before"})
_GOVERNING = _AHEAD_BEFORE | _BEHIND_BEFORE | _REACHING_AHEAD
# "allowed them to return in February": what the infinitive tells has happened.
_DONE_BEFORE_TO = words("done-before-to")
_INFINITIVE_REACH = 3
# "offered to receive them on Saturday": the day is that of the offer, not of the offering.
_MEANING_TO = words("meaning-to")
# "called for a strike on Wednesday": the strike is dated, not the call.
_ANNOUNCED = frozenset({"announced", "announces", "announcing"})
_CALLS = frozenset({"called", "calling", "calls", "convoked", "convened"}) | _ANNOUNCED
_TELLS_OF_DEEDS = frozenset({"that", "air", "drone", "missile", "airstrikes", "its"})  # "announced air strikes"
_CALLED_FOR = words("called-for")
_CALL_REACH = 8
# "talks resume at noon", "who meet on Friday": the present tense of what is on the calendar.
_ON_THE_CALENDAR = words("on-the-calendar")
# "an exchange planned for March fell through": a participle, with the verb of the clause after the time.
_PARTICIPLES = frozenset({"planned", "due", "scheduled", "expected", "set"})
_AUXILIARIES = frozenset({"is", "was", "are", "were", "be", "been", "being", "has", "have", "had", "not"})
_PARTICIPLE_REACH = 3
_PREDICATE_REACH = 6
_SUBORDINATE = frozenset(
    {"that", "which", "who", "when", "where", "while", "because", "as", "and", "but", "said", "says"}
)
_PRESENT_PASSIVE = frozenset({"is", "are", "be", "not", "remain", "remains", "stay", "stays"})
# "is to host", "were due to swap": what a form of "be" and an infinitive tell is still to come.
_NO_INFINITIVE = frozenset({"the", "a", "an", "his", "her", "its", "their", "this", "that", "what", "which"})
_WAS_TO_HAVE = (["was", "to", "have"], ["were", "to", "have"])  # "was to have opened the bridge on Saturday"
_MODALS = frozenset({"will", "would", "shall", "must", "may", "can", "could", "should", "to"})
_ARTICLES = frozenset({"the", "a", "an"})
_BE = frozenset({"is", "are", "was", "were", "be"})
_BOUND_TO = frozenset({"due", "set", "about", "bound", "supposed", "likely", "ready"})
# "against their will": no verb.
_NOUN_BEFORE_WILL = frozenset({"a", "the", "his", "her", "its", "their", "my", "our", "your", "own", "free", "good"})
# "the fourth teacher to be murdered": what has come so far is counted.
_ORDINAL_REACH = 8
_ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})
_LAST_OF_ALL = frozenset({"only", "latest", "last"})
# "had been pledged to the bank": no infinitive follows.
_PASSIVES = frozenset({"been", "being"})
_TO_LEARN = frozenset({"do", "know", "learn", "understand", "hear"})  # "wants to know why a warning in July was missed"
_OPENERS = words("openers")
_NOT_PAST = words("not-past")
_PAST_IN_EED = frozenset({"agreed", "disagreed", "freed", "decreed", "guaranteed"})
# "announced the plan": a noun, which says nothing of what is to come.
_NOUN_OR_VERB = frozenset({"plan", "plans", "hope", "hopes"})
_BEFORE_NOUN = words("before-noun")
# "extended the curfew until 30 June": what is lengthened now ends ahead.
_LENGTHENED = frozenset({"extended", "extends", "prolonged", "prolongs", "renewed", "postponed", "adjourned"})
_NO_LATER = (["later", "than"], ["earlier", "than"], ["sooner", "than"])  # "no later than Friday"
_PUT = frozenset({("put", "off"), ("put", "back"), ("brought", "forward"), ("moved", "forward"), ("pushed", "back")})
_SET = frozenset({"set", "down", "foreseen", "planned", "slated", "scheduled", "due", "fixed", "billed"})
_CLAUSE_JOINS = frozenset({"and", "but"})
_STOPS = frozenset(".;!?—–")
_REACH = 14


def _is_stop(reading: Reading, position: int) -> bool:
    """Tell the end of a clause; the dot of "U.S." or of "Daniel P. Davison" is none."""
    mark = reading.tokens[position].text
    if mark != ".":
        return mark in _STOPS
    before = reading.tokens[position - 1] if position > 0 else None
    return before is None or not (before.text.isalpha() and before.capital and len(before.text) == 1)


def _cue_at(reading: Reading, position: int) -> bool | None:
    """Tell whether the word at a position points ahead (True), behind (False) or nowhere."""
    word, after = reading.tokens[position].lower, reading.tokens[position + 1].lower
    before = reading.tokens[position - 1].lower if position > 0 else ""
    if (
        (word == "would" and after == "-")
        or (word == "must" and after == "have")
        or (word == "will" and before in _NOUN_BEFORE_WILL)
    ):
        return None
    if word in _NOUN_OR_VERB and before in _BEFORE_NOUN and after not in ("to", "for"):
        return None
    if word == "to" and _is_counted(reading, position):
        return False
    if word in _AHEAD or (word == "to" and (after in _TO_COME or _is_bound_to(reading, position))):
        return True
    if before in _ARTICLES and word.endswith("ed"):
        return None  # "the wounded", "a planned march"
    if before in _MODALS and not word.endswith("ed"):
        return None  # "will cut", "to set"
    if _is_past(word):
        return _lowers(reading, position - 3, position) in _WAS_TO_HAVE
    return None


def _is_bound_to(reading: Reading, position: int) -> bool:
    """Tell "is to host" and "was set to go" at the "to": the infinitive is still to come."""
    behind = _lowers(reading, position - 2, position)
    after = reading.tokens[position + 1]
    if not after.text.isalpha() or after.keys or after.lower in _NO_INFINITIVE:
        return False
    if not behind:
        return False
    return behind[-1] in _BE - {"be"} or (len(behind) > 1 and behind[-1] in _BOUND_TO and behind[0] in _BE)


def _is_counted(reading: Reading, position: int) -> bool:
    """Tell "the fourth teacher to be murdered" at the "to": it counts what has happened."""
    start = position
    while (
        start > max(0, position - _ORDINAL_REACH)
        and not _is_stop(reading, start - 1)
        and reading.tokens[start - 1].text != ","
    ):
        start -= 1
    return any(
        "ORDINAL" in token.keys or token.lower in _LAST_OF_ALL or (token.glued and token.lower in _ORDINAL_ENDINGS)
        for token in reading.tokens[start:position]
    )


def _is_past(word: str) -> bool:
    regular = word.endswith("ed") and len(word) > 4 and not word.startswith("un")
    if word.endswith("eed") and word not in _PAST_IN_EED:
        return False  # "proceed", "succeed"
    return word in _PAST or (regular and word not in _NOT_PAST)


def looks_ahead(reading: Reading, first: int, last: int) -> bool:
    """Tell whether a time at tokens `first` to `last` lies ahead, by the nearest word that says so."""
    tokens = reading.tokens
    before = _word_before(reading, first)
    if before in _BEHIND_BEFORE:
        return False
    if _is_past_participle(reading, first, last):
        return False
    follower = tokens[last].lower if last < len(tokens) else ""
    if before == "for" and first < len(tokens) and "WEEKDAY" in tokens[first].keys:
        return follower not in ("'", "’")
    if _is_set_for(reading, before, first):
        return True
    if before == "until" and follower == "to":
        return not _was_given(reading, first)
    if _is_promised(reading, before, first) or _is_on_the_calendar(reading, before, first):
        return True
    if before == "by":
        behind = _nearest_behind(reading, first - 1)
        return bool(behind if behind is not None else _nearest_ahead(reading, last))
    if before in ("until", "till") and _is_lengthened(reading, first):
        return True
    if before in ("until", "till") and follower == "," and _opens_clause(reading, first - 1):
        return bool(_nearest_ahead(reading, last + 1))
    if before in _AHEAD_BEFORE and _nearest_behind(reading, first - 1) is not False:
        return True
    if _lowers(reading, first - 3, first) in (["as", "soon", "as"], ["as", "early", "as"]):
        cues = (_nearest_behind(reading, first - 3), _nearest_ahead(reading, last))
        return bool(next((cue for cue in cues if cue is not None), True))
    behind, ahead = _nearest_behind(reading, first), _nearest_ahead(reading, last)
    cues = (ahead, behind) if _opens_clause(reading, first) else (behind, ahead)
    return bool(next((cue for cue in cues if cue is not None), False))


def _lowers(reading: Reading, first: int, last: int) -> list[str]:
    return [token.lower for token in reading.tokens[max(0, first) : max(0, last)]]


def _is_lengthened(reading: Reading, first: int) -> bool:
    """Tell "extended the curfew until 30 June", "put off until Sunday"."""
    behind = _lowers(reading, _clause_start(reading, first), first)
    return not _LENGTHENED.isdisjoint(behind) or not _PUT.isdisjoint(itertools.pairwise(behind))


def _is_set_for(reading: Reading, before: str, first: int) -> bool:
    """Tell "sentencing is set for September", "brought forward to mid-May"."""
    if before == "for":
        return not _SET.isdisjoint(_lowers(reading, first - 2, first - 1))
    return before == "to" and _is_lengthened(reading, first)


def _was_given(reading: Reading, first: int) -> bool:
    """Tell "had given the navy until May to leave", told from later on."""
    behind = _lowers(reading, first - _CALL_REACH, first)
    return "had" in behind and ("given" in behind or "been" in behind)


def _is_past_participle(reading: Reading, first: int, last: int) -> bool:
    """Tell "due on Friday was called off": a participle's time, with the past verb of the clause after it."""
    if not _is_told_of(reading, last):
        return False
    for position in range(first - 1, max(0, first - 1 - _PARTICIPLE_REACH), -1):
        if reading.tokens[position].lower in _PARTICIPLES:
            return reading.tokens[position - 1].lower not in _AUXILIARIES
    return False


def _is_told_of(reading: Reading, last: int) -> bool:
    """Tell whether a past verb follows: at once, or as "was" or "were" a few words on ("in Avala, was headed off")."""
    tokens = reading.tokens
    if last < len(tokens) and _is_past(tokens[last].lower):
        return True
    for position in range(last, min(len(tokens), last + _PREDICATE_REACH)):
        if _is_stop(reading, position) or tokens[position].lower in _SUBORDINATE:
            return False
        if tokens[position].lower in ("was", "were"):
            return True
    return False


def _clause_start(reading: Reading, first: int) -> int:
    """Give where the words before a time begin that belong to its sentence, within reach."""
    start = first
    while start > max(0, first - _REACH) and not _is_stop(reading, start - 1):
        start -= 1
    return start


def _is_promised(reading: Reading, before: str, first: int) -> bool:
    """Tell whether the time belongs to what was promised, threatened or called for, rather than to the speaking."""
    behind = _lowers(reading, _clause_start(reading, first), first)
    promise = max((at for at, word in enumerate(behind) if word in _PROMISES), default=None)
    if promise is not None and before in _REACHING_AHEAD:
        return "to" in behind[promise + 1 :] or before == "from"
    call = max((at for at, word in enumerate(behind) if word in _CALLS), default=None)
    if call is None or len(behind) - call > _CALL_REACH + 1:
        return False
    called_for = behind[call + 1 : call + 2] == ["for"] or "for" in behind[call + 1 : call + 3]
    passive = call > 0 and behind[call - 1] in _AUXILIARIES
    called_for = called_for or (behind[call] in _ANNOUNCED and _TELLS_OF_DEEDS.isdisjoint(behind[call:]))
    held = behind[call:] if called_for else behind[:call] if passive else []
    return not _CALLED_FOR.isdisjoint(held)


def _is_on_the_calendar(reading: Reading, before: str, first: int) -> bool:
    """Tell the present tense of what is to come: "leaders, who hold a summit on Friday"."""
    if before not in ("on", "at"):
        return False
    behind = _lowers(reading, _clause_start(reading, first), first)
    verbs = [at for at, word in enumerate(behind) if word in _ON_THE_CALENDAR and at > 0]
    if not verbs or any(_is_past(word) or word in _CLAUSE_JOINS for word in behind[verbs[-1] + 1 :]):
        return False
    leads = behind[verbs[-1] - 1]
    return leads not in ("to", "the", "a", "its", "their", "not", "did", "of", "could") and not _is_past(leads)


def _word_before(reading: Reading, first: int) -> str:
    """Give the word that governs a time: the bound that it begins with, or the word before it and its article."""
    tokens = reading.tokens
    if first < len(tokens) and tokens[first].lower in _GOVERNING:
        return tokens[first].lower
    if _lowers(reading, first + 1, first + 3) in _NO_LATER:
        return "by"
    position = first - 1
    if position > 0 and tokens[position].lower in ("the", "end", "of"):
        position -= 1
    if _lowers(reading, position - 1, position + 1) in _NO_LATER:
        return "by"
    return tokens[position].lower if position >= 0 else ""


def _opens_clause(reading: Reading, first: int) -> bool:
    """Tell whether a time stands before the verb of its clause."""
    position = first - 1
    while position >= 0 and reading.tokens[position].lower in ("on", "in", "at", "the", "early", "late", "from", "by"):
        position -= 1
    if position < 0:
        return True
    before = reading.tokens[position]
    return before.lower in _OPENERS or _is_stop(reading, position) or before.text.endswith("m.")


def _nearest_behind(reading: Reading, first: int) -> bool | None:
    tokens = reading.tokens
    for position in range(first - 1, max(-1, first - _REACH), -1):
        if _is_stop(reading, position):
            return None
        if position + 1 < first and _is_meant(reading, position):
            return True
        found = _cue_at(reading, position)
        if found is True and _had_been(reading, position):
            return False
        if found is False and position > 0 and tokens[position - 1].lower in _PRESENT_PASSIVE:
            found = None
        if found is True and tokens[position].lower == "to" and _is_done(reading, position):
            found = False
        if found is not None:
            return found
    return None


def _had_been(reading: Reading, position: int) -> bool:
    """Tell what had been to come by then: "had been due", "had been scheduled to expire"."""
    verb = position - 1 if reading.tokens[position].lower == "to" else position
    return _lowers(reading, verb - 2, verb) == ["had", "been"]


def _is_meant(reading: Reading, position: int) -> bool:
    """Tell "offered to receive" at a position: the infinitive is still to come."""
    words_here = _lowers(reading, position - 1, position + 3)
    before, verb, follower = words_here[:3] if position > 0 else ("", *words_here[:2])
    if verb not in _MEANING_TO or follower != "to" or before == "had" or before in _PASSIVES:
        return False
    return words_here[-1] not in _TO_LEARN | _NO_INFINITIVE


def _is_done(reading: Reading, position: int) -> bool:
    """Tell "allowed them to return": the infinitive tells what has happened."""
    return not _DONE_BEFORE_TO.isdisjoint(_lowers(reading, position - _INFINITIVE_REACH, position))


def _nearest_ahead(reading: Reading, last: int) -> bool | None:
    tokens = reading.tokens
    for position in range(last, min(len(tokens) - 1, last + _REACH)):
        if _is_stop(reading, position):
            return None
        found = _cue_at(reading, position)
        if found is not None:
            return found
    return None
