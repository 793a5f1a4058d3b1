"""What has changed between two states of a picture, incident by incident, and what it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from vedette.incidents.correcting import CORRECTABLE
from vedette.records import (
    Account,
    Best,
    Cause,
    CauseKind,
    Change,
    ChangeKind,
    Event,
    EventRef,
    Incident,
    IncidentReport,
    Judgement,
    JudgementKind,
    Put,
    Role,
    ValueChange,
)
from vedette.records.judgement import find_undone

Named = tuple[str, str]  # a document's id and name


@dataclass(frozen=True, slots=True)
class State:
    """One state of a picture; `versions` are those of the reader, by document."""

    incidents: tuple[Incident, ...]
    accounts: Mapping[str, Account]
    versions: Mapping[str, str]
    judgements: tuple[Judgement, ...]


def find_changes(old: State, new: State) -> tuple[Change, ...]:
    """Give every change, in the order of the incidents' ids."""
    same = _match_events(old, new)
    found = []
    for before, after in _families(old.incidents, new.incidents, same):
        change = _change(before, after, old, new, same)
        if change is not None:
            found.append(change)
    return tuple(sorted(found, key=lambda change: [one.id for one in (*change.new, *change.old)]))


def _match_events(old: State, new: State) -> dict[EventRef, EventRef]:
    """Find for each event of an old incident the same in the new state.

    By its id; where its document was read anew, the event of most words in common with it that no other old one is.
    """
    there = {EventRef(event.document_id, event.id) for account in new.accounts.values() for event in account.events}
    told = [report.event for incident in old.incidents for report in incident.reports]
    same = {ref: ref for ref in told if ref in there}
    free = there - set(same.values())
    for ref in sorted(set(told) - same.keys()):
        ours = _event(old.accounts, ref)
        theirs = [other for other in sorted(free) if other.document_id == ref.document_id]
        shared = [(_overlap(ours, _event(new.accounts, other)), other) for other in theirs]
        most = max((characters for characters, _ in shared), default=0)
        if most:
            same[ref] = next(other for characters, other in shared if characters == most)
            free.discard(same[ref])
    return same


def _event(accounts: Mapping[str, Account], ref: EventRef) -> Event:
    return next(event for event in accounts[ref.document_id].events if event.id == ref.event_id)


def _overlap(one: Event, two: Event) -> int:
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one.triggers for b in two.triggers)


def _families(
    old: Sequence[Incident], new: Sequence[Incident], same: Mapping[EventRef, EventRef]
) -> Iterator[tuple[list[Incident], list[Incident]]]:
    """Give the old and new incidents that have events in common, directly or by others, together."""
    home = {report.event: number for number, incident in enumerate(new) for report in incident.reports}
    root = list(range(len(old) + len(new)))

    def find(node: int) -> int:
        while root[node] != node:
            root[node] = root[root[node]]
            node = root[node]
        return node

    for number, incident in enumerate(old):
        for report in incident.reports:
            if (now := same.get(report.event)) in home:
                one, two = sorted((find(number), find(len(old) + home[now])))
                root[two] = one
    families: dict[int, tuple[list[Incident], list[Incident]]] = {}
    for node, incident in enumerate([*old, *new]):
        families.setdefault(find(node), ([], []))[node >= len(old)].append(incident)
    yield from families.values()


def _change(
    before: Sequence[Incident], after: Sequence[Incident], old: State, new: State, same: Mapping[EventRef, EventRef]
) -> Change | None:
    was = {same.get(report.event, report.event): report for incident in before for report in incident.reports}
    now = {report.event: report for incident in after for report in incident.reports}
    added, dropped = _reports(now, was), _reports(was, now)
    one, two = _to_compare(before, after)
    values = tuple(_values(one, two)) if one and two else ()
    review = (one.review, two.review) if one and two and one.review is not two.review else None
    kind = _kind(before, after)
    if kind is ChangeKind.CHANGED and now.keys() == was.keys() and not (values or review):
        return None
    events = {*was, *now, *(report.event for incident in before for report in incident.reports)}
    causes = tuple(_causes(events, old, new)) or (Cause(CauseKind.NEIGHBOURS),)
    return Change(kind, tuple(before), tuple(after), added, dropped, values, review, causes)


