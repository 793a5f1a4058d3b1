"""What a format's reader makes of a file: text with marks on it, not yet a Document."""

from __future__ import annotations

from dataclasses import dataclass, field

from vedette.documents.parcels import NOTHING_SAID, Metadata
from vedette.records import Page, SectionKind

PARAGRAPH_BREAK = "\n\n"


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters `start` to `end` of a draft's text that the file's own structure shows to be of a kind."""

    kind: SectionKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Remark:
    """A warning about one document: the code and the message of an Issue to be."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Draft:
    """One report as a reader leaves it; `original` are the bytes whose hash becomes the document's id."""

    name: str
    original: bytes
    media_type: str
    text: str
    metadata: Metadata = NOTHING_SAID
    pages: tuple[Page, ...] = ()
    marks: tuple[Mark, ...] = ()
    remarks: tuple[Remark, ...] = ()


@dataclass(slots=True)
class TextBuilder:
    """Puts paragraphs together into one text, and notes where pages begin and which paragraphs are of a kind."""

    _parts: list[str] = field(default_factory=list)
    _length: int = 0
    _page_starts: list[tuple[int, int]] = field(default_factory=list)
    _marks: list[Mark] = field(default_factory=list)

    def __len__(self) -> int:
        return self._length

    def add(self, paragraph: str, kind: SectionKind | None = None) -> None:
        """Add a cleaned paragraph; an empty one adds nothing."""
        if not paragraph:
            return
        self._put(PARAGRAPH_BREAK if self._parts else "")
        start = self._length
        self._put(paragraph)
        if kind is not None:
            self._marks.append(Mark(kind, start, self._length))

    def lengthen(self, words: str, glue: str) -> None:
        """Go on with the last paragraph."""
        self._put(glue)
        self._put(words)

    def open_page(self, number: int) -> None:
        """Note that what is added from here on stands on page `number`."""
        self._page_starts.append((number, self._length))

    def text(self) -> str:
        """Give the whole text."""
        return "".join(self._parts)

    def marks(self) -> tuple[Mark, ...]:
        """Give the paragraphs whose kind was told."""
        return tuple(self._marks)

    def pages(self) -> tuple[Page, ...]:
        """Give the pages, which cover the text without gaps; an empty page begins where it ends."""
        ends = [start for _, start in self._page_starts[1:]] + [self._length]
        return tuple(Page(number, start, end) for (number, start), end in zip(self._page_starts, ends, strict=True))

    def _put(self, piece: str) -> None:
        self._parts.append(piece)
        self._length += len(piece)
