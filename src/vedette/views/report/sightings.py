"""The places of all events, gathered so that a map can be drawn and a list of places written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vedette.codebook.countries import load_countries
from vedette.records import CountValue, Event, PlacePrecision, PlaceValue, Role, Stance
from vedette.views.chronology import Told
from vedette.views.rivals import leading_counts, leading_spots, place_key

HAPPENED = frozenset({Stance.ACTUAL, Stance.ATTEMPTED, Stance.RECURRING})


@dataclass(frozen=True, slots=True)
class Sighting:
    """One place with the events (their numbers in the report) told of it.

    `toll` is the highest number of killed that any one event of the place is given, None where no event has one:
    events are not added up, since two documents may tell of the same one. `real` tells whether any event there is
    said to have happened.
    """

    place: PlaceValue
    words: str
    events: tuple[int, ...]
    toll: int | None
    real: bool

    @property
    def on_map(self) -> bool:
        """Whether the place has a spot; what spans countries has none."""
        known = self.place.lat is not None and self.place.lon is not None
        return known and self.place.precision is not PlacePrecision.REGION


def gather_sightings(told: Sequence[Told]) -> tuple[Sighting, ...]:
    """Gather the most exact places of `told`, numbered as they stand there; most events first, then by name."""
    places: dict[tuple[object, ...], PlaceValue] = {}
    numbers: dict[tuple[object, ...], list[int]] = {}
    for number, (_, event) in enumerate(told):
        for place in leading_spots(event):
            key = place_key(place)
            places.setdefault(key, place)
            numbers.setdefault(key, []).append(number)
    sightings = [_sighting(place, numbers[key], told) for key, place in places.items()]
    return tuple(sorted(sightings, key=lambda seen: (-len(seen.events), seen.words)))


def word_place_in_full(place: PlaceValue) -> str:
    """Give a place with what it lies in, the country by its name: "Basra, Basra Governorate, Iraq"."""
    country = load_countries().get(place.country or "")
    parts = [place.name, place.admin1, country.name if country else place.country]
    if place.precision is PlacePrecision.COUNTRY:
        parts = [country.name if country else place.name]
    return ", ".join(dict.fromkeys(part for part in parts if part))


def highest_toll(event: Event) -> int | None:
    """Give the highest number of killed that any source gives, None where none gives one."""
    figures = [total.value for total in leading_counts(event, Role.KILLED)]
    ends = [
        figure.high if figure.high is not None else figure.low for figure in figures if isinstance(figure, CountValue)
    ]
    return max((end for end in ends if end is not None), default=None)


def _sighting(place: PlaceValue, numbers: list[int], told: Sequence[Told]) -> Sighting:
    events = [told[number][1] for number in numbers]
    tolls = [toll for event in events if event.stance in HAPPENED and (toll := highest_toll(event)) is not None]
    real = any(event.stance in HAPPENED for event in events)
    return Sighting(place, word_place_in_full(place), tuple(numbers), max(tolls, default=None), real)
