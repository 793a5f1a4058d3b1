"""One event or incident → its codings: the tables' rules asked in order, the first that fits decides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from vedette.codebook.mappings.facts import Facts, Filled, facts_of
from vedette.codebook.mappings.tables import Scheme, Table, load_schemes
from vedette.records import Event, Incident


@dataclass(frozen=True, slots=True)
class Coding:
    """One word of another codebook for an event, and how it was come by.

    `value` is None where the rule could not decide. `grounds` are what in the record the rule went by, written
    `fact=value`. `index` says of which recipient or weapon, in the order of that role, where the word is of one.
    """

    scheme: str
    field: str
    value: str | None
    rule: str
    why: str
    grounds: tuple[str, ...] = ()
    index: int | None = None


def code_event(event: Event) -> tuple[Coding, ...]:
    """Code one event in every scheme; the order is that of the schemes and their tables."""
    filled = [Filled(one.role, one.value, one.certainty) for one in event.assertions]
    return _code(facts_of(event.type, event.mode, event.stance, event.triggers, filled))


def code_incident(incident: Incident) -> tuple[Coding, ...]:
    """Code one incident in every scheme, by all values that its reports tell; it has no triggers of its own."""
    filled = [
        Filled(rival.role, rival.value, telling.assertion.certainty)
        for rival in incident.rivals
        for telling in rival.tellings[:1]
    ]
    return _code(facts_of(incident.type, incident.mode, incident.stance, (), filled))


def _code(facts: Facts) -> tuple[Coding, ...]:
    return tuple(coding for scheme in load_schemes() for coding in _in_scheme(facts, scheme))


def _in_scheme(facts: Facts, scheme: Scheme) -> Iterator[Coding]:
    coded: dict[str, str | None] = {}
    for table in scheme.tables:
        for index, narrowed in _cases(facts, table):
            for coding in _decide(narrowed, scheme.name, table, coded, index):
                coded[coding.field] = coding.value
                yield coding


def _cases(facts: Facts, table: Table) -> Iterable[tuple[int | None, Facts]]:
    """Give what a table is asked of: the event as a whole, or each of its recipients or weapons by itself."""
    if table.each == "recipient" and facts.recipients:
        return enumerate(facts.narrowed_to_recipients())
    if table.each == "weapon" and facts.weapons:
        return enumerate(facts.narrowed_to_weapons())
    return [(None, facts)]


def _decide(
    facts: Facts, scheme: str, table: Table, coded: Mapping[str, str | None], index: int | None
) -> Iterator[Coding]:
    for rule in table.rules:
        grounds = rule.when.grounds(facts, coded)
        if grounds is None:
            continue
        for field in table.fields:
            value = rule.gives.get(field)
            yield Coding(
                scheme, field, facts.category if value == "=category" else value, rule.name, rule.why, grounds, index
            )
        if not table.gathers:
            return
