from __future__ import annotations

from scripts.build_outlines import compile_outlines

TOPOLOGY = {
    "transform": {"scale": [0.5, 0.25], "translate": [10, 20]},
    "arcs": [[[0, 0], [4, 0], [0, 8]], [[4, 8], [-4, 0], [0, -8]]],
    "objects": {
        "countries": {
            "geometries": [
                {"type": "MultiPolygon", "arcs": [[[0, 1]]], "properties": {"name": "Zed"}},
                {"type": "Polygon", "arcs": [[-2, -1]], "properties": {"name": "Ay"}},
                {"type": None, "properties": {"name": "Nowhere"}},
            ]
        }
    },
}


def test_arcs_are_decoded_and_coded_again_in_hundredths_of_a_degree() -> None:
    outlines = compile_outlines(TOPOLOGY)
    assert outlines["arcs"] == [[1000, 2000, 200, 0, 0, 200], [1200, 2200, -200, 0, 0, -200]]


def test_countries_are_sorted_and_shapeless_ones_left_out() -> None:
    outlines = compile_outlines(TOPOLOGY)
    assert outlines["countries"] == [
        {"name": "Ay", "polygons": [[[-2, -1]]]},
        {"name": "Zed", "polygons": [[[0, 1]]]},
    ]


def test_points_that_fall_together_are_kept_once() -> None:
    fine = {**TOPOLOGY, "transform": {"scale": [0.001, 0.001], "translate": [0, 0]}}
    assert compile_outlines(fine)["arcs"][0] == [0, 0, 0, 1]
