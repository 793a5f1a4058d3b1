"""The benchmark on attributions, on two articles of our own with a reader whose answers are known."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks import polnear
from vedette.records import Attribution, AttributionKind, Document, Reading, Span

TEXT = "The mayor said the bridge was safe. Reportedly it had been mined. Two clerks told us that it was open."
OTHER = "A general denies the raid."


def mark(text: str, words: str) -> str:
    start = text.index(words)
    return f"{start} {start + len(words)}"


MARKED = f"""\
T1\tSource {mark(TEXT, "The mayor")}\tThe mayor
T2\tCue {mark(TEXT, "said")}\tsaid
T3\tContent {mark(TEXT, "the bridge")};{mark(TEXT, "safe")}\tthe bridge safe
T4\tAttribution {mark(TEXT, "said")}\tsaid
E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1
T5\tCue {mark(TEXT, "Reportedly")}\tReportedly
T6\tContent {mark(TEXT, "it had been mined")}\tit had been mined
T7\tAttribution-no-source {mark(TEXT, "Reportedly")}\tReportedly
E2\tAttribution-no-source:T7 Content:T6 Cue:T5
T8\tSource {mark(TEXT, "Two clerks")}\tTwo clerks
T9\tCue {mark(TEXT, "told")}\ttold
T10\tContent {mark(TEXT, "that it was open")}\tthat it was open
T11\tAttribution {mark(TEXT, "told")}\ttold
E3\tSource:T8 Cue:T9 Attribution:T11 Content:T10
T12\tDiscard 0 3\tThe
"""
SECOND_HAND = "\n".join(line for line in MARKED.splitlines() if not line.startswith("E3")) + "\n"
DENIED = f"""\
T1\tSource {mark(OTHER, "A general")}\tA general
T2\tCue {mark(OTHER, "denies")}\tdenies
T3\tContent {mark(OTHER, "the raid")}\tthe raid
T4\tAttribution {mark(OTHER, "denies")}\tdenies
E1\tCue:T2 Source:T1 Attribution:T4 Content:T3
"""


def said(text: str, source: str, cue: str, content: str) -> Attribution:
    first, second, third = (Span.of(text, at := text.index(it), at + len(it)) for it in (source, cue, content))
    return Attribution(first, second, third, AttributionKind.STATEMENT, None, 0.9)


RIGHT = {
    TEXT: [
        said(TEXT, "mayor", "said", "bridge was safe"),
        said(TEXT, "Reportedly", "Reportedly", "it had been mined"),
        said(TEXT, "Two clerks", "told us", "it was open"),
    ],
    OTHER: [said(OTHER, "general", "denies", "the raid")],
}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    for folder in ("text", "attributions"):
        (tmp_path / "dev" / folder).mkdir(parents=True)
    (tmp_path / "dev/text/a_2020_bridge.txt").write_text(TEXT)
    (tmp_path / "dev/text/b_2020_raid.txt").write_text(OTHER)
    (tmp_path / "dev/attributions/a_2020_bridge_01ab.ann").write_text(MARKED)
    (tmp_path / "dev/attributions/a_2020_bridge_02cd.ann").write_text(SECOND_HAND)
    (tmp_path / "dev/attributions/b_2020_raid_01ab.ann").write_text(DENIED)
    return tmp_path


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Callable[[dict[str, list[Attribution]]], None]:
    def set_answers(answers: dict[str, list[Attribution]]) -> None:
        def read(document: Document, _: object) -> Reading:
            return Reading(document.id, (), attributions=tuple(answers.get(document.text, [])))

        monkeypatch.setattr(polnear, "read_document", read)

    monkeypatch.setattr(polnear, "load_reader", lambda **_: None)
    return set_answers


Answer = Callable[[dict[str, list[Attribution]]], None]


def test_overlapping_words_are_right(data: Path, answer: Answer) -> None:
    answer(RIGHT)
    figures = polnear.run(data)
    assert figures["articles"] == 2
    for part, wanted in (("source", 3), ("cue", 4), ("content", 4), ("source_content", 3)):
        assert (figures[part]["f1"], figures[part]["wanted"]) == (100.0, wanted)


def test_a_reader_that_finds_nothing_gets_nothing(data: Path, answer: Answer) -> None:
    answer({})
    figures = polnear.run(data)
    assert [figures[part]["f1"] for part in ("source", "cue", "content", "source_content")] == [0.0] * 4


def test_a_source_given_to_the_wrong_words_is_right_alone_but_not_with_its_content(data: Path, answer: Answer) -> None:
    crossed = [
        said(TEXT, "Two clerks", "said", "bridge was safe"),
        said(TEXT, "The mayor", "told", "it was open"),
    ]
    answer({TEXT: crossed})
    figures = polnear.run(data)
    # two of three sources, two of four contents, no pair
    assert figures["source"]["f1"] == 80.0
    assert figures["content"]["f1"] == 66.7
    assert figures["source_content"]["f1"] == 0.0


def test_the_baseline_knows_the_word_said(data: Path, answer: Answer) -> None:
    answer({})
    # one attribution given, right in every part, of 3 sources, 4 cues, 4 contents and 3 pairs
    assert polnear.run(data)["baseline"] == {"source": 50.0, "cue": 40.0, "content": 40.0, "source_content": 50.0}


def test_hands_that_marked_the_same_article_are_compared(data: Path, answer: Answer) -> None:
    answer({})
    # 1 of 2 sources, 2 of 3 cues and contents
    assert polnear.run(data)["agreement"] == {"source": 66.7, "cue": 80.0, "content": 80.0, "source_content": 66.7}


def test_pieces_of_one_part_belong_together() -> None:
    first, *_ = polnear.read_marks(MARKED)
    assert first.content == ((15, 25), (30, 34))


def test_a_folder_without_articles_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no attributions"):
        polnear.run(tmp_path)
