"""The headings under which events stand: a month, a year where the month is not known, or no date."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import groupby

from vedette.views.chronology import Told, find_days

MONTH_NAMES = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
MONTH_DAYS = 31

Days = tuple[dt.date, dt.date]


@dataclass(frozen=True, slots=True, order=True)
class Group:
    """One heading; groups sort by time, those without a month before the months of their year, undated last."""

    year: int
    month: int
    until: int
    key: str
    title: str


UNDATED = Group(dt.MAXYEAR + 1, 0, 0, "undated", "Not dated")


def group_of(days: Days | None) -> Group:
    """Give the heading for an event that happened between these days."""
    if days is None:
        return UNDATED
    first, last = days
    if (last - first).days < MONTH_DAYS:
        title = f"{MONTH_NAMES[first.month - 1]} {first.year}"
        return Group(first.year, first.month, first.year, f"m-{first.year}-{first.month:02d}", title)
    if first.year == last.year:
        return Group(first.year, 0, last.year, f"y-{first.year}", f"{first.year}, month not certain")
    return Group(first.year, 0, last.year, f"y-{first.year}-{last.year}", f"Between {first.year} and {last.year}")


def group_told(told: list[Told]) -> list[tuple[Group, list[Told]]]:
    """Put events that are in order of time under their headings; within one, that order stays."""
    with_group = sorted(((group_of(find_days(event)), account, event) for account, event in told), key=lambda x: x[0])
    return [
        (group, [(account, event) for _, account, event in members])
        for group, members in groupby(with_group, key=lambda x: x[0])
    ]
