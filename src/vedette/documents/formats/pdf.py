"""PDF files that hold text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from vedette.documents.cleaning import clean_field
from vedette.documents.drafts import Draft, Remark, TextBuilder
from vedette.documents.formats.contract import Context
from vedette.documents.formats.docx import sensible_title
from vedette.documents.formats.pdf_lines import Line, lines_of, without_running_lines
from vedette.documents.formats.pdf_paragraphs import Piece, paragraphs_from
from vedette.documents.limits import Limits
from vedette.documents.parcels import Metadata, Parcel
from vedette.documents.sniffing import Kind
from vedette.documents.troubles import Refused, Unreadable

_PASSWORD_ERROR = 4  # FPDF_ERR_PASSWORD


def read_pdf(parcel: Parcel, context: Context) -> Iterator[Draft]:
    """Read a PDF's text page by page; the day on which the file was made says nothing of the report."""
    data = parcel.read(context.limits.file_bytes)
    pdf = _open(data)
    try:
        pages, remarks = _pages(pdf, context.limits)
        title = _title(pdf)
    finally:
        pdf.close()
    if not any(pages):
        raise Unreadable(
            "no-text", f"None of the {len(pages)} pages holds text: they are pictures. Run text recognition (OCR)."
        )
    builder = _build(without_running_lines(pages))
    yield Draft(
        parcel.name, data, Kind.PDF, builder.text(), Metadata(title=title), pages=builder.pages(), remarks=remarks
    )


def _open(data: bytes) -> Any:
    import pypdfium2  # type: ignore[import-untyped]

    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD_ERROR or "password" in str(error).lower():
            raise Refused("encrypted", "The PDF is locked with a password; save it without one.") from error
        raise Unreadable("broken", f"The PDF is damaged ({error}); print or save it anew.") from error


def _pages(pdf: Any, limits: Limits) -> tuple[list[list[Line]], tuple[Remark, ...]]:
    """Give the lines of each page, up to the bounds, and remarks on what was left out."""
    import pypdfium2

    count = len(pdf)
    pages: list[list[Line]] = []
    broken: list[str] = []
    chars = 0
    for index in range(min(count, limits.pages)):
        if chars > limits.text_chars:
            break
        try:
            lines = lines_of(pdf, index)
        except pypdfium2.PdfiumError:
            lines = []
            broken.append(str(index + 1))
        chars += sum(len(line.text) for line in lines)
        pages.append(lines)
    remarks = []
    if len(pages) < count:
        message = f"The PDF has {count:,} pages; the first {len(pages):,} are read. Split it to read the rest."
        remarks.append(Remark("cut", message))
    if broken:
        message = f"Pages {', '.join(broken[:20])} are damaged and were left out. Print or save the PDF anew."
        remarks.append(Remark("broken-page", message))
    return pages, tuple(remarks)


def _title(pdf: Any) -> str | None:
    try:
        return sensible_title(clean_field(pdf.get_metadata_value("Title")))
    except UnicodeDecodeError:
        return None


def _build(pages: list[list[Line]]) -> TextBuilder:
    """Put paragraphs and page breaks into one text; a paragraph may go on over a page break."""
    builder = TextBuilder()
    opened = 0
    for paragraph in paragraphs_from(pages):
        for index, piece in enumerate(paragraph):
            while opened < piece.page:
                opened += 1
                builder.open_page(opened)
            if index:
                builder.lengthen(piece.words, _glue(paragraph[index - 1]))
            else:
                builder.add(piece.words)
    while opened < len(pages):
        opened += 1
        builder.open_page(opened)
    return builder


def _glue(before: Piece) -> str:
    return "" if before.joins_next else " "
