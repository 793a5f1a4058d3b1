"""Decides between registry entries that one name can mean, or refuses to: the countries of the document decide."""

from __future__ import annotations

from collections.abc import Sequence

from vedette.actors.index import Match
from vedette.actors.lexicon import common_words, listed
from vedette.actors.nations import Surroundings
from vedette.actors.registry import OWN, PRESS, Entry
from vedette.actors.wording import content_words, fold, is_acronym
from vedette.records import ActorCandidate

_MARGIN = 0.12  # the best must lead the second by this much, else the name stays unresolved
_COUNTRY = 0.35  # what the document's countries can add
_HOME = 0.6  # of that, for the main country alone
_TOO_EARLY = 0.4
_LONG_GONE = 0.15
_OF_STATES = ("government", "military", "police", "intelligence", "party")
_SHORT_ACRONYM = 3  # letters; such acronyms are shared by too many to be taken where the countries speak against it


def rank(matches: Sequence[Match], surroundings: Surroundings, year: int | None) -> tuple[ActorCandidate, ...]:
    """Give one candidate for each entry, best first; scores are 0 to 1 and comparable within one name."""
    best: dict[str, ActorCandidate] = {}
    concerned = {code: None for match in matches for code in match.entry.countries}
    of_all = surroundings.share(tuple(concerned)) or 1.0  # words on other countries say nothing for or against
    for match in matches:
        score = round(max(0.0, min(1.0, _score(match, surroundings, of_all, year))), 3)
        known = best.get(match.entry.id)
        if known is None or score > known.score:
            best[match.entry.id] = ActorCandidate(match.entry.id, match.entry.name, score, match.label.of)
    return tuple(sorted(best.values(), key=lambda candidate: (-candidate.score, candidate.actor_id)))


def winner(
    name: str,
    matches: Sequence[Match],
    candidates: Sequence[ActorCandidate],
    surroundings: Surroundings,
    year: int | None,
) -> Entry | None:
    """Give the entry that `name` means, None where two are too close or the document speaks of other countries."""
    if not candidates or (len(candidates) > 1 and candidates[0].score - candidates[1].score < _MARGIN):
        return None
    if len(candidates) > 1 and is_acronym(name) and not surroundings.total:
        return None  # whose label it is decides nothing where no country is spoken of
    match = max(
        (match for match in matches if match.entry.id == candidates[0].actor_id), key=lambda match: match.likeness
    )
    if year is not None and match.entry.since is not None and year < match.entry.since - 1:
        return None  # the report is older than the group; one year's grace, since founding dates are soft
    elsewhere = surroundings.total and match.entry.countries and surroundings.share(match.entry.countries) == 0
    if elsewhere and _could_be_anybody(name, match):
        return None
    if match.label.text.islower() and match.entry.countries and not surroundings.total:
        return None
    return match.entry


def _could_be_anybody(name: str, match: Match) -> bool:
    """Tell whether a name is too common to be taken for this entry in a document that never names its countries."""
    kind = match.entry.kind.kind
    words = content_words(fold(match.label.text))
    if kind == "media":
        return len(words) == 1 and words[0] in listed("media") | common_words()
    if is_acronym(name):
        return sum(mark.isalnum() for mark in name) <= _SHORT_ACRONYM or kind in _OF_STATES
    return kind in _OF_STATES or match.label.text.islower() or all(word in common_words() for word in words)


def _score(match: Match, surroundings: Surroundings, of_all: float, year: int | None) -> float:
    entry, label = match.entry, match.label
    score = 0.65 if label.text == entry.name else {OWN: 0.6, PRESS: 0.5}.get(label.of, 0.35)
    if label.of not in (OWN, PRESS) and surroundings.share([label.of[-2:]]):
        score += 0.15  # a government's word for a group counts where that government is spoken of
    score -= 0.05 if label.former else 0.0
    score -= 1.0 - match.likeness
    main = surroundings.share(entry.countries[:1])  # most of what a group does, it does at home
    score += _COUNTRY * (_HOME * main + (1 - _HOME) * surroundings.share(entry.countries)) / of_all
    if year is not None and entry.since is not None and year < entry.since:
        score -= _TOO_EARLY
    if year is not None and entry.until is not None and year > entry.until + 3:
        score -= _LONG_GONE
    return score
