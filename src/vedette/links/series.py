"""Which events of a document are parts of a series that it tells as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from vedette.links.signals import any_of, load_signals
from vedette.records import (
    Account,
    ActorValue,
    Certainty,
    DateValue,
    Event,
    EventType,
    PlacePrecision,
    PlaceValue,
    Role,
    Span,
    Stance,
)

_HAPPENED = frozenset({Stance.ACTUAL, Stance.ATTEMPTED, Stance.FOILED, Stance.ALLEGED})
_SPEECH = frozenset({EventType.CLAIM, EventType.DENY, EventType.ACCUSE})
_NEAR = 2  # sentences from the series to the one that is singled out
_OPENING = 40  # characters at the head of a sentence within which words single one out
_AREAS = frozenset({PlacePrecision.PROVINCE, PlacePrecision.DISTRICT})


@dataclass(frozen=True, slots=True)
class Part:
    """One event is part of a series; both are ids of events of one document.

    `rule` names how it was read: ``singled-out`` (words such as "in the deadliest" pick it from the series told just
    before; `spans` are these words), ``inside`` (its day lies in the days of the series, and place or actor are those
    of the series; `spans` are the words of both dates).
    """

    series: str
    part: str
    rule: str
    spans: tuple[Span, ...]


def find_parts_of_series(account: Account) -> tuple[Part, ...]:
    """Find what is part of which series, series by series in reading order; a part told by words comes first."""
    every = [event for event in account.events if event.stance is Stance.RECURRING]
    parts = [*_singled_out(account, every), *(part for series in every for part in _inside(account, series))]
    found = {(part.series, part.part): part for part in reversed(parts)}.values()
    order = {event.id: place for place, event in enumerate(account.events)}
    return tuple(sorted(found, key=lambda part: (order[part.series], order[part.part])))


def _may_be_part(event: Event, series: Event) -> bool:
    return event.type is series.type and event.stance in _HAPPENED


@cache
def _picking() -> re.Pattern[str]:
    rows = load_signals()
    return re.compile(
        rf"\b(?:in |the |its |their )+(?:{any_of(rows['superlatives'])})\b(?! (?:day|week|month|year|time|hour))"
        rf"|\b(?:{any_of(rows['pickers'])})\b",
        re.IGNORECASE,
    )


def _singled_out(account: Account, every: Sequence[Event]) -> Iterator[Part]:
    """Find "In the deadliest, …": what a sentence tells first, if its head picks one of the series told just before."""
    text, sentences = account.document.text, account.sentences
    for place, sentence in enumerate(sentences):
        words = _picking().search(text, sentence.start, min(sentence.end, sentence.start + _OPENING))
        first = _first_in(account.events, sentence) if words else None
        if words is None or first is None or place == 0:
            continue
        before = Span.of(text, sentences[max(0, place - _NEAR)].start, sentence.start)
        told = [(span, series.id) for series in every for span in series.triggers if before.contains(span)]
        series = next((one for one in every if told and one.id == max(told)[1]), None)
        if series is not None and _may_be_part(first, series):
            yield Part(series.id, first.id, "singled-out", (Span.of(text, words.start(), words.end()),))


def _first_in(events: Sequence[Event], sentence: Span) -> Event | None:
    """Give the deed that a sentence tells first."""
    told = [
        (span, place)
        for place, event in enumerate(events)
        for span in event.triggers
        if sentence.contains(span) and event.type not in _SPEECH
    ]
    return events[min(told)[1]] if told else None


def _inside(account: Account, series: Event) -> Iterator[Part]:
    """Find events of the series' days, where place or actor agree and nothing that is told speaks against it."""
    whole = _dates(series)
    for event in account.events:
        if not _may_be_part(event, series):
            continue
        held = next(((a, b) for a in whole for b in _dates(event) if _lies_in(b, a)), None)
        if held is None:
            continue
        agrees = (_one_place(series, event), _one_actor(series, event), _one_nation(series, event))
        if False not in agrees and True in agrees[:2]:
            yield Part(series.id, event.id, "inside", (*held[0].spans[:1], *held[1].spans[:1]))


def _dates(event: Event) -> list[DateValue]:
    return [assertion.value for assertion in event.in_role(Role.DATE) if isinstance(assertion.value, DateValue)]


def _lies_in(inner: DateValue, outer: DateValue) -> bool:
    """Tell whether all days of one date are days of the other; both must be told whole."""
    if None in (inner.from_, inner.to, outer.from_, outer.to):
        return False
    return outer.from_ <= inner.from_ and inner.to <= outer.to  # type: ignore[operator]


def _one_place(series: Event, event: Event) -> bool | None:
    """Tell whether the event was where the series is told to be; None where either place is not known."""
    wide, narrow = (
        [a.value for a in one.in_role(Role.PLACE) if isinstance(a.value, PlaceValue) and a.value.country]
        for one in (series, event)
    )
    if not wide or not narrow:
        return None
    return any(_holds(area, place) for area in wide for place in narrow)


def _holds(area: PlaceValue, place: PlaceValue) -> bool:
    if area.country != place.country:
        return False
    if area.precision in _AREAS:
        return area.admin1 is not None and area.admin1 == place.admin1
    same = area.geonames_id is not None and area.geonames_id == place.geonames_id
    return same or area.precision is PlacePrecision.COUNTRY


def _one_actor(series: Event, event: Event) -> bool | None:
    """Tell whether a registered actor is shared; None where either has none."""
    ids = [
        {
            assertion.value.actor_id
            for assertion in one.in_role(Role.ACTOR)
            if isinstance(assertion.value, ActorValue) and assertion.certainty is not Certainty.DENIED
        }
        - {None}
        for one in (series, event)
    ]
    return bool(ids[0] & ids[1]) if ids[0] and ids[1] else None


def _one_nation(series: Event, event: Event) -> bool | None:
    """Tell whether both hit people of one country; None where the series names none."""
    nations = [
        {a.value.country for a in one.in_role(Role.RECIPIENT) if isinstance(a.value, ActorValue)} - {None}
        for one in (series, event)
    ]
    return bool(nations[0] & nations[1]) if nations[0] else None
