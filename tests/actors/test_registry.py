from importlib import resources

import pytest

from vedette.actors import load_registry
from vedette.actors.compile import compile_registry
from vedette.actors.wording import is_acronym
from vedette.codebook import load_codebook
from vedette.errors import UsageError


def test_the_compiled_registry_is_what_its_files_give() -> None:
    shipped = resources.files("vedette.actors").joinpath("data/registry.json").read_text(encoding="utf-8")
    assert shipped == compile_registry(), "run python -m vedette.actors.compile"


def test_the_registry_has_more_than_five_hundred_armed_groups_of_every_region() -> None:
    registry = load_registry()
    groups = [registry.entry(actor) for actor in registry.ids if actor.startswith("group:")]
    armed = [entry for entry in groups if entry.kind.kind == "armed-group"]
    assert len(armed) >= 500
    homes = {entry.countries[0] for entry in armed}
    assert homes >= {"AF", "CO", "CD", "GB", "IQ", "IN", "ML", "MM", "NG", "PH", "PK", "SO", "SY", "UA", "US", "YE"}


def test_every_sector_and_category_is_a_word_of_the_codebook() -> None:
    codebook = load_codebook()
    sectors = {term.name for term in codebook.sectors}
    categories = {category.name for category in codebook.categories}
    tables = load_registry().tables
    used = [(kind.sector, kind.category) for kind in load_registry().kinds.values()]
    used += [(sector, category) for category, sector, _ in tables["roles"].values()]
    used += [(sector, category) for category, sector in tables["titles"].values()]
    assert {sector for sector, _ in used if sector} <= sectors
    assert {category for _, category in used if category} <= categories


def test_every_role_that_is_a_thing_has_a_category_of_things() -> None:
    things = {category.name for category in load_codebook().categories if category.thing}
    for word, (category, _, thing) in load_registry().tables["roles"].items():
        assert thing == (category in things), word


def test_every_label_says_whose_it_is() -> None:
    registry = load_registry()
    for actor in registry.ids:
        for label in registry.entry(actor).labels:
            assert label.of in ("own", "press") or label.of.startswith("government of "), (actor, label)


def test_ids_of_states_and_their_organs_are_made_when_asked_for() -> None:
    registry = load_registry()
    assert registry.entry("state:ml").name == "Mali"
    assert registry.entry("state:ml:army").name == "Armed Forces of Mali"
    assert registry.entry("state:us:presidency").name == "Presidency of the United States"
    assert "state:ml:army" in registry
    assert "state:xx" not in registry


def test_an_unknown_id_is_wrong_use() -> None:
    with pytest.raises(UsageError, match="group:none"):
        load_registry().entry("group:none")


def test_wings_know_their_whole() -> None:
    registry = load_registry()
    assert "group:isis" in registry.above("group:isis-k")
    assert "group:bla" in registry.above("group:majeed-brigade")
    assert registry.above("state:ml:army") == ("state:ml",)
    assert registry.above("group:isis") == ()


@pytest.mark.parametrize(
    ("word", "told"),
    [("TTP", True), ("ISIS-K", True), ("LeT", True), ("M23", True), ("3R", True), ("Taliban", False), ("us", False)],
)
def test_acronyms_are_told_by_their_capitals(word: str, told: bool) -> None:
    assert is_acronym(word) is told
