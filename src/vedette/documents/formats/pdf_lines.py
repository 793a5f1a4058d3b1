"""The lines of a PDF page with their places, and the lines that run through all pages."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

from vedette.documents.cleaning import clean_line

# PDFium joins a word that is hyphenated at a line's end and leaves this character in it. The private-use character
# stands in for it until it is decided whether the hyphen belongs to the word, since control characters are cleaned.
_PDFIUM_HYPHEN = "\x02"
BROKEN_WORD = "\ue002"
_EDGE_LINES = 2
_PAGE_NUMBER = re.compile(r"(?i)[-–—|\s]*(?:page|p\.?)?\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?[-–—|\s]*")


@dataclass(frozen=True, slots=True)
class Line:
    """One line's words and where it stands, in points; `y_end` differs from `y` where PDFium joined two lines."""

    text: str
    left: float
    right: float
    y: float
    y_end: float
    size: float


def lines_of(pdf: Any, index: int) -> list[Line]:
    """Give the lines of page `index` (from 0) in the order in which the file draws them."""
    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

    page = pdf[index]
    try:
        textpage = page.get_textpage()
        try:
            codes = [pdfium.FPDFText_GetUnicode(textpage, number) for number in range(textpage.count_chars())]
            return [line for run in _runs(codes) if (line := _line(textpage, codes, run))]
        finally:
            textpage.close()
    finally:
        page.close()


def without_running_lines(pages: list[list[Line]]) -> list[list[Line]]:
    """Leave out page numbers, and headers and footers that stand on three pages or more and on half of all.

    They would cut sentences that go on over the page break.
    """
    counts = Counter(key for lines in pages for key in {_key(line) for line in _edges(lines)})
    needed = max(3, len(pages) / 2)
    running = {key for key, count in counts.items() if count >= needed}
    return [
        [line for number, line in enumerate(lines) if not _runs_through(line, number, len(lines), running)]
        for lines in pages
    ]


def _runs(codes: list[int]) -> list[range]:
    """Cut the characters of a page where a line ends."""
    runs, start = [], 0
    for number, code in enumerate(codes):
        if code in (0x0A, 0x0D):
            runs.append(range(start, number))
            start = number + 1
    return [*runs, range(start, len(codes))]


def _line(textpage: Any, codes: list[int], run: range) -> Line | None:
    seen = [number for number in run if codes[number] not in (0, 0x20, 0xA0)]
    text = clean_line(_text(codes[run.start : run.stop]).replace(_PDFIUM_HYPHEN, BROKEN_WORD))
    if not seen or not text:
        return None
    left, _, y, size = _place(textpage, seen[0])
    _, right, y_end, _ = _place(textpage, seen[-1])
    return Line(text, left, right, y, y_end, size)


def _text(codes: list[int]) -> str:
    """Give the characters of code units, two of which make one character outside the basic plane."""
    text = "".join(chr(code) for code in codes if 0 < code <= 0x10FFFF and code != 0xE002)
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _place(textpage: Any, number: int) -> tuple[float, float, float, float]:
    """Give a character's left and right edge, the height of the line it stands on, and the size of type.

    The size is measured, since many files set all type at size 1 and scale the page.
    """
    import pypdfium2.raw as pdfium

    box = pdfium.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetLooseCharBox(textpage, number, box)
    pdfium.FPDFText_GetCharOrigin(textpage, number, x, y)
    return box.left, box.right, y.value, max(box.top - box.bottom, 1.0)


def _edges(lines: list[Line]) -> list[Line]:
    return lines[:_EDGE_LINES] + lines[_EDGE_LINES:][-_EDGE_LINES:]


def _key(line: Line) -> str:
    return re.sub(r"\d+", "0", line.text.lower())


def _runs_through(line: Line, number: int, count: int, running: set[str]) -> bool:
    at_edge = number < _EDGE_LINES or number >= count - _EDGE_LINES
    return at_edge and (_key(line) in running or bool(_PAGE_NUMBER.fullmatch(line.text)))
