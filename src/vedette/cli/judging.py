"""The commands by which people decide: `merge`, `split`, `accept`, `reject`, `correct`, `undo`, `history`."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

from vedette.cli.options import case_option
from vedette.cli.printing import stderr_console, stdout_console
from vedette.records import COUNT_ROLES, Incident, JudgementKind, ReviewState, Role

Command = TypeVar("Command", bound=Callable[..., Any])

_ROLES = (Role.DATE, Role.PLACE, Role.ACTOR, *sorted(COUNT_ROLES))


def judge_options(command: Command) -> Command:
    """Say who decides, and why."""
    command = click.option("--by", help="Who decides; your user name if not given.")(command)
    return click.option("--why", default="", help="The reason, for the history.")(command)


@click.command("merge")
@click.argument("ids", nargs=-1, required=True, metavar="ID ID...")
@case_option
@judge_options
def merge_command(ids: tuple[str, ...], db: str, why: str, by: str | None) -> None:
    """Decide that two or more incidents are one.

    \b
    Example:
      vedette merge i3f2a 'i91c0' --why "the same bridge under two names"
    """
    from vedette.pipeline import find_incident, judge_same, merge_case
    from vedette.storage import open_case

    with open_case(db, create=False) as case:
        incidents = merge_case(case)
        judgement = judge_same(case, [find_incident(case, incidents, one) for one in ids], by or _user(), why)
        after = merge_case(case)
        _done(judgement.number, [incident for incident in after if _has(incident, judgement.groups[0][0])])


@click.command("split")
@click.argument("incident_id", metavar="ID")
@click.argument("reports", nargs=-1, required=True, metavar="REPORT...")
@case_option
@judge_options
def split_command(incident_id: str, reports: tuple[str, ...], db: str, why: str, by: str | None) -> None:
    """Decide that some reports of an incident, by name or document id, tell of another happening.

    A report goes with all that it tells under several heads; one head alone goes by the id of its event, as `vedette
    show` has it.

    \b
    Examples:
      vedette split i3f2a radio.txt letter.eml --why "that was the second bomb"
      vedette split i3f2a 91c04f --why "its last paragraph is on the second bomb"
    """
    from vedette.pipeline import find_incident, judge_split, merge_case
    from vedette.storage import open_case

    with open_case(db, create=False) as case:
        incident = find_incident(case, merge_case(case), incident_id)
        judgement = judge_split(case, incident, reports, by or _user(), why)
        after = merge_case(case)
        _done(judgement.number, [one for one in after if any(_has(one, group[0]) for group in judgement.groups)])


@click.command("accept")
@click.argument("target", metavar="ID")
@case_option
@judge_options
def accept_command(target: str, db: str, why: str, by: str | None) -> None:
    """Decide that an incident, or one event of one report, is right as it stands.

    The reports of an accepted incident stay together whatever later versions make of them.

    \b
    Example:
      vedette accept i3f2a --why "checked with the hospital"
    """
    _review(JudgementKind.ACCEPT, target, db, by or _user(), why)


@click.command("reject")
@click.argument("target", metavar="ID")
@case_option
@judge_options
def reject_command(target: str, db: str, why: str, by: str | None) -> None:
    """Decide that an incident, or one event of one report, is none: misread, or not what is collected here.

    A rejected incident is listed only when asked for; a rejected event is part of no incident.

    \b
    Example:
      vedette reject 91c04f --why "a film, not a bombing"
    """
    _review(JudgementKind.REJECT, target, db, by or _user(), why)


@click.command("correct")
@click.argument("incident_id", metavar="ID")
@click.argument("role", type=click.Choice([role.value for role in _ROLES]))
@click.argument("value")
@case_option
@judge_options
def correct_command(incident_id: str, role: str, value: str, db: str, why: str, by: str | None) -> None:
    """Set one value of an incident; what its reports tell stays beside it.

    A count is 7, 4-7, or 4- for at least four; a date is 2025-10-14, or 2025-10-14..2025-10-16; the rest are
    names.

    \b
    Example:
      vedette correct i3f2a killed 7 --why "the police's list of names"
    """
    from vedette.pipeline import find_incident, judge_value, merge_case
    from vedette.storage import open_case

    with open_case(db, create=False) as case:
        incident = find_incident(case, merge_case(case), incident_id)
        judgement = judge_value(case, incident, Role(role), value, by or _user(), why)
        merge_case(case)
    _tell(judgement.number, f"{role} of {incident.id} is {judgement.value}")


@click.command("undo")
@click.argument("number", type=click.IntRange(1))
@case_option
@judge_options
def undo_command(number: int, db: str, why: str, by: str | None) -> None:
    """Take back one judgement, by its number in the history; later ones stay as they are.

    \b
    Example:
      vedette undo 3
    """
    from vedette.pipeline import judge_undo, judgements_beside, update_incidents
    from vedette.storage import open_case

    with open_case(db, create=False) as case:
        judgement = judge_undo(case, number, by or _user(), why)
        update_incidents(case)
        beside = ", ".join(str(one.number) for one in judgements_beside(case, number))
    also = f" Of the same events still speak: {beside}." if beside else ""
    stderr_console().print(f"Judgement {judgement.number}: judgement {number} is taken back.{also}", soft_wrap=True)


@click.command("history")
@case_option
@click.option(
    "--format", "form", type=click.Choice(["table", "jsonl"]), default="table", show_default=True,
    help="How the judgements are printed.",
)  # fmt: skip
@click.option("--made-by", type=click.Choice(["people", "rules"]), help="Only those that people, or rules, have made.")
def history_command(db: str, form: str, made_by: str | None) -> None:
    """List every judgement, oldest first: what was decided, by whom, when, why, and whether it still holds.

    The last column says what the program would do without people's judgements, where that is not the same.
    """
    from vedette import exports
    from vedette.pipeline import hear_dissent, merge_case
    from vedette.storage import open_case
    from vedette.views import history_table

    with open_case(db, create=False) as case:
        incidents = merge_case(case)
        judgements, dissents = case.judgements(), hear_dissent(case, incidents)
    left_out = [one.number for one in judgements if made_by is not None and one.human is not (made_by == "people")]
    if form == "jsonl":
        exports.write_judgements_jsonl(judgements, dissents, sys.stdout.buffer, left_out)
    else:
        stdout_console().print(history_table(judgements, incidents, dissents, left_out))


def _review(kind: JudgementKind, target: str, db: str, by: str, why: str) -> None:
    from vedette.pipeline import find_incident, judge_event, judge_incident, merge_case, update_incidents
    from vedette.storage import open_case

    with open_case(db, create=False) as case:
        if target.startswith("i"):  # no event's id does: they are hex digits
            incident = find_incident(case, merge_case(case), target)
            judgement, named = judge_incident(case, kind, incident, by, why), incident.id
        else:
            _, event = case.find_event(target)
            judgement, named = judge_event(case, kind, event, by, why), f"event {event.id}"
        update_incidents(case)
    _tell(judgement.number, f"{named} is {kind.value}ed")


def _has(incident: Incident, event: object) -> bool:
    return any(report.event == event for report in incident.reports)


def _done(number: int, incidents: Sequence[Incident]) -> None:
    _tell(number, ", ".join(map(_word, incidents)))


def _word(incident: Incident) -> str:
    state = "" if incident.review is ReviewState.OPEN else f", {incident.review.value}"
    return f"{incident.id} ({incident.documents} report{'s' * (incident.documents != 1)}{state})"


def _tell(number: int, what: str) -> None:
    stderr_console().print(f"Judgement {number}: {what}. `vedette undo {number}` takes it back.", soft_wrap=True)


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container may have no name for its user
        return "unnamed user"
