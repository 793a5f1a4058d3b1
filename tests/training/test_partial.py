"""Corpora of which a part is marked: what each teaches, and what stays unknown."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from training.features import IGNORE, Example
from training.partial import RUN, TAUGHT, is_taught, runs, teach
from training.partial_corpora import (
    read_gum,
    read_gvdb,
    read_muc4,
    read_plover,
    read_wikievents,
    spans_of,
    strip_brackets,
)
from training.partial_text import Deed, PartialText, agreed, examples_of_part
from vedette.reading import ReaderModel, load_reader
from vedette.reading import labels as names
from vedette.reading.windows import Token
from vedette.records import EventType, Role, Span

MODEL = Path(__file__).parents[2] / "src" / "vedette" / "reading" / "model"
TEXT = "Gunmen shot two farmers near Ilmara on Monday. The mayor of Tessa spoke of a raid."


@pytest.fixture(scope="module")
def model() -> ReaderModel:
    return load_reader(threads=1)


def span(words: str, text: str = TEXT) -> Span:
    at = text.index(words)
    return Span(at, at + len(words), words)


def words_of(text: str) -> list[Token]:
    """One token a word, for what does not hang on word pieces."""
    at, tokens = 0, []
    for word in text.split(" "):
        tokens.append(Token(1, at, at + len(word), 0, 0))
        at += len(word) + 1
    return tokens


def labelled(text: str, labels: Any, wanted: int) -> str:
    return " ".join(word for word, label in zip(text.split(" "), labels[1:-1], strict=True) if label == wanted)


@pytest.mark.parametrize(
    ("answered", "begins", "goes_on", "unknown"),
    [
        pytest.param([], "Ilmara", "", 0, id="the mark as it stands where the reader says nothing"),
        pytest.param([("place", "near Ilmara")], "near", "Ilmara", 0, id="the reader's longer span for the same words"),
        pytest.param([("date", "Monday.")], "Ilmara", "", 1, id="what only the reader marks is not known"),
    ],
)
def test_a_marked_sentence_is_outside_but_for_what_either_marks(
    answered: list[tuple[str, str]], begins: str, goes_on: str, unknown: int
) -> None:
    known = names.TAGGERS[names.MENTION]
    sentences = [span("Gunmen shot two farmers near Ilmara on Monday."), span("The mayor of Tessa spoke of a raid.")]
    own = [(label, span(words)) for label, words in answered]
    labels = agreed(words_of(TEXT), known, [("place", span("Ilmara"))], own, sentences)
    place = known.index("place")
    assert (labelled(TEXT, labels, 1 + 2 * place), labelled(TEXT, labels, 2 + 2 * place)) == (begins, goes_on)
    assert labelled(TEXT, labels, IGNORE).count(" ") + 1 == unknown + 8  # the other sentence has eight words
    assert labels[0] == labels[-1] == IGNORE


def test_a_deed_teaches_its_trigger_and_the_layers_that_are_marked(model: ReaderModel) -> None:
    deed = Deed(span("shot"), EventType.ASSAULT, ((Role.RECIPIENT, span("farmers")),))
    (example,) = examples_of_part(PartialText("a", TEXT, deeds=(deed,)), model)
    assert known(example) == {names.TRIGGER}
    (anchor,) = example.anchors
    assert anchor.layers.keys() == {names.PARTY}
    assert (anchor.stance, anchor.background, anchor.mode) == (IGNORE, IGNORE, IGNORE)
    assert 1 + 2 * names.LAYERS[names.PARTY].index(Role.RECIPIENT) in anchor.layers[names.PARTY]


def test_an_argument_without_a_trigger_is_bound_to_the_reader_s_in_its_sentence_alone(model: ReaderModel) -> None:
    for words, asked in (("Gunmen", "shot"), ("mayor", None)):
        text = PartialText("a", TEXT.replace("raid", "visit"), bound=((EventType.ASSAULT, Role.ACTOR, span(words)),))
        found = [anchor for example in examples_of_part(text, model) for anchor in example.anchors]
        assert [anchor.kind for anchor in found] == ([names.ANCHOR_KINDS.index(EventType.ASSAULT)] if asked else [])


def test_words_that_are_some_argument_teach_the_tagger_of_mentions_alone(model: ReaderModel) -> None:
    (example,) = examples_of_part(PartialText("a", TEXT, mentions=(("place", span("Ilmara")),)), model)
    assert known(example) == {names.MENTION}
    assert example.anchors == []


def test_a_text_of_another_walk_of_life_teaches_its_genre_where_the_reader_finds_nothing(model: ReaderModel) -> None:
    (guide,) = examples_of_part(
        PartialText("a", "The old town has fine beaches and a museum of glass.", genre=0), model
    )
    assert known(guide) == {names.GENRE}
    assert guide.taggers[names.GENRE][0] == 0
    assert list(examples_of_part(PartialText("a", TEXT, genre=0), model)) == []


def known(example: Example) -> set[str]:
    return {name for name, labels in example.taggers.items() if (labels != IGNORE).any()}


# What each corpus says


@pytest.mark.parametrize(
    ("markup", "text", "marked"),
    [
        (
            "(SRC: Iran) (EVT: threatened) (TAR: Iraq).",
            "Iran threatened Iraq.",
            ["SRC Iran", "EVT threatened", "TAR Iraq"],
        ),
        ("(SRC: Men (LOC:in Bor)) (EVT: met).", "Men in Bor met.", ["LOC in Bor", "SRC Men in Bor", "EVT met"]),
        ("The union (NUT) (EVT: called) it off).", "The union (NUT) called it off).", ["EVT called"]),
        ("Nothing is marked (here).", "Nothing is marked (here).", []),
    ],
)
def test_brackets_are_taken_out_of_plover_s_sentences(markup: str, text: str, marked: list[str]) -> None:
    found, parts = strip_brackets(markup)
    assert found == text
    assert sorted(f"{label} {its.text}" for label, its in parts) == sorted(marked)
    assert all(found[its.start : its.end] == its.text for _, its in parts)


def write(folder: Path, name: str, content: str) -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(gzip.compress(content.encode()) if file.suffix == ".gz" else content.encode())
    return folder


def test_plover_teaches_source_and_target_and_as_triggers_single_words(tmp_path: Path) -> None:
    markups = {
        "DEMAND": "(SRC: Bor) (EVT: demanded) it of (TAR: Ilmara).",
        "AGREE": "(SRC: Bor) (EVT: reached) a (EVT: consensus) with (TAR: Ilmara).",
        "CONCEDE": "(SRC: Bor) (EVT: yielded) to (TAR: Ilmara).",
        "DOCUMENT": "no event at all",
    }
    rows = [{"id": kind, "event": kind, "textInfo": {"markup": markup}} for kind, markup in markups.items()]
    rows.append({"id": "head", "event": "DOCUMENT"})
    write(tmp_path, "plover/gold_standard_records/PLOVER_GSR_CAMEO.txt", json.dumps(rows))
    demand, consensus = read_plover(tmp_path)
    parties = [(Role.ACTOR, "Bor"), (Role.RECIPIENT, "Ilmara")]
    (deed,) = demand.deeds
    assert (deed.type, deed.trigger.text) == (EventType.REQUEST, "demanded")
    assert [(role, its.text) for role, its in deed.arguments] == parties
    assert consensus.deeds == ()
    assert [(kind, role, its.text) for kind, role, its in consensus.bound] == [(EventType.AGREE, *it) for it in parties]


def test_wikievents_teaches_attacks_and_not_deaths(tmp_path: Path) -> None:
    tokens = ["Rebels", "shelled", "Bor", ",", "which", "killed", "two", "."]
    events = [
        {
            "event_type": kind,
            "trigger": {"start": at, "end": at + 1},
            "arguments": [{"role": role, "entity_id": entity}],
        }
        for kind, at, role, entity in (
            ("Conflict.Attack.Unspecified", 1, "Attacker", "e0"),
            ("Life.Die.Unspecified", 5, "Victim", "e6"),
        )
    ]
    row = {
        "doc_id": "d",
        "tokens": tokens,
        "sentences": [[tokens, ""]],
        "event_mentions": events,
        "entity_mentions": [{"id": f"e{at}", "start": at, "end": at + 1} for at in (0, 6)],
    }
    write(tmp_path, "wikievents/dev.jsonl", json.dumps(row))
    ((deed,),) = (text.deeds for text in read_wikievents(tmp_path))
    assert (deed.trigger.text, [(role, its.text) for role, its in deed.arguments]) == (
        "shelled",
        [(Role.ACTOR, "Rebels")],
    )


def test_gvdb_teaches_names_spots_and_days_but_no_towns_and_ages(tmp_path: Path) -> None:
    words = ["Ann", "Lee", ",", "20", ",", "was", "shot", "at", "a", "bar", "in", "Bor", "."]
    spans = [[0, 2, "VIC-NAME"], [3, 4, "VIC-AGE"], [9, 10, "DAT-LOC"], [11, 12, "DAT-CITY"], [5, 99, "DAT-TIME"]]
    row = {"doc_key": "1", "full_text": [words], "spans": [[*its, "", []] for its in spans]}
    (text,) = read_gvdb(write(tmp_path, "gvdb/dev.json", json.dumps(row)))
    assert [(kind, its.text) for kind, its in text.mentions] == [("party", "Ann Lee"), ("place", "bar")]
    assert [(role, its.text) for _, role, its in text.bound] == [(Role.RECIPIENT, "Ann Lee")]


def template(kind: str) -> dict[str, Any]:
    slots: dict[str, Any] = {"PerpInd": [[["rebels", 0]]], "PerpOrg": [], "Target": [], "Victim": [], "Weapon": []}
    return {"incident_type": kind, **slots}


@pytest.mark.parametrize(
    ("kinds", "taught"),
    [(["attack"], ["rebels", "rebels"]), (["attack", "attack"], None), (["kidnapping"], None), ([], None)],
)
def test_muc4_teaches_where_one_attack_is_all_that_is_told(
    tmp_path: Path, kinds: list[str], taught: list[str] | None
) -> None:
    row = {"docid": "d", "doctext": "rebels attacked bor. the rebels fled.", "templates": list(map(template, kinds))}
    texts = list(read_muc4(write(tmp_path, "muc4/gtt/train.json.gz", json.dumps(row))))
    assert [[its.text for _, its in text.mentions] for text in texts] == ([taught] if taught else [])


def test_names_are_found_as_whole_words() -> None:
    assert [its.start for its in spans_of("arms of the army, army's", "army")] == [12, 18]


def test_gum_teaches_papers_and_guides(tmp_path: Path) -> None:
    for genre in ("voyage", "news"):
        write(tmp_path, f"gum/GUM_{genre}_bor.conllu.gz", "# text = A town.\n1\tA\n# text = It is old.\n")
    assert [(text.name, text.text, text.genre) for text in read_gum(tmp_path)] == [
        ("GUM_voyage_bor", "A town. It is old.", 0)
    ]


# What is left to measure with


def test_a_text_that_is_held_out_is_not_taught_under_another_name() -> None:
    words = [f"word{number}" for number in range(RUN + 3)]
    held = frozenset(runs(" ".join(words)))
    name = next(name for name in map(str, range(99)) if is_taught(PartialText(name, "something else"), held))
    assert not is_taught(PartialText(name, "Then: " + ", ".join(words[2:]).upper()), held)
    assert is_taught(PartialText(name, " ".join(words[: RUN - 1])), held)


def test_about_one_document_in_five_is_left_out() -> None:
    drawn = [is_taught(PartialText(str(number), ""), frozenset()) for number in range(1000)]
    assert 750 < sum(drawn) < 850


def test_a_corpus_that_is_not_known_is_refused(model: ReaderModel, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no partly marked corpus nowhere: choose from event_location, plover"):
        teach(["nowhere"], tmp_path, [], model.tokenizer, MODEL)
    assert teach([], tmp_path, [], model.tokenizer, MODEL) == []


def test_the_same_data_gives_the_same_windows(
    model: ReaderModel, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [
        {"id": str(n), "event": "REJECT", "textInfo": {"markup": "(SRC: Bor) (EVT: rejected) it."}} for n in range(4)
    ]
    write(tmp_path, "plover/gold_standard_records/PLOVER_GSR_CAMEO.txt", json.dumps(rows))
    assert "plover" in TAUGHT
    for _ in range(2):
        teach(["plover"], tmp_path, [], model.tokenizer, MODEL)
    first, second = capsys.readouterr().out.splitlines()
    assert first == second
