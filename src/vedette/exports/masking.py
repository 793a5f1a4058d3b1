"""The names of victims and of private persons, blacked out of an account.

A name is blacked out wherever it stands in the document's text, not only at the value that it belongs to: a victim's
name in the clause that a spokesman says, or in the title, would give it away. Blacked-out words keep their length, so
that every offset still holds and every span is still the text that it points to. What is left as it is: the name, the
address and the hashes of the document, without which nobody could find the source again.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from typing import Any

from vedette.exports.recut import recut
from vedette.records import Account, ActorValue, Document, Event, Issue, PlaceValue, Role, Span, TextValue, Tie
from vedette.records.privacy import TITLES, WITHHELD, is_private, private_names

BLACK = "█"

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_SHORTEST = 3  # letters: shorter parts of names ("al", "de") stand in too many other words


def withhold_names(account: Account) -> Account:
    """Give the account with every name of a victim or private person blacked out; nothing else changes.

    A name inside a party's words ("lawyer for Ahmed Khan") is one as well.
    """
    names = _private_names(account)
    if not names:
        return account
    pattern = _pattern(account, names)
    private = (value for role, value in _parties(account) if is_private(value, role))
    text = _blackened(account.document.text, pattern, [span for value in private for span in value.spans])
    return _redacted(account, text, pattern)


def _parties(account: Account) -> Iterator[tuple[Role | None, ActorValue]]:
    for event in account.events:
        for assertion in event.assertions:
            if isinstance(assertion.value, ActorValue):
                yield assertion.role, assertion.value
    for tie in account.ties:
        yield None, tie.a
        yield None, tie.b


def _private_names(account: Account) -> frozenset[str]:
    return frozenset(name for role, value in _parties(account) for name in private_names(value, role))


def _pattern(account: Account, wholes: frozenset[str]) -> re.Pattern[str]:
    """Match the whole names and those parts of them that are names by themselves ("Khan" of "Ahmed Khan").

    A part is not a name by itself where the document also uses it for a place or a registered party, or as a common
    word.
    """
    common = TITLES | _words_of_others(account) | {word for word in _words(account.document.text) if word.islower()}
    parts = {
        word
        for whole in wholes
        for word in _words(whole)
        if len(word) >= _SHORTEST and not word.islower() and word.casefold() not in common
    }
    # The longest first, so that a whole name wins over its parts; the order must not hang on that of a set.
    pieces = sorted(wholes | parts, key=lambda piece: (-len(piece), piece))
    spelled = "|".join(r"\s+".join(re.escape(word) for word in piece.split()) for piece in pieces if piece.strip())
    return re.compile(rf"(?<!\w)(?:{spelled})(?!\w)", re.IGNORECASE)


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _words_of_others(account: Account) -> frozenset[str]:
    texts: list[str] = []
    for role, party in _parties(account):
        names = private_names(party, role)
        texts += [_without(text, names) for text in (party.name, *(span.text for span in party.spans))]
    for event in account.events:
        for assertion in event.in_role(Role.PLACE):
            texts += [span.text for span in assertion.value.spans]
    return frozenset(word.casefold() for text in texts for word in _words(text))


def _without(text: str, names: frozenset[str]) -> str:
    """Take the private names out of a party's words."""
    for name in sorted(names, key=lambda name: (-len(name), name)):
        text = text.replace(name, " ")
    return text


def _blackened(text: str, pattern: re.Pattern[str], spans: list[Span]) -> str:
    characters = list(text)
    found = [match.span() for match in pattern.finditer(text)]
    for start, end in [*((span.start, span.end) for span in spans), *found]:
        characters[start:end] = [character if character.isspace() else BLACK for character in characters[start:end]]
    return "".join(characters)


def _redacted(account: Account, text: str, pattern: re.Pattern[str]) -> Account:
    def blacken(words: str) -> str:
        return _blackened(words, pattern, [])

    def party(value: ActorValue, role: Role | None) -> ActorValue:
        if is_private(value, role):
            return dataclasses.replace(value, name=WITHHELD, candidates=(), label_of=None)
        # A registered name is public; words that stand for a party in no registry may hold a private name.
        return value if value.actor_id else dataclasses.replace(value, name=blacken(value.name))

    def filled(value: Any, role: Role) -> Any:
        if isinstance(value, ActorValue):
            return party(value, role)
        if isinstance(value, TextValue):
            return dataclasses.replace(value, text=blacken(value.text))
        if isinstance(value, PlaceValue) and value.geonames_id is None:
            return dataclasses.replace(value, name=blacken(value.name), why=blacken(value.why))
        return value

    def event(record: Event) -> Event:
        assertions = tuple(
            dataclasses.replace(assertion, value=filled(assertion.value, assertion.role))
            for assertion in record.assertions
        )
        return dataclasses.replace(record, assertions=assertions)

    def tie(record: Tie) -> Tie:
        return dataclasses.replace(record, a=party(record.a, None), b=party(record.b, None))

    def issue(record: Issue) -> Issue:
        return dataclasses.replace(record, message=blacken(record.message))

    def document(record: Document) -> Document:
        return dataclasses.replace(record, text=text, title=blacken(record.title) if record.title else record.title)

    redacted = Account(
        document=document(account.document),
        sentences=account.sentences,
        events=tuple(event(record) for record in account.events),
        attributions=account.attributions,
        ties=tuple(tie(record) for record in account.ties),
        issues=tuple(issue(record) for record in account.issues),
    )
    return recut(redacted, text)
