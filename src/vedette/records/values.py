"""What a mention's words stand for, once resolved; every value keeps the words it comes from.

None means "not stated" and nothing else.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from vedette.records.span import Span
from vedette.records.vocabulary import Basis


class DatePrecision(StrEnum):
    """How exact a date is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"  # a season, a quarter, a half, "early 2020"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    RANGE = "range"  # any other stretch, such as "from 3 to 9 May"


@dataclass(frozen=True, slots=True)
class DateValue:
    """Days `from_` to `to`, both inclusive; one of them None where the text leaves that side open ("since 2019").

    Both None: the phrase is understood (`relation` says how, as in "2 days before") but its anchor is unknown.
    `anchor` is the span of the date or event that a relative date hangs on, where it stands in the text.
    """

    from_: dt.date | None
    to: dt.date | None
    precision: DatePrecision | None
    basis: Basis
    spans: tuple[Span, ...]
    relation: str | None = None
    anchor: Span | None = None


class PlacePrecision(StrEnum):
    """How exact a place is."""

    SITE = "site"
    TOWN = "town"
    DISTRICT = "district"
    PROVINCE = "province"
    COUNTRY = "country"
    REGION = "region"  # larger than, or across, countries


@dataclass(frozen=True, slots=True)
class PlaceCandidate:
    """One gazetteer entry that the words could mean; `score` is 0 to 1 and comparable within one mention."""

    name: str
    geonames_id: int | None
    lat: float | None
    lon: float | None
    country: str | None
    admin1: str | None
    admin2: str | None
    precision: PlacePrecision
    score: float


@dataclass(frozen=True, slots=True)
class PlaceValue:
    """Where: degrees (WGS 84), ISO 3166-1 alpha-2 `country`, and how exact.

    `name` is the gazetteer's name where resolved, else the words. A place that is named but not in the gazetteer
    keeps `lat` and `lon` None and whatever is known of country and admin1. `radius_km` is the uncertainty for areas
    ("30 km north of", "near"), None where the precision alone says it. `why` says in a few words why this candidate
    won.
    """

    name: str
    geonames_id: int | None
    lat: float | None
    lon: float | None
    country: str | None
    admin1: str | None
    admin2: str | None
    precision: PlacePrecision | None
    basis: Basis
    spans: tuple[Span, ...]
    radius_km: float | None = None
    candidates: tuple[PlaceCandidate, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class CountValue:
    """At least `low`, at most `high`; one of them None where that side is open. "At least 12" is 12 and None.

    `of` is whom or what is counted, where told.
    """

    low: int | None
    high: int | None
    basis: Basis
    spans: tuple[Span, ...]
    approximate: bool = False
    of: Span | None = None


@dataclass(frozen=True, slots=True)
class ActorCandidate:
    """One registry entry that a name could mean; `label_of` is whose label the matched name is."""

    actor_id: str
    name: str
    score: float
    label_of: str | None = None


@dataclass(frozen=True, slots=True)
class ActorValue:
    """Who: the registry's `name` and `actor_id` where resolved, else the words and None.

    `kind` is a registry kind ("state", "armed-group", "organisation", "media", …) or "generic" for "gunmen";
    `sector` is PLOVER's (GOV, MIL, REB, CVL …); `category` is what a victim or target is ("civilian",
    "security-force", "official", "aid-worker", "journalist", "foreign-national", "infrastructure", …);
    `country` is ISO alpha-2 of the nationality or state. Each is None where the words do not tell.
    """

    name: str
    actor_id: str | None
    kind: str | None
    sector: str | None
    category: str | None
    country: str | None
    spans: tuple[Span, ...]
    candidates: tuple[ActorCandidate, ...] = ()
    label_of: str | None = None


@dataclass(frozen=True, slots=True)
class TextValue:
    """Words that stand for themselves: a weapon, damage, a demand."""

    text: str
    spans: tuple[Span, ...]


Value = DateValue | PlaceValue | CountValue | ActorValue | TextValue
