"""JSONL: one document a line, its text taken as it stands."""

from __future__ import annotations

import json
from collections.abc import Iterator

from vedette.documents.cleaning import clean_field, clean_text
from vedette.documents.dates import stated_date
from vedette.documents.drafts import Draft
from vedette.documents.formats.contract import Context
from vedette.documents.formats.plain import cut_to
from vedette.documents.parcels import Metadata, Parcel
from vedette.documents.sniffing import Kind
from vedette.documents.troubles import Unreadable, issue_from
from vedette.records import Issue


def read_json_lines(parcel: Parcel, context: Context) -> Iterator[Draft | Issue]:
    """Read fields `text` (required), `name`, `title`, `published`, `publisher`, `url` from each line.

    Whoever writes JSONL has settled what the text is, so its line breaks are kept. A document without a name is
    called by its line. A line that cannot be read costs only itself.
    """
    limit = context.limits.file_bytes
    number, skipping = 0, False
    for line in parcel.lines(limit):
        whole = line.endswith(b"\n") or len(line) <= limit
        if skipping:
            skipping = not line.endswith(b"\n")
            continue
        number += 1
        place = f"{parcel.name}#{number}"
        if not whole:
            skipping = True
            yield issue_from(Unreadable("too-large", f"The line has more than {limit:,} bytes. Split it."), place)
        elif line.strip().strip(b"\xef\xbb\xbf"):
            yield _read_line(line, place, context)


def _read_line(line: bytes, place: str, context: Context) -> Draft | Issue:
    original = line.rstrip(b"\r\n")
    try:
        fields = json.loads(original.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        return issue_from(Unreadable("bad-json", f"The line is no JSON in UTF-8 ({error}). Correct it."), place)
    text = fields.get("text") if isinstance(fields, dict) else None
    if not isinstance(text, str):
        message = 'The line is no object with a field "text" that holds the report. Add it.'
        return issue_from(Unreadable("bad-json", message), place)
    published, remarks = stated_date(_scalar(fields.get("published")))
    metadata = Metadata(
        title=clean_field(fields.get("title")),
        publisher=clean_field(fields.get("publisher")),
        published=published,
        url=clean_field(fields.get("url")),
    )
    text, cut = cut_to(clean_text(text), context.limits.text_chars)
    name = clean_field(_scalar(fields.get("name"))) or place
    return Draft(name, original, Kind.JSON_LINES, text, metadata, remarks=(*remarks, *cut))


def _scalar(value: object) -> str | None:
    """Give a string or a number as a string; names in data sets are often numbers."""
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else None
