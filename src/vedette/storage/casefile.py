"""One case file: what goes in and comes out."""

from __future__ import annotations

import datetime as dt
import hashlib
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from types import TracebackType
from typing import Self

import sqlalchemy as sa

from vedette.errors import UsageError
from vedette.records import Account, Event, EventRef, Issue, Judgement
from vedette.storage import tables
from vedette.storage.deciding import (
    Members,
    add_judgement,
    load_forwarding,
    load_judgements,
    load_members,
    replace_members,
)
from vedette.storage.engines import reading, writing
from vedette.storage.loading import issue_from_row, load_accounts
from vedette.storage.merging import MergingStore, Pair, find_waiting, last_judgement, load_scores_within
from vedette.storage.query import EventQuery, find_keys
from vedette.storage.searching import Hit, find_documents
from vedette.storage.writing import issue_columns, rows_of, spelled_out

_AT_ONCE = 64  # documents loaded by one round of queries
_LISTED = 10  # events named in a message
_EVERY_EVENT = EventQuery()


@dataclass(frozen=True, slots=True)
class Run:
    """One go at reading: which version of the reader, and when it kept its first document (UTC)."""

    id: int
    version: str
    started: dt.datetime


class CaseFile:
    """A case on SQLite or PostgreSQL, made by `open_case`.

    One process writes at a time, others wait; any number read meanwhile. Whatever is put in is there whole or not at
    all, also when the process is killed. Everything is given in the order of document ids, whoever put it in when.
    """

    def __init__(self, engine: sa.Engine, clock: Callable[[], dt.datetime]) -> None:
        self._engine = engine
        self._clock = clock
        self._runs: dict[str, int] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()

    def add(self, account: Account, original: bytes, version: str) -> bool:
        """Keep what `version` of the reader found in a document, with the bytes that came in.

        Gives False, and changes nothing, where this version's account of this document is kept already; another
        version's account is replaced.
        """
        document = account.document
        if hashlib.sha256(original).hexdigest() != document.sha256:
            raise ValueError(f"{document.name}: these are not the bytes whose hash is {document.sha256}")
        with writing(self._engine) as connection:
            kept = connection.scalar(sa.select(tables.documents.c.version).where(tables.documents.c.id == document.id))
            if kept == version:
                return False
            run_id = self._run(connection, version)
            connection.execute(sa.delete(tables.documents).where(tables.documents.c.id == document.id))
            connection.execute(sa.delete(tables.unread).where(tables.unread.c.about == document.id))
            rows = rows_of(account, original)
            row = {**rows["documents"][0], "version": version, "run_id": run_id}
            connection.execute(sa.insert(tables.documents), row)
            for table in tables.OF_DOCUMENT:
                if table.name in rows:
                    connection.execute(sa.insert(table), rows[table.name])
        self._runs[version] = run_id
        return True

    def add_issue(self, issue: Issue) -> bool:
        """Keep why a document could not be taken in; False where the same is kept already.

        What no database keeps, such as a file's name that is not text, is spelled out: an issue is never lost.
        """
        columns = {name: spelled_out(value) for name, value in issue_columns(issue).items()}
        key = hashlib.sha256("\0".join(f"{name}={columns[name]}" for name in sorted(columns)).encode()).hexdigest()
        with writing(self._engine) as connection:
            if connection.scalar(sa.select(tables.unread.c.key).where(tables.unread.c.key == key)):
                return False
            connection.execute(sa.insert(tables.unread), {"key": key, **columns})
        return True

    def has(self, document_id: str, version: str) -> bool:
        """Tell whether this version's account of this document is kept."""
        chosen = sa.select(tables.documents.c.version).where(tables.documents.c.id == document_id)
        with reading(self._engine) as connection:
            return connection.scalar(chosen) == version

    def document_ids(self) -> tuple[str, ...]:
        """Give the ids of all documents kept, in order."""
        with reading(self._engine) as connection:
            ids = connection.scalars(sa.select(tables.documents.c.id)).all()
        # Sorted here, because what the database holds for order hangs on its locale.
        return tuple(sorted(ids))

    def accounts(self) -> Iterator[Account]:
        """Give the account of every document."""
        return self._load(self.document_ids())

    def account(self, document_id: str) -> Account:
        """Give the account of one document."""
        for account in self._load([document_id]):
            return account
        raise UsageError(f"no document {document_id!r} is kept in this case")

    def original(self, document_id: str) -> bytes:
        """Give the bytes that came in."""
        chosen = sa.select(tables.originals).where(tables.originals.c.document_id == document_id)
        with reading(self._engine) as connection:
            row = connection.execute(chosen).first()
        if row is None:
            raise UsageError(f"no document {document_id!r} is kept in this case")
        return zlib.decompress(row.data) if row.packing == "zlib" else bytes(row.data)

    def find_event(self, id_prefix: str) -> tuple[Account, Event]:
        """Find the one event whose id begins so, and all that its document tells."""
        chosen = (
            sa.select(tables.events.c.document_id, tables.events.c.id, tables.events.c.position)
            .where(tables.events.c.id.startswith(id_prefix, autoescape=True))
            .order_by(tables.events.c.id, tables.events.c.document_id)
            .limit(_LISTED + 1)
        )
        with reading(self._engine) as connection:
            found = connection.execute(chosen).all()
        whole = [row for row in found if row.id == id_prefix]
        found = whole if len(whole) == 1 else found
        if not found or not id_prefix:
            raise UsageError(f"no event's id begins with {id_prefix!r}; `vedette events` lists the events")
        if len(found) > 1:
            listed = ", ".join(f"{row.id} (document {row.document_id})" for row in found[:_LISTED])
            more = ", …" if len(found) > _LISTED else ""
            raise UsageError(f"more than one event's id begins with {id_prefix!r}: {listed}{more}; write more of it")
        account = self.account(found[0].document_id)
        return account, account.events[found[0].position]

    def events(self, query: EventQuery = _EVERY_EVENT) -> Iterator[tuple[Account, Event]]:
        """Give every event asked for, with all that its document tells."""
        with reading(self._engine) as connection:
            keys = sorted(find_keys(connection, query))
        positions = {document: [key[1] for key in group] for document, group in groupby(keys, lambda key: key[0])}
        for account in self._load(list(positions)):
            for position in positions[account.document.id]:
                if position < len(account.events):  # else the account was replaced since
                    yield account, account.events[position]

    def search(self, words: str, most: int = 20) -> tuple[Hit, ...]:
        """Find the documents that hold all words, in any form of them, best first; words in quotes side by side."""
        with reading(self._engine) as connection:
            return find_documents(connection, words, most)

    def issues(self) -> tuple[Issue, ...]:
        """Give what went wrong: in the documents kept, then with those that could not be taken in."""
        with reading(self._engine) as connection:
            kept = connection.execute(sa.select(tables.issues)).mappings().all()
            unread = connection.execute(sa.select(tables.unread)).mappings().all()
        rows = sorted(kept, key=lambda row: (row["document_id"], row["position"]))
        rows += sorted(unread, key=lambda row: (row["name"], row["code"], row["key"]))
        return tuple(issue_from_row(row) for row in rows)

    def add_judgement(self, judgement: Judgement) -> Judgement:
        """Put a judgement behind all others; gives it with its number, whatever number it came with."""
        with writing(self._engine) as connection:
            return add_judgement(connection, judgement)

    def judgements(self) -> tuple[Judgement, ...]:
        """Give every judgement, oldest first."""
        with reading(self._engine) as connection:
            return load_judgements(connection)

    def incident_events(self) -> dict[str, tuple[EventRef, ...]]:
        """Give the events of each incident as they were last kept."""
        with reading(self._engine) as connection:
            return load_members(connection)

    def keep_incidents(self, members: Members, leads: Mapping[str, str | None]) -> None:
        """Keep the events of some incidents, and where ids that are gone lead: all of it or nothing."""
        with writing(self._engine) as connection:
            replace_members(connection, (), members, leads)

    def is_merged(self, method: str) -> bool:
        """Tell whether this way of merging has had regard to every document and judgement."""
        with reading(self._engine) as connection:
            return find_waiting(connection).is_done(method, last_judgement(connection))

    @contextmanager
    def merging(self) -> Iterator[MergingStore]:
        """Open what merging keeps; all that is done to it is kept at the end, or nothing. Others wait meanwhile."""
        with writing(self._engine) as connection:
            yield MergingStore(connection)

    @contextmanager
    def merged(self) -> Iterator[MergingStore]:
        """Open what merging keeps, to ask only."""
        with reading(self._engine) as connection:
            yield MergingStore(connection)

    def versions(self) -> dict[str, str]:
        """Give the version of the reader whose account is kept, by document."""
        with reading(self._engine) as connection:
            rows = connection.execute(sa.select(tables.documents.c.id, tables.documents.c.version)).all()
        return {row.id: row.version for row in sorted(rows, key=lambda row: row.id)}

    def scores_within_incidents(self) -> dict[Pair, float]:
        """Give how surely two events are one happening, in log-odds, for all compared pairs within incidents."""
        with reading(self._engine) as connection:
            return load_scores_within(connection)

    def forwarding(self) -> dict[str, str | None]:
        """Give where each id of an incident that is gone leads; None where its events are gone too."""
        with reading(self._engine) as connection:
            return load_forwarding(connection)

    def now(self) -> dt.datetime:
        """Give the time by the clock that the case was opened with."""
        return self._clock()

    def runs(self) -> tuple[Run, ...]:
        """Give every run that kept something, oldest first."""
        with reading(self._engine) as connection:
            rows = connection.execute(sa.select(tables.runs).order_by(tables.runs.c.id)).all()
        return tuple(Run(row.id, row.version, dt.datetime.fromisoformat(row.started)) for row in rows)

    def _run(self, connection: sa.Connection, version: str) -> int:
        """Give this opening's run of this version, begun with its first document."""
        if version in self._runs:
            return self._runs[version]
        row = {"version": version, "started": self._clock().astimezone(dt.UTC).isoformat(timespec="seconds")}
        key = connection.execute(sa.insert(tables.runs), row).inserted_primary_key
        assert key is not None  # noqa: S101 - every insert of one row gives its key
        return int(key[0])

    def _load(self, document_ids: Sequence[str]) -> Iterator[Account]:
        # Not one long transaction: a reader that takes its time would keep the write-ahead log from being emptied.
        for start in range(0, len(document_ids), _AT_ONCE):
            with reading(self._engine) as connection:
                loaded = list(load_accounts(connection, document_ids[start : start + _AT_ONCE]))
            yield from loaded
