"""What is claimed or denied of a deed, and what is said of it where nobody claims it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from vedette.links.signals import any_of, load_signals
from vedette.records import Account, ActorValue, Assertion, Certainty, Event, EventType, Role, Span, Stance


class WordKind(StrEnum):
    """What a claim or a denial says of its deed."""

    CLAIMED = "claimed"
    UNCLAIMED = "unclaimed"
    HAND_DENIED = "hand-denied"
    DEED_DENIED = "deed-denied"
    DENIED = "denied"  # which of the two is not plain


@dataclass(frozen=True, slots=True)
class Word:
    """A CLAIM or DENY (`event`) on the event `deed`, both ids; `spans` are its words, `rule` how its kind was read."""

    deed: str
    event: str
    kind: WordKind
    rule: str
    spans: tuple[Span, ...]


def find_words_on_deeds(account: Account) -> tuple[Word, ...]:
    """Give what is claimed or denied of the account's deeds, in the order of its events."""
    by_id = {event.id: event for event in account.events}
    found = []
    for event in account.events:
        deed = by_id.get(event.of_event or "")
        if deed is not None:
            kind, rule = _kind(account, event, deed)
            found.append(Word(deed.id, event.id, kind, rule, event.triggers))
    return tuple(found)


def _kind(account: Account, event: Event, deed: Event) -> tuple[WordKind, str]:
    if event.type is EventType.CLAIM:
        unclaimed = event.stance in (Stance.NEGATED, Stance.DENIED)
        return (WordKind.UNCLAIMED, "claim-negated") if unclaimed else (WordKind.CLAIMED, "claim")
    words = " ".join(span.text for span in _words_denied(account, event))
    if _says("hand", words):
        return WordKind.HAND_DENIED, "hand-by-words"
    if _says("deed", words):
        return WordKind.DEED_DENIED, "deed-by-words"
    if _denies_a_hand(event, deed):
        return WordKind.HAND_DENIED, "hand-by-actor"
    if deed.stance in (Stance.DENIED, Stance.NEGATED):
        return WordKind.DEED_DENIED, "deed-by-stance"
    return WordKind.DENIED, "denied-unsettled"


def _words_denied(account: Account, event: Event) -> Sequence[Span]:
    """Give the words of a denial: itself, what it is about, and what those say whose cue it is."""
    objects = [span for assertion in event.in_role(Role.OBJECT) for span in assertion.value.spans]
    contents = [
        said.content for said in account.attributions if any(said.cue.overlaps(span) for span in event.triggers)
    ]
    return [*event.triggers, *objects, *contents]


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(load_signals()[kind])})\b", re.IGNORECASE)


def _says(kind: str, words: str) -> bool:
    return _pattern(kind).search(words) is not None


def _denies_a_hand(event: Event, deed: Event) -> bool:
    """Tell whether the deed names the one who denies it as an actor that denies."""
    denier = _who(event.in_role(Role.ACTOR))
    return bool(denier & _who([one for one in deed.in_role(Role.ACTOR) if one.certainty is Certainty.DENIED]))


def _who(assertions: Sequence[Assertion]) -> frozenset[str | Span]:
    """Name actors by their key in the registry, else by their words' places: names may be withheld."""
    values = [assertion.value for assertion in assertions if isinstance(assertion.value, ActorValue)]
    return frozenset(key for value in values for key in ([value.actor_id] if value.actor_id else value.spans))
