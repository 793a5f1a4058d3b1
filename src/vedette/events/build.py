"""One document's reading and values → its Account, from top to bottom."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeVar

from vedette.events.assertions import FindParts, gather_assertions
from vedette.events.attributing import all_about
from vedette.events.calibrating import Calibration, calibrate, load_calibration
from vedette.events.claims import link_deeds
from vedette.events.dividing import divide_arguments
from vedette.events.doubtful import leave_out_doubtful
from vedette.events.evidence import gather
from vedette.events.merging import PairWeights, group_triggers, load_weights
from vedette.records import (
    Account,
    ActorValue,
    Document,
    Event,
    Issue,
    Reading,
    Relation,
    Resolved,
    Span,
    Stance,
    Tie,
    TieMention,
    Trigger,
)

T = TypeVar("T")


def build_account(
    document: Document,
    reading: Reading,
    resolved: Resolved,
    find_parts: FindParts,
    issues: Iterable[Issue] = (),
    weights: PairWeights | None = None,
    calibration: Calibration | None = None,
) -> Account:
    """Put one document together: which triggers are one event, what each event is, who says so.

    `find_parts` says which counts of an event are parts of which (the counts room's verb, handed in).
    """
    told = gather(document.text, reading, resolved)
    groups = group_triggers(told, weights or load_weights())
    divided = divide_arguments(reading.triggers, groups)
    events = tuple(_event(document, group, reading, resolved, find_parts) for group in divided)
    events = link_deeds(events, groups, reading)
    account = Account(
        document=document,
        sentences=reading.sentences,
        events=events,
        attributions=reading.attributions,
        ties=tuple(tie for mention in reading.ties if not _with_itself(tie := _tie(mention, resolved))),
        issues=tuple(issues),
    )
    calibration = calibration or load_calibration()
    return leave_out_doubtful(calibrate(account, calibration), calibration.floors)


def _event(
    document: Document, triggers: Sequence[Trigger], reading: Reading, resolved: Resolved, find_parts: FindParts
) -> Event:
    first = min(triggers, key=lambda trigger: trigger.span)
    assertions = gather_assertions(document.text, triggers, reading, resolved, find_parts)
    spans = tuple(sorted(trigger.span for trigger in triggers))
    said = {assertion.attribution for assertion in assertions if assertion.attribution is not None}
    return Event(
        id=event_id(document.id, first),
        document_id=document.id,
        type=first.type,
        mode=_most_told(trigger.mode for trigger in triggers),
        stance=_most_told(trigger.stance for trigger in triggers) or Stance.ACTUAL,
        background=bool(_most_told(trigger.background for trigger in triggers)),
        confidence=max(trigger.confidence for trigger in triggers),
        triggers=spans,
        assertions=assertions,
        attributions=tuple(sorted(said | set(all_about(spans, reading.attributions)))),
    )


def event_id(document_id: str, first: Trigger) -> str:
    """Make an event's id: the same words of the same document give the same id."""
    key = f"{document_id}|{first.type}|{first.span.start}|{first.span.end}"
    return hashlib.sha256(key.encode()).hexdigest()[:16]


def _most_told(values: Iterable[T | None]) -> T | None:
    """Give the value told most often; among equals the one told first; None only where nothing is told."""
    counted = Counter(value for value in values if value is not None)
    return counted.most_common(1)[0][0] if counted else None


def _tie(tie: TieMention, resolved: Resolved) -> Tie:
    a, b = (resolved.actors.get(span) or _by_words(span) for span in (tie.a, tie.b))
    return Tie(a, b, tie.relation, tie.trend, tie.confidence)


def _with_itself(tie: Tie) -> bool:
    """Tell whether both sides are one registered actor: it has other names, but no other ties with itself."""
    same = tie.a.actor_id is not None and tie.a.actor_id == tie.b.actor_id
    return same and tie.relation is not Relation.ALIAS_OF


def _by_words(span: Span) -> ActorValue:
    return ActorValue(span.text, None, None, None, None, None, (span,))
