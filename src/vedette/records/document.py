"""One report as received."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from vedette.records.span import Span
from vedette.records.vocabulary import Marking


class DateKnown(StrEnum):
    """How a document's own date is known; never silently today's."""

    STATED = "stated"  # the file, the feed or the user says it
    INFERRED = "inferred"  # the text gives a bound: not before the latest explicit past date in it
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Published:
    """When a document was published, as far as is known.

    `date` is set only when `known` is STATED. `not_before` is set only when `known` is INFERRED, and `spans` then
    holds the words that give the bound.
    """

    known: DateKnown = DateKnown.UNKNOWN
    date: dt.date | None = None
    not_before: dt.date | None = None
    spans: tuple[Span, ...] = ()


class SectionKind(StrEnum):
    """What a stretch of a document's text is, where it is not plain body text."""

    HEADLINE = "headline"
    BYLINE = "byline"
    DATELINE = "dateline"
    CAPTION = "caption"
    PULL_QUOTE = "pull-quote"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of the text that is not plain body text."""

    kind: SectionKind
    span: Span


@dataclass(frozen=True, slots=True)
class Page:
    """Where one page of a paged file begins and ends in the text; `number` counts from 1."""

    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """One report as received: its text, and what its file says of it.

    `id` is the first 16 hex digits of `sha256`, the hash of the original bytes (of the item's own bytes where one
    file holds many). `text` is what all spans point into; it has no carriage returns. `language` is ISO 639-1,
    or None where the text is too short to tell. `name` is where it came from, as the user would recognise it.
    """

    id: str
    sha256: str
    name: str
    media_type: str
    text: str
    title: str | None = None
    publisher: str | None = None
    published: Published = Published()
    url: str | None = None
    language: str | None = None
    marking: Marking = Marking.CLEAR
    pages: tuple[Page, ...] = ()
    sections: tuple[Section, ...] = ()

    def page_of(self, offset: int) -> int | None:
        """Give the page number that character `offset` stands on, or None where the file has no pages."""
        return next((page.number for page in self.pages if page.start <= offset < page.end), None)
