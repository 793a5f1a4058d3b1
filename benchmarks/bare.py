"""Texts of other corpora as documents: rows of a file, words in a row, and the Document that a bare text would be."""

from __future__ import annotations

import csv
import gzip
import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from vedette.records import Document, Published, Span


def bare_document(name: str, text: str, published: Published | None = None, title: str | None = None) -> Document:
    """Make the Document that `text` would be if it were received as plain English text.

    Carriage returns become spaces, so that offsets into `text` stay true.
    """
    digest = hashlib.sha256(f"{name}\0{text}".encode()).hexdigest()
    return Document(
        id=digest[:16],
        sha256=digest,
        name=name,
        media_type="text/plain",
        text=text.replace("\r", " "),
        title=title,
        published=published or Published(),
        language="en",
    )


def read_rows(data: Path, *patterns: str) -> Iterator[dict[str, Any]]:
    """Read the objects of one file, or of the files of a folder whose names match a pattern, in order of name.

    A file holds one JSON array or one object a line; names in ``.gz`` are unpacked. ValueError where there is no
    such file or a line is no object.
    """
    files = sorted({file for pattern in patterns for file in data.rglob(pattern)}) if data.is_dir() else [data]
    if not files:
        raise ValueError(f"{data}: no file named {' or '.join(patterns)}")
    for file in files:
        raw = file.read_bytes()
        text = (gzip.decompress(raw) if file.suffix == ".gz" else raw).decode("utf-8")
        rows = json.loads(text) if text.lstrip().startswith("[") else map(json.loads, filter(None, text.split("\n")))
        for row in rows:
            if not isinstance(row, dict):
                raise ValueError(f"{file}: a row is no JSON object")
            yield row


def read_table(file: Path) -> list[dict[str, str]]:
    """Read a CSV file with a head; lines that begin with "#" are remarks."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def every(rows: Sequence[Any], sample: int | None) -> list[Any]:
    """Take `sample` rows at even distances, the same ones each time; all of them where it is None or enough."""
    if sample is None or sample >= len(rows):
        return list(rows)
    return [rows[at * len(rows) // sample] for at in range(sample)]


_NO_SPACE_BEFORE = frozenset({".", ",", ";", ":", "!", "?", ")", "]", "}", "%", "'s", "n't", "'", "’", "”", "''"})
_NO_SPACE_AFTER = frozenset({"(", "[", "{", "$", "“", "``"})


def join_words(sentences: Sequence[Sequence[str]]) -> tuple[str, list[Span]]:
    """Write tokenised sentences as running text; the spans are the words' own, in order over all sentences.

    Tokenised corpora part hyphens and apostrophes from their words: these are closed up again, as a reader would
    meet them.
    """
    text = ""
    at: list[tuple[int, int]] = []
    for words in sentences:
        previous = ""
        for place, word in enumerate(words):
            if text and not (place and _closed(previous, word, words[place + 1] if place + 1 < len(words) else "")):
                text += " "
            at.append((len(text), len(text) + len(word)))
            text += word
            previous = word
    return text, [Span.of(text, start, end) for start, end in at]


def _closed(previous: str, word: str, following: str) -> bool:
    if word in _NO_SPACE_BEFORE or previous in _NO_SPACE_AFTER:
        return True
    if word in {"-", "–", "/"}:
        return following[:1].isalnum() and previous[-1:].isalnum()
    if previous in {"-", "–", "/"}:
        return word[:1].isalnum()
    return previous in {"’", "'"} and word in {"s", "re", "ve", "ll", "m", "d", "t"}
