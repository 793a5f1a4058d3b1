from __future__ import annotations

import pytest

from vedette import places
from vedette.errors import UsageError
from vedette.places.index import open_index
from vedette.places.spelling import respell, skeleton_of
from vedette.places.survey import publisher_place
from vedette.places.words import load_words


def test_a_phrase_is_shown_with_its_value_rivals_and_reasons() -> None:
    record = places.explain_place("Shangla", "A convoy was hit in Shangla, Khyber Pakhtunkhwa.")
    assert (record["country"], record["precision"]) == ("PK", "district")
    assert "Khyber Pakhtunkhwa" in record["why"]
    assert record["candidates"]


def test_a_phrase_outside_the_context_is_read_on_its_own() -> None:
    assert places.explain_place("Kabul", "")["country"] == "AF"


def test_an_empty_phrase_is_wrong_use() -> None:
    with pytest.raises(UsageError, match="empty"):
        places.explain_place(" ", "text")


@pytest.mark.parametrize(
    ("context", "acts"),
    [
        ("Beijing has asked Islamabad for answers.", True),
        ("An angry Beijing denied it.", True),
        ("A man set himself on fire in Beijing.", False),
        ("", False),
    ],
)
def test_a_capital_that_acts_is_said_to_be_no_place(context: str, acts: bool) -> None:
    assert ("explain-actor" in places.explain_place("Beijing", context)["why"]) is acts


@pytest.mark.parametrize(
    ("phrase", "source"),
    [
        ("the Gulf of Aden", "IHO, Limits of Oceans and Seas"),
        ("Kabul", "GeoNames"),
        ("Hodeidah port", "UN/LOCODE ports"),
        ("Qwertopolis", None),
    ],
)
def test_the_source_of_an_entry_is_named(phrase: str, source: str | None) -> None:
    assert places.explain_place(phrase, "")["source"] == source


@pytest.mark.parametrize(
    ("publisher", "key"),
    [
        ("parisbeacon.com", "paris"),
        ("The Karachi Daily", "karachi"),
        ("dallasnews.com", "dallas"),
        ("timesonline.co.uk", None),
        ("Evening Post", None),
        ("", None),
    ],
)
def test_the_place_in_a_publishers_name_is_found(publisher: str, key: str | None) -> None:
    assert publisher_place(publisher, open_index(), load_words()) == key


@pytest.mark.parametrize(
    ("name", "country", "found"),
    [
        ("Sulaimaniya", "IQ", "Sulaymaniyah"),
        ("Garbaharey", "SO", "Garbahaarrey"),
        ("Qalat", "PK", "Kalat"),
        ("Kwatan Mota", "NG", None),
        ("Ur", "IQ", None),
        ("Sulaimaniya", "BR", None),
    ],
)
def test_a_name_is_found_under_another_spelling_or_not_at_all(name: str, country: str, found: str | None) -> None:
    place = respell(name, country, open_index())
    assert (place.name if place else None) == found


def test_like_sounding_spellings_share_a_skeleton() -> None:
    assert skeleton_of("sheikh zuweid") == skeleton_of("shaykh zuwayd")
    assert skeleton_of("kabul") != skeleton_of("kandahar")


@pytest.mark.parametrize(
    ("phrase", "iso", "de_facto"),
    [
        ("Crimea", "UA", "RU"),
        ("Simferopol", "UA", "RU"),
        ("Golan Heights", "SY", "IL"),
        ("Srinagar", "IN", "IN; claimed by: PK"),
        ("Muzaffarabad", "PK", "PK; claimed by: IN"),
        ("Sukhumi", "GE", "local authorities"),
        ("Tskhinvali", "GE", "local authorities; RU troops"),
        ("Hargeisa", "SO", "local authorities"),
        ("Northern Nicosia", "CY", "local authorities; TR troops"),
        ("Donetsk", "UA", "RU and UA, each in part"),
        ("Luhansk", "UA", "RU, all or nearly all"),
        ("Tiraspol", "MD", "local authorities; RU troops"),
        ("Laayoune", "EH", "MA west of the berm"),
        ("Majdal Shams", "SY", "IL"),
        ("Stepanakert", "AZ", "AZ since September 2023"),
    ],
)
def test_a_place_in_a_contested_area_tells_both_views(phrase: str, iso: str, de_facto: str) -> None:
    why = places.explain_place(phrase, f"A drone hit {phrase}.")["why"]
    assert f"contested; ISO 3166: {iso}; on the ground: {de_facto}" in why


@pytest.mark.parametrize(
    "phrase", ["Lviv", "Lahore", "Delhi", "Batumi", "Nicosia", "Mogadishu", "Dnipro", "Gori", "Haifa"]
)
def test_a_place_that_nobody_contests_tells_none(phrase: str) -> None:
    assert "contested" not in places.explain_place(phrase, f"A drone hit {phrase}.")["why"]
