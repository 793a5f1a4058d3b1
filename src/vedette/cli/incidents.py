"""`vedette incidents`: what happened, as far as all documents tell, and which of it is asked for."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from vedette.cli.options import Circle, Day, Toll, best_option, case_option, names_option
from vedette.cli.printing import stderr_console, stdout_console
from vedette.records import (
    ActorValue,
    Best,
    BestRule,
    CountValue,
    DateValue,
    EventType,
    Incident,
    PlaceValue,
    ReviewState,
    Role,
)
from vedette.records.geometry import distance_km

if TYPE_CHECKING:
    from vedette.records import Account

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
@click.option("--place", help="Only those of which a place's name, province or country holds these words.")
@click.option("--actor", help="Only those of which an actor's name or id holds these words.")
@click.option("--killed", type=click.IntRange(0), help="Only those of which some report tells of so many dead or more.")
@click.option("--toll", type=Toll(), metavar="ROLE,N", help="The same for injured, abducted, arrested, ….")
@click.option("--disputed", is_flag=True, help="Only those on which reports contradict one another.")
@click.option("--reports", type=click.IntRange(1), default=1, help="Only those told by so many reports or more.")
@click.option(
    "--review",
    type=click.Choice(["open", "accepted", "rejected", "all"]),
    help="Only those in this state of review; all but rejected ones if not given.",
)
@best_option
@names_option
def incidents_command(
    db: str, form: str, since: dt.date | None, until: dt.date | None, near: Circled | None, types: tuple[str, ...],
    place: str | None, actor: str | None, killed: int | None, toll: tuple[Role, int] | None, disputed: bool,
    reports: int, review: str | None, best: str, names: bool,
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
        if incident.documents >= reports
        and (not types or incident.type in types)
        and (review == "all" or incident.review == review or (review is None and not _is_rejected(incident)))
        and _in_days(incident, since, until)
        and (near is None or _in_circle(incident, near))
        and (actor is None or _by_actor(incident, actor))
        and (place is None or _at_place(incident, place))
        and (killed is None or _with_toll(incident, Role.KILLED, killed))
        and (toll is None or _with_toll(incident, *toll))
        and (not disputed or incident.contradictions)
    ]
    _print(chosen, accounts, form, names)
    hidden = sum(map(_is_rejected, incidents)) if review is None else 0
    if hidden and form == "table":
        stderr_console().print(f"Rejected and not listed: {hidden}; --review rejected lists them.", soft_wrap=True)


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


def _is_rejected(incident: Incident) -> bool:
    return incident.review is ReviewState.REJECTED


def _corrected(incident: Incident, role: Role) -> Best | None:
    """Give what a person has set for a role, which is then all that is asked of it."""
    return next((one for one in incident.best if one.role is role and one.corrected is not None), None)


def _in_days(incident: Incident, since: dt.date | None, until: dt.date | None) -> bool:
    if since is None and until is None:
        return True
    dates = [rival.value for rival in incident.in_role(Role.DATE) if isinstance(rival.value, DateValue)]
    days = [(date.from_ or dt.date.min, date.to or dt.date.max) for date in dates]
    set_ = _corrected(incident, Role.DATE)
    if set_ is not None and set_.first and set_.last:
        days = [(set_.first, set_.last)]
    return any((since is None or last >= since) and (until is None or first <= until) for first, last in days)


def _places(incident: Incident) -> list[PlaceValue]:
    """Give the places that it may have been at; where a person has set one, that one, if a report tells it."""
    set_ = _corrected(incident, Role.PLACE)
    rivals = incident.in_role(Role.PLACE)
    if set_ is not None:
        rivals = (incident.rivals[set_.rival],) if set_.rival is not None else ()
    return [rival.value for rival in rivals if isinstance(rival.value, PlaceValue)]


def _in_circle(incident: Incident, near: Circled) -> bool:
    return any(
        place.precision in ("site", "town", "district")
        and place.lat is not None
        and place.lon is not None
        and distance_km(near[:2], (place.lat, place.lon)) <= near[2]
        for place in _places(incident)
    )


def _at_place(incident: Incident, words: str) -> bool:
    set_ = _corrected(incident, Role.PLACE)
    names = [f"{place.name} {place.admin1 or ''} {place.country or ''}" for place in _places(incident)]
    return any(words.casefold() in name.casefold() for name in [*names, *([set_.corrected or ""] if set_ else [])])


def _by_actor(incident: Incident, words: str) -> bool:
    set_ = _corrected(incident, Role.ACTOR)
    actors = [rival.value for rival in incident.in_role(Role.ACTOR) if isinstance(rival.value, ActorValue)]
    names = [set_.corrected or ""] if set_ else [f"{actor.name} {actor.actor_id or ''}" for actor in actors]
    return any(words.casefold() in name.casefold() for name in names)


def _with_toll(incident: Incident, role: Role, least: int) -> bool:
    set_ = _corrected(incident, role)
    counts = [rival.value for rival in incident.in_role(role) if isinstance(rival.value, CountValue)]
    bounds = [(set_.low, set_.high)] if set_ else [(count.low, count.high) for count in counts]
    return any((high if high is not None else low or 0) >= least for low, high in bounds)
