"""`vedette diff`: what changed between two states of a picture, and why."""

from __future__ import annotations

import datetime as dt
import sys
from typing import TYPE_CHECKING, Any

import click

from vedette.cli.options import best_option, names_option
from vedette.cli.printing import stderr_console, stdout_console
from vedette.records import BestRule

if TYPE_CHECKING:
    from vedette.incidents import State


class Moment(click.ParamType[int | dt.date]):
    """The number of a judgement, or a day."""

    name = "moment"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int | dt.date:
        """Turn the words into a number or a day."""
        if isinstance(value, int | dt.date):
            return value
        try:
            return int(value) if str(value).isdecimal() else dt.date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is no moment: write the number of a judgement, or a day as 2026-03-12", param, ctx)


@click.command("diff")
@click.argument("old")
@click.argument("new")
@click.option("--old-at", type=Moment(), help="OLD with the judgements up to this number, or this day, alone.")
@click.option("--new-at", type=Moment(), help="NEW with the judgements up to this number, or this day, alone.")
@click.option(
    "--format", "form", type=click.Choice(["table", "jsonl"]), default="table", show_default=True,
    help="How the changes are printed.",
)  # fmt: skip
@best_option
@names_option
def diff_command(
    old: str, new: str, old_at: int | dt.date | None, new_at: int | dt.date | None, form: str, best: str, names: bool
) -> None:
    """Say what changed between two case files, or between two moments of one, and why.

    Which incidents are new, gone, joined, split or renamed; which reports and values are others; and the reports,
    judgements and versions that it comes from.

    \b
    Examples:
      vedette diff monday.db friday.db
      vedette diff vedette.db vedette.db --old-at 0
    """
    from vedette import exports
    from vedette.pipeline import diff_states
    from vedette.views import changes_table

    before = _load(old, old_at, BestRule(best))
    after = _load(new, new_at, BestRule(best))
    if form == "jsonl":
        if not names:
            before, after = _masked(before), _masked(after)
        exports.write_changes_jsonl(diff_states(before, after), sys.stdout.buffer)
        return
    changes = diff_states(before, after)
    if changes:
        stdout_console().print(changes_table(changes))
    else:
        stderr_console().print("Nothing has changed.")


def _load(db: str, at: int | dt.date | None, rule: BestRule) -> State:
    from vedette.pipeline import load_state
    from vedette.storage import open_case

    with open_case(db, create=False) as case:
        return load_state(case, at, rule)


def _masked(state: State) -> State:
    """Black out the names of victims and private persons in the values that are put first."""
    from dataclasses import replace

    from vedette import exports

    masked = exports.mask_accounts(state.accounts)
    incidents = tuple(exports.withhold_incident(incident, state.accounts, masked) for incident in state.incidents)
    return replace(state, incidents=incidents)
