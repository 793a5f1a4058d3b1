"""An account as rows, table by table."""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from vedette.errors import StorageError
from vedette.records import Account, ActorValue, Event, Issue, Span
from vedette.storage.columns import Row, actor_to_columns, span_to_columns, value_to_columns

Rows = dict[str, list[Row]]

_GREATEST = 2**63 - 1  # of a BIGINT
_OFFSETS = frozenset({"published_spans", "pages", "sentences", "triggers", "assertion_spans", "tie_spans"})
_UNKEEPABLE = re.compile("[\0\ud800-\udfff]")  # PostgreSQL keeps no NUL, and UTF-8 has no half surrogate pairs


def rows_of(account: Account, original: bytes) -> Rows:
    """Give the rows of all tables that hang on the account's document, by table; the document's own is `documents`.

    Raises ValueError where a span's words are not what stands in the text, and StorageError where something is told
    that no database keeps.
    """
    maker = _Maker(account)
    maker.document(original)
    maker.parts()
    for position, event in enumerate(account.events):
        maker.event(position, event)
    maker.ties()
    # Rows of offsets hold nothing but what has been found in the text.
    worded = [row for table, rows in maker.rows.items() if table not in _OFFSETS for row in rows]
    _refuse_unkeepable(account.document.name, worded)
    return dict(maker.rows)


def issue_columns(issue: Issue) -> Row:
    """Give an issue's columns."""
    return {
        "severity": issue.severity.value,
        "code": issue.code,
        "name": issue.name,
        "message": issue.message,
        "about": issue.document_id,
    }


def spelled_out(value: str | None) -> str | None:
    """Write the characters that no database keeps as escapes."""
    return None if value is None else _UNKEEPABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", value)


def _refuse_unkeepable(name: str, rows: list[Row]) -> None:
    """Refuse what SQLite or PostgreSQL would refuse in the middle of a transaction, or bend."""
    strings: list[str] = []
    left: list[Any] = [*rows]
    while left:
        for value in left.pop().values():
            if value is None:  # most are
                continue
            if isinstance(value, str):
                strings.append(value)
            elif isinstance(value, list):
                left += value
            elif isinstance(value, int) and abs(value) > _GREATEST:
                raise StorageError(f"{name!r} tells of {value}, which is more than a database can count")
    if _UNKEEPABLE.search("\n".join(strings)):
        raise StorageError(f"{name!r} holds NUL or half a surrogate pair, which no database keeps; clean the text")


class _Maker:
    """Collects the rows of one account."""

    def __init__(self, account: Account) -> None:
        self.account = account
        self.text = account.document.text
        self.rows: defaultdict[str, list[Row]] = defaultdict(list)

    def add(self, table: str, **columns: Any) -> None:
        self.rows[table].append({"document_id": self.account.document.id, **columns})

    def span(self, span: Span | None, prefix: str = "") -> Row:
        if span is not None and self.text[span.start : span.end] != span.text:
            raise ValueError(f"{self.account.document.name}: {span} is not what stands in the text")
        return span_to_columns(span, prefix)

    def spans(self, table: str, spans: Iterable[Span], **owner: Any) -> None:
        for position, span in enumerate(spans):
            self.add(table, **owner, position=position, **self.span(span))

    def document(self, original: bytes) -> None:
        document = self.account.document
        self.rows["documents"].append(
            {
                "id": document.id,
                "sha256": document.sha256,
                "name": document.name,
                "media_type": document.media_type,
                "text": document.text,
                "title": document.title,
                "publisher": document.publisher,
                "published_known": document.published.known.value,
                "published": document.published.date,
                "published_not_before": document.published.not_before,
                "url": document.url,
                "language": document.language,
                "marking": document.marking.value,
            }
        )
        packed = zlib.compress(original)
        shorter = len(packed) < len(original)
        self.add(
            "originals",
            packing="zlib" if shorter else "none",
            size=len(original),
            data=packed if shorter else original,
        )

    def parts(self) -> None:
        document = self.account.document
        self.spans("published_spans", document.published.spans)
        self.spans("sentences", self.account.sentences)
        for position, page in enumerate(document.pages):
            self.add("pages", position=position, number=page.number, start=page.start, end=page.end)
        for position, section in enumerate(document.sections):
            self.add("sections", position=position, kind=section.kind.value, **self.span(section.span))
        for position, attribution in enumerate(self.account.attributions):
            self.add(
                "attributions",
                position=position,
                kind=attribution.kind.value,
                within=attribution.within,
                confidence=attribution.confidence,
                **self.span(attribution.source, "source_"),
                **self.span(attribution.cue, "cue_"),
                **self.span(attribution.content, "content_"),
            )
        for position, issue in enumerate(self.account.issues):
            self.add("issues", position=position, **issue_columns(issue))

    def event(self, position: int, event: Event) -> None:
        self.add(
            "events",
            position=position,
            id=event.id,
            type=event.type.value,
            mode=event.mode,
            stance=event.stance.value,
            background=event.background,
            confidence=event.confidence,
            of_event=event.of_event,
        )
        self.spans("triggers", event.triggers, event=position)
        for order, attribution in enumerate(event.attributions):
            self.add("event_attributions", event=position, position=order, attribution=attribution)
        for order, assertion in enumerate(event.assertions):
            value = assertion.value
            for span in (getattr(value, "anchor", None), getattr(value, "of", None)):
                self.span(span)
            self.add(
                "assertions",
                event=position,
                position=order,
                role=assertion.role.value,
                confidence=assertion.confidence,
                attribution=assertion.attribution,
                certainty=assertion.certainty.value if assertion.certainty else None,
                part_of=assertion.part_of,
                **value_to_columns(value),
            )
            self.spans("assertion_spans", value.spans, event=position, assertion=order)

    def ties(self) -> None:
        for position, tie in enumerate(self.account.ties):
            self.add(
                "ties",
                position=position,
                relation=tie.relation.value,
                trend=tie.trend.value if tie.trend else None,
                confidence=tie.confidence,
            )
            self._side(position, "a", tie.a)
            self._side(position, "b", tie.b)

    def _side(self, tie: int, side: str, actor: ActorValue) -> None:
        self.add("tie_actors", tie=tie, side=side, **actor_to_columns(actor))
        self.spans("tie_spans", actor.spans, tie=tie, side=side)
