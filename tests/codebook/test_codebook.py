import dataclasses
import sys

import pytest

from vedette.codebook import Codebook, load_codebook
from vedette.records import COUNT_ROLES, AttributionKind, Certainty, EventType, Relation, Role, Stance

# The lists by which the project's training reports are checked, written out here so that neither can drift alone.
MODES = {
    EventType.CONSULT: "visit third-party multilateral phone",
    EventType.RETREAT: "withdraw release disarm ceasefire access resign",
    EventType.REQUEST: "assist change yield meet",
    EventType.REJECT: "assist change yield meet",
    EventType.ACCUSE: "disapprove investigate allege",
    EventType.THREATEN: "restrict arrest relations expel territory violence",
    EventType.PROTEST: "demo riot strike hunger boycott obstruct vandalize",
    EventType.SANCTION: "convict expel withdraw discontinue",
    EventType.MOBILIZE: "troops weapons police militia",
    EventType.COERCE: "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
    EventType.ASSAULT: (
        "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone "
        "heavy-weapons crowd-control unconventional"
    ),
}
QUADS = {
    1: "AGREE CONSULT SUPPORT CONCEDE",
    2: "COOPERATE AID RETREAT",
    3: "REQUEST ACCUSE REJECT SANCTION THREATEN",
    4: "PROTEST MOBILIZE COERCE ASSAULT",
}


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    return load_codebook()


def test_every_word_of_the_records_is_described_and_no_other_in_the_same_order(codebook: Codebook) -> None:
    assert [entry.type for entry in codebook.types] == list(EventType)
    assert [entry.role for entry in codebook.roles] == list(Role)
    assert [stance for stance, _ in codebook.stances] == list(Stance)
    assert [certainty for certainty, _ in codebook.certainties] == list(Certainty)
    assert [kind for kind, _ in codebook.attributions] == list(AttributionKind)
    assert [entry.relation for entry in codebook.relations] == list(Relation)


@pytest.mark.parametrize("event_type", list(EventType))
def test_the_modes_of_a_type_are_those_of_the_annotation_scheme(codebook: Codebook, event_type: EventType) -> None:
    assert list(codebook.modes_of(event_type)) == MODES.get(event_type, "").split()


def test_each_type_has_plovers_quad_class_and_the_two_that_plover_lacks_have_none(codebook: Codebook) -> None:
    expected = {EventType(name): quad for quad, names in QUADS.items() for name in names.split()}
    assert {kind: codebook.quad_of(kind) for kind in EventType} == {kind: expected.get(kind) for kind in EventType}
    assert {kind for kind in EventType if codebook.quad_of(kind) is None} == {EventType.CLAIM, EventType.DENY}


def test_the_roles_that_hold_counts_are_the_count_roles(codebook: Codebook) -> None:
    assert {entry.role for entry in codebook.roles if entry.holds == "count"} == COUNT_ROLES


def test_the_words_of_open_sets_are_unique(codebook: Codebook) -> None:
    for terms in (codebook.sectors, codebook.contexts, codebook.categories):
        names = [term.name for term in terms]
        assert len(names) == len(set(names)) > 20


def test_every_description_is_a_sentence_of_its_own(codebook: Codebook) -> None:
    texts = [text for group in (codebook.stances, codebook.certainties, codebook.attributions) for _, text in group]
    for entries in (codebook.types, codebook.roles, codebook.relations):
        texts += [entry.description for entry in entries]
    for terms in (codebook.sectors, codebook.contexts, codebook.categories):
        texts += [term.description for term in terms]
    texts += [mode.description for entry in codebook.types for mode in entry.modes]
    for text in texts:
        assert text.endswith("."), text
        assert len(text) > 10, text


def test_categories_tell_people_from_things_and_end_with_the_general_ones(codebook: Codebook) -> None:
    people = [category.name for category in codebook.categories if not category.thing]
    things = [category.name for category in codebook.categories if category.thing]
    assert people[-1] == "civilian"
    assert things[-1] == "infrastructure"
    assert {"security-force", "official", "aid-worker", "journalist", "foreign-national", "worker"} <= set(people)


def test_the_codebook_is_read_once_and_cannot_be_changed(codebook: Codebook) -> None:
    assert load_codebook() is codebook
    with pytest.raises(dataclasses.FrozenInstanceError):
        codebook.types = ()  # type: ignore[misc]


def test_importing_the_codebook_does_not_import_yaml() -> None:
    import subprocess

    code = "import sys, vedette.codebook; sys.exit('yaml' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
