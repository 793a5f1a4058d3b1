from __future__ import annotations

import pytest

from vedette.records import ActorValue, Role, Span
from vedette.records.privacy import private_names


def names_in(words: str, kind: str | None = "generic", actor_id: str | None = None) -> set[str]:
    span = Span(0, len(words), words)
    return set(private_names(ActorValue(words, actor_id, kind, None, None, None, (span,)), Role.RECIPIENT))


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("lawyer for Rogelio Manansala", "Rogelio Manansala"),
        ("the lawyer of João de Souza", "João de Souza"),
        ("the mother of Ahmed", "Ahmed"),
        ("wife of slain lawmaker Omar Farah", "Omar Farah"),
        ("Khan's brother", "Khan"),
        ("Rogelio B. Manansala’s elderly mother", "Rogelio B. Manansala"),
        ("Ahmed Khan and his two sons", "Ahmed Khan"),
        ("brother of Khalid bin al-Jabari", "Khalid bin al-Jabari"),
        ("Mr Bello's bodyguard", "Mr Bello"),
        ("aide to President Bukele", "President Bukele"),
        ("police officer Li Wei and three colleagues", "Li Wei"),
        ("a woman identified as Rosa Diaz", "Rosa Diaz"),
        ("two men, Ali Raza and Omar Khan", "Omar Khan"),
        ("deputy commander, Qari Basit", "Qari Basit"),
        ("SON OF ALI RAZA", "ALI RAZA"),
    ],
)
def test_a_person_by_whom_a_party_is_told_is_private(words: str, name: str) -> None:
    assert name in names_in(words)


@pytest.mark.parametrize(
    "words",
    [
        "lawyer for Human Rights Watch",
        "lawyer for the UN",
        "driver for Oxfam",
        "sons of Darfur",
        "children of South Sudan",
        "the family of a policeman",
        "guards of the Republican Palace",
        "employees of Bank Melli",
        "pupils of Bethel Baptist School",
        "residents of Dera Ismail Khan",
        "Pakistan's lawyer",
        "a Swiss tourist and his wife",
        "Boko Haram and its allies",
        "Shia Muslims and Hazaras",
        "three Chinese engineers",
        "escort of Daero Engineering staff",
        "SON OF A CEMENT MANUFACTURER",
    ],
)
def test_bodies_places_and_peoples_are_not(words: str) -> None:
    assert names_in(words) == set()


def test_parties_with_a_name_of_their_own_are_held_to_it() -> None:
    assert names_in("Ahmed Khan", "person") == {"Ahmed Khan"}
    assert names_in("Sons of Khalid Omar", "armed-group") == set()
    assert names_in("Ahmed Khan's Brothers", "generic", "group:x") == set()
