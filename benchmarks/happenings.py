"""Which marked-up events of different reports tell of one happening, and which of them can be compared.

A cluster's reports share one happening, that of their `main_event`. Where a cluster names none, and for what its
reports tell besides, ``data/same_happenings.csv`` says it, marked by hand before any merging was looked at; an event of
such a cluster that stands nowhere in it is a happening of its own. Of clusters that are not in it at all, nobody has
looked at what is told besides: only their main events are labelled.
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
    told = list(reports)
    in_list = {name for name, _ in marked}
    looked_at = {report.cluster for report in told if report.id in in_list}
    main: dict[tuple[str, str], str] = {}
    every: dict[tuple[str, str], str] = {}
    for report in told:
        if report.cluster is None:
            continue
        for event in report.events:
            key = (report.id, event.id)
            label = marked.get(key)
            if event.id == report.main_event or (report.main_event is None and label == report.cluster):
                main[key] = label = report.cluster
            if label != UNCLEAR and (label or report.cluster in looked_at):
                every[key] = label or "/".join(key)
    return Happenings(main, every)
