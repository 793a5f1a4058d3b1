"""`vedette demo`: the examples from end to end."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import FETCHED, Ran, run

EXPECTED: dict[str, Any] = json.loads(
    (Path(__file__).parents[2] / "examples" / "expected.json").read_text(encoding="utf-8")
)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Ran, Path]:
    folder = tmp_path_factory.mktemp("demo") / "made" / "here"
    return run("demo", "--into", folder, "--quiet"), folder


def test_the_demo_prints_a_table_and_says_where_its_files_are(demo: tuple[Ran, Path]) -> None:
    ran, folder = demo
    assert ran.code == 0
    assert str(folder / "vedette-demo.html") in ran.err
    assert str(folder / "vedette-demo.db") in ran.err
    for words in ("Nampuita", "Assault", "Killed"):
        assert words in ran.out


def test_the_demo_writes_a_page_that_needs_nothing_else(demo: tuple[Ran, Path]) -> None:
    page = (demo[1] / "vedette-demo.html").read_text(encoding="utf-8")
    assert "<svg" in page
    assert not re.findall(FETCHED, page)


def test_the_demo_s_case_file_can_be_asked(demo: tuple[Ran, Path]) -> None:
    case = demo[1] / "vedette-demo.db"
    listed = run("events", "--db", case)
    assert listed.out == demo[0].out
    event = run("events", "--db", case, "--format", "jsonl").lines[0]["events"][0]
    assert run("show", event["id"][:6], "--db", case).code == 0


def test_each_of_the_four_incidents_comes_out_as_one(demo: tuple[Ran, Path]) -> None:
    case = demo[1] / "vedette-demo.db"
    told = run("incidents", "--db", case, "--reports", "2", "--type", "ASSAULT", "--format", "jsonl").lines
    given = [{Path(report["name"]).name for report in incident["reports"]} for incident in told]
    wanted = [{report["document"] for report in incident["reports"]} for incident in EXPECTED["incidents"]]
    missed = {"nightline-2026-03-13"}  # the reader finds no happening in its "three unfortunate deaths"
    assert len(given) == len(wanted)
    for documents in wanted:
        (found,) = [names for names in given if names & documents]
        assert documents - found <= missed
        assert found <= documents


def test_the_demo_again_is_the_same_demo(demo: tuple[Ran, Path]) -> None:
    ran, folder = demo
    page = (folder / "vedette-demo.html").read_bytes()
    assert run("demo", "--into", folder, "--quiet") == ran
    assert (folder / "vedette-demo.html").read_bytes() == page


def test_a_demo_into_a_file_is_wrong_use(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    assert run("demo", "--into", tmp_path / "a.txt").code == 2
