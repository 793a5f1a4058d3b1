"""Neighbours that are surely two: one day, one place, and all else their own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.incidents.stream import draw_reports, seeded
from training.incident_neighbours import Source, draw_neighbours, lay_beside
from vedette.incidents.sketch import sketch_account


def sources() -> list[Source]:
    reports = draw_reports(seeded(3), 40)
    return [Source(sketch, report.document.id) for report in reports for sketch in sketch_account(report)]


def test_neighbours_are_of_two_families_and_share_day_and_place() -> None:
    drawn = draw_neighbours(sources(), 50)
    assert len(drawn) == 50
    for one, two in drawn:
        assert one.family != two.family
        assert (one.sketch.days, one.sketch.place_words) == (two.sketch.days, two.sketch.place_words)
        assert len({one.sketch.mode, two.sketch.mode} - {None}) < 2
    assert draw_neighbours(sources(), 50) == drawn


def test_reports_of_one_family_have_no_neighbours() -> None:
    of_one = [replace(one, family="a") for one in sources()]
    with pytest.raises(ValueError, match="more reports"):
        draw_neighbours(of_one, 1)


def test_whom_it_hit_and_its_tolls_stay_its_own() -> None:
    here, there = sources()[0].sketch, sources()[-1].sketch
    for one_hand in (True, False):
        laid = lay_beside(there, here, one_hand=one_hand)
        assert (laid.recipient_words, laid.tolls, laid.heads) == (there.recipient_words, there.tolls, there.heads)
        assert laid.actors == (here.actors if one_hand else there.actors)
