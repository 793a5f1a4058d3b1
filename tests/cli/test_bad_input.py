"""Input made to break things: an Issue or a result, never a traceback, nothing lost of the rest."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import REPORT, SECOND
from tests.cli.running import Ran, run, run_apart


def zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def feed(items: int) -> bytes:
    entries = "".join(
        f"<item><title>Note {n}</title><description>Shop number {n} is shut.</description></item>" for n in range(items)
    )
    return f"<rss version='2.0'><channel><title>Notes</title>{entries}</channel></rss>".encode()


REFUSED = {
    "empty.txt": b"",
    "blank.txt": b" \r\n\t\n",
    "binary.txt": bytes(range(256)) * 40,
    "zeros.txt": b"\0" * 4000,
    "broken.pdf": b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nstartxref\n99999\n%%EOF",
    "cut.docx": zipped({"word/document.xml": b"<w:document"})[:60],
    "word.txt": b"a" * 3_000_000,
    "bomb.zip": zipped({"a.txt": b"\0" * 30_000_000}),
    "nested.zip": zipped({"b.zip": zipped({"c.zip": zipped({"d.zip": zipped({"e.zip": zipped({"f.zip": b""})})})})}),
    "controls.txt": b"Gunmen killed\x07 five\x0b people\x1b[31m in Quetta.",
    "nul.html": b"<p>Gunmen killed five\0 people in Quetta.<p",
    "notjson.jsonl": b'{"text": "Four died."\n',
    "notext.jsonl": b'{"name": "x"}\n',
}
TAKEN = {
    "scripts.html": b"<html><head><title>Raid</title><script>alert('killed nine')</script></head><body><article><p>"
    + REPORT.encode()
    + b"</p><script>document.write('Gunmen killed 99 people')</script><style>p {}</style></article></body></html>",
    "rtl.txt": "\u202eقتل مسلحون خمسة أشخاص\u202c. Gunmen killed five people in Quetta. שלום".encode(),
    "astral.txt": "💥 𝔊𝔲𝔫𝔪𝔢𝔫 killed five people 👩‍🚒 in Quetta.".encode(),
    "latin.txt": "Hommes armés: gunmen killed five people in Bogotá.".encode("latin-1"),
    "utf16.txt": "Gunmen killed five people in Quetta on Monday.".encode("utf-16"),
    "longwords.txt": b"Gunmen killed five people in Quetta. " + b"x" * 20_000 + b" The police came.",
    "dates.txt": b"Gunmen killed five people on 31 February 2026, on 99/99/9999 and on Smarchday 45, at 25:61.",
    "surrogates.jsonl": b'{"text": "Gunmen killed \\ud83d five people \\udc00 in Quetta.", "name": "\\ud800"}\n',
    "feed.xml": feed(40),
}


def read(*paths: Path) -> Ran:
    return run("read", *paths, "--db", "none", "--format", "jsonl", "--quiet")


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_named_with_the_reason_and_the_rest_is_kept(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(REFUSED[name])
    (tmp_path / "zz-good.txt").write_text(SECOND)
    ran = read(tmp_path / name, tmp_path / "zz-good.txt")
    assert ran.code == 1
    assert [Path(line["document"]["name"]).name for line in ran.lines] == ["zz-good.txt"]
    (fault,) = ran.err.splitlines()
    assert fault.startswith("not read  ")
    assert Path(name).stem in fault
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("name", TAKEN)
def test_what_is_odd_is_read_all_the_same(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(TAKEN[name])
    ran = read(tmp_path / name)
    assert ran.code == 0
    assert ran.lines
    assert "Traceback" not in ran.err


def test_what_a_page_s_scripts_say_is_no_report(tmp_path: Path) -> None:
    (tmp_path / "scripts.html").write_bytes(TAKEN["scripts.html"])
    ran = read(tmp_path / "scripts.html")
    assert "99 people" not in ran.out
    assert "nine" not in ran.out


@pytest.mark.parametrize("published", ["2026-02-31", "yesterday", "", "0000-00-00", 12, None, [], {"a": 1}, "9" * 400])
def test_a_date_that_is_none_dates_nothing(tmp_path: Path, published: object) -> None:
    row = {"name": "x", "text": "Gunmen killed five people in Quetta.", "published": published}
    (tmp_path / "a.jsonl").write_text(json.dumps(row))
    ran = read(tmp_path / "a.jsonl")
    assert "Traceback" not in ran.err
    assert all(line["document"]["published"]["date"] is None for line in ran.lines)
    assert ran.lines or ran.code == 1


def test_a_path_that_is_not_there_costs_only_itself(inbox: Path) -> None:
    ran = read(inbox / "nosuch.txt", inbox / "a.txt")
    assert ran.code == 1
    assert len(ran.lines) == 1
    assert "nosuch.txt" in ran.err


def test_issues_are_kept_in_the_case_file_and_the_good_with_them(tmp_path: Path) -> None:
    (tmp_path / "bad.pdf").write_bytes(REFUSED["broken.pdf"])
    (tmp_path / "good.txt").write_text(SECOND)
    case = tmp_path / "case.db"
    assert run("read", tmp_path / "bad.pdf", tmp_path / "good.txt", "--db", case).code == 1
    assert len(run("events", "--db", case, "--format", "jsonl").lines) == 1
    # Reading again: the good one is known, the bad one is bad still.
    again = run("read", tmp_path / "bad.pdf", tmp_path / "good.txt", "--db", case)
    assert again.code == 1
    assert "0 documents read, 1 read before" in again.err


def test_an_issue_s_name_is_printed_as_it_is(tmp_path: Path) -> None:
    """Square brackets are mark-up to the library that prints."""
    (tmp_path / "[bold]a[red].txt").write_bytes(b"")
    assert "[bold]a[red].txt" in read(tmp_path / "[bold]a[red].txt").err


def test_a_whole_inbox_of_bad_files_is_gone_through_in_a_process_of_its_own(tmp_path: Path) -> None:
    for name, data in (REFUSED | TAKEN).items():
        (tmp_path / name).write_bytes(data)
    ran = run_apart("read", tmp_path, "--db", "none", "--format", "jsonl", "--quiet")
    assert ran.code == 1
    assert "Traceback" not in ran.err
    assert len(ran.lines) >= len(TAKEN)
    told = [line for line in ran.err.splitlines() if line.startswith("not read")]
    assert all(any(name in line for line in told) for name in REFUSED)
