"""Make documents and resolve the phrases in them."""

from __future__ import annotations

import hashlib

from vedette import places
from vedette.records import Document, PlaceValue, Span


def document_of(text: str, publisher: str | None = None, title: str | None = None) -> Document:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(
        id=digest[:16],
        sha256=digest,
        name="test",
        media_type="text/plain",
        text=text,
        publisher=publisher,
        title=title,
    )


def resolve(text: str, phrase: str, publisher: str | None = None) -> PlaceValue:
    start = text.index(phrase)
    document = document_of(text, publisher)
    return places.resolve_places(document, [Span.of(text, start, start + len(phrase))])[0]


def found_in(text: str) -> list[str]:
    return [span.text for span in places.find_places(document_of(text))]
