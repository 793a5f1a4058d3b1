"""What may be opened, what is refused, and that a refused file is left as it is."""

from __future__ import annotations

import hashlib
import sqlite3
from pathlib import Path

import psycopg
import pytest
import sqlalchemy as sa

from tests.storage.children import make, processes
from tests.storage.conftest import new_schema
from tests.storage.small import original, told
from vedette.errors import StorageError
from vedette.storage import open_case
from vedette.storage.__main__ import main
from vedette.storage.engines import engine_for, keep_log_ahead, writing
from vedette.storage.schema import VERSION_TABLE, upgrade
from vedette.storage.tables import documents, runs


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _make(target: str, revision: str) -> None:
    """Make a case as the version of that migration would have, with one document in it."""
    engine = engine_for(target)
    keep_log_ahead(engine)
    row = {"id": "a" * 16, "sha256": "a" * 64, "name": "old.txt", "media_type": "text/plain", "text": "An old report."}
    with writing(engine) as connection:
        upgrade(connection, revision)
        connection.execute(sa.insert(runs), {"id": 1, "version": "0", "started": "2026-01-01T00:00:00+00:00"})
        known = {"published_known": "unknown", "marking": "TLP:CLEAR", "version": "0", "run_id": 1}
        connection.execute(sa.insert(documents), {**row, **known})
    engine.dispose()


def _set_revision(target: str, revision: str) -> None:
    engine = engine_for(target)
    with writing(engine) as connection:
        connection.execute(sa.update(sa.table(VERSION_TABLE, sa.column("version_num"))).values(version_num=revision))
    engine.dispose()


def test_a_case_that_is_there_opens_again_with_what_it_holds(target: str) -> None:
    one = told("One.")
    with open_case(target) as case:
        case.add(one, original(one), "1")
    with open_case(target, create=False) as case:
        assert list(case.accounts()) == [one]


def test_nothing_is_made_unless_asked_for(target: str) -> None:
    with pytest.raises(StorageError, match="vedette read"):
        open_case(target, create=False)
    if "://" not in target:
        assert not Path(target).exists()


def test_a_case_of_a_newer_version_is_refused(target: str) -> None:
    open_case(target).close()
    _set_revision(target, "9999")
    with pytest.raises(StorageError, match="update Vedette"):
        open_case(target)


def test_an_older_case_is_brought_to_this_version_with_all_that_it_holds(target: str) -> None:
    _make(target, "0001")
    with open_case(target, migrate=True) as case:
        assert [account.document.name for account in case.accounts()] == ["old.txt"]
        assert [hit.name for hit in case.search("reports")] == ["old.txt"]


def test_an_older_file_is_brought_to_this_version_by_opening_it(tmp_path: Path) -> None:
    _make(str(tmp_path / "case.db"), "0001")
    with open_case(tmp_path / "case.db", create=False) as case:
        assert [hit.name for hit in case.search("old")] == ["old.txt"]


def test_an_older_case_on_a_server_waits_for_somebody_to_decide(server: str) -> None:
    target = new_schema(server)
    _make(target, "0001")
    with pytest.raises(StorageError, match=r"python -m vedette\.storage"):
        open_case(target)
    assert main([target]) == 0
    open_case(target).close()


@pytest.mark.parametrize(("arguments", "code"), [([], 2), (["a", "b"], 2), (["/nowhere/case.db"], 1)])
def test_migrating_what_is_not_there_ends_with_a_code_and_a_reason(
    arguments: list[str], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == code
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)


def test_a_migration_that_fails_leaves_the_case_as_it_was(target: str, monkeypatch: pytest.MonkeyPatch) -> None:
    _make(target, "0001")

    def fail(connection: sa.Connection) -> None:
        upgrade(connection)
        raise RuntimeError("killed in its middle")

    monkeypatch.setattr("vedette.storage.schema.upgrade", fail)
    with pytest.raises(RuntimeError, match="middle"):
        open_case(target, migrate=True)
    monkeypatch.undo()
    with open_case(target, migrate=True) as case:
        assert len(case.search("old")) == 1


@pytest.mark.parametrize(
    "content", [b"Gunmen killed three.", b"%PDF-1.7", b"SQLite format 3\0 but no more than that", b"\0" * 4096]
)
def test_a_file_that_is_no_database_is_refused_and_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(content)
    with pytest.raises(StorageError, match="not a case file"):
        open_case(path)
    assert path.read_bytes() == content
    assert [file.name for file in tmp_path.iterdir()] == ["report.txt"]


def test_a_database_of_another_program_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "bookmarks.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE bookmarks (url TEXT)")
    connection.commit()
    connection.close()
    before = _hash(path)
    with pytest.raises(StorageError, match="another program"):
        open_case(path)
    assert _hash(path) == before


def test_a_schema_of_another_program_is_refused(server: str) -> None:
    target = new_schema(server)
    with psycopg.connect(target.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
    with pytest.raises(StorageError, match="another program"):
        open_case(target)


def test_a_damaged_file_is_refused_with_a_reason(tmp_path: Path) -> None:
    path = tmp_path / "case.db"
    open_case(path).close()
    content = bytearray(path.read_bytes())
    content[100:4096] = b"\xff" * 3996
    path.write_bytes(content)
    with pytest.raises(StorageError, match="damaged"):
        open_case(path)


def test_an_empty_file_becomes_a_case(tmp_path: Path) -> None:
    (tmp_path / "case.db").touch()
    open_case(tmp_path / "case.db").close()
    with open_case(tmp_path / "case.db", create=False) as case:
        assert case.document_ids() == ()


@pytest.mark.parametrize(
    ("target", "says"),
    [
        ("mysql://localhost/case", "not in mysql"),
        ("postgresql+asyncpg://localhost/case", "not in postgresql"),
        ("sqlite://", "a file of its own"),
        ("sqlite:///:memory:", "a file of its own"),
        ("://", "not a database URL"),
        ("postgresql://user:secret@127.0.0.1:9/case?connect_timeout=2", "see that the server runs"),
    ],
)
def test_a_target_that_cannot_be_is_refused_with_what_to_do(target: str, says: str) -> None:
    with pytest.raises(StorageError, match=says) as refused:
        open_case(target)
    assert "secret" not in str(refused.value)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="is a folder"):
        open_case(tmp_path)


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="make it first"):
        open_case(tmp_path / "missing" / "case.db")
    assert not (tmp_path / "missing").exists()


@pytest.mark.parametrize("spell", ["{}", "sqlite:///{}"])
def test_a_file_is_named_by_its_path_or_by_a_url(tmp_path: Path, spell: str) -> None:
    open_case(spell.format(tmp_path / "case.db")).close()
    assert (tmp_path / "case.db").exists()


def test_a_file_keeps_its_log_ahead_and_its_keys(tmp_path: Path) -> None:
    with open_case(tmp_path / "case.db") as case, case._engine.connect() as connection:
        settings = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "foreign_keys", "busy_timeout")
        }
    assert settings == {"journal_mode": "wal", "foreign_keys": 1, "busy_timeout": 30_000}


def test_many_processes_may_make_the_same_case_at_once(target: str) -> None:
    started = [processes.Process(target=make, args=(target,)) for _ in range(4)]
    for process in started:
        process.start()
    for process in started:
        process.join()
    assert [process.exitcode for process in started] == [0, 0, 0, 0]
    open_case(target, create=False).close()
