"""Groups of events → incidents: every value that their reports tell, who tells it, and what people have said of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from vedette.incidents.best import choose_best
from vedette.incidents.clustering import NEVER_COMPARED, Key, pair_key
from vedette.incidents.contradictions import find_contradictions
from vedette.incidents.copies import find_copies
from vedette.incidents.judging import probability
from vedette.incidents.naming import incident_id
from vedette.incidents.replay import accepted_events, by_first_event, by_weight, constraints_of
from vedette.incidents.rivals import gather_rivals
from vedette.incidents.sketch import SPOKEN
from vedette.incidents.sources import count_reports
from vedette.records import (
    Account,
    ActorValue,
    BestRule,
    Claim,
    Event,
    EventRef,
    EventType,
    Incident,
    IncidentReport,
    Judgement,
    JudgementKind,
    Marking,
    ReviewState,
    Role,
    Stance,
)

T = TypeVar("T")
_STRICTEST = {marking: place for place, marking in enumerate(Marking)}
_REVIEWS = {JudgementKind.ACCEPT: ReviewState.ACCEPTED, JudgementKind.REJECT: ReviewState.REJECTED}


@dataclass(frozen=True, slots=True)
class _Material:
    """Everything that one incident is put together from; `joined` numbers what judgements hold together."""

    accounts: Mapping[str, Account]
    events: Mapping[EventRef, Event]
    copies: Mapping[str, str]
    scores: Mapping[Key, float]
    joined: Mapping[EventRef, int]
    judged: Mapping[EventRef, Sequence[Judgement]]
    accepted: frozenset[EventRef]


def describe_incidents(
    groups: Iterable[Sequence[EventRef]],
    accounts: Iterable[Account],
    scores: Mapping[Key, float],
    judgements: Iterable[Judgement] = (),
    rule: BestRule = BestRule.MOST_INDEPENDENT,
) -> tuple[Incident, ...]:
    """Give the incident of each group of events, in the order of their ids.

    `accounts` hold at least the documents of all events, and those whose texts these may repeat; `scores` at least the
    pairs within a group that were compared.
    """
    by_id = {account.document.id: account for account in sorted(accounts, key=lambda one: one.document.id)}
    decided = tuple(judgements)
    material = _Material(
        by_id,
        {EventRef(event.document_id, event.id): event for account in by_id.values() for event in account.events},
        find_copies([account.document for account in by_id.values()]),
        scores,
        {event: number for number, held in enumerate(constraints_of(decided).together) for event in held},
        by_first_event(decided),
        accepted_events(decided),
    )
    incidents = (choose_best(_incident(group, material), rule) for group in groups)
    return tuple(sorted(incidents, key=lambda incident: incident.id))


def _incident(group: Sequence[EventRef], material: _Material) -> Incident:
    reports = tuple(
        sorted(
            (_report(ref, material) for ref in group), key=lambda one: (one.published is None, one.published, one.event)
        )
    )
    events = [material.events[report.event] for report in reports]
    rivals = gather_rivals(reports, events, material.accounts)
    # In the order of weight, which is that of the list for each event but not for several of them.
    decided = by_weight(judgement for ref in group for judgement in material.judged.get(ref, ()))
    reviews = tuple(judgement for judgement in decided if judgement.kind in _REVIEWS)
    return Incident(
        id=incident_id(reports),
        type=_most_told((event.document_id, event.type) for event in events),
        mode=_most_told([(event.document_id, event.mode) for event in events if event.mode] or [("", None)]),
        stance=_most_told((event.document_id, event.stance) for event in events),
        reports=reports,
        rivals=rivals,
        contradictions=find_contradictions(rivals, reports),
        claims=_claims(reports, material),
        independent_sources=count_reports(reports),
        confidence=_confidence(group, material),
        marking=max(
            (material.accounts[report.event.document_id].document.marking for report in reports),
            key=_STRICTEST.__getitem__,
        ),
        review=_REVIEWS[reviews[-1].kind] if reviews else ReviewState.OPEN,
        corrections=tuple(judgement for judgement in decided if judgement.kind is JudgementKind.CORRECT),
        reviews=reviews,
        accepted_events=tuple(report.event for report in reports if report.event in material.accepted),
    )


def _report(ref: EventRef, material: _Material) -> IncidentReport:
    document = material.accounts[ref.document_id].document
    return IncidentReport(
        ref, document.name, document.publisher, document.published.date, material.copies.get(document.id)
    )


def _claims(reports: Sequence[IncidentReport], material: _Material) -> tuple[Claim, ...]:
    """Find who claims or denies the deed, report by report; a claim is no incident of its own.

    A report that tells the deed only as denied, and does not say by whom, is a denial itself.
    """
    found: list[Claim] = []
    for number, report in enumerate(reports):
        before = len(found)
        for event in material.accounts[report.event.document_id].events:
            if event.type in SPOKEN and event.of_event == report.event.event_id:
                by = tuple(
                    assertion.value.name
                    for assertion in event.in_role(Role.ACTOR)
                    if isinstance(assertion.value, ActorValue)
                )
                found.append(Claim(event.type, number, EventRef(event.document_id, event.id), by, event.stance))
        if material.events[report.event].stance is Stance.DENIED and len(found) == before:
            found.append(Claim(EventType.DENY, number, report.event, (), Stance.ACTUAL))
    return tuple(found)


def _confidence(group: Sequence[EventRef], material: _Material) -> float:
    """Give how surely its reports tell of one: the mean over pairs of documents; what a person has joined is sure.

    Where a report tells it under several heads, the surest pair of heads speaks for the two reports.
    """
    joined = material.joined
    surest: dict[tuple[str, str], float] = {}
    for place, one in enumerate(group):
        for two in group[place + 1 :]:
            if one.document_id == two.document_id:
                continue
            held = one in joined and joined[one] == joined.get(two)
            score = material.scores.get(pair_key(one, two), NEVER_COMPARED)
            reports = min(one.document_id, two.document_id), max(one.document_id, two.document_id)
            surest[reports] = max(surest.get(reports, 0.0), 1.0 if held else probability(score))
    return round(sum(surest.values()) / len(surest), 3) if surest else 1.0


def _most_told(told: Iterable[tuple[str, T]]) -> T:
    """Give the value that most documents tell, of pairs of a document and a value; of equals the one told first."""
    counted = Counter(value for _, value in dict.fromkeys(told))
    return max(counted, key=lambda value: counted[value])
