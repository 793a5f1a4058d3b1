"""Archives."""

from __future__ import annotations

import struct
import zipfile
from pathlib import Path

from tests.documents.samples import REPORT, SECOND, documents, issues, only, only_issue, receive_bytes, small, zipped


def inside(found: list[object], archive: str) -> list[str]:
    return [received.document.name.partition(archive + "/")[2] for received in documents(found)]  # type: ignore[arg-type]


def test_files_come_in_the_order_of_their_names_and_archives_inside_are_opened(tmp_path: Path) -> None:
    data = zipped({"z.txt": b"Four died.", "a/b.html": b"<p>Five died.</p>", "m.zip": zipped({"in.txt": b"Six died."})})
    assert inside(receive_bytes(tmp_path, "a.zip", data), "a.zip") == ["a/b.html", "m.zip/in.txt", "z.txt"]  # type: ignore[arg-type]


def test_names_that_climb_out_are_only_names(tmp_path: Path) -> None:
    data = zipped({"../../up.txt": b"Four died.", "/abs.txt": b"Five died.", "..\\w.txt": b"Six died."})
    found = receive_bytes(tmp_path, "a.zip", data)
    assert inside(found, "a.zip") == ["up.txt", "w.txt", "abs.txt"]  # type: ignore[arg-type]
    assert not (tmp_path.parent / "up.txt").exists()


def test_hidden_files_and_folders_are_passed_over(tmp_path: Path) -> None:
    data = zipped({"__MACOSX/a.txt": b"x", ".DS_Store": b"x", "folder/": b"", "a.txt": b"Four died."})
    assert only(receive_bytes(tmp_path, "a.zip", data)).document.text == "Four died."


def test_a_locked_file_is_an_issue_and_the_rest_is_read(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": b"Four died.", "b.txt": b"Five died."}, zipfile.ZIP_STORED))
    at = data.index(b"PK\x01\x02") + 8
    data[at : at + 2] = struct.pack("<H", 1)  # the flag that says "encrypted", in the directory
    found = receive_bytes(tmp_path, "a.zip", bytes(data))
    assert [issue.code for issue in issues(found)] == ["encrypted"]
    assert len(documents(found)) == 1


def test_a_bomb_is_refused_while_it_unpacks(tmp_path: Path) -> None:
    data = zipped({"bomb.txt": b"0" * 20_000_000, "a.txt": b"Four died."})
    found = receive_bytes(tmp_path, "a.zip", data)
    assert [issue.code for issue in issues(found)] == ["zip-bomb"]
    assert len(documents(found)) == 1


def test_sizes_in_the_directory_are_not_believed(tmp_path: Path) -> None:
    data = bytearray(zipped({"bomb.txt": b"0" * 20_000_000}))
    for mark, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        at = data.index(mark) + offset
        data[at : at + 4] = struct.pack("<I", 10)  # the unpacked size
    assert only_issue(receive_bytes(tmp_path, "a.zip", bytes(data))).code in ("broken", "zip-bomb")


def test_what_all_files_unpack_to_is_bounded_over_archives_inside_archives(tmp_path: Path) -> None:
    inner = zipped({f"{n}.txt": f"{n} died. {REPORT}".encode() * 20 for n in range(5)}, zipfile.ZIP_STORED)
    data = zipped({"a.zip": inner, "b.zip": inner + b"", "z.txt": b"Four died."}, zipfile.ZIP_STORED)
    found = receive_bytes(tmp_path, "a.zip", data, small(unpacked_bytes=len(inner) + 10_000))
    assert "zip-bomb" in [issue.code for issue in issues(found)]
    assert len(documents(found)) < 5


def test_archives_are_opened_to_a_depth_only(tmp_path: Path) -> None:
    data = zipped({"a.txt": b"Four died."})
    for _ in range(8):
        data = zipped({"in.zip": data})
    assert only_issue(receive_bytes(tmp_path, "a.zip", data)).code == "nested"


def test_too_many_files_are_refused(tmp_path: Path) -> None:
    data = zipped({f"{n}.txt": b"x" for n in range(30)})
    assert only_issue(receive_bytes(tmp_path, "a.zip", data, small(members=20))).code == "too-many-members"


def test_damaged_and_empty_archives_are_issues(tmp_path: Path) -> None:
    whole = zipped({"a.txt": REPORT.encode() * 5, "b.txt": SECOND.encode()})
    assert only_issue(receive_bytes(tmp_path, "a.zip", whole[:-30])).code == "broken"
    assert only_issue(receive_bytes(tmp_path, "b.zip", zipped({}))).code == "empty"
    spoilt = bytearray(whole)
    spoilt[45:60] = b"\xff" * 15
    found = receive_bytes(tmp_path, "c.zip", bytes(spoilt))
    assert [issue.code for issue in issues(found)] == ["broken"]
    assert len(documents(found)) == 1
