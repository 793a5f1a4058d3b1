from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.places.documents import document_of, resolve
from vedette import places
from vedette.records import Basis, PlacePrecision, PlaceValue, Span
from vedette.records.geometry import distance_km

NAMESAKES = [
    # text, phrase, country, admin1
    ("Police in Atlanta, Georgia, arrested two men.", "Georgia", "US", "Georgia"),
    ("Protesters gathered in Tbilisi, Georgia.", "Georgia", "GE", None),
    ("A man was shot in Paris, Tex., on Monday.", "Paris", "US", "Texas"),
    ("French police raided a flat in Paris on Monday.", "Paris", "FR", "Île-de-France"),
    ("Raids in Lamar County, north-east of Dallas, Texas, and in Paris.", "Paris", "US", "Texas"),
    ("Soldiers were killed in Niger, near the capital Niamey.", "Niger", "NE", None),
    ("Bandits raided villages in Niger state, Nigeria.", "Niger state", "NG", "Niger"),
    ("China said that two Chinese engineers had died.", "China", "CN", None),
    ("Strikes on Gaza killed ten, Palestinian medics said.", "Gaza", "PS", "Gaza"),
    ("Gunmen attacked a post in Hyderabad, in Pakistan's Sindh province.", "Hyderabad", "PK", "Sindh"),
    ("A blast hit Hyderabad, capital of the Indian state of Telangana.", "Hyderabad", "IN", "Telangana"),
    ("Tripoli, Lebanon: two men were shot.", "Tripoli", "LB", None),
    ("Militias fought in Tripoli, and oil exports from Benghazi stopped.", "Tripoli", "LY", None),
]


@pytest.mark.parametrize(("text", "phrase", "country", "admin1"), NAMESAKES)
def test_the_text_decides_between_namesakes(text: str, phrase: str, country: str, admin1: str | None) -> None:
    value = resolve(text, phrase)
    assert value.country == country
    assert admin1 is None or (value.admin1 or "").startswith(admin1)


@pytest.mark.parametrize(
    ("text", "phrase", "precision", "near"),
    [
        ("An attack in Shangla, Khyber Pakhtunkhwa.", "Shangla, Khyber Pakhtunkhwa", "district", (34.9, 72.7)),
        ("The blast was near Karachi airport.", "near Karachi airport", "site", (24.91, 67.16)),
        ("Gunmen stormed a hotel in Kabul.", "a hotel in Kabul", "town", (34.53, 69.17)),
        ("Shelling hit Ukraine's Kharkiv region.", "Ukraine's Kharkiv region", "province", (49.5, 36.4)),
        ("Drones struck Crimea.", "Crimea", "province", (45.3, 34.3)),
        ("Herders were killed in Tillabéri town.", "Tillabéri town", "town", (14.2, 1.45)),
        ("An IED hit a truck between Kupiansk and Svatove.", "between Kupiansk and Svatove", "district", (49.56, 37.9)),
        ("Trucks burnt on the Imphal-Jiribam road in Manipur.", "Imphal-Jiribam road", "district", (24.8, 93.5)),
        ("Two died at Ain al-Hilweh in Lebanon.", "Ain al-Hilweh", "site", (33.54, 35.38)),
        ("A ship burned in the Bab al-Mandab.", "Bab al-Mandab", "region", (12.6, 43.3)),
        ("Clashes shook Deir ez-Zor.", "Deir ez-Zor", "town", (35.3, 40.1)),
    ],
)
def test_a_phrase_gets_a_point_and_says_how_exact_it_is(
    text: str, phrase: str, precision: str, near: tuple[float, float]
) -> None:
    value = resolve(text, phrase)
    assert value.precision == PlacePrecision(precision)
    assert value.lat is not None
    assert value.lon is not None
    assert distance_km((value.lat, value.lon), near) < 40


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Another blast hit the same site.", "same site"),
        ("He was shot outside his house.", "his house"),
        ("It happened at Tetevatu.", "Tetevatu"),
        ("It happened in Mir Kalam.", "Mir Kalam"),
        ("A camp was raided at Tin-Hama, in northern Mali.", "Tin-Hama"),
        ("Shots were fired at the gate of Camp 12.", "gate of Camp 12"),
        ("Men blocked the Kum-Bel road in Kyrgyzstan.", "Kum-Bel road"),
        ("The Taliban took it.", "Taliban"),
        ("They met at the Kodar highlands, north of Tbilisi, Georgia. Kutaisi was calm.", "Kodar highlands"),
    ],
)
def test_what_is_not_known_gets_no_coordinates_and_keeps_its_words(text: str, phrase: str) -> None:
    value = resolve(text, phrase)
    assert (value.lat, value.lon, value.geonames_id) == (None, None, None)
    assert value.name == phrase


