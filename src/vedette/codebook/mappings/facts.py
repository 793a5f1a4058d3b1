"""What the rules of the mappings may ask of an event: a few closed facts, worked out once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from vedette.codebook.load import read_rows
from vedette.records import (
    COUNT_ROLES,
    ActorValue,
    Certainty,
    CountValue,
    EventType,
    PlaceValue,
    Role,
    Span,
    Stance,
    TextValue,
    Value,
)

UNKNOWN = "unknown"
_DOUBTED = frozenset({Certainty.CLAIMED, Certainty.SUSPECTED, Certainty.ACCUSED})
_SLOTS = {
    Role.ACTOR: "actor",
    Role.RECIPIENT: "recipient",
    Role.WEAPON: "weapon",
    Role.DAMAGE: "damage",
    Role.OBJECT: "object",
}


@dataclass(frozen=True, slots=True)
class Filled:
    """A value in a role, as an event or an incident has it."""

    role: Role
    value: Value
    certainty: Certainty | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """A party as the rules see it: its class, what its value tells, and the word lists that its words are in."""

    party: str
    kind: str | None
    sector: str | None
    category: str | None
    says: frozenset[str]
    doubted: bool = False
    abroad: bool | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What a rule may ask of; `says` names the word lists that any words of the event are in."""

    type: EventType
    mode: str | None
    stance: Stance
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    weapons: tuple[frozenset[str], ...]
    counts: frozenset[Role]
    none_counted: frozenset[Role]
    says: frozenset[str]

    @property
    def category(self) -> str | None:
        """Give the category of the recipient, where there is just one."""
        return self.recipients[0].category if len(self.recipients) == 1 else None

    @property
    def contested(self) -> bool:
        """Tell whether parties of different classes are each held, or hold themselves, to have done it."""
        return len({actor.party for actor in self.actors if actor.doubted}) > 1

    def narrowed_to_recipients(self) -> Iterator[Facts]:
        """Give, for each recipient, the facts as if it were the only one."""
        others = frozenset(name for party in self.recipients for name in party.says)
        for party in self.recipients:
            yield replace(self, recipients=(party,), says=(self.says - others) | party.says)

    def narrowed_to_weapons(self) -> Iterator[Facts]:
        """Give, for each weapon, the facts as if it were the only one."""
        every = frozenset(name for says in self.weapons for name in says)
        for says in self.weapons:
            yield replace(self, weapons=(says,), says=(self.says - every) | says)


def facts_of(
    type: EventType,  # noqa: A002 - the noun of the record
    mode: str | None,
    stance: Stance,
    triggers: Sequence[Span],
    filled: Sequence[Filled],
) -> Facts:
    """Work out the facts; whoever is said not to have done it is no actor here."""
    countries = {one.value.country for one in filled if isinstance(one.value, PlaceValue) and one.value.country}
    actors = tuple(
        _party(one, None) for one in filled if one.role is Role.ACTOR and one.certainty is not Certainty.DENIED
    )
    recipients = tuple(_party(one, countries) for one in filled if one.role is Role.RECIPIENT)
    weapons = tuple(_lists(_words(one.value), "weapon") for one in filled if one.role is Role.WEAPON)
    in_slots = [_lists(_words(one.value), _SLOTS[one.role]) for one in filled if one.role in _SLOTS]
    counted = [(one.role, one.value) for one in filled if isinstance(one.value, CountValue) and one.role in COUNT_ROLES]
    return Facts(
        type=type,
        mode=mode,
        stance=stance,
        actors=actors,
        recipients=recipients,
        weapons=weapons,
        counts=frozenset(role for role, value in counted if value.low),
        none_counted=frozenset(role for role, value in counted if value.high == 0),
        says=frozenset().union(*in_slots, *(_lists(span.text, "trigger") for span in triggers)),
    )


def _party(one: Filled, countries: set[str] | None) -> Party:
    value = one.value
    says = _lists(_words(value), _SLOTS[one.role])
    doubted = one.certainty in _DOUBTED
    if not isinstance(value, ActorValue):
        return Party(_class_of(None, None, None, says), None, None, None, says, doubted)
    abroad = value.country not in countries if countries and value.country else None
    party = _class_of(value.kind, value.sector, value.category, says)
    return Party(party, value.kind, value.sector, value.category, says, doubted, abroad)


def _words(value: Value) -> str:
    own = value.text if isinstance(value, TextValue) else ""
    return " ; ".join(dict.fromkeys((own, *(span.text for span in value.spans)))).strip(" ;")


def _class_of(kind: str | None, sector: str | None, category: str | None, says: frozenset[str]) -> str:
    for row in party_rows():
        held = {"kind": kind or "none", "sector": sector or "none", "category": category or "none"}
        plain = all(value in row[key] for key, value in held.items() if key in row)
        if plain and ("says" not in row or not says.isdisjoint(row["says"])):
            return str(row["class"])
    return UNKNOWN


@cache
def party_rows() -> tuple[dict[str, list[str] | str], ...]:
    """Give the table of party classes, in its order."""
    return tuple(read_rows("mappings/parties")["classes"])


@cache
def party_groups() -> dict[str, tuple[str, ...]]:
    """Give the short names for several classes."""
    return {name: tuple(classes) for name, classes in read_rows("mappings/parties")["groups"].items()}


@cache
def word_lists() -> dict[str, tuple[frozenset[str], re.Pattern[str]]]:
    """Give each word list: the slots that it is looked for in, and what finds it."""
    rows = read_rows("mappings/words")
    return {name: (frozenset(row["in"]), _pattern(row["words"])) for name, row in rows.items()}


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    spelled = (re.escape(word).replace(r"\*", r"[\w-]*").replace(r"\ ", r"\s+") for word in words)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(spelled)})(?![\w-])", re.IGNORECASE)


@lru_cache(maxsize=4096)
def _lists(words: str, slot: str) -> frozenset[str]:
    return frozenset(name for name, (slots, pattern) in word_lists().items() if slot in slots and pattern.search(words))
