"""The commands that ask the case file: `events`, `show`, `report`, `schema`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vedette.cli.options import case_option, format_option, names_option
from vedette.cli.printing import print_accounts, stderr_console, stdout_console
from vedette.records import ReviewState

if TYPE_CHECKING:
    from vedette.storage import CaseFile


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
@click.option("--pairs", is_flag=True, help="Of an incident: what speaks for each pair of its reports being one.")
@click.option(
    "--waterfall", type=click.Path(dir_okay=False, path_type=Path),
    help="Of an incident: draw what speaks for each pair as a picture (SVG) into this file.",
)  # fmt: skip
def show_command(event_id: str, db: str, pairs: bool, waterfall: Path | None) -> None:
    """Explain one event value by value, or show what the reports of one incident disagree on.

    Of an event: the words, their sentence, who says so, and what lost. ID is the id, or its first characters as the
    tables show them; incidents' ids begin with an i.
    """
    from vedette.pipeline import standing_judgements
    from vedette.storage import open_case
    from vedette.views import explain, judged_lines, render_explanation

    with open_case(db, create=False) as case:
        if event_id.startswith("i"):  # no event's id does: they are hex digits
            _show_incident(case, event_id, pairs, waterfall)
            return
        account, event = case.find_event(event_id)
        stdout_console().print(render_explanation(explain(account, event)))
        for line in judged_lines(event, standing_judgements(case)):
            stdout_console().print(line, soft_wrap=True, markup=False)


def _show_incident(case: CaseFile, incident_id: str, pairs: bool, waterfall: Path | None) -> None:
    from vedette.pipeline import explain_incident, find_incident, hear_dissent, merge_case, standing_judgements
    from vedette.views import draw_waterfalls, pairs_table, render_incident

    incidents = merge_case(case)
    incident = find_incident(case, incidents, incident_id)
    if not incident.id.startswith(incident_id):
        stderr_console().print(f"{incident_id} is gone: its reports are in {incident.id} now.", soft_wrap=True)
    judgements = standing_judgements(case)
    stdout_console().print(render_incident(incident, judgements, hear_dissent(case, incidents)))
    explained = explain_incident(case, incident) if pairs or waterfall is not None else []
    if pairs and explained:
        stdout_console().print(pairs_table(incident, explained))
    elif pairs:
        stderr_console().print("One report tells of it: there is no pair to explain.")
    if waterfall is not None:
        waterfall.write_text(draw_waterfalls(incident, explained), encoding="utf-8")
        stderr_console().print(f"Picture: {waterfall.resolve()}", soft_wrap=True)


@click.command("report")
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), required=True, help="The page to write."
)
@case_option
@names_option
def report_command(output: Path, db: str, names: bool) -> None:
    """Write one self-contained page: what was read, the incidents with their quarrels, the events in order of time.

    \b
    Example:
      vedette report -o report.html
    """
    from vedette import __version__
    from vedette.pipeline import merge_case
    from vedette.storage import open_case
    from vedette.views import write_report

    with open_case(db, create=False) as case:
        accounts = list(case.accounts())
        page = write_report(
            accounts,
            title=f"Report on {Path(db).name}",
            version=__version__,
            names=names,
            incidents=[one for one in merge_case(case, accounts=accounts) if one.review is not ReviewState.REJECTED],
        )
    output.write_text(page, encoding="utf-8")
    stderr_console().print(f"Report: {output.resolve()}", soft_wrap=True)


@click.command("schema")
@click.argument("name")
def schema_command(name: str) -> None:
    """Print the JSON Schema of a record, such as event, document or account."""
    from vedette.exports import json_schema

    click.echo(json.dumps(json_schema(name), indent=2, ensure_ascii=False))
