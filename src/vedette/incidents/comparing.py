"""What speaks for and against two events of different documents being one happening.

Each piece of evidence is a level with a name, 0 or 1, or a share from 0 to 1. `judging` weighs them and can tell which
decided. Pairs are compared many at once, in columns, since a million events make some ten million pairs.
"""

from __future__ import annotations

import numpy as np

from vedette.incidents.blocking import pack
from vedette.incidents.columns import NONE, Bools, Floats, Ints, Longs, Stretches, Table
from vedette.incidents.crossing import both_told, count_shared, cross, days_between, find_least
from vedette.incidents.sketch import Sketch
from vedette.records.geometry import EARTH_KM

EXACT = 3  # days that a date may span and still be one that two reports can agree on
FAR_DAYS = 30
_NEAR_KM = 15.0
_AROUND_KM = 60.0
_FEW = 2  # words that two reports may share by chance: of few in common the share says less than of many
# What tells two deeds of one day in one place apart, or shows that they are one: there it weighs otherwise.
_ON_ONE_SPOT = ("recipient-other", "recipient-shared", "story", "words")

Evidence = dict[str, float]
Levels = dict[str, Floats]


def compare(a: Sketch, b: Sketch) -> Evidence:
    """Name what speaks for and against the two being one happening; what is not told on either side says nothing."""
    table = pack([a, b])
    levels = compare_pairs(table, table, np.array([0], np.int32), np.array([1], np.int32))
    return {name: float(values[0]) for name, values in levels.items() if values[0]}


def compare_pairs(ours: Table, theirs: Table, ones: Ints, twos: Ints) -> Levels:
    """Compare row ``ones[n]`` of our table with row ``twos[n]`` of theirs, for all n; the two share a vocabulary."""
    levels = {
        **_compare_days(ours, theirs, ones, twos),
        **_compare_places(ours, theirs, ones, twos),
        **_compare_kinds(ours, theirs, ones, twos),
        **_compare_parties(ours, theirs, ones, twos),
        **_compare_tolls(ours, theirs, ones, twos),
        **_compare_words(ours, theirs, ones, twos),
    }
    spot = levels["same-day-same-name"] = levels["date-same"] * levels["place-name"]
    levels["leads-on-the-same-day"] = levels["date-same"] * levels["both-leads"]
    levels["leads-of-one-place"] = levels["both-leads"] * levels["place-name"]
    levels |= {f"{name}-on-one-spot": spot * levels[name] for name in _ON_ONE_SPOT}
    return levels


def _compare_days(ours: Table, theirs: Table, ones: Ints, twos: Ints) -> Levels:
    pair, one, two = cross(ours.days, theirs.days, ones, twos)
    first, last = ours.days.columns["first"], ours.days.columns["last"]
    their_first, their_last = theirs.days.columns["first"], theirs.days.columns["last"]
    gaps = days_between(ours.days, theirs.days, one, two)
    exact = (last[one] - first[one] < EXACT) & (their_last[two] - their_first[two] < EXACT)
    told, gap = find_least(pair, gaps, len(ones))
    agreed, _ = find_least(pair[exact & (gaps == 0)], gaps[exact & (gaps == 0)], len(ones))
    apart = told & (gap > 1)
    since, theirs_since = ours.published[ones], theirs.published[twos]
    days = np.where((since > 0) & (theirs_since > 0), np.abs(since - theirs_since), 0)
    return {
        "date-unknown": _level(~told),
        "date-same": _level(agreed),
        "date-overlaps": _level(told & (gap == 0) & ~agreed),
        "date-next-day": _level(told & (gap == 1)),
        "date-apart": _level(apart),
        "date-far-apart": np.where(apart, np.minimum(gap, FAR_DAYS) / FAR_DAYS, 0.0),
        "published-apart": np.minimum(days, 2 * FAR_DAYS) / (2 * FAR_DAYS),
        "told-before-it-happened": _level(
            _too_early(since, _first_days(theirs)[twos]) | _too_early(theirs_since, _first_days(ours)[ones])
        ),
    }


def _first_days(table: Table) -> Longs:
    """Give the first day told for each event; 0 where none is."""
    told = np.flatnonzero(table.days.sizes)
    found = np.zeros(len(table), np.int64)
    if len(told):
        found[told] = np.minimum.reduceat(table.days.columns["first"], table.days.starts[told])
    return found


def _too_early(published: Longs, first_day: Longs) -> Bools:
    """Tell whether a report was out before the other event can have happened; the world has two calendar days."""
    told: Bools = (published > 0) & (first_day > published + 1)
    return told


def _compare_places(ours: Table, theirs: Table, ones: Ints, twos: Ints) -> Levels:
    countries = _both_have(ours, theirs, "countries", ones, twos)
    one_country = _share(ours, theirs, "countries", ones, twos)
    names = _overlap(ours, theirs, "place_words", ones, twos)
    named = _both_have(ours, theirs, "place_words", ones, twos)
    pair, one, two = cross(ours.places, theirs.places, ones, twos)
    located, beyond = find_least(pair, _km_beyond(ours.places, theirs.places, one, two), len(ones))
    return {
        "country-same": _level(one_country),
        "country-other": _level(countries & ~one_country),
        "place-name": names,
        "place-name-other": _level(named & (names == 0)),
        "place-unknown": _level(~named),
        "place-near": _level(located & (beyond <= _NEAR_KM)),
        "place-around": _level(located & (beyond > _NEAR_KM) & (beyond <= _AROUND_KM)),
        "place-apart": _level(located & (beyond > _AROUND_KM)),
    }


