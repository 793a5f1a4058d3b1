"""Which values of one event stand against each other, and which only say the same more or less exactly.

The rules are in ``docs/decisions/0040-rivals.md``.
"""

from __future__ import annotations

import datetime as dt

from vedette.records import (
    ActorValue,
    Assertion,
    Certainty,
    CountValue,
    DateValue,
    Event,
    PlacePrecision,
    PlaceValue,
    Role,
    Span,
)
from vedette.records.leading import best_date, days_open, fineness, likely_places

GENERIC = "generic"  # the kind of an actor who is described and not named


def are_rivals(a: Assertion, b: Assertion) -> bool:
    """Tell whether two assertions of one event cannot both be the whole truth about the same slot."""
    if a.role is not b.role:
        return False
    if isinstance(a.value, CountValue) and isinstance(b.value, CountValue):
        return _counts_clash(a, b, a.value, b.value)
    if isinstance(a.value, DateValue) and isinstance(b.value, DateValue):
        return _apart(a.value, b.value)
    if isinstance(a.value, PlaceValue) and isinstance(b.value, PlaceValue):
        return _places_clash(a.value, b.value)
    if isinstance(a.value, ActorValue) and isinstance(b.value, ActorValue) and a.role is Role.ACTOR:
        return _culprits_clash(a, b, a.value, b.value)
    return False


def find_rivals(event: Event, index: int) -> tuple[int, ...]:
    """Give the indexes of the assertions that stand against assertion `index`."""
    assertion = event.assertions[index]
    return tuple(
        other for other, candidate in enumerate(event.assertions) if other != index and are_rivals(assertion, candidate)
    )


def has_rivals(event: Event) -> bool:
    """Tell whether any two values of the event stand against each other."""
    return any(find_rivals(event, index) for index in range(len(event.assertions)))


def leading_counts(event: Event, role: Role) -> tuple[Assertion, ...]:
    """Give the totals of one count role, each different figure once; parts of a total are left to it."""
    totals: dict[tuple[object, ...], Assertion] = {}
    for assertion in event.in_role(role):
        if isinstance(assertion.value, CountValue) and assertion.part_of is None:
            value = assertion.value
            totals.setdefault((value.low, value.high, value.approximate), assertion)
    return tuple(totals.values())


def leading_places(event: Event) -> tuple[PlaceValue, ...]:
    """Give the likely places that no more exact one of them lies in: "Goma" where "DR Congo" is told as well."""
    return _outermost_left_out([value for _, value in likely_places(event.in_role(Role.PLACE))])


def leading_spots(event: Event) -> tuple[PlaceValue, ...]:
    """Give the same of the places that have coordinates, where any has: "Goma" although "the market" is in it."""
    likely = [value for _, value in likely_places(event.in_role(Role.PLACE))]
    spots = [value for value in likely if value.lat is not None and value.lon is not None]
    return _outermost_left_out(spots or likely)


def leading_dates(event: Event) -> tuple[DateValue, ...]:
    """Give the dates worth showing: the best one first, then those that stand apart from it and from each other."""
    assertions = event.in_role(Role.DATE)
    best = best_date(assertions)
    known = [(a.value, a.confidence) for a in assertions if isinstance(a.value, DateValue)]
    others = [value for value, _ in sorted(known, key=lambda pair: (days_open(pair[0]), -pair[1]))]
    shown: list[DateValue] = [best[1]] if best else []
    for value in others:
        if not shown or all(_apart(value, other) for other in shown):
            shown.append(value)
    return tuple(shown)


def place_key(place: PlaceValue) -> tuple[object, ...]:
    """Give what makes two place values the same place."""
    return (place.geonames_id,) if place.geonames_id is not None else (place.name, place.lat, place.lon)


def _counts_clash(a: Assertion, b: Assertion, one: CountValue, two: CountValue) -> bool:
    if a.part_of is not None or b.part_of is not None:
        return False
    return (one.low, one.high) != (two.low, two.high) and _same_people(one.of, two.of)


def _same_people(a: Span | None, b: Span | None) -> bool:
    """Tell whether two counts may count the same people: not "two engineers" and "five militants"."""
    if a is None or b is None:
        return True
    return bool(set(a.text.casefold().split()) & set(b.text.casefold().split()))


def _apart(a: DateValue, b: DateValue) -> bool:
    """Tell whether two dates share no day."""
    if (a.from_ is None and a.to is None) or (b.from_ is None and b.to is None):
        return False
    return _first(a) > _last(b) or _first(b) > _last(a)


def _first(value: DateValue) -> dt.date:
    return value.from_ or dt.date.min


def _last(value: DateValue) -> dt.date:
    return value.to or dt.date.max


def _places_clash(a: PlaceValue, b: PlaceValue) -> bool:
    if place_key(a) == place_key(b):
        return False
    if a.country and b.country and a.country != b.country:
        return True
    return a.precision is b.precision and a.precision is not None


def _outermost_left_out(places: list[PlaceValue]) -> tuple[PlaceValue, ...]:
    first: dict[tuple[object, ...], PlaceValue] = {}
    for place in places:
        first.setdefault(place_key(place), place)
    values = tuple(first.values())
    return tuple(place for place in values if not any(_lies_in(other, place) for other in values if other is not place))


def _lies_in(inner: PlaceValue, outer: PlaceValue) -> bool:
    """Tell whether `outer` says where `inner` lies, and no more."""
    if fineness(inner) >= fineness(outer):
        return False
    if outer.country and inner.country and outer.country != inner.country:
        return False
    same_province = not outer.admin1 or not inner.admin1 or outer.admin1 == inner.admin1
    return same_province or outer.precision in (PlacePrecision.COUNTRY, PlacePrecision.REGION)


def _culprits_clash(a: Assertion, b: Assertion, one: ActorValue, two: ActorValue) -> bool:
    same = one.actor_id == two.actor_id if one.actor_id and two.actor_id else one.name == two.name
    denied = (a.certainty is Certainty.DENIED) != (b.certainty is Certainty.DENIED)
    if same or denied:
        return same and denied
    if GENERIC in (one.kind, two.kind):
        return False  # "gunmen" names nobody whom another name could contradict
    return (a.attribution, a.certainty) != (b.attribution, b.certainty)
