"""How well places are found and resolved, on LGL-format XML and on our own reports.

LGL (Lieberman, Samet and Sankaranarayanan 2010): local news with toponyms and their GeoNames ids; `--data` takes any
file or folder in its format. A toponym counts as recognised where a resolved span of ours begins with it or is the
same; `within_161km`, `exact` and `country` are shares of the recognised that have a GeoNames id. The same entry is
within 161 km whatever centre two releases give a large country. Demonyms ("American"), which LGL marks and which are
actors to us, stand apart in `recall_with_demonyms`. `population_only` takes the largest namesake each time;
`without_publisher` leaves out who published; `gold_spans` takes the spans as given.
Reports (`*.jsonl` of our own schema) have no coordinates: what can be measured is how many places of events get any,
and whether the mentions of one event agree on the country (`event_place`).
`cases`: a table of phrases beside this file (`data/place_cases.csv`), each with where it lies, in which country and
how exactly, or that it must get no coordinates (`refused`). It is of the same hand as the room: a test that nothing
breaks, beside what `largest_namesake` makes of it. It goes with reports, so that the gate holds it.
"""

from __future__ import annotations

import hashlib
import time
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from benchmarks.bare import read_table
from benchmarks.gold import as_document
from training.corpus import GoldReport, load_reports
from vedette.codebook.countries import demonyms, load_countries
from vedette.places import find_places, resolve_places
from vedette.places.index import Place, open_index
from vedette.places.keys import fold_name
from vedette.records import Document, PlaceValue, Role, Span
from vedette.records.geometry import distance_km

CASES = Path(__file__).parent / "data" / "place_cases.csv"
_NEAR_KM = 161.0


@dataclass(frozen=True, slots=True)
class Toponym:
    """One toponym of the gold; `country` is ISO alpha-2, None where LGL gives none (seas, continents)."""

    span: Span
    geonames_id: int | None
    lat: float
    lon: float
    country: str | None


@dataclass(slots=True)
class Tally:
    """What was right among the toponyms with an id that were recognised."""

    recognised: int = 0
    within: int = 0
    exact: int = 0
    country: int = 0
    countries: int = 0
    missed: list[str] = field(default_factory=list)

    def add(self, gold: Toponym, place_id: int | None, point: tuple[float, float] | None, country: str | None) -> None:
        """Count one recognised toponym."""
        same = place_id == gold.geonames_id
        near = point is not None and distance_km((gold.lat, gold.lon), point) <= _NEAR_KM
        self.recognised += 1
        self.exact += same
        self.within += same or near
        if gold.country is not None:
            self.countries += 1
            self.country += country == gold.country

    def figures(self) -> dict[str, float | int]:
        """Give the shares."""
        return {
            "within_161km": _share(self.within, self.recognised),
            "exact": _share(self.exact, self.recognised),
            "country": _share(self.country, self.countries),
            "recognised": self.recognised,
        }


def run(data: Path) -> dict[str, Any]:
    """Measure on every XML file in LGL's format and every report file under `data`."""
    files = sorted(data.rglob("*")) if data.is_dir() else [data]
    figures: dict[str, Any] = {}
    articles = [article for file in files if file.suffix == ".xml" for article in read_articles(file)]
    if articles:
        figures |= score_articles(articles)
    reports = [file for file in files if file.suffix == ".jsonl"]
    if reports:
        figures |= {"cases": run_cases(), "event_place": score_reports(load_reports(*reports))}
    return figures


def run_cases() -> dict[str, Any]:
    """Score the case table; `wrong` lists what was read otherwise."""
    rows = read_table(CASES)
    asked, right = Counter[str](), Counter[str]()
    wrong: list[str] = []
    for row in rows:
        document = _document(row["phrase"], row["context"], None)
        start = row["context"].rindex(row["phrase"])
        value = resolve_places(document, [Span.of(row["context"], start, start + len(row["phrase"]))])[0]
        marks = _marks(row, value)
        for name, mark in (*marks.items(), ("all", all(marks.values()))):
            asked[name] += 1
            right[name] += mark
        right["largest_namesake"] += _is_there(row, _largest(row["phrase"]))
        if not all(marks.values()):
            precision = value.precision.value if value.precision else None
            wrong.append(f"{row['phrase']}: {value.name}, {value.country}, {value.lat}, {value.lon}, {precision}")
    figures: dict[str, Any] = {name: round(right[name] / count, 4) for name, count in asked.items()}
    largest = _share(right["largest_namesake"], len(rows))
    return figures | {"count": len(rows), "largest_namesake": largest, "wrong": wrong}


def _marks(row: dict[str, str], value: PlaceValue) -> dict[str, bool]:
    point = None if value.lat is None or value.lon is None else (value.lat, value.lon)
    marks = {"within" if row["lat"] else "refused": _is_there(row, point)}
    if row["country"]:
        marks["country"] = (value.country or "-") == row["country"]
    if row["precision"]:
        marks["precision"] = value.precision is not None and value.precision.value == row["precision"]
    return marks


def _is_there(row: dict[str, str], point: tuple[float, float] | None) -> bool:
    """Tell whether a point lies where the row says, or is missing where it says so."""
    if point is None or not row["lat"]:
        return point is None and not row["lat"]
    return distance_km(point, (float(row["lat"]), float(row["lon"]))) <= float(row["km"])


def _largest(phrase: str) -> tuple[float, float] | None:
    found = open_index().find(fold_name(phrase))
    return max((place for place, _ in found), key=_size).point if found else None


