"""The judgements of a case as a list for the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from vedette.records import Incident, Judgement, JudgementKind
from vedette.views.passage import clean_text

if TYPE_CHECKING:
    from rich.table import Table


def history_table(judgements: Sequence[Judgement], incidents: Sequence[Incident]) -> Table:
    """Make a table with one row a judgement, oldest first; incidents are named as they are now."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    homes = {report.event: incident.id for incident in incidents for report in incident.reports}
    undone = _undone(judgements)
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    table.add_column("No", justify="right")
    for name in ("When", "Who", "What", "Incidents now", "Why"):
        table.add_column(name, overflow="fold")
    for judgement in judgements:
        named = dict.fromkeys(homes.get(event, "gone") for group in judgement.groups for event in group)
        cells = (
            str(judgement.number),
            judgement.at.isoformat(sep=" ", timespec="minutes").removesuffix("+00:00"),
            judgement.by if judgement.human else f"{judgement.by} (a rule)",
            _word(judgement) + (f" (undone by {undone[judgement.number]})" if judgement.number in undone else ""),
            ", ".join(named),
            judgement.why,
        )
        table.add_row(*(Text(clean_text(cell)) for cell in cells), style="dim" if judgement.number in undone else None)
    return table


def _word(judgement: Judgement) -> str:
    if judgement.kind is JudgementKind.UNDO:
        return f"undo {judgement.undoes}"
    if judgement.kind is JudgementKind.CORRECT:
        return f"correct {judgement.role}: {judgement.value}"
    sizes = " | ".join(str(len(group)) for group in judgement.groups)
    return f"{judgement.kind.value} ({sizes} reports)"


def _undone(judgements: Sequence[Judgement]) -> dict[int, int]:
    """Give for each judgement that no longer holds the one that took it back."""
    undone: dict[int, int] = {}
    for judgement in reversed(judgements):
        if judgement.kind is JudgementKind.UNDO and judgement.number not in undone and judgement.undoes is not None:
            undone.setdefault(judgement.undoes, judgement.number)
    return undone
