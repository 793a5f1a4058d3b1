"""Markup whose words stay in another corpus."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from training.corpus import read_report
from training.real_texts import CORPORA, MARKUP, digest, documents, read_rows
from vedette.records import Role

TEXT = "BOR, 3 MAY 90 -- REBELS SHELLED BOR.  TWO\nCIVILIANS IN BOR WERE KILLED."
PLAIN = "bor, 3 may 90 -- rebels shelled bor. two civilians in bor were killed."
FIRST, SECOND = "rebels shelled bor.", "two civilians in bor were killed."


def place(sentence: str, words: str, number: int) -> list[int]:
    at = sentence.index(words)
    return [number, at, at + len(words)]


def marked() -> dict[str, Any]:
    starts = [PLAIN.index(sentence) for sentence in (FIRST, SECOND)]
    return {
        "id": "x-1",
        "corpus": "muc4",
        "document": "X-1",
        "text": digest(PLAIN),
        "style": "wire",
        "published": "1990-05-03",
        "sentences": [[start, start + len(words)] for start, words in zip(starts, (FIRST, SECOND), strict=True)],
        "paragraphs": [2],
        "events": [
            {
                "id": "e1",
                "type": "ASSAULT",
                "mode": None,
                "stance": "actual",
                "background": False,
                "triggers": [place(FIRST, "shelled", 0), place(SECOND, "killed", 1)],
                "args": [
                    {
                        "at": place(SECOND, "two", 1),
                        "role": "killed",
                        "low": 2,
                        "high": 2,
                        "of": place(SECOND, "civilians", 1),
                    }
                ],
            }
        ],
        "attributions": [],
        "ties": [],
    }


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    (tmp_path / "muc4").mkdir()
    line = json.dumps({"docid": "X-1", "text": TEXT})
    (tmp_path / "muc4" / "train.jsonl.gz").write_bytes(gzip.compress(line.encode()))
    return tmp_path


def stored(folder: Path, row: dict[str, Any]) -> Path:
    (folder / "muc4.jsonl").write_text(json.dumps(row) + "\n")
    return folder


def test_words_are_filled_in_from_the_corpus(corpora: Path, tmp_path: Path) -> None:
    (row,) = read_rows(corpora, stored(tmp_path, marked()))
    report = read_report(row)
    assert report.text == f"{FIRST} {SECOND}"
    (event,) = report.events
    assert [trigger.text for trigger in event.triggers] == ["shelled", "killed"]
    (count,) = event.arguments
    assert (count.role, count.span.text, count.of and count.of.text) == (Role.KILLED, "two", "civilians")


def test_another_version_of_a_text_is_refused(corpora: Path, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="X-1 of muc4 is another version"):
        list(read_rows(corpora, stored(tmp_path, {**marked(), "text": digest("other")})))


def test_a_text_that_the_corpus_lacks_is_named(corpora: Path, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="X-2 of muc4 is not there"):
        list(read_rows(corpora, stored(tmp_path, {**marked(), "document": "X-2"})))


@pytest.mark.parametrize(
    ("file", "content", "corpus", "name", "text"),
    [
        (
            "re3d/An Army/documents.json",
            '\ufeff{"_id": "0123456789ABCDEF", "text": "Rebels  shelled Bor."}\n',
            "re3d",
            "0123456789",
            "Rebels shelled Bor.",
        ),
        (
            "ecbplus/ECB+/7/7_1ecb.xml",
            '<Document doc_name="7_1ecb.xml"><token t_id="1">Rebels</token><token t_id="2">shelled</token></Document>',
            "ecbplus",
            "7_1ecb.xml",
            "Rebels shelled",
        ),
        (
            "wikiwars/train/tml/01_War.tml",
            "<TimeML><DOCID>01_War</DOCID>\n<TEXT>\nIn <TIMEX3>1990</TIMEX3>, rebels\nshelled Bor.</TEXT></TimeML>",
            "wikiwars",
            "01_War",
            "In 1990 , rebels shelled Bor.",
        ),
    ],
)
def test_each_corpus_gives_its_documents_as_plain_text(
    tmp_path: Path, file: str, content: str, corpus: str, name: str, text: str
) -> None:
    (tmp_path / file).parent.mkdir(parents=True)
    (tmp_path / file).write_text(content, encoding="utf-8")
    assert list(documents(tmp_path, CORPORA[corpus])) == [(name, text)]


def test_what_is_stored_holds_no_words_of_the_texts() -> None:
    rows = [json.loads(line) for file in MARKUP.glob("*.jsonl") for line in file.read_text().splitlines()]
    assert rows
    for row in rows:
        marks = [*(mark for event in row["events"] for mark in event["args"]), *row["attributions"], *row["ties"]]
        assert all("q" not in mark for mark in marks), row["id"]
        assert all(isinstance(number, int) for start in row["sentences"] for number in start), row["id"]
