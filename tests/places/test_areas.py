from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.places.documents import resolve
from vedette.places.geometry import midpoint, move
from vedette.records import Basis, PlacePrecision
from vedette.records.geometry import distance_km

MOPTI, TANZANIA = (14.4843, -4.18296), (-6.2, 34.8)


def test_a_distance_and_a_direction_make_a_point_with_a_radius() -> None:
    value = resolve("The convoy was hit 30 km north of Mopti.", "30 km north of Mopti")
    assert (value.lat or 0) > MOPTI[0]
    assert distance_km((value.lat or 0, value.lon or 0), MOPTI) == pytest.approx(30, abs=0.5)
    assert value.radius_km == pytest.approx(10.5)
    assert value.basis is Basis.RELATIVE


@pytest.mark.parametrize(
    ("phrase", "km"),
    [
        ("ten miles south of Mopti", 16.09),
        ("some 90 kilometres west of Mopti", 90),
        ("40 nautical miles east of Mopti", 74.08),
        ("500 m north of Mopti", 0.5),
        ("1.5 km from Mopti", 0),
    ],
)
def test_measures_are_read_in_km(phrase: str, km: float) -> None:
    value = resolve(f"Soldiers in Mali were hit {phrase}.", phrase)
    assert distance_km((value.lat or 0, value.lon or 0), MOPTI) == pytest.approx(km, abs=0.6)


def test_a_part_of_a_country_is_an_area_in_it_and_no_longer_the_country() -> None:
    value = resolve("Militants raided southern Tanzania.", "southern Tanzania")
    assert value.precision is PlacePrecision.PROVINCE
    assert (value.lat or 0) < TANZANIA[0]
    assert value.radius_km is not None


@pytest.mark.parametrize("phrase", ["near Mopti", "outside Mopti", "on the outskirts of Mopti", "close to Mopti"])
def test_what_lies_near_keeps_the_point_and_gets_a_radius(phrase: str) -> None:
    value = resolve(f"Soldiers in Mali were hit {phrase}.", phrase)
    assert distance_km((value.lat or 0, value.lon or 0), MOPTI) < 1
    assert value.radius_km is not None
    assert value.basis is Basis.RELATIVE


def test_a_border_lies_between_the_country_named_and_the_one_spoken_of() -> None:
    value = resolve("Pakistani troops were killed near the Iranian border.", "near the Iranian border")
    assert value.name == "Iran-Pakistan border"
    assert value.precision is PlacePrecision.REGION


@pytest.mark.parametrize(
    "phrase", ["off the coast of Yemen", "the Yemeni coast", "off Yemen", "Yemen's southern coast", "in Yemeni waters"]
)
def test_a_coast_is_where_the_ports_are_and_not_the_countrys_middle(phrase: str) -> None:
    value = resolve(f"A tanker was hit {phrase}.", phrase)
    assert (value.name, value.country, value.precision) == ("coast of Yemen", "YE", PlacePrecision.REGION)
    for port in ((12.79, 44.99), (14.83, 42.94)):  # Aden, Hodeidah
        assert distance_km((value.lat or 0, value.lon or 0), port) <= (value.radius_km or 0)


def test_a_distance_off_a_coast_widens_it() -> None:
    near, far = (
        resolve(f"Hit {phrase}.", phrase) for phrase in ("off Oman", "200 nautical miles off the coast of Oman")
    )
    assert (far.radius_km or 0) - (near.radius_km or 0) == pytest.approx(200 * 1.852 - 40, abs=0.2)


@pytest.mark.parametrize("phrase", ["off the coast of Mali", "the Chadian shore"])
def test_a_country_without_a_sea_has_no_coast(phrase: str) -> None:
    assert resolve(f"Fighters were seen {phrase}.", phrase).lat is None


@pytest.mark.parametrize(
    ("phrase", "precision"), [("Ivory Coast", PlacePrecision.COUNTRY), ("off Hodeidah", PlacePrecision.TOWN)]
)
def test_a_name_with_a_coast_in_it_and_a_town_stay_what_they_are(phrase: str, precision: PlacePrecision) -> None:
    assert resolve(f"Fighters were seen in {phrase}.", phrase).precision is precision


