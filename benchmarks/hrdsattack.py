"""How well attacks on human-rights defenders are told from whole articles: violations, country, city, day (HRDsAttack).

Takes: a ``.json`` or ``.json.gz`` file of articles with one merged annotation each, or a folder of them. An article is
read end to end, with the day it was published. Its violations are those that ``hrdsattack.yaml`` finds among its
events, where they are told about as much as the one told most; its country, city and day come from those events too,
or, where they tell none, from all its events.

Figures, in percent: ``violation`` (micro F1 over articles and types); ``country``, ``city``, ``day``: of the articles
whose annotation tells one, how many are right (``given_without``: answers where the annotation tells none).
Countries are compared by code, cities by name without marks (as the article writes it or the gazetteer), days where
annotators wrote day and month. Baselines: the most frequent
violation and country of the same data, and the day of publication; a city has none. Published, T5 on the test part:
violation 71.4, country 66, city 23, day 14.
"""

from __future__ import annotations

import datetime as dt
import functools
import html
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from benchmarks.bare import bare_document, every, read_rows
from benchmarks.scoring import Tally, percent
from vedette.codebook.countries import load_countries
from vedette.pipeline import read_one
from vedette.places.keys import fold_name
from vedette.reading import load_reader
from vedette.records import (
    Account,
    CountValue,
    DateKnown,
    DatePrecision,
    DateValue,
    Document,
    Event,
    PlacePrecision,
    PlaceValue,
    Published,
    Role,
    Stance,
)

UNTOLD = frozenset({"", "none", "unknown", "nan"})
OTHER = "other"
# How much of what is told most a violation is told, to be given; set on every third article of the train part.
SHARE, SHARE_OF_OTHER = 0.3, 0.2
STANCES = frozenset({Stance.ACTUAL, Stance.ALLEGED, Stance.RECURRING, Stance.ATTEMPTED})


@dataclass(frozen=True, slots=True)
class Found:
    """What is told of one article; `city` is by its names, `day` (year or None, month, day)."""

    violations: frozenset[str]
    country: str | None
    city: tuple[str, ...]
    day: tuple[int | None, int, int] | None


@dataclass(slots=True)
class _Score:
    violation: Tally = field(default_factory=Tally)
    right: Counter[str] = field(default_factory=Counter)
    wanted: Counter[str] = field(default_factory=Counter)
    given_without: Counter[str] = field(default_factory=Counter)

    def add(self, given: Found, wanted: Found) -> None:
        """Count one article."""
        self.violation.add(len(given.violations & wanted.violations), len(given.violations), len(wanted.violations))
        pairs = {
            "country": (given.country, wanted.country, given.country == wanted.country),
            "city": (given.city or None, wanted.city or None, same_name(given.city, wanted.city)),
            "day": (given.day, wanted.day, same_day(given.day, wanted.day)),
        }
        for name, (ours, theirs, alike) in pairs.items():
            self.wanted[name] += theirs is not None
            self.right[name] += theirs is not None and alike
            self.given_without[name] += ours is not None and theirs is None

    def share(self, name: str) -> float:
        """Give the share of right answers where one was wanted."""
        return percent(self.right[name], self.wanted[name])


def run(data: Path, sample: int | None = None) -> dict[str, Any]:
    """Score every article of `data`, or `sample` articles at even distances."""
    rows = every([row for row in read_rows(data, "*.json", "*.json.gz") if "merged_sample" in row], sample)
    if not rows:
        raise ValueError(f"{data}: no article with a merged_sample")
    golds = [read_gold(row["merged_sample"]) for row in rows]
    model = load_reader(threads=1)
    ours, constant = _Score(), _Score()
    usual = _most_frequent(violation for gold in golds for violation in sorted(gold.violations))
    country = _most_frequent(gold.country for gold in golds if gold.country)
    for number, (row, gold) in enumerate(zip(rows, golds, strict=True)):
        document = as_document(row["sample"], number)
        ours.add(find(read_one(document, model)), gold)
        day = document.published.date
        published = (day.year, day.month, day.day) if day else None
        constant.add(Found(frozenset({usual} if usual else ()), country, (), published), gold)
    figures: dict[str, Any] = {"articles": len(rows), "violation": ours.violation.figures()}
    figures |= {name: ours.share(name) for name in ("country", "city", "day")}
    figures["told"] = dict(ours.wanted)
    figures["given_without"] = dict(ours.given_without)
    figures["baseline"] = {
        "violation": constant.violation.figures()["f1"],
        "what": f"{usual}, {country}, day published",
    }
    figures["baseline"] |= {name: constant.share(name) for name in ("country", "city", "day")}
    return figures


def _most_frequent(values: Iterator[str]) -> str | None:
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], value), default=None)


# The article and its gold

_TAG = re.compile(r"<[^>]+>")
_BLOCK_END = re.compile(r"</(?:p|div|h\d|li)>|<br ?/?>", re.IGNORECASE)


