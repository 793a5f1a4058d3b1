"""Choose among the places that each name could mean, all names of a document together.

A candidate is worth what its kind and size make likely beforehand (population counts no further), and gains where the
document's other names lie in the same country and unit or close by (minimal spread), where the text puts it inside a
named unit ("Shangla, Khyber Pakhtunkhwa"), and where the publisher sits. One name means one place in a document.
After Leidner (2007), Toponym Resolution in Text, and Lieberman et al. (2010), on local lexicons; the weights are ours.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass, field

from vedette.places.geometry import distance_km
from vedette.places.index import Place

_ROUNDS = 4
_NEAR_KM = 120.0
_KIND_PRIOR = {
    "country": 7.0,
    "province": 3.5,
    "region": 4.5,
    "area": 4.2,
    "water": 2.0,
    "locality": 1.5,
    "site": 1.5,
    "airport": 0.5,
    "port": 0.0,
    "district": 0.0,
    "town": 0.0,
}
_POPULATION_WEIGHT = 0.55  # for each factor of ten
_FAME_WEIGHT = 0.8  # for each factor of ten in spellings
_ALIAS_COST = 1.2
_INSIDE_GAIN = 6.0
_OUTSIDE_COST = 2.0
_KIND_GAIN = 4.0
_SEAT_COST = 3.5  # of a unit that shares its name with a town in it that holds a good part of its people
_SEAT_SHARE = 0.03
_COUNTRY_WEIGHT = 1.6
_UNIT_WEIGHT = 1.3
_NEAR_WEIGHT = 1.2


@dataclass(slots=True)
class Choice:
    """One name and what it could mean. `containers` are the choices that the text puts it inside.

    `contents` are those that it puts inside this one. `kinds` are those that a word beside the name allows ("county"); `weight` is how much its meaning tells of others.
    """

    key: str
    places: list[tuple[Place, bool]]
    kinds: tuple[str, ...] = ()
    containers: list[Choice] = field(default_factory=list)
    contents: list[Choice] = field(default_factory=list)
    weight: float = 1.0
    scores: list[float] = field(default_factory=list)
    shares: list[float] = field(default_factory=list)

    @property
    def best(self) -> int:
        """Give the number of the likeliest place; of equals the first."""
        return max(range(len(self.places)), key=lambda number: (self.scores[number], -number))


@dataclass(slots=True)
class Scene:
    """What the document says of where it plays, beyond its names: weights of countries by code."""

    countries: dict[str, float] = field(default_factory=dict)


def judge_choices(choices: list[Choice], scene: Scene) -> None:
    """Score the places of every choice; four rounds, each from the shares of the one before."""
    for choice in choices:
        choice.scores = [_prior(choice, place, main) for place, main in choice.places]
        choice.shares = _shares(choice.scores)
    for _ in range(_ROUNDS):
        countries, units = _weigh(choices, scene)
        anchors = _anchors(choices)
        fresh = []
        for choice in choices:
            own_countries, own_units = _own_weight(choice)
            scores = []
            for place, main in choice.places:
                score = _prior(choice, place, main)
                score += _COUNTRY_WEIGHT * math.log1p(max(0.0, countries[place.country] - own_countries[place.country]))
                for unit in (place.admin1, place.admin2):
                    if unit is not None:
                        score += _UNIT_WEIGHT * math.log1p(max(0.0, units[unit] - own_units[unit]))
                score += _NEAR_WEIGHT * math.log1p(_closeness(place, choice, anchors))
                score += _containment(place, choice)
                scores.append(score)
            fresh.append(scores)
        for choice, scores in zip(choices, fresh, strict=True):
            choice.scores, choice.shares = scores, _shares(scores)


def lies_in(place: Place, container: Place) -> bool:
    """Tell whether a place lies inside a country, a unit or an area."""
    if place.number == container.number:
        return False
    if container.kind == "country":
        return place.country == container.country and place.kind != "country"
    if container.kind in ("province", "district"):
        return container.number in (place.admin1, place.admin2)
    if container.radius_km and None not in (place.lat, place.lon, container.lat, container.lon):
        return distance_km(place.lat, place.lon, container.lat, container.lon) <= container.radius_km  # type: ignore[arg-type]
    return False


def _prior(choice: Choice, place: Place, main: bool) -> float:
    score = _KIND_PRIOR[place.kind]
    if place.kind in ("town", "district"):
        score += _POPULATION_WEIGHT * math.log10(place.population + 10)
    if place.kind in ("town", "district", "province"):
        score += _FAME_WEIGHT * math.log10(place.fame + 1)
    if not main and place.kind != "country":
        score -= _ALIAS_COST
    if choice.kinds:
        score += _KIND_GAIN if place.kind in choice.kinds else 0.0
    elif place.kind in ("province", "district") and _has_seat(choice, place):
        score -= _SEAT_COST
    return score


def _has_seat(choice: Choice, unit: Place) -> bool:
    """Tell whether a town of the same name in the unit is what a bare name means: "Aleppo" is the city."""
    return any(
        place.kind == "town"
        and unit.number in (place.admin1, place.admin2)
        and place.population >= _SEAT_SHARE * unit.population
        for place, _ in choice.places
    )


def _shares(scores: list[float]) -> list[float]:
    top = max(scores)
    weights = [math.exp(score - top) for score in scores]
    total = sum(weights)
    return [weight / total for weight in weights]


def _own_weight(choice: Choice) -> tuple[dict[str, float], dict[int, float]]:
    countries: dict[str, float] = defaultdict(float)
    units: dict[int, float] = defaultdict(float)
    for (place, _), share in zip(choice.places, choice.shares, strict=True):
        countries[place.country] += choice.weight * share
        for unit in _units(place):
            units[unit] += choice.weight * share
    return countries, units


def _weigh(choices: list[Choice], scene: Scene) -> tuple[dict[str, float], dict[int, float]]:
    """Add up how much the document tells of each country and each unit."""
    countries: dict[str, float] = defaultdict(float, scene.countries)
    units: dict[int, float] = defaultdict(float)
    for choice in choices:
        own_countries, own_units = _own_weight(choice)
        for country, weight in own_countries.items():
            countries[country] += weight
        for unit, weight in own_units.items():
            units[unit] += weight
    return countries, units


def _units(place: Place) -> list[int]:
    own = [place.number] if place.kind in ("province", "district") else []
    return own + [unit for unit in (place.admin1, place.admin2) if unit is not None]


def _anchors(choices: list[Choice]) -> list[tuple[Choice, Place, float]]:
    """Give the points that others may lie close to: the likeliest of each choice, unless it is a large area."""
    anchors = []
    for choice in choices:
        place = choice.places[choice.best][0]
        if place.kind not in ("country", "region", "province") and place.lat is not None:
            anchors.append((choice, place, choice.weight * choice.shares[choice.best]))
    return anchors


def _closeness(place: Place, choice: Choice, anchors: list[tuple[Choice, Place, float]]) -> float:
    if place.lat is None or place.lon is None or place.kind in ("country", "region"):
        return 0.0
    total = 0.0
    for other, anchor, weight in anchors:
        # One degree of latitude is 111 km: beyond five the sum hardly changes, and the exact distance is not needed.
        if other is choice or anchor.lat is None or anchor.lon is None or abs(anchor.lat - place.lat) > 5:
            continue
        total += weight * math.exp(-distance_km(place.lat, place.lon, anchor.lat, anchor.lon) / _NEAR_KM)
    return total


def _containment(place: Place, choice: Choice) -> float:
    """Weigh what the text puts this choice in, and what it puts in it; where no reading fits, the text meant else."""
    gain = 0.0
    for container in choice.containers:
        if _possible(choice, container):
            pairs = zip(container.places, container.shares, strict=True)
            inside = sum(share for (holder, _), share in pairs if lies_in(place, holder))
            gain += _INSIDE_GAIN * inside - _OUTSIDE_COST * (1 - inside)
    for inner in choice.contents:
        if _possible(inner, choice):
            pairs = zip(inner.places, inner.shares, strict=True)
            held = sum(share for (each, _), share in pairs if lies_in(each, place))
            gain += _INSIDE_GAIN * held - _OUTSIDE_COST * (1 - held)
    return gain


def _possible(inner: Choice, outer: Choice) -> bool:
    return any(lies_in(place, holder) for place, _ in inner.places for holder, _ in outer.places)
