"""Choose among the places that each name could mean, all names of a document together.

A candidate is worth what its kind and size make likely beforehand (population counts no further), and gains where the
document's other names lie in the same country and unit or close by (minimal spread), where the text puts it inside a
named unit ("Douentza, Mopti"), and where the publisher sits. One name means one place in a document.
After Leidner (2007), Toponym Resolution in Text, and Lieberman et al. (2010), on local lexicons; the weights are ours.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass, field

from vedette.places.index import Place
from vedette.records.geometry import distance_km

# Temperatures of the rounds: at first sizes count little against the others' places, at last fully.
_ROUNDS = (3.0, 2.0, 1.4, 1.0, 1.0)
_NEAR_KM = 120.0
_KIND_PRIOR = {
    "country": 8.0,
    "province": 5.0,
    "region": 8.0,
    "area": 5.0,
    "water": 4.0,
    "locality": 3.0,
    "site": 3.0,
    "airport": 2.0,
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
_PUBLISHED_GAIN = 1.5
_SEAT_COST = 3.5  # of a unit that shares its name with a town in it that holds a good part of its people
_SEAT_SHARE = 0.03
_COUNTRY_WEIGHT = 2.0
_UNIT_WEIGHT = 1.5
_NEAR_WEIGHT = 1.5


@dataclass(slots=True)
class Choice:
    """One name and what it could mean.

    `containers` are the choices that the text puts it inside, `contents` those that it puts inside this one. `kinds`
    are those that a word beside the name allows ("county"); `weight` is how much its meaning tells of others;
    `published` says that the publisher's name holds it.
    """

    key: str
    places: list[tuple[Place, bool]]
    kinds: tuple[str, ...] = ()
    containers: list[Choice] = field(default_factory=list)
    contents: list[Choice] = field(default_factory=list)
    weight: float = 1.0
    published: bool = False
    scores: list[float] = field(default_factory=list)
    shares: list[float] = field(default_factory=list)

    @property
    def best(self) -> int:
        """Give the number of the likeliest place; of equals the first."""
        return max(range(len(self.places)), key=lambda number: (self.scores[number], -number))


@dataclass(frozen=True, slots=True)
class Link:
    """What the text ties a choice to; `fits` gives, for each of its places, the numbers of the other's that fit."""

    other: Choice
    fits: list[list[int]]


Anchor = tuple[Choice, tuple[float, float], float]


@dataclass(slots=True)
class Scene:
    """What the document says of where it plays, beyond its names: weights of countries by code."""

    countries: dict[str, float] = field(default_factory=dict)


def judge_choices(choices: list[Choice], scene: Scene) -> None:
    """Score the places of every choice; a few rounds, each from the shares of the one before."""
    priors = [[_prior(choice, place, main) for place, main in choice.places] for choice in choices]
    links = [_links(choice) for choice in choices]
    for choice, prior in zip(choices, priors, strict=True):
        choice.scores, choice.shares = prior, _shares(prior, _ROUNDS[0])
    for heat in _ROUNDS:
        countries, units = _weigh(choices, scene)
        anchors = _anchors(choices)
        fresh = [
            _score(choice, prior, link, countries, units, anchors)
            for choice, prior, link in zip(choices, priors, links, strict=True)
        ]
        for choice, scores in zip(choices, fresh, strict=True):
            choice.scores, choice.shares = scores, _shares(scores, heat)


def _score(
    choice: Choice,
    prior: list[float],
    links: list[Link],
    countries: dict[str, float],
    units: dict[int, float],
    anchors: list[Anchor],
) -> list[float]:
    own_countries, own_units = _own_weight(choice)
    scores = []
    for number, (place, _) in enumerate(choice.places):
        score = prior[number]
        score += _COUNTRY_WEIGHT * math.log1p(max(0.0, countries[place.country] - own_countries[place.country]))
        for unit in (place.admin1, place.admin2):
            if unit is not None:
                score += _UNIT_WEIGHT * math.log1p(max(0.0, units[unit] - own_units[unit]))
        score += _NEAR_WEIGHT * math.log1p(_closeness(place, choice, anchors))
        for link in links:
            fits = sum(link.other.shares[each] for each in link.fits[number])
            score += _INSIDE_GAIN * fits - _OUTSIDE_COST * (1 - fits)
        scores.append(score)
    return scores


