"""How many events are found in reports of other walks of life, whose words are like ours ("the hosts attacked").

Takes: a ``.jsonl`` file of marked-up reports or a folder of them; those of style ``negative`` are read, end to end from
the bare text, but for those that the shipped model was trained or tuned on. An event that the markup of such a report
does have is none of the false ones. ``false_events_per_1000_sentences`` is the figure, with how many there are by type;
the baseline takes every word of violence for an event.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

from benchmarks.bare import every
from benchmarks.gold import as_document
from benchmarks.reports import match_events
from training.corpus import load_reports, unseen
from vedette.pipeline.way import account_of
from vedette.reading import load_reader, read_document

_VIOLENCE = re.compile(
    r"\b(?:attack|kill|shoot|bomb|explo[ds]|fight|clash|raid|strike|struck|seize|threat|protest|battle|assault)\w*|\bshot\b",
    re.IGNORECASE,
)


def run(data: Path, sample: int | None = None) -> dict[str, Any]:
    """Count false events in every unseen negative of `data`, or in `sample` of them at even distances."""
    reports = every([report for report in unseen(load_reports(data)) if report.style == "negative"], sample)
    if not reports:
        raise ValueError(f"{data}: no report of style negative that the shipped model was not trained on")
    model = load_reader()
    false: Counter[str] = Counter()
    words = 0
    for report in reports:
        document = as_document(report)
        given = account_of(document, read_document(document, model)).events
        right = {i for i, _ in match_events(given, report.events)}
        false.update(str(event.type) for i, event in enumerate(given) if i not in right)
        triggers = [span for event in report.events for span in event.triggers]
        words += sum(
            not any(found.start() < span.end and span.start < found.end() for span in triggers)
            for found in _VIOLENCE.finditer(report.text)
        )
    sentences = sum(len(report.sentences) for report in reports)
    return {
        "reports": len(reports),
        "sentences": sentences,
        "false_events": false.total(),
        "false_events_per_1000_sentences": round(1000 * false.total() / sentences, 1),
        "by_type": dict(false.most_common()),
        "baseline": {
            "false_events_per_1000_sentences": round(1000 * words / sentences, 1),
            "what": "every word of violence an event",
        },
    }
