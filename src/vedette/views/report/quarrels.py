"""Incidents as the page shows them: what the reports disagree on, and how the toll moved from report to report."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from vedette.records import CountValue, Incident, Rival, Role, Telling
from vedette.views.chain import ARROW
from vedette.views.incidents import best_words, in_time
from vedette.views.labels import ROLES, name_happening
from vedette.views.masking import Mask
from vedette.views.wording import word_count, word_day, word_value

WIDTH, HEIGHT = 360, 120
LEFT, RIGHT, TOP, BASE = 30, 345, 12, 96
SHOWN = (Role.KILLED, Role.INJURED, Role.ABDUCTED, Role.ARRESTED, Role.RELEASED, Role.ACTOR, Role.DATE, Role.PLACE)
_PICTURED = (Role.KILLED, Role.ABDUCTED, Role.INJURED)
_KINDS = {"people": "", "forces": ", soldiers and police", "attackers": ", attackers"}  # whom a count counts, in words


@dataclass(frozen=True, slots=True)
class Dot:
    """One figure that one report tells, in the picture's pixels; `open` where it is a lower bound."""

    x: float
    y: float
    text: str
    title: str
    open: bool


@dataclass(frozen=True, slots=True)
class Tolls:
    """The figures of one role and one kind of people over the days of the reports.

    `days` are the axis's ends, `top` its highest figure.
    """

    role: str
    dots: tuple[Dot, ...]
    days: tuple[str, str]
    top: int
    undated: int


@dataclass(frozen=True, slots=True)
class Line:
    """One rival: its words, by how many independent sources, and who tells it."""

    role: str
    words: str
    sources: int
    tellers: tuple[str, ...]
    best: bool


@dataclass(frozen=True, slots=True)
class Quarrel:
    """One incident told by several reports."""

    id: str
    title: str
    reports: int
    sources: int
    disputed: tuple[str, ...]
    tolls: tuple[Tolls, ...]
    lines: tuple[Line, ...]


def list_quarrels(incidents: Iterable[Incident], masks: Mapping[str, Mask]) -> list[Quarrel]:
    """Give the incidents that more than one report tells of, in order of time; names are withheld by `masks`."""
    return [_quarrel(one, masks) for one in in_time(list(incidents)) if one.documents > 1]


def _quarrel(incident: Incident, masks: Mapping[str, Mask]) -> Quarrel:
    title = ", ".join(
        [
            name_happening(incident.type, incident.mode),
            best_words(incident, Role.PLACE),
            best_words(incident, Role.DATE),
        ]
    )
    lines = [_line(incident, place, rival, masks) for place, rival in enumerate(incident.rivals) if rival.role in SHOWN]
    disputed = dict.fromkeys(ROLES[contradiction.role] for contradiction in incident.contradictions)
    tolls = next((found for role in _PICTURED if (found := draw_tolls(incident, role))), ())
    return Quarrel(
        incident.id, title, incident.documents, incident.independent_sources, tuple(disputed), tolls, tuple(lines)
    )


def _line(incident: Incident, place: int, rival: Rival, masks: Mapping[str, Mask]) -> Line:
    first = incident.reports[rival.tellings[0].report].event.document_id
    words = _masked(word_value(rival.value), first, masks)
    if isinstance(rival.value, CountValue) and rival.value.of:
        words += f" {_masked(rival.value.of.text, first, masks)}"
    if rival.tellings[0].assertion.part_of is not None:
        words += " (part of a total)"
    tellers = dict.fromkeys(_teller(incident, telling, masks) for telling in rival.tellings)
    best = any(one.rival == place for one in incident.best)
    return Line(ROLES[rival.role], words, rival.sources, tuple(tellers), best)


def _teller(incident: Incident, telling: Telling, masks: Mapping[str, Mask]) -> str:
    report = incident.reports[telling.report]
    chain = [_masked(words, report.event.document_id, masks) for words in telling.said_by]
    day = f", {word_day(report.published)}" if report.published else ""
    return ARROW.join([*chain, report.publisher or report.name]) + day


def _masked(words: str, document_id: str, masks: Mapping[str, Mask]) -> str:
    mask = masks.get(document_id)
    return mask.apply(words) if mask else words


def draw_tolls(incident: Incident, role: Role) -> tuple[Tolls, ...]:
    """Draw the totals told for a role over the days of publication, victims, forces and attackers each by themselves.

    Nothing is drawn of those of whom fewer than two figures have a day.
    """
    drawn = []
    for kind, name in _KINDS.items():
        # A report that tells a figure under two heads tells it once.
        told = {
            (report.event.document_id, rival.value.low, rival.value.high): (
                report.published, rival.value, report.publisher or report.name
            )
            for rival in incident.in_role(role)
            if isinstance(rival.value, CountValue) and rival.whom == kind
            for telling in rival.tellings
            if telling.assertion.part_of is None
            for report in [incident.reports[telling.report]]
        }  # fmt: skip
        dated = [(day, value, teller) for day, value, teller in told.values() if day is not None]
        if len({(value.low, value.high) for _, value, _ in dated}) > 1:
            drawn.append(_draw(ROLES[role] + name, dated, len(told) - len(dated)))
    return tuple(drawn)


def _draw(role: str, dated: Sequence[tuple[dt.date, CountValue, str]], undated: int) -> Tolls:
    first, last = min(day for day, _, _ in dated), max(day for day, _, _ in dated)
    top = max(_figure(value) for _, value, _ in dated)
    dots = [_dot(day, value, name, first, last, top) for day, value, name in sorted(dated, key=_order)]
    return Tolls(role, tuple(dots), (word_day(first), word_day(last)), top, undated)


def _order(told: tuple[dt.date, CountValue, str]) -> tuple[dt.date, int, str]:
    return told[0], _figure(told[1]), told[2]


def _figure(value: CountValue) -> int:
    return value.low if value.low is not None else value.high or 0


def _dot(day: dt.date, value: CountValue, name: str, first: dt.date, last: dt.date, top: int) -> Dot:
    share = (day - first).days / max(1, (last - first).days)
    x = LEFT + 12 + share * (RIGHT - LEFT - 24)
    y = BASE - (BASE - TOP) * _figure(value) / max(1, top)
    return Dot(
        round(x, 1), round(y, 1), word_count(value), f"{word_count(value)}: {name}, {word_day(day)}", value.high is None
    )
