"""What the shipped reader gets wrong, by kind: counts of all errors on unseen reports, and a sample to look at.

``python -m training.errors --reports FILE_OR_FOLDER … [--model FOLDER] [--sample 50]`` reads the reports that the model
has not seen from bare text to account, compares with the markup, and prints a table and the sample as Markdown
(``docs/explanation/what-it-gets-wrong.md``). The sample is drawn by hash: the same reports give the same one.
"""

from __future__ import annotations

import argparse
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.gold import as_document
from benchmarks.reports import match_events
from training.corpus import GoldArgument, GoldEvent, GoldReport, load_reports, unseen
from vedette.pipeline.way import read_one
from vedette.reading import ReaderModel, load_reader
from vedette.records import Assertion, CountValue, DateValue, Event, Span

KINDS = {
    "trigger missed": "no word of the event was found",
    "trigger invented": "a word was taken for an event that is none",
    "trigger of another type": "the word was found, its type is another",
    "event split": "one happening came out as several events",
    "events joined": "several happenings came out as one event",
    "stance": "what happened, what was only threatened, denied, planned …",
    "argument missed": "a marked value of a matched event was not found anywhere",
    "argument invented": "a value that no event of the report has in this role",
    "argument of another event": "the value is right, but of another event",
    "argument in another role": "the words were found in another role of the same event",
    "date value": "the words were found, the days are others",
    "count value": "the words were found, the number is another",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One error: its kind (a key of `KINDS`), the report, the words it is about, and what was said of them."""

    kind: str
    report: GoldReport
    span: Span
    said: str

    @property
    def rank(self) -> str:
        """Give the order of drawing."""
        return hashlib.sha256(f"{self.kind}|{self.report.id}|{self.span.start}|{self.said}".encode()).hexdigest()


def find_faults(report: GoldReport, events: Sequence[Event]) -> Iterator[Fault]:
    """Compare one report's events with its markup."""
    yield from _trigger_faults(report, events)
    yield from _grouping_faults(report, events)
    for i, j in match_events(events, report.events):
        given, gold = events[i], report.events[j]
        if given.stance is not gold.stance:
            yield Fault("stance", report, gold.triggers[0], f"{given.stance}, not {gold.stance}")
        yield from _missed(report, given, gold)
        yield from _invented(report, given, gold)


def _trigger_faults(report: GoldReport, events: Sequence[Event]) -> Iterator[Fault]:
    given = [(span, event) for event in events for span in event.triggers]
    marked = [(span, event) for event in report.events for span in event.triggers]
    for span, event in marked:
        over = [found for place, found in given if place.overlaps(span)]
        if not over:
            yield Fault("trigger missed", report, span, f"{event.type}, {event.stance}")
        elif all(found.type is not event.type for found in over):
            yield Fault("trigger of another type", report, span, f"{over[0].type}, not {event.type}")
    for span, found in given:
        if not any(place.overlaps(span) for place, _ in marked):
            yield Fault("trigger invented", report, span, str(found.type))


def _grouping_faults(report: GoldReport, events: Sequence[Event]) -> Iterator[Fault]:
    def alike(given: Event, gold: GoldEvent) -> bool:
        return given.type is gold.type and any(a.overlaps(b) for a in given.triggers for b in gold.triggers)

    for gold in report.events:
        if (parts := sum(alike(given, gold) for given in events)) > 1:
            yield Fault("event split", report, gold.triggers[0], f"{parts} events")
    for given in events:
        if (parts := sum(alike(given, gold) for gold in report.events)) > 1:
            yield Fault("events joined", report, given.triggers[0], f"{parts} happenings")


def _missed(report: GoldReport, given: Event, gold: GoldEvent) -> Iterator[Fault]:
    for argument in gold.arguments:
        over = [found for found in given.assertions if _overlaps(found, argument.span)]
        if not over:
            yield Fault("argument missed", report, argument.span, f"{argument.role} of “{gold.triggers[0].text}”")
        elif all(found.role is not argument.role for found in over):
            yield Fault("argument in another role", report, argument.span, f"{over[0].role}, not {argument.role}")
        else:
            yield from _value_faults(report, argument, [found for found in over if found.role is argument.role])


def _value_faults(report: GoldReport, argument: GoldArgument, found: Sequence[Assertion]) -> Iterator[Fault]:
    dates = [one.value for one in found if isinstance(one.value, DateValue)]
    counts = [one.value for one in found if isinstance(one.value, CountValue)]
    if dates and all((date.from_, date.to) != (argument.first, argument.last) for date in dates):
        said = f"{dates[0].from_}..{dates[0].to}, not {argument.first}..{argument.last}"
        yield Fault("date value", report, argument.span, said)
    if counts and all((count.low, count.high) != (argument.low, argument.high) for count in counts):
        said = f"{counts[0].low}..{counts[0].high}, not {argument.low}..{argument.high}"
        yield Fault("count value", report, argument.span, said)


def _invented(report: GoldReport, given: Event, gold: GoldEvent) -> Iterator[Fault]:
    for found in given.assertions:
        if any(_overlaps(found, argument.span) for argument in gold.arguments) or not found.value.spans:
            continue
        elsewhere = any(
            argument.role is found.role and _overlaps(found, argument.span)
            for event in report.events
            for argument in event.arguments
        )
        kind = "argument of another event" if elsewhere else "argument invented"
        yield Fault(kind, report, found.value.spans[0], f"{found.role} of “{gold.triggers[0].text}”")


def _overlaps(found: Assertion, span: Span) -> bool:
    return any(place.overlaps(span) for place in found.value.spans)


def tell(faults: Sequence[Fault], sample: int) -> str:
    """Write the table of kinds and a sample of `sample` faults, spread over the kinds, as Markdown."""
    counted = Counter(fault.kind for fault in faults)
    lines = ["| kind | what it means | errors |", "|---|---|---|"]
    lines += [f"| {kind} | {meaning} | {counted[kind]} |" for kind, meaning in KINDS.items()]
    lines += ["", "| kind | report | words in their sentence | said |", "|---|---|---|---|"]
    lines += [
        f"| {fault.kind} | {fault.report.id} | {_in_sentence(fault)} | {fault.said} |"
        for fault in _draw(faults, sample)
    ]
    return "\n".join(lines)


def _draw(faults: Iterable[Fault], sample: int) -> list[Fault]:
    """Take one of each kind in turn, by hash, until there are enough."""
    queues = {kind: sorted((f for f in faults if f.kind == kind), key=lambda fault: fault.rank) for kind in KINDS}
    drawn: list[Fault] = []
    while len(drawn) < sample and any(queues.values()):
        drawn += [queue.pop(0) for queue in queues.values() if queue]
    return sorted(drawn[:sample], key=lambda fault: (list(KINDS).index(fault.kind), fault.rank))


def _in_sentence(fault: Fault) -> str:
    text, span = fault.report.text, fault.span
    sentence = next((s for s in fault.report.sentences if s.start <= span.start < s.end), span)
    start, end = max(sentence.start, span.start - 60), min(max(sentence.end, span.end), span.end + 60)
    words = f"{text[start : span.start]}**{span.text}**{text[span.end : end]}"
    return ("… " * (start > sentence.start) + words + " …" * (end < sentence.end)).replace("|", "/").replace("\n", " ")


def main() -> None:
    """Print the errors of a model on reports that it has not seen."""
    parser = argparse.ArgumentParser(prog="python -m training.errors", description=__doc__)
    parser.add_argument("--reports", type=Path, nargs="+", required=True, help="marked-up reports: files or folders")
    parser.add_argument("--model", type=Path, help="another model's folder; the one that ships where not given")
    parser.add_argument("--sample", type=int, default=50, help="how many errors to show (default: %(default)s)")
    given = parser.parse_args()
    model = ReaderModel(given.model) if given.model else load_reader()
    reports = unseen(load_reports(*given.reports))
    faults = [fault for report in reports for fault in find_faults(report, read_one(as_document(report), model).events)]
    print(f"{len(reports)} reports, {sum(len(report.events) for report in reports)} events\n")
    print(tell(faults, given.sample))


if __name__ == "__main__":
    main()
