"""Word files."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from tests.documents.samples import REPORT, docx, only, only_issue, receive_bytes, sections, small, zipped
from vedette.records import DateKnown, SectionKind


def changed(data: bytes, part: str, old: bytes, new: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    assert old in members[part]
    return zipped({**members, part: members[part].replace(old, new)})


def test_paragraphs_and_tables_come_in_order_with_title_and_captions_marked(tmp_path: Path) -> None:
    data = docx([("Weekly note", "Title"), (REPORT, None), ("Soldiers at the gate", "Caption")], [["Killed", "4"]])
    received = only(receive_bytes(tmp_path, "a.docx", data))
    assert received.document.text.split("\n\n") == ["Weekly note", REPORT, "Soldiers at the gate", "Killed | 4"]
    assert sections(received) == [(SectionKind.HEADLINE, "Weekly note"), (SectionKind.CAPTION, "Soldiers at the gate")]
    assert received.document.title == "Weekly note"


def test_the_dates_of_the_file_are_not_the_published_date(tmp_path: Path) -> None:
    assert only(receive_bytes(tmp_path, "a.docx", docx([(REPORT, None)]))).document.published.known is DateKnown.UNKNOWN


def test_inserted_words_are_read_and_deleted_ones_are_not(tmp_path: Path) -> None:
    data = docx([("Four died.", None)])
    run = b"<w:r><w:t>Four died.</w:t></w:r>"
    inserted = b'<w:ins w:id="1"><w:r><w:t>Five died.</w:t></w:r></w:ins>'
    edited = inserted + b'<w:del w:id="2"><w:r><w:delText>Four.</w:delText></w:r></w:del>'
    assert only(receive_bytes(tmp_path, "a.docx", changed(data, "word/document.xml", run, edited))).document.text == (
        "Five died."
    )


def test_entities_in_a_word_file_are_refused(tmp_path: Path) -> None:
    bomb = b"?>\n<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]>"
    data = changed(docx([(REPORT, None)]), "word/document.xml", b"?>", bomb)
    assert only_issue(receive_bytes(tmp_path, "a.docx", data)).code == "entities"


def test_a_damaged_word_file_is_an_issue(tmp_path: Path) -> None:
    data = zipped({"word/document.xml": b"<broken", "[Content_Types].xml": b"<x/>"})
    assert only_issue(receive_bytes(tmp_path, "a.docx", data)).code == "broken"
    assert only_issue(receive_bytes(tmp_path, "b.docx", docx([(REPORT, None)])[:-40])).code == "broken"


def test_a_word_file_with_too_much_markup_is_refused(tmp_path: Path) -> None:
    data = docx([(REPORT, None)] * 50)
    assert only_issue(receive_bytes(tmp_path, "a.docx", data, small(markup_bytes=5_000))).code == "too-large"


def test_other_office_files_are_told_from_archives(tmp_path: Path) -> None:
    data = zipped({"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b"<x/>"})
    assert only_issue(receive_bytes(tmp_path, "a.xlsx", data)).code == "unsupported"
