"""Every test of the case file runs on SQLite and on a real PostgreSQL server; neither is ever skipped."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from tests.storage.server import running_server
from vedette.storage import CaseFile, open_case

DATABASES = ["sqlite", "postgresql"]
_numbers = itertools.count()


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The URL of the one database of a running server."""
    with running_server() as url:
        yield url


def new_schema(server: str) -> str:
    """Make an empty schema, which is a case's own as a database would be but made at once, and give its URL."""
    name = f"case{next(_numbers)}"
    with psycopg.connect(server.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE SCHEMA {}").format(sql.Identifier(name)))
    return f"{server}&options=-csearch_path%3D{name}"


@pytest.fixture(scope="session")
def empty_cases(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Cases without a document, by database, made when first asked for: making tables takes longer than most tests."""
    return {"folder": str(tmp_path_factory.mktemp("empty"))}


def _empty_sqlite(cases: dict[str, str], path: Path) -> str:
    if "sqlite" not in cases:
        cases["sqlite"] = str(Path(cases["folder"]) / "empty.db")
        open_case(cases["sqlite"]).close()
    return str(shutil.copy(cases["sqlite"], path))


def _empty_postgresql(cases: dict[str, str], server: str) -> str:
    if "postgresql" not in cases:
        cases["postgresql"] = new_schema(server)
        open_case(cases["postgresql"]).close()
    with psycopg.connect(cases["postgresql"].replace("+psycopg", "")) as connection:
        for table in (
            *("documents", "runs", "unread", "judgements", "incident_events", "forwarding", "merging"),
            *("merged_documents", "merged_events", "merged_keys", "merged_pairs"),
        ):
            connection.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(table)))
    return cases["postgresql"]


@pytest.fixture(params=DATABASES)
def target(request: pytest.FixtureRequest, tmp_path: Path, empty_cases: dict[str, str]) -> str:
    """Where a new case may be made, or where `case` is, for a test that asks for both."""
    made = "case" in request.fixturenames
    if request.param == "sqlite":
        path = tmp_path / "case.db"
        return _empty_sqlite(empty_cases, path) if made else str(path)
    server: str = request.getfixturevalue("server")
    return _empty_postgresql(empty_cases, server) if made else new_schema(server)


@pytest.fixture
def case(target: str) -> Iterator[CaseFile]:
    """A case without a document, open."""
    with open_case(target) as opened:
        yield opened


@pytest.fixture(scope="module", params=DATABASES)
def shared_case(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[CaseFile]:
    """A case, open, for all tests of one module that only ask."""
    if request.param == "sqlite":
        target = str(tmp_path_factory.mktemp("shared") / "case.db")
    else:
        target = new_schema(request.getfixturevalue("server"))
    with open_case(target) as opened:
        yield opened
