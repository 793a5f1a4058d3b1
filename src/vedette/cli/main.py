"""The command group, and how errors leave the program."""

from __future__ import annotations

import sys

import click

from vedette import __version__
from vedette.cli.asking import events_command, report_command, schema_command, show_command
from vedette.cli.demo import demo_command
from vedette.cli.differing import diff_command
from vedette.cli.explaining import explain_actor, explain_count, explain_date, explain_place
from vedette.cli.incidents import incidents_command
from vedette.cli.judging import (
    accept_command,
    correct_command,
    history_command,
    merge_command,
    reject_command,
    split_command,
    undo_command,
)
from vedette.cli.reading import read_command
from vedette.errors import VedetteError

_EPILOG = """\b
Examples:
  vedette demo
  vedette read report.pdf --published 2026-03-12
  vedette read inbox/ --format jsonl > events.jsonl
  vedette events
  vedette incidents --reports 2
  vedette show 3f2a
  vedette report -o report.html
"""


class _InOrder(click.Group):
    """Lists the commands in the order of use, not of the alphabet."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click calls it so
        return list(self.commands)


@click.group(cls=_InOrder, epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="vedette")
def vedette() -> None:
    """Read public reports of political violence into events that can be traced to their words."""


for _command in (
    demo_command, read_command, events_command, incidents_command, show_command, report_command,
    accept_command, reject_command, correct_command, merge_command, split_command, undo_command, history_command,
    diff_command, schema_command,
    explain_date, explain_place, explain_count, explain_actor,
):  # fmt: skip
    vedette.add_command(_command)


def main() -> None:
    """Run the command line; errors that Vedette raises on purpose become one line and exit code 2.

    So does an output that cannot be written. Where the reader of the output has gone (`| head`), click ends quietly.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        vedette(prog_name="vedette")
    except VedetteError as error:
        fault = str(error)
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        fault = f"{where}{error.strerror or error}; nothing more is written"
    click.echo(f"vedette: {fault}", err=True)
    sys.exit(2)
