"""Sentences of which only one event's place is marked."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from tokenizers import Tokenizer

from training.event_places import is_dev, labelled, place_examples
from training.features import IGNORE
from vedette.reading import labels as names
from vedette.reading import load_reader
from vedette.records import Argument, Role, Span

TEXT = "Rebels shelled the town of Ilmara on Monday, an official in Tessa said."


def said(words: str, role: Role, confidence: float = 0.7) -> Argument:
    at = TEXT.index(words)
    return Argument(role, Span.of(TEXT, at, at + len(words)), confidence)


def span(words: str) -> Span:
    return said(words, Role.PLACE).span


def test_the_reader_s_longer_place_is_kept_where_it_takes_in_the_marked_name() -> None:
    answered = (said("town of Ilmara", Role.PLACE), said("Monday", Role.DATE))
    assert labelled(answered, (span("Ilmara"),)) == [
        (Role.DATE, span("Monday")),
        (Role.PLACE, span("town of Ilmara")),
    ]


def test_a_place_that_is_not_the_marked_one_is_given_up_for_it() -> None:
    assert labelled((said("Tessa", Role.PLACE),), (span("Ilmara"),)) == [(Role.PLACE, span("Ilmara"))]


@pytest.mark.parametrize(("confidence", "taught"), [(0.95, None), (0.5, [])])
def test_a_row_without_a_place_is_believed_unless_the_reader_is_sure_of_one(
    confidence: float, taught: list[object] | None
) -> None:
    assert labelled((said("Ilmara", Role.PLACE, confidence),), ()) == taught


def test_an_example_teaches_the_setting_of_its_verb_and_nothing_else(tmp_path: Path) -> None:
    verb, place = span("shelled"), span("Ilmara")
    text = next(variant for variant in (TEXT, TEXT + " ", f"{TEXT[:-1]} today.") if not is_dev(variant))
    marks = [{"start": s.start, "end": s.end, "label": label} for s, label in ((verb, "VERB"), (place, "LOCATION"))]
    (tmp_path / "event_location").mkdir()
    row = json.dumps({"text": text, "spans": marks})
    (tmp_path / "event_location" / "train.jsonl.gz").write_bytes(gzip.compress(row.encode()))
    folder = Path(__file__).parents[2] / "src" / "vedette" / "reading" / "model"
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    (example,) = place_examples(tmp_path, tokenizer, load_reader(threads=1))
    assert all((tags == IGNORE).all() for tags in example.taggers.values())
    (anchor,) = example.anchors
    assert list(anchor.layers) == [names.SETTING]
    begin = 1 + 2 * names.LAYERS[names.SETTING].index(Role.PLACE)
    assert (anchor.layers[names.SETTING] == begin).sum() == 1
