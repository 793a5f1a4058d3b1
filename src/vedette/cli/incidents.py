"""The commands on incidents: `incidents`, `merge`, `split`, `undo`, `history`."""

from __future__ import annotations

import datetime as dt
import getpass
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

from vedette.cli.options import Circle, Day, case_option, names_option
from vedette.cli.printing import stderr_console, stdout_console
from vedette.records import ActorValue, BestRule, CountValue, DateValue, EventType, Incident, PlaceValue, Role
from vedette.records.geometry import distance_km

if TYPE_CHECKING:
    from vedette.records import Account

Command = TypeVar("Command", bound=Callable[..., Any])
Circled = tuple[float, float, float]  # latitude, longitude, km


@click.command("incidents")
@case_option
@click.option(
    "--format", "form", type=click.Choice(["table", "jsonl", "csv", "geojson"]), default="table", show_default=True,
    help="How the incidents are printed.",
)  # fmt: skip
@click.option("--since", type=Day(), help="Only those that may have been on this day or later.")
@click.option("--until", type=Day(), help="Only those that may have been on this day or earlier.")
@click.option("--near", type=Circle(), metavar="LAT,LON,KM", help="Only those with a place in this circle.")
@click.option(
    "--type", "types", multiple=True, type=click.Choice([kind.value for kind in EventType]), help="Only these."
)
@click.option("--actor", help="Only those of which an actor's name or id holds these words.")
@click.option("--killed", type=click.IntRange(0), help="Only those of which some report tells of so many dead or more.")
@click.option("--reports", type=click.IntRange(1), default=1, help="Only those told by so many reports or more.")
@click.option(
    "--review", type=click.Choice(["open", "accepted", "rejected"]), help="Only those in this state of review."
)
@click.option(
    "--best", type=click.Choice([rule.value for rule in BestRule]), default=BestRule.MOST_INDEPENDENT.value,
    show_default=True, help="Which of several rival values is put first.",
)  # fmt: skip
@names_option
def incidents_command(
    db: str, form: str, since: dt.date | None, until: dt.date | None, near: Circled | None, types: tuple[str, ...],
    actor: str | None, killed: int | None, reports: int, review: str | None, best: str, names: bool,
) -> None:  # fmt: skip
    """List what happened, as far as all documents of the case file tell, in order of time.

    \b
    Examples:
      vedette incidents --reports 2
      vedette incidents --near 6.9,122.1,50 --since 2025-10-01
      vedette incidents --type ASSAULT --format geojson > incidents.geojson
    """
    from vedette.pipeline import merge_case
    from vedette.storage import open_case
    from vedette.views import in_time

    with open_case(db, create=False) as case:
        accounts = list(case.accounts())
        incidents = in_time(merge_case(case, BestRule(best), accounts))
    chosen = [
        incident
        for incident in incidents
        if len(incident.reports) >= reports
        and (not types or incident.type in types)
        and (review is None or incident.review == review)
        and _in_days(incident, since, until)
        and (near is None or _in_circle(incident, near))
        and (actor is None or _by_actor(incident, actor))
        and (killed is None or _with_dead(incident, killed))
    ]
    _print(chosen, accounts, form, names)


@click.command("merge")
@click.argument("ids", nargs=-1, required=True, metavar="ID ID...")
@case_option
@click.option("--why", default="", help="The reason, for the history.")
@click.option("--by", help="Who decides; your user name if not given.")
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
@click.option("--why", default="", help="The reason, for the history.")
@click.option("--by", help="Who decides; your user name if not given.")
def split_command(incident_id: str, reports: tuple[str, ...], db: str, why: str, by: str | None) -> None:
    """Decide that some reports of an incident, by name or document id, tell of another happening.

    \b
    Example:
      vedette split i3f2a radio.txt letter.eml --why "that was the second bomb"
    """
    from vedette.pipeline import find_incident, judge_split, merge_case
    from vedette.storage import open_case

    with open_case(db, create=False) as case:
        incident = find_incident(case, merge_case(case), incident_id)
        judgement = judge_split(case, incident, reports, by or _user(), why)
        after = merge_case(case)
        _done(judgement.number, [one for one in after if any(_has(one, group[0]) for group in judgement.groups)])


@click.command("undo")
@click.argument("number", type=click.IntRange(1))
@case_option
@click.option("--why", default="", help="The reason, for the history.")
@click.option("--by", help="Who decides; your user name if not given.")
def undo_command(number: int, db: str, why: str, by: str | None) -> None:
    """Take back one judgement, by its number in the history; later ones stay as they are.

    \b
    Example:
      vedette undo 3
    """
    from vedette.pipeline import judge_undo, merge_case
    from vedette.storage import open_case

    with open_case(db, create=False) as case:
        judgement = judge_undo(case, number, by or _user(), why)
        merge_case(case)
    stderr_console().print(f"Judgement {judgement.number}: judgement {number} is taken back.")


@click.command("history")
@case_option
def history_command(db: str) -> None:
    """List every judgement, oldest first: what was decided, by whom, when, why, and whether it still holds."""
    from vedette.pipeline import merge_case
    from vedette.storage import open_case
    from vedette.views import history_table

    with open_case(db, create=False) as case:
        stdout_console().print(history_table(case.judgements(), merge_case(case)))


def _print(incidents: Sequence[Incident], accounts: Sequence[Account], form: str, names: bool) -> None:
    if form == "table":
        from vedette.views import incidents_table

        stdout_console().print(incidents_table(incidents))
        return
    from vedette import exports

    if not names:
        told = {account.document.id: account for account in accounts}
        masked = exports.mask_accounts(told)
        incidents = [exports.withhold_incident(incident, told, masked) for incident in incidents]
    write = {
        "jsonl": exports.write_incidents_jsonl,
        "csv": exports.write_incidents_csv,
        "geojson": exports.write_incidents_geojson,
    }[form]
    write(incidents, sys.stdout.buffer)


def _in_days(incident: Incident, since: dt.date | None, until: dt.date | None) -> bool:
    if since is None and until is None:
        return True
    dates = [rival.value for rival in incident.in_role(Role.DATE) if isinstance(rival.value, DateValue)]
    return any(
        (since is None or (date.to or dt.date.max) >= since) and (until is None or (date.from_ or dt.date.min) <= until)
        for date in dates
    )


def _in_circle(incident: Incident, near: Circled) -> bool:
    places = [rival.value for rival in incident.in_role(Role.PLACE)]
    return any(
        isinstance(place, PlaceValue)
        and place.precision in ("site", "town", "district")
        and place.lat is not None
        and place.lon is not None
        and distance_km(near[:2], (place.lat, place.lon)) <= near[2]
        for place in places
    )


def _by_actor(incident: Incident, words: str) -> bool:
    actors = [rival.value for rival in incident.in_role(Role.ACTOR) if isinstance(rival.value, ActorValue)]
    return any(words.casefold() in f"{actor.name} {actor.actor_id or ''}".casefold() for actor in actors)


def _with_dead(incident: Incident, least: int) -> bool:
    counts = [rival.value for rival in incident.in_role(Role.KILLED) if isinstance(rival.value, CountValue)]
    return any((count.high if count.high is not None else count.low or 0) >= least for count in counts)


def _has(incident: Incident, event: object) -> bool:
    return any(report.event == event for report in incident.reports)


def _done(number: int, incidents: Sequence[Incident]) -> None:
    told = ", ".join(f"{incident.id} ({len(incident.reports)} reports)" for incident in incidents)
    stderr_console().print(f"Judgement {number}: {told}. `vedette undo {number}` takes it back.", soft_wrap=True)


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container may have no name for its user
        return "unnamed user"
