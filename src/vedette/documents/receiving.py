"""The way from what the user names to Documents, and the one place where files inside files are followed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import BinaryIO

from vedette.documents.archives import Budget
from vedette.documents.assembly import Frame, Received, assemble, document_id
from vedette.documents.drafts import Draft
from vedette.documents.fetching import Fetcher
from vedette.documents.formats.contract import Context, Found, Link
from vedette.documents.formats.table import READERS
from vedette.documents.inputs import fetch_parcel, parcels_from
from vedette.documents.limits import DEFAULT_LIMITS, Limits
from vedette.documents.parcels import NOTHING_SAID, Metadata, Parcel
from vedette.documents.sniffing import kind_of
from vedette.documents.troubles import issue_from
from vedette.errors import DocumentError
from vedette.records import Issue, Marking, Severity

_UNREAD_KINDS = ("unsupported",)


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the user says of all documents of a run, and how far reading may go.

    `published` and `publisher` go before what a file says. `today`, where given, keeps dates after it from dating a
    document; Vedette never looks at the clock for that.
    """

    published: dt.date | None = None
    publisher: str | None = None
    marking: Marking = Marking.CLEAR
    fetch_links: bool = False
    limits: Limits = DEFAULT_LIMITS
    today: dt.date | None = None


def read_documents(
    inputs: Sequence[str],
    options: ReadOptions,
    stdin: BinaryIO | None = None,
    *,
    fetcher: Fetcher | None = None,
) -> Iterator[Received | Issue]:
    """Read every document that the inputs hold, in their order, one at a time.

    An input is a path, a folder, an http(s) address, or "-" for `stdin`. The same bytes twice are one document.
    What cannot be read is given as an Issue, and the run goes on. `fetcher` stands in for the network in tests.
    """
    fetcher = fetcher or Fetcher(options.limits)
    run = _Run(options, fetcher)
    for arrival in parcels_from(inputs, options.limits, stdin, fetcher):
        if isinstance(arrival, Issue):
            yield arrival
        else:
            context = Context(options.limits, Budget(options.limits.unpacked_bytes), options.fetch_links)
            yield from run.receive(arrival, context)


class _Run:
    """One run over the inputs: remembers which documents it has given already."""

    def __init__(self, options: ReadOptions, fetcher: Fetcher) -> None:
        self._fetcher = fetcher
        stated = Metadata(publisher=options.publisher, published=options.published)
        self._frame = Frame(stated, options.marking, options.limits, options.today)
        self._seen: set[str] = set()

    def receive(self, parcel: Parcel, context: Context) -> Iterator[Received | Issue]:
        """Read one parcel and whatever stands inside it."""
        try:
            reader = READERS[kind_of(parcel, context.limits)]
            for found in reader(parcel, context):
                yield from self._follow(found, parcel, context)
        except DocumentError as error:
            yield issue_from(error, parcel.name, _severity(error, parcel))

    def _follow(self, found: Found, parcel: Parcel, context: Context) -> Iterator[Received | Issue]:
        match found:
            case Draft():
                yield from self._document(found, parcel.fallback)
            case Issue():
                yield found
            case Parcel():
                yield from self.receive(found, context)
            case Link():
                yield from self._linked(found, context)

    def _document(self, draft: Draft, fallback: Metadata) -> Iterator[Received | Issue]:
        identity = document_id(draft.original)
        if identity in self._seen:
            return
        try:
            received = assemble(draft, fallback, self._frame)
        except DocumentError as error:
            yield issue_from(error, draft.name)
            return
        self._seen.add(identity)
        yield received

    def _linked(self, link: Link, context: Context) -> Iterator[Received | Issue]:
        """Read the page that an item points to; where it cannot be had, the item's own text must do."""
        try:
            page = fetch_parcel(link.url, self._fetcher, link.fallback)
        except DocumentError as error:
            yield issue_from(error, link.url, Severity.WARNING)
            yield from self._document(link.otherwise, NOTHING_SAID)
            return
        # A page that links on is not followed: one step from the feed is what the user asked for.
        yield from self.receive(page, replace(context, fetch_links=False))


def _severity(error: DocumentError, parcel: Parcel) -> Severity:
    """Give a warning only for a picture or table that merely lay beside the reports."""
    lay_beside = not parcel.asked and getattr(error, "code", "") in _UNREAD_KINDS
    return Severity.WARNING if lay_beside else Severity.ERROR
