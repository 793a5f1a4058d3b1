"""Arguments of all mentions of one event → its assertions: one for each value that differs or is said by another."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, replace

from vedette.events.speaking import speaker
from vedette.records import (
    COUNT_ROLES,
    ActorValue,
    Argument,
    Assertion,
    CountValue,
    DateValue,
    PlaceValue,
    Reading,
    Resolved,
    Role,
    Span,
    TextValue,
    Trigger,
    Value,
)

FindParts = Callable[[Sequence[CountValue], str, Sequence[Span]], tuple[int | None, ...]]

# The order in which an event's slots are told.
_ORDER = {role: place for place, role in enumerate(Role)}


@dataclass(slots=True)
class _Draft:
    argument: Argument
    value: Value
    attribution: int | None
    confidence: float


def gather_assertions(
    text: str, triggers: Sequence[Trigger], reading: Reading, resolved: Resolved, find_parts: FindParts
) -> tuple[Assertion, ...]:
    """Give an event's assertions, by slot and then in reading order.

    The same value told twice by the same chain is one assertion with the spans of both; told by another chain, or
    another value, it is one more assertion.
    """
    drafts: dict[Hashable, _Draft] = {}
    words = [trigger.span for trigger in triggers]
    for argument in _distinct(triggers):
        value = _value(argument, resolved)
        attribution = speaker(argument.span, words, reading.attributions)
        key = (argument.role, _sameness(value), attribution, argument.certainty)
        if key in drafts:
            known = drafts[key]
            known.value = _with_spans(known.value, value)
            known.confidence = max(known.confidence, argument.confidence)
        else:
            drafts[key] = _Draft(argument, value, attribution, argument.confidence)
    ordered = sorted(drafts.values(), key=lambda draft: (_ORDER[draft.argument.role], draft.argument.span))
    parts = _parts(text, ordered, reading.sentences, find_parts)
    return tuple(
        Assertion(
            role=draft.argument.role,
            value=draft.value,
            confidence=draft.confidence,
            attribution=draft.attribution,
            certainty=draft.argument.certainty,
            part_of=part,
        )
        for draft, part in zip(ordered, parts, strict=True)
    )


def _distinct(triggers: Sequence[Trigger]) -> list[Argument]:
    """Give each argument once: of overlapping spans in one role, the one the model is surest of.

    All counts are one role here: "21 injured" is not also 21 killed.
    """
    every = sorted(
        (argument for trigger in triggers for argument in trigger.arguments),
        key=lambda argument: (-argument.confidence, argument.span, _ORDER[argument.role]),
    )
    kept: list[Argument] = []
    for argument in every:
        if not any(_alike(argument.role, other.role) and argument.span.overlaps(other.span) for other in kept):
            kept.append(argument)
    return sorted(kept, key=lambda argument: (argument.span, _ORDER[argument.role]))


def _alike(a: Role, b: Role) -> bool:
    return a is b or (a in COUNT_ROLES and b in COUNT_ROLES)


def _value(argument: Argument, resolved: Resolved) -> Value:
    span = argument.span
    if argument.role in COUNT_ROLES:
        count = resolved.counts[span]
        return replace(count, of=argument.of or count.of)
    tables: dict[Role, Mapping[Span, Value]] = {
        Role.DATE: resolved.dates,
        Role.PLACE: resolved.places,
        Role.ACTOR: resolved.actors,
        Role.RECIPIENT: resolved.actors,
    }
    return tables.get(argument.role, {}).get(span) or TextValue(span.text, (span,))


def _sameness(value: Value) -> Hashable:
    """Give what two values must share to be one."""
    match value:
        case DateValue():
            # A date that is not resolved is only ever the same as itself.
            return value.from_, value.to, value.spans if value.from_ is None and value.to is None else None
        case PlaceValue():
            return value.geonames_id or value.name.lower(), value.radius_km
        case ActorValue():
            return value.actor_id or value.name.lower()
        case CountValue():
            return value.low, value.high, value.of.text.lower() if value.of else value.spans
        case TextValue():
            return value.text.lower()


def _with_spans(known: Value, more: Value) -> Value:
    spans = tuple(dict.fromkeys((*known.spans, *more.spans)))
    return replace(known, spans=spans)


def _parts(text: str, drafts: Sequence[_Draft], sentences: Sequence[Span], find_parts: FindParts) -> list[int | None]:
    """Say which counts are parts of which total: by the words around them, else by what the model points to."""
    parts: list[int | None] = [None] * len(drafts)
    for role in sorted(COUNT_ROLES):
        places = [place for place, draft in enumerate(drafts) if draft.argument.role is role]
        counts = [
            draft.value for draft in drafts if draft.argument.role is role and isinstance(draft.value, CountValue)
        ]
        for place, whole in zip(places, find_parts(counts, text, sentences), strict=True):
            parts[place] = places[whole] if whole is not None else _pointed_at(drafts, places, place)
    return _without_rings(parts)


def _pointed_at(drafts: Sequence[_Draft], places: Sequence[int], place: int) -> int | None:
    whole, value = drafts[place].argument.whole, drafts[place].value
    if whole is None or not isinstance(value, CountValue):
        return None
    for other in places:
        total = drafts[other].value
        if other != place and isinstance(total, CountValue) and whole in total.spans:
            holds = total.high is None or value.low is None or value.low <= total.high
            return other if holds else None
    return None


def _without_rings(parts: list[int | None]) -> list[int | None]:
    """Cut every ring: a total is no part of its own part."""
    for place in range(len(parts)):
        seen, at = {place}, parts[place]
        while at is not None:
            if at in seen:
                parts[place] = None
                break
            seen.add(at)
            at = parts[at]
    return parts
