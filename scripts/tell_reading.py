"""Set the tables of a page of the docs that shows how one text is read: its events, and the ties between actors.

    uv run python scripts/tell_reading.py TEXT docs/explanation/one-text-read.md

The tables go between the page's two marks; what a person wrote around them stays. The same text and the same reader
give the same page, byte for byte.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from vedette.documents import ReadOptions, read_documents
from vedette.pipeline import read_all
from vedette.records import Account, Event, Issue, Role, Stance, Tie
from vedette.views.chronology import in_order
from vedette.views.columns import tell_date, tell_parties, tell_place, tell_sources, tell_toll
from vedette.views.labels import RELATIONS, STANCES, UNKNOWN, name_happening

TABLES = re.compile(r"(?s)(<!-- what was read -->\n).*?(<!-- end of what was read -->)")
_EVENTS = ("When", "What", "Where", "Who → whom", "Killed", "Injured", "In the words", "Who says so")
_TIES = ("Who", "Tie", "With whom", "In the words")


def tell(account: Account) -> str:
    """Give the tables of one text: its events in the order of time, those without a date last; its ties as told."""
    events = [_event_cells(account, event) for _, event in in_order([account])]
    ties = [_tie_cells(tie) for tie in account.ties]
    return "\n".join([*_table(_EVENTS, events), "", *_table(_TIES, ties), ""])


def set_tables(page: str, tables: str) -> str:
    """Put the tables between the page's marks; ValueError where it has none."""
    if not TABLES.search(page):
        raise ValueError("the page has no `<!-- what was read -->` … `<!-- end of what was read -->`: add both marks")
    return TABLES.sub(lambda marks: marks[1] + tables + marks[2], page)


def _event_cells(account: Account, event: Event) -> tuple[str, ...]:
    stance = "" if event.stance is Stance.ACTUAL else f" ({STANCES[event.stance]})"
    return (
        tell_date(event),
        name_happening(event.type, event.mode) + stance,
        tell_place(event),
        tell_parties(event),
        tell_toll(event, Role.KILLED),
        tell_toll(event, Role.INJURED),
        ", ".join(f"“{span.text}”" for span in event.triggers),
        tell_sources(account, event),
    )


def _tie_cells(tie: Tie) -> tuple[str, ...]:
    words = " … ".join(span.text for span in sorted({*tie.a.spans[:1], *tie.b.spans[:1]}))
    trend = f" ({tie.trend})" if tie.trend else ""
    return tie.a.name, RELATIONS[tie.relation] + trend, tie.b.name, f"“{words}”"


def _table(names: Iterable[str], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    head = tuple(names)
    yield "| " + " | ".join(head) + " |"
    yield "|" + "---|" * len(head)
    for row in rows:
        yield "| " + " | ".join(" ".join(cell.replace("|", "\\|").split()) or UNKNOWN for cell in row) + " |"


def main() -> None:
    """Read the text, and set the page's tables."""
    if len(sys.argv) != 3:
        raise SystemExit(f"usage: {sys.argv[0]} TEXT PAGE.md")
    text, page = sys.argv[1], Path(sys.argv[2])
    for item in read_all(read_documents([text], ReadOptions())):
        if isinstance(item, Issue):
            raise SystemExit(f"{item.name}: {item.message}")
        page.write_text(set_tables(page.read_text(encoding="utf-8"), tell(item.account)), encoding="utf-8")


if __name__ == "__main__":
    main()
