"""How well actors are read: real names against the registry, and the parties of reports in our own schema.

Takes: a ``.jsonl`` file in the format of the project's reports, or a folder of them. Gives: figures from 0 to 1.
``cases``: a table of real names, aliases and near misses kept beside this file (``data/actor_cases.csv``), each with
it must be read as; ``resolved`` counts those with an actor, ``refused`` those that must stay without one. Two baselines
stand beside: exact match with any label of the registry, and nothing resolved.
``reports``: what share of the marked actors and recipients is read as anything, by kind; ``coreference``: ties marked
``alias_of`` whose two names are told to be one actor, against ties of rivals, splinters and allies that must not be
(baseline: the same words). Nothing in reports says of what kind a party is: shares there are coverage, not accuracy.
The case table is of the same hand as the registry, and the errors on the project's own reports were looked at while the
room was made: both figures flatter it. Reports of other hands in the same format show how it does elsewhere.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.bare import read_table
from benchmarks.gold import as_document
from training.corpus import GoldReport, load_reports
from vedette.actors import load_registry, resolve_actors, same_actor
from vedette.records import ActorValue, DateKnown, Document, Published, Role, Span

CASES = Path(__file__).parent / "data" / "actor_cases.csv"
_OTHERS = ("rival_of", "splinter_of", "ally_of", "supports", "funds", "hosts", "negotiates_with", "trains")
_ASKED = ("kind", "category", "country")


def run(data: Path) -> dict[str, Any]:
    """Measure on the case table and on the reports under `data`, a file or a folder."""
    result: dict[str, Any] = {"cases": _run_cases()}
    tally = _Tally()
    for report in load_reports(data):
        tally.add(report)
    result |= tally.figures()
    return result


def _run_cases() -> dict[str, Any]:
    rows = read_table(CASES)
    labels: dict[str, set[str]] = {}
    registry = load_registry()
    for actor_id in registry.ids:
        for label in registry.entry(actor_id).labels:
            labels.setdefault(label.text, set()).add(actor_id)
    right, baseline, asked = Counter[str](), Counter[str](), Counter[str]()
    wrong: list[str] = []
    for row in rows:
        value = _read(row["phrase"], row["context"])
        marks = _marks(row, value)
        right["all"] += all(marks.values())
        for name, mark in marks.items():
            asked[name] += 1
            right[name] += mark
        group = "resolved" if row["actor_id"] else "refused"
        asked[group] += 1
        right[group] += marks["actor_id"]
        exact = labels.get(row["phrase"], set())
        baseline["exact"] += (next(iter(exact)) if len(exact) == 1 else "") == row["actor_id"]
        baseline["nothing"] += not row["actor_id"]
        if not all(marks.values()):
            wrong.append(f"{row['phrase']} [{row['context']}]: {value.actor_id}, {value.kind}, {value.category}")
    figures: dict[str, Any] = {name: round(right[name] / count, 4) for name, count in asked.items()}
    return figures | {
        "all": round(right["all"] / len(rows), 4),
        "count": len(rows),
        "baseline_exact_match": round(baseline["exact"] / len(rows), 4),
        "baseline_nothing": round(baseline["nothing"] / len(rows), 4),
        "wrong": wrong,
    }


def _read(phrase: str, context: str) -> ActorValue:
    text = context if phrase in context.split() or f" {phrase} " in context else f"{context}\n{phrase}"
    start = text.rindex(phrase)
    return resolve_actors(_document(text, None), [Span.of(text, start, start + len(phrase))])[0]


def _marks(row: dict[str, str], value: ActorValue) -> dict[str, bool]:
    marks = {"actor_id": (value.actor_id or "") == row["actor_id"]}
    for name in _ASKED:
        if row[name]:
            marks[name] = (getattr(value, name) or "-") == row[name]
    return marks


@dataclass(slots=True)
class _Tally:
    """What was read over all reports."""

    kinds: dict[str, Counter[str]] = field(default_factory=lambda: {"actor": Counter(), "recipient": Counter()})
    pairs: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0
    reports: int = 0
    spans: int = 0

    def add(self, report: GoldReport) -> None:
        """Read one report's parties and ties together, as the pipeline does."""
        parties = [
            argument
            for event in report.events
            for argument in event.arguments
            if argument.role in (Role.ACTOR, Role.RECIPIENT)
        ]
        spans = [argument.span for argument in parties] + [span for tie in report.ties for span in (tie.a, tie.b)]
        document = as_document(report)
        started = time.process_time()
        values = resolve_actors(document, spans)
        self.seconds += time.process_time() - started
        self.reports += 1
        self.spans += len(spans)
        for argument, value in zip(parties, values, strict=False):
            self.kinds[argument.role][value.kind or "none"] += 1
        at = len(parties)
        for number, tie in enumerate(report.ties):
            told = same_actor(values[at + 2 * number], values[at + 2 * number + 1])
            self._add_pair(tie.relation, told is True, tie.a.text.lower() == tie.b.text.lower())

    def _add_pair(self, relation: str, told: bool, same_words: bool) -> None:
        if relation == "alias_of":
            self.pairs["wanted"] += 1
            self.pairs["found"] += told
            self.pairs["found_by_words"] += same_words
        elif relation in _OTHERS:
            self.pairs["others"] += 1
            self.pairs["false"] += told

    def figures(self) -> dict[str, Any]:
        """Give shares by kind, coreference, and the time a report takes."""
        shares = {
            role: {
                "resolved": round(1 - kinds["none"] / max(1, sum(kinds.values())), 4),
                **{kind: round(count / sum(kinds.values()), 4) for kind, count in sorted(kinds.items())},
            }
            for role, kinds in self.kinds.items()
        }
        return {
            "reports": {**shares, "count": self.reports, "spans": self.spans},
            "coreference": _coreference(self.pairs),
            "milliseconds_per_report": round(1000 * self.seconds / max(1, self.reports), 3),
        }


def _coreference(counts: Counter[str]) -> dict[str, Any]:
    recall = counts["found"] / max(1, counts["wanted"])
    precision = counts["found"] / max(1, counts["found"] + counts["false"])
    return {
        "recall": round(recall, 4),
        "precision": round(precision, 4),
        "f1": round(2 * precision * recall / (precision + recall), 4) if precision + recall else 0.0,
        "ties": counts["wanted"],
        "baseline_same_words": round(counts["found_by_words"] / max(1, counts["wanted"]), 4),
    }


def _document(text: str, published: str | None) -> Document:
    digest = hashlib.sha256(text.encode()).hexdigest()
    date = Published(DateKnown.STATED, dt.date.fromisoformat(published)) if published else Published()
    return Document(digest[:16], digest, "report", "text/plain", text, published=date)
