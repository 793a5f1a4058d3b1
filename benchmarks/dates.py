"""How well the dates room finds time expressions and what value it gives them.

Data: a TimeML or TIMEX2 file or folder (spans and TIMEX values, scored as in TempEval-3), or a file or folder of
reports in this project's own schema (`*.jsonl`: the range of days of each given date span).
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.timex_files import MarkedDocument, MarkedTime, read_marked
from vedette.dates import resolve_dates
from vedette.dates.timeline import read_timeline
from vedette.dates.timex import timex_value
from vedette.records import DateKnown, Document, Published, Span

_EXPLICIT = re.compile(
    r"\b(?:\d{1,2} )?(?:January|February|March|April|June|July|August|September|October|November|December)"
    r"(?: \d{1,2})?(?:,? \d{4})?\b|\b(?:19|20)\d\d\b|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
)


def run(data: Path) -> dict[str, Any]:
    """Measure on a file or folder; the keys depend on what it holds."""
    reports = _report_files(data)
    return _measure_reports(reports) if reports else _measure_marked(data)


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


def _report_files(data: Path) -> list[Path]:
    files = [data] if data.is_file() else sorted(data.glob("*.jsonl"))
    return [file for file in files if file.suffix == ".jsonl"]


@dataclass(frozen=True, slots=True)
class _GoldDate:
    span: Span
    first: str | None
    last: str | None


def _measure_reports(files: list[Path]) -> dict[str, Any]:
    right = overlapping = unresolved = constant = total = reports = 0
    for record in (json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()):
        reports += 1
        text, dates = _gold_dates(record)
        published = dt.date.fromisoformat(record["published"]) if record.get("published") else None
        values = resolve_dates(_document(record["id"], text, published), [date.span for date in dates])
        for gold, value in zip(dates, values, strict=True):
            first = value.from_.isoformat() if value.from_ else None
            last = value.to.isoformat() if value.to else None
            total += 1
            right += (first, last) == (gold.first, gold.last)
            unresolved += first is None and last is None
            overlapping += (first or "0000") <= (gold.last or "9999") and (gold.first or "0000") <= (last or "9999")
            constant += gold.first == gold.last == record.get("published")
    share = 1 / total if total else 0.0
    return {
        "data": files[0].parent.name,
        "documents": reports,
        "gold": total,
        "value": {
            "accuracy": right * share,
            "overlapping": (overlapping - unresolved) * share,
            "unresolved": unresolved * share,
        },
        "baseline": {"what": "the publication day for every date", "accuracy": constant * share},
    }


def _gold_dates(record: dict[str, Any]) -> tuple[str, list[_GoldDate]]:
    """Give a report's text and its annotated dates, each once however many events share it."""
    sentences: list[str] = record["sentences"]
    starts = [0]
    for sentence in sentences:
        starts.append(starts[-1] + len(sentence) + 1)
    text = " ".join(sentences)
    found: dict[_GoldDate, None] = {}
    for event in record["events"]:
        for argument in event["args"]:
            if argument["role"] != "date":
                continue
            start = starts[argument["s"]] + _find(sentences[argument["s"]], argument["q"], int(argument.get("n") or 0))
            span = Span.of(text, start, start + len(argument["q"]))
            found[_GoldDate(span, argument.get("from"), argument.get("to"))] = None
    return text, list(found)


def _find(sentence: str, quote: str, nth: int) -> int:
    start = -1
    for _ in range(nth + 1):
        start = sentence.index(quote, start + 1)
    return start