def _reports(these: Mapping[EventRef, IncidentReport], those: Mapping[EventRef, IncidentReport]) -> tuple[Named, ...]:
    """Give the documents of these reports that have no part in those."""
    told = {ref.document_id for ref in those}
    return tuple(
        dict.fromkeys((ref.document_id, these[ref].name) for ref in sorted(these) if ref.document_id not in told)
    )


def _kind(before: Sequence[Incident], after: Sequence[Incident]) -> ChangeKind:
    if not before or not after:
        return ChangeKind.GONE if before else ChangeKind.NEW
    if len(before) > 1:
        return ChangeKind.REARRANGED if len(after) > 1 else ChangeKind.JOINED
    if len(after) > 1:
        return ChangeKind.SPLIT
    return ChangeKind.CHANGED if before[0].id == after[0].id else ChangeKind.RENAMED


def _to_compare(before: Sequence[Incident], after: Sequence[Incident]) -> tuple[Incident | None, Incident | None]:
    """Choose whose values are compared: the one that kept its id, else those of most reports."""
    kept = {incident.id for incident in before} & {incident.id for incident in after}
    one, two = (
        max(incidents, key=lambda incident: (incident.id in kept, len(incident.reports), incident.id), default=None)
        for incidents in (before, after)
    )
    return one, two


def _values(one: Incident, two: Incident) -> Iterator[ValueChange]:
    for role in CORRECTABLE:
        old, new = _put(one, role), _put(two, role)
        if _told(old) != _told(new):
            yield ValueChange(role, old, new)


def _put(incident: Incident, role: Role) -> Put | None:
    best: Best | None = next((one for one in incident.best if one.role is role), None)
    if best is None:
        return None
    value = incident.rivals[best.rival].value if best.rival is not None else None
    return Put(value, best.low, best.high, best.corrected)


def _told(put: Put | None) -> tuple[object, ...] | None:
    """Give what makes two values the same, whatever words of whichever report tell them."""
    if put is None:
        return None
    value = put.value
    return (
        put.low, put.high, put.corrected, getattr(value, "from_", None), getattr(value, "to", None),
        getattr(value, "name", None),
    )  # fmt: skip


def _causes(events: Iterable[EventRef], old: State, new: State) -> Iterator[Cause]:
    refs = frozenset(events)
    for document in sorted({ref.document_id for ref in refs}):
        ours, theirs = old.accounts.get(document), new.accounts.get(document)
        if ours is None and theirs is not None:
            yield Cause(CauseKind.REPORT, document, theirs.document.name)
        elif theirs is None and ours is not None:
            yield Cause(CauseKind.NO_REPORT, document, ours.document.name)
        elif ours is not None and theirs is not None and ours != theirs:
            versions = old.versions.get(document, ""), new.versions.get(document, "")
            yield Cause(CauseKind.READING, document, theirs.document.name, versions)
    known, later = set(old.judgements), set(new.judgements)
    for judgement in _without_idle(judgement for judgement in new.judgements if judgement not in known):
        if refs & _spoken_of(judgement, new.judgements):
            yield Cause(CauseKind.JUDGEMENT, judgement=judgement)
    for judgement in old.judgements:
        if judgement not in later and refs & _spoken_of(judgement, old.judgements):
            yield Cause(CauseKind.NO_JUDGEMENT, judgement=judgement)


def _without_idle(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Leave out those of which nothing remains: taken back by one of the others, which then did no more than that."""
    made = list(judgements)
    there = {judgement.number for judgement in made}
    idle = {number for pair in find_undone(made).items() if pair[0] in there for number in pair}
    return [judgement for judgement in made if judgement.number not in idle]


def _spoken_of(judgement: Judgement, history: Sequence[Judgement]) -> frozenset[EventRef]:
    """Give the events that a judgement speaks of; of an undoing those of the judgement in the end taken back."""
    numbered = {one.number: one for one in history}
    while judgement.kind is JudgementKind.UNDO and judgement.undoes in numbered:
        judgement = numbered[judgement.undoes]
    return frozenset(event for group in judgement.groups for event in group)
