"""Input made to break things: an Issue or a document, in good time, and nothing lost of the rest."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.documents.samples import (
    REPORT,
    SECOND,
    documents,
    issues,
    only,
    only_issue,
    receive,
    receive_bytes,
    small,
    spans_hold,
)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \r\n\t ", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (bytes(range(256)) * 4, "binary"),
        (b"\x7fELF" + bytes(100), "binary"),
        (b"\xd0\xcf\x11\xe0" + bytes(100), "unsupported"),
        (b"{\\rtf1 text}", "unsupported"),
        (b"\x1f\x8b\x08" + bytes(20), "unsupported"),
        (b"<?xml version='1.0'?><data><x/></data>", "unsupported"),
        (b"\0" * 200_000, "binary"),
    ],
)
def test_what_is_no_text_is_refused_whatever_its_name(tmp_path: Path, data: bytes, code: str) -> None:
    issue = only_issue(receive_bytes(tmp_path, "report.txt", data))
    assert issue.code == code
    assert issue.name.endswith("report.txt")
    assert issue.message.endswith(".")


def test_fifty_megabytes_of_one_word_are_refused_with_the_reason(tmp_path: Path) -> None:
    issue = only_issue(receive_bytes(tmp_path, "a.txt", b"a" * 50_000_000))
    assert issue.code == "overlong-word"


def test_a_run_without_spaces_is_left_out_and_the_words_around_it_stay(tmp_path: Path) -> None:
    data = f"{REPORT} {'A1b2' * 5000} {SECOND}".encode()
    received = only(receive_bytes(tmp_path, "a.txt", data))
    assert received.document.text == f"{REPORT}  {SECOND}"
    assert [issue.code for issue in received.issues] == ["overlong-word"]


def test_a_text_beyond_the_limit_is_cut_with_a_warning(tmp_path: Path) -> None:
    received = only(receive_bytes(tmp_path, "a.txt", b"Four died. " * 1000, small(text_chars=500)))
    assert len(received.document.text) <= 500
    assert [issue.code for issue in received.issues] == ["cut"]


def test_a_file_beyond_the_limit_is_refused_without_reading_it_all(tmp_path: Path) -> None:
    assert only_issue(receive_bytes(tmp_path, "a.txt", b"x " * 10_000, small(file_bytes=1_000))).code == "too-large"


def test_right_to_left_and_astral_characters_keep_their_offsets(tmp_path: Path) -> None:
    text = f"𝔅last 💥 in دیرہ قاضی: أربعة قتلى\n\nBy Ahmed Khan\n\n{REPORT} שלום 👩‍🚒 on 7 January 2026."
    received = only(receive_bytes(tmp_path, "a.txt", text.encode()))
    assert spans_hold(received)
    assert received.document.published.spans[0].text == "7 January 2026"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("deep.html", b"<div>" * 200_000 + b"Four died."),
        ("tables.html", b"<table><tr><td>" * 30_000 + b"Four died."),
        ("comments.html", b"<!---->" * 9_000 + b"<x"),
        ("comments.md", b"<!--" * 100_000),
        ("links.md", b"[a](" * 100_000),
        ("brackets.md", b"[" * 200_000),
        ("emphasis.md", b"*a _b " * 50_000),
        ("items.xml", b"<rss><channel>" + b"<item>" * 100_000),
        ("entries.xml", b"<feed>" + b"<entry><a" * 50_000),
        ("from.mbox", b"From " + b"x" * 60_000 + b"\n"),
        ("headers.eml", b"Subject: x\nFrom: y\n" + b"Received: z\n" * 50_000),
        ("dateline.txt", b"A" + b"-A" * 50_000 + b" x"),
        ("capitals.txt", b"AB " * 30_000),
        ("names.txt", b"By A" + b" B" * 400),
        ("dates.txt", b"1 January 20 " * 20_000),
        ("digits.txt", b"1 " * 200_000),
        ("lines.txt", b"a\n" * 60_000),
        ("blanks.txt", b"a \n \n" * 40_000),
        ("quotes.txt", b"\"')" * 100_000),
        ("spaces.jsonl", b'{"text": "By A' + b" " * 100_000 + b"B. 1 " + b" " * 100_000 + b'x"}'),
    ],
)
def test_input_made_to_be_slow_is_done_in_good_time(tmp_path: Path, name: str, data: bytes) -> None:
    started = time.process_time()
    receive_bytes(tmp_path, name, data)
    assert time.process_time() - started < 4


def test_one_bad_file_among_good_ones_costs_only_itself(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT)
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.4 nothing")
    (tmp_path / "c.zip").write_bytes(b"PK\x03\x04 nothing")
    (tmp_path / "d.txt").write_text(SECOND)
    found = receive(tmp_path)
    assert len(documents(found)) == 2
    assert [issue.code for issue in issues(found)] == ["broken", "broken"]