def as_document(row: Mapping[str, Any], number: int) -> Document:
    """Make the Document of an article: paragraphs without their marks, title, and the day of publication."""
    text = html.unescape(_TAG.sub("", _BLOCK_END.sub("\n\n", row["Input.article_interface"])))
    paragraphs = filter(None, (" ".join(part.split()) for part in text.split("\n\n")))
    day = str(row.get("Input.publish_date") or "")[:10]
    published = (
        Published(DateKnown.STATED, dt.date.fromisoformat(day)) if re.fullmatch(r"\d{4}-\d\d-\d\d", day) else None
    )
    return bare_document(f"article {number}", "\n\n".join(paragraphs), published, row.get("Input.title"))


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def read_gold(row: Mapping[str, Any]) -> Found:
    """Read an annotation; words for "not told", and countries and days that cannot be read, are None."""
    told = {name: "" if row.get(name) is None else str(row[name]).strip() for name in row}
    city = told.get("city", "")
    month, day = _month(told.get("month", "")), _number(told.get("date", ""))
    return Found(
        frozenset(violation for violation in row["violation_types"] if violation != "unknown"),
        country_code(told.get("country", "")),
        (city,) if city.lower() not in UNTOLD else (),
        (_number(told.get("year", "")), month, day) if month and day and day <= 31 else None,
    )


def _number(text: str) -> int | None:
    match = re.match(r"\d+", text)
    return int(match.group()) if match else None


def _month(text: str) -> int | None:
    number = _number(text)
    if number is None:
        number = next((at for at, name in enumerate(_MONTHS, 1) if text.lower().startswith(name)), None)
    return number if number and number <= 12 else None


@functools.cache
def _codes() -> dict[str, str]:
    return {name.lower(): code for code, country in load_countries().items() for name in country.names}


def country_code(name: str) -> str | None:
    """Give the ISO code of a country as annotators write it, or None; parts of the United Kingdom are in it."""
    plain = name.lower().removeprefix("the ").strip()
    if plain in {"england", "scotland", "wales", "northern ireland"}:
        return "GB"
    return _codes().get(plain) or _codes().get(name.lower().strip())


def same_name(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Tell whether one of our names is one of theirs, without case and marks."""
    return bool({fold_name(name) for name in ours} & {fold_name(name) for name in theirs})


def same_day(one: tuple[int | None, int, int] | None, two: tuple[int | None, int, int] | None) -> bool:
    """Compare days; a year that is not told is not compared."""
    if one is None or two is None:
        return False
    return one[1:] == two[1:] and (one[0] == two[0] or None in {one[0], two[0]})


# From events


@functools.cache
def _lines() -> dict[str, tuple[str, ...]]:
    table = yaml.safe_load(Path(__file__).with_name("hrdsattack.yaml").read_text(encoding="utf-8"))
    return {violation: tuple(lines) for violation, lines in table.items()}


def violations_of(event: Event) -> frozenset[str]:
    """Name the violations that one event is, by the table."""
    names = {str(event.type), f"{event.type}/{event.mode}"}
    if any(isinstance(it.value, CountValue) and it.value.high != 0 for it in event.in_role(Role.KILLED)):
        names |= {f"{name}+killed" for name in names}
    return frozenset(violation for violation, lines in _lines().items() if names & set(lines))


def find(account: Account) -> Found:
    """Tell an article's violations, country, city and day from its events."""
    events = [(event, found) for event in account.events if event.stance in STANCES and (found := violations_of(event))]
    telling = _in_order([event for event, found in events if found != {OTHER}] or [event for event, _ in events])
    everything = _in_order(account.events)
    near, all_places = _places(telling), _places(everything)
    return Found(
        _mainly_told(events),
        _most_frequent(_countries(near)) or _most_frequent(_countries(all_places)),
        _first_town(near) or _first_town(all_places),
        _first_day(telling) or _first_day(everything),
    )


def _in_order(events: Sequence[Event]) -> list[Event]:
    """Put news before background, and what is told first before what comes later."""
    return sorted(events, key=lambda event: (event.background, event.triggers[0].start))


def _mainly_told(events: Sequence[tuple[Event, frozenset[str]]]) -> frozenset[str]:
    """Name the violations told about as much as the one that is told most: by mentions, each as sure as its event."""
    told: defaultdict[str, float] = defaultdict(float)
    for event, found in events:
        for violation in found:
            told[violation] += event.confidence * len(event.triggers)
    most = max((much for violation, much in told.items() if violation != OTHER), default=0)
    return frozenset(
        violation
        for violation, much in told.items()
        if much >= most * (SHARE_OF_OTHER if violation == OTHER else SHARE)
    )


def _places(events: Sequence[Event]) -> list[PlaceValue]:
    return [it.value for event in events for it in event.in_role(Role.PLACE) if isinstance(it.value, PlaceValue)]


def _countries(places: Sequence[PlaceValue]) -> Iterator[str]:
    return (place.country for place in places if place.country)


def _first_town(places: Sequence[PlaceValue]) -> tuple[str, ...]:
    """Give the names of the first town: the gazetteer's, and the words of the article."""
    town = next((place for place in places if place.precision is PlacePrecision.TOWN), None)
    return (town.name, *(span.text for span in town.spans)) if town else ()


def _first_day(events: Sequence[Event]) -> tuple[int | None, int, int] | None:
    values = (it.value for event in events for it in event.in_role(Role.DATE))
    for value in values:
        if isinstance(value, DateValue) and value.precision is DatePrecision.DAY and value.from_:
            return value.from_.year, value.from_.month, value.from_.day
    return None
