"""The rules as data: schemes, their tables, and each rule's condition, read from the YAML beside this module."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

from vedette.codebook.load import read_rows
from vedette.codebook.mappings.facts import Facts, party_groups

SCHEMES = ("targets", "plover", "acled", "ucdp", "gtd")
NONE = "none"
_ABROAD = {True: "yes", False: "no", None: "unknown"}


def _facts_by_key() -> dict[str, Callable[[Facts], Iterable[str]]]:
    return {
        "type": lambda facts: (facts.type,),
        "mode": lambda facts: (facts.mode or NONE,),
        "stance": lambda facts: (facts.stance,),
        "actor": lambda facts: [actor.party for actor in facts.actors] or [NONE],
        "recipient": lambda facts: [party.party for party in facts.recipients] or [NONE],
        "category": lambda facts: [party.category or NONE for party in facts.recipients] or [NONE],
        "kind": lambda facts: [party.kind or NONE for party in facts.recipients],
        "sector": lambda facts: [party.sector or NONE for party in facts.recipients],
        "count": lambda facts: sorted(facts.counts),
        "says": lambda facts: sorted(facts.says),
        "abroad": lambda facts: [_ABROAD[party.abroad] for party in facts.recipients],
        "contested": lambda facts: ["yes" if facts.contested else "no"],
    }  # fmt: skip


ASKED = _facts_by_key()
# "only": every recipient is of one of these classes, and there is at least one.
KEYS = frozenset(ASKED) | {"only", "side", "coded", "not"}


@dataclass(frozen=True, slots=True)
class Condition:
    """What must hold: under each key one of the values, all keys together, and nothing of what stands under `not`.

    `side` asks of actors and recipients alike; `coded` of the fields that this scheme has already decided.
    """

    asked: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    coded: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    excluded: Condition | None = None

    def grounds(self, facts: Facts, coded: Mapping[str, str | None]) -> tuple[str, ...] | None:
        """Give what the condition went by, written `fact=value`; None where it does not hold."""
        found: list[str] = []
        for key, wanted in self.asked.items():
            met = _met(facts, key, wanted)
            if not met:
                return None
            found += [f"{key}={value}" for value in met]
        for name, wanted in self.coded.items():
            value = coded.get(name) or NONE
            if value not in wanted:
                return None
            found.append(f"{name}={value}")
        if self.excluded is not None and self.excluded.any_holds(facts, coded):
            return None
        return tuple(found)

    def any_holds(self, facts: Facts, coded: Mapping[str, str | None]) -> bool:
        """Tell whether any one of the keys holds by itself."""
        return any(_met(facts, key, wanted) for key, wanted in self.asked.items()) or any(
            (coded.get(name) or NONE) in wanted for name, wanted in self.coded.items()
        )


def _met(facts: Facts, key: str, wanted: tuple[str, ...]) -> tuple[str, ...]:
    """Give the values under a key that are among those wanted."""
    if key == "only":
        held = list(ASKED["recipient"](facts))
        return tuple(dict.fromkeys(held)) if all(value in wanted for value in held) else ()
    held = [*ASKED["actor"](facts), *ASKED["recipient"](facts)] if key == "side" else list(ASKED[key](facts))
    return tuple(dict.fromkeys(value for value in held if value in wanted))


@dataclass(frozen=True, slots=True)
class Rule:
    """One named rule: when it fits, what it gives for each field (None: not decided), and why in a sentence."""

    name: str
    when: Condition
    gives: Mapping[str, str | None]
    why: str
    written: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Table:
    """Rules for some fields, asked in order; `each` says that recipients or weapons are asked one by one.

    `gathers` says that every rule that fits gives a value, not only the first.
    """

    fields: tuple[str, ...]
    rules: tuple[Rule, ...]
    each: Literal["event", "recipient", "weapon"] = "event"
    gathers: bool = False


@dataclass(frozen=True, slots=True)
class Scheme:
    """A codebook that events are mapped to."""

    name: str
    about: str
    tables: tuple[Table, ...]


@cache
def load_schemes() -> tuple[Scheme, ...]:
    """Give all schemes; the first call reads the files, later ones return the same object."""
    return tuple(_scheme(read_rows(f"mappings/{name}")) for name in SCHEMES)


def _scheme(rows: Mapping[str, Any]) -> Scheme:
    return Scheme(rows["scheme"], rows["about"], tuple(_table(row) for row in rows["tables"]))


def _table(row: Mapping[str, Any]) -> Table:
    fields = tuple(row["fields"])
    rules = tuple(_rule(rule, fields) for rule in row["rules"])
    gathers = bool(row.get("gathers"))
    if not gathers and rules[-1].written.get("when"):
        raise ValueError(f"the table of {', '.join(fields)} must end with a rule that fits everything")
    return Table(fields, rules, row.get("each", "event"), gathers)


def _rule(row: Mapping[str, Any], fields: tuple[str, ...]) -> Rule:
    gives = row["gives"] or {}
    if not isinstance(gives, dict):
        gives = {fields[0]: gives}
    unknown = [name for name in gives if name not in fields]
    if unknown:
        raise ValueError(f"rule {row['rule']} gives {', '.join(unknown)}, which its table has not")
    return Rule(row["rule"], _condition(row["rule"], row.get("when") or {}), gives, row["why"], row)


def _condition(rule: str, row: Mapping[str, Any]) -> Condition:
    unknown = sorted(set(row) - KEYS)
    if unknown:
        raise ValueError(f"rule {rule} asks for {', '.join(unknown)}; there are: {', '.join(sorted(KEYS))}")
    asked = {key: _classes(key, values) for key, values in row.items() if key not in ("coded", "not")}
    coded = {name: tuple(values) for name, values in row.get("coded", {}).items()}
    return Condition(asked, coded, _condition(rule, row["not"]) if "not" in row else None)


def _classes(key: str, values: Iterable[str]) -> tuple[str, ...]:
    """Spell out the short names of party classes."""
    if key not in ("actor", "recipient", "only", "side"):
        return tuple(values)
    groups = party_groups()
    return tuple(one for value in values for one in groups.get(value, (value,)))
