"""Word files."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from vedette.documents.archives import Budget, open_archive, unpack
from vedette.documents.cleaning import clean_field, clean_line
from vedette.documents.drafts import Draft, TextBuilder
from vedette.documents.formats.contract import Context
from vedette.documents.parcels import Metadata, Parcel
from vedette.documents.sniffing import Kind
from vedette.documents.troubles import Refused, Unreadable, size_in_words
from vedette.records import SectionKind

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SIGNS = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_JUNK_TITLE = re.compile(r"(?i)^(?:microsoft word\b.*|word document|untitled|document\d*|.*\.(?:docx?|pdf|indd|rtf))$")


def read_docx(parcel: Parcel, context: Context) -> Iterator[Draft]:
    """Read a Word file: paragraphs and tables in order. Its dates are those of the file, not of the report."""
    data = parcel.read(context.limits.file_bytes)
    _refuse_hostile(data, context)
    import docx

    try:
        document = docx.Document(io.BytesIO(data))
        builder = TextBuilder()
        title = _add_body(document, builder)
        title = title or sensible_title(document.core_properties.title)
    except Exception as error:  # python-docx raises whatever a missing or damaged part makes it raise
        message = f"The Word file is damaged ({type(error).__name__}); open it in Word and save it again."
        raise Unreadable("broken", message) from error
    yield Draft(parcel.name, data, Kind.DOCX, builder.text(), Metadata(title=title), marks=builder.marks())


def sensible_title(value: object) -> str | None:
    """Give a file's title field, unless a program put its own name or the file's there."""
    title = clean_field(value)
    return None if not title or _JUNK_TITLE.match(title) else title


def _refuse_hostile(data: bytes, context: Context) -> None:
    """Unpack every part once, counting, before a library unpacks and parses them all at once."""
    archive = open_archive(io.BytesIO(data), context.limits)
    budget = Budget(context.limits.unpacked_bytes)
    for member in archive.infolist():
        part = unpack(archive, member, context.limits, budget)
        if not member.filename.endswith((".xml", ".rels")):
            continue
        if len(part) > context.limits.markup_bytes and member.filename == "word/document.xml":
            most = size_in_words(context.limits.markup_bytes)
            raise Refused("too-large", f"The Word file's text has more than {most} of markup. Split it.")
        if b"<!ENTITY" in part or b"<!DOCTYPE" in part:
            raise Refused("entities", "The Word file declares entities, as attacks do. Save it again in Word.")


def _add_body(document: Any, builder: TextBuilder) -> str | None:
    """Add all paragraphs and table rows, and give the words of the paragraph styled as the title."""
    from docx.table import Table

    title = None
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            _add_table(block, builder)
            continue
        style = (block.style.name or "").lower() if block.style is not None else ""
        for words in _lines(block._p):
            title = title or (words if style == "title" else None)
            builder.add(words, SectionKind.CAPTION if style == "caption" else None)
    return title


def _add_table(table: Any, builder: TextBuilder) -> None:
    for row in table._tbl.iter(f"{_W}tr"):
        cells = [" ".join(line for p in cell.iter(f"{_W}p") for line in _lines(p)) for cell in row.iter(f"{_W}tc")]
        builder.add(" | ".join(cell for cell in cells if cell))


def _lines(paragraph: Any) -> list[str]:
    """Give the words of a paragraph, with insertions that are not yet accepted and without deleted words."""
    pieces = [
        _SIGNS.get(element.tag) or element.text or ""
        for element in paragraph.iter(f"{_W}t", *_SIGNS)
        if next(element.iterancestors(_FALLBACK), None) is None
    ]
    return [line for piece in "".join(pieces).split("\n\n") if (line := clean_line(piece))]
