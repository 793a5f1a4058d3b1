"""Reads the codebook's files once."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

from vedette.codebook.entries import Category, Codebook, Mode, RelationEntry, RoleEntry, Term, TypeEntry
from vedette.records import AttributionKind, Certainty, EventType, Relation, Role, Stance


@cache
def load_codebook() -> Codebook:
    """Give the codebook; the first call reads the files, later ones return the same object."""
    return Codebook(
        types=tuple(_type_entry(name, row) for name, row in read_rows("types").items()),
        roles=tuple(
            RoleEntry(Role(name), row["holds"], row["description"]) for name, row in read_rows("roles").items()
        ),
        stances=tuple((Stance(name), text) for name, text in read_rows("stances").items()),
        certainties=tuple((Certainty(name), text) for name, text in read_rows("certainties").items()),
        attributions=tuple((AttributionKind(name), text) for name, text in read_rows("attributions").items()),
        relations=tuple(
            RelationEntry(Relation(name), row["symmetric"], row["description"])
            for name, row in read_rows("relations").items()
        ),
        sectors=tuple(Term(name, text) for name, text in read_rows("sectors").items()),
        contexts=tuple(Term(name, text) for name, text in read_rows("contexts").items()),
        categories=tuple(
            Category(name, row["thing"], row["description"]) for name, row in read_rows("categories").items()
        ),
    )


def _type_entry(name: str, row: dict[str, Any]) -> TypeEntry:
    modes = tuple(Mode(mode, text) for mode, text in row.get("modes", {}).items())
    return TypeEntry(EventType(name), row["quad"], row["description"], modes)


def read_rows(name: str) -> dict[str, Any]:
    """Read one YAML file of the codebook, by its path below this folder without the ending."""
    import yaml  # here, not above: whoever never asks for the codebook does not pay for the import

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C loader is not built on every platform
    rows: dict[str, Any] = yaml.load(
        resources.files(__package__).joinpath(f"{name}.yaml").read_text(encoding="utf-8"),
        Loader=loader,  # noqa: S506 - both are safe loaders
    )
    return rows
