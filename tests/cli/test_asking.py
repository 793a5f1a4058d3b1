"""`events`, `show`, `report`, `schema`: questions to a case file."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import FETCHED, PROGRAM, run, run_apart
from vedette.exports import schema_names
from vedette.records import Account, Document, Event, EventType, Span, Stance
from vedette.storage import open_case


def events_of(case: Path) -> list[dict[str, Any]]:
    lines = run("events", "--db", case, "--format", "jsonl").lines
    return [event for line in lines for event in line["events"]]


def killing(case: Path) -> dict[str, Any]:
    return next(event for event in events_of(case) if event["type"] == "ASSAULT" and event["counts"])


def test_events_are_listed_as_table_lines_and_csv(case: Path) -> None:
    table = run("events", "--db", case)
    assert table.code == 0
    assert all(event["id"][:4] in table.out for event in events_of(case))
    rows = list(csv.DictReader(io.StringIO(run("events", "--db", case, "--format", "csv").out)))
    assert len(rows) == len(events_of(case))


def test_show_explains_an_event_with_its_sentence_and_who_says_so(case: Path) -> None:
    ran = run("show", killing(case)["id"], "--db", case)
    assert (ran.code, ran.err) == (0, "")
    told = re.sub(r"\s+", " ", ran.out)
    for words in ("Gunmen »killed« five people in Quetta", "»five", "»Quetta", "police", killing(case)["id"]):
        assert words in told


def test_show_knows_an_event_by_the_beginning_of_its_id(case: Path) -> None:
    ids = [event["id"] for event in events_of(case)]
    wanted = ids[0]
    size = next(size for size in range(1, 17) if sum(one.startswith(wanted[:size]) for one in ids) == 1)
    assert run("show", wanted[:size], "--db", case).out == run("show", wanted, "--db", case).out


@pytest.mark.parametrize("event_id", ["zzzz", "", "%", "0" * 40])
def test_an_id_that_is_none_ends_with_two(case: Path, event_id: str) -> None:
    ran = run("show", event_id, "--db", case)
    assert ran.code == 2
    assert ran.err.startswith("vedette: no event's id begins with")
    assert ran.out == ""


def test_a_beginning_that_two_ids_share_names_both(tmp_path: Path) -> None:
    text = "Gunmen raided a post and bombed a bus."
    digest = hashlib.sha256(text.encode()).hexdigest()
    document = Document(digest[:16], digest, "a.txt", "text/plain", text)
    events = tuple(
        Event(event_id, document.id, EventType.ASSAULT, None, Stance.ACTUAL, False, 0.9, (Span.of(text, at, at + 6),))
        for event_id, at in (("ab00", text.index("raided")), ("ab11", text.index("bombed")))
    )
    account = Account(document, (Span.of(text, 0, len(text)),), events)
    with open_case(str(tmp_path / "case.db")) as case_file:
        case_file.add(account, text.encode(), "test")
    ran = run("show", "ab", "--db", tmp_path / "case.db")
    assert ran.code == 2
    assert all(words in ran.err for words in ("more than one", "ab00", "ab11"))
    assert "»bombed«" in run("show", "ab1", "--db", tmp_path / "case.db").out


def test_report_writes_one_page_that_needs_nothing_else(case: Path, tmp_path: Path) -> None:
    page = tmp_path / "report.html"
    ran = run("report", "-o", page, "--db", case)
    assert ran.code == 0
    assert str(page) in ran.err
    text = page.read_text(encoding="utf-8")
    assert "Quetta" in text
    assert not re.findall(FETCHED, text)
    run("report", "-o", tmp_path / "again.html", "--db", case)
    assert (tmp_path / "again.html").read_text(encoding="utf-8") == text


def test_a_page_that_cannot_be_written_is_said_in_a_line(case: Path, tmp_path: Path) -> None:
    ran = run("report", "-o", tmp_path / "no" / "such" / "report.html", "--db", case)
    assert ran.code == 2
    assert ran.err.count("\n") == 1
    assert "report.html" in ran.err


@pytest.mark.parametrize("words", [["events"], ["show", "abcd"], ["report", "-o", "page.html"]])
def test_a_case_file_that_is_not_there_is_not_made(
    words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run(*words)
    assert ran.code == 2
    assert "there is no case file at vedette.db" in ran.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", schema_names())
def test_every_record_has_a_schema(name: str) -> None:
    ran = run("schema", name)
    assert ran.code == 0
    schema = json.loads(ran.out)
    assert schema["type"] == "object"
    assert schema["properties"]


def test_a_schema_that_is_none_is_answered_with_those_that_are() -> None:
    ran = run("schema", "nosuch")
    assert ran.code == 2
    assert all(name in ran.err for name in schema_names())


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["explain-date", "July 12 last year", "--published", "2026-03-01"], "2025-07-12"),
        (["explain-count", "at least two dozen"], "24"),
        (["explain-place", "Quetta"], "1167528"),
        (["explain-actor", "ISKP"], "Khorasan"),
    ],
)
def test_one_phrase_is_explained_outside_any_document(words: list[str], told: str) -> None:
    ran = run(*words)
    assert (ran.code, ran.err) == (0, "")
    assert told in ran.out


@pytest.mark.parametrize("phrase", ["", " ", "qwxyz", "💥", "[bold]", "9" * 300])
@pytest.mark.parametrize("kind", ["date", "count", "place", "actor"])
def test_a_phrase_that_means_nothing_is_said_to_and_breaks_nothing(kind: str, phrase: str) -> None:
    ran = run(f"explain-{kind}", phrase)
    assert ran.code == (0 if phrase.strip() else 2)
    assert (ran.err == "") == (ran.code == 0)


def test_a_full_disk_is_said_in_a_line() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no such device here")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*PROGRAM, "schema", "event"], stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith(b"vedette: ")
    assert b"Traceback" not in done.stderr


def test_the_program_is_the_same_in_a_process_of_its_own(case: Path) -> None:
    assert run_apart("events", "--db", case, "--format", "jsonl") == run("events", "--db", case, "--format", "jsonl")