def lies_in(place: Place, container: Place) -> bool:
    """Tell whether a place lies inside a country, a unit or an area."""
    if place.number == container.number:
        return False
    if container.kind == "country":
        return place.country == container.country and place.kind != "country"
    if container.kind in ("province", "district"):
        return container.number in (place.admin1, place.admin2)
    if not container.radius_km or place.point is None or container.point is None:
        return False
    return distance_km(place.point, container.point) <= container.radius_km


def _prior(choice: Choice, place: Place, main: bool) -> float:
    score = _KIND_PRIOR[place.kind]
    if place.kind in ("town", "district"):
        score += _POPULATION_WEIGHT * math.log10(place.population + 10)
    if place.kind in ("town", "district", "province"):
        score += _FAME_WEIGHT * math.log10(place.fame + 1)
    if not main and place.kind != "country":
        score -= _ALIAS_COST
    if choice.published and place.kind == "town" and main:
        score += _PUBLISHED_GAIN
    if choice.kinds:
        score += _KIND_GAIN if place.kind in choice.kinds else 0.0
    elif place.kind in ("province", "district") and _has_seat(choice, place):
        score -= _SEAT_COST
    return score


def _has_seat(choice: Choice, unit: Place) -> bool:
    """Tell whether a town of the same name in the unit is what a bare name means: "Aleppo" is the city."""
    return any(
        place.kind == "town"
        and (unit.number in (place.admin1, place.admin2) or _lies_amid(place, unit))
        and place.population >= _SEAT_SHARE * unit.population
        for place, _ in choice.places
    )


def _lies_amid(town: Place, unit: Place) -> bool:
    """Tell whether a town that is a unit of its own lies in the middle of another: Kyiv and its oblast."""
    if town.country != unit.country or town.point is None or unit.point is None:
        return False
    return distance_km(town.point, unit.point) <= unit.radius_km


def _shares(scores: list[float], heat: float) -> list[float]:
    top = max(scores)
    weights = [math.exp((score - top) / heat) for score in scores]
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


def _anchors(choices: list[Choice]) -> list[Anchor]:
    """Give the points that others may lie close to: the likeliest of each choice, unless it is a large area."""
    anchors = []
    for choice in choices:
        place = choice.places[choice.best][0]
        if place.kind not in ("country", "region", "province") and place.point is not None:
            anchors.append((choice, place.point, choice.weight * choice.shares[choice.best]))
    return anchors


def _closeness(place: Place, choice: Choice, anchors: list[Anchor]) -> float:
    point = place.point
    if point is None or place.kind in ("country", "region"):
        return 0.0
    total = 0.0
    for other, anchor, weight in anchors:
        # One degree of latitude is 111 km: beyond five the sum hardly changes, and the exact distance is not needed.
        if other is not choice and abs(anchor[0] - point[0]) <= 5:
            total += weight * math.exp(-distance_km(point, anchor) / _NEAR_KM)
    return total


def _links(choice: Choice) -> list[Link]:
    """Tie the choice to what the text puts it in and what it puts in it; where no reading fits, the text meant else."""
    links = [Link(other, [_holders(each, other) for each, _ in choice.places]) for other in choice.containers]
    links += [Link(other, [_held(each, other) for each, _ in choice.places]) for other in choice.contents]
    return [link for link in links if any(link.fits)]


def _holders(place: Place, other: Choice) -> list[int]:
    return [number for number, (holder, _) in enumerate(other.places) if lies_in(place, holder)]


def _held(place: Place, other: Choice) -> list[int]:
    return [number for number, (inner, _) in enumerate(other.places) if lies_in(inner, place)]
