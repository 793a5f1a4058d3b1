"""Fields at the very top of a text file: who published it, when, under which title."""

from __future__ import annotations

import re

from vedette.documents.cleaning import clean_field
from vedette.documents.dates import stated_date
from vedette.documents.drafts import Remark
from vedette.documents.parcels import Metadata

_FIELDS = {
    "title": "title", "headline": "title", "subject": "title",
    "publisher": "publisher", "source": "publisher", "outlet": "publisher", "publication": "publisher",
    "published": "published", "date": "published", "published on": "published", "publication date": "published",
    "url": "url", "link": "url", "language": "language", "lang": "language",
    "author": "author", "by": "author", "byline": "author", "authors": "author",
}  # fmt: skip
_LINE = re.compile(r"[ \t]*(?P<key>[A-Za-z][A-Za-z ]{1,20}?)[ \t]*:[ \t]*(?P<value>.*)")
_FENCE = re.compile(r"\s*---[ \t]*\n(?P<body>(?:.*\n){0,60}?)(?:---|\.\.\.)[ \t]*(?:\n|$)")
_FEWEST = 2  # one such line alone can be the report's own words


def split_front_matter(text: str) -> tuple[Metadata, tuple[Remark, ...], str]:
    """Give what the top of a cleaned text says of it, remarks on what could not be read, and the text without it."""
    fence = _FENCE.match(text)
    if fence:
        fields = dict(filter(None, (_field(line) for line in fence["body"].split("\n"))))
        return (*_metadata(fields), text[fence.end() :]) if fields else (Metadata(), (), text)
    fields, position, count = {}, len(text) - len(text.lstrip("\n ")), 0
    while (line := _LINE.match(text, position)) and (found := _field(line.group())):
        fields.setdefault(*found)
        position, count = line.end() + 1, count + 1
    if count < _FEWEST:
        return Metadata(), (), text
    return (*_metadata(fields), text[position:])


def _field(line: str) -> tuple[str, str] | None:
    match = _LINE.fullmatch(line)
    name = _FIELDS.get(match["key"].strip().lower()) if match else None
    return (name, match["value"].strip().strip("\"'")) if match and name else None


def _metadata(fields: dict[str, str]) -> tuple[Metadata, tuple[Remark, ...]]:
    published, remarks = stated_date(fields.get("published"))
    metadata = Metadata(
        title=clean_field(fields.get("title")),
        publisher=clean_field(fields.get("publisher")),
        published=published,
        url=clean_field(fields.get("url")),
        language=(fields.get("language") or "")[:2].lower() or None,
    )
    return metadata, remarks
