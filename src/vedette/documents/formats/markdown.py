"""Markdown: the words without the marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vedette.documents.cleaning import clean_text
from vedette.documents.decoding import decode
from vedette.documents.drafts import Draft, TextBuilder
from vedette.documents.formats.contract import Context
from vedette.documents.formats.plain import cut_to, damage
from vedette.documents.front_matter import split_front_matter
from vedette.documents.parcels import Metadata, Parcel
from vedette.documents.sniffing import Kind
from vedette.records import SectionKind

_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")
_IMAGE = re.compile(r"!\[([^\]]{0,500})\]\([^()\s]{0,1000}(?:\s[^()]{0,200})?\)")
_LINK = re.compile(r"\[([^\[\]]{1,500})\](?:\([^()\s]{0,1000}(?:\s[^()]{0,200})?\)|\[[^\]]{0,100}\])")
_LINK_TARGET = re.compile(r"\[[^\]]+\]:\s*\S+")
_EMPHASIS = re.compile(r"(?<!\w)(\*{1,3}|_{1,3}|~~)(?=\S)([^*_~\n]+?)(?<=\S)\1(?!\w)")
_CODE = re.compile(r"(`{1,2})([^`\n]+)\1")
_HEADING = re.compile(r"#{1,6}\s+(.*?)(?:\s+#+)?$")
_RULE = re.compile(r"(?:[-*_=]\s*){3,}$")
_BULLET = re.compile(r"(?:[-*+]|\d{1,3}[.)])\s+")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


def read_markdown(parcel: Parcel, context: Context) -> Iterator[Draft]:
    """Read Markdown; a top heading is the title, pictures leave their caption."""
    data = parcel.read(context.limits.file_bytes)
    decoded = decode(data, parcel.charset)
    kept, cut = cut_to(decoded.text, context.limits.text_chars)
    metadata, remarks, body = split_front_matter(clean_text(kept))
    builder = TextBuilder()
    heading = _add_blocks(_without_comments(body), builder)
    metadata = metadata.or_else(Metadata(title=heading))
    yield Draft(
        parcel.name,
        data,
        Kind.MARKDOWN,
        builder.text(),
        metadata,
        marks=builder.marks(),
        remarks=(*remarks, *cut, *damage(decoded)),
    )


def _without_comments(text: str) -> str:
    kept, *rest = text.split("<!--")
    return kept + "".join(piece.partition("-->")[2] for piece in rest)


def _add_blocks(body: str, builder: TextBuilder) -> str | None:
    """Add each block's words, and give the first heading if nothing stands before it."""
    first_heading, open_paragraph = None, False
    for raw in body.split("\n"):
        line = raw.strip().lstrip("> ")
        heading = _HEADING.match(line)
        if not line or _RULE.match(line) or _LINK_TARGET.match(line) or line.startswith(("```", "~~~")):
            open_paragraph = False
            continue
        if heading:
            words = _words(heading[1])
            first_heading = first_heading or (words if not len(builder) else None)
            builder.add(words)
            open_paragraph = False
            continue
        open_paragraph = _add_line(line, builder, open_paragraph)
    return first_heading


def _add_line(line: str, builder: TextBuilder, open_paragraph: bool) -> bool:
    """Add a line to the open paragraph or as a new one, and tell whether the next line may go on with it."""
    picture = _IMAGE.fullmatch(line)
    if picture:
        builder.add(_words(picture[1]), SectionKind.CAPTION)
        return False
    bullet = _BULLET.match(line)
    words = _words(line[bullet.end() :] if bullet else line)
    if not words:
        return open_paragraph
    if open_paragraph and not bullet:
        builder.lengthen(words, " ")
    else:
        builder.add(words)
    return True


def _words(line: str) -> str:
    line = _CODE.sub(r"\2", _LINK.sub(r"\1", _IMAGE.sub(r"\1", line)))
    for _ in range(3):  # bold inside italics
        line = _EMPHASIS.sub(r"\2", line)
    return " ".join(_ESCAPE.sub(r"\1", _TAG.sub("", line)).split())
