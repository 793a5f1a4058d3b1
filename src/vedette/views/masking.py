"""Keeps the names of private persons out of what leaves the house.

Whom this covers: persons (`ActorValue.kind` "person") to whom something is done, persons in any role whom no registry
knows, and those by whom a party is told ("lawyer for Ahmed Khan"). The name goes everywhere in the document, not only
at the value: a victim named in the third sentence is "Mr Khan" in the ninth.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from vedette.records import Account, ActorValue, PlaceValue
from vedette.records.privacy import PERSON, TITLES, WITHHELD, private_names

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
Offsets = tuple[tuple[int, int], ...]
Name = tuple[str, ...]
Names = dict[str, tuple[Name, ...]]


@dataclass(frozen=True, slots=True)
class Mask:
    """Names to withhold from one document, folded to lower case.

    `words` are the words of the names of this document's own people that count by themselves, with a capital: "Khan" of
    "Ahmed Khan", not "for" of "Minister for Trade Ahmed Khan"; `names` are whole names, by their first word, of the
    people of all documents. `open_names` are names of places and of registered actors, which stay readable although
    a person may share a word with them.
    """

    words: frozenset[str] = frozenset()
    names: Names = field(default_factory=dict)
    open_names: Names = field(default_factory=dict)

    def find(self, text: str) -> Offsets:
        """Give where names stand in `text`, in order; neighbouring words of a name are one stretch."""
        if not self.names:
            return ()
        words = list(WORD.finditer(text))
        folded = [_fold(match.group()) for match in words]
        hidden: list[tuple[int, int]] = []
        position = 0
        while position < len(words):
            alone = folded[position] in self.words and not words[position].group().islower()
            name = _longest(self.names, folded, position) or int(alone)
            readable = _longest(self.open_names, folded, position)
            if name > readable or name == readable > 1:
                start, end = words[position].start(), words[position + name - 1].end()
                if hidden and not text[hidden[-1][1] : start].strip(" .-\t"):
                    start = hidden.pop()[0]
                hidden.append((start, end))
                position += name
            else:
                position += max(readable, 1)
        return tuple(hidden)

    def apply(self, text: str) -> str:
        """Give `text` with each name replaced by words that say so."""
        for start, end in reversed(self.find(text)):
            text = text[:start] + WITHHELD + text[end:]
        return text


def build_masks(accounts: Sequence[Account]) -> dict[str, Mask]:
    """Make each document's mask, by document id, from the people in all `accounts`."""
    people = {account.document.id: _person_names(account) for account in accounts}
    folded = {tuple(map(_fold, name)) for names in people.values() for name in names}
    shared = _by_first_word(name for name in folded if set(name) - TITLES)
    return {
        account.document.id: Mask(
            words=frozenset(_fold(word) for name in people[account.document.id] for word in name if not word.islower())
            - TITLES,
            names=shared,
            open_names=_by_first_word(_open_names(account)) if shared else {},
        )
        for account in accounts
    }


def _person_names(account: Account) -> set[Name]:
    """Give the names of the private persons of one document, as they stand."""
    told = [(item.role, item.value) for event in account.events for item in event.assertions]
    tied = [(None, party) for tie in account.ties for party in (tie.a, tie.b)]
    return {
        _name_words(text)
        for role, value in (*told, *tied)
        if isinstance(value, ActorValue)
        for text in private_names(value, role)
    }


def _name_words(text: str) -> Name:
    """Keep the words from the first capital on: "shopkeeper Ali Raza" is named "Ali Raza".

    A letter of a script that knows no capitals counts as one.
    """
    words = [match.group() for match in WORD.finditer(text)]
    first = next((index for index, word in enumerate(words) if word[0].isalpha() and not word[0].islower()), len(words))
    return tuple(words[first:])


def _open_names(account: Account) -> set[Name]:
    """Give the names of places and of actors that the registry knows."""
    texts = {
        assertion.value.name
        for event in account.events
        for assertion in event.assertions
        if isinstance(assertion.value, PlaceValue)
        or (isinstance(assertion.value, ActorValue) and assertion.value.kind != PERSON and assertion.value.actor_id)
    }
    return {tuple(_fold(match.group()) for match in WORD.finditer(text)) for text in texts}


def _by_first_word(names: Iterable[Name]) -> Names:
    found: dict[str, set[Name]] = {}
    for name in names:
        if name:
            found.setdefault(name[0], set()).add(name)
    return {first: tuple(sorted(group)) for first, group in sorted(found.items())}


def _longest(names: Names, folded: list[str], position: int) -> int:
    options = names.get(folded[position], ())
    return max((len(name) for name in options if tuple(folded[position : position + len(name)]) == name), default=0)


def _fold(word: str) -> str:
    return word.casefold().replace("’", "'").removesuffix("'s")
