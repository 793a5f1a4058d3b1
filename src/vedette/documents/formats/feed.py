"""RSS and Atom feeds: one document an item."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from vedette.documents.cleaning import clean_field, clean_text
from vedette.documents.dates import stated_date
from vedette.documents.drafts import Draft, TextBuilder
from vedette.documents.formats.contract import Context, Link
from vedette.documents.formats.html_blocks import fragment_lines
from vedette.documents.limits import Limits
from vedette.documents.parcels import Metadata, Parcel
from vedette.documents.sniffing import Kind
from vedette.documents.troubles import Refused, Unreadable, size_in_words
from vedette.documents.wrapping import paragraphs_of
from vedette.records import Issue, Severity

_ITEM_START = re.compile(rb"<((?:\w{1,20}:)?(?:item|entry))(?=[\s>])")
_MOST_TAGS = 400_000  # ten seconds of parsing
_TAG = re.compile(r"<[a-zA-Z/][^<>]*>|&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]+);")
_ENTITY_DECLARATION = re.compile(rb"<!ENTITY", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Cut:
    """A feed cut to as many items as are read: its bytes, each item's own bytes, and how many there were."""

    data: bytes
    items: tuple[bytes, ...]
    total: int


def read_feed(parcel: Parcel, context: Context) -> Iterator[Draft | Issue | Link]:
    """Read a feed's items; an item's link is given for fetching only where the user asked for that."""
    cut = _cut_to_limit(parcel.read(context.limits.file_bytes), context.limits.feed_items)
    _refuse_endless(cut, context.limits)
    feed = _parse(cut.data, parcel)
    if not feed.entries:
        raise Unreadable("empty", "The feed holds no items that can be read.")
    if cut.total > context.limits.feed_items:
        message = f"The feed has {cut.total:,} items; the first {context.limits.feed_items:,} are read. Split it."
        yield Issue(Severity.WARNING, "too-many-items", parcel.name, message)
    publisher = clean_field(feed.feed.get("title"))
    originals: tuple[bytes | None, ...] = cut.items
    if len(originals) != len(feed.entries):  # the feed is damaged so that the parser sees other items than stand there
        originals = (None,) * len(feed.entries)
    for number, (entry, original) in enumerate(zip(feed.entries, originals, strict=True), start=1):
        draft = _draft(entry, original, f"{parcel.name}#{number}", publisher)
        link = draft.metadata.url
        if context.fetch_links and link:
            yield Link(link, draft.metadata, draft)
        else:
            yield draft


def _refuse_endless(cut: _Cut, limits: Limits) -> None:
    """Refuse what the parser would take minutes for, even after the cut."""
    if len(cut.data) > limits.markup_bytes or cut.data.count(b"<") > _MOST_TAGS:
        most = size_in_words(limits.markup_bytes)
        raise Refused("too-large", f"The feed's items have more than {most} or {_MOST_TAGS:,} tags. Split it.")
    # The parser's time grows with the square of items that stand inside one another.
    if len(_ITEM_START.findall(cut.data)) > 2 * limits.feed_items:
        raise Unreadable("broken", "The feed's items are not closed; save it again.")


def _cut_to_limit(data: bytes, most: int) -> _Cut:
    """Cut before parsing, since the parser takes a millisecond an item."""
    found = _items(data)
    items = tuple(data[start:end] for start, end in found[:most])
    if len(found) <= most:
        return _Cut(data, items, len(found))
    return _Cut(data[: found[most][0]] + data[found[-1][1] :], items, len(found))


def _items(data: bytes) -> list[tuple[int, int]]:
    """Find where items begin and end, going through the bytes once."""
    found, position = [], 0
    while opening := _ITEM_START.search(data, position):
        closing = re.compile(rb"</" + re.escape(opening[1]) + rb"\s{0,9}>").search(data, opening.end())
        if not closing:
            break
        position = closing.end()
        found.append((opening.start(), position))
    return found


def _parse(data: bytes, parcel: Parcel) -> Any:
    import feedparser  # type: ignore[import-untyped]

    if _ENTITY_DECLARATION.search(data[:64_000]):
        raise Refused("entities", "The feed declares entities of its own, as attacks do. Save it without them.")
    headers = {"content-type": f"application/xml; charset={parcel.charset}"} if parcel.charset else {}
    try:
        feed = feedparser.parse(io.BytesIO(data), response_headers=headers, sanitize_html=False)
    except Exception as error:  # feedparser promises not to raise, and does on some damaged feeds
        raise Unreadable("broken", f"The feed cannot be parsed ({type(error).__name__}); save it again.") from error
    return feed


def _draft(entry: Any, original: bytes | None, name: str, publisher: str | None) -> Draft:
    published, remarks = stated_date(_first_said(entry, "published", "updated"))
    metadata = Metadata(
        title=_plain(entry.get("title")),
        publisher=_own_source(entry) or publisher,
        published=published,
        url=_web_link(entry),
    )
    builder = TextBuilder()
    for paragraph in _paragraphs(_content(entry)):
        builder.add(paragraph)
    text = builder.text() or metadata.title or ""
    return Draft(name, original or _as_bytes(entry), Kind.FEED, text, metadata, remarks=remarks)


def _first_said(entry: Any, *names: str) -> str | None:
    """Give the first of these fields that the item has; asking feedparser for one that is not there warns."""
    return next((entry[name] for name in names if name in entry), None)


def _content(entry: Any) -> str:
    """Give the longest of the item's texts: feeds put the whole report in one and the first lines in another."""
    values = [part.get("value") for part in entry.get("content") or [] if isinstance(part, dict)]
    texts = [value for value in (*values, entry.get("summary")) if isinstance(value, str)]
    return max(texts, key=len, default="")


def _paragraphs(content: str) -> Iterator[str]:
    if _TAG.search(content):
        yield from fragment_lines(content)
    else:
        yield from paragraphs_of(clean_text(content))


def _plain(value: object) -> str | None:
    """Give a title without the HTML that many feeds put in it."""
    return clean_field(" ".join(_paragraphs(value))) if isinstance(value, str) else None


def _own_source(entry: Any) -> str | None:
    """Give the item's own publisher, which collections of other feeds name."""
    source = entry.get("source")
    return clean_field(source.get("title")) if isinstance(source, dict) else None


def _web_link(entry: Any) -> str | None:
    link = clean_field(entry.get("link"))
    return link if link and link.lower().startswith(("http://", "https://")) else None


def _as_bytes(entry: Any) -> bytes:
    """Give an item's fields as bytes that are always the same, where its own bytes cannot be told."""
    fields = {name: _first_said(entry, name) for name in ("id", "title", "link", "published", "updated", "summary")}
    return json.dumps({**fields, "content": _content(entry)}, sort_keys=True).encode()
