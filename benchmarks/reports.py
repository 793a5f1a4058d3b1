"""How well whole reports are read, on reports with full markup in the project's own schema.

Takes: a ``.jsonl`` file of marked-up reports or a folder of them. Documents that the shipped model was trained or
tuned on are left out (by the hash of their text), so the same command is fair on any file. Everything is end to end
from the bare text, but for ``roles``, ``stance``, ``mode`` and ``background``, which are asked of the gold triggers.

Keys: ``trigger`` (exact span), ``trigger_type`` (and type), ``trigger_overlap``; ``roles`` (exact span, gold triggers),
``roles.overlap``; ``stance``, ``mode``, ``background`` (accuracy); ``attribution`` (source, cue and content overlap);
``ties``; ``event`` (type right, one trigger overlapping, each event once); ``event_roles`` (arguments of events, end to
end, words overlap: one bound to the wrong event is wrong); ``values`` of matched events, with whether they are bound to
who says them (``values.attribution``, where the markup names a source); ``links`` of claims and denials;
``coreference`` pairs of triggers. All in percent. ``baseline`` holds the constant answers.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.bare import every
from benchmarks.gold import as_document
from benchmarks.scoring import Tally, interval, match_once, percent
from training.corpus import GoldArgument, GoldAttribution, GoldEvent, GoldReport, GoldTie, load_reports, unseen
from vedette.pipeline.way import account_of
from vedette.reading import ReaderModel, load_reader, read_document
from vedette.records import (
    Account,
    Argument,
    Attribution,
    CountValue,
    DateValue,
    Document,
    Event,
    EventType,
    Reading,
    Role,
    Span,
    Stance,
    Tie,
)


@dataclass(slots=True)
class Score:
    """Everything that is counted, and the per-document counts that intervals are drawn from."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    by_document: dict[str, list[Tally]] = field(default_factory=dict)
    rights: Counter[str] = field(default_factory=Counter)
    totals: Counter[str] = field(default_factory=Counter)
    roles: dict[str, Tally] = field(default_factory=dict)
    false_events: int = 0
    negative_sentences: int = 0

    def add(self, name: str, right: int, given: int, wanted: int) -> None:
        """Count one document for one figure."""
        self.tallies.setdefault(name, Tally()).add(right, given, wanted)
        self.by_document.setdefault(name, []).append(Tally(right, given, wanted))

    def check(self, name: str, right: bool) -> None:
        """Count one answer that is right or wrong."""
        self.rights[name] += right
        self.totals[name] += 1

    def share(self, name: str) -> float:
        """Give the share of right answers in percent."""
        return percent(self.rights[name], self.totals[name])


def run(data: Path, sample: int | None = None) -> dict[str, Any]:
    """Score every unseen report of `data`, or `sample` of them at even distances, and give the figures."""
    reports = every(unseen(load_reports(data)), sample)
    if not reports:
        raise ValueError(f"{data}: the shipped model was trained on every report in it, so nothing is left to measure")
    model = load_reader()
    score = Score()
    for report in reports:
        document = as_document(report)
        reading = read_document(document, model)
        _score_triggers(score, report, reading)
        _score_gold_triggers(score, report, document, model)
        _score_attributions(score, report, reading)
        account = account_of(document, reading)
        _score_ties(score, report, account)
        _score_events(score, report, account)
    return _figures(score, len(reports))


# What is paired with what; each at most once


def match_events(given: Sequence[Event], gold: Sequence[GoldEvent]) -> list[tuple[int, int]]:
    """Pair events of one type that share a trigger, those that share most first."""

    def alike(i: int, j: int) -> float:
        shared = sum(a.overlaps(b) for a in given[i].triggers for b in gold[j].triggers)
        return shared if given[i].type is gold[j].type else 0.0

    return match_once(given, gold, alike)


def match_attributions(given: Sequence[Attribution], gold: Sequence[GoldAttribution]) -> list[tuple[int, int]]:
    """Pair attributions whose source, cue and content all overlap."""

    def alike(i: int, j: int) -> bool:
        return all(getattr(given[i], part).overlaps(getattr(gold[j], part)) for part in ("source", "cue", "content"))

    return match_once(given, gold, alike)


def match_ties(given: Sequence[Tie], gold: Sequence[GoldTie]) -> list[tuple[int, int]]:
    """Pair ties of one relation whose two sides overlap."""

    def alike(i: int, j: int) -> bool:
        return (
            given[i].relation is gold[j].relation
            and given[i].a.spans[0].overlaps(gold[j].a)
            and given[i].b.spans[0].overlaps(gold[j].b)
        )

    return match_once(given, gold, alike)


# Triggers and what is asked of them


def _gold_triggers(report: GoldReport) -> list[tuple[Span, EventType]]:
    return list(dict.fromkeys((span, event.type) for event in report.events for span in event.triggers))


