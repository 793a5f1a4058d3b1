"""What a case file holds, merged to incidents; and a person's decisions put into it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from vedette.errors import UsageError
from vedette.incidents import explain_reports, forward, merge_accounts
from vedette.records import Account, BestRule, EventRef, Incident, Judgement, JudgementKind

if TYPE_CHECKING:
    from vedette.storage import CaseFile

_LISTED = 10  # incidents named in a message


def merge_case(
    case: CaseFile, rule: BestRule = BestRule.MOST_INDEPENDENT, accounts: Sequence[Account] | None = None
) -> tuple[Incident, ...]:
    """Work out the incidents of a case and keep which events they join, so that ids that go lead somewhere.

    `accounts` are the case's own, where the caller has loaded them already.
    """
    loaded = list(case.accounts()) if accounts is None else accounts
    incidents = merge_accounts(loaded, case.judgements(), rule)
    before = case.incident_events()
    after = {incident.id: tuple(sorted(report.event for report in incident.reports)) for incident in incidents}
    if before != after:
        case.keep_incidents(after, forward(before, after))
    return incidents


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


def judge_split(case: CaseFile, incident: Incident, documents: Sequence[str], by: str, why: str) -> Judgement:
    """Decide that some reports of an incident tell of another happening; reports by name or by the start of an id."""
    taken = {number for wanted in documents for number in _find_reports(incident, wanted)}
    out = tuple(report.event for number, report in enumerate(incident.reports) if number in taken)
    rest = tuple(report.event for number, report in enumerate(incident.reports) if number not in taken)
    if not out or not rest:
        raise UsageError(f"{incident.id} has {len(incident.reports)} reports: name some of them, not all")
    return _add(case, JudgementKind.SPLIT, (rest, out), by, why)


def judge_undo(case: CaseFile, number: int, by: str, why: str) -> Judgement:
    """Take back one judgement; the others stay as they are."""
    return _add(case, JudgementKind.UNDO, (), by, why, undoes=number)


def _events(incident: Incident) -> tuple[EventRef, ...]:
    return tuple(report.event for report in incident.reports)


def _find_reports(incident: Incident, wanted: str) -> list[int]:
    found = [
        number
        for number, report in enumerate(incident.reports)
        if report.name == wanted or (wanted and report.event.document_id.startswith(wanted))
    ]
    if not found:
        names = ", ".join(report.name for report in incident.reports)
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
