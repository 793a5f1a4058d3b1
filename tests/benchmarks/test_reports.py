"""The benchmark on whole reports, on a corpus of two with a reader whose answers are known."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from benchmarks import reports
from benchmarks.gold import as_document
from training import corpus
from training.corpus import GoldArgument, GoldEvent, GoldReport, load_reports
from vedette.records import (
    COUNT_ROLES,
    Account,
    ActorValue,
    Argument,
    Assertion,
    Attribution,
    Basis,
    CountValue,
    DateValue,
    Document,
    Event,
    EventType,
    Issue,
    PlaceValue,
    Reading,
    Role,
    Span,
    Stance,
    TextValue,
    Tie,
    TieMention,
    Trigger,
    Value,
)


def quote(sentence: int, words: str, **more: Any) -> dict[str, Any]:
    return {"s": sentence, "q": words, **more}


KILLING = {
    "id": "t-1",
    "cluster": None,
    "style": "wire",
    "published": "2026-03-12",
    "publisher": "The Herald",
    "headline": None,
    "sentences": [
        "Gunmen killed five people in Quetta on Monday, the police said.",
        "The attack wounded two others.",
        "The Front claimed responsibility for it.",
    ],
    "paragraphs": [2, 1],
    "events": [
        {
            "id": "e1",
            "type": "ASSAULT",
            "mode": "firearms",
            "stance": "actual",
            "background": False,
            "triggers": [quote(0, "killed"), quote(1, "attack")],
            "args": [
                quote(0, "Gunmen", role="actor", certainty="fact"),
                quote(0, "people", role="recipient"),
                quote(0, "five", role="killed", low=5, high=5, of=quote(0, "people"), according_to=0),
                quote(0, "Quetta", role="place"),
                quote(0, "Monday", role="date", **{"from": "2026-03-09", "to": "2026-03-09"}),
                quote(1, "two", role="injured", low=2, high=2),
            ],
        },
        {
            "id": "e2",
            "type": "CLAIM",
            "mode": None,
            "stance": "actual",
            "background": False,
            "triggers": [quote(2, "claimed responsibility")],
            "args": [quote(2, "Front", role="actor", certainty="fact")],
            "of_event": "e1",
        },
    ],
    "attributions": [
        {
            "source": quote(0, "the police"),
            "cue": quote(0, "said"),
            "content": quote(0, "Gunmen killed five people in Quetta on Monday"),
            "kind": "statement",
            "within": None,
        }
    ],
    "ties": [{"a": quote(0, "Gunmen"), "b": quote(2, "Front"), "relation": "member_of", "trend": None}],
}
MEETING = {
    "id": "t-2",
    "cluster": None,
    "style": "negative",
    "published": None,
    "publisher": "The Herald",
    "headline": None,
    "sentences": ["The minister met the envoy in Doha.", "They spoke of fish."],
    "paragraphs": [2],
    "events": [
        {
            "id": "e1",
            "type": "CONSULT",
            "mode": "visit",
            "stance": "planned",
            "background": True,
            "triggers": [quote(0, "met")],
            "args": [quote(0, "Doha", role="place")],
        }
    ],
    "attributions": [],
    "ties": [],
}


class Known:
    """A reader that knows the markup; what it answers can be changed before it is asked."""

    def __init__(self, gold: Sequence[GoldReport]) -> None:
        self.gold = {report.text: report for report in gold}
        self.change_reading: Callable[[Reading], Reading] = lambda reading: reading
        self.change_account: Callable[[Account], Account] = lambda account: account

    def read(self, document: Document, model: object, given: Sequence[tuple[Span, EventType]] | None = None) -> Reading:
        report = self.gold[document.text]
        reading = self.change_reading(_reading(report))
        if given is None:
            return reading
        return replace(reading, triggers=tuple(one for one in reading.triggers if (one.span, one.type) in given))

    def account(self, document: Document, reading: Reading, issues: Sequence[Issue] = ()) -> Account:
        report = self.gold[document.text]
        events = tuple(_event(event, report.id) for event in report.events)
        ties = tuple(Tie(_actor(tie.a), _actor(tie.b), tie.relation, tie.trend, 0.9) for tie in report.ties)
        return self.change_account(Account(document, report.sentences, events, reading.attributions, ties))


def _reading(report: GoldReport) -> Reading:
    triggers = [
        Trigger(
            span, event.type, event.mode, event.stance, event.background, 0.9, tuple(map(_argument, event.arguments))
        )
        for event in report.events
        for arguments in [tuple(map(_argument, event.arguments))]
        for span in event.triggers
    ]
    return Reading(
        report.id,
        report.sentences,
        tuple(sorted(triggers, key=lambda trigger: trigger.span)),
        attributions=tuple(
            Attribution(said.source, said.cue, said.content, said.kind, said.within, 0.9)
            for said in report.attributions
        ),
        ties=tuple(TieMention(tie.a, tie.b, tie.relation, tie.trend, 0.9) for tie in report.ties),
    )


def _argument(gold: GoldArgument) -> Argument:
    return Argument(gold.role, gold.span, 0.9, gold.certainty, gold.of)


def _event(gold: GoldEvent, document_id: str) -> Event:
    return Event(
        f"{document_id}-{gold.id}",
        document_id,
        gold.type,
        gold.mode,
        gold.stance,
        gold.background,
        0.9,
        gold.triggers,
        tuple(Assertion(arg.role, _value(arg), 0.9, arg.according_to) for arg in gold.arguments),
        of_event=f"{document_id}-{gold.of_event}" if gold.of_event else None,
    )


def _actor(span: Span) -> ActorValue:
    return ActorValue(span.text, None, None, None, None, None, (span,))


def _value(gold: GoldArgument) -> Value:
    spans = (gold.span,)
    if gold.role in COUNT_ROLES:
        return CountValue(gold.low, gold.high, Basis.STATED, spans)
    match gold.role:
        case Role.DATE:
            return DateValue(gold.first, gold.last, None, Basis.STATED, spans)
        case Role.PLACE:
            return PlaceValue(gold.span.text, None, None, None, None, None, None, None, Basis.STATED, spans)
        case Role.ACTOR | Role.RECIPIENT:
            return _actor(gold.span)
    return TextValue(gold.span.text, spans)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "two.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in (KILLING, MEETING)))
    return path


@pytest.fixture
def reader(data: Path, monkeypatch: pytest.MonkeyPatch) -> Known:
    known = Known(load_reports(data))
    monkeypatch.setattr(reports, "load_reader", lambda: None)
    monkeypatch.setattr(reports, "read_document", known.read)
    monkeypatch.setattr(reports, "account_of", known.account)
    return known


PERFECT = {"precision": 100.0, "recall": 100.0, "f1": 100.0}


@pytest.mark.usefixtures("reader")
def test_perfect_answers_give_a_hundred_in_every_figure(data: Path) -> None:
    figures = reports.run(data)
    baseline = figures.pop("baseline")
    assert figures.pop("documents") == 2
    assert figures.pop("false_events_per_1000_sentences_of_negatives") == 0.0
    assert set(figures["roles"].pop("by_role").values()) == {100.0}
    assert set(figures.pop("values").values()) == {100.0}
    assert figures["roles"].pop("overlap")["f1"] == 100.0
    for name, figure in figures.items():
        told = {key: figure[key] for key in PERFECT} if isinstance(figure, dict) else figure
        assert told == (PERFECT if isinstance(figure, dict) else 100.0), name
    # Three of four triggers are actual; every trigger an event finds all three events, and gives one too many.
    assert baseline == {
        "stance": 75.0,
        "event": {"f1": 85.7, "what": "every trigger its own event"},
        "date": 0.0,
        "killed": 0.0,
        "injured": 0.0,
    }


@pytest.mark.usefixtures("reader")
def test_the_figures_that_the_contract_names_are_there(data: Path) -> None:
    figures = reports.run(data)
    for name in ("trigger_type", "roles", "attribution", "event"):
        assert "f1" in figures[name]
    assert isinstance(figures["stance"], float)


def test_a_reader_that_finds_nothing_gets_nothing(data: Path, reader: Known) -> None:
    reader.change_reading = lambda reading: Reading(reading.document_id, reading.sentences)
    reader.change_account = lambda account: Account(account.document)
    figures = reports.run(data)
    for name in ("trigger", "trigger_type", "trigger_overlap", "roles", "attribution", "ties", "event", "links"):
        assert (figures[name]["f1"], figures[name]["recall"]) == (0.0, 0.0), name
    assert (figures["stance"], figures["mode"], figures["background"]) == (0.0, 0.0, 0.0)


def test_a_trigger_that_is_missed_costs_recall(data: Path, reader: Known) -> None:
    reader.change_reading = lambda reading: replace(
        reading, triggers=tuple(one for one in reading.triggers if one.span.text != "attack")
    )
    figures = reports.run(data)
    assert figures["trigger"] == {"f1": 85.7, "precision": 100.0, "recall": 75.0, "wanted": 4} | {
        "interval": figures["trigger"]["interval"]
    }
    # e1's six arguments are asked of both its triggers: 6 + 1 + 1 of 14 are found.
    assert figures["roles"]["recall"] == 57.1
    assert (figures["stance"], figures["mode"]) == (75.0, 75.0)


def test_a_trigger_of_the_wrong_type_counts_as_found_only_where_types_do_not(data: Path, reader: Known) -> None:
    reader.change_reading = lambda reading: replace(
        reading,
        triggers=tuple(replace(t, type=EventType.COERCE) if t.span.text == "killed" else t for t in reading.triggers),
    )
    figures = reports.run(data)
    assert figures["trigger"]["f1"] == 100.0
    assert figures["trigger_type"]["f1"] == 75.0
    assert figures["trigger_overlap"]["f1"] == 75.0


def test_words_that_overlap_are_half_right(data: Path, reader: Known) -> None:
    def widen(trigger: Trigger) -> Trigger:
        arguments = [
            replace(one, span=Span(one.span.start - 3, one.span.end, f"in {one.span.text}"))
            if one.span.text in ("Quetta", "Doha")
            else one
            for one in trigger.arguments
        ]
        return replace(trigger, arguments=tuple(arguments))

    reader.change_reading = lambda reading: replace(reading, triggers=tuple(map(widen, reading.triggers)))
    figures = reports.run(data)
    assert figures["roles"]["f1"] == 78.6  # 11 of 14
    assert figures["roles"]["overlap"]["f1"] == 100.0
    assert figures["roles"]["by_role"]["place"] == 100.0


def test_an_attribution_needs_source_cue_and_content(data: Path, reader: Known) -> None:
    reader.change_reading = lambda reading: replace(
        reading,
        attributions=tuple(replace(said, source=reading.sentences[2]) for said in reading.attributions),
    )
    assert reports.run(data)["attribution"]["f1"] == 0.0


def test_a_value_whose_source_is_marked_must_be_bound_to_it(data: Path, reader: Known) -> None:
    def unbind(account: Account) -> Account:
        events = [
            replace(event, assertions=tuple(replace(one, attribution=None) for one in event.assertions))
            for event in account.events
        ]
        return replace(account, events=tuple(events))

    reader.change_account = unbind
    figures = reports.run(data)
    assert figures["values"]["attribution"] == 0.0
    assert figures["event"]["f1"] == 100.0


def test_an_event_cut_in_two_is_one_right_and_one_too_many(data: Path, reader: Known) -> None:
    def cut(account: Account) -> Account:
        events: list[Event] = []
        for event in account.events:
            events += [
                replace(event, id=f"{event.id}-{n}" if n else event.id, triggers=(one,))
                for n, one in enumerate(event.triggers)
            ]
        return replace(account, events=tuple(events))

    reader.change_account = cut
    figures = reports.run(data)
    assert (figures["event"]["f1"], figures["event"]["precision"]) == (85.7, 75.0)
    assert figures["coreference"]["recall"] == 0.0
    assert figures["links"]["f1"] == 100.0


def test_an_event_that_a_negative_does_not_tell_is_counted_by_the_thousand_sentences(data: Path, reader: Known) -> None:
    def invent(account: Account) -> Account:
        extra = [replace(event, id=f"{event.id}-x", type=EventType.ASSAULT) for event in account.events]
        return replace(account, events=(*account.events, *extra))

    reader.change_account = invent
    assert reports.run(data)["false_events_per_1000_sentences_of_negatives"] == 500.0


def changed(role: Role, value: Callable[[Value], Value]) -> Callable[[Account], Account]:
    """Make a change of every value in one role."""

    def change(account: Account) -> Account:
        events = [
            replace(
                event,
                assertions=tuple(
                    replace(one, value=value(one.value)) if one.role is role else one for one in event.assertions
                ),
            )
            for event in account.events
        ]
        return replace(account, events=tuple(events))

    return change


def test_values_are_scored_one_kind_at_a_time(data: Path, reader: Known) -> None:
    reader.change_account = changed(Role.KILLED, lambda value: CountValue(6, 6, Basis.STATED, value.spans))
    assert reports.run(data)["values"] == {
        "date": 100.0,
        "date_not_stated": 100.0,
        "place": 100.0,
        "actor": 100.0,
        "recipient": 100.0,
        "killed": 0.0,
        "injured": 100.0,
        "attribution": 100.0,
    }


def test_a_date_where_none_is_told_is_wrong(data: Path, reader: Known) -> None:
    day = next(argument.first for argument in load_reports(data)[0].events[0].arguments if argument.first)

    def date(account: Account) -> Account:
        span = account.events[0].triggers[0]
        told = Assertion(Role.DATE, DateValue(day, day, None, Basis.STATED, (span,)), 0.9)
        return replace(account, events=tuple(replace(event, assertions=(told,)) for event in account.events))

    reader.change_account = date
    assert reports.run(data)["values"]["date_not_stated"] == 0.0


def test_a_claim_that_points_elsewhere_is_wrong(data: Path, reader: Known) -> None:
    reader.change_account = lambda account: replace(
        account,
        events=tuple(replace(event, of_event=event.id if event.of_event else None) for event in account.events),
    )
    assert reports.run(data)["links"]["f1"] == 0.0


def test_a_stance_that_is_wrong_is_counted_a_trigger(data: Path, reader: Known) -> None:
    reader.change_reading = lambda reading: replace(
        reading, triggers=tuple(replace(trigger, stance=Stance.ACTUAL) for trigger in reading.triggers)
    )
    figures = reports.run(data)
    assert figures["stance"] == figures["baseline"]["stance"] == 75.0


@pytest.mark.usefixtures("reader")
def test_reports_that_the_model_has_seen_are_left_out(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = tmp_path / "seen.txt"
    monkeypatch.setattr(corpus, "SEEN", seen)
    first, second = load_reports(data)
    seen.write_text(f"{corpus.fingerprint(first)}\n")
    assert reports.run(data)["documents"] == 1
    seen.write_text(f"{corpus.fingerprint(first)}\n{corpus.fingerprint(second)}\n")
    with pytest.raises(ValueError, match="nothing is left to measure"):
        reports.run(data)


def test_a_marked_up_report_is_read_as_plain_text(data: Path) -> None:
    killing, meeting = map(as_document, load_reports(data))
    assert killing.text.endswith("wounded two others.\n\nThe Front claimed responsibility for it.")
    assert str(killing.published.date) == "2026-03-12"
    assert meeting.published.date is None
