"""`vedette read`: what goes in, what comes out, what is kept."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import REPORT, SECOND
from tests.cli.running import Ran, run, run_apart

KILLING = b"Gunmen killed five people in Quetta on Monday."


def read_stdin(text: bytes, *words: str) -> Ran:
    return run("read", "-", "--db", "none", "--quiet", "--format", "jsonl", *words, stdin=text)


def test_a_report_from_standard_input_becomes_one_line_of_json() -> None:
    ran = read_stdin(KILLING, "--published", "2026-03-12", "--publisher", "The Herald", "--marking", "amber")
    assert (ran.code, ran.err) == (0, "")
    (line,) = ran.lines
    assert list(line) == ["document", "events", "attributions", "ties", "issues"]
    assert line["document"]["name"] == "stdin"
    assert line["document"]["publisher"] == "The Herald"
    assert line["document"]["marking"] == "TLP:AMBER"
    assert line["document"]["published"]["date"] == "2026-03-12"
    assaults = [event for event in line["events"] if event["type"] == "ASSAULT"]
    assert any(count["role"] == "killed" and count["low"] == 5 for event in assaults for count in event["counts"])
    assert any(place["name"] == "Quetta" for event in assaults for place in event["places"])


def test_what_is_not_stated_is_null_and_never_the_day_of_publication() -> None:
    (line,) = read_stdin(b"Gunmen attacked a bus in Quetta.", "--published", "2026-03-12").lines
    assert line["events"]
    for event in line["events"]:
        assert (event["date"], event["dates"], event["counts"]) == (None, [], [])
    (line,) = read_stdin(KILLING).lines
    assert line["document"]["published"]["date"] is None
    assert line["document"]["publisher"] is None
    assert all(date["from"] is None for event in line["events"] for date in event["dates"])


def test_every_span_of_the_output_stands_in_the_text() -> None:
    (line,) = read_stdin(REPORT.encode()).lines
    spans: list[dict[str, object]] = []

    def collect(value: object) -> None:
        if isinstance(value, dict):
            if {"start", "end", "text"} <= value.keys():
                spans.append(value)
            for inner in value.values():
                collect(inner)
        elif isinstance(value, list):
            for inner in value:
                collect(inner)

    collect(line)
    assert spans
    assert all(REPORT[int(str(one["start"])) : int(str(one["end"]))] == one["text"] for one in spans)


def test_lines_of_json_come_back_under_their_names() -> None:
    rows = [
        {"name": "first", "text": REPORT, "published": "2026-03-12", "publisher": "The Herald", "title": "Killing"},
        {"name": "zweiter/ü", "text": SECOND},
    ]
    ran = read_stdin("\n".join(json.dumps(row) for row in rows).encode())
    assert ran.code == 0
    assert [line["document"]["name"] for line in ran.lines] == ["first", "zweiter/ü"]
    assert ran.lines[0]["document"]["publisher"] == "The Herald"
    assert ran.lines[0]["document"]["published"] == {
        "known": "stated", "date": "2026-03-12", "not_before": None, "spans": []
    }  # fmt: skip


def test_csv_has_one_row_an_event_under_one_head(inbox: Path) -> None:
    words = ("read", inbox, "--db", "none", "--quiet")
    rows = list(csv.DictReader(io.StringIO(run(*words, "--format", "csv").out)))
    events = [event["id"] for line in run(*words, "--format", "jsonl").lines for event in line["events"]]
    assert len(rows) == len(events) > 0


def test_a_table_fits_a_page_and_names_place_and_toll(inbox: Path) -> None:
    ran = run("read", inbox, "--db", "none", "--quiet", "--published", "2026-03-12")
    assert all(len(line) <= 120 for line in ran.out.splitlines())
    assert "Quetta" in ran.out
    assert "Mar 2026" in ran.out


def test_a_summary_stands_on_stderr_unless_quiet(inbox: Path) -> None:
    words = ("read", inbox, "--db", "none", "--format", "jsonl")
    assert "2 documents read" in run(*words).err
    assert run(*words, "--quiet").err == ""


def test_reading_twice_changes_nothing(inbox: Path, tmp_path: Path) -> None:
    words = ("read", inbox, "--db", tmp_path / "case.db", "--format", "jsonl")
    first, second = run(*words), run(*words)
    assert (first.code, second.code) == (0, 0)
    assert first.out == second.out
    assert "2 documents read" in first.err
    assert "0 documents read, 2 read before" in second.err
    events = ("events", "--db", tmp_path / "case.db", "--format", "jsonl")
    assert run(*events).out == run(*events).out == first.out


def test_the_same_report_under_two_names_is_one_document(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(REPORT)
    assert len(run("read", tmp_path, "--db", "none", "--format", "jsonl").lines) == 1


def test_what_is_said_anew_of_a_report_is_read_anew(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT)
    words = ("read", tmp_path / "a.txt", "--db", tmp_path / "case.db", "--format", "jsonl")
    assert run(*words).lines[0]["document"]["published"]["date"] is None
    assert run(*words, "--published", "2026-03-12").lines[0]["document"]["published"]["date"] == "2026-03-12"
    assert len(run("events", "--db", tmp_path / "case.db", "--format", "jsonl").lines) == 1


def test_nothing_is_kept_where_none_is_asked(inbox: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("read", inbox, "--db", "none", "--quiet").code == 0
    assert list(tmp_path.iterdir()) == []


def test_the_case_file_has_a_name_of_its_own_where_none_is_given(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT)
    ran = run_apart("read", "a.txt", "--format", "jsonl", cwd=tmp_path)
    assert ran.code == 0
    assert "1 document read" in ran.err
    assert "kept in vedette.db" in ran.err
    assert (tmp_path / "vedette.db").exists()
    assert ran.out == run("read", tmp_path / "a.txt", "--db", "none", "--format", "jsonl").out.replace(
        str(tmp_path / "a.txt"), "a.txt"
    )


def test_names_of_victims_are_withheld_unless_asked_for() -> None:
    text = b"Gunmen killed the shopkeeper Rashid Ahmedzai in Quetta on Monday."
    withheld, shown = read_stdin(text).out, read_stdin(text, "--names").out
    assert "Ahmedzai" not in withheld
    assert len(shown) >= len(withheld) or withheld == shown


@pytest.mark.parametrize(
    "words",
    [
        ["read"],
        ["read", "-", "--published", "2026-02-31"],
        ["read", "-", "--published", "yesterday"],
        ["read", "-", "--marking", "purple"],
        ["read", "-", "--format", "xml"],
        ["read", "-", "--workers", "0"],
        ["read", "-", "--nosuch"],
        ["nosuch"],
    ],
)
def test_wrong_use_is_said_in_a_line_and_ends_with_two(words: list[str]) -> None:
    ran = run(*words)
    assert ran.code == 2
    assert "Error: " in ran.err
    assert ran.out == ""


@pytest.mark.parametrize("db", ["", "no/such/folder/case.db", "a.txt"])
def test_a_case_file_that_cannot_be_made_ends_with_two(tmp_path: Path, db: str) -> None:
    (tmp_path / "a.txt").write_text(REPORT)
    ran = run("read", tmp_path / "a.txt", "--db", tmp_path / db)
    assert ran.code == 2
    assert ran.err.startswith("vedette: ")
    assert (tmp_path / "a.txt").read_text() == REPORT
