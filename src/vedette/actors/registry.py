"""The registry of actors that can be named: what is known of each, and every label with whose label it is."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from vedette.codebook.countries import load_countries
from vedette.errors import UsageError

OWN = "own"
PRESS = "press"
_ARTICLE_STARTS = (
    "United ",
    "Democratic Republic",
    "Republic of",
    "Central African",
    "Dominican Republic",
    "Czech Rep",
)
_ARTICLE_ENDS = ("Islands", "Netherlands", "Philippines", "Bahamas", "Gambia", "Maldives", "Comoros", "Seychelles")


@dataclass(frozen=True, slots=True)
class Label:
    """One name of an actor; `of` is whose it is: "own", "press" or "government of PK". `former` names are given up."""

    text: str
    of: str
    former: bool = False


@dataclass(frozen=True, slots=True)
class KnownTie:
    """What the registry knows between two actors: `relation` is a word of the codebook, years None where not sure."""

    relation: str
    other: str
    since: int | None = None
    until: int | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """What a kind word of the data files means; `inter` is ACLED's interaction code, `sector` PLOVER's."""

    kind: str
    sector: str
    acled: str
    inter: int
    category: str | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One actor: `countries` are ISO 3166-1 alpha-2, the main one first; `affiliate` is whom an outlet speaks for."""

    id: str
    name: str
    kind: Kind
    countries: tuple[str, ...] = ()
    since: int | None = None
    until: int | None = None
    labels: tuple[Label, ...] = ()
    ties: tuple[KnownTie, ...] = ()
    affiliate: str | None = None

    def label_of(self, text: str) -> str | None:
        """Tell whose label `text` is, None where it is none of this actor's."""
        return next((label.of for label in self.labels if label.text.lower() == text.lower()), None)


class Registry:
    """Every actor by id; the rows are made into entries when they are asked for, so that loading stays quick."""

    def __init__(self, compiled: dict[str, Any]) -> None:
        """Take what `vedette.actors.compile` wrote."""
        self.tables = compiled
        self.kinds = {name: Kind(*row) for name, row in compiled["kinds"].items()}
        self._rows: dict[str, dict[str, Any]] = compiled["entries"]
        self._made: dict[str, Entry] = {}

    def __len__(self) -> int:
        return len(self._rows)

    def __contains__(self, actor_id: str) -> bool:
        return actor_id in self._rows or self._state_of(actor_id) is not None

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all listed actors, in the order of the files; states and their usual organs are not listed."""
        return tuple(self._rows)

    def entry(self, actor_id: str) -> Entry:
        """Give one actor; states and their usual organs are made from the codebook's countries."""
        if actor_id not in self._made:
            row = self._rows.get(actor_id)
            self._made[actor_id] = self._listed(actor_id, row) if row else self._of_state(actor_id)
        return self._made[actor_id]

    def above(self, actor_id: str) -> tuple[str, ...]:
        """Give the actors that this one is a part of, the nearest first, without end years in the past tense."""
        found: list[str] = []
        waiting = [actor_id]
        while waiting:
            current = waiting.pop(0)
            parents = [tie.other for tie in self.entry(current).ties if tie.relation in ("part_of", "member_of")]
            if current.startswith("state:") and current.count(":") == 2:
                parents.append(current.rsplit(":", 1)[0])
            for parent in parents:
                if parent not in found and parent != actor_id:
                    found.append(parent)
                    waiting.append(parent)
        return tuple(found)

    def _listed(self, actor_id: str, row: dict[str, Any]) -> Entry:
        return Entry(
            id=actor_id,
            name=row["name"],
            kind=self.kinds[row["kind"]],
            countries=tuple(row["in"]),
            since=row["since"],
            until=row["until"],
            labels=tuple(Label(*label) for label in row["labels"]),
            ties=tuple(KnownTie(*tie) for tie in row["ties"]),
            affiliate=row.get("affiliate"),
        )

    def _state_of(self, actor_id: str) -> tuple[str, str | None] | None:
        parts = actor_id.split(":")
        if parts[0] != "state" or not 2 <= len(parts) <= 3 or parts[1].upper() not in load_countries():
            return None
        organ = parts[2] if len(parts) == 3 else None
        return (parts[1].upper(), organ) if organ is None or organ in self.tables["organs"] else None

    def _of_state(self, actor_id: str) -> Entry:
        found = self._state_of(actor_id)
        if found is None:
            raise UsageError(f"no actor {actor_id!r} in the registry; `explain_actor` shows what a phrase is read as")
        country, organ = found
        state = load_countries()[country]
        if organ is None:
            labels = tuple(Label(name, OWN) for name in state.names)
            return Entry(actor_id, state.name, self.kinds["state"], (country,), labels=labels)
        row = self.tables["organs"][organ]
        tie = KnownTie("part_of", f"state:{country.lower()}")
        name = f"{row['name']} of {_with_article(state.name)}"
        return Entry(actor_id, name, self.kinds[row["kind"]], (country,), labels=(Label(name, PRESS),), ties=(tie,))


def _with_article(name: str) -> str:
    article = name.startswith(_ARTICLE_STARTS) or name.endswith(_ARTICLE_ENDS)
    return f"the {name}" if article else name


@cache
def load_registry() -> Registry:
    """Give the registry that ships with the package; the first call reads it, later ones return the same object."""
    text = resources.files("vedette.actors").joinpath("data/registry.json").read_text(encoding="utf-8")
    return Registry(json.loads(text))
