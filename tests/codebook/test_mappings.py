"""Every rule of the mappings decides a case and leaves a near one to another rule."""

from __future__ import annotations

import pytest

from tests.codebook.mapping_cases import CASES, event
from tests.incidents.small import ferry_bomb
from vedette.codebook import load_codebook
from vedette.codebook.mappings import Coding, code_event, code_incident, load_schemes
from vedette.codebook.mappings.facts import party_rows, word_lists
from vedette.codebook.mappings.tables import Condition
from vedette.incidents import merge_accounts
from vedette.records import EventType, Stance

ALL_RULES = [rule for scheme in load_schemes() for table in scheme.tables for rule in table.rules]


def _by_field(case: str) -> dict[tuple[str, str], Coding]:
    return {(coding.scheme, coding.field): coding for coding in code_event(event(case))}


@pytest.mark.parametrize(("rule", "fits", "near"), CASES, ids=[rule for rule, _, _ in CASES])
def test_a_rule_decides_its_case_and_leaves_the_near_one(rule: str, fits: str, near: str) -> None:
    assert rule in {coding.rule for coding in code_event(event(fits))}
    assert rule not in {coding.rule for coding in code_event(event(near))}


def test_every_rule_has_a_case_and_its_name_is_its_own() -> None:
    names = [rule.name for rule in ALL_RULES]
    assert len(names) == len(set(names))
    assert [rule for rule, _, _ in CASES] == names


def test_every_rule_says_why() -> None:
    assert all(rule.why and not rule.why.endswith(".") for rule in ALL_RULES)


@pytest.mark.parametrize(
    ("case", "scheme", "field", "value"),
    [
        ("ASSAULT explosives; a front; r villagers; w a grenade; killed 2", "ACLED", "sub_event_type", "Grenade"),
        ("ASSAULT explosives; a front; r villagers; killed 2", "ACLED", "civilian_targeting", "Civilian targeting"),
        ("ASSAULT explosives; a front; r villagers; killed 2", "UCDP", "type_of_violence", "3 one-sided"),
        ("ASSAULT explosives; a front; r villagers; killed 2", "GTD", "attack_type", "3 Bombing/Explosion"),
        ("ASSAULT firearms; a gunmen; r cat:journalist", "GTD", "target_type", "10 Journalists & Media"),
        ("ASSAULT firearms; a gunmen; r cat:journalist", "targets", "group", "civilian of a protected kind"),
        ("ASSAULT firearms; a gunmen; r cat:journalist", "UCDP", "type_of_violence", None),
        ("ASSAULT firearms; r soldiers", "ACLED", "event_type", None),
        ("PROTEST strike; a villagers", "ACLED", "event_type", None),
        ("CLAIM -; a front", "GTD", "weapon_type", None),
    ],
)
def test_an_event_is_called_what_the_codebook_calls_it(case: str, scheme: str, field: str, value: str | None) -> None:
    assert _by_field(case)[scheme, field].value == value


@pytest.mark.parametrize("kind", list(EventType))
@pytest.mark.parametrize("stance", list(Stance))
def test_every_event_has_a_rule_for_every_field_even_where_nothing_is_told(kind: EventType, stance: Stance) -> None:
    coded = _by_field(f"{kind} - {stance}")
    fields = {(s.name, field) for s in load_schemes() for t in s.tables if not t.gathers for field in t.fields}
    assert fields <= set(coded)


def test_whoever_denies_it_is_no_actor() -> None:
    assert (
        _by_field("ASSAULT explosives; a front!; r villagers")["UCDP", "type_of_violence"].rule == "ucdp-actor-not-told"
    )


def test_the_grounds_name_what_the_rule_went_by() -> None:
    coding = _by_field("ASSAULT explosives; a front; r soldiers")["UCDP", "type_of_violence"]
    assert coding.grounds == ("actor=armed-group", "recipient=state-force")


def test_each_recipient_has_a_target_type_of_its_own() -> None:
    codings = [
        one for one in code_event(event("ASSAULT firearms; r officers, cat:teacher")) if one.field == "target_type"
    ]
    assert [(one.index, one.value) for one in codings] == [(0, "3 Police"), (1, "8 Educational Institution")]


def test_the_rules_ask_only_for_words_that_there_are() -> None:
    codebook = load_codebook()
    modes = {mode for kind in EventType for mode in codebook.modes_of(kind)} | {"none"}
    known: dict[str, set[str]] = {
        "type": set(EventType), "mode": modes, "stance": set(Stance), "says": set(word_lists()),
        "category": {entry.name for entry in codebook.categories},
        "sector": {entry.name for entry in codebook.sectors},
    }  # fmt: skip
    classes = {str(row["class"]) for row in party_rows()} | {"unknown", "none"}
    known |= dict.fromkeys(("actor", "recipient", "only", "side"), classes)

    def check(name: str, condition: Condition) -> None:
        for key, wanted in condition.asked.items():
            assert set(wanted) <= known.get(key, set(wanted)), f"{name}: {key}"
        if condition.excluded is not None:
            check(name, condition.excluded)

    for rule in ALL_RULES:
        check(rule.name, rule.when)


def test_the_contexts_given_are_plovers() -> None:
    names = {entry.name for entry in load_codebook().contexts}
    given = {rule.gives["context"] for rule in ALL_RULES if "context" in rule.gives}
    assert given <= names


def test_an_incident_is_coded_by_what_all_its_reports_tell() -> None:
    bomb = max(merge_accounts(ferry_bomb()), key=lambda incident: len(incident.reports))
    coded = {(coding.scheme, coding.field): coding.value for coding in code_incident(bomb)}
    assert coded["ACLED", "event_type"] == "Explosions/Remote violence"
