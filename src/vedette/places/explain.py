"""Show how one phrase is read, for the command line."""

from __future__ import annotations

import hashlib
from dataclasses import asdict
from typing import Any

from vedette.errors import UsageError
from vedette.places.index import open_index
from vedette.places.resolve import resolve_spans
from vedette.places.words import load_words
from vedette.records import Document, Span


def explain_phrase(phrase: str, context: str) -> dict[str, Any]:
    """Give the fields of the value of `phrase` in `context` (the phrase alone where it is not in the context)."""
    if not phrase.strip():
        raise UsageError("the phrase is empty; give the words that name a place")
    text = context if phrase in context else f"{phrase}. {context}".strip()
    digest = hashlib.sha256(text.encode()).hexdigest()
    document = Document(id=digest[:16], sha256=digest, name="phrase", media_type="text/plain", text=text)
    start = text.index(phrase)
    value = resolve_spans(document, [Span.of(text, start, start + len(phrase))], open_index(), load_words())[0]
    fields = asdict(value)
    fields["precision"] = value.precision.value if value.precision else None
    fields["basis"] = value.basis.value
    return fields
