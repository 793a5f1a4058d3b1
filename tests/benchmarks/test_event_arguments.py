"""The benchmarks on arguments of gold triggers, on one document of our own in each of the two formats."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from benchmarks import event_arguments, rams, wikievents
from benchmarks.event_arguments import Scheme, head
from vedette.records import Argument, Document, EventType, Reading, Role, Span, Stance, Trigger

SENTENCES = [
    ["Rebels", "bombed", "the", "army", "'s", "base", "near", "Ardel", "."],
    ["The", "blast", "killed", "two", "guards", ".", "Traders", "sold", "rice", "."],
]
WORDS = [word for words in SENTENCES for word in words]


def mention(name: str, first: int, last: int) -> dict[str, Any]:
    return {"id": name, "start": first, "end": last + 1, "text": " ".join(WORDS[first : last + 1])}


def event(kind: str, at: int, **roles: str) -> dict[str, Any]:
    return {
        "event_type": kind,
        "trigger": {"start": at, "end": at + 1, "text": WORDS[at]},
        "arguments": [{"entity_id": name, "role": role, "text": ""} for role, name in roles.items()],
    }


WIKI = {
    "doc_id": "w1",
    "tokens": WORDS,
    "sentences": [[[[word, 0, 0] for word in words], " ".join(words)] for words in SENTENCES],
    "entity_mentions": [
        mention("rebels", 0, 0),
        mention("base", 5, 5),
        mention("ardel", 7, 7),
        mention("guards", 12, 13),
        mention("traders", 15, 15),
    ],
    "event_mentions": [
        event("Conflict.Attack.DetonateExplode", 1, Attacker="rebels", Target="base", Place="ardel", Regulator="ardel"),
        event("Life.Die.Unspecified", 11, Victim="guards"),
        event("Transaction.ExchangeBuySell.Unspecified", 16, Giver="traders"),
    ],
}
RAMS = {
    "doc_key": "r1",
    "sentences": SENTENCES,
    "evt_triggers": [[1, 1, [["conflict.attack.bombing", 1.0]]]],
    "gold_evt_links": [
        [[1, 1], [0, 0], "evt001arg01attacker"],
        [[1, 1], [2, 5], "evt001arg02target"],
        [[1, 1], [7, 7], "evt001arg04place"],
    ],
}
# What the reader says of each trigger: it takes the whole phrase of the base, and is wrong on the killing.
SAID = {
    "bombed": [(Role.ACTOR, "Rebels"), (Role.RECIPIENT, "the army's base near Ardel"), (Role.DATE, "The")],
    "killed": [(Role.RECIPIENT, "The blast"), (Role.PLACE, "Traders"), (Role.ACTOR, "Rebels")],
}


def read(document: Document, _: object, given: Sequence[tuple[Span, EventType]]) -> Reading:
    def trigger(span: Span, kind: EventType) -> Trigger:
        places = [(role, document.text.index(words), words) for role, words in SAID[span.text]]
        arguments = tuple(Argument(role, Span(at, at + len(words), words), 0.9) for role, at, words in places)
        return Trigger(span, kind, "explosives", Stance.ACTUAL, False, 1.0, arguments)

    border = document.text.index("The blast")
    sentences = (Span.of(document.text, 0, border - 1), Span.of(document.text, border, len(document.text)))
    return Reading(document.id, sentences, tuple(trigger(*it) for it in given))


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(event_arguments, "read_document", read)
    monkeypatch.setattr(wikievents, "load_reader", lambda **_: None)
    monkeypatch.setattr(rams, "load_reader", lambda **_: None)
    (tmp_path / "w.jsonl").write_text(json.dumps(WIKI))
    (tmp_path / "r.jsonlines").write_text(json.dumps(RAMS))
    return tmp_path


def test_arguments_of_known_types_and_roles_are_matched_by_head(data: Path) -> None:
    argument = wikievents.run(data / "w.jsonl")["argument"]
    # Given: Attacker, Target; Victim, Place of the death. Wanted: Attacker, Target, Place; Victim. Two are right.
    # The Killer read in another sentence is no answer.
    assert (argument["precision"], argument["recall"], argument["wanted"]) == (50.0, 50.0, 4)
    assert (argument["exact"]["f1"], argument["overlap"]["f1"]) == (25.0, 50.0)


def test_what_our_scheme_lacks_is_wanted_and_missed_in_the_figure_of_all(data: Path) -> None:
    figures = wikievents.run(data / "w.jsonl")
    # The regulator of the attack and the giver of the sale are wanted too: 2 of 6.
    assert (figures["argument"]["all"]["recall"], figures["argument"]["all"]["wanted"]) == (33.3, 6)
    assert figures["types_that_ours_lack"] == {"Transaction.ExchangeBuySell.Unspecified": 1}


def test_modes_are_counted_where_their_type_tells_one(data: Path) -> None:
    assert wikievents.run(data / "w.jsonl")["mode"] == 100.0


def test_the_baseline_takes_the_nearest_names(data: Path) -> None:
    # Bombing: Rebels and Ardel for attacker and target. Killing: The (blast) and Traders. One of four is right.
    assert wikievents.run(data / "w.jsonl")["baseline"]["argument"] == 25.0


def test_links_of_rams_are_read_with_inclusive_ends(data: Path) -> None:
    argument = rams.run(data / "r.jsonlines")["argument"]
    assert (argument["precision"], argument["recall"]) == (100.0, 66.7)
    assert argument["by_role"] == {"attacker": 100.0, "place": 0.0, "target": 100.0}


@pytest.mark.parametrize("module", [wikievents, rams])
def test_a_file_of_another_format_is_refused(module: Any, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"a": 1}')
    with pytest.raises(ValueError, match="no document with"):
        module.run(tmp_path / "a.jsonl")


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("members of the militia", "members"),
        ("the army's base near Ardel", "base"),
        ("a roadside bomb", "bomb"),
        ("the mayor, who had fled", "mayor"),
        ("Lia Calderon", "Calderon"),
        ("“", "“"),
    ],
)
def test_a_head_is_the_last_word_before_what_only_adds_to_it(words: str, last: str) -> None:
    span = Span(7, 7 + len(words), words)
    assert head(span).text == last
    assert words[head(span).start - 7 : head(span).end - 7] == last


@pytest.mark.parametrize("module", [wikievents, rams])
def test_the_longest_prefix_decides(module: Any) -> None:
    scheme = Scheme(Path(module.__file__).with_suffix(".yaml"))
    sort = scheme.sort_of("Life.Die.DeathCausedByViolentEvents")
    assert sort is not None
    assert sort.type is EventType.ASSAULT
    assert scheme.sort_of("no.such.type") is None
    assert all(sort.roles for sort in scheme.sorts.values())
