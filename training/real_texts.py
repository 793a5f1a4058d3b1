"""Markup of real texts whose words stay in the corpora that they come from: offsets here, words there.

``corpora/real-texts/*.jsonl`` holds one line a text: which document of which corpus it is, where its sentences stand in
that document's plain text, and the markup of ``corpora/reports/SCHEMA.md`` with every quote as ``[sentence, from, to]``
(characters of the sentence). Nothing of the texts is stored, so each licence stays with its corpus.
"""

from __future__ import annotations

import gzip
import hashlib
import html
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MARKUP = Path(__file__).parents[1] / "corpora" / "real-texts"
_TAG = re.compile(r"<[^>]+>")
_QUOTES = ("of", "source", "cue", "content", "a", "b")  # keys of the markup that hold one quote each


@dataclass(frozen=True, slots=True)
class Corpus:
    """Where a corpus keeps its documents, below the folder of corpora, and how they are read."""

    files: str  # a pattern
    read: Callable[[str], Iterator[tuple[str, str]]]  # the file's content → (name, plain text) of each document


def read_rows(corpora: Path, markup: Path = MARKUP) -> Iterator[dict[str, Any]]:
    """Give every marked text as a row of `SCHEMA.md`, its words filled in from the corpora below `corpora`."""
    texts: dict[str, dict[str, str]] = {}
    for file in sorted(markup.glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            name = row["corpus"]
            if name not in texts:
                texts[name] = dict(documents(corpora, CORPORA[name]))
            yield fill_in(row, texts[name])


def fill_in(row: Mapping[str, Any], texts: Mapping[str, str]) -> dict[str, Any]:
    """Put a document's words into a row of offsets; ValueError where the document is not the one that was marked."""
    where = f"{row['document']} of {row['corpus']}"
    text = texts.get(row["document"])
    if text is None or digest(text) != row["text"]:
        found = "is not there" if text is None else "is another version than the one that was marked up"
        raise ValueError(f"{where} {found}: fetch the corpus as corpora/README names it")
    sentences = [text[start:end] for start, end in row["sentences"]]

    def quote(place: tuple[int, int, int]) -> dict[str, Any]:
        sentence, start, end = place
        words = sentences[sentence][start:end]
        before = [match for match in range(start) if sentences[sentence].startswith(words, match)]
        return {"s": sentence, "q": words, "n": len(before)}

    def mark(stored: Mapping[str, Any]) -> dict[str, Any]:
        rest = {
            key: quote(value) if key in _QUOTES and value else value for key, value in stored.items() if key != "at"
        }
        return {**rest, **quote(stored["at"])} if "at" in stored else rest

    return {
        "id": row["id"],
        "cluster": None,
        "style": row["style"],
        "published": row["published"],
        "sentences": sentences,
        "paragraphs": row["paragraphs"],
        "events": [
            {
                **event,
                "triggers": [quote(place) for place in event["triggers"]],
                "args": [mark(argument) for argument in event["args"]],
            }
            for event in row["events"]
        ],
        "attributions": [mark(said) for said in row["attributions"]],
        "ties": [mark(tie) for tie in row["ties"]],
    }


def digest(text: str) -> str:
    """Name a text by its words."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def read_seen(file: Path) -> frozenset[str]:
    """Read the names of texts that something was trained on, one a line; none where there is no such file."""
    return frozenset(file.read_text(encoding="utf-8").split()) if file.exists() else frozenset()


def plain(text: str) -> str:
    """Give a text without tags, on one line."""
    return " ".join(html.unescape(_TAG.sub(" ", text)).split())


def documents(corpora: Path, corpus: Corpus) -> Iterator[tuple[str, str]]:
    """Give the name and the plain text of each document of a corpus."""
    for file in sorted(corpora.glob(corpus.files)):
        content = file.read_bytes()
        yield from corpus.read((gzip.decompress(content) if file.suffix == ".gz" else content).decode("utf-8-sig"))


def _muc4(content: str) -> Iterator[tuple[str, str]]:
    for line in content.splitlines():
        document = json.loads(line)
        yield document["docid"], " ".join(document["text"].split()).lower()  # it is all in capitals


def _hrdsattack(content: str) -> Iterator[tuple[str, str]]:
    for number, article in enumerate(json.loads(content)):
        yield f"{number:03}", plain(article["sample"]["Input.article_interface"])


def _gvdb(content: str) -> Iterator[tuple[str, str]]:
    for line in content.splitlines():
        document = json.loads(line)
        yield document["doc_key"], " ".join(token for sentence in document["full_text"] for token in sentence)


def _re3d(content: str) -> Iterator[tuple[str, str]]:
    for line in filter(None, content.splitlines()):
        document = json.loads(line)
        yield document["_id"][:10], " ".join(document["text"].split())


def _wikiwars(content: str) -> Iterator[tuple[str, str]]:
    name, _, text = content.partition("<DOCID>")[2].partition("</DOCID>")
    yield name, plain(text.partition("<TEXT>")[2])


def _ecbplus(content: str) -> Iterator[tuple[str, str]]:
    document = ET.fromstring(content)  # noqa: S314 - a corpus that we fetched ourselves
    yield document.attrib["doc_name"], " ".join(token.text or "" for token in document.iter("token"))


CORPORA = {
    "muc4": Corpus("muc4/train.jsonl.gz", _muc4),
    "hrdsattack": Corpus("hrdsattack/train.json.gz", _hrdsattack),
    "ecbplus": Corpus("ecbplus/ECB+/*/*.xml", _ecbplus),
    "gvdb": Corpus("gvdb/dev.json", _gvdb),
    "wikiwars": Corpus("wikiwars/train/tml/*.tml", _wikiwars),
    "re3d": Corpus("re3d/*/documents.json", _re3d),
}
