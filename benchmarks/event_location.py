"""How well the place of one event is found in its sentence (Event-Location data, Halterman 2019).

Takes: a file of rows ``{"text", "spans": [{"start", "end", "label": "VERB" or "LOCATION"}]}``, plain or ``.gz``. Where
the reader finds a trigger at the verb, its places are taken; else it is asked with the verb given as an ASSAULT. The
data marks the bare name of one place, so the places read are reduced to it by a general rule (`innermost`).

Figures, in percent: ``exact`` (both ends of a span right), ``overlap``, ``head`` (the last word of a name right), over
every row, those without a place too; ``where_told`` repeats them over the rows with a place marked. The data is noisy:
a LOCATION span of no characters marks nothing, and of texts that stand there several times the same event has a place
in one row and none or an empty span in another. So empty spans are skipped, and a row that has no other location is
left out, its place being unknown (``skipped``, with rows that have not exactly one verb); rows with no location span at
all count as having no place, which costs precision wherever the text does name one. Borders are trimmed of space. Rows
that the reader was trained on are left out.
Baselines: the capitalised words after the last "in", never giving a place, and, where spaCy is installed, its entity of
place that is nearest to the verb.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.bare import bare_document, every, read_rows
from benchmarks.entities import PLACES, load_entities
from benchmarks.innermost import innermost_names
from benchmarks.scoring import Tally, interval, match_once, percent
from training.seen_places import fingerprint, load_seen
from vedette.reading import ReaderModel, load_reader, read_document
from vedette.records import Document, EventType, Role, Span, Trigger


@dataclass(frozen=True, slots=True)
class Case:
    """One sentence: its verb, and the places marked for it."""

    document: Document
    verb: Span
    places: tuple[Span, ...]


@dataclass(slots=True)
class _Score:
    total: dict[str, Tally] = field(default_factory=dict)
    told: dict[str, Tally] = field(default_factory=dict)
    exact: list[Tally] = field(default_factory=list)

    def add(self, given: Sequence[Span], wanted: Sequence[Span]) -> None:
        """Count one sentence."""
        right = {
            "exact": len(set(given) & set(wanted)),
            "overlap": len(match_once(given, wanted, lambda i, j: given[i].overlaps(wanted[j]))),
            "head": len(match_once(given, wanted, lambda i, j: _last_word(given[i]) == _last_word(wanted[j]))),
        }
        for name, count in right.items():
            self.total.setdefault(name, Tally()).add(count, len(given), len(wanted))
            if wanted:
                self.told.setdefault(name, Tally()).add(count, len(given), len(wanted))
        self.exact.append(Tally(right["exact"], len(given), len(wanted)))


def run(data: Path, sample: int | None = None) -> dict[str, Any]:
    """Score every row of `data`, or `sample` rows at even distances."""
    rows = list(read_rows(data, "*.jsonl", "*.jsonl.gz"))
    seen = load_seen()
    fresh = [row for row in rows if fingerprint(row["text"]) not in seen]
    cases, skipped = read_cases(every(fresh, sample))
    skipped["rows_trained_on"] = len(rows) - len(fresh)
    if not cases:
        raise ValueError(f"{data}: no row with a text and one VERB span that the reader was not trained on")
    model = load_reader(threads=1)
    ours, last_in, nearest = _Score(), _Score(), _Score()
    find = load_entities()
    found = 0
    for case in cases:
        trigger = trigger_at(case, model)
        found += trigger is not None
        places = places_of(trigger or ask(case, model))
        ours.add(innermost_names(case.document.text, places, case.verb), case.places)
        last_in.add(name_after_in(case.document.text), case.places)
        if find:
            nearest.add(nearest_to(case.verb, find(case.document.text, PLACES)), case.places)
    none = sum(not case.places for case in cases)
    figures: dict[str, Any] = {"sentences": len(cases), "skipped": dict(skipped)}
    figures |= {name: tally.figures() for name, tally in ours.total.items()}
    figures["exact"]["interval"] = list(interval(ours.exact))
    figures["where_told"] = {name: tally.figures() for name, tally in ours.told.items()}
    figures["verb_is_trigger"] = percent(found, len(cases))
    figures["baseline"] = {
        "name_after_last_in": {name: tally.figures()["f1"] for name, tally in last_in.total.items()},
        "never_a_place": {"exact": 0.0, "rows_right": percent(none, len(cases))},
    }
    if find:
        figures["spacy"] = {
            "nearest_place": {name: tally.figures()["f1"] for name, tally in nearest.total.items()},
            "where_told": {name: tally.figures()["f1"] for name, tally in nearest.told.items()},
        }
    return figures


def read_cases(rows: Sequence[dict[str, Any]]) -> tuple[list[Case], Counter[str]]:
    """Turn rows into cases, and count what was skipped as noise."""
    cases = []
    skipped: Counter[str] = Counter(empty_spans=0, rows_with_empty_spans_only=0, rows_without_one_verb=0)
    for number, row in enumerate(rows):
        document = bare_document(f"row {number}", row["text"])
        marked: dict[str, list[Span]] = {"VERB": [], "LOCATION": []}
        empty = 0
        for mark in row["spans"]:
            span = _trimmed(document.text, mark["start"], mark["end"])
            if span is not None:
                marked.setdefault(mark["label"], []).append(span)
            empty += span is None and mark["label"] == "LOCATION"
        skipped["empty_spans"] += empty
        if len(marked["VERB"]) != 1:
            skipped["rows_without_one_verb"] += 1
        elif empty and not marked["LOCATION"]:
            skipped["rows_with_empty_spans_only"] += 1
        else:
            cases.append(Case(document, marked["VERB"][0], tuple(dict.fromkeys(marked["LOCATION"]))))
    return cases, skipped


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span.of(text, start, end) if start < end else None


# Asking the reader


def trigger_at(case: Case, model: ReaderModel) -> Trigger | None:
    """Give the trigger that the reader finds at the verb, or None."""
    found = [trigger for trigger in read_document(case.document, model).triggers if trigger.span.overlaps(case.verb)]
    return max(found, key=lambda trigger: (trigger.confidence, -trigger.span.start), default=None)


def ask(case: Case, model: ReaderModel) -> Trigger | None:
    """Read the sentence with the verb given: most verbs of this data are of violence."""
    found = read_document(case.document, model, [(case.verb, EventType.ASSAULT)]).triggers
    return found[0] if found else None


def places_of(trigger: Trigger | None) -> list[Span]:
    """Give the places of a trigger, in reading order."""
    return sorted({it.span for it in trigger.arguments if it.role is Role.PLACE}) if trigger else []


# The baselines, and words


def name_after_in(text: str) -> list[Span]:
    """Find the capitalised words after the last "in": the baseline."""
    found = list(re.finditer(r"\bin ((?:[A-Z][\w’'-]*)(?: [A-Z][\w’'-]*)*)", text))
    return [Span.of(text, *found[-1].span(1))] if found else []


def nearest_to(verb: Span, places: Sequence[Span]) -> list[Span]:
    """Give the place that stands nearest to the verb, the later of two as near; none where there is none."""
    return sorted(places, key=lambda it: (max(it.start - verb.end, verb.start - it.end), -it.start))[:1]


def _last_word(span: Span) -> tuple[int, str]:
    word = span.text.split()[-1]
    return span.end, word
