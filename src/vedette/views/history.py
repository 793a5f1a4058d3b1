"""The judgements of a case as a list for the terminal."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from vedette.records import Dissent, Incident, Judgement
from vedette.records.judgement import find_undone
from vedette.views.judgements import word_dissent, word_judgement, word_maker
from vedette.views.passage import clean_text

if TYPE_CHECKING:
    from rich.table import Table


def history_table(
    judgements: Sequence[Judgement],
    incidents: Sequence[Incident],
    dissents: Mapping[int, Dissent],
    left_out: Collection[int] = (),
) -> Table:
    """Make a table with one row a judgement that is not left out, oldest first; incidents are named as they are now."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    homes = {report.event: incident.id for incident in incidents for report in incident.reports}
    undone = find_undone(judgements)
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    table.add_column("No", justify="right")
    for name in ("When", "Who", "What", "Incidents now", "Why", "The program"):
        table.add_column(name, overflow="fold")
    for judgement in judgements:
        if judgement.number in left_out:
            continue
        named = dict.fromkeys(homes.get(event, "none") for group in judgement.groups for event in group)
        taken_back = f" (undone by {undone[judgement.number]})" if judgement.number in undone else ""
        cells = (
            str(judgement.number),
            judgement.at.isoformat(sep=" ", timespec="minutes").removesuffix("+00:00"),
            word_maker(judgement),
            word_judgement(judgement) + taken_back,
            ", ".join(named),
            judgement.why,
            word_dissent(judgement, dissents.get(judgement.number)),
        )
        table.add_row(*(Text(clean_text(cell)) for cell in cells), style="dim" if taken_back else None)
    return table
