"""The marked-up reports as documents with character offsets; the markup is described in the corpus's SCHEMA.md.

A report's text is its sentences joined by a space, with a blank line between paragraphs; each quote of the markup
becomes a Span of that text. Torch is not needed here: benchmarks read their gold standard with this module too.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from training.real_texts import digest, read_rows, read_seen
from vedette.records import (
    COUNT_ROLES,
    AttributionKind,
    Certainty,
    EventType,
    Relation,
    Role,
    Span,
    Stance,
    Trend,
)


@dataclass(frozen=True, slots=True)
class GoldArgument:
    """One marked argument; `first` and `last` are days (dates), `low` and `high` are counts."""

    role: Role
    span: Span
    certainty: Certainty | None
    first: dt.date | None
    last: dt.date | None
    low: int | None
    high: int | None
    approximate: bool
    of: Span | None
    part_of: int | None
    according_to: int | None


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """One marked event."""

    id: str
    type: EventType
    mode: str | None
    stance: Stance
    background: bool
    triggers: tuple[Span, ...]
    arguments: tuple[GoldArgument, ...]
    of_event: str | None


@dataclass(frozen=True, slots=True)
class GoldAttribution:
    """One marked attribution."""

    source: Span
    cue: Span
    content: Span
    kind: AttributionKind
    within: int | None


@dataclass(frozen=True, slots=True)
class GoldTie:
    """One marked tie."""

    a: Span
    b: Span
    relation: Relation
    trend: Trend | None


@dataclass(frozen=True, slots=True)
class GoldReport:
    """One report with its markup."""

    id: str
    cluster: str | None
    style: str
    published: dt.date | None
    publisher: str | None
    headline: str | None
    text: str
    sentences: tuple[Span, ...]
    events: tuple[GoldEvent, ...]
    attributions: tuple[GoldAttribution, ...]
    ties: tuple[GoldTie, ...]
    main_event: str | None


OWN = Path(__file__).parents[1] / "corpora"


def load_marked_up(corpora: Path, own: Path = OWN) -> list[GoldReport]:
    """Read all that is trained on: the reports below `own`, the repository's, and real texts below `corpora`.

    Of the real texts ``annotated/`` brings its own markup; that of others stands in ``real-texts/`` below `own`.
    """
    reports = load_reports(own / "reports", own / "further-reports", corpora / "annotated")
    return [*reports, *map(read_report, read_rows(corpora, own / "real-texts"))]


def load_reports(*paths: Path) -> list[GoldReport]:
    """Read every report of these ``.jsonl`` files or folders of them, in order of file name."""
    files = [file for path in paths for file in (sorted(path.glob("*.jsonl")) if path.is_dir() else [path])]
    if not files:
        raise FileNotFoundError(f"no .jsonl file in {', '.join(map(str, paths))}: name a file or folder of reports")
    return [
        read_report(json.loads(line))
        for file in files
        for line in file.read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]


class Part(StrEnum):
    """What a report is used for: to train the weights, to set thresholds and pair weights, or only to measure."""

    TRAIN = "train"
    TUNE = "tune"
    DEV = "dev"


def part_of(report: GoldReport) -> Part:
    """Say what a report is used for, by the hash of its cluster's name (or its own): four fifths train."""
    digest = hashlib.sha256((report.cluster or report.id).encode()).digest()
    if int.from_bytes(digest) % 5:
        return Part.TRAIN
    return Part.TUNE if digest[0] % 2 else Part.DEV


def fold_of(name: str, draw: int, folds: int) -> int:
    """Say into which of `folds` a report falls by its name, in the draw of this number."""
    return int.from_bytes(hashlib.sha256(f"{draw} {name}".encode()).digest()) % folds


def fingerprint(report: GoldReport) -> str:
    """Name a report by its text, so that what a model has seen is known wherever the text comes from."""
    return digest(report.text)


SEEN = Path(__file__).with_name("seen.txt")


def unseen(reports: Iterable[GoldReport]) -> list[GoldReport]:
    """Leave out every report that the shipped model was trained or tuned on."""
    seen = read_seen(SEEN)
    return [report for report in reports if fingerprint(report) not in seen]


def read_report(row: Mapping[str, Any]) -> GoldReport:
    """Turn one line of markup into a report with offsets."""
    text, sentences = lay_out(row["sentences"], row["paragraphs"])

    def span(quote: Mapping[str, Any]) -> Span:
        return locate(text, sentences[quote["s"]], quote["q"], quote.get("n", 0))

    return GoldReport(
        id=row["id"],
        cluster=row["cluster"],
        style=row["style"],
        published=_day(row["published"]),
        publisher=row.get("publisher"),
        headline=row.get("headline"),
        text=text,
        sentences=sentences,
        events=tuple(
            GoldEvent(
                id=event["id"],
                type=EventType(event["type"]),
                mode=event.get("mode"),
                stance=Stance(event["stance"]),
                background=bool(event["background"]),
                triggers=tuple(span(trigger) for trigger in event["triggers"]),
                arguments=tuple(
                    GoldArgument(
                        role=Role(argument["role"]),
                        span=span(argument),
                        certainty=Certainty(argument["certainty"]) if argument.get("certainty") else None,
                        first=_day(argument.get("from")),
                        last=_day(argument.get("to")),
                        low=argument.get("low"),
                        high=argument.get("high"),
                        approximate=bool(argument.get("approx")),
                        of=span(argument["of"]) if argument.get("of") else None,
                        part_of=argument.get("part_of"),
                        according_to=argument.get("according_to"),
                    )
                    for argument in event["args"]
                ),
                of_event=event.get("of_event"),
            )
            for event in row["events"]
        ),
        attributions=tuple(
            GoldAttribution(
                span(said["source"]),
                span(said["cue"]),
                span(said["content"]),
                AttributionKind(said["kind"]),
                said.get("within"),
            )
            for said in row["attributions"]
        ),
        ties=tuple(
            GoldTie(
                span(tie["a"]),
                span(tie["b"]),
                Relation(tie["relation"]),
                Trend(tie["trend"]) if tie.get("trend") else None,
            )
            for tie in row["ties"]
        ),
        main_event=row.get("main_event"),
    )


def lay_out(sentences: Iterable[str], paragraphs: Iterable[int]) -> tuple[str, tuple[Span, ...]]:
    """Join sentences into a text with a blank line between paragraphs, and say where each sentence stands in it."""
    spans: list[Span] = []
    text = ""
    starts = _paragraph_starts(paragraphs)
    for index, sentence in enumerate(sentences):
        if index:
            text += "\n\n" if index in starts else " "
        spans.append(Span(len(text), len(text) + len(sentence), sentence))
        text += sentence
    return text, tuple(spans)


def locate(text: str, sentence: Span, quote: str, occurrence: int) -> Span:
    """Find the occurrence (from 0) of a quote in a sentence, as a span of the text."""
    at = -1
    for _ in range(occurrence + 1):
        at = sentence.text.index(quote, at + 1)
    return Span.of(text, sentence.start + at, sentence.start + at + len(quote))


def counts_of(event: GoldEvent) -> Iterator[GoldArgument]:
    """Give an event's counts, in order."""
    return (argument for argument in event.arguments if argument.role in COUNT_ROLES)


def _paragraph_starts(paragraphs: Iterable[int]) -> frozenset[int]:
    starts, at = set(), 0
    for length in paragraphs:
        starts.add(at)
        at += length
    return frozenset(starts)


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
