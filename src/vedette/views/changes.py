"""What changed between two states of a picture, as a list for the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from vedette.records import (
    Cause,
    CauseKind,
    Change,
    ChangeKind,
    CountValue,
    Incident,
    Put,
    Role,
    ValueChange,
)
from vedette.views.incidents import best_words
from vedette.views.judgements import word_judgement, word_maker
from vedette.views.labels import ROLES, UNKNOWN, name_happening
from vedette.views.passage import clean_text
from vedette.views.wording import word_day, word_value

if TYPE_CHECKING:
    from rich.table import Table

_SHORT = 8
_LISTED = 6  # reports named in a cell


def changes_table(changes: Sequence[Change]) -> Table:
    """Make a table with one row a change: which incidents, what is different, and why."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for name in ("Change", "Incidents", "What", "Different", "Because"):
        table.add_column(name, overflow="fold")
    for change in changes:
        cells = (change.kind.value, _ids(change), _happening(change), "\n".join(_different(change)), _because(change))
        table.add_row(*(Text("\n".join(clean_text(line) for line in cell.split("\n"))) for cell in cells))
    return table


def _ids(change: Change) -> str:
    old, new = ([incident.id[:_SHORT] for incident in side] for side in (change.old, change.new))
    if change.kind is ChangeKind.CHANGED:
        return new[0]
    return " → ".join(", ".join(ids) or "–" for ids in (old, new)) if old else ", ".join(new)


def _happening(change: Change) -> str:
    incident: Incident = max(change.new or change.old, key=lambda one: (one.documents, one.id))
    happening = name_happening(incident.type, incident.mode)
    return f"{happening}, {best_words(incident, Role.PLACE)}, {best_words(incident, Role.DATE)}"


def _different(change: Change) -> list[str]:
    lines = []
    if change.added:
        lines.append(f"+ {_names(change.added)}")
    if change.dropped:
        lines.append(f"- {_names(change.dropped)}")
    lines += [f"{ROLES[value.role].lower()}: {_before_and_now(value)}" for value in change.values]
    if change.review:
        lines.append(f"{change.review[0].value} → {change.review[1].value}")
    if not lines and change.kind is ChangeKind.CHANGED:
        lines.append("the same reports, by other events of theirs")
    return lines


def _names(reports: Sequence[tuple[str, str]]) -> str:
    names = [name for _, name in reports]
    return ", ".join(names[:_LISTED]) + (f" and {len(names) - _LISTED} more" if len(names) > _LISTED else "")


def _before_and_now(value: ValueChange) -> str:
    return f"{_put(value.old)} → {_put(value.new)}"


def _put(put: Put | None) -> str:
    if put is None:
        return UNKNOWN
    if put.corrected is not None:
        return f"= {put.corrected}"
    if isinstance(put.value, CountValue) and (put.low, put.high) != (put.value.low, put.value.high):
        return f"{word_value(put.value)} ({put.low}–{UNKNOWN if put.high is None else put.high})"
    return UNKNOWN if put.value is None else word_value(put.value)


def _because(change: Change) -> str:
    return "\n".join(map(_cause, change.causes))


def _cause(cause: Cause) -> str:
    if cause.judgement is not None:
        judgement = cause.judgement
        gone = "no longer there: " if cause.kind is CauseKind.NO_JUDGEMENT else ""
        why = f": {judgement.why}" if judgement.why else ""
        what = f"judgement {judgement.number}, {word_judgement(judgement)}"
        return f"{gone}{what}, by {word_maker(judgement)}, {word_day(judgement.at.date())}{why}"
    if cause.kind is CauseKind.REPORT:
        return f"new report {cause.name}"
    if cause.kind is CauseKind.NO_REPORT:
        return f"report {cause.name} is no longer there"
    if cause.kind is CauseKind.READING and cause.versions is not None:
        old, new = cause.versions
        return f"{cause.name} was read anew" + (f" (version {old} → {new})" if old != new else "")
    return "another way of joining, or reports nearby"
