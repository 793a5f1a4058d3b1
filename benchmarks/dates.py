"""How well the dates room finds time expressions and what value it gives them.

Data: a TimeML or TIMEX2 file or folder (spans and TIMEX values, scored as in TempEval-3), or a file or folder of
reports in this project's own schema (`*.jsonl`: the range of days of each given date span).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.gold import as_document
from benchmarks.timex_files import MarkedDocument, MarkedTime, read_marked
from training.corpus import GoldReport, load_reports
from vedette.dates import resolve_dates
from vedette.dates.timeline import read_timeline
from vedette.dates.timex import timex_value
from vedette.records import DateKnown, Document, Published, Role, Span

_EXPLICIT = re.compile(
    r"\b(?:\d{1,2} )?(?:January|February|March|April|June|July|August|September|October|November|December)"
    r"(?: \d{1,2})?(?:,? \d{4})?\b|\b(?:19|20)\d\d\b|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
)


def run(data: Path) -> dict[str, Any]:
    """Measure on a file or folder; the keys depend on what it holds."""
    return _measure_reports(data) if _holds_reports(data) else _measure_marked(data)


def _document(name: str, text: str, created: dt.date | None) -> Document:
    published = Published(DateKnown.STATED, created) if created else Published()
    return Document(id=name, sha256="", name=name, media_type="text/plain", text=text, published=published)


# --- spans and values against TIMEX markup ---


@dataclass(slots=True)
class _Tally:
    gold: int = 0
    found: int = 0
    strict: int = 0
    relaxed: int = 0
    valued: int = 0

    def figures(self) -> dict[str, dict[str, float]]:
        """Give precision, recall and F1 for the three scores."""
        scores = {"relaxed": self.relaxed, "strict": self.strict, "span_value": self.valued}
        return {name: self._score(right) for name, right in scores.items()}

    def _score(self, right: int) -> dict[str, float]:
        precision = right / self.found if self.found else 0.0
        recall = right / self.gold if self.gold else 0.0
        total = precision + recall
        return {"f1": 2 * precision * recall / total if total else 0.0, "precision": precision, "recall": recall}


def _measure_marked(data: Path) -> dict[str, Any]:
    ours, plain = _Tally(), _Tally()
    documents = 0
    for marked in read_marked(data):
        documents += 1
        _count(ours, marked, _found_by_us(marked))
        _count(plain, marked, _found_plainly(marked))
    figures: dict[str, Any] = {"data": data.name, "documents": documents, "gold": ours.gold}
    figures |= ours.figures()
    figures["baseline"] = {"what": "explicit dates, all given the document's day"} | {
        name: score["f1"] for name, score in plain.figures().items()
    }
    return figures


def _found_by_us(marked: MarkedDocument) -> list[MarkedTime]:
    timeline = read_timeline(_document(marked.name, marked.text, marked.created))
    return [
        MarkedTime(
            entry.span.start, entry.span.end, entry.span.text, timex_value(entry.found.expression, entry.context)
        )
        for entry in timeline.entries
    ]


def _found_plainly(marked: MarkedDocument) -> list[MarkedTime]:
    day = marked.created.isoformat() if marked.created else ""
    return [MarkedTime(found.start(), found.end(), found[0], day) for found in _EXPLICIT.finditer(marked.text)]


def _count(tally: _Tally, marked: MarkedDocument, found: list[MarkedTime]) -> None:
    tally.gold += len(marked.times)
    tally.found += len(found)
    for gold, got in match_times(marked.times, found):
        tally.relaxed += 1
        tally.strict += (gold.start, gold.end) == (got.start, got.end)
        tally.valued += gold.value == got.value


def match_times(gold: tuple[MarkedTime, ...], found: list[MarkedTime]) -> Iterator[tuple[MarkedTime, MarkedTime]]:
    """Pair each annotated time with one found time that overlaps it, exact spans first, each used once."""
    free = list(found)
    left: list[MarkedTime] = []
    for time in gold:
        exact = next((got for got in free if (got.start, got.end) == (time.start, time.end)), None)
        if exact is None:
            left.append(time)
            continue
        free.remove(exact)
        yield time, exact
    for time in left:
        over = next((got for got in free if got.start < time.end and time.start < got.end), None)
        if over is not None:
            free.remove(over)
            yield time, over


# --- ranges of days against reports ---


def _holds_reports(data: Path) -> bool:
    return data.suffix == ".jsonl" if data.is_file() else any(data.glob("*.jsonl"))


def _measure_reports(data: Path) -> dict[str, Any]:
    right = close = overlapping = unresolved = constant = total = 0
    reports = load_reports(data)
    for report in reports:
        dates = _gold_dates(report)
        values = resolve_dates(as_document(report), [span for span, _, _ in dates])
        for (_, first, last), value in zip(dates, values, strict=True):
            total += 1
            right += (value.from_, value.to) == (first, last)
            close += _is_within_a_day(value.from_, first) and _is_within_a_day(value.to, last)
            unresolved += value.from_ is None and value.to is None
            early, late = value.from_ or dt.date.min, value.to or dt.date.max
            overlapping += early <= (last or dt.date.max) and (first or dt.date.min) <= late
            constant += first == last == report.published
    share = 1 / total if total else 0.0
    return {
        "data": data.name,
        "documents": len(reports),
        "gold": total,
        "value": {
            "accuracy": right * share,
            "within_a_day": close * share,
            "overlapping": (overlapping - unresolved) * share,
            "unresolved": unresolved * share,
        },
        "baseline": {"what": "the publication day for every date", "accuracy": constant * share},
    }


def _is_within_a_day(got: dt.date | None, gold: dt.date | None) -> bool:
    """Tell whether two bounds agree but for a day: whether a night, or a term's first day, is counted is a habit."""
    return got == gold or (got is not None and gold is not None and abs((got - gold).days) <= 1)


def _gold_dates(report: GoldReport) -> list[tuple[Span, dt.date | None, dt.date | None]]:
    """Give a report's marked dates, each once however many events share it."""
    marked = (argument for event in report.events for argument in event.arguments if argument.role is Role.DATE)
    return list(dict.fromkeys((argument.span, argument.first, argument.last) for argument in marked))
