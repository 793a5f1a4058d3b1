"""What a case file holds, merged to incidents; and a person's decisions put into it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple
from pathlib import PurePath
from typing import TYPE_CHECKING

from vedette.errors import UsageError
from vedette.incidents import check_correction, describe_incidents, explain_reports, find_dissent
from vedette.incidents.replay import find_standing
from vedette.pipeline.merging import group_without_people, update_incidents
from vedette.records import (
    Account,
    BestRule,
    Dissent,
    Event,
    EventRef,
    Incident,
    Judgement,
    JudgementKind,
    Role,
)

if TYPE_CHECKING:
    from vedette.storage import CaseFile

_LISTED = 10  # incidents named in a message


def merge_case(
    case: CaseFile, rule: BestRule = BestRule.MOST_INDEPENDENT, accounts: Sequence[Account] | None = None
) -> tuple[Incident, ...]:
    """Bring the incidents of a case up to date, so that ids that go lead somewhere, and give them all.

    `accounts` are the case's own, where the caller has loaded them already.
    """
    update_incidents(case)
    loaded = list(case.accounts()) if accounts is None else accounts
    groups = case.incident_events().values()
    return describe_incidents(groups, loaded, case.scores_within_incidents(), case.judgements(), rule)


def find_incident(case: CaseFile, incidents: Sequence[Incident], id_prefix: str) -> Incident:
    """Find the one incident whose id begins so; an id that is gone leads to where its events are now."""
    found = [incident for incident in incidents if incident.id.startswith(id_prefix)] if id_prefix else []
    whole = [incident for incident in found if incident.id == id_prefix]
    found = whole or found
    if not found:
        leads = {old: new for old, new in case.forwarding().items() if id_prefix and old.startswith(id_prefix)}
        homes = {new for new in leads.values() if new}
        found = [incident for incident in incidents if incident.id in homes]
    if not found:
        raise UsageError(f"no incident's id begins with {id_prefix!r}; `vedette incidents` lists the incidents")
    if len(found) > 1:
        listed = ", ".join(incident.id for incident in found[:_LISTED]) + (", …" if len(found) > _LISTED else "")
        raise UsageError(f"more than one incident's id begins with {id_prefix!r}: {listed}; write more of it")
    return found[0]


def explain_incident(case: CaseFile, incident: Incident) -> list[tuple[int, int, float, list[tuple[str, float]]]]:
    """Say of each pair of an incident's reports how surely it is one, and what weighed how much."""
    accounts = [case.account(report.event.document_id) for report in incident.reports]
    return [
        (pair.one, pair.two, pair.chance, [(reason.name, reason.weight) for reason in pair.reasons])
        for pair in explain_reports(incident, accounts)
    ]


def judge_same(case: CaseFile, incidents: Sequence[Incident], by: str, why: str) -> Judgement:
    """Decide that several incidents are one happening."""
    if len({incident.id for incident in incidents}) < 2:
        raise UsageError("these are one incident already: name two or more")
    return _add(case, JudgementKind.SAME, tuple(_events(incident) for incident in incidents), by, why)


def judge_split(case: CaseFile, incident: Incident, wanted: Sequence[str], by: str, why: str) -> Judgement:
    """Decide that some reports of an incident tell of another happening.

    `wanted` are reports, by name or by the start of the document's id, or single events, by the start of the id.
    """
    taken = {number for one in wanted for number in _find_reports(incident, one)}
    out = tuple(report.event for number, report in enumerate(incident.reports) if number in taken)
    rest = tuple(report.event for number, report in enumerate(incident.reports) if number not in taken)
    if not out or not rest:
        raise UsageError(f"{incident.id} has {incident.documents} reports: name some of them, not all")
    return _add(case, JudgementKind.SPLIT, (rest, out), by, why)


def judge_incident(case: CaseFile, kind: JudgementKind, incident: Incident, by: str, why: str) -> Judgement:
    """Accept an incident as it stands, or reject it as none."""
    return _add(case, kind, (_events(incident),), by, why)


def judge_event(case: CaseFile, kind: JudgementKind, event: Event, by: str, why: str) -> Judgement:
    """Accept one event as read, or reject it: then it is part of no incident."""
    named = EventRef(event.document_id, event.id)
    return case.add_judgement(Judgement(0, kind, ((named,),), by, case.now(), why, of_event=True))


def judge_value(case: CaseFile, incident: Incident, role: Role, value: str, by: str, why: str) -> Judgement:
    """Set one value of an incident, whatever its reports tell; they keep what they tell."""
    words = check_correction(role, value)
    kind = JudgementKind.CORRECT
    return case.add_judgement(Judgement(0, kind, (_events(incident),), by, case.now(), why, role=role, value=words))


def judge_undo(case: CaseFile, number: int, by: str, why: str) -> Judgement:
    """Take back one judgement; the others stay as they are."""
    return _add(case, JudgementKind.UNDO, (), by, why, undoes=number)


def standing_judgements(case: CaseFile) -> tuple[Judgement, ...]:
    """Give the judgements that hold, oldest first."""
    return find_standing(case.judgements())


def judgements_beside(case: CaseFile, number: int) -> tuple[Judgement, ...]:
    """Give the standing judgements that speak of events which this one speaks of too."""
    judgements = case.judgements()
    spoken_of = {event for one in judgements if one.number == number for group in one.groups for event in group}
    return tuple(
        judgement
        for judgement in find_standing(judgements)
        if judgement.number != number and any(event in spoken_of for group in judgement.groups for event in group)
    )


def hear_dissent(case: CaseFile, incidents: Sequence[Incident]) -> dict[int, Dissent]:
    """Say what the program would do without people's judgements, by the number of the judgement that it would not make.

    `incidents` are the case's own, as `merge_case` gives them.
    """
    judgements = case.judgements()
    spoken_of = {event for judgement in judgements for group in judgement.groups for event in group}
    groups = group_without_people(case, spoken_of) if spoken_of else ()
    return find_dissent(judgements, groups, incidents)


def _events(incident: Incident) -> tuple[EventRef, ...]:
    return tuple(report.event for report in incident.reports)


def _find_reports(incident: Incident, wanted: str) -> list[int]:
    """Give every event of the report so called, or of the one document or event whose id begins so."""
    reports = list(enumerate(incident.reports))
    found = [number for number, report in reports if report.name == wanted]
    if not found:  # a file by its name without the folder
        found = [number for number, report in reports if PurePath(report.name).name == wanted]
    if not found and wanted:
        ids = {identity for _, report in reports for identity in astuple(report.event) if identity.startswith(wanted)}
        if len(ids) > 1:
            raise UsageError(f"more than one id begins with {wanted!r}: {', '.join(sorted(ids))}; write more of it")
        found = [number for number, report in reports if not ids.isdisjoint(astuple(report.event))]
    if not found:
        names = ", ".join(dict.fromkeys(report.name for report in incident.reports))
        raise UsageError(f"{incident.id} has no report called {wanted!r}; its reports are: {names}")
    return found


def _add(
    case: CaseFile,
    kind: JudgementKind,
    groups: tuple[tuple[EventRef, ...], ...],
    by: str,
    why: str,
    undoes: int | None = None,
) -> Judgement:
    return case.add_judgement(Judgement(0, kind, groups, by, case.now(), why, undoes))
