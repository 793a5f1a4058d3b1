"""Texts of other corpora as documents."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.bare import bare_document, every, join_words, read_rows


def test_a_carriage_return_keeps_every_offset() -> None:
    document = bare_document("a", "Shots.\r\nThen quiet.")
    assert document.text.index("Then") == 8
    assert "\r" not in document.text


def test_the_same_text_under_another_name_is_another_document() -> None:
    assert bare_document("a", "x").id != bare_document("b", "x").id
    assert bare_document("a", "x") == bare_document("a", "x")


def test_rows_are_read_from_lines_arrays_and_packed_files_alike(tmp_path: Path) -> None:
    rows = [{"a": 1}, {"a": "line\u2028parted"}]
    lines = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    (tmp_path / "one.jsonl").write_text(lines, encoding="utf-8")
    (tmp_path / "two.json").write_text(json.dumps(rows))
    (tmp_path / "three.jsonl.gz").write_bytes(gzip.compress(lines.encode()))
    for file in sorted(tmp_path.iterdir()):
        assert list(read_rows(file)) == rows
    assert len(list(read_rows(tmp_path, "*.jsonl", "*.jsonl.gz"))) == 4


def test_a_folder_without_such_files_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"no file named \*\.jsonl"):
        list(read_rows(tmp_path, "*.jsonl"))


def test_a_row_that_is_no_object_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("[1]")
    with pytest.raises(ValueError, match="no JSON object"):
        list(read_rows(tmp_path / "a.json"))


def test_a_sample_is_spread_evenly_and_the_same_each_time() -> None:
    assert every(range(10), 3) == [0, 3, 6]
    assert every(range(3), None) == every(range(3), 9) == [0, 1, 2]


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (["Al", "-", "Monitor", "reported", "."], "Al-Monitor reported."),
        (["Russia", "’", "s", "foray", "(", "2015", ")"], "Russia’s foray (2015)"),
        (["They", "did", "n't", "go", ",", "he", "said"], "They didn't go, he said"),
        (["calm", "-", "for", "now"], "calm-for now"),
        (["“", "They", "left", ",", "”", "she", "said"], "“They left,” she said"),
    ],
)
def test_words_are_written_as_running_text(words: list[str], text: str) -> None:
    assert join_words([words])[0] == text


@settings(max_examples=50, deadline=None)
@given(st.lists(st.lists(st.sampled_from(["a", "Quetta", "-", "'s", ",", "(", ")", "’", "s", "“"]), min_size=1)))
def test_every_word_is_where_its_span_says(sentences: list[list[str]]) -> None:
    text, spans = join_words(sentences)
    assert [span.text for span in spans] == [word for words in sentences for word in words]
    assert all(text[span.start : span.end] == span.text for span in spans)
