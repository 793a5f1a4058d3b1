"""Builds the PDF and DOCX examples out of their text sources: `python3 scripts/make_examples.py`.

Standard library only, and the same bytes every time (nothing compressed, no clock), so that a test can hold the
committed files against their sources.
"""

from __future__ import annotations

import io
import textwrap
import zipfile
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
TARGETS = {
    "gao-3-niger-bend-access-group": "pdf",
    "nampuita-2-saude-em-caminho": "docx",
    "sillamayo-3-andean-rights-observatory": "pdf",
}

LINES_ON_A_PAGE = 34
CHARACTERS_ON_A_LINE = 78
LEADING = 19
LEFT, TOP = 62, 752


@dataclass(frozen=True, slots=True)
class Source:
    """A report as typed: what its head lines say, and its paragraphs; those that begin with "# " are headings."""

    title: str
    publisher: str
    published: str
    note: str
    paragraphs: tuple[str, ...]


def read_source(path: Path) -> Source:
    """Read head lines ("Title: …") up to the first empty line, then paragraphs parted by empty lines."""
    head, _, body = path.read_text(encoding="utf-8").partition("\n\n")
    fields = dict(line.split(": ", 1) for line in head.splitlines())
    paragraphs = tuple(" ".join(part.split()) for part in body.split("\n\n") if part.strip())
    return Source(fields["Title"], fields["Publisher"], fields["Published"], fields["Note"], paragraphs)


def _pdf_string(text: str) -> str:
    """Write text as a PDF string in WinAnsi, all of it ASCII."""
    octets = text.encode("cp1252")
    return "(" + "".join(chr(b) if 32 <= b < 127 and b not in b"()\\" else f"\\{b:03o}" for b in octets) + ")"


def _lay_out(source: Source) -> list[list[tuple[str, str]]]:
    """Break the paragraphs into pages of (font, line)."""
    lines: list[tuple[str, str]] = []
    for paragraph in source.paragraphs:
        heading = paragraph.startswith("# ")
        font = "/F2 13" if heading else "/F1 11"
        lines += [(font, line) for line in textwrap.wrap(paragraph.removeprefix("# "), CHARACTERS_ON_A_LINE)]
        lines.append((font, ""))
    return [lines[at : at + LINES_ON_A_PAGE] for at in range(0, len(lines), LINES_ON_A_PAGE)]


def _draw(source: Source, page: list[tuple[str, str]], number: int, of: int) -> bytes:
    """Give one page's drawing commands: a running head, the lines, a foot with the page number."""
    foot = f"{source.published}   Page {number} of {of}"
    out = [f"BT /F1 9 Tf {LEFT} 800 Td {_pdf_string(source.publisher)} Tj ET"]
    for at, (font, line) in enumerate(page):
        if line:
            out.append(f"BT {font} Tf {LEFT} {TOP - at * LEADING} Td {_pdf_string(line)} Tj ET")
    out.append(f"BT /F1 9 Tf {LEFT} 40 Td {_pdf_string(foot)} Tj ET")
    return "\n".join(out).encode("ascii")


def make_pdf(source: Source) -> bytes:
    """Write the report as a PDF 1.4 in Helvetica."""
    pages = _lay_out(source)
    kids = " ".join(f"{6 + 2 * at} 0 R" for at in range(len(pages)))
    date = source.published.replace("-", "")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode("ascii"),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
        (
            f"<< /Title {_pdf_string(source.title)} /Author {_pdf_string(source.publisher)}"
            f" /Subject {_pdf_string(source.note)} /CreationDate (D:{date}080000Z) >>"
        ).encode("ascii"),
    ]
    for at, page in enumerate(pages):
        drawing = _draw(source, page, at + 1, len(pages))
        objects.append(
            (
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]"
                f" /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents {7 + 2 * at} 0 R >>"
            ).encode("ascii")
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawing), drawing))
    return _number(objects)


def _number(objects: list[bytes]) -> bytes:
    """Put the objects behind one another, with the table that says where each begins."""
    out = bytearray(b"%PDF-1.4\n")
    starts = []
    for number, content in enumerate(objects, 1):
        starts.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % start for start in starts)
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info 5 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
    return bytes(out)


def make_docx(source: Source) -> bytes:
    """Write the report as the smallest Word file that has a title, an author and a date."""
    office = "http://schemas.openxmlformats.org"
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    relation = f'xmlns="{office}/package/2006/relationships"'
    body = "".join(
        "<w:p>"
        + ('<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>' if paragraph.startswith("# ") else "")
        + f"<w:r><w:t>{escape(paragraph.removeprefix('# '))}</w:t></w:r></w:p>"
        for paragraph in source.paragraphs
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{office}/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
        '<Override PartName="/docProps/core.xml" ContentType='
        '"application/vnd.openxmlformats-package.core-properties+xml"/></Types>',
        "_rels/.rels": f"<Relationships {relation}>"
        f'<Relationship Id="r1" Type="{office}/officeDocument/2006/relationships/officeDocument"'
        ' Target="word/document.xml"/>'
        f'<Relationship Id="r2" Type="{office}/package/2006/relationships/metadata/core-properties"'
        ' Target="docProps/core.xml"/></Relationships>',
        "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{office}/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(source.title)}</dc:title><dc:creator>{escape(source.publisher)}</dc:creator>"
        f"<dc:description>{escape(source.note)}</dc:description>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{source.published}T08:00:00Z</dcterms:created>'
        "</cp:coreProperties>",
        "word/document.xml": f'<w:document xmlns:w="{office}/wordprocessingml/2006/main"><w:body>{body}</w:body>'
        "</w:document>",
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system = 3  # the same bytes on Windows as elsewhere
            archive.writestr(entry, (head + content).encode("utf-8"))
    return buffer.getvalue()


def make(name: str) -> bytes:
    """Build one example by its name in TARGETS."""
    source = read_source(EXAMPLES / "sources" / f"{name}.txt")
    return make_pdf(source) if TARGETS[name] == "pdf" else make_docx(source)


def main() -> None:
    """Write every example that is built."""
    for name, kind in TARGETS.items():
        path = EXAMPLES / "reports" / f"{name}.{kind}"
        path.write_bytes(make(name))
        print(path.relative_to(EXAMPLES.parent))


if __name__ == "__main__":
    main()
