"""Accounts and judgements → incidents, from top to bottom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from vedette.incidents.best import choose_best
from vedette.incidents.blocking import find_candidates
from vedette.incidents.clustering import NEVER_COMPARED, Constraints, Key, cluster_events, pair_key
from vedette.incidents.comparing import compare
from vedette.incidents.contradictions import find_contradictions
from vedette.incidents.copies import find_copies
from vedette.incidents.judging import Weights, load_weights, probability
from vedette.incidents.naming import incident_id
from vedette.incidents.replay import constraints_of, on_incident
from vedette.incidents.rivals import count_independent, gather_rivals
from vedette.incidents.sketch import SPOKEN, Sketch, sketch_account
from vedette.records import (
    Account,
    ActorValue,
    BestRule,
    Claim,
    Event,
    EventRef,
    Incident,
    IncidentReport,
    Judgement,
    JudgementKind,
    Marking,
    ReviewState,
    Role,
)

T = TypeVar("T")
_STRICTEST = {marking: place for place, marking in enumerate(Marking)}
_REVIEWS = {JudgementKind.ACCEPT: ReviewState.ACCEPTED, JudgementKind.REJECT: ReviewState.REJECTED}


@dataclass(frozen=True, slots=True)
class _Material:
    """Everything that one incident is put together from."""

    accounts: Mapping[str, Account]
    events: Mapping[EventRef, Event]
    copies: Mapping[str, str]
    scores: Mapping[Key, float]
    constraints: Constraints
    judgements: Sequence[Judgement]


def merge_accounts(
    accounts: Iterable[Account],
    judgements: Iterable[Judgement] = (),
    rule: BestRule = BestRule.MOST_INDEPENDENT,
    weights: Weights | None = None,
) -> tuple[Incident, ...]:
    """Give every incident that the accounts tell of, in the order of their ids.

    The same accounts and judgements give the same incidents, in whatever order they come.
    """
    weights = weights or load_weights()
    by_id = {account.document.id: account for account in sorted(accounts, key=lambda one: one.document.id)}
    decided = tuple(judgements)
    sketches = [sketch for account in by_id.values() for sketch in sketch_account(account)]
    scores = score_pairs(sketches, weights)
    constraints = constraints_of(decided)
    material = _Material(
        by_id,
        {EventRef(event.document_id, event.id): event for account in by_id.values() for event in account.events},
        find_copies([account.document for account in by_id.values()]),
        scores,
        constraints,
        decided,
    )
    groups = cluster_events([sketch.ref for sketch in sketches], scores, weights.bar, constraints)
    incidents = (choose_best(_incident(group, material), rule) for group in groups)
    return tuple(sorted(incidents, key=lambda incident: incident.id))


def score_pairs(sketches: Sequence[Sketch], weights: Weights) -> dict[Key, float]:
    """Score the pairs of events worth comparing; keys have the lower event first."""
    return {
        pair_key(sketches[one].ref, sketches[two].ref): weights.score(compare(sketches[one], sketches[two]))
        for one, two in find_candidates(sketches)
    }


def _incident(group: Sequence[EventRef], material: _Material) -> Incident:
    reports = tuple(
        sorted(
            (_report(ref, material) for ref in group), key=lambda one: (one.published is None, one.published, one.event)
        )
    )
    events = [material.events[report.event] for report in reports]
    rivals = gather_rivals(reports, events, material.accounts)
    decided = on_incident(material.judgements, group)
    reviews = [_REVIEWS[judgement.kind] for judgement in decided if judgement.kind in _REVIEWS]
    return Incident(
        id=incident_id(reports),
        type=_most_told([event.type for event in events]),
        mode=_most_told([event.mode for event in events if event.mode] or [None]),
        stance=_most_told([event.stance for event in events]),
        reports=reports,
        rivals=rivals,
        contradictions=find_contradictions(rivals),
        claims=_claims(reports, material),
        independent_sources=count_independent(reports, range(len(reports))),
        confidence=_confidence(group, material),
        marking=max(
            (material.accounts[report.event.document_id].document.marking for report in reports),
            key=_STRICTEST.__getitem__,
        ),
        review=reviews[-1] if reviews else ReviewState.OPEN,
        corrections=tuple(judgement for judgement in decided if judgement.kind is JudgementKind.CORRECT),
    )


def _report(ref: EventRef, material: _Material) -> IncidentReport:
    document = material.accounts[ref.document_id].document
    return IncidentReport(
        ref, document.name, document.publisher, document.published.date, material.copies.get(document.id)
    )


def _claims(reports: Sequence[IncidentReport], material: _Material) -> tuple[Claim, ...]:
    """Find who claims or denies the deed, report by report; a claim is no incident of its own."""
    found = []
    for number, report in enumerate(reports):
        for event in material.accounts[report.event.document_id].events:
            if event.type in SPOKEN and event.of_event == report.event.event_id:
                by = tuple(
                    assertion.value.name
                    for assertion in event.in_role(Role.ACTOR)
                    if isinstance(assertion.value, ActorValue)
                )
                found.append(Claim(event.type, number, EventRef(event.document_id, event.id), by, event.stance))
    return tuple(found)


def _confidence(group: Sequence[EventRef], material: _Material) -> float:
    """Give how surely the events are one: the mean over their pairs; what a person has joined is sure."""
    joined = {event: number for number, held in enumerate(material.constraints.together) for event in held}
    chances = [
        1.0
        if one in joined and joined[one] == joined.get(two)
        else probability(material.scores.get(pair_key(one, two), NEVER_COMPARED))
        for place, one in enumerate(group)
        for two in group[place + 1 :]
    ]
    return round(sum(chances) / len(chances), 3) if chances else 1.0


def _most_told(values: Sequence[T]) -> T:
    """Give the value told most often; among equals the one told first."""
    counted = Counter(values)
    return max(counted, key=lambda value: counted[value])
