"""Marked-up reports as the accounts that a reader without a fault would make of them.

Mentions, roles, dates and counts are as marked; places and actors, for which the markup has no registry entry, are
resolved by the product.
"""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.gold import as_document
from training.corpus import GoldArgument, GoldEvent, GoldReport
from vedette.actors import resolve_actors
from vedette.places import resolve_places
from vedette.records import (
    COUNT_ROLES,
    Account,
    ActorValue,
    Assertion,
    Attribution,
    Basis,
    CountValue,
    DatePrecision,
    DateValue,
    Event,
    PlaceValue,
    Role,
    Span,
    TextValue,
    Value,
)


def gold_account(report: GoldReport) -> Account:
    """Make the account of one report; an event's id is that of the markup."""
    document = as_document(report)
    place_spans = _spans(report, (Role.PLACE,))
    actor_spans = _spans(report, (Role.ACTOR, Role.RECIPIENT))
    places = dict(zip(place_spans, resolve_places(document, place_spans), strict=True))
    actors = dict(zip(actor_spans, resolve_actors(document, actor_spans), strict=True))
    return Account(
        document=document,
        sentences=report.sentences,
        events=tuple(_event(document.id, event, places, actors) for event in report.events if event.triggers),
        attributions=tuple(
            Attribution(said.source, said.cue, said.content, said.kind, said.within, 1.0)
            for said in report.attributions
        ),
    )


def _spans(report: GoldReport, roles: Sequence[Role]) -> list[Span]:
    return sorted({arg.span for event in report.events for arg in event.arguments if arg.role in roles})


def _event(document_id: str, event: GoldEvent, places: dict[Span, PlaceValue], actors: dict[Span, ActorValue]) -> Event:
    return Event(
        id=event.id,
        document_id=document_id,
        type=event.type,
        mode=event.mode,
        stance=event.stance,
        background=event.background,
        confidence=1.0,
        triggers=tuple(sorted(event.triggers)),
        assertions=tuple(
            Assertion(arg.role, _value(arg, places, actors), 1.0, arg.according_to, arg.certainty, arg.part_of)
            for arg in event.arguments
        ),
        of_event=event.of_event,
    )


def _value(arg: GoldArgument, places: dict[Span, PlaceValue], actors: dict[Span, ActorValue]) -> Value:
    if arg.role is Role.DATE and (arg.first or arg.last):
        precision = DatePrecision.DAY if arg.first == arg.last else DatePrecision.RANGE
        return DateValue(arg.first, arg.last, precision, Basis.STATED, (arg.span,))
    if arg.role in COUNT_ROLES:
        return CountValue(arg.low, arg.high, Basis.STATED, (arg.span,), arg.approximate, arg.of)
    if arg.role is Role.PLACE:
        return places[arg.span]
    if arg.role in (Role.ACTOR, Role.RECIPIENT):
        return actors[arg.span]
    return TextValue(arg.span.text, (arg.span,))
