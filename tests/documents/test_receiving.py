"""The way from inputs to documents."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import os
from pathlib import Path

import pytest

from tests.documents.samples import REPORT, SECOND, documents, issues, only, only_issue, receive, rss, zipped
from vedette.documents import ReadOptions, count_inputs, read_documents
from vedette.records import DateKnown, Marking, Severity


def read(*inputs: Path | str, options: ReadOptions | None = None) -> list[str]:
    found = read_documents([str(given) for given in inputs], options or ReadOptions())
    return [received.document.name for received in documents(found)]


def test_inputs_come_in_the_order_in_which_they_were_named(tmp_path: Path) -> None:
    first, second = tmp_path / "z.txt", tmp_path / "a.txt"
    first.write_text(REPORT)
    second.write_text(SECOND)
    assert read(first, second) == [first.as_posix(), second.as_posix()]


def test_a_folder_is_walked_in_sorted_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b/two.txt", "b/one.txt", "a.txt", ".hidden.txt", ".git/x.txt", "c.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"{name}. {REPORT}")
    assert read(tmp_path) == [(tmp_path / name).as_posix() for name in ("a.txt", "b/one.txt", "b/two.txt", "c.txt")]


def test_the_same_bytes_twice_are_one_document(tmp_path: Path) -> None:
    first, second = tmp_path / "a.txt", tmp_path / "b.txt"
    first.write_text(REPORT)
    second.write_text(REPORT)
    archive = tmp_path / "c.zip"
    archive.write_bytes(zipped({"again.txt": REPORT.encode()}))
    assert read(first, second, archive, first) == [first.as_posix()]


def test_documents_come_one_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(REPORT)
    late = tmp_path / "late.txt"
    found = read_documents([str(path), str(late)], ReadOptions())
    next(found)
    late.write_text(SECOND)
    assert len(documents(found)) == 1


def test_a_missing_file_is_an_issue_and_the_rest_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(REPORT)
    found = list(read_documents([str(tmp_path / "none.txt"), str(path)], ReadOptions()))
    assert [issue.code for issue in issues(found)] == ["not-found"]
    assert len(documents(found)) == 1


def test_a_name_of_any_bytes_can_be_printed(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/\xff\n\xe2\x80\xae.txt"
    Path(os.fsdecode(path)).write_text(REPORT)
    name = only(receive(Path(os.fsdecode(path)))).document.name
    assert name == f"{tmp_path.as_posix()}/� .txt"
    assert only_issue(list(read_documents(["http://example.org/\udcff"], ReadOptions()))).name.isprintable()


def test_id_and_hash_are_those_of_the_original_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(REPORT.encode())
    received = only(receive(path))
    assert received.original == REPORT.encode()
    assert received.document.sha256 == hashlib.sha256(REPORT.encode()).hexdigest()
    assert received.document.id == received.document.sha256[:16]


def test_what_the_user_says_goes_before_what_the_file_says(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"Publisher: Hill Post\nPublished: 2026-01-20\n\n{REPORT}")
    options = ReadOptions(published=dt.date(2025, 5, 4), publisher="The user", marking=Marking.AMBER)
    document = only(receive(path, options)).document
    assert document.publisher == "The user"
    assert (document.published.known, document.published.date) == (DateKnown.STATED, dt.date(2025, 5, 4))
    assert document.marking is Marking.AMBER


@pytest.mark.parametrize(
    "data", [REPORT.encode(), f'{{"text": "{SECOND}"}}\n'.encode(), zipped({"in.txt": REPORT.encode()})]
)
def test_the_standard_input_is_read_whatever_its_format(data: bytes) -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

    received = only(list(read_documents(["-"], ReadOptions(), Pipe(data))))
    assert received.document.name.startswith("stdin")
    assert received.document.text in (REPORT, SECOND)


def test_without_a_standard_input_the_dash_is_an_issue() -> None:
    assert only_issue(list(read_documents(["-"], ReadOptions()))).code == "not-found"


def test_a_picture_in_a_folder_is_a_warning_and_one_named_by_the_user_an_error(tmp_path: Path) -> None:
    picture = tmp_path / "map.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(50))
    assert only_issue(receive(tmp_path)).severity is Severity.WARNING
    assert only_issue(receive(picture)).severity is Severity.ERROR


def test_other_languages_are_kept_with_a_warning(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "Der Anschlag auf den Markt forderte am Dienstag vier Tote, wie die Polizei in der Stadt mitteilte."
    )
    received = only(receive(path))
    assert received.document.language == "de"
    assert [(issue.code, issue.severity) for issue in received.issues] == [("not-english", Severity.WARNING)]
    assert received.issues[0].document_id == received.document.id


def test_a_text_too_short_to_tell_has_no_language(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Blast in town.")
    assert only(receive(path)).document.language is None


def test_the_count_of_inputs_looks_into_files_that_hold_many(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT)
    (tmp_path / "b.jsonl").write_text('{"text": "x"}\n' * 3)
    (tmp_path / "c.zip").write_bytes(zipped({"1.txt": b"x", "2.txt": b"y"}))
    (tmp_path / "d.mbox").write_text("From a Tue Jan 20 2026\nSubject: x\n\nx\n\nFrom b Tue Jan 20 2026\n\ny\n")
    (tmp_path / "broken.zip").write_text("no archive")
    assert count_inputs([str(tmp_path), "-", "https://example.org/a", str(tmp_path / "none.txt")]) == 12


def test_reading_again_gives_the_same(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(
        rss([f"<item><title>{n}</title><description>{REPORT}</description></item>" for n in "ab"])
    )
    (tmp_path / "b.zip").write_bytes(zipped({"z.txt": SECOND.encode(), "a.html": b"<p>Four people died.</p>"}))
    assert receive(tmp_path) == receive(tmp_path)
