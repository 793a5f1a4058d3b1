"""The benchmark on the place of one event, on five sentences of our own with a reader whose answers are known."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from benchmarks import event_location
from benchmarks.__main__ import main
from benchmarks.innermost import innermost_names
from training.seen_places import fingerprint
from vedette.records import Argument, Document, EventType, Reading, Role, Span, Stance, Trigger


def row(text: str, verb: str, *places: str, empty: int = 0) -> dict[str, Any]:
    marks = [{"start": text.index(it), "end": text.index(it) + len(it), "label": "LOCATION"} for it in places]
    verbs = [{"start": text.index(verb), "end": text.index(verb) + len(verb), "label": "VERB"}]
    return {"text": text, "spans": verbs + marks + [{"start": 3, "end": 3, "label": "LOCATION"}] * empty}


ROWS = [
    row("Gunmen killed a clerk in the town of Ardel in Norland.", "killed", "Ardel"),
    row("In Belgo, crowds marched on Monday.", "marched", "Belgo "[:5]),
    row("Two were shot near Carmo.", "shot"),
    row("A mine wounded three in Dasht.", "wounded", empty=1),
    row("Troops patrolled Edo and Fardis.", "patrolled", "Edo ", "Fardis", empty=1),
]
READ = {
    "Gunmen": ["town of Ardel", "Norland"],
    "In Bel": ["Belgo"],
    "Two we": ["Carmo"],
    "A mine": ["Dasht"],
    "Troops": ["Edo"],
}


def read(document: Document, _: object, given: Sequence[tuple[Span, EventType]] | None = None) -> Reading:
    """Find a trigger in every sentence but that of the march, which has to be asked for."""
    verb = next(r["spans"][0] for r in ROWS if r["text"] == document.text)
    span = Span.of(document.text, verb["start"], verb["end"])
    if span.text == "marched" and not given:
        return Reading(document.id, ())
    places = [Span.of(document.text, at := document.text.index(it), at + len(it)) for it in READ[document.text[:6]]]
    arguments = tuple(Argument(Role.PLACE, it, 0.9) for it in places)
    trigger = Trigger(span, EventType.ASSAULT, None, Stance.ACTUAL, False, 0.9, arguments)
    return Reading(document.id, (), (trigger,))


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(event_location, "read_document", read)
    monkeypatch.setattr(event_location, "load_reader", lambda **_: None)
    path = tmp_path / "five.jsonl"
    path.write_text("\n".join(json.dumps(it) for it in ROWS))
    return path


def test_spans_are_counted_over_all_rows_and_over_those_with_a_place(data: Path) -> None:
    figures = event_location.run(data)
    # Read: Ardel and Belgo right, Carmo of a row without a place, Edo right and Fardis not found.
    assert figures["sentences"] == 4
    assert figures["exact"]["wanted"] == 4
    assert (figures["exact"]["precision"], figures["exact"]["recall"], figures["exact"]["f1"]) == (75.0, 75.0, 75.0)
    assert (figures["where_told"]["exact"]["precision"], figures["where_told"]["exact"]["f1"]) == (100.0, 85.7)
    assert figures["verb_is_trigger"] == 75.0


def test_empty_spans_are_skipped_and_a_row_with_nothing_else_is_left_out(data: Path) -> None:
    assert event_location.run(data)["skipped"] == {
        "empty_spans": 2,
        "rows_with_empty_spans_only": 1,
        "rows_without_one_verb": 0,
        "rows_trained_on": 0,
    }


def test_rows_that_the_reader_was_trained_on_are_left_out(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(event_location, "load_seen", lambda: frozenset({fingerprint(ROWS[1]["text"] + " ")}))
    figures = event_location.run(data)
    assert (figures["sentences"], figures["skipped"]["rows_trained_on"]) == (3, 1)


def test_the_baseline_takes_the_name_after_the_last_in(data: Path) -> None:
    # Norland is wrong; "In Belgo" has a capital I, the others no "in": 0 right of 1 given and 4 wanted.
    assert event_location.run(data)["baseline"]["name_after_last_in"]["exact"] == 0.0


def test_spacy_s_nearest_place_stands_beside_it_where_spacy_is_installed(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(event_location, "load_entities", lambda: lambda text, _: _names(text))
    # Ardel, not Norland; Belgo; Carmo, of a row without a place; Edo, not Fardis: 3 right of 4 given and 4 wanted.
    assert event_location.run(data)["spacy"]["nearest_place"]["exact"] == 75.0
    monkeypatch.setattr(event_location, "load_entities", lambda: None)
    assert "spacy" not in event_location.run(data)


def _names(text: str) -> list[Span]:
    places = (it for it in ("Ardel", "Norland", "Belgo", "Carmo", "Edo", "Fardis") if it in text)
    return [Span.of(text, at := text.index(it), at + len(it)) for it in places]


def test_a_sample_is_taken_from_the_command_line(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["event_location", "--data", str(data), "--json", "--sample", "2"]) == 0
    assert json.loads(capsys.readouterr().out)["sentences"] == 2


def test_a_benchmark_that_reads_all_says_so(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["counts", "--data", str(data), "--sample", "2"])
    assert "reads all its data" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "verb", "places", "answer"),
    [
        ("They shot him in the southern city of Ardel.", "shot", ["southern city of Ardel"], ["Ardel"]),
        ("They shot him in Belgo's Carmo district.", "shot", ["Belgo's Carmo district"], ["Carmo"]),
        ("A blast hit the Iraqi town of Ardel.", "hit", ["Iraqi town of Ardel"], ["Ardel"]),
        ("They shelled Ardel, Belgo and Carmo.", "shelled", ["Ardel", "Belgo", "Carmo"], ["Ardel", "Belgo", "Carmo"]),
        ("They met in Ardel, Norland, on Friday.", "met", ["Ardel", "Norland"], ["Ardel"]),
        ("In Ardel the police said two died in Belgo.", "died", ["Ardel", "Belgo"], ["Belgo"]),
        ("In Ardel two guards died at a gate.", "died", ["Ardel", "gate"], ["Ardel"]),
        ("They fought on Mount Ardel Friday.", "fought", ["Ardel"], ["Mount Ardel"]),
        ("They hid in a car.", "hid", ["car"], []),
        ("They shot him in St. Ardel.", "shot", ["Ardel"], ["St. Ardel"]),
        ("They marched on Norland's parliament Friday.", "marched", ["Norland's parliament"], ["Norland"]),
        ("They struck villages in northern Ardel.", "struck", ["villages in northern Ardel"], ["Ardel"]),
        ("They seized the village of al-Carmo.", "seized", ["al-Carmo"], ["al-Carmo"]),
    ],
)
def test_the_answer_is_the_innermost_name_after_the_verb(
    text: str, verb: str, places: list[str], answer: list[str]
) -> None:
    spans = [Span.of(text, at := text.index(it), at + len(it)) for it in places]
    asked = Span.of(text, text.index(verb), text.index(verb) + len(verb))
    assert [name.text for name in innermost_names(text, spans, asked)] == answer
