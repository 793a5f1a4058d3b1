"""How well reports are joined to incidents from their bare text; the gold and the figures are those of `merge`.

Takes: what `merge` takes. A gold event is found among the events read by its triggers; one that was not read is alone.
``events_read``: how many of the events that clusters are about were found at all.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.gold import as_document
from benchmarks.merge import Key, load_clusters, merge_figures
from training.corpus import GoldEvent
from vedette.incidents import merge_accounts
from vedette.pipeline.way import read_one
from vedette.reading import load_reader
from vedette.records import Event, EventRef


def run(data: Path) -> dict[str, Any]:
    """Read and merge all clustered reports of `data` and give the figures."""
    reports, _, asked = load_clusters(data)
    model = load_reader()
    accounts = {report.id: read_one(as_document(report), model) for report in reports}
    joined = {
        report.event: incident.id for incident in merge_accounts(accounts.values()) for report in incident.reports
    }
    given: dict[Key, Hashable] = {}
    read = 0
    for report in reports:
        for event in report.events:
            found = _find(event, accounts[report.id].events)
            read += found is not None and (report.id, event.id) in asked.main
            if found is not None:
                ref = EventRef(found.document_id, found.id)
                given[report.id, event.id] = joined.get(ref, ref)
    return {**merge_figures(asked, given), "events": len(asked.main), "events_read": read, "reports": len(reports)}


def _find(gold: GoldEvent, events: Sequence[Event]) -> Event | None:
    """Find the event read that shares most triggers with a gold event, of its type where there is one."""

    def shared(event: Event) -> tuple[int, bool]:
        return sum(one.overlaps(two) for one in event.triggers for two in gold.triggers), event.type is gold.type

    best = max(events, key=shared, default=None)
    return best if best is not None and shared(best)[0] else None
