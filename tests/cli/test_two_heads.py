"""Incidents of which one report tells under two heads: what people see of it, and how they decide on it."""

from __future__ import annotations

import shutil
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from tests.cli.running import run
from tests.cli.test_judging import decide, diff, keep, lines
from tests.incidents.small import Report, ferry_bomb
from vedette.records import Role

FIRST, SECOND = "aa01", "ab02"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    twice = Report(
        "twice.txt",
        "A bomb exploded at the Dawis ferry landing on 14 October 2025 and nine died. The nine of the Dawis attack "
        "were buried, the Gazette saw",
        "2025-10-17",
        "Port Gazette",
    )
    for trigger, toll in (("exploded", "nine died"), ("attack", "nine of")):
        twice.event(
            trigger,
            twice.on("14 October 2025", "2025-10-14"),
            twice.at("Dawis", 6.9, 122.1),
            twice.count(Role.KILLED, toll, 9, 9),
        )
    path = tmp_path_factory.mktemp("made") / "case.db"
    account = twice.account()
    events = (replace(event, id=name) for event, name in zip(account.events, (FIRST, SECOND), strict=True))
    keep(path, *ferry_bomb(), replace(account, events=tuple(events)))
    assert run("incidents", "--db", path).code == 0
    return path


@pytest.fixture
def case(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(made, tmp_path / "case.db"))


def told(case: Path) -> list[Counter[str]]:
    found = lines("incidents", "--db", case, "--format", "jsonl")
    return [Counter(report["name"] for report in incident["reports"]) for incident in found]


def bomb_of(case: Path) -> str:
    return str(lines("incidents", "--db", case, "--format", "jsonl")[0]["id"])


def test_show_lists_the_report_once_with_both_events_and_counts_it_once(case: Path) -> None:
    out = run("show", bomb_of(case), "--db", case).out
    assert "5 reports, 4 independent" in out
    (line,) = [line for line in out.splitlines() if "twice.txt" in line]
    assert f"{FIRST}, {SECOND}" in line


def test_pairs_of_reports_say_which_event_of_a_report_they_speak_of(case: Path) -> None:
    out = " ".join(run("show", bomb_of(case), "--pairs", "--db", case).out.split())
    assert f"twice.txt ({FIRST})" in out
    assert f"twice.txt ({SECOND})" in out
    assert f"twice.txt ({FIRST}) ~ twice.txt ({SECOND})" not in out
    assert "other reports show it" in out


def test_splitting_the_report_off_takes_both_events_and_undoing_it_brings_both_back(case: Path) -> None:
    before = lines("incidents", "--db", case, "--format", "jsonl")
    assert "(1 report)" in decide(case, "split", bomb_of(case), "twice.txt")
    assert Counter({"twice.txt": 2}) in told(case)
    assert "split (4 | 1 reports)" in " ".join(run("history", "--db", case).out.split())
    decide(case, "undo", "1")
    assert lines("incidents", "--db", case, "--format", "jsonl") == before


def test_one_event_of_the_report_can_be_split_off_by_its_id(case: Path) -> None:
    before = Path(shutil.copy(case, case.with_name("before.db")))
    decide(case, "split", bomb_of(case), SECOND)
    assert Counter({"twice.txt": 1}) in told(case)
    assert sum(counted["twice.txt"] for counted in told(case)) == 2
    (change,) = diff(before, case)
    assert (change["change"], change["added"], change["dropped"]) == ("split", [], [])


def test_what_begins_more_than_one_id_is_refused(case: Path) -> None:
    ran = run("split", bomb_of(case), "a", "--db", case)
    assert ran.code == 2
    assert "more than one id" in ran.err


def test_a_rejected_event_of_the_report_is_no_report_less(case: Path) -> None:
    before = Path(shutil.copy(case, case.with_name("before.db")))
    decide(case, "reject", SECOND)
    (change,) = diff(before, case)
    assert (change["change"], change["dropped"]) == ("changed", [])
    assert "the same reports" in " ".join(run("diff", before, case).out.split())


def test_reports_that_came_since_are_counted_by_document(case: Path) -> None:
    bomb = bomb_of(case)
    decide(case, "split", bomb, "twice.txt")
    decide(case, "accept", bomb)
    decide(case, "undo", "1")
    assert "accepted (1 report came since)" in run("show", bomb, "--db", case).out


def test_the_picture_of_tolls_shows_a_figure_told_under_both_heads_once(case: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert run("report", "--db", case, "-o", page).code == 0
    section = page.read_text(encoding="utf-8").partition('id="incidents"')[2].partition("</section>")[0]
    assert section.count("<circle") == 5


def test_a_file_in_a_folder_is_split_off_by_its_bare_name_and_an_id_that_is_gone_says_so(tmp_path: Path) -> None:
    case = tmp_path / "case.db"
    accounts = ferry_bomb()
    keep(case, *(replace(one, document=replace(one.document, name=f"in/{one.document.name}")) for one in accounts))
    decide(case, "split", bomb_of(case), "monitor.txt")
    assert Counter({"in/monitor.txt": 1}) in told(case)
    bomb, *_, other = (str(one["id"]) for one in lines("incidents", "--db", case, "--format", "jsonl"))
    decide(case, "merge", bomb, other)
    ran = run("show", other, "--db", case)
    assert f"{other} is gone: its reports are in {bomb} now." in ran.err
