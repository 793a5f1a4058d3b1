from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from tests.incidents.small import ferry_bomb
from vedette.incidents import explain_reports, merge_accounts
from vedette.records import Incident
from vedette.views import draw_waterfalls
from vedette.views.incidents import Pair
from vedette.views.waterfall import steps_of

SVG = "{http://www.w3.org/2000/svg}"


def bomb_with_pairs() -> tuple[Incident, list[Pair]]:
    accounts = ferry_bomb()
    bomb = max(merge_accounts(accounts), key=lambda incident: len(incident.reports))
    found = explain_reports(bomb, accounts)
    return bomb, [
        (pair.one, pair.two, pair.chance, [(reason.name, reason.weight) for reason in pair.reasons]) for pair in found
    ]


def test_each_step_begins_where_the_one_before_ended_and_the_verdict_is_their_sum() -> None:
    _, pairs = bomb_with_pairs()
    for pair in pairs:
        *steps, verdict = steps_of(pair[3])
        assert [step.start for step in steps[1:]] == [step.end for step in steps[:-1]]
        assert verdict.start == 0.0
        assert verdict.end == pytest.approx(steps[-1].end, abs=0.05)
        assert all((step.kind == "for") == (step.end > step.start) for step in steps)


def test_what_weighs_next_to_nothing_is_one_bar_or_none() -> None:
    bars = steps_of([("before-any-evidence", -1.0), *[(f"crumb-{number}", 0.04) for number in range(5)]])
    assert [bar.name for bar in bars] == ["before any evidence", "all the rest", "verdict"]
    assert bars[-1].end == pytest.approx(-0.8)
    assert [bar.name for bar in steps_of([("before-any-evidence", 2.0), ("crumb", 0.01)])] == [
        "before any evidence",
        "verdict",
    ]


def test_the_picture_is_one_well_formed_file_with_every_pair_and_every_step_in_it() -> None:
    bomb, pairs = bomb_with_pairs()
    picture = draw_waterfalls(bomb, pairs)
    root = ET.fromstring(picture)  # noqa: S314 - we have just written it
    assert len(root.findall(f"{SVG}rect")) == sum(len(steps_of(pair[3])) for pair in pairs if pair[3])
    heads = [text.text or "" for text in root.findall(f"{SVG}text") if text.get("class") == "head"]
    assert len(heads) == 6
    assert "cable.txt ~ post.txt" in heads[0]
    right = max(float(bar.get("x", 0)) + float(bar.get("width", 0)) for bar in root.findall(f"{SVG}rect"))
    assert right <= float(root.get("width", 0))
    assert draw_waterfalls(bomb, pairs) == picture


def test_a_pair_that_was_never_compared_is_not_drawn() -> None:
    bomb, _ = bomb_with_pairs()
    assert "<rect" not in draw_waterfalls(bomb, [(0, 1, 0.0, [])])
