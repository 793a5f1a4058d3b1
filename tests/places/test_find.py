from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.places.documents import document_of, found_in
from vedette import places


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A bomb went off in Kabul on Monday.", ["Kabul"]),
        ("Troops left Deir ez-Zor for al-Hasakah.", ["Deir ez-Zor", "al-Hasakah"]),
        ("She flew from Port-au-Prince to New York.", ["Port-au-Prince", "New York"]),
        ("Shots were fired in Paris, Tex., and in Albany, N.Y.", ["Paris", "Tex.", "Albany", "N.Y."]),
        ("KABUL (Agency) - Two men died.", ["KABUL"]),
        ("It burned in Khyber Pakhtunkhwa and in St. Louis.", ["Khyber Pakhtunkhwa", "St. Louis"]),
        ("Refugees crossed from the Democratic Republic of the Congo.", ["Democratic Republic of the Congo"]),
        ("Aleppo, Homs and Idlib were shelled.", ["Aleppo", "Homs", "Idlib"]),
    ],
)
def test_names_of_places_are_found(text: str, wanted: list[str]) -> None:
    assert found_in(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Jordan Smith was arrested.",
        "Paris Hilton came late.",
        "Michael Jordan retired.",
        "Mr. Austin said that he was innocent.",
        "Judge Lincoln agreed.",
        "Ann Carter was there, and Carter left.",
        "Afghan and Chinese officials met.",
        "The Taliban and Hamas denied it.",
        "He studied at the University of Rochester.",
        "Oxford University closed.",
        "Karachi Police made arrests.",
        "Reading is fun, and so is Nice.",
        "March was cold, and May was not.",
        "The North and the South agreed.",
        "Freeborn Lake froze.",
        "Beijing has asked for more guards.",
        "Washington fears a wider war.",
        "Kabul denied it.",
    ],
)
def test_people_bodies_and_plain_words_are_no_places(text: str) -> None:
    assert found_in(text) == []


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120))
def test_found_spans_are_slices_in_order_that_do_not_overlap(text: str) -> None:
    spans = places.find_places(document_of(text))
    assert all(text[span.start : span.end] == span.text for span in spans)
    assert all(left.end <= right.start for left, right in itertools.pairwise(spans))


def test_the_same_text_gives_the_same_spans() -> None:
    text = "From Kabul to Herat, and from Gao to Mopti, in Afghanistan and Mali."
    assert places.find_places(document_of(text)) == places.find_places(document_of(text))
