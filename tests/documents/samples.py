"""Small files of each format, built in memory."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from email.message import EmailMessage
from pathlib import Path

from vedette.documents import Limits, ReadOptions, Received, read_documents
from vedette.records import Issue, SectionKind

REPORT = (
    "A bomb went off in the main market of Dera Qazi on Tuesday morning, killing four people and wounding at least 12, "
    "the district police chief told reporters. No group has said that it was behind the blast."
)
SECOND = (
    "Shops stayed closed for the rest of the day, and soldiers searched cars on the road that leads to the border. "
    "The provincial government promised money to the families of the dead."
)


def receive(path: Path, options: ReadOptions | None = None) -> list[Received | Issue]:
    """Read one path to the end."""
    return list(read_documents([str(path)], options or ReadOptions()))


def receive_bytes(folder: Path, name: str, data: bytes, options: ReadOptions | None = None) -> list[Received | Issue]:
    """Write bytes under a name and read them."""
    path = folder / name
    path.write_bytes(data)
    return receive(path, options)


def only(found: Sequence[Received | Issue]) -> Received:
    """Give the one document that was found, and fail on anything else."""
    assert len(found) == 1, found
    assert isinstance(found[0], Received), found[0]
    return found[0]


def only_issue(found: Sequence[Received | Issue]) -> Issue:
    """Give the one issue that was found, and fail on anything else."""
    assert len(found) == 1, found
    assert isinstance(found[0], Issue), found[0].document
    return found[0]


def documents(found: Iterable[Received | Issue]) -> list[Received]:
    return [item for item in found if isinstance(item, Received)]


def issues(found: Iterable[Received | Issue]) -> list[Issue]:
    return [item for item in found if isinstance(item, Issue)]


def sections(received: Received) -> list[tuple[SectionKind, str]]:
    return [(section.kind, section.span.text) for section in received.document.sections]


def small(**bounds: int) -> ReadOptions:
    """Give options with some of the limits set low."""
    return ReadOptions(limits=Limits(**bounds))


def spans_hold(received: Received) -> bool:
    """Tell whether every span of a document is the slice of its text that it claims to be."""
    document = received.document
    spans = [section.span for section in document.sections] + list(document.published.spans)
    pages_hold = all(0 <= page.start <= page.end <= len(document.text) for page in document.pages)
    text_is_sound = "\r" not in document.text and bool(document.text.encode("utf-8"))
    return pages_hold and text_is_sound and all(document.text[s.start : s.end] == s.text for s in spans)


def zipped(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def mail(body: str, **headers: str) -> EmailMessage:
    message = EmailMessage()
    for name, value in {"From": "Dera Desk <desk@example.org>", "To": "a@example.org", **headers}.items():
        message[name.replace("_", "-")] = value
    message.set_content(body)
    return message


def pdf(pages: Sequence[Sequence[str]], title: str | None = None, leading: int = 14) -> bytes:
    """Build a PDF with one line of Helvetica after another; an empty line leaves a gap."""
    count = len(pages)
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(count))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, lines in enumerate(pages):
        stream = f"BT /F1 11 Tf 72 740 Td {leading} TL\n"
        stream += "".join(f"({_escaped(line)}) Tj T*\n" if line else "T*\n" for line in lines) + "ET"
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>"
            f" /Contents {5 + 2 * number} 0 R >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    information = f"<< /CreationDate (D:20270101120000Z) {f'/Title ({_escaped(title)})' if title else ''} >>"
    objects.append(information)
    return _pdf_file(objects)


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _pdf_file(objects: Sequence[str]) -> bytes:
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    trailer = f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>"
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}\nstartxref\n{len(out)}\n%%EOF"
    return out + end.encode("latin-1")


def docx(paragraphs: Sequence[tuple[str, str | None]], table: Sequence[Sequence[str]] = (), title: str = "") -> bytes:
    """Build a Word file of (words, style) paragraphs and one table."""
    import docx as word

    document = word.Document()
    document.core_properties.title = title
    for words, style in paragraphs:
        document.add_paragraph(words, style=style)
    if table:
        grid = document.add_table(rows=len(table), cols=len(table[0]))
        for row, cells in zip(grid.rows, table, strict=True):
            for cell, words in zip(row.cells, cells, strict=True):
                cell.text = words
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def rss(items: Sequence[str], title: str = "Hill Country Post") -> bytes:
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel>'
        f"<title>{title}</title><link>https://example.org/</link>{''.join(items)}</channel></rss>"
    ).encode()
