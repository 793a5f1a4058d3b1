"""JSONL."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

from tests.documents.samples import REPORT, documents, issues, only, receive_bytes, sections, small
from vedette.records import SectionKind


def test_the_fields_come_back(tmp_path: Path) -> None:
    fields = {
        "text": REPORT,
        "name": "row-7",
        "title": "Blast",
        "published": "2026-01-20",
        "publisher": "Hill Post",
        "url": "https://example.org/7",
    }
    document = only(receive_bytes(tmp_path, "a.jsonl", json.dumps(fields).encode())).document
    assert (document.name, document.title, document.publisher) == ("row-7", "Blast", "Hill Post")
    assert (document.url, document.published.date) == ("https://example.org/7", dt.date(2026, 1, 20))


def test_the_text_is_taken_as_it_stands(tmp_path: Path) -> None:
    text = "  Four  died.\nPolice came.\n\n\nMore. "
    assert only(receive_bytes(tmp_path, "a.jsonl", json.dumps({"text": text}).encode())).document.text == text


def test_a_title_that_the_text_begins_with_is_not_repeated(tmp_path: Path) -> None:
    data = json.dumps({"text": "Blast in town. Four died.", "title": "Blast in town"}).encode()
    received = only(receive_bytes(tmp_path, "a.jsonl", data))
    assert received.document.text == "Blast in town. Four died."
    assert sections(received) == [(SectionKind.HEADLINE, "Blast in town")]


def test_a_line_without_a_name_is_called_by_its_number_and_bad_lines_cost_only_themselves(tmp_path: Path) -> None:
    lines = [
        b'{"text": "Four died."}',
        b"{broken",
        b'{"title": "x"}',
        b"[1]",
        b"",
        b'{"text": "Five died."}',
        b"\xff\xfe",
    ]
    found = receive_bytes(tmp_path, "a.jsonl", b"\n".join(lines))
    assert [received.document.name.rpartition("#")[2] for received in documents(found)] == ["1", "6"]
    assert [(issue.code, issue.name.rpartition("#")[2]) for issue in issues(found)] == [
        ("bad-json", "2"),
        ("bad-json", "3"),
        ("bad-json", "4"),
        ("bad-json", "7"),
    ]


def test_half_a_character_is_replaced(tmp_path: Path) -> None:
    assert only(receive_bytes(tmp_path, "a.jsonl", rb'{"text": "Four \ud83d died."}')).document.text == "Four � died."


def test_json_nested_without_end_is_an_issue(tmp_path: Path) -> None:
    data = b'{"text": "Four died."}\n{"text": ' + b"[" * 100_000 + b"\n"
    assert [issue.code for issue in issues(receive_bytes(tmp_path, "a.jsonl", data))] == ["bad-json"]


def test_a_line_too_large_costs_only_itself(tmp_path: Path) -> None:
    lines = [b'{"text": "Four died."}', b'{"text": "' + b"word " * 500 + b'"}', b'{"text": "Five died."}']
    found = receive_bytes(tmp_path, "a.jsonl", b"\n".join(lines), small(file_bytes=1_000))
    assert [issue.code for issue in issues(found)] == ["too-large"]
    assert len(documents(found)) == 2


def test_a_date_that_does_not_exist_leaves_the_date_open(tmp_path: Path) -> None:
    received = only(receive_bytes(tmp_path, "a.jsonl", b'{"text": "Four died.", "published": "2026-02-30"}'))
    assert received.document.published.date is None
    assert [issue.code for issue in received.issues] == ["bad-date"]
