"""Every test of the case file runs on SQLite and on a real PostgreSQL server; neither is ever skipped."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tests.storage.server import running_server
from vedette.storage import CaseFile, open_case

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
        connection.execute(f"CREATE SCHEMA {name}".encode())
    return f"{server}&options=-csearch_path%3D{name}"


@pytest.fixture(params=["sqlite", "postgresql"])
def target(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a new case may be made."""
    if request.param == "sqlite":
        return str(tmp_path / "case.db")
    return new_schema(request.getfixturevalue("server"))


@pytest.fixture
def case(target: str) -> Iterator[CaseFile]:
    """A new case, open."""
    with open_case(target) as opened:
        yield opened
