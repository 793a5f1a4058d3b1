"""Every kind of error is told apart from the others."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.events.small import cut
from training.corpus import GoldReport, read_report
from training.errors import KINDS, find_faults, tell
from vedette.records import Assertion, Event, EventType, Role, Stance, TextValue

SENTENCE = "Rebels shelled the post and seized a truck; the shelling hurt three."


def quote(words: str) -> dict[str, Any]:
    return {"s": 0, "q": words, "n": 0}


def marked() -> GoldReport:
    def event(name: str, kind: str, triggers: list[str], args: list[dict[str, Any]]) -> dict[str, Any]:
        return {
            "id": name,
            "type": kind,
            "stance": "actual",
            "background": False,
            "triggers": [quote(words) for words in triggers],
            "args": args,
        }

    rebels = {"role": "actor", "certainty": "fact", **quote("Rebels")}
    return read_report(
        {
            "id": "small",
            "cluster": None,
            "style": "wire",
            "published": None,
            "sentences": [SENTENCE],
            "paragraphs": [1],
            "events": [
                event("e1", "ASSAULT", ["shelled", "shelling"], [rebels, {"role": "recipient", **quote("post")}]),
                event("e2", "COERCE", ["seized"], [{"role": "object", **quote("truck")}]),
            ],
            "attributions": [],
            "ties": [],
        }
    )


def value(role: Role, words: str) -> Assertion:
    return Assertion(role, TextValue(words, (cut(SENTENCE, words),)), 0.9)


def event(kind: EventType, triggers: list[str], *values: Assertion) -> Event:
    spans = tuple(cut(SENTENCE, words) for words in triggers)
    return Event("x" * 16, "d" * 16, kind, None, Stance.ACTUAL, False, 0.9, spans, values)


SHELLING = event(EventType.ASSAULT, ["shelled", "shelling"], value(Role.ACTOR, "Rebels"), value(Role.RECIPIENT, "post"))
SEIZURE = event(EventType.COERCE, ["seized"], value(Role.OBJECT, "truck"))


def holding(one: Event, role: Role, words: str) -> Event:
    return replace(one, assertions=(*one.assertions, value(role, words)))


def kinds(*events: Event) -> list[str]:
    return [fault.kind for fault in find_faults(marked(), events)]


def test_a_perfect_reading_has_no_faults() -> None:
    assert kinds(SHELLING, SEIZURE) == []


@pytest.mark.parametrize(
    ("events", "kind"),
    [
        ((SHELLING,), "trigger missed"),
        ((SHELLING, SEIZURE, event(EventType.ASSAULT, ["hurt"])), "trigger invented"),
        ((SHELLING, replace(SEIZURE, type=EventType.ASSAULT, assertions=())), "trigger of another type"),
        ((replace(SHELLING, stance=Stance.DENIED), SEIZURE), "stance"),
        ((replace(SHELLING, assertions=SHELLING.assertions[:1]), SEIZURE), "argument missed"),
        ((holding(SHELLING, Role.WEAPON, "a truck"), SEIZURE), "argument invented"),
        ((holding(SHELLING, Role.OBJECT, "truck"), SEIZURE), "argument of another event"),
        ((SHELLING, replace(SEIZURE, assertions=(value(Role.RECIPIENT, "truck"),))), "argument in another role"),
    ],
)  # fmt: skip
def test_one_error_is_told_as_what_it_is(events: tuple[Event, ...], kind: str) -> None:
    assert kinds(*events) == [kind]


def test_one_happening_told_as_two_events_is_split() -> None:
    halves = replace(SHELLING, triggers=SHELLING.triggers[:1]), replace(SHELLING, triggers=SHELLING.triggers[1:])
    assert kinds(*halves, SEIZURE) == ["event split"]


def test_the_table_counts_all_and_the_sample_shows_the_words() -> None:
    told = tell(list(find_faults(marked(), [SHELLING])), 50)
    assert f"| trigger missed | {KINDS['trigger missed']} | 1 |" in told
    assert f"| trigger missed | small | {SENTENCE.replace('seized', '**seized**')} |" in told
