"""The migrations, the tables in the code and the reference say the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

import vedette.storage
from vedette.storage import open_case
from vedette.storage.engines import engine_for, reading
from vedette.storage.schema import REVISIONS, VERSION_TABLE
from vedette.storage.tables import metadata

MIGRATIONS = Path(vedette.storage.__file__).with_name("migrations")
REFERENCE = Path(__file__).parents[2] / "docs" / "reference" / "storage.md"


def _ours(_object: object, name: str | None, kind: str, _reflected: bool, _compared: object) -> bool:
    # The search index has no place in the tables: each database has its own.
    return not (kind == "table" and str(name).startswith("documents_search")) and name not in (
        "search",
        "ix_documents_search",
    )


def test_the_migrations_make_the_tables_of_the_code(target: str) -> None:
    open_case(target).close()
    engine = engine_for(target)
    with reading(engine) as connection:
        options = {"version_table": VERSION_TABLE, "include_object": _ours, "compare_type": True}
        differences = compare_metadata(MigrationContext.configure(connection, opts=options), metadata)
    engine.dispose()
    # Comments stand in the code alone: they say what the reference says and change without a migration.
    assert [each for each in differences if not _of_comment(each)] == []


def _of_comment(difference: object) -> bool:
    name = difference[0] if isinstance(difference, tuple) else difference[0][0] if isinstance(difference, list) else ""
    return isinstance(name, str) and "comment" in name


def test_the_list_of_revisions_is_that_of_the_scripts() -> None:
    scripts = list(ScriptDirectory(str(MIGRATIONS)).walk_revisions())
    assert tuple(script.revision for script in reversed(scripts)) == REVISIONS


def _documented() -> dict[str, dict[str, str]]:
    """Give the columns of each table and their meaning as the reference has them."""
    found: dict[str, dict[str, str]] = {}
    for section in re.split(r"^### ", REFERENCE.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        name = section.split("`")[1]
        found[name] = dict(re.findall(r"^\| `(\w+)` \|.*\| (.*) \|$", section, flags=re.MULTILINE))
    return found


@pytest.mark.parametrize("name", sorted(metadata.tables))
def test_the_reference_tells_of_every_column_what_the_code_tells(name: str) -> None:
    told = {column.name: column.comment for column in metadata.tables[name].columns}
    assert _documented().get(name) == told, f"docs/reference/storage.md, section {name}"


def test_the_reference_tells_of_no_table_that_is_not_there() -> None:
    assert set(_documented()) == set(metadata.tables)
