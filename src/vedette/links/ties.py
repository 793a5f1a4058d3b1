"""What stands behind a tie: who says so, and which events between the two tell it, with their days."""

from __future__ import annotations

from dataclasses import dataclass

from vedette.records import Account, ActorValue, Assertion, DateValue, Event, Role, Span, Tie
from vedette.records.reading import innermost

_PARTIES = (Role.ACTOR, Role.RECIPIENT)


@dataclass(frozen=True, slots=True)
class Backing:
    """Behind one tie: `attribution` is the innermost that says all of it (None: the publisher), by its index.

    `events` are the ids of the events that both sides have a part in, by the very words of the tie; `dates` are the
    days told of these events in the tie's own sentence.
    """

    attribution: int | None
    events: tuple[str, ...]
    dates: tuple[Assertion, ...]


def find_backings(account: Account) -> tuple[Backing, ...]:
    """Give what stands behind each of the account's ties, in their order."""
    return tuple(_backing(account, tie) for tie in account.ties)


def _backing(account: Account, tie: Tie) -> Backing:
    sides = (*tie.a.spans[:1], *tie.b.spans[:1])
    if len(sides) < 2:
        return Backing(None, (), ())
    between = [event for event in account.events if all(_has_part(event, side) for side in sides)]
    sentence = next((held for held in account.sentences if held.contains(sides[0])), sides[0])
    return Backing(
        attribution=innermost(sides, account.attributions),
        events=tuple(event.id for event in between),
        dates=tuple(
            assertion
            for event in between
            for assertion in event.in_role(Role.DATE)
            if isinstance(assertion.value, DateValue) and any(map(sentence.contains, assertion.value.spans))
        ),
    )


def _has_part(event: Event, side: Span) -> bool:
    """Tell whether these words are an actor or a recipient of the event."""
    values = [assertion.value for assertion in event.in_role(*_PARTIES)]
    return any(span.overlaps(side) for value in values if isinstance(value, ActorValue) for span in value.spans)
