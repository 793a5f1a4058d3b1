"""What speaks for and against two triggers telling of the same happening.

Each piece of evidence is a number with a name; `merging` weighs them, and `vedette show` can name them.
"""

from __future__ import annotations

import bisect
import calendar
import datetime as dt
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from vedette.events.clauses import results_in_clauses
from vedette.records import (
    COUNT_ROLES,
    ActorValue,
    CountValue,
    DateValue,
    EventType,
    PlacePrecision,
    PlaceValue,
    Reading,
    Resolved,
    Role,
    Span,
    Trigger,
)
from vedette.records.geometry import Point, distance_km
from vedette.records.odds import log_odds

# How far apart two places may be and still be one, by the coarser precision, in km.
_REACH_KM = {
    PlacePrecision.SITE: 15.0,
    PlacePrecision.TOWN: 25.0,
    PlacePrecision.DISTRICT: 80.0,
    PlacePrecision.PROVINCE: 400.0,
}
OWN = 0.9  # of the confidence of the trigger that holds an argument most surely
_WIDE = {PlacePrecision.COUNTRY, PlacePrecision.REGION}
_VICTIM, _ACTOR = frozenset({Role.RECIPIENT}), frozenset({Role.ACTOR})
_SETTING = frozenset({Role.PLACE, Role.DATE})
_INDEFINITE = re.compile(
    r"\b(?:an?|another|new|second|third|fourth|fifth|separate|different|other)\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE
)
_DEFINITE = re.compile(r"\b(?:the|this|that|these|those|same|such|its|their)\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE)
_POINTING = re.compile(r"\bthis\s+(?:[\w-]+\s+)?$", re.IGNORECASE)
_PLURAL = re.compile(r"[a-z]{3}(?<![sui])s$")  # "attacks", "bombings"
_PHRASE = 4  # words before a trigger that can belong to its phrase
# Words that a noun phrase does not reach back over.
_PHRASE_ENDS = frozenset(
    re.split(
        r"\s+",
        "a an the this that these those his her its their our my your and or but nor of in on at by from to "
        "into with for after before since until during over under against near between among as than when "
        "while where who which was were is are be been being has have had did do does will would said says "
        "say not",
    )
)
_CALENDAR = frozenset(name.lower() for names in (calendar.month_name, calendar.day_name) for name in names if name)
Days = tuple[dt.date, dt.date]
_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class Told:
    """One trigger with the values that the text binds to it; `near_` ones stand in its own sentence."""

    index: int
    trigger: Trigger
    sentence: int
    definite: bool
    pointing: bool  # "this attack"
    indefinite: bool
    order: int  # among the triggers of its type, in reading order
    dates: tuple[DateValue, ...]
    places: tuple[PlaceValue, ...]
    actors: tuple[ActorValue, ...]
    near_dates: tuple[DateValue, ...]
    near_places: tuple[PlaceValue, ...]
    counts: Mapping[Role, tuple[CountValue, ...]]
    held: Mapping[tuple[Role, Span], float]  # how surely each of its arguments is its own
    party_words: frozenset[str]
    place_words: frozenset[str]
    exact_words: frozenset[str]  # of places within a country
    called: frozenset[str]  # names that stand before the trigger in its own phrase: "the Quetta bombing"
    plural: bool
    result_of: int | None  # the trigger of the happening in whose relative clause it stands: "in which two were killed"


def gather(text: str, reading: Reading, resolved: Resolved) -> tuple[Told, ...]:
    """Put beside each trigger what is known of it."""
    seen: Counter[EventType] = Counter()
    orders = {}
    for index in sorted(range(len(reading.triggers)), key=lambda index: (reading.triggers[index].span, index)):
        orders[index] = seen[reading.triggers[index].type]
        seen[reading.triggers[index].type] += 1
    owned = own_arguments(reading.triggers)
    results = results_in_clauses(text, reading.triggers, reading.sentences)
    return tuple(
        _told(text, index, orders[index], trigger, owned[index], reading.sentences, resolved, results.get(index))
        for index, trigger in enumerate(reading.triggers)
    )


def own_arguments(triggers: Sequence[Trigger]) -> list[frozenset[Span]]:
    """Give for each trigger the spans that it holds at least about as surely as any other trigger of its type does.

    Where one sentence tells two happenings, each gets its own date and place, although the model offers both to both.
    What another type holds takes nothing away: a claim of December and its attack are both of December.
    """
    best: dict[tuple[EventType, Role, Span], float] = {}
    for trigger in triggers:
        for argument in trigger.arguments:
            key = (trigger.type, argument.role, argument.span)
            best[key] = max(best.get(key, 0.0), argument.confidence)
    return [
        frozenset(
            argument.span
            for argument in trigger.arguments
            if argument.confidence >= OWN * best[trigger.type, argument.role, argument.span]
        )
        for trigger in triggers
    ]


def _told(
    text: str,
    index: int,
    order: int,
    trigger: Trigger,
    owned: frozenset[Span],
    sentences: Sequence[Span],
    resolved: Resolved,
    result_of: int | None,
) -> Told:
    spans: dict[Role, list[Span]] = {}
    for argument in trigger.arguments:
        spans.setdefault(argument.role, []).append(argument.span)
    parties = [*spans.get(Role.ACTOR, ()), *spans.get(Role.RECIPIENT, ())]
    places = spans.get(Role.PLACE, ())
    place = bisect.bisect_left(sentences, trigger.span.end, key=lambda sentence: sentence.end) % max(1, len(sentences))
    here = sentences[place] if sentences else trigger.span
    before = text[max(here.start, trigger.span.start - 40) : trigger.span.start]
    dates = spans.get(Role.DATE, ())
    near = frozenset(span for span in owned if here.contains(span))
    counts = {
        role: tuple(resolved.counts[span] for span in spans[role] if span in resolved.counts and span in owned)
        for role in spans
        if role in COUNT_ROLES
    }
    return Told(
        index=index,
        trigger=trigger,
        sentence=place,
        definite=bool(_DEFINITE.search(before)),
        pointing=bool(_POINTING.search(before)),
        indefinite=bool(_INDEFINITE.search(before)),
        order=order,
        dates=tuple(resolved.dates[span] for span in dates if span in resolved.dates),
        places=tuple(resolved.places[span] for span in places if span in resolved.places),
        actors=tuple(resolved.actors[span] for span in spans.get(Role.ACTOR, ()) if span in resolved.actors),
        near_dates=tuple(resolved.dates[span] for span in dates if span in near & resolved.dates.keys()),
        near_places=tuple(resolved.places[span] for span in places if span in near & resolved.places.keys()),
        counts=counts,
        held={(argument.role, argument.span): argument.confidence for argument in trigger.arguments},
        party_words=_words(parties),
        place_words=_words(places),
        exact_words=_words(span for span in places if span in resolved.places and not _is_wide(resolved.places[span])),
        called=_names_before(before, trigger.span.text),
        plural=bool(_PLURAL.search(trigger.span.text)),
        result_of=result_of,
    )


def _names_before(before: str, trigger: str) -> frozenset[str]:
    """Give the names in a trigger's own phrase, in small letters: "Quetta" of "after the Quetta market [bombing]"."""
    names = [word for word in trigger.split() if word[:1].isupper()]
    for word in reversed(re.split(r"[^\w\s'’-]", before)[-1].split()[-_PHRASE:]):
        if word.lower() in _PHRASE_ENDS:
            break
        if word[:1].isupper():
            names.append(word)
    return frozenset(name.lower() for name in names if _WORD.fullmatch(name)) - _CALENDAR


def _words(spans: Iterable[Span]) -> frozenset[str]:
    return frozenset(word.lower() for span in spans for word in _WORD.findall(span.text))


def weigh_pair(a: Told, b: Told) -> dict[str, float]:
    """Name what speaks for and against two triggers (in reading order) being one happening; each value in -1 to 1."""
    ab, ba = _share(a, b), _share(b, a)
    shares = [share for share in (ab, ba) if share is not None]
    share = sum(shares) / len(shares) if shares else 0.0
    dates = compare_dates(a.dates, b.dates)
    places = compare_places(a.places, b.places)
    actors = compare_actors(a.actors, b.actors)
    counts = compare_counts(a.counts, b.counts)
    away = abs(a.sentence - b.sentence)
    return {
        "model": share,
        "model-odds": max(-1.0, min(1.0, log_odds(share) / 6)) if shares else 0.0,
        "model-split": abs(shares[0] - shares[1]) if len(shares) == 2 else 0.0,
        "model-blind": float(not shares),
        "same-head": float(same_head(a.trigger.span.text, b.trigger.span.text)),
        "same-mode": float(a.trigger.mode is not None and a.trigger.mode == b.trigger.mode),
        "other-mode": float(None not in (a.trigger.mode, b.trigger.mode) and a.trigger.mode != b.trigger.mode),
        "same-stance": float(a.trigger.stance == b.trigger.stance),
        "same-background": float(a.trigger.background == b.trigger.background),
        "date-agrees": max(0.0, dates),
        "date-conflicts": max(0.0, -dates),
        "near-dates-conflict": float(compare_dates(a.near_dates, b.near_dates) < 0),
        "near-places-conflict": float(compare_places(a.near_places, b.near_places) < 0),
        "place-agrees": max(0.0, places),
        "place-conflicts": max(0.0, -places),
        "place-words": _overlap(a.place_words, b.place_words),
        "actor-agrees": max(0.0, actors),
        "actor-conflicts": max(0.0, -actors),
        "party-words": _overlap(a.party_words, b.party_words),
        "count-agrees": max(0.0, counts),
        "count-conflicts": max(0.0, -counts),
        **_held_by_both(a, b),
        **_names_compared(a, b),
        "number-differs": float(a.plural != b.plural),
        "definite": float(b.definite),
        "indefinite": float(b.indefinite),
        "next": float(b.order - a.order == 1),
        "definite-next": float(b.definite and b.order - a.order == 1),
        "same-sentence": float(away == 0),
        "distance": min(1.0, math.log1p(away) / math.log(30)),
        "place-and-date": float(dates > 0 and places > 0),
        "bare": float(not b.dates and not b.places and not b.counts),
    }


def _held_by_both(a: Told, b: Told) -> dict[str, float]:
    """Say how surely both hold the very same words: a toll has one happening, a place or a date may have several."""
    both = {key: min(a.held[key], b.held[key]) for key in a.held.keys() & b.held.keys()}

    def most(roles: frozenset[Role]) -> float:
        return max((sure for (role, _), sure in both.items() if role in roles), default=0.0)

    return {
        "one-toll": most(COUNT_ROLES),
        "one-victim": most(_VICTIM),
        "one-actor": most(_ACTOR),
        "one-setting": most(_SETTING),
        "other-toll": float(_tolls_apart(a, b)),
        "other-victim": _apart(a, b, _VICTIM),
    }


def _names_compared(a: Told, b: Told) -> dict[str, float]:
    """Say whether one mention's names ("the Quetta bombing") are told of the other, or others are.

    A country's name speaks for, and not against: what is told of Pakistan may well be the Quetta bombing.
    """
    verdicts = []
    for x, y in ((a, b), (b, a)):
        known = y.called | y.exact_words | y.party_words
        if x.called and known:
            verdicts.append(bool(x.called & (known | y.place_words)))
    return {
        "called-alike": float(any(verdicts)),
        "called-apart": float(bool(verdicts) and not any(verdicts)),
    }


def _apart(a: Told, b: Told, roles: frozenset[Role]) -> float:
    """Give how surely each holds, in its own sentence or elsewhere, something of a kind that the other does not."""
    only = [
        max((sure for key, sure in x.held.items() if key[0] in roles and key not in y.held), default=0.0)
        for x, y in ((a, b), (b, a))
    ]
    return min(only)


def _tolls_apart(a: Told, b: Told) -> bool:
    mine, theirs = ({key for key in told.held if key[0] in COUNT_ROLES} for told in (a, b))
    return bool(mine) and bool(theirs) and not mine & theirs


def _share(a: Told, b: Told) -> float | None:
    return next((share for index, share in a.trigger.same if index == b.index), None)


def _overlap(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def same_head(a: str, b: str) -> bool:
    """Tell whether two triggers share a word's beginning: "attacked", "the attack"."""
    firsts = [[word.lower()[:5] for word in _WORD.findall(text)] for text in (a, b)]
    return any(x.startswith(y[:4]) for x in firsts[0] for y in firsts[1])


def compare_dates(a: Sequence[DateValue], b: Sequence[DateValue]) -> float:
    """Give 1 for the same days, 0.5 for days that overlap, -1 for days apart, 0 where either is not told."""
    days_a, days_b = ([(v.from_, v.to) for v in values if v.from_ and v.to] for values in (a, b))
    return max((_compare_days(one, two) for one in days_a for two in days_b), default=0.0)


def _compare_days(a: Days, b: Days) -> float:
    if a[1] < b[0] or b[1] < a[0]:
        return -1.0
    return 1.0 if a == b else 0.5


def compare_places(a: Sequence[PlaceValue], b: Sequence[PlaceValue]) -> float:
    """Give 1 for one place, 0.5 for one near the other, -1 for places apart, 0 where no more is told than a country.

    Of several places the two that go together best count: who "returned from Thailand to Pakistan" was in Pakistan.
    """
    verdicts = [verdict for one in a for two in b if (verdict := _compare_two(one, two)) is not None]
    return max(verdicts, default=0.0)


def _is_wide(place: PlaceValue) -> bool:
    return place.precision is None or place.precision in _WIDE


def _compare_two(a: PlaceValue, b: PlaceValue) -> float | None:
    if a.precision in _WIDE or b.precision in _WIDE:
        if not a.country or not b.country:
            return None
        return 0.0 if a.country == b.country else -1.0
    if a.geonames_id is not None and a.geonames_id == b.geonames_id:
        return 1.0
    here, there = _point(a), _point(b)
    if here is None or there is None or a.precision is None or b.precision is None:
        return None
    reach = max(_REACH_KM[a.precision], _REACH_KM[b.precision], a.radius_km or 0.0, b.radius_km or 0.0)
    return 0.5 if distance_km(here, there) <= reach else -1.0


def _point(place: PlaceValue) -> Point | None:
    return None if place.lat is None or place.lon is None else (place.lat, place.lon)


def compare_actors(a: Sequence[ActorValue], b: Sequence[ActorValue]) -> float:
    """Give 1 where a registered actor is shared, -1 where both have registered actors and none is shared, else 0."""
    ids = [{value.actor_id for value in values if value.actor_id is not None} for values in (a, b)]
    if not ids[0] or not ids[1]:
        return 0.0
    return 1.0 if ids[0] & ids[1] else -1.0


def compare_counts(a: Mapping[Role, Sequence[CountValue]], b: Mapping[Role, Sequence[CountValue]]) -> float:
    """Give 1 where a toll is told alike, -1 where tolls of one kind are told and none agrees, else 0."""
    verdicts = []
    for role in a.keys() & b.keys():
        tolls = [{(count.low, count.high) for count in told[role] if count.low} for told in (a, b)]
        if tolls[0] and tolls[1]:
            verdicts.append(1.0 if tolls[0] & tolls[1] else -1.0)
    return max(verdicts, default=0.0)
