"""Making small documents for the tests of the dates room."""

from __future__ import annotations

import datetime as dt

from vedette.dates import resolve_dates
from vedette.records import DateKnown, DateValue, Document, Published, Span


def document_of(text: str, published: str | None = None) -> Document:
    known = Published(DateKnown.STATED, dt.date.fromisoformat(published)) if published else Published()
    return Document(id="d", sha256="", name="d", media_type="text/plain", text=text, published=known)


def value_of(text: str, words: str, published: str | None = None, nth: int = 0) -> DateValue:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return resolve_dates(document_of(text, published), [Span(start, start + len(words), words)])[0]


def days_of(value: DateValue) -> str:
    """Write a value as "from..to", or one day where both are the same."""
    first = value.from_.isoformat() if value.from_ else ""
    last = value.to.isoformat() if value.to else ""
    return first if first == last else f"{first}..{last}"
