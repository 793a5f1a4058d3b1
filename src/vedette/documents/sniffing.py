"""What a file is, by its first bytes; its name and what a server says of it only decide between kinds of text."""

from __future__ import annotations

import json
import re
from enum import StrEnum
from pathlib import PurePosixPath

from vedette.documents.archives import open_archive
from vedette.documents.decoding import decode, looks_binary
from vedette.documents.limits import Limits
from vedette.documents.parcels import HEAD_BYTES, Parcel
from vedette.documents.troubles import Refused, Unreadable


class Kind(StrEnum):
    """The formats that are read; the value is the media type."""

    TEXT = "text/plain"
    MARKDOWN = "text/markdown"
    HTML = "text/html"
    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    MAIL = "message/rfc822"
    MAILBOX = "application/mbox"
    FEED = "application/rss+xml"
    JSON_LINES = "application/x-ndjson"
    ARCHIVE = "application/zip"


# Formats known by their first bytes that are not read, and what the user can do.
_UNSUPPORTED = (
    (b"\xd0\xcf\x11\xe0", "an old Office file (.doc, .xls, .msg)", "Save it as .docx, .eml or PDF."),
    (b"{\\rtf", "a rich text file", "Save it as .docx or .txt."),
    (b"\x1f\x8b", "a gzip archive", "Unpack it first."),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", "Unpack it first."),
    (b"Rar!", "a RAR archive", "Unpack it first."),
    (b"BZh", "a bzip2 archive", "Unpack it first."),
    (b"\xfd7zXZ", "an xz archive", "Unpack it first."),
    (b"%!PS", "a PostScript file", "Convert it to PDF."),
    (b"\x89PNG", "a picture", "Give its text instead."),
    (b"\xff\xd8\xff", "a picture", "Give its text instead."),
    (b"GIF8", "a picture", "Give its text instead."),
)
_BY_SUFFIX = {
    ".md": Kind.MARKDOWN, ".markdown": Kind.MARKDOWN, ".html": Kind.HTML, ".htm": Kind.HTML, ".xhtml": Kind.HTML,
    ".eml": Kind.MAIL, ".mbox": Kind.MAILBOX, ".jsonl": Kind.JSON_LINES, ".ndjson": Kind.JSON_LINES,
}  # fmt: skip
_UNREAD_SUFFIXES = (".json", ".csv", ".tsv", ".js", ".css", ".geojson")
_BY_MEDIA_TYPE = {kind.value: kind for kind in Kind} | {
    "application/xhtml+xml": Kind.HTML,
    "application/jsonl": Kind.JSON_LINES,
    "text/x-markdown": Kind.MARKDOWN,
}
_HTML_ROOT = re.compile(
    r"<(?:!doctype\s+html|html|head|body|article|main|section|header|div|p|h[1-6]|table|meta|title|script|style|ul|ol"
    r"|blockquote|center|font|span)\b",
    re.IGNORECASE,
)
_TAG = re.compile(r"<[a-z][a-z0-9]{0,20}[\s/>]", re.IGNORECASE)
_FEED_ROOT = re.compile(r"<(?:\w{1,20}:)?(?:rss|feed|RDF)\b")
_MAILBOX_START = re.compile(r"From \S{1,300}[^\n]{0,100}\d{4}[^\n]{0,20}\n(?:[\w-]{1,50}:|>?From )")
_HEADER = re.compile(r"^([A-Za-z][A-Za-z0-9-]*):[ \t]", re.MULTILINE)
_SURE_MAIL = {"message-id", "mime-version", "received", "return-path", "delivered-to", "dkim-signature", "list-id"}
_USUAL_MAIL = {"from", "to", "subject", "date", "reply-to", "cc", "content-type"}


