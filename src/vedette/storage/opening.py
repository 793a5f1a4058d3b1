"""A case file opened, made or brought to this version."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from vedette.errors import StorageError

if TYPE_CHECKING:
    import sqlalchemy as sa

    from vedette.storage.casefile import CaseFile

_SQLITE_HEAD = b"SQLite format 3\0"


def utc_now() -> dt.datetime:
    """Read the clock."""
    return dt.datetime.now(dt.UTC)


def open_case(
    target: str | os.PathLike[str],
    create: bool = True,
    migrate: bool | None = None,
    clock: Callable[[], dt.datetime] = utc_now,
) -> CaseFile:
    """Open the case file at a path, or the case at a PostgreSQL URL; close it or use it as a context manager.

    Where there is none it is made if `create`. One that an older version made is brought to this version if `migrate`,
    which by default is so for SQLite; on a server that others use, somebody has to decide it. Raises StorageError for
    anything that is not a case of this or an older version, and then leaves it as it is.
    """
    # Imported here: it takes longer than showing a command's help.
    from vedette.storage.casefile import CaseFile
    from vedette.storage.engines import engine_for, sqlite_path

    engine = engine_for(os.fspath(target))
    try:
        _check_file(engine, create)
        _check_state(engine, create, migrate if migrate is not None else sqlite_path(engine) is not None)
    except BaseException:
        engine.dispose()
        raise
    return CaseFile(engine, clock)


def _check_file(engine: sa.Engine, create: bool) -> None:
    """Look at an SQLite file before SQLite does, which would make a missing one and tell less of a wrong one."""
    from vedette.storage.engines import sqlite_path

    path = sqlite_path(engine)
    if path is None:
        return
    if path.is_dir():
        raise StorageError(f"{path} is a folder; name a file in it, such as {path / 'vedette.db'}")
    if not path.exists():
        if not create:
            raise StorageError(f"there is no case file at {path}; `vedette read PATH --db {path}` makes one")
        if not path.parent.exists():
            raise StorageError(f"there is no folder {path.parent} to make {path.name} in; make it first")
        return
    try:
        with path.open("rb") as file:
            head = file.read(len(_SQLITE_HEAD))
    except OSError as error:
        raise StorageError(f"{path} cannot be read ({error.strerror}); see that you may read it") from error
    if head and head != _SQLITE_HEAD:
        raise StorageError(f"{path} is not a case file; name another file, or move this one away")


def _check_state(engine: sa.Engine, create: bool, migrate: bool) -> None:
    from vedette.storage.engines import keep_log_ahead, reading, shown, writing
    from vedette.storage.schema import State, read_state, upgrade

    name = shown(engine.url)
    with reading(engine) as connection:
        state = read_state(connection)
    if state is State.FOREIGN:
        raise StorageError(f"{name} holds tables of another program; name another file or database")
    if state is State.NEWER:
        raise StorageError(f"a newer version of Vedette wrote {name}; update Vedette to open it")
    if state is State.EMPTY and not create:
        raise StorageError(f"{name} holds no case; `vedette read PATH --db {name}` makes one")
    if state is State.OLDER and not migrate:
        raise StorageError(
            f"an older version of Vedette wrote {name}; make a copy, then run: python -m vedette.storage {name}"
        )
    if state is State.CURRENT:
        return
    keep_log_ahead(engine)
    with writing(engine) as connection:
        # Somebody else may have made it since.
        if read_state(connection) in (State.EMPTY, State.OLDER):
            upgrade(connection)
