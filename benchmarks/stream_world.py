"""The invented world that the stream of reports tells of: towns, armed groups, outlets, and what truly happened.

Incidents come in campaigns: four in one country within some days, by one hand. Of the later ones of a campaign some are
neighbours of the one before that must stay apart from it: the same kind of deed in the same town or the next, on the
same day or up to two days later. Countries have codes that stand for none, so that no real place is spoken of.
"""

from __future__ import annotations

import datetime as dt
import functools
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import yaml

CAMPAIGN = 4  # incidents
PER_DAY = 120  # incidents a day, about what is told of the world's conflicts
COUNTRIES, DISTRICTS, TOWNS, FRONTS, OUTLETS = 30, 12, 8, 6, 60
FIRST_DAY = dt.date(2019, 1, 1)
TWIN = 0.4  # of the later incidents of a campaign


@dataclass(frozen=True, slots=True)
class Town:
    """An invented place; `number` stands for its entry in the gazetteer."""

    number: int
    name: str
    district: str
    country: str
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Incident:
    """What truly happened; `twin` is the incident that it must not be mistaken for."""

    number: int
    day: dt.date
    town: Town
    deed: int
    site: int
    victims: int
    dead: int
    culprit: str
    blamed: str
    person: str
    road: str
    house: str
    ruler: str
    twin: int | None


@functools.lru_cache(maxsize=64)
def find_incident(number: int, seed: int) -> Incident:
    """Give the truth of one incident."""
    campaign, place = divmod(number, CAMPAIGN)
    shared, own = draws(seed, "campaign", campaign), draws(seed, "incident", number)
    country = min(int(shared.expovariate(0.12)), COUNTRIES - 1)  # some countries have most of the violence
    district = shared.randrange(DISTRICTS)
    start = FIRST_DAY + dt.timedelta(days=campaign * CAMPAIGN // PER_DAY)
    culprit = _front(country, shared.randrange(FRONTS), seed)
    twin = find_incident(number - 1, seed) if place and own.random() < TWIN else None
    if own.random() < 0.3:
        district = own.randrange(DISTRICTS)
    shares = [deed["share"] for deed in words()["deeds"]]
    site, victims = own.randrange(len(words()["sites"])), own.randrange(len(words()["victims"]))
    town = find_town((country * DISTRICTS + district) * TOWNS + own.randrange(TOWNS), seed)
    deed = own.choices(range(len(shares)), shares)[0]
    day = start + dt.timedelta(days=own.randrange(7))
    if twin is not None:
        deed, day = twin.deed, twin.day + dt.timedelta(days=own.choice((0, 0, 1, 2)))
        there = twin.town.number // TOWNS * TOWNS
        town = twin.town if own.random() < 0.4 else find_town(there + own.randrange(TOWNS), seed)
        site, victims = (twin.site, twin.victims) if own.random() < 0.2 else (site, victims)
    return Incident(
        number, day, town, deed, site, victims, min(40, 1 + int(own.expovariate(0.25))), culprit,
        _front(country, own.randrange(FRONTS), seed), _name(own) + " " + _name(own), _name(own), _name(own),
        _name(draws(seed, "ruler", country)), twin.number if twin else None,
    )  # fmt: skip


@functools.cache
def words() -> dict[str, Any]:
    """Give the lists of words."""
    found: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("stream.yaml").read_text(encoding="utf-8"))
    return found


def draws(seed: int, kind: str, number: int) -> Random:
    """Give the draws for one thing of the world; a string's seed is the same on every machine."""
    return Random(f"{seed}/{kind}/{number}")  # noqa: S311 - nothing here is a secret


def _name(rng: Random) -> str:
    lists = words()
    parts = (rng.choice(lists["onsets"]) + rng.choice(lists["vowels"]) + rng.choice(lists["codas"]) for _ in range(2))
    return "".join(parts).capitalize()


@functools.cache
def find_town(number: int, seed: int) -> Town:
    """Give a town; its number holds its district and its country."""
    district, country = number // TOWNS, number // TOWNS // DISTRICTS
    rng = draws(seed, "town", number)
    around = draws(seed, "district", district)
    lat, lon = -40 + 2.5 * country + around.uniform(-2, 2), around.uniform(-150, 150)
    code = f"X{chr(ord('A') + country)}" if country < 26 else f"Q{chr(ord('M') + country - 26)}"
    return Town(number, _name(rng), _name(around), code, lat + rng.uniform(-0.4, 0.4), lon + rng.uniform(-0.4, 0.4))


@functools.cache
def _front(country: int, number: int, seed: int) -> str:
    rng = draws(seed, "front", country * FRONTS + number)
    return f"{_name(rng)} {rng.choice(words()['fronts'])}"


@functools.cache
def find_outlet(number: int, seed: int) -> str:
    """Give the name of an outlet."""
    rng = draws(seed, "outlet", number)
    return f"{_name(rng)} {rng.choice(words()['outlets'])}"
