"""Lines of PDF pages into paragraphs: by the gaps between lines, indents, short last lines and sizes of type."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from vedette.documents.formats.pdf_lines import BROKEN_WORD, Line

_SENTENCE_END = re.compile(r"[.!?:;…][\"'”’)\]]*\d*$")
_LIST_ITEM = re.compile(r"(?:[-•·–▪●◦]|\(?\d{1,3}[.)]|\(?[a-z][.)]|\d{1,2}(?:\.\d{1,2})+\.?(?=\s[A-Z]))\s")
_WIDE_GAP = 1.35  # of the usual distance between lines
_INDENT = 0.8  # of the size of type
_SHORT = 0.85  # of the page's width of text; a last line that ends before it ends a paragraph
_OTHER_SIZE = 0.15


_WORD = re.compile(r"\w+")
_AFTER_OPEN_HYPHEN = ("and", "or", "to")  # "pre- and post-war"


@dataclass(frozen=True, slots=True)
class Piece:
    """What of a paragraph stands on one page (from 1); `joins_next` where a word goes on on the next page."""

    page: int
    words: str
    joins_next: bool = False


@dataclass(frozen=True, slots=True)
class _Layout:
    """What is usual on a page, in points; `pitch` is a lower quartile, as one-line paragraphs widen the mean gap."""

    pitch: float
    left: float
    right: float


def paragraphs_from(pages: list[list[Line]]) -> list[list[Piece]]:
    """Give the paragraphs of all pages in order, each cut where a page ends."""
    paragraphs: list[list[tuple[int, list[str]]]] = []
    last: Line | None = None
    for number, lines in enumerate(pages, start=1):
        layout = _layout(lines)
        for index, line in enumerate(lines):
            if last is None or _begins(last, line, layout, index == 0):
                paragraphs.append([])
            if not paragraphs[-1] or paragraphs[-1][-1][0] != number:
                paragraphs[-1].append((number, []))
            paragraphs[-1][-1][1].append(line.text)
            last = line
    known = frozenset(
        word.lower() for lines in pages for line in lines for word in re.findall(r"\w+(?:-\w+)*", line.text)
    )
    return [_pieces(paragraph, known) for paragraph in paragraphs]


def _layout(lines: list[Line]) -> _Layout:
    gaps = [a.y_end - b.y for a, b in pairwise(lines)]
    gaps = sorted(gap for gap, line in zip(gaps, lines, strict=False) if 0.8 * line.size < gap < 3 * line.size)
    lefts = [line.left for line in lines] or [0.0]
    rights = [line.right for line in lines] or [0.0]
    return _Layout(gaps[len(gaps) // 4] if gaps else 0.0, min(lefts), max(rights))


def _begins(before: Line, line: Line, layout: _Layout, page_turned: bool) -> bool:
    """Tell whether a line begins a new paragraph."""
    ended = bool(_SENTENCE_END.search(before.text))
    if page_turned:
        return ended or not line.text[0].islower()
    if _LIST_ITEM.match(line.text) or abs(line.size - before.size) > _OTHER_SIZE * max(before.size, 1):
        return True
    gap = before.y_end - line.y
    if gap <= 0.3 * line.size:  # another column, or another cell on the same height
        return ended
    if layout.pitch and gap > _WIDE_GAP * layout.pitch:
        return True
    indented = line.left - before.left > _INDENT * line.size and not _LIST_ITEM.match(before.text)
    short = before.right - layout.left < _SHORT * (layout.right - layout.left)
    return ended and (indented or short)


def _pieces(paragraph: list[tuple[int, list[str]]], known: frozenset[str]) -> list[Piece]:
    """Join the lines of a paragraph page by page, and mend the words that were broken between lines and pages."""
    pieces: list[Piece] = []
    for index, (page, lines) in enumerate(paragraph):
        words = lines[0]
        for line in lines[1:]:
            words = _joined(words, line, known)
        words = _mended(words, known)
        following = paragraph[index + 1][1][0] if index + 1 < len(paragraph) else ""
        joins_next = bool(following) and _is_broken(words)
        if joins_next:
            words = _hyphen_or_not(words, following, known)
        pieces.append(Piece(page, words.replace(BROKEN_WORD, "-"), joins_next))
    return pieces


def _joined(words: str, line: str, known: frozenset[str]) -> str:
    if not _is_broken(words) or line.split(" ", 1)[0] in _AFTER_OPEN_HYPHEN:
        return f"{words} {line}"
    return _hyphen_or_not(words, line, known) + line


def _mended(words: str, known: frozenset[str]) -> str:
    """Mend words that PDFium has put together over a line's end already."""
    first, *rest = words.split(BROKEN_WORD)
    for position, piece in enumerate(rest):
        is_last = position == len(rest) - 1 and not piece
        first = first + BROKEN_WORD if is_last else _hyphen_or_not(first + "-", piece.lstrip(), known) + piece.lstrip()
    return first


def _is_broken(words: str) -> bool:
    """Tell whether the last word goes on after a hyphen."""
    return words.endswith(("-", BROKEN_WORD)) and words[-2:-1].isalnum()


def _hyphen_or_not(words: str, following: str, known: frozenset[str]) -> str:
    """Give `words` with the hyphen at its end kept where it belongs to the word.

    What the document writes elsewhere decides; else a capital or a digit after the hyphen keeps it ("Al-Shabaab").
    """
    before = words[:-1]
    first = (_WORD.findall(before[-60:]) or [""])[-1]
    second = (_WORD.match(following) or [""])[0]
    if f"{first}-{second}".lower() in known:
        return before + "-"
    if f"{first}{second}".lower() in known or (second[:1].islower() and first):
        return before
    return before + "-"
