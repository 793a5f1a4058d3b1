"""Which marked-up events of different reports tell of one happening, and which of them can be compared.

A cluster's reports share one happening, that of their `main_event`. Where a cluster names none, and for what its
reports tell besides, ``data/same_happenings.csv`` says it, marked by hand for this benchmark before the merging was
made; an event of a clustered report that stands nowhere in it is a happening of its own.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from training.corpus import GoldReport

LINKS = Path(__file__).with_name("data") / "same_happenings.csv"
UNCLEAR = "unclear"  # where the reports leave open whether it is the same


@dataclass(frozen=True, slots=True)
class Happenings:
    """Labels by report id and event id; equal labels are one happening. `main` are those that clusters are about."""

    main: dict[tuple[str, str], str]
    every: dict[tuple[str, str], str]


def load_happenings(reports: Iterable[GoldReport]) -> Happenings:
    """Label the events of clustered reports; clusters that say nowhere what they are about are left out."""
    marked = {
        tuple(event.split(".")): row["happening"]
        for row in csv.DictReader(LINKS.read_text(encoding="utf-8").splitlines())
        for event in row["events"].split()
    }
    main: dict[tuple[str, str], str] = {}
    every: dict[tuple[str, str], str] = {}
    for report in reports:
        if report.cluster is None:
            continue
        for event in report.events:
            key = (report.id, event.id)
            label = marked.get(key)
            if event.id == report.main_event or (report.main_event is None and label == report.cluster):
                main[key] = label = report.cluster
            if label != UNCLEAR:
                every[key] = label or "/".join(key)
    return Happenings(main, every)
