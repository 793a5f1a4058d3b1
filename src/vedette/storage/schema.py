"""Which version of the tables a database holds, and how it is brought to this one."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

import sqlalchemy as sa

# Every migration, oldest first. Kept here too, so that opening a case file need not load Alembic, which takes longer
# than the rest; a test holds this list to the scripts.
REVISIONS = ("0001", "0002", "0003", "0004")
VERSION_TABLE = "vedette_schema"

# Marks an SQLite file as a case file, also for `file` and other tools: "Vdet" as a number.
APPLICATION_ID = int.from_bytes(b"Vdet", "big")

# Writers take turns on PostgreSQL by this advisory lock, as they do on SQLite by its own.
WRITE_LOCK = APPLICATION_ID


class State(Enum):
    """What a database holds."""

    EMPTY = "nothing"
    FOREIGN = "something else"
    OLDER = "a case of an older version"
    CURRENT = "a case of this version"
    NEWER = "a case of a newer version"


def read_state(connection: sa.Connection) -> State:
    """Tell what the database holds, without changing it."""
    names = sa.inspect(connection).get_table_names()
    if VERSION_TABLE not in names:
        return State.FOREIGN if names else State.EMPTY
    found = connection.scalar(sa.select(sa.column("version_num")).select_from(sa.table(VERSION_TABLE)))
    if found == REVISIONS[-1]:
        return State.CURRENT
    return State.OLDER if found in REVISIONS else State.NEWER


def upgrade(connection: sa.Connection, to: str = "head") -> None:
    """Bring the tables to a revision, within the connection's transaction: all of it or nothing."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")))
    config.attributes["connection"] = connection
    command.upgrade(config, to)