def kind_of(parcel: Parcel, limits: Limits) -> Kind:
    """Tell which format a parcel is in, or refuse with what was found instead."""
    head = parcel.head
    if not head.strip(b" \t\r\n\0\xef\xbb\xbf\xff\xfe"):
        if len(head) < HEAD_BYTES:
            raise Unreadable("empty", "The file is empty.")
        raise Unreadable("binary", "The file begins with nothing but blanks or zero bytes: it is no text.")
    for start, what, hint in _UNSUPPORTED:
        if head.startswith(start):
            raise Refused("unsupported", f"This is {what}, which is not read. {hint}")
    if b"%PDF-" in head[:1024]:
        return Kind.PDF
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _packed_kind(parcel, limits)
    if looks_binary(head):
        raise Unreadable("binary", "The bytes are no text in any encoding, nor a format that is read.")
    suffix = PurePosixPath(parcel.name).suffix.lower()
    claim = _BY_SUFFIX.get(suffix) or _BY_MEDIA_TYPE.get((parcel.media_type or "").lower())
    return _text_kind(decode(head, parcel.charset).text.lstrip("\ufeff"), claim, suffix)


def _packed_kind(parcel: Parcel, limits: Limits) -> Kind:
    """Tell a Word file from a plain archive by the names inside; other Office files are not read."""
    names = set(open_archive(parcel.stream, limits).namelist())
    parcel.stream.seek(0)
    if "word/document.xml" in names:
        return Kind.DOCX
    if "[Content_Types].xml" in names or ("mimetype" in names and "content.xml" in names):
        raise Refused("unsupported", "This is a spreadsheet, slides or an OpenDocument file. Save it as .docx or PDF.")
    return Kind.ARCHIVE


def _text_kind(text: str, claim: Kind | None, suffix: str) -> Kind:
    root = _without_prolog(text)
    if _HTML_ROOT.match(root):
        return Kind.HTML
    if _FEED_ROOT.match(root):
        return Kind.FEED
    if text.lstrip().startswith("<?xml"):
        raise Refused("unsupported", "This is XML that is neither a page nor a feed. Give its text.")
    if _is_json_line(text):
        return Kind.JSON_LINES
    if _MAILBOX_START.match(text):
        return Kind.MAILBOX
    if _is_mail(text, claim):
        return Kind.MAIL
    if suffix in _UNREAD_SUFFIXES:
        raise Refused("unsupported", f"A {suffix} file is data or code, not a report. Give its text, or JSONL.")
    if claim is Kind.HTML:
        return Kind.HTML if _TAG.search(text) else Kind.TEXT
    return claim if claim in (Kind.MARKDOWN, Kind.JSON_LINES) else Kind.TEXT


def _without_prolog(text: str) -> str:
    """Give a document from its root element on, past comments, processing instructions and a document type.

    Step by step, since one pattern for all of it would take exponential time on a page of comments.
    """
    position = 0
    while True:
        position += len(text[position:]) - len(text[position:].lstrip())
        if text.startswith("<!--", position):
            end = text.find("-->", position)
        elif text.startswith("<?", position):
            end = text.find("?>", position)
        elif text.startswith("<!DOCTYPE", position) and not text[
            position + 9 : position + 20
        ].lower().strip().startswith("html"):
            inner = text.find("]", position) if "[" in text[position : text.find(">", position) + 1] else position
            end = text.find(">", max(inner, position))
        else:
            return text[position:]
        if end < 0:
            return ""
        position = text.find(">", end) + 1


def _is_json_line(text: str) -> bool:
    """Tell whether the first line is, or begins, a JSON object."""
    line, _, rest = text.lstrip().partition("\n")
    if not re.match(r"\{\s*\"", line):
        return False
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        # The line may be longer than the head.
        return not rest and len(text) >= HEAD_BYTES // 4


def _is_mail(text: str, claim: Kind | None) -> bool:
    """Tell a message by its header; fields that a text file may also begin with need one that only mail has."""
    names = {name.lower() for name in _HEADER.findall(re.split(r"\r?\n\r?\n", text.lstrip(), maxsplit=1)[0])}
    if not _HEADER.match(text.lstrip()):
        return False
    if claim is Kind.MAIL:
        return bool(names & (_SURE_MAIL | _USUAL_MAIL))
    return bool(names & _SURE_MAIL and names & _USUAL_MAIL) or {"from", "to", "subject"} <= names