def _score_triggers(score: Score, report: GoldReport, reading: Reading) -> None:
    gold = _gold_triggers(report)
    given = [(trigger.span, trigger.type) for trigger in reading.triggers]
    gold_spans, given_spans = {span for span, _ in gold}, {span for span, _ in given}
    score.add("trigger", len(gold_spans & given_spans), len(given_spans), len(gold_spans))
    score.add("trigger_type", len(set(gold) & set(given)), len(given), len(gold))
    pairs = match_once(given, gold, lambda i, j: given[i][0].overlaps(gold[j][0]) and given[i][1] == gold[j][1])
    score.add("trigger_overlap", len(pairs), len(given), len(gold))


def _score_gold_triggers(score: Score, report: GoldReport, document: Document, model: ReaderModel) -> None:
    asked = _gold_triggers(report)
    reading = read_document(document, model, asked)
    answers = {(trigger.span, trigger.type): trigger for trigger in reading.triggers}
    exact, overlap = Tally(), Tally()
    for event in report.events:
        for span in event.triggers:
            trigger = answers.get((span, event.type))
            found = trigger.arguments if trigger else ()
            _score_arguments(score, exact, overlap, found, event.arguments)
            score.check("stance", trigger is not None and trigger.stance is event.stance)
            score.check("stance_always_actual", event.stance is Stance.ACTUAL)
            score.check("mode", trigger is not None and trigger.mode == event.mode)
            score.check("background", trigger is not None and trigger.background == event.background)
    score.add("roles", exact.right, exact.given, exact.wanted)
    score.add("roles_overlap", overlap.right, overlap.given, overlap.wanted)


def _score_arguments(
    score: Score, exact: Tally, overlap: Tally, found: Sequence[Argument], wanted: Sequence[GoldArgument]
) -> None:
    given = [(argument.role, argument.span) for argument in found]
    gold = list(dict.fromkeys((argument.role, argument.span) for argument in wanted))
    exact.add(len(set(given) & set(gold)), len(given), len(gold))
    pairs = match_once(given, gold, lambda i, j: given[i][0] == gold[j][0] and given[i][1].overlaps(gold[j][1]))
    overlap.add(len(pairs), len(given), len(gold))
    for role in {role for role, _ in (*given, *gold)}:
        in_role = [j for _, j in pairs if gold[j][0] == role]
        score.roles.setdefault(role, Tally()).add(
            len(in_role), sum(r == role for r, _ in given), sum(r == role for r, _ in gold)
        )


# Who says so


def _score_attributions(score: Score, report: GoldReport, reading: Reading) -> None:
    given, gold = reading.attributions, report.attributions
    pairs = match_attributions(given, gold)
    score.add("attribution", len(pairs), len(given), len(gold))
    for i, j in pairs:
        score.check("attribution_kind", given[i].kind is gold[j].kind)


def _score_ties(score: Score, report: GoldReport, account: Account) -> None:
    score.add("ties", len(match_ties(account.ties, report.ties)), len(account.ties), len(report.ties))


# Events and their values


def _score_events(score: Score, report: GoldReport, account: Account) -> None:
    given, gold = account.events, report.events
    pairs = match_events(given, gold)
    score.add("event", len(pairs), len(given), len(gold))
    if report.style == "negative":
        score.false_events += len(given) - len(pairs)
        score.negative_sentences += len(report.sentences)
    apart = [(event.type, span) for event in given for span in event.triggers]
    alone = match_once(
        apart, gold, lambda i, j: apart[i][0] is gold[j].type and any(apart[i][1].overlaps(t) for t in gold[j].triggers)
    )
    score.add("event_unmerged", len(alone), len(apart), len(gold))
    _score_coreference(score, report, account)
    _score_event_roles(score, given, gold, pairs)
    gold_id = {given[i].id: gold[j].id for i, j in pairs}
    for i, j in pairs:
        _score_values(score, report, given[i], gold[j])
        _score_voices(score, report, account, given[i], gold[j])
    _score_links(score, account, gold, gold_id)


def _score_event_roles(
    score: Score, given: Sequence[Event], gold: Sequence[GoldEvent], pairs: Sequence[tuple[int, int]]
) -> None:
    """Count the arguments of events, end to end: right where the event is matched and the words overlap."""
    right = 0
    for i, j in pairs:
        told = [(a.role, span) for a in given[i].assertions for span in a.value.spans]
        wanted = list(dict.fromkeys((a.role, a.span) for a in gold[j].arguments))
        right += len(
            match_once(
                told,
                wanted,
                lambda x, y, told=told, wanted=wanted: (  # type: ignore[misc]
                    told[x][0] is wanted[y][0] and told[x][1].overlaps(wanted[y][1])
                ),
            )
        )
    told_in_all = sum(len(a.value.spans) for event in given for a in event.assertions)
    wanted_in_all = sum(len({(a.role, a.span) for a in event.arguments}) for event in gold)
    score.add("event_roles", right, told_in_all, wanted_in_all)


