"""What other processes do to a case while a test looks on.

They are forked from one server that has everything imported, so that the tests need not wait for imports.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from multiprocessing.connection import Connection

import sqlalchemy as sa

from tests.storage.small import happening, original, told
from vedette.storage import open_case, schema

processes = multiprocessing.get_context("forkserver")
processes.set_forkserver_preload(
    ["tests.storage.children", "alembic.command", "vedette.storage.casefile", "sqlalchemy.dialects.sqlite", "psycopg"]
)

REPORTS = [told(f"Report {number}.", happening(f"e{number}"), happening(f"f{number}")) for number in range(60)]


def make(target: str) -> None:
    """Make a case, or find that it is there."""
    open_case(target).close()


def make_and_die(target: str) -> None:
    """Be killed when all tables are made but before that is made fast."""
    whole = schema.upgrade

    def upgrade(connection: sa.Connection) -> None:
        whole(connection)
        os.kill(os.getpid(), signal.SIGKILL)

    schema.upgrade = upgrade  # type: ignore[assignment]
    open_case(target)


def write(target: str, watcher: Connection) -> None:
    """Put in all reports, one after the other; tell of each that is kept, and go on when told to."""
    with open_case(target) as case:
        for report in REPORTS:
            if case.add(report, original(report), "1"):
                watcher.send("kept")
                watcher.recv()
