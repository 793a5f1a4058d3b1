from __future__ import annotations

import time
from pathlib import Path

import pytest

from vedette.errors import VedetteError
from vedette.places.index import PlaceIndex, open_index
from vedette.places.keys import fold_name, short_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sana’a", "Sanaa"),
        ("Al-Bāb", "al Bab"),
        ("St. Louis", "Saint Louis"),
        ("Łódź", "Lodz"),
        ("N'Djamena", "N’Djamena"),
        ("Port-au-Prince", "Port au Prince"),
    ],
)
def test_spellings_that_differ_in_marks_fold_to_one_key(one: str, other: str) -> None:
    assert fold_name(one) == fold_name(other)


def test_short_forms_keep_their_dots_apart_from_the_post_codes() -> None:
    assert short_key("L.A.") != short_key("LA")
    assert short_key("W. Va.") == short_key("W.Va.")


@pytest.mark.parametrize(
    ("name", "geonames_id"),
    [("Kabul", 1138958), ("Karachi", 1174872), ("Khyber Pakhtunkhwa", 1168873), ("Rapides Parish", 4338356)],
)
def test_known_places_carry_their_geonames_ids(name: str, geonames_id: int) -> None:
    assert geonames_id in {place.geonames_id for place, _ in open_index().find(fold_name(name))}


def test_a_name_that_nobody_has_finds_nothing() -> None:
    assert open_index().find("xyzzyplugh") == []
    assert not open_index().holds("")
    assert open_index().reach(["zz", "top"]) == []


def test_reach_gives_every_length_that_is_a_name() -> None:
    assert open_index().reach(["khyber", "pakhtunkhwa", "province"])[-1] >= 2


def test_every_place_lies_on_the_globe_and_in_its_parents() -> None:
    index = open_index()
    for number in range(0, len(index), 997):
        place = index.place(number)
        if place.point is not None:
            assert -90 <= place.point[0] <= 90
            assert -180 <= place.point[1] <= 180
        if place.admin1 is not None:
            assert index.place(place.admin1).kind == "province"


@pytest.mark.parametrize(
    ("key", "kind", "iso", "de_facto"),
    [
        ("crimea", "province", "UA", "RU"),
        ("abkhazia", "area", "GE", "local authorities; RU troops"),
        ("golan heights", "area", "SY", "IL"),
        ("somaliland", "area", "SO", "local authorities"),
        ("kashmir", "region", "IN, PK and CN", "IN, PK and CN, each in part"),
    ],
)
def test_contested_areas_carry_the_iso_and_the_de_facto_view(key: str, kind: str, iso: str, de_facto: str) -> None:
    index = open_index()
    place = next(place for place, _ in index.find(key) if place.kind == kind)
    views = index.note(place)["views"]
    assert (views["iso"], views["de_facto"]) == (iso, de_facto)


@pytest.mark.parametrize(("one", "other", "meet"), [("PK", "AF", True), ("CO", "VE", True), ("PK", "BR", False)])
def test_land_borders_are_known(one: str, other: str, meet: bool) -> None:
    assert (open_index().border(one, other) is not None) == meet
    assert open_index().border(one, other) == open_index().border(other, one)


def test_a_look_up_takes_microseconds() -> None:
    index = open_index()
    started = time.process_time()
    for _ in range(2_000):
        index.holds("khyber pakhtunkhwa")
    assert (time.process_time() - started) / 2_000 < 200e-6


def test_a_file_that_is_no_index_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "gazetteer.bin"
    path.write_bytes(b"something else entirely, and long enough")
    with pytest.raises(VedetteError, match="no place index"):
        PlaceIndex(path)