def read_articles(path: Path) -> Iterator[tuple[Document, list[Toponym]]]:
    """Read the articles of one file, each with its toponyms in order."""
    codes = {name: country.iso2 for country in load_countries().values() for name in country.names}
    for article in ET.parse(path).getroot().iter("article"):  # noqa: S314  our own benchmark data, not a stranger's
        text = article.findtext("text") or ""
        document = _document(article.get("docid") or "", text, article.findtext("domain"))
        yield document, [_toponym(text, node, codes) for node in article.iter("toponym")]


def score_articles(articles: list[tuple[Document, list[Toponym]]]) -> dict[str, Any]:
    """Score recognition and resolution over all articles, beside the baselines."""
    main, without, given, baseline = Tally(), Tally(), Tally(), Tally()
    false = tokens = 0
    finding = resolving = 0.0
    for document, gold in articles:
        started = time.process_time()
        spans = find_places(document)
        found = time.process_time()
        values = resolve_places(document, spans)
        finding += found - started
        resolving += time.process_time() - found
        tokens += len(document.text.split())
        false += _count_false(values, gold)
        _tally(main, gold, values)
    for document, gold in articles:
        _tally(without, gold, _values_of(replace(document, publisher=None)))
        _tally(given, gold, resolve_places(document, [toponym.span for toponym in gold]))
        _tally_largest(baseline, gold, find_places(document))
    with_id = [toponym for _, gold in articles for toponym in gold if toponym.geonames_id is not None]
    places = [toponym for toponym in with_id if toponym.span.text not in demonyms()]
    return {
        **main.figures(),
        "recall": _share(main.recognised, len(places)),
        "recall_with_demonyms": _share(main.recognised, len(with_id)),
        "false_per_1000_tokens": round(1000 * false / tokens, 2),
        "seconds_per_500_words": {
            "find": round(500 * finding / tokens, 4),
            "resolve": round(500 * resolving / tokens, 4),
        },
        "without_publisher": without.figures(),
        "gold_spans": {**given.figures(), "resolved": _share(given.recognised, len(with_id))},
        "population_only": baseline.figures(),
        "most_missed": Counter(main.missed).most_common(10),
    }


def score_reports(reports: Iterable[GoldReport]) -> dict[str, Any]:
    """Give the shares of event places with coordinates and with a country, and of events whose places agree on it."""
    mentions = located = with_country = events = agreeing = 0
    for report in reports:
        told = [
            (event.id, argument.span)
            for event in report.events
            for argument in event.arguments
            if argument.role is Role.PLACE
        ]
        values = resolve_places(as_document(report), [span for _, span in told])
        countries: dict[str, set[str]] = {}
        for (event_id, _), value in zip(told, values, strict=True):
            mentions += 1
            located += value.lat is not None
            with_country += value.country is not None
            if value.country:
                countries.setdefault(event_id, set()).add(value.country)
        events += len(countries)
        agreeing += sum(len(found) == 1 for found in countries.values())
    return {
        "mentions": mentions,
        "located": _share(located, mentions),
        "with_country": _share(with_country, mentions),
        "events_agreeing_on_country": _share(agreeing, events),
    }


def _values_of(document: Document) -> tuple[PlaceValue, ...]:
    return resolve_places(document, find_places(document))


def _tally(tally: Tally, gold: list[Toponym], values: tuple[PlaceValue, ...]) -> None:
    resolved = [value for value in values if value.lat is not None or value.geonames_id is not None]
    for toponym in gold:
        if toponym.geonames_id is None:
            continue
        value = next((each for each in resolved if _same_place(each.spans[0], toponym.span)), None)
        if value is None:
            tally.missed.append(toponym.span.text)
        else:
            point = None if value.lat is None or value.lon is None else (value.lat, value.lon)
            tally.add(toponym, value.geonames_id, point, value.country)


def _tally_largest(tally: Tally, gold: list[Toponym], spans: tuple[Span, ...]) -> None:
    """Resolve each recognised toponym to its largest namesake."""
    for toponym in gold:
        span = next((each for each in spans if _same_place(each, toponym.span)), None)
        found = open_index().find(fold_name(span.text)) if span is not None else []
        if toponym.geonames_id is not None and found:
            place = max((place for place, _ in found), key=_size)
            tally.add(toponym, place.geonames_id, place.point, place.country or None)


def _size(place: Place) -> int:
    return place.population + (10**10 if place.kind in ("country", "region") else 0)


def _count_false(values: tuple[PlaceValue, ...], gold: list[Toponym]) -> int:
    """Count the resolved spans that touch no toponym of the gold."""
    resolved = [value.spans[0] for value in values if value.lat is not None]
    return sum(not any(span.overlaps(toponym.span) for toponym in gold) for span in resolved)


def _same_place(span: Span, gold: Span) -> bool:
    return span.start == gold.start or (span.overlaps(gold) and span.end == gold.end)


def _toponym(text: str, node: ET.Element, codes: dict[str, str]) -> Toponym:
    span = Span.of(text, int(node.findtext("start") or 0), int(node.findtext("end") or 0))
    tag = node.find("gaztag")
    if tag is None:
        return Toponym(span, None, 0.0, 0.0, None)
    country = tag.findtext("country")
    return Toponym(
        span=span,
        geonames_id=int(tag.get("geonameid") or 0),
        lat=float(tag.findtext("lat") or 0),
        lon=float(tag.findtext("lon") or 0),
        country=codes.get(country, country) if country else None,
    )


def _document(name: str, text: str, publisher: str | None) -> Document:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(
        id=digest[:16], sha256=digest, name=name, media_type="text/plain", text=text, publisher=publisher or None
    )


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0
