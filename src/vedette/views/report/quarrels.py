"""Incidents as the page shows them: what the reports disagree on, and how the toll moved from report to report."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from vedette.records import Certainty, Claim, CountValue, Incident, Rival, Role, Stance, Telling
from vedette.views.chain import ARROW
from vedette.views.incidents import best_words, in_time
from vedette.views.labels import CERTAINTIES, ROLES, UNKNOWN, name_happening
from vedette.views.masking import Mask
from vedette.views.wording import name_source, word_count, word_day, word_value

WIDTH, HEIGHT = 360, 120
LEFT, RIGHT, TOP, BASE = 30, 345, 12, 96
_INSET = 26  # room for words beside the first and the last dot
_APART, _LINE = 8, 11  # between two dots, and between two lines of words
_ANCHORS = {1: "start", -1: "end"}  # of words to the right and to the left of their dot
SHOWN = (Role.KILLED, Role.INJURED, Role.ABDUCTED, Role.ARRESTED, Role.RELEASED, Role.ACTOR, Role.DATE, Role.PLACE)
_PICTURED = (Role.KILLED, Role.ABDUCTED, Role.INJURED)
_KINDS = {"people": "", "forces": ", soldiers and police", "attackers": ", attackers"}  # whom a count counts, in words


@dataclass(frozen=True, slots=True)
class Dot:
    """One figure that one report tells, in the picture's pixels; `open` where it is a lower bound.

    `label` is where its words end or begin, by `anchor`; they are empty where the same stand there already.
    """

    x: float
    y: float
    text: str
    title: str
    open: bool
    label: float
    anchor: str


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
    """One rival, claim or denial: its words, by how many independent sources, and who tells it."""

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
    lines += [_claim(incident, claim, masks) for claim in incident.claims]
    disputed = dict.fromkeys(ROLES[contradiction.role] for contradiction in incident.contradictions)
    tolls = tuple(tolls for role in _PICTURED for tolls in draw_tolls(incident, role, masks))
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
    certainty = telling.assertion.certainty
    how = f" ({CERTAINTIES[certainty]})" if certainty not in (None, Certainty.FACT) else ""
    return ARROW.join([*chain, name_source(report.publisher, report.name)]) + day + how


def _claim(incident: Incident, claim: Claim, masks: Mapping[str, Mask]) -> Line:
    report = incident.reports[claim.report]
    kind = name_happening(claim.type, None) + ("" if claim.stance is Stance.ACTUAL else f" ({claim.stance.value})")
    by = ", ".join(_masked(name, report.event.document_id, masks) for name in claim.by) or UNKNOWN
    day = f", {word_day(report.published)}" if report.published else ""
    return Line(kind, by, 1, (name_source(report.publisher, report.name) + day,), best=False)


def _masked(words: str, document_id: str, masks: Mapping[str, Mask]) -> str:
    mask = masks.get(document_id)
    return mask.apply(words) if mask else words


def draw_tolls(incident: Incident, role: Role, masks: Mapping[str, Mask]) -> tuple[Tolls, ...]:
    """Draw the totals told for a role over the days of publication, victims, forces and attackers each by themselves.

    Nothing is drawn of those of whom fewer than two figures have a day.
    """
    drawn = []
    for kind, name in _KINDS.items():
        # A report that tells a figure under two heads tells it once.
        told = {
            (report.event.document_id, rival.value.low, rival.value.high): (
                report.published, rival.value, _teller(incident, telling, masks)
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
    days = max(1, (last - first).days)
    dots: list[Dot] = []
    for day, value, name in sorted(dated, key=_order):
        x = LEFT + _INSET + (day - first).days / days * (RIGHT - LEFT - 2 * _INSET)
        y = BASE - (BASE - TOP) * _figure(value) / max(1, top)
        column = [dot for dot in dots if abs(dot.x - x) < 3 * _APART]
        dots.append(_dot(round(x, 1), round(y, 1), value, name, column))
    return Tolls(role, tuple(dots), (word_day(first), word_day(last)), top, undated)


def _order(told: tuple[dt.date, CountValue, str]) -> tuple[dt.date, int, str]:
    return told[0], _figure(told[1]), told[2]


def _figure(value: CountValue) -> int:
    return value.low if value.low is not None else value.high or 0


def _dot(x: float, y: float, value: CountValue, teller: str, column: Sequence[Dot]) -> Dot:
    """Place a dot further in than those near it, and its words on the outer side, or else on the inner one."""
    inwards = 1 if x < (LEFT + RIGHT) / 2 else -1
    words, title = word_count(value), f"{word_count(value)}: {teller}"
    near = [dot for dot in column if abs(dot.y - y) < _LINE]
    said = any(dot.text == words and dot.y == y for dot in near)
    while any(abs(dot.x - x) < _APART and abs(dot.y - y) < _APART for dot in near):
        x += inwards * _APART
    taken = {dot.anchor for dot in near if dot.text}
    side = inwards if _ANCHORS[-inwards] in taken else -inwards
    return Dot(
        round(x, 1), y, "" if said else words, title, value.high is None, round(x + side * _APART, 1), _ANCHORS[side]
    )
