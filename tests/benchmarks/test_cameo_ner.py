"""The benchmark on source and target, on two sentences of our own with a reader whose answers are known."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import cameo_ner
from benchmarks.cameo_ner import read_sentences
from vedette.records import Argument, Document, EventType, Reading, Role, Span, Stance, Trigger

LINES = """\
Norland B-S
troops I-S
shelled O
Belgo B-T
rebels I-T
. O

Carmo B-S
warned B-R
Ardel B-T
and O
Edo B-T
. O
"""


def read(document: Document, _: object) -> Reading:
    """Take "troops" and "rebels" of the first sentence, "Carmo" and "Ardel" of the second."""
    sides = ("troops", "rebels") if document.text.startswith("Norland") else ("Carmo", "Ardel")
    arguments = tuple(
        Argument(role, Span.of(document.text, at := document.text.index(words), at + len(words)), 0.9)
        for role, words in zip((Role.ACTOR, Role.RECIPIENT), sides, strict=True)
    )
    trigger = Trigger(Span.of(document.text, 0, 3), EventType.ASSAULT, None, Stance.ACTUAL, False, 0.9, arguments)
    return Reading(document.id, (), (trigger, trigger))


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(cameo_ner, "load_reader", lambda **_: None)
    monkeypatch.setattr(cameo_ner, "read_document", read)
    (tmp_path / "dev.txt").write_text(LINES)
    return tmp_path


def test_labels_become_spans_of_the_running_text(data: Path) -> None:
    (first, gold), (_, second) = read_sentences(data)
    assert first == "Norland troops shelled Belgo rebels."
    assert [span.text for span in gold["source"]] == ["Norland troops"]
    assert [span.text for span in second["target"]] == ["Ardel", "Edo"]


def test_each_side_is_counted_by_overlap_and_by_exact_span(data: Path) -> None:
    figures = cameo_ner.run(data)
    assert figures["source"]["f1"] == 100.0
    assert figures["source"]["exact"]["f1"] == 50.0
    # two of two targets given, of three
    assert (figures["target"]["f1"], figures["target"]["exact"]["f1"]) == (80.0, 40.0)
    assert figures["both"]["f1"] == 88.9


def test_the_baseline_takes_the_first_and_the_last_name(data: Path) -> None:
    # Sources Norland and Carmo are right; targets Belgo and Edo are right, Ardel is missed.
    assert cameo_ner.run(data)["baseline"] == {"both": 88.9, "source": 100.0, "target": 80.0}


def test_spacy_s_entities_stand_beside_it_where_spacy_is_installed(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cameo_ner, "load_entities", lambda: lambda text, _: cameo_ner.capitalised(text))
    figures = cameo_ner.run(data)
    assert figures["spacy"] == figures["baseline"]


def test_a_file_of_another_format_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("no labels here\n")
    with pytest.raises(ValueError, match="no sentence"):
        cameo_ner.run(tmp_path)
