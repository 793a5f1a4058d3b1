"""An endless stream of invented reports on invented incidents, the same for the same seed.

Each incident of `stream_world` is told by one to thirty reports, with delays. Tolls grow from day to day; some outlets
tell another toll, culprit, day or place, or leave them out; some print an agency's text, with their own changes; some
also tell the incident before. Any stretch of the stream can be made by itself.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random

from benchmarks.stream_world import (
    CAMPAIGN,
    OUTLETS,
    TOWNS,
    Incident,
    Town,
    draws,
    find_incident,
    find_outlet,
    find_town,
    words,
)
from vedette.records import (
    Account,
    ActorValue,
    Assertion,
    Basis,
    Certainty,
    CountValue,
    DateKnown,
    DatePrecision,
    DateValue,
    Document,
    Event,
    EventType,
    PlacePrecision,
    PlaceValue,
    Published,
    Role,
    Span,
    Stance,
)

LATE = 100  # what the orders of late reports begin with
COPY, ALSO_BEFORE = 0.2, 0.12  # of reports
_TRIGGER = re.compile(r"\[(.+)\]")
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


@dataclass(frozen=True, slots=True)
class Told:
    """One report, and for each of its events in order which incident it truly tells of."""

    account: Account
    incidents: tuple[int, ...]


def tell_incidents(first: int, last: int, seed: int, *, late: bool = False) -> Iterator[Told]:
    """Give all reports on the incidents from number `first` up to before `last`, incident by incident.

    `late`: other reports on the same incidents.
    """
    for number in range(first, last):
        incident = find_incident(number, seed)
        rng = draws(seed, "late reports" if late else "reports", number)
        written: list[_Report] = []
        for order in range(LATE * late, LATE * late + _how_many(rng)):
            if written and rng.random() < COPY:
                report = _copy(written[0], order, rng, seed)
            else:
                report = _write(incident, order, rng, seed)
            written.append(report)
            yield report.told()


def _how_many(rng: Random) -> int:
    return min(30, 1 + int(rng.paretovariate(1.1) - 1) + rng.randrange(3))


# One report


class _Report:
    """A report as it is written: text, and what is marked in it."""

    def __init__(self, key: str, publisher: str, published: dt.date) -> None:
        self.key, self.publisher, self.published = key, publisher, published
        self.text = ""
        self.sentences: list[int] = [0]
        self.events: list[tuple[Incident, EventType, str, Span, bool, tuple[Assertion, ...]]] = []

    def say(self, words: str) -> Span:
        """Write words, and give where they stand."""
        start = len(self.text)
        self.text += words
        return Span(start, len(self.text), words)

    def stop(self) -> None:
        """End the sentence."""
        self.text += "."
        self.sentences.append(len(self.text) + 1)
        self.text += " "

    def told(self) -> Told:
        text = self.text.rstrip()
        digest = hashlib.sha256(self.key.encode()).hexdigest()
        document = Document(
            id=digest[:16], sha256=digest, name=f"{self.key}.txt", media_type="text/plain", text=text,
            publisher=self.publisher, published=Published(DateKnown.STATED, self.published), language="en",
        )  # fmt: skip
        bounds = zip(self.sentences[:-1], [start - 1 for start in self.sentences[1:]], strict=True)
        events = tuple(
            Event(f"e{place}", document.id, kind, mode, Stance.ACTUAL, background, 1.0, (trigger,), assertions)
            for place, (_, kind, mode, trigger, background, assertions) in enumerate(self.events, start=1)
        )
        sentences = tuple(Span(start, end, text[start:end]) for start, end in bounds if end > start)
        return Told(Account(document, sentences, events), tuple(told[0].number for told in self.events))


def _write(incident: Incident, order: int, rng: Random, seed: int) -> _Report:
    delay = min(order, rng.randrange(1 + min(order, 5)))
    outlet = rng.randrange(OUTLETS)
    report = _Report(
        f"{seed}-{incident.number}-{order}", find_outlet(outlet, seed), incident.day + dt.timedelta(days=delay)
    )
    _tell(report, incident, delay, rng, seed, background=False)
    details = words()["details"]
    for place in rng.sample(range(len(details)), rng.randrange(1, 4)):
        names = {"person": incident.person, "road": incident.road, "house": incident.house, "ruler": incident.ruler}
        report.say(details[place].format_map(names).rstrip("."))
        report.stop()
    if incident.number % CAMPAIGN and rng.random() < ALSO_BEFORE:
        _tell(report, find_incident(incident.number - 1, seed), 9, rng, seed, background=rng.random() < 0.5)
    return report


def _copy(source: _Report, order: int, rng: Random, seed: int) -> _Report:
    """Print another's text with its name at the head, and one sentence of one's own."""
    number = source.events[0][0].number
    published = source.published + dt.timedelta(days=rng.randrange(2))
    report = _Report(f"{seed}-{number}-{order}", find_outlet(rng.randrange(OUTLETS), seed), published)
    report.say(f"({source.publisher}) ")
    shift = len(report.text)
    report.text += source.text
    report.sentences = [0, *(start + shift for start in source.sentences[1:])]
    report.events = [(*told[:3], _moved(told[3], shift), told[4], _all_moved(told[5], shift)) for told in source.events]
    report.say(words()["details"][-2].rstrip("."))
    report.stop()
    return report


def _tell(report: _Report, incident: Incident, delay: int, rng: Random, seed: int, *, background: bool) -> None:
    """Write the sentences on one incident, with the marks of a reader without a fault."""
    deed = words()["deeds"][incident.deed]
    told: list[Assertion] = []
    before, trigger, after = _TRIGGER.split(rng.choice(deed["tellings"]))
    if before:
        report.say(before[:1].upper() + before[1:])
    where = report.say(trigger if before else trigger[:1].upper() + trigger[1:])
    report.say(f"{after} a ")
    site = report.say(rng.choice(words()["sites"][incident.site]))
    told.append(Assertion(Role.RECIPIENT, _party(site.text, "generic", "infrastructure", site), 1.0))
    _tell_place(report, incident, told, rng, seed)
    _tell_day(report, incident, told, rng)
    _tell_toll(report, incident, deed["toll"], delay, told, rng)
    report.say(f", {rng.choice(words()['sources'])} said")
    report.stop()
    if rng.random() < 0.6:
        name = incident.blamed if rng.random() < 0.12 else incident.culprit
        report.say("Suspicion fell on the ")
        spoken = report.say(name)
        party = _party(name, "armed-group", None, spoken)
        told.append(Assertion(Role.ACTOR, party, 1.0, certainty=Certainty.SUSPECTED))
        report.stop()
    report.events.append((incident, EventType(deed["type"]), deed["mode"], where, background, tuple(told)))


def _tell_place(report: _Report, incident: Incident, told: list[Assertion], rng: Random, seed: int) -> None:
    town, chance = incident.town, rng.random()
    if chance < 0.05:
        return
    report.say(" in ")
    if chance < 0.12:
        span = report.say(f"{town.district} district")
        value = _place(town, town.district, -1 - town.number // TOWNS, PlacePrecision.DISTRICT, span)
    else:
        if chance < 0.16:  # another outlet names the next town
            town = find_town(town.number // TOWNS * TOWNS + (town.number + 1) % TOWNS, seed)
        span = report.say(town.name)
        value = _place(town, town.name, town.number, PlacePrecision.TOWN, span)
    told.append(Assertion(Role.PLACE, value, 1.0))


def _place(town: Town, name: str, number: int, precision: PlacePrecision, span: Span) -> PlaceValue:
    return PlaceValue(name, number, town.lat, town.lon, town.country, None, None, precision, Basis.STATED, (span,))


def _party(name: str, kind: str, category: str | None, span: Span) -> ActorValue:
    return ActorValue(name, None, kind, None, category, None, (span,))


def _tell_day(report: _Report, incident: Incident, told: list[Assertion], rng: Random) -> None:
    chance, day = rng.random(), incident.day
    if chance < 0.07:
        return
    if chance < 0.12:
        report.say(" ")
        span = report.say("this week")
        first = day - dt.timedelta(days=day.weekday())
        value = DateValue(first, first + dt.timedelta(days=6), DatePrecision.WEEK, Basis.RELATIVE, (span,))
    else:
        if chance < 0.17:
            day += dt.timedelta(days=rng.choice((-1, 1)))
        report.say(" on ")
        span = report.say(f"{day.day} {day:%B %Y}" if rng.random() < 0.5 else f"{day:%A}")
        value = DateValue(day, day, DatePrecision.DAY, Basis.STATED, (span,))
    told.append(Assertion(Role.DATE, value, 1.0))


def _tell_toll(report: _Report, incident: Incident, role: str, delay: int, told: list[Assertion], rng: Random) -> None:
    """Write the victims; the toll grows with the days, and one outlet in eight tells another."""
    known = max(1, round(incident.dead * min(1.0, 0.6 + 0.2 * delay)))
    if rng.random() < 0.12:
        known = max(1, known + rng.choice((-2, -1, 1, 2, 3)))
    victims = rng.choice(words()["victims"][incident.victims])
    at_least = rng.random() < 0.25
    report.say(f", with {'at least ' if at_least else ''}")
    number = report.say(_NUMBERS[known] if known < len(_NUMBERS) else str(known))
    report.say(" ")
    whom = report.say(victims)
    report.say(f" {role}")
    count = CountValue(known, None if at_least else known, Basis.STATED, (number,), of=whom)
    told.append(Assertion(Role(role), count, 1.0))
    told.append(Assertion(Role.RECIPIENT, _party(victims, "generic", "civilian", whom), 1.0))


def _moved(span: Span, shift: int) -> Span:
    return Span(span.start + shift, span.end + shift, span.text)


def _all_moved(assertions: tuple[Assertion, ...], shift: int) -> tuple[Assertion, ...]:
    moved = []
    for assertion in assertions:
        value = replace(assertion.value, spans=tuple(_moved(span, shift) for span in assertion.value.spans))
        if isinstance(value, CountValue) and value.of:
            value = replace(value, of=_moved(value.of, shift))
        moved.append(replace(assertion, value=value))
    return tuple(moved)
