"""Connections to SQLite and PostgreSQL that behave alike."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import exc

from vedette.errors import StorageError
from vedette.storage.schema import WRITE_LOCK

_BUSY_MILLISECONDS = 30_000
_WRITES = "vedette_writes"


def engine_for(target: str) -> sa.Engine:
    """Give an engine for a path, an SQLite URL or a PostgreSQL URL; nothing is opened or made yet."""
    url = _url(target)
    try:
        engine = sa.create_engine(url)
    except ModuleNotFoundError as error:
        raise StorageError(
            f"{shown(url)}: the driver for PostgreSQL is not installed; run: pip install 'vedette[postgresql]'"
        ) from error
    if engine.dialect.name == "sqlite":
        sa.event.listen(engine, "connect", _prepare_sqlite)
        sa.event.listen(engine, "begin", _begin_sqlite)
    return engine


def sqlite_path(engine: sa.Engine) -> Path | None:
    """Give the file that an SQLite engine opens, or None for PostgreSQL."""
    return Path(engine.url.database or "") if engine.dialect.name == "sqlite" else None


def shown(url: sa.URL) -> str:
    """Write a target for a message: a path as it is, a URL without its password."""
    return str(url.database) if url.drivername == "sqlite" else url.render_as_string(hide_password=True)


@contextmanager
def reading(engine: sa.Engine) -> Iterator[sa.Connection]:
    """Open a transaction that sees one state of the database throughout."""
    with _told(engine), engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: sa.Engine) -> Iterator[sa.Connection]:
    """Open a transaction that writes; writers wait for one another."""
    with _told(engine), engine.connect().execution_options(**{_WRITES: True}) as connection, connection.begin():
        if engine.dialect.name == "postgresql":
            connection.execute(sa.select(sa.func.pg_advisory_xact_lock(WRITE_LOCK)))
        yield connection


def keep_log_ahead(engine: sa.Engine) -> None:
    """Switch an SQLite file to a write-ahead log, so that others can read while one writes; it stays so."""
    if engine.dialect.name == "sqlite":
        with _told(engine), engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("PRAGMA journal_mode = WAL")


@contextmanager
def _told(engine: sa.Engine) -> Iterator[None]:
    """Say what to do where the database, not the program, is at fault."""
    try:
        yield
    except exc.OperationalError as error:
        raise StorageError(f"{shown(engine.url)}: {error.orig}; {_advice(str(error.orig), engine)}") from error
    except exc.DatabaseError as error:
        # The exact class is what SQLite raises for broken files; its children are mistakes of the program.
        if type(error) is not exc.DatabaseError:
            raise
        raise StorageError(
            f"{shown(engine.url)} is not a case file or is damaged ({error.orig}); name another file, or restore a copy"
        ) from error


def _advice(message: str, engine: sa.Engine) -> str:
    if "locked" in message:
        return "another process is writing to it: wait until it is done"
    if engine.dialect.name == "postgresql":
        return "see that the server runs and that user, password and database are right"
    return "see that the file and its folder may be written and that the disk is not full"


def _url(target: str) -> sa.URL:
    if "://" not in target:
        return sa.URL.create("sqlite", database=target)
    try:
        url = sa.make_url(target)
    except exc.ArgumentError as error:
        raise StorageError(f"{target!r} is not a database URL; write a path or postgresql://host/name") from error
    if url.drivername in ("postgresql", "postgres", "postgresql+psycopg"):
        return url.set(drivername="postgresql+psycopg")
    if url.drivername not in ("sqlite", "sqlite+pysqlite"):
        raise StorageError(f"{shown(url)}: a case is kept in an SQLite file or on PostgreSQL, not in {url.drivername}")
    if url.database in (None, "", ":memory:") or url.query:
        raise StorageError(f"{target}: a case needs a file of its own; write a path")
    return url.set(drivername="sqlite")


def _prepare_sqlite(connection: sqlite3.Connection, _record: Any) -> None:
    # The driver's own idea of when a transaction begins leaves reads and table changes outside of it.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA busy_timeout = {_BUSY_MILLISECONDS}")
    # With a write-ahead log this never corrupts the file; only a power cut can lose the last documents.
    connection.execute("PRAGMA synchronous = NORMAL")


def _begin_sqlite(connection: sa.Connection) -> None:
    options = connection.get_execution_options()
    if options.get("isolation_level") == "AUTOCOMMIT":
        return
    # A transaction that reads first and writes later could be refused in its middle: it claims the file at once.
    connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get(_WRITES) else "BEGIN")
