"""The commands that ask the case file: `events`, `show`, `report`, `schema`."""

from __future__ import annotations

import json
from pathlib import Path

import click

from vedette.cli.options import case_option, format_option, names_option
from vedette.cli.printing import print_accounts, stderr_console, stdout_console


@click.command("events")
@case_option
@format_option
@names_option
def events_command(db: str, form: str, names: bool) -> None:
    """List the events of the case file, in order of time.

    \b
    Examples:
      vedette events
      vedette events --format csv > events.csv
    """
    from vedette.storage import open_case

    with open_case(db, create=False) as case:
        print_accounts(list(case.accounts()), form, names)


@click.command("show")
@click.argument("event_id", metavar="ID")
@case_option
def show_command(event_id: str, db: str) -> None:
    """Explain one event value by value: the words, their sentence, who says so, and what lost.

    ID is the event's id, or its first characters as the table shows them.
    """
    from vedette.storage import open_case
    from vedette.views import explain, render_explanation

    with open_case(db, create=False) as case:
        account, event = case.find_event(event_id)
        stdout_console().print(render_explanation(explain(account, event)))


@click.command("report")
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), required=True, help="The page to write."
)
@case_option
@names_option
def report_command(output: Path, db: str, names: bool) -> None:
    """Write one self-contained page: what was read, the events in order of time, a timeline and a map.

    \b
    Example:
      vedette report -o report.html
    """
    from vedette import __version__
    from vedette.storage import open_case
    from vedette.views import write_report

    with open_case(db, create=False) as case:
        page = write_report(list(case.accounts()), title=f"Report on {Path(db).name}", version=__version__, names=names)
    output.write_text(page, encoding="utf-8")
    stderr_console().print(f"Report: {output.resolve()}", soft_wrap=True)


@click.command("schema")
@click.argument("name")
def schema_command(name: str) -> None:
    """Print the JSON Schema of a record, such as event, document or account."""
    from vedette.exports import json_schema

    click.echo(json.dumps(json_schema(name), indent=2, ensure_ascii=False))
