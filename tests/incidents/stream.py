"""Reports drawn at random that lie densely enough to be compared, joined and held apart."""

from __future__ import annotations

import datetime as dt
from random import Random

from tests.incidents.small import Report
from vedette.incidents.judging import Weights
from vedette.records import Account, Role

TOWNS = {"Dawis": (6.9, 122.1), "Lamitan": (6.65, 122.13), "Ferenz": (6.2, 121.0)}
ACTORS = ("Marjan Front", "Lima gang")
PUBLISHERS = ("Southern Cable", "Harbour Post", "Safety Desk", "Night Monitor")
# Small enough to be worked out in the head, with verdicts on both sides of the bar.
WEIGHTS = Weights(
    {"date-same": 3.0, "place-name": 2.5, "place-name-other": -4.0, "actor-shared": 1.0, "date-apart": -3.0}, -4.0, 0.0
)


def seeded(seed: int) -> Random:
    """Give draws that are the same each time."""
    return Random(seed)  # noqa: S311 - nothing here is a secret


def draw_reports(draw: Random, size: int) -> list[Account]:
    """Give so many reports with one or two events each."""
    return [draw_report(draw, number) for number in range(size)]


def draw_report(draw: Random, number: int) -> Account:
    """Give one report; `number` keeps its text apart from all others."""
    deeds = [_deed(draw) for _ in range(draw.choice((1, 1, 2)))]
    text = ". ".join(f"Report {number}-{at} tells of {_told(deed)}" for at, deed in enumerate(deeds))
    published = draw.choice((None, "2025-10-16", "2025-10-17", "2025-10-20"))
    report = Report(f"r{number}.txt", text, published, draw.choice(PUBLISHERS))
    for at, (town, actor, day, dead) in enumerate(deeds):
        told = [report.at(town, *TOWNS[town]), report.actor(actor)]
        if day is not None:
            told.append(report.on(f"{day} October", f"2025-10-{day}"))
        if dead:
            told.append(report.count(Role.KILLED, f"{dead} dead", dead, dead))
        report.event(f"Report {number}-{at}", *told)
    return report.account()


def _deed(draw: Random) -> tuple[str, str, int | None, int]:
    return draw.choice(sorted(TOWNS)), draw.choice(ACTORS), draw.choice((None, 12, 13, 14)), draw.choice((0, 2, 5))


def _told(deed: tuple[str, str, int | None, int]) -> str:
    town, actor, day, dead = deed
    return f"a blast in {town} by the {actor} on {day} October with {dead} dead"


def moment() -> dt.datetime:
    """Give one moment for all judgements."""
    return dt.datetime(2025, 11, 1, 12, tzinfo=dt.UTC)