def _km_beyond(ours: Stretches, theirs: Stretches, one: Longs, two: Longs) -> Floats:
    """Give the km between places, less what their precision leaves open; `distance.km_apart` does so for one pair."""
    phi, their_phi = np.radians(ours.columns["lat"][one]), np.radians(theirs.columns["lat"][two])
    half_lat = (their_phi - phi) / 2
    half_lon = np.radians(theirs.columns["lon"][two] - ours.columns["lon"][one]) / 2
    chord = np.sin(half_lat) ** 2 + np.cos(phi) * np.cos(their_phi) * np.sin(half_lon) ** 2
    apart = 2 * EARTH_KM * np.arcsin(np.minimum(1.0, np.sqrt(chord)))
    known = ours.columns["geonames_id"][one]
    same = (known != NONE) & (known == theirs.columns["geonames_id"][two])
    beyond: Floats = np.maximum(0.0, apart - ours.columns["open_km"][one] - theirs.columns["open_km"][two])
    return np.where(same, 0.0, beyond)


def _compare_kinds(ours: Table, theirs: Table, ones: Ints, twos: Ints) -> Levels:
    mode, their_mode = ours.mode[ones], theirs.mode[twos]
    told = (mode != NONE) & (their_mode != NONE)
    lead, their_lead = ours.lead[ones], theirs.lead[twos]
    return {
        "type-other": _level(ours.type[ones] != theirs.type[twos]),
        "mode-same": _level(told & (mode == their_mode)),
        "mode-other": _level(told & (mode != their_mode)),
        "both-news": _level(~ours.background[ones] & ~theirs.background[twos]),
        "both-leads": _level(lead & their_lead),
        "one-leads": _level(lead != their_lead),
    }


def _compare_parties(ours: Table, theirs: Table, ones: Ints, twos: Ints) -> Levels:
    named = _both_have(ours, theirs, "actor_words", ones, twos)
    by_one = _share(ours, theirs, "actors", ones, twos) | _share(ours, theirs, "actor_words", ones, twos)
    hit = _both_have(ours, theirs, "recipient_words", ones, twos)
    hit_one = _share(ours, theirs, "recipient_words", ones, twos)
    fallen, their_fallen = ours.attackers_hit[ones], theirs.attackers_hit[twos]
    return {
        "attackers-hit-in-one": _level((fallen != NONE) & (their_fallen != NONE) & (fallen != their_fallen)),
        "actor-shared": _level(by_one),
        "actor-other": _level(named & ~by_one),
        "recipient-shared": _level(hit_one),
        "recipient-other": _level(hit & ~hit_one),
    }


def _compare_tolls(ours: Table, theirs: Table, ones: Ints, twos: Ints) -> Levels:
    """Compare counts of one role: the same figure, bounds that meet, or figures that no growth explains."""
    pair, one, two = cross(ours.tolls, theirs.tolls, ones, twos)
    alike = ours.tolls.columns["role"][one] == theirs.tolls.columns["role"][two]
    pair, one, two = pair[alike], one[alike], two[alike]
    low, high = ours.tolls.columns["low"][one], ours.tolls.columns["high"][one]
    their_low, their_high = theirs.tolls.columns["low"][two], theirs.tolls.columns["high"][two]
    same = (low == their_low) & (high == their_high) & (low > 1)
    touching = ((their_high == NONE) | (low <= their_high)) & ((high == NONE) | (their_low <= high))
    # Figures within half of one another are one toll that has grown.
    small, large = np.minimum(low, their_low), np.maximum(low, their_low)
    meets = touching | ((small > 0) & (large <= 2 * small))
    told, short_of_best = find_least(pair, np.where(same, 0, np.where(meets, 1, 2)), len(ones))
    return {
        "toll-same": _level(told & (short_of_best == 0)),
        "toll-meets": _level(told & (short_of_best == 1)),
        "toll-apart": _level(told & (short_of_best == 2)),
    }


def _compare_words(ours: Table, theirs: Table, ones: Ints, twos: Ints) -> Levels:
    story = _overlap(ours, theirs, "story", ones, twos)
    return {
        "words": _overlap(ours, theirs, "words", ones, twos, _FEW),
        "names": _overlap(ours, theirs, "names", ones, twos),
        "head": _level(_share(ours, theirs, "heads", ones, twos)),
        "story": story,
        "no-story": _level(story == 0),
    }


# Columns


def _level(holds: Bools) -> Floats:
    return holds.astype(np.float64)


def _both_have(ours: Table, theirs: Table, name: str, ones: Ints, twos: Ints) -> Bools:
    return both_told(ours.sets[name], theirs.sets[name], ones, twos)


def _share(ours: Table, theirs: Table, name: str, ones: Ints, twos: Ints) -> Bools:
    """Tell whether two sets have anything in common."""
    return count_shared(ours.sets[name], theirs.sets[name], ones, twos) > 0


def _overlap(ours: Table, theirs: Table, name: str, ones: Ints, twos: Ints, few: int = 0) -> Floats:
    """Give the share of the smaller set, taken as `few` larger than it is, that the larger one holds; 0 if empty."""
    smaller = np.minimum(ours.sets[name].sizes[ones], theirs.sets[name].sizes[twos])
    share: Floats = count_shared(ours.sets[name], theirs.sets[name], ones, twos) / np.maximum(1, smaller + few)
    return share
