"""What speaks for and against two events of different documents being one happening.

Each piece of evidence is a level with a name, 0 or 1, or a share from 0 to 1. `judging` weighs them and can tell which
decided.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from vedette.incidents.sketch import FINE, Days, Sketch
from vedette.incidents.wording import overlap
from vedette.records import PlacePrecision, PlaceValue
from vedette.records.geometry import distance_km

EXACT = 3  # days that a date may span and still be one that two reports can agree on
FAR_DAYS = 30
# How far from its point a place of this precision may reach, in km.
REACH_KM = {
    None: 25.0,
    PlacePrecision.SITE: 5.0,
    PlacePrecision.TOWN: 10.0,
    PlacePrecision.DISTRICT: 40.0,
    PlacePrecision.PROVINCE: 250.0,
}
_NEAR_KM = 15.0
_AROUND_KM = 60.0

Evidence = dict[str, float]


def compare(a: Sketch, b: Sketch) -> Evidence:
    """Name what speaks for and against the two being one happening; what is not told on either side says nothing."""
    evidence = {
        **_compare_days(a, b),
        **_compare_places(a, b),
        **_compare_kinds(a, b),
        **_compare_parties(a, b),
        **_compare_tolls(a, b),
        **_compare_words(a, b),
    }
    same_day = evidence.get("date-same", 0.0)
    evidence["same-day-same-name"] = same_day * evidence.get("place-name", 0.0)
    evidence["same-day-other-name"] = same_day * evidence.get("place-name-other", 0.0)
    evidence["leads-on-the-same-day"] = same_day * evidence["both-leads"]
    evidence["leads-of-one-place"] = evidence["both-leads"] * evidence.get("place-name", 0.0)
    return {name: float(value) for name, value in evidence.items() if value}


def _compare_days(a: Sketch, b: Sketch) -> Evidence:
    gap = days_apart(a.days, b.days)
    evidence: Evidence = {}
    if gap is None:
        evidence["date-unknown"] = 1.0
    elif gap == 0:
        exact = any(_exact(one) and _exact(two) and _gap(one, two) == 0 for one in a.days for two in b.days)
        evidence["date-same" if exact else "date-overlaps"] = 1.0
    elif gap == 1:
        evidence["date-next-day"] = 1.0
    else:
        evidence["date-apart"] = 1.0
        evidence["date-far-apart"] = min(gap, FAR_DAYS) / FAR_DAYS
    if a.published and b.published:
        evidence["published-apart"] = min(abs((a.published - b.published).days), 2 * FAR_DAYS) / (2 * FAR_DAYS)
    evidence["told-before-it-happened"] = float(_too_early(a, b) or _too_early(b, a))
    return evidence


def days_apart(one: Iterable[Days], two: Iterable[Days]) -> int | None:
    """Give the fewest days between any date of one and any of the other; 0 where they overlap, None where not told."""
    others = tuple(two)
    return min((_gap(first, second) for first in one for second in others), default=None)


def _gap(one: Days, two: Days) -> int:
    return max(0, (two[0] - one[1]).days, (one[0] - two[1]).days)


def _exact(days: Days) -> bool:
    return (days[1] - days[0]).days < EXACT


def _too_early(report: Sketch, event: Sketch) -> bool:
    """Tell whether `report` was out before the day that `event` is said to have happened on."""
    slack = dt.timedelta(days=1)  # the world has more than one calendar day at a time
    return bool(report.published and event.days) and all(
        days[0] > (report.published or dt.date.max) + slack for days in event.days
    )


def _compare_places(a: Sketch, b: Sketch) -> Evidence:
    evidence: Evidence = {}
    if a.countries and b.countries:
        evidence["country-same" if a.countries & b.countries else "country-other"] = 1.0
    shared = overlap(a.place_words, b.place_words)
    if shared:
        evidence["place-name"] = shared
    elif a.place_words and b.place_words:
        evidence["place-name-other"] = 1.0
    else:
        evidence["place-unknown"] = 1.0
    beyond = km_apart(a.places, b.places)
    if beyond is not None:
        level = "place-near" if beyond <= _NEAR_KM else "place-around" if beyond <= _AROUND_KM else "place-apart"
        evidence[level] = 1.0
    return evidence


def km_apart(ours: Iterable[PlaceValue], theirs: Iterable[PlaceValue]) -> float | None:
    """Give the least distance between two fine places, less what their precision leaves open; None where not told."""
    one, two = (
        [place for place in places if place.lat is not None and place.lon is not None and place.precision in FINE]
        for places in (ours, theirs)
    )
    return min((_beyond(first, second) for first in one for second in two), default=None)


def _beyond(one: PlaceValue, two: PlaceValue) -> float:
    """Measure two fine places, which have coordinates."""
    if one.geonames_id is not None and one.geonames_id == two.geonames_id:
        return 0.0
    apart = distance_km((one.lat or 0.0, one.lon or 0.0), (two.lat or 0.0, two.lon or 0.0))
    open_km = (one.radius_km or REACH_KM[one.precision]) + (two.radius_km or REACH_KM[two.precision])
    return max(0.0, apart - open_km)


def _compare_kinds(a: Sketch, b: Sketch) -> Evidence:
    evidence: Evidence = {"type-other": float(a.type is not b.type)}
    if a.mode and b.mode:
        evidence["mode-same" if a.mode == b.mode else "mode-other"] = 1.0
    evidence["both-news"] = float(not a.background and not b.background)
    evidence["both-leads"] = float(a.lead and b.lead)
    evidence["one-leads"] = float(a.lead != b.lead)
    return evidence


def _compare_parties(a: Sketch, b: Sketch) -> Evidence:
    evidence: Evidence = {}
    if a.actors & b.actors or a.actor_words & b.actor_words:
        evidence["actor-shared"] = 1.0
    elif a.actor_words and b.actor_words:
        evidence["actor-other"] = 1.0
    if a.recipient_words & b.recipient_words:
        evidence["recipient-shared"] = 1.0
    elif a.recipient_words and b.recipient_words:
        evidence["recipient-other"] = 1.0
    return evidence


def _compare_tolls(a: Sketch, b: Sketch) -> Evidence:
    """Compare counts of one role: the same figure, bounds that meet, or figures that no growth explains."""
    best = 0
    for role, (low, high) in a.tolls:
        for other, (their_low, their_high) in b.tolls:
            if role is not other:
                continue
            if (low, high) == (their_low, their_high) and low > 1:
                best = 3
            elif _bounds_meet((low, high), (their_low, their_high)):
                best = max(best, 2)
            else:
                best = max(best, 1)
    return {"toll-same": float(best == 3), "toll-meets": float(best == 2), "toll-apart": float(best == 1)}


def _bounds_meet(one: tuple[int, int | None], two: tuple[int, int | None]) -> bool:
    """Tell whether two counts can be one: bounds that touch, or figures within half of one another, as tolls grow."""
    touching = (two[1] is None or one[0] <= two[1]) and (one[1] is None or two[0] <= one[1])
    small, large = sorted((one[0], two[0]))
    return touching or (small > 0 and large <= 2 * small)


def _compare_words(a: Sketch, b: Sketch) -> Evidence:
    story = overlap(a.story, b.story)
    return {
        "words": overlap(a.words, b.words),
        "names": overlap(a.names, b.names),
        "head": float(bool(a.heads & b.heads)),
        "story": story,
        "leads-of-one-story": story * (a.lead and b.lead),
        "no-story": float(story == 0),
    }