def _score_links(score: Score, account: Account, gold: Sequence[GoldEvent], gold_id: dict[str, str]) -> None:
    speech = {EventType.CLAIM, EventType.DENY}
    wanted = {(event.id, event.of_event) for event in gold if event.type in speech and event.of_event}
    given = [event for event in account.events if event.type in speech and event.of_event]
    right = sum((gold_id.get(event.id), gold_id.get(event.of_event or "")) in wanted for event in given)
    score.add("links", right, len(given), len(wanted))


def _score_coreference(score: Score, report: GoldReport, account: Account) -> None:
    """Count pairs of triggers said to be one event, among triggers found exactly."""
    found = {(event.type, span) for event in account.events for span in event.triggers}
    wanted = {
        (event.type, *pair)
        for event in report.events
        for pair in itertools.combinations(sorted(span for span in event.triggers if (event.type, span) in found), 2)
    }
    gold = {(event.type, span) for event in report.events for span in event.triggers}
    given = {
        (event.type, *pair)
        for event in account.events
        for pair in itertools.combinations(sorted(span for span in event.triggers if (event.type, span) in gold), 2)
    }
    score.add("coreference", len(wanted & given), len(given), len(wanted))


def _score_values(score: Score, report: GoldReport, event: Event, gold: GoldEvent) -> None:
    dates = [argument for argument in gold.arguments if argument.role is Role.DATE]
    told = [assertion.value for assertion in event.in_role(Role.DATE)]
    if dates:
        ranges = {(value.from_, value.to) for value in told if isinstance(value, DateValue)}
        score.check("date", any((date.first, date.last) in ranges for date in dates))
        score.check("date_is_published", any(date.first == date.last == report.published for date in dates))
    else:
        score.check("date_not_stated", not any(isinstance(v, DateValue) and v.from_ for v in told))
    for role in (Role.PLACE, Role.ACTOR, Role.RECIPIENT):
        spans = [argument.span for argument in gold.arguments if argument.role is role]
        if spans:
            score.check(role, _any_overlap(event, role, spans))
    for role in (Role.KILLED, Role.INJURED):
        _score_toll(score, role, event, gold)


def _score_voices(score: Score, report: GoldReport, account: Account, event: Event, gold: GoldEvent) -> None:
    """Count the values found whose source is marked: right where they are bound to an attribution of that source.

    The markup names a value's source where sources differ; where it names none, the publisher need not be meant.
    """
    for assertion in event.assertions:
        alike = [a for a in gold.arguments if a.role is assertion.role and _overlaps_any(a.span, assertion.value.spans)]
        if alike and alike[0].according_to is not None:
            wanted = report.attributions[alike[0].according_to]
            told = None if assertion.attribution is None else account.attributions[assertion.attribution]
            same = told is not None and told.source.overlaps(wanted.source) and told.content.overlaps(wanted.content)
            score.check("attribution", same)


def _overlaps_any(span: Span, others: Sequence[Span]) -> bool:
    return any(span.overlaps(other) for other in others)


def _score_toll(score: Score, role: Role, event: Event, gold: GoldEvent) -> None:
    wanted = {(a.low, a.high) for a in gold.arguments if a.role is role}
    given = {(v.low, v.high) for a in event.in_role(role) if isinstance(v := a.value, CountValue)}
    if wanted:
        # The toll is the largest count of its kind; its parts are scored by `counts`.
        score.check(role, _largest(wanted) == _largest(given))
        score.check(f"{role}_always_one", _largest(wanted) == (1, 1))


def _largest(tolls: Iterable[tuple[int | None, int | None]]) -> tuple[int | None, int | None] | None:
    return max(tolls, key=lambda toll: (toll[0] or 0, toll[1] or 0), default=None)


def _any_overlap(event: Event, role: Role, spans: Sequence[Span]) -> bool:
    return any(one.overlaps(two) for a in event.in_role(role) for one in a.value.spans for two in spans)


# Putting the figures together


def _figures(score: Score, documents: int) -> dict[str, Any]:
    figures: dict[str, Any] = {"documents": documents}
    for name, tally in score.tallies.items():
        figures[name] = tally.figures()
        figures[name]["interval"] = list(interval(score.by_document[name]))
    figures["roles"]["overlap"] = figures.pop("roles_overlap")
    figures["roles"]["by_role"] = {role: tally.figures()["f1"] for role, tally in sorted(score.roles.items())}
    for name in ("stance", "mode", "background", "attribution_kind"):
        figures[name] = score.share(name)
    figures["values"] = {
        str(name): score.share(name)
        for name in (
            "date",
            "date_not_stated",
            Role.PLACE,
            Role.ACTOR,
            Role.RECIPIENT,
            Role.KILLED,
            Role.INJURED,
            "attribution",
        )
    }
    figures["false_events_per_1000_sentences_of_negatives"] = (
        round(1000 * score.false_events / score.negative_sentences, 1) if score.negative_sentences else None
    )
    figures["baseline"] = {
        "stance": score.share("stance_always_actual"),
        "event": {"f1": figures.pop("event_unmerged")["f1"], "what": "every trigger its own event"},
        "date": score.share("date_is_published"),
        "killed": score.share("killed_always_one"),
        "injured": score.share("injured_always_one"),
    }
    return figures
