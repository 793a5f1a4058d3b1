"""Plain text."""

from __future__ import annotations

from collections.abc import Iterator

from vedette.documents.cleaning import clean_text
from vedette.documents.decoding import Decoded, decode
from vedette.documents.drafts import Draft, Remark, TextBuilder
from vedette.documents.formats.contract import Context
from vedette.documents.front_matter import split_front_matter
from vedette.documents.parcels import Parcel
from vedette.documents.sniffing import Kind
from vedette.documents.wrapping import paragraphs_of


def read_plain(parcel: Parcel, context: Context) -> Iterator[Draft]:
    """Read plain text: fields at the top, then paragraphs, with lines that were broken at a width joined."""
    data = parcel.read(context.limits.file_bytes)
    decoded = decode(data, parcel.charset)
    kept, cut = cut_to(decoded.text, context.limits.text_chars)
    metadata, remarks, body = split_front_matter(clean_text(kept))
    builder = TextBuilder()
    for paragraph in paragraphs_of(body):
        builder.add(paragraph)
    remarks = (*remarks, *cut, *damage(decoded))
    yield Draft(parcel.name, data, Kind.TEXT, builder.text(), metadata, remarks=remarks)


def damage(decoded: Decoded) -> tuple[Remark, ...]:
    """Remark on bytes that no character could be made of."""
    if not decoded.damaged:
        return ()
    message = f"{decoded.damaged:,} places are no valid {decoded.encoding} and read as U+FFFD. Save the file as UTF-8."
    return (Remark("damaged-text", message),)


def cut_to(text: str, limit: int) -> tuple[str, tuple[Remark, ...]]:
    """Cut a text to `limit` characters, and remark on it."""
    if len(text) <= limit:
        return text, ()
    message = f"The text has {len(text):,} characters; the first {limit:,} are read. Split it to read the rest."
    return text[:limit], (Remark("cut", message),)
