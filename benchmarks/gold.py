"""Marked-up reports as the documents that they would be if they were received."""

from __future__ import annotations

from training.corpus import GoldReport
from vedette.documents.publishing import published_from
from vedette.records import Document


def as_document(report: GoldReport) -> Document:
    """Make the Document that a marked-up report would be if it were received as plain text."""
    return Document(
        id=report.id.ljust(16, "-")[:16],
        sha256="0" * 64,
        name=report.id,
        media_type="text/plain",
        text=report.text,
        title=report.headline,
        publisher=report.publisher,
        published=published_from(report.text, report.published, None),
        language="en",
    )
