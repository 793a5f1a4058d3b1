"""A list of events for the terminal, one row an event."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from vedette.records import Account, Event, Role, Stance
from vedette.views.chronology import Told, in_order
from vedette.views.columns import tell_date, tell_parties, tell_place, tell_sources, tell_toll
from vedette.views.labels import STANCE_MARKS, STANCES, UNKNOWN, name_happening
from vedette.views.passage import clean_text

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderResult
    from rich.table import Table
    from rich.text import Text

SHORTEST_ID = 6
PARTIES_FROM = 110  # columns of the terminal from which who → whom has a column of its own
SOURCES_FROM = 96  # the same for who says so; below, both are lines in the cell of what happened
PLAIN = str.maketrans({"–": "-", "→": "->", "←": "<-", "≤": "<=", "“": '"', "”": '"', "…": "...", "·": "-"})


class EventsTable:
    """A table that chooses its columns when it is printed, by the width it is printed to."""

    def __init__(self, told: list[Told]) -> None:
        self._told = told
        self._id_length = _unique_length([event.id for _, event in told])

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the table for the width at hand, then the legend."""
        yield self.build(options.max_width, plain=options.ascii_only)
        yield self.legend(plain=options.ascii_only)

    def build(self, width: int, *, plain: bool = False) -> Table:
        """Build the table for `width` columns of a terminal; `plain` keeps to ASCII."""
        from rich import box
        from rich.table import Table

        style = box.ASCII if plain else box.SIMPLE_HEAD
        table = Table(box=style, expand=True, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0))
        table.add_column("Date", width=11, overflow="fold")
        table.add_column("What", ratio=4, overflow="fold")
        table.add_column("Where", ratio=3, overflow="fold")
        if width >= PARTIES_FROM:
            table.add_column(_shown("Who → whom", plain), ratio=4, overflow="fold")
        table.add_column("Killed", justify="right", width=6, overflow="fold")
        table.add_column("Injured", justify="right", width=7, overflow="fold")
        if width >= SOURCES_FROM:
            table.add_column("Who says so", ratio=3, overflow="fold")
        table.add_column("Id", width=self._id_length, no_wrap=True)
        for account, event in self._told:
            cells = _cells(account, event, width, plain)
            table.add_row(*cells, event.id[: self._id_length], style="dim" if event.background else None)
        return table

    def legend(self, *, plain: bool = False) -> Text:
        """Explain the marks that this table uses."""
        from rich.text import Text

        stances = {event.stance for _, event in self._told} - {Stance.ACTUAL}
        parts = [f"{_mark(stance, plain)} {STANCES[stance]}" for stance in Stance if stance in stances]
        parts += ["– not stated", "7+ at least", "4–7 between", "4 / 7 sources differ", "~ about"]
        if any(event.background for _, event in self._told):
            parts.append("dim: background")
        return Text(_shown(" · ".join(parts), plain), style="dim italic")


def events_table(accounts: Iterable[Account]) -> EventsTable:
    """List all events of `accounts` in the order of time, undated ones last; print it with rich."""
    return EventsTable(in_order(accounts))


def _cells(account: Account, event: Event, width: int, plain: bool) -> list[Text]:
    from rich.text import Text

    parties, sources = tell_parties(event), tell_sources(account, event)
    what = Text(f"{_mark(event.stance, plain)} " if event.stance is not Stance.ACTUAL else "", style="bold red")
    what.append(name_happening(event.type, event.mode), style="bold" if not event.background else "")
    if width < PARTIES_FROM and parties != UNKNOWN:
        what.append(_shown(f"\n{parties}", plain))
    if width < SOURCES_FROM:
        what.append(_shown(f"\n{sources}", plain), style="dim")
    killed, injured = tell_toll(event, Role.KILLED), tell_toll(event, Role.INJURED)
    cells: list[str | Text] = [tell_date(event), what, tell_place(event)]
    cells += [parties] if width >= PARTIES_FROM else []
    cells += [killed, injured]
    cells += [sources] if width >= SOURCES_FROM else []
    return [cell if isinstance(cell, Text) else Text(_shown(cell, plain)) for cell in cells]


def _unique_length(ids: list[str]) -> int:
    """Find how much of an id tells all events apart."""
    longest = max(map(len, ids), default=SHORTEST_ID)
    different = len(set(ids))
    return next((n for n in range(SHORTEST_ID, longest) if len({each[:n] for each in ids}) == different), longest)


def _mark(stance: Stance, plain: bool) -> str:
    return f"[{stance.value}]" if plain else STANCE_MARKS[stance]


def _shown(text: str, plain: bool) -> str:
    lines = [clean_text(line) for line in text.split("\n")]
    joined = "\n".join(lines)
    return joined.translate(PLAIN).encode("ascii", "replace").decode("ascii") if plain else joined
