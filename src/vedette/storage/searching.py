"""Documents found by words, and the words found in them."""

from __future__ import annotations

import re
from dataclasses import dataclass

import sqlalchemy as sa

from vedette.errors import UsageError
from vedette.records import Span
from vedette.storage.tables import sentences

# Characters for private use, to mark matches with; where a text has them of its own, no match in it is shown.
_OPEN, _CLOSE = "\ue000", "\ue001"

_SQLITE = """
SELECT documents.id, documents.name, documents.title, documents.text,
       highlight(documents_search, 1, :open, :close) AS marked
FROM documents_search JOIN documents ON documents.number = documents_search.rowid
WHERE documents_search MATCH :phrases
ORDER BY bm25(documents_search, 4.0, 1.0), documents.id
LIMIT :most
"""

_POSTGRESQL = """
WITH asked AS (SELECT {query} AS words),
found AS (
    SELECT id, name, title, text, ts_rank_cd(search, words) AS rank
    FROM documents, asked WHERE search @@ words ORDER BY rank DESC, id LIMIT :most
)
SELECT id, name, title, text, ts_headline('english', text, words, :marks) AS marked
FROM found, asked ORDER BY rank DESC, id
"""


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that holds all words asked for, in its title or its text.

    `spans` are the words as they stand in the text, `sentence` the first sentence that holds one of them; empty and
    None where they stand in the title alone.
    """

    document_id: str
    name: str
    title: str | None
    spans: tuple[Span, ...]
    sentence: Span | None


def find_documents(connection: sa.Connection, words: str, most: int) -> tuple[Hit, ...]:
    """Give the best `most` documents that hold all words, in any form; words in quotes stand side by side."""
    phrases = _phrases(words)
    if not phrases:
        raise UsageError(f"there is no word to search for in {words!r}; write one or more words")
    statement = _on_sqlite(phrases) if connection.dialect.name == "sqlite" else _on_postgresql(phrases)
    found = connection.execute(statement, {"most": most}).all()
    hits = []
    for row in found:
        spans = _marked_spans(row.text, row.marked)
        sentence = _sentence(connection, row.id, row.text, spans[0]) if spans else None
        hits.append(Hit(row.id, row.name, row.title, spans, sentence))
    return tuple(hits)


def _phrases(words: str) -> list[str]:
    """Split into words and quoted phrases; signs that either database would take for operators are dropped."""
    parts = re.findall(r'"([^"]*)"|([^\s"]+)', words)
    cleaned = (" ".join(re.findall(r"\w+", quoted or single)) for quoted, single in parts)
    return [phrase for phrase in cleaned if phrase]


def _on_sqlite(phrases: list[str]) -> sa.TextClause:
    return sa.text(_SQLITE).bindparams(open=_OPEN, close=_CLOSE, phrases=" ".join(f'"{phrase}"' for phrase in phrases))


def _on_postgresql(phrases: list[str]) -> sa.TextClause:
    query = " && ".join(f"phraseto_tsquery('english', :phrase{number})" for number in range(len(phrases)))
    marks = f'HighlightAll=true, StartSel="{_OPEN}", StopSel="{_CLOSE}"'
    values = {f"phrase{number}": phrase for number, phrase in enumerate(phrases)}
    return sa.text(_POSTGRESQL.format(query=query)).bindparams(marks=marks, **values)


def _marked_spans(text: str, marked: str | None) -> tuple[Span, ...]:
    if marked is None or marked.replace(_OPEN, "").replace(_CLOSE, "") != text:
        return ()
    spans, position, start = [], 0, 0
    for piece in re.split(f"([{_OPEN}{_CLOSE}])", marked):
        if piece == _OPEN:
            start = position
        elif piece == _CLOSE:
            spans.append(Span.of(text, start, position))
        else:
            position += len(piece)
    return tuple(spans)


def _sentence(connection: sa.Connection, document_id: str, text: str, span: Span) -> Span | None:
    chosen = (
        sa.select(sentences.c.start, sentences.c.end)
        .where(
            sentences.c.document_id == document_id,
            sentences.c.start <= span.start,
            sentences.c.end >= span.end,
        )
        .order_by(sentences.c.position)
        .limit(1)
    )
    row = connection.execute(chosen).first()
    return Span.of(text, row.start, row.end) if row else None
