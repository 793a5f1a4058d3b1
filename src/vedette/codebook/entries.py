"""The entries of the codebook, frozen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from vedette.records import AttributionKind, Certainty, EventType, Relation, Role, Stance


@dataclass(frozen=True, slots=True)
class Term:
    """A word of an open set, such as a sector or a context, and what it means."""

    name: str
    description: str


@dataclass(frozen=True, slots=True)
class Mode:
    """A way in which an event of one type happens."""

    name: str
    description: str


@dataclass(frozen=True, slots=True)
class TypeEntry:
    """An event type; `quad` is PLOVER's class 1 to 4, None for the two types that PLOVER lacks."""

    type: EventType
    quad: int | None
    description: str
    modes: tuple[Mode, ...]


@dataclass(frozen=True, slots=True)
class RoleEntry:
    """A role and the kind of value that a mention in it becomes."""

    role: Role
    holds: Literal["actor", "place", "date", "count", "text"]
    description: str


@dataclass(frozen=True, slots=True)
class RelationEntry:
    """A relation, read "a RELATION b"; `symmetric` where it then also reads "b RELATION a"."""

    relation: Relation
    symmetric: bool
    description: str


@dataclass(frozen=True, slots=True)
class Category:
    """What a victim or a target is; `thing` tells buildings and vehicles from people."""

    name: str
    thing: bool
    description: str


@dataclass(frozen=True, slots=True)
class Codebook:
    """Every word that a record may use, in the order in which the files give them."""

    types: tuple[TypeEntry, ...]
    roles: tuple[RoleEntry, ...]
    stances: tuple[tuple[Stance, str], ...]
    certainties: tuple[tuple[Certainty, str], ...]
    attributions: tuple[tuple[AttributionKind, str], ...]
    relations: tuple[RelationEntry, ...]
    sectors: tuple[Term, ...]
    contexts: tuple[Term, ...]
    categories: tuple[Category, ...]

    def entry_of(self, type: EventType) -> TypeEntry:  # noqa: A002 - the noun of the record
        """Give the entry of one event type."""
        return next(entry for entry in self.types if entry.type is type)

    def modes_of(self, type: EventType) -> tuple[str, ...]:  # noqa: A002 - the noun of the record
        """Give the names of the modes of one event type, in the codebook's order; none for most verbal types."""
        return tuple(mode.name for mode in self.entry_of(type).modes)

    def quad_of(self, type: EventType) -> int | None:  # noqa: A002 - the noun of the record
        """Give PLOVER's quad class of one event type, None for the two types that PLOVER lacks."""
        return self.entry_of(type).quad