@pytest.mark.parametrize(
    ("text", "phrase", "country", "admin1"),
    [
        ("A post at Tetevatu in Malaita province, Solomon Islands, burnt.", "Tetevatu", "SB", "Malaita"),
        ("The village of Mir Kalam in Takhar was hit.", "village of Mir Kalam in Takhar", "AF", "Takhar"),
        ("Gunmen came to Nampende, in Mozambique's Cabo Delgado province.", "Nampende", "MZ", "Cabo Delgado"),
        ("Valdelirios burned. Valdelirios, in Colombia's Cauca department, is a town.", "Valdelirios", "CO", "Cauca"),
    ],
)
def test_an_unknown_place_keeps_what_the_text_says_it_lies_in(
    text: str, phrase: str, country: str, admin1: str
) -> None:
    value = resolve(text, phrase)
    assert value.lat is None
    assert value.country == country
    assert (value.admin1 or "").startswith(admin1)
    assert value.basis is Basis.INFERRED


def test_a_country_never_passes_for_a_town() -> None:
    value = resolve("The blast shook Somalia.", "Somalia")
    assert value.precision is PlacePrecision.COUNTRY
    assert value.radius_km is not None
    assert value.radius_km > 300


def test_a_district_whose_centre_was_worked_out_says_so() -> None:
    assert "worked out" in resolve("An attack in Shangla, Khyber Pakhtunkhwa.", "Shangla").why


def test_one_unknown_place_does_not_empty_the_others() -> None:
    text = "Blasts hit Kabul, Xyzzyplugh and Herat."
    document = document_of(text)
    spans = [Span.of(text, text.index(word), text.index(word) + len(word)) for word in ("Kabul", "Xyzzyplugh", "Herat")]
    values = places.resolve_places(document, spans)
    assert [value.lat is not None for value in values] == [True, False, True]
    assert [value.spans[0] for value in values] == spans


def test_candidates_stand_beside_the_winner_with_scores_that_can_be_compared() -> None:
    value = resolve("French police raided a flat in Paris on Monday.", "Paris")
    scores = [candidate.score for candidate in value.candidates]
    assert scores == sorted(scores, reverse=True)
    assert value.candidates[0].geonames_id == value.geonames_id


def test_the_publisher_tells_a_town_from_its_namesakes() -> None:
    text = "Police in Springfield arrested two men on Monday."
    assert resolve(text, "Springfield", "masslive.com").admin1 == "Massachusetts"
    assert resolve(text, "Springfield", "news-leader.com").admin1 == "Missouri"


def test_level_namesakes_are_left_open() -> None:
    value = resolve("Two men were robbed in Santa Rita.", "Santa Rita")
    assert value.lat is None
    assert len(value.candidates) > 1


def test_another_spelling_is_found_in_the_country_that_the_text_names() -> None:
    value = resolve("Gunmen killed an official in Sulaimaniya, in Iraq's Kurdistan.", "Sulaimaniya")
    assert (value.country, value.precision) == ("IQ", PlacePrecision.TOWN)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80), st.integers(0, 79), st.integers(1, 30))
def test_any_text_gives_one_value_a_span_with_its_words(text: str, start: int, length: int) -> None:
    if start >= len(text):
        return
    span = Span.of(text, start, min(len(text), start + length))
    values = places.resolve_places(document_of(text), [span])
    assert len(values) == 1
    assert isinstance(values[0], PlaceValue)
    assert values[0].spans == (span,)
    assert (values[0].lat is None) == (values[0].lon is None)


@settings(max_examples=25, deadline=None)
@given(st.permutations(["Kabul", "Herat", "Mopti", "Gao", "Paris", "Hyderabad"]))
def test_the_order_in_which_spans_are_asked_for_changes_nothing(words: list[str]) -> None:
    text = "Reports came from Kabul, Herat, Mopti, Gao, Paris and Hyderabad."
    spans = {word: Span.of(text, text.index(word), text.index(word) + len(word)) for word in words}
    values = places.resolve_places(document_of(text), [spans[word] for word in words])
    alone = places.resolve_places(document_of(text), [spans[word] for word in sorted(words)])
    assert dict(zip(words, values, strict=True)) == dict(zip(sorted(words), alone, strict=True))


@pytest.mark.parametrize(
    ("text", "phrase", "country"),
    [
        ("M23 rebels took Goma in eastern Congo.", "eastern Congo", "CD"),
        ("Police in Brazzaville, Congo, fired at protesters in Pointe-Noire.", "Congo", "CG"),
        ("Troops fled Goma and Bukavu, officials in Congo said.", "Congo", "CD"),
        ("A boat sank near Congo, Paraíba, a town in Brazil.", "Congo", "BR"),
    ],
)
def test_the_document_tells_which_congo_is_meant(text: str, phrase: str, country: str) -> None:
    assert places.explain_place(phrase, text)["country"] == country


def test_congo_alone_stays_open_and_keeps_both() -> None:
    record = places.explain_place("Congo", "Fighting raged in Congo.")
    assert (record["country"], record["lat"]) == (None, None)
    assert {candidate["country"] for candidate in record["candidates"]} == {"CD", "CG"}
