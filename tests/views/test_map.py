from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.views.fiction import PLACES, all_accounts, write
from vedette.records import Account, EventType, PlacePrecision
from vedette.views.chronology import in_order
from vedette.views.report.declutter import Sheet, Wish, text_width
from vedette.views.report.groups import group_told
from vedette.views.report.land import draw_land
from vedette.views.report.map import HEIGHT, WIDTH, Map, draw_map
from vedette.views.report.outlines import load_outlines
from vedette.views.report.projection import fit_projection
from vedette.views.report.sightings import Sighting, gather_sightings


def sightings(*accounts: Account) -> tuple[Sighting, ...]:
    return gather_sightings([pair for _, members in group_told(in_order(accounts)) for pair in members])


def located(*spots: tuple[str, float, float, PlacePrecision]) -> Map:
    writer = write(" ".join(f"{name} shot." for name, *_ in spots), "spots.txt")
    for number, (name, lat, lon, precision) in enumerate(spots):
        PLACES[name] = (9_000_000 + number, lat, lon, "XX", None, precision)
        try:
            writer.tell(EventType.ASSAULT, "firearms", "shot", writer.place(name), n=number)
        finally:
            del PLACES[name]
    drawn = draw_map(sightings(writer.account()))
    assert drawn is not None
    return drawn


TOWN = PlacePrecision.TOWN


def test_the_outlines_ship_with_the_package_and_hold_every_country() -> None:
    outlines = load_outlines()
    assert len(outlines) > 230
    names = {outline.name for outline in outlines}
    assert {"Pakistan", "Afghanistan", "Kenya", "Colombia", "Fiji"} <= names
    for outline in outlines:
        for polygon in outline.polygons:
            assert all(-540 <= x <= 540 and -90 <= y <= 90 for ring in polygon.rings for x, y in ring)
            assert all(ring[0] == ring[-1] for ring in polygon.rings)


def test_no_border_jumps_across_the_world() -> None:
    for outline in load_outlines():
        for ring in (ring for polygon in outline.polygons for ring in polygon.rings):
            steps = [abs(after[0] - before[0]) for before, after in pairwise(ring) if abs(after[1]) < 89.9]
            assert max(steps, default=0) < 60, outline.name


def test_a_point_lies_in_the_country_that_it_is_in() -> None:
    projection = fit_projection([(67.0, 30.18)], WIDTH, HEIGHT)
    x, y = projection.at(67.0, 30.18)
    assert (round(x), round(y)) == (WIDTH / 2, HEIGHT / 2)
    land = {country.name: country for country in draw_land(load_outlines(), projection)}
    assert set(land) <= {"Pakistan", "Afghanistan", "India"}
    assert "Pakistan" in land


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.floats(-180, 180), st.floats(-60, 80)), min_size=1, max_size=12))
def test_every_point_that_the_sheet_is_fitted_to_lies_on_it(points: list[tuple[float, float]]) -> None:
    projection = fit_projection(points, WIDTH, HEIGHT)
    for longitude, latitude in points:
        x, y = projection.at(projection.near(longitude), latitude)
        assert -1 <= x <= WIDTH + 1
        assert -1 <= y <= HEIGHT + 1


def test_places_on_both_sides_of_the_date_line_are_neighbours() -> None:
    drawn = located(("Suva", -18.14, 178.44, TOWN), ("Apia", -13.83, -171.76, TOWN))
    assert drawn.scale_km < 1000
    (west,), (east,) = ([m.x for m in drawn.marks if name in m.title] for name in ("Suva", "Apia"))
    assert west < east


def test_one_far_off_place_does_not_shrink_the_map_and_is_listed() -> None:
    near = [(f"Near {n}", 30 + n / 5, 67 + n / 5, TOWN) for n in range(12)]
    drawn = located(*near, ("Far", 38.9, -77.0, TOWN))
    assert len(drawn.marks) == 12
    assert [(words, reason) for _, words, reason in drawn.off] == [("Far, XX", "far from the rest")]


def test_a_country_and_a_province_are_areas_and_a_region_is_on_no_map() -> None:
    drawn = located(
        ("Aland", 30, 70, PlacePrecision.COUNTRY),
        ("Bland", 31, 71, PlacePrecision.PROVINCE),
        ("Cland", 32, 72, PlacePrecision.DISTRICT),
        ("Dland", 33, 73, PlacePrecision.REGION),
    )
    marks = {mark.precision: mark for mark in drawn.marks}
    assert marks["country"].area
    assert marks["province"].area
    assert not marks["district"].area
    assert marks["district"].ring is not None
    assert [reason for _, _, reason in drawn.off] == ["spans countries"]


def test_no_two_labels_overlap() -> None:
    spots = [(f"Place {n}", 30 + (n % 7) / 3, 67 + (n // 7) / 3, TOWN) for n in range(40)]
    drawn = located(*spots)
    boxes = []
    for label in drawn.labels:
        width = text_width(label.text, 13)
        left = {"start": label.x, "middle": label.x - width / 2, "end": label.x - width}[label.anchor]
        boxes.append((left, label.y - 7, left + width, label.y + 7))
    assert len(boxes) > 5
    for index, a in enumerate(boxes):
        for b in boxes[index + 1 :]:
            assert not (a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3])


def test_a_label_that_fits_nowhere_is_left_out() -> None:
    sheet = Sheet(100, 100)
    sheet.take((0, 0, 100, 100))
    assert sheet.place([Wish("Karachi", 50, 50, 4)], 20, 12) == []


@pytest.mark.parametrize("points", [[], [(67.0, 30.0)], [(-179.0, -80.0), (10.0, 83.0)]])
def test_land_is_drawn_inside_the_sheet_whatever_is_asked(points: list[tuple[float, float]]) -> None:
    for country in draw_land(load_outlines(), fit_projection(points, WIDTH, HEIGHT)):
        x = y = 0.0
        for ring in country.path.split("M")[1:]:
            numbers = [float(number) for number in re.findall(r"-?[\d.]+(?:e-?\d+)?", ring)]
            x, y = numbers[0], numbers[1]
            for step_x, step_y in zip(numbers[2::2], numbers[3::2], strict=True):
                x, y = x + step_x, y + step_y
                assert -9 <= x <= WIDTH + 9
                assert -9 <= y <= HEIGHT + 9


def test_the_toll_of_a_place_is_the_highest_of_one_event() -> None:
    quetta = next(seen for seen in sightings(*all_accounts()) if seen.place.name == "Quetta")
    assert quetta.toll == 7
    kabul = next(seen for seen in sightings(*all_accounts()) if seen.place.name == "Kabul")
    assert kabul.toll is None
    assert not kabul.real
