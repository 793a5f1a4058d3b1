"""A draft becomes a Document: the headline put on top, sections and dates found, every offset final."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from dataclasses import dataclass, replace

from vedette.documents.drafts import PARAGRAPH_BREAK, Draft, Mark, Remark
from vedette.documents.language import language_of
from vedette.documents.limits import Limits
from vedette.documents.parcels import Metadata
from vedette.documents.publishing import published_from
from vedette.documents.sections import find_sections, guess_title, headline_in
from vedette.documents.troubles import Unreadable
from vedette.records import Document, Issue, Marking, Page, SectionKind, Severity

_ID_DIGITS = 16
_LONGEST_TITLE = 500


@dataclass(frozen=True, slots=True)
class Received:
    """One document with the bytes that it came as and the warnings about it."""

    document: Document
    original: bytes
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """What holds for every document of a run: what the user says of them, and the bounds."""

    stated: Metadata
    marking: Marking
    limits: Limits
    today: dt.date | None = None


def document_id(original: bytes) -> str:
    """Give the id of the document that these bytes make."""
    return hashlib.sha256(original).hexdigest()[:_ID_DIGITS]


def assemble(draft: Draft, fallback: Metadata, frame: Frame) -> Received:
    """Make the document; what the user states goes before the file, and the file before what was said elsewhere."""
    draft = _bounded(_without_overlong_words(draft, frame.limits.word_chars), frame.limits.text_chars)
    if not draft.text.strip():
        reasons = " ".join(remark.message for remark in draft.remarks)
        code = draft.remarks[-1].code if draft.remarks else "empty"
        raise Unreadable(code, f"No text is left of it. {reasons}".strip())
    metadata = frame.stated.or_else(draft.metadata).or_else(fallback)
    title = (metadata.title or guess_title(draft.text) or "")[:_LONGEST_TITLE].strip() or None
    draft = _with_headline(draft, title)
    document = Document(
        id=document_id(draft.original),
        sha256=hashlib.sha256(draft.original).hexdigest(),
        name=draft.name,
        media_type=str(draft.media_type),
        text=draft.text,
        title=title,
        publisher=metadata.publisher,
        published=published_from(draft.text, metadata.published, frame.today),
        url=metadata.url,
        language=language_of(draft.text) or metadata.language,
        marking=frame.marking,
        pages=draft.pages,
        sections=find_sections(draft.text, title, draft.marks),
    )
    return Received(document, draft.original, _issues(document, draft.remarks))


def _issues(document: Document, remarks: tuple[Remark, ...]) -> tuple[Issue, ...]:
    if document.language not in (None, "en"):
        message = f"The text is in the language {document.language!r}; only English is read. It is kept as it is."
        remarks = (*remarks, Remark("not-english", message))
    return tuple(Issue(Severity.WARNING, remark.code, document.name, remark.message, document.id) for remark in remarks)


def _with_headline(draft: Draft, title: str | None) -> Draft:
    """Put the title on top as the first paragraph, unless the text begins with it."""
    if not title or headline_in(draft.text, title):
        return draft
    shift = len(title) + len(PARAGRAPH_BREAK)
    pages = tuple(Page(page.number, page.start + shift, page.end + shift) for page in draft.pages)
    if pages:
        pages = (replace(pages[0], start=0), *pages[1:])
    headline = Mark(SectionKind.HEADLINE, 0, len(title))
    marks = (headline, *(Mark(mark.kind, mark.start + shift, mark.end + shift) for mark in draft.marks))
    return replace(draft, text=title + PARAGRAPH_BREAK + draft.text, pages=pages, marks=marks)


def _bounded(draft: Draft, limit: int) -> Draft:
    """Cut the text to `limit` characters, and what points behind the cut."""
    if len(draft.text) <= limit:
        return draft
    message = f"The text has {len(draft.text):,} characters; the first {limit:,} are read. Split it to read the rest."
    remarks = draft.remarks
    if all(remark.code != "cut" for remark in remarks):
        remarks = (*remarks, Remark("cut", message))
    pages = tuple(Page(page.number, min(page.start, limit), min(page.end, limit)) for page in draft.pages)
    marks = tuple(replace(mark, end=min(mark.end, limit)) for mark in draft.marks if mark.start < limit)
    return replace(draft, text=draft.text[:limit], pages=pages, marks=marks, remarks=remarks)


def _without_overlong_words(draft: Draft, limit: int) -> Draft:
    """Leave out runs without a space that are longer than any word: encoded data, or an attack on what comes next."""
    runs = [match.span() for match in re.finditer(r"\S+", draft.text) if match.end() - match.start() > limit]
    if not runs:
        return draft

    def moved(offset: int) -> int:
        return offset - sum(min(end, offset) - start for start, end in runs if start < offset)

    edges = [0, *(edge for run in runs for edge in run), len(draft.text)]
    text = "".join(draft.text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))
    counted = "1 run" if len(runs) == 1 else f"{len(runs):,} runs"
    message = f"{counted} of more than {limit:,} characters without a space left out: no words are so long."
    return replace(
        draft,
        text=text,
        pages=tuple(Page(page.number, moved(page.start), moved(page.end)) for page in draft.pages),
        marks=tuple(Mark(mark.kind, moved(mark.start), moved(mark.end)) for mark in draft.marks),
        remarks=(*draft.remarks, Remark("overlong-word", message)),
    )
