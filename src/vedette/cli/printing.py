"""How accounts leave on stdout, and how progress and issues stand on stderr."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from vedette.records import Account, Issue, Severity

if TYPE_CHECKING:
    from rich.console import Console

Item = TypeVar("Item")


def stdout_console() -> Console:
    """Make a console for tables; piped into a file it is plain text, wide enough for every column."""
    from rich.console import Console

    console = Console(highlight=False)
    return console if console.is_terminal else Console(highlight=False, width=max(console.width, 120))


def stderr_console() -> Console:
    """Make a console for progress and messages."""
    from rich.console import Console

    return Console(stderr=True, highlight=False)


def print_accounts(accounts: Sequence[Account], form: str, names: bool) -> None:
    """Print accounts as a table, JSON lines or CSV; `names` lets the last two show private persons' names."""
    if form == "table":
        from vedette.views import events_table

        stdout_console().print(events_table(accounts))
        return
    from vedette import exports

    if form == "csv":
        exports.write_csv(accounts, sys.stdout.buffer, names=names)
    else:
        exports.write_jsonl(accounts, sys.stdout.buffer, names=names)


def print_issues(issues: Sequence[Issue]) -> None:
    """Tell on stderr what went wrong: what was lost first."""
    from rich.markup import escape

    console = stderr_console()
    for issue in sorted(issues, key=lambda issue: issue.severity != Severity.ERROR):
        lost = issue.severity is Severity.ERROR
        label = "[red]not read[/red]" if lost else "[yellow]note[/yellow]"
        console.print(
            f"{label}  {escape(issue.name)}: {escape(issue.message)} [dim]({issue.code})[/dim]", soft_wrap=True
        )


@contextmanager
def progress(items: Iterable[Item], what: str, total: int | None, quiet: bool) -> Iterator[Iterator[Item]]:
    """Pass items through, with a bar on stderr while they are worked on."""
    if quiet or not sys.stderr.isatty():
        yield iter(items)
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=stderr_console(), transient=True) as bar:
        task = bar.add_task(what, total=total)

        def counted() -> Iterator[Item]:
            for done, item in enumerate(items, 1):
                # The number of documents is only known once a feed or an archive has been opened.
                bar.update(task, completed=done, total=max(total or 0, done))
                yield item

        yield counted()
