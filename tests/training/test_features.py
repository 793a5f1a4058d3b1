"""Windows with labels, as the training sees them."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from tokenizers import Tokenizer

from training.corpus import GoldReport, load_reports
from training.features import IGNORE, Example, examples_of, join, modes_in
from vedette.reading import labels as names

ROOT = Path(__file__).parents[2]


def shipped_tokenizer() -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(ROOT / "src" / "vedette" / "reading" / "model" / "tokenizer.json"))
    tokenizer.no_truncation()
    return tokenizer


@pytest.fixture(scope="module")
def two() -> tuple[Example, Example]:
    reports: list[GoldReport] = load_reports(ROOT / "corpora" / "reports" / "short-news-world.jsonl")[:2]
    tokenizer = shipped_tokenizer()
    modes = modes_in(reports)
    left, right = (next(iter(examples_of(report, tokenizer, modes, 96))) for report in reports)
    return left, right


def test_spliced_windows_keep_every_token_and_label_of_both(two: tuple[Example, Example]) -> None:
    left, right = two
    both = join(left, right)
    assert [*left.ids[:-1], *right.ids[1:]] == both.ids.tolist()
    for name in names.TAGGERS.keys() - {names.GENRE}:
        assert [*left.taggers[name][1:-1], *right.taggers[name][1:-1]] == both.taggers[name][1:-1].tolist()
    numbers = both.sentences[1:-1].tolist()
    assert numbers == sorted(numbers)
    assert len(set(numbers)) == len({*left.sentences[1:-1]}) + len({*right.sentences[1:-1]})


def test_what_one_window_asks_is_answered_by_no_word_of_the_other(two: tuple[Example, Example]) -> None:
    left, right = two
    both = join(left, right)
    cut = len(left.ids) - 1
    for before, after in zip([*left.anchors, *right.anchors], both.anchors, strict=True):
        theirs = after.first < cut
        assert (
            both.ids[after.first : after.last + 1].tolist()
            == (left if theirs else right).ids[before.first : before.last + 1].tolist()
        )
        for name, labels in after.layers.items():
            own, other = (labels[1:cut], labels[cut:-1]) if theirs else (labels[cut:-1], labels[1:cut])
            assert own.tolist() == before.layers[name][1:-1].tolist()
            assert set(other.tolist()) <= ({IGNORE} if name == "certainty" else {0})


def test_windows_of_a_report_hold_anchors_for_all_its_triggers() -> None:
    report = load_reports(ROOT / "corpora" / "reports" / "digests.jsonl")[0]
    tokenizer = shipped_tokenizer()
    windows = list(examples_of(report, tokenizer, modes_in([report]), 256))
    asked = sum(anchor.stance != IGNORE for anchor in itertools.chain(*(window.anchors for window in windows)))
    assert asked >= sum(len(event.triggers) for event in report.events)


def test_only_a_report_of_another_walk_of_life_is_known_to_be_off_genre() -> None:
    tokenizer = shipped_tokenizer()
    reports = load_reports(ROOT / "corpora" / "reports")
    football = next(report for report in reports if not report.events)
    attack = next(report for report in reports if report.events)
    modes = modes_in(reports)
    off = [window.taggers[names.GENRE] for window in examples_of(football, tokenizer, modes, 128)]
    on = [window.taggers[names.GENRE] for window in examples_of(attack, tokenizer, modes, 128)]
    assert {int(labels[0]) for labels in off} == {0}
    assert {int(labels[0]) for labels in on} <= {1, IGNORE}
    assert 1 in {int(labels[0]) for labels in on}
    assert all((labels[1:] == IGNORE).all() for labels in (*off, *on))