@pytest.mark.parametrize(
    ("phrase", "name", "kind"),
    [
        ("the port of Hodeidah", "Port of Hodeidah", PlacePrecision.SITE),
        ("Hodeidah's port", "Port of Hodeidah", PlacePrecision.SITE),
        ("the harbour of Odesa", "Port of Odessa", PlacePrecision.SITE),
        ("the airport of Goma", "Goma International Airport", PlacePrecision.SITE),
        ("the port of Kabul", "Kabul", PlacePrecision.TOWN),
        ("Port Sudan", "Port Sudan", PlacePrecision.TOWN),
        ("the market of Hodeidah", "Al Ḩudaydah", PlacePrecision.TOWN),
    ],
)
def test_the_port_or_airport_of_a_town_is_itself_where_the_index_has_it(
    phrase: str, name: str, kind: PlacePrecision
) -> None:
    value = resolve(f"Drones hit {phrase}.", phrase)
    assert (value.name, value.precision) == (name, kind)


def test_a_port_lies_in_the_units_of_its_town() -> None:
    assert resolve("Drones hit the port of Hodeidah.", "the port of Hodeidah").admin1 == "Al Hudaydah"


@pytest.mark.parametrize(
    ("phrase", "name", "km"),
    [
        ("the Moria refugee camp", "Moria camp", None),
        ("Cox's Bazar refugee camp", "Kutupalong", None),
        ("the Goma refugee camp", "Goma", 15.0),
        ("a camp near Goma", "Goma", 10.0),
        ("Cox's Bazar", "Cox’s Bāzār", None),
    ],
)
def test_a_camp_is_its_own_place_or_lies_by_the_town_it_is_called_after(
    phrase: str, name: str, km: float | None
) -> None:
    value = resolve(f"Fire swept {phrase}.", phrase)
    assert (value.name, value.radius_km) == (name, km)


@pytest.mark.parametrize(
    ("text", "phrase", "precision"),
    [
        ("A tanker was hit in the Red Sea.", "the Red Sea", PlacePrecision.REGION),
        ("Red Sea State in Sudan was calm.", "Red Sea State", PlacePrecision.PROVINCE),
        ("Drones hit Port Sudan, Red Sea, in Sudan.", "Red Sea", PlacePrecision.PROVINCE),
    ],
)
def test_a_name_that_says_it_is_a_sea_is_one_unless_the_text_speaks_of_a_unit(
    text: str, phrase: str, precision: PlacePrecision
) -> None:
    assert resolve(text, phrase).precision is precision


def test_a_road_between_towns_holds_both() -> None:
    text = "A truck hit a mine on the road from Gao to Ansongo in Mali."
    value = resolve(text, "the road from Gao to Ansongo")
    for town in ((16.27, -0.04), (15.66, 0.5)):
        assert distance_km((value.lat or 0, value.lon or 0), town) <= (value.radius_km or 0) + 1


def test_names_too_far_apart_are_not_two_ends_of_a_road() -> None:
    value = resolve("Fighting went on between Karachi and Lima.", "between Karachi and Lima")
    assert value.lat is None


point = st.tuples(st.floats(-80, 80), st.floats(-179.9, 179.9))


@settings(max_examples=60, deadline=None)
@given(point, st.floats(0, 500), st.floats(0, 360))
def test_a_move_ends_as_far_away_as_it_says(start: tuple[float, float], km: float, bearing: float) -> None:
    assert distance_km(start, move(start, km, bearing)) == pytest.approx(km, abs=0.01)


@settings(max_examples=60, deadline=None)
@given(point, point)
def test_distance_is_the_same_both_ways(one: tuple[float, float], other: tuple[float, float]) -> None:
    assert distance_km(one, other) == pytest.approx(distance_km(other, one))


def test_the_middle_of_two_points_goes_the_short_way_round_the_date_line() -> None:
    assert midpoint((0.0, 179.0), (0.0, -179.0))[1] in (180.0, -180.0)


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("the Mali-Niger border", "Mali-Niger border"),
        ("the Pakistan-Afghanistan border", "Afghanistan-Pakistan border"),
        ("the Afghan-Pakistani border", "Afghanistan-Pakistan border"),
        ("the Thai-Cambodian border", "Cambodia-Thailand border"),
        ("the Sudanese-Chadian border", "Sudan-Chad border"),
        ("the Tin-Hama border", "the Tin-Hama border"),
    ],
)
def test_two_countries_joined_by_a_hyphen_have_a_border(phrase: str, name: str) -> None:
    assert resolve(f"Clashes broke out on {phrase}.", phrase).name == name
