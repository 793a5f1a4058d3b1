"""Rows as accounts, many at a time: one query a table, however many documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

import sqlalchemy as sa

from vedette.records import (
    Account,
    Assertion,
    Attribution,
    AttributionKind,
    Certainty,
    DateKnown,
    Document,
    Event,
    EventType,
    Issue,
    Marking,
    Page,
    Published,
    Relation,
    Role,
    Section,
    SectionKind,
    Severity,
    Span,
    Stance,
    Tie,
    Trend,
)
from vedette.storage import tables
from vedette.storage.columns import Read, actor_from_columns, span_from_columns, value_from_columns

# By table, by key without the last part: the rows in the order of their keys.
_Grouped = dict[str, dict[tuple[Any, ...], list[Read]]]


def load_accounts(connection: sa.Connection, document_ids: Sequence[str]) -> Iterator[Account]:
    """Give the accounts of these documents, in the order asked for; documents that are not kept are passed over."""
    if not document_ids:
        return
    grouped = {
        table.name: _grouped(connection, table, document_ids)
        for table in tables.OF_DOCUMENT
        if table is not tables.originals  # the bytes are fetched by themselves, when somebody asks for them
    }
    chosen = sa.select(tables.documents).where(tables.documents.c.id.in_(document_ids))
    documents = {row["id"]: row for row in connection.execute(chosen).mappings()}
    for document_id in document_ids:
        if document_id in documents:
            yield _account(documents[document_id], grouped)


def issue_from_row(row: Read) -> Issue:
    """Rebuild an issue."""
    return Issue(Severity(row["severity"]), row["code"], row["name"], row["message"], row["about"])


def _grouped(
    connection: sa.Connection, table: sa.Table, document_ids: Sequence[str]
) -> dict[tuple[Any, ...], list[Read]]:
    keys = list(table.primary_key.columns)
    chosen = sa.select(table).where(table.c.document_id.in_(document_ids)).order_by(*keys)
    owner = len(keys) - 1  # the columns of the key come first in every table
    groups: dict[tuple[Any, ...], list[Read]] = defaultdict(list)
    for row in connection.execute(chosen):
        groups[tuple(row[:owner])].append(row._mapping)
    return groups


class _Reader:
    """Rebuilds the parts of one account."""

    def __init__(self, row: Read, grouped: _Grouped) -> None:
        self.row = row
        self.grouped = grouped
        self.document_id: str = row["id"]
        self.text: str = row["text"]

    def rows(self, table: sa.Table, *owner: int | str) -> list[Read]:
        return self.grouped[table.name].get((self.document_id, *owner), [])

    def span(self, row: Read, prefix: str = "") -> Span:
        span = span_from_columns(row, self.text, prefix)
        if span is None:
            raise ValueError(f"document {self.document_id} lacks a span that it must have: {prefix}start")
        return span

    def spans(self, table: sa.Table, *owner: int | str) -> tuple[Span, ...]:
        return tuple(self.span(row) for row in self.rows(table, *owner))


def _account(row: Read, grouped: _Grouped) -> Account:
    reader = _Reader(row, grouped)
    return Account(
        document=_document(reader),
        sentences=reader.spans(tables.sentences),
        events=tuple(_event(reader, event) for event in reader.rows(tables.events)),
        attributions=tuple(_attribution(reader, said) for said in reader.rows(tables.attributions)),
        ties=tuple(_tie(reader, tie) for tie in reader.rows(tables.ties)),
        issues=tuple(issue_from_row(issue) for issue in reader.rows(tables.issues)),
    )


def _document(reader: _Reader) -> Document:
    row = reader.row
    return Document(
        id=row["id"],
        sha256=row["sha256"],
        name=row["name"],
        media_type=row["media_type"],
        text=row["text"],
        title=row["title"],
        publisher=row["publisher"],
        published=Published(
            DateKnown(row["published_known"]),
            row["published"],
            row["published_not_before"],
            reader.spans(tables.published_spans),
        ),
        url=row["url"],
        language=row["language"],
        marking=Marking(row["marking"]),
        pages=tuple(Page(page["number"], page["start"], page["end"]) for page in reader.rows(tables.pages)),
        sections=tuple(
            Section(SectionKind(section["kind"]), reader.span(section)) for section in reader.rows(tables.sections)
        ),
    )


def _attribution(reader: _Reader, row: Read) -> Attribution:
    return Attribution(
        source=reader.span(row, "source_"),
        cue=reader.span(row, "cue_"),
        content=reader.span(row, "content_"),
        kind=AttributionKind(row["kind"]),
        within=row["within"],
        confidence=row["confidence"],
    )


def _event(reader: _Reader, row: Read) -> Event:
    position: int = row["position"]
    return Event(
        id=row["id"],
        document_id=reader.document_id,
        type=EventType(row["type"]),
        mode=row["mode"],
        stance=Stance(row["stance"]),
        background=row["background"],
        confidence=row["confidence"],
        triggers=reader.spans(tables.triggers, position),
        assertions=tuple(_assertion(reader, assertion) for assertion in reader.rows(tables.assertions, position)),
        of_event=row["of_event"],
        attributions=tuple(said["attribution"] for said in reader.rows(tables.event_attributions, position)),
    )


def _assertion(reader: _Reader, row: Read) -> Assertion:
    spans = reader.spans(tables.assertion_spans, row["event"], row["position"])
    return Assertion(
        role=Role(row["role"]),
        value=value_from_columns(row, spans, reader.text),
        confidence=row["confidence"],
        attribution=row["attribution"],
        certainty=Certainty(row["certainty"]) if row["certainty"] else None,
        part_of=row["part_of"],
    )


def _tie(reader: _Reader, row: Read) -> Tie:
    position: int = row["position"]
    a, b = (
        actor_from_columns(side, reader.spans(tables.tie_spans, position, side["side"]))
        for side in reader.rows(tables.tie_actors, position)
    )
    return Tie(a, b, Relation(row["relation"]), Trend(row["trend"]) if row["trend"] else None, row["confidence"])
