"""What the program would say where a person has judged: it never overturns them, and it does not keep quiet either."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from vedette.incidents.best import choose_best
from vedette.incidents.replay import find_standing
from vedette.records import BestRule, Dissent, EventRef, Incident, Judgement, JudgementKind

_ON_ONE = (JudgementKind.SAME, JudgementKind.ACCEPT)
_ON_TWO = (JudgementKind.NOT_SAME, JudgementKind.SPLIT)


def find_dissent(
    judgements: Iterable[Judgement],
    groups: Iterable[Sequence[EventRef]],
    incidents: Iterable[Incident],
    rule: BestRule = BestRule.MOST_INDEPENDENT,
) -> dict[int, Dissent]:
    """Give the dissents by the number of the judgement; `groups` are those that the program makes without people."""
    home = {event: number for number, group in enumerate(groups) for event in group}
    named = {report.event: incident for incident in incidents for report in incident.reports}
    found = {}
    for judgement in find_standing(judgements):
        if judgement.human and not judgement.of_event:
            dissent = _on_value(judgement, named, rule) or _on_groups(judgement, home)
            if dissent is not None:
                found[judgement.number] = dissent
    return found


def _on_value(judgement: Judgement, named: Mapping[EventRef, Incident], rule: BestRule) -> Dissent | None:
    incident = named.get(judgement.groups[0][0]) if judgement.groups else None
    if judgement.kind is not JudgementKind.CORRECT or incident is None:
        return None
    by_rule = choose_best(replace(incident, corrections=()), rule)
    best = next((one for one in by_rule.best if one.role is judgement.role), None)
    set_ = next((one for one in incident.best if one.role is judgement.role), None)
    if best is not None and set_ is not None and set_.rival is not None and set_.rival == best.rival:
        return None
    return Dissent(judgement.number, best=best, incident=incident)


def _on_groups(judgement: Judgement, home: Mapping[EventRef, int]) -> Dissent | None:
    parts = [{home[event] for event in group if event in home} for group in judgement.groups]
    apart = judgement.kind in _ON_ONE and len(set().union(*parts)) > 1
    split = judgement.kind is JudgementKind.SPLIT and any(len(part) > 1 for part in parts)
    joined = judgement.kind in _ON_TWO and len(set().union(*parts)) < sum(map(len, parts))
    if not (apart or split or joined):
        return None
    found: dict[int, list[EventRef]] = {}
    for event in sorted(event for group in judgement.groups for event in group if event in home):
        found.setdefault(home[event], []).append(event)
    return Dissent(judgement.number, tuple(tuple(group) for group in found.values()))
