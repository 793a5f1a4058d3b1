"""An event reduced to what can be compared with the events of other documents."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from vedette.incidents.wording import content_stems, is_set_off, names_in, place_stems, rare_stems, stem, whom
from vedette.records import (
    COUNT_ROLES,
    Account,
    ActorValue,
    CountValue,
    DateValue,
    Event,
    EventRef,
    EventType,
    PlacePrecision,
    PlaceValue,
    Role,
    SectionKind,
    Span,
    Stance,
    TextValue,
)

# Stances of which something is said to have happened, or to have been tried; no plan, habit or supposition is one.
HAPPENED = frozenset({Stance.ACTUAL, Stance.ATTEMPTED, Stance.FOILED, Stance.ALLEGED, Stance.DENIED})
VIOLENT = frozenset({EventType.ASSAULT, EventType.COERCE})
SPOKEN = frozenset({EventType.CLAIM, EventType.DENY})  # told of an incident, never one themselves
FINE = frozenset({PlacePrecision.SITE, PlacePrecision.TOWN, PlacePrecision.DISTRICT})
_WIDEST = 366  # days; a longer stretch says nothing of when
_GENERIC = "generic"
_BEFORE = 60  # characters before a trigger that are looked at

Days = tuple[dt.date, dt.date]
Bounds = tuple[int, int | None]


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is compared of one event. Sets hold stems (see `wording`); `lead` tells whether it is its report's news.

    `attackers_hit`: whether those whom it hit were all attackers themselves; None where some were, or none are told.
    `set_off`: whether its report sets it off from another happening in so many words ("a second blast").
    `denied`: whether its report tells it only as what somebody denies ("no shot was fired").
    """

    ref: EventRef
    type: EventType
    mode: str | None
    background: bool
    lead: bool
    days: tuple[Days, ...]
    published: dt.date | None
    places: tuple[PlaceValue, ...]
    place_words: frozenset[str]
    countries: frozenset[str]
    actors: frozenset[str]
    actor_words: frozenset[str]
    recipient_words: frozenset[str]
    tolls: tuple[tuple[Role, Bounds], ...]
    heads: frozenset[str]
    words: frozenset[str]
    names: frozenset[str]
    story: frozenset[str]
    attackers_hit: bool | None = None
    set_off: bool = False
    denied: bool = False


def sketch_account(account: Account) -> tuple[Sketch, ...]:
    """Sketch every event of a document that something is said to have happened in."""
    sentences = account.sentences or _whole(account.document.text)
    story = names_in(account.document.text, sentences)
    countries = frozenset(
        assertion.value.country
        for event in account.events
        for assertion in event.in_role(Role.PLACE)
        if isinstance(assertion.value, PlaceValue) and assertion.value.country
    )
    happened = [event for event in account.events if is_happening(event)]
    lead = _lead(account, happened)
    return tuple(_sketch(account, event, sentences, story, countries, event is lead) for event in happened)


def is_happening(event: Event) -> bool:
    """Tell whether an event can be, or be part of, an incident."""
    return event.stance in HAPPENED and event.type not in SPOKEN


def _whole(text: str) -> tuple[Span, ...]:
    return (Span.of(text, 0, len(text)),) if text else ()


def _lead(account: Account, events: Sequence[Event]) -> Event | None:
    """Find the event that the report is about: news, told most often; of equals the first."""
    news = [event for event in events if not event.background] or list(events)
    headlines = [section.span for section in account.document.sections if section.kind is SectionKind.HEADLINE]

    def weight(event: Event) -> tuple[int, int]:
        titled = any(trigger.overlaps(headline) for trigger in event.triggers for headline in headlines)
        violent = event.type in VIOLENT
        return 2 * violent + titled + len(event.triggers) + bool(event.in_role(*COUNT_ROLES)), -event.triggers[0].start

    return max(news, key=weight, default=None)


def _sketch(
    account: Account,
    event: Event,
    sentences: Sequence[Span],
    story: frozenset[str],
    countries: frozenset[str],
    lead: bool,
) -> Sketch:
    text = account.document.text
    own = [sentence for sentence in sentences if any(sentence.contains(trigger) for trigger in event.triggers)]
    told_places = [one.value for one in event.in_role(Role.PLACE) if isinstance(one.value, PlaceValue)]
    places = tuple(replace(place, spans=(), candidates=(), why="") for place in told_places)
    actors = [one.value for one in event.in_role(Role.ACTOR) if isinstance(one.value, ActorValue)]
    recipients = [one.value for one in event.in_role(Role.RECIPIENT)]
    things = [one.value for one in event.in_role(Role.WEAPON, Role.DAMAGE, Role.OBJECT)]
    place_words = place_stems(_fine_names(told_places))
    here = frozenset(place.country for place in places if place.country)
    actor_words = rare_stems(" ".join(actor.name for actor in actors if actor.kind != _GENERIC))
    told = " ".join([*(sentence.text for sentence in own), *(one.text for one in things if isinstance(one, TextValue))])
    return Sketch(
        ref=EventRef(event.document_id, event.id),
        type=event.type,
        mode=event.mode,
        background=event.background,
        lead=lead,
        days=_days(event),
        published=account.document.published.date,
        places=places,
        place_words=place_words,
        countries=here or countries,
        actors=frozenset(actor.actor_id for actor in actors if actor.actor_id),
        actor_words=actor_words,
        recipient_words=content_stems(" ".join(_words_of(value) for value in recipients)),
        tolls=_tolls(event),
        heads=frozenset(stem(word) for trigger in event.triggers for word in trigger.text.split()),
        # Actors and places are compared as such; counted here as well, they would weigh twice.
        words=rare_stems(told) - actor_words - place_words,
        names=names_in(text, own) - actor_words - place_words,
        story=story,
        attackers_hit=_attackers_hit(recipients),
        set_off=any(is_set_off(text[max(0, trigger.start - _BEFORE) : trigger.start]) for trigger in event.triggers),
        denied=event.stance is Stance.DENIED,
    )


def _attackers_hit(recipients: Sequence[object]) -> bool | None:
    told = {whom(words) == "attackers" for words in map(_words_of, recipients) if words}
    return told.pop() if len(told) == 1 else None


def _words_of(value: object) -> str:
    return " ".join(span.text for span in getattr(value, "spans", ()))


def _days(event: Event) -> tuple[Days, ...]:
    found = []
    for one in event.in_role(Role.DATE):
        value = one.value
        if isinstance(value, DateValue) and value.from_ and value.to and (value.to - value.from_).days <= _WIDEST:
            found.append((value.from_, value.to))
    return tuple(dict.fromkeys(found))


def _fine_names(places: Sequence[PlaceValue]) -> list[str]:
    """Give the names of places that are finer than a province, or not in the gazetteer at all; and their words."""
    fine = [place for place in places if place.precision is None or place.precision in FINE or place.lat is None]
    return [name for place in fine for name in (place.name, *(span.text for span in place.spans))]


def _tolls(event: Event) -> tuple[tuple[Role, Bounds], ...]:
    """Give the totals. Who is missing after an attack is who was abducted, so that both are one toll here."""
    found = []
    for one in event.assertions:
        if one.role in COUNT_ROLES and one.part_of is None and isinstance(one.value, CountValue):
            low, high = one.value.low, one.value.high
            if low is not None or high is not None:
                found.append((Role.ABDUCTED if one.role is Role.MISSING else one.role, (low or 0, high)))
    return tuple(found)
