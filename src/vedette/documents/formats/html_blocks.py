"""The visible words of a tree of elements, block by block."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from vedette.documents.cleaning import clean_line
from vedette.records import SectionKind

Block = tuple[str, SectionKind | None]

# HTML's own blocks, with those that trafilatura names after TEI: head, item, row, quote.
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head",
    "header", "hr", "html", "item", "legend", "li", "list", "main", "nav", "ol", "p", "pre", "quote", "row",
    "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul",
})  # fmt: skip
_CELLS = frozenset(("td", "th", "cell"))
_UNSEEN = frozenset({
    "script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "math", "canvas", "audio",
    "video", "select", "option", "textarea", "input", "button", "title", "meta", "link",
})  # fmt: skip
_FURNITURE = frozenset(("nav", "footer", "form", "aside"))
_CAPTIONS = frozenset(("figcaption", "caption"))
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def visible_blocks(root: Any, *, furniture: bool = False) -> list[Block]:
    """Give the words of each block under an lxml element, in order, and whether a block is a caption.

    `furniture` keeps navigation, footers, forms and asides too, which in a mail can hold the message.
    """
    walker = _Walker(_UNSEEN if furniture else _UNSEEN | _FURNITURE)
    walker.walk(root)
    return walker.blocks


class _Walker:
    """Goes once through a tree, without recursion, since hostile pages nest deeply."""

    def __init__(self, left_out: frozenset[str]) -> None:
        self.blocks: list[Block] = []
        self._left_out = left_out
        self._words: list[str] = []
        self._captions = 0
        self._skipped: Any = None

    def walk(self, root: Any) -> None:
        """Go through the tree under `root`."""
        from lxml.etree import iterwalk  # type: ignore[import-untyped]

        for event, element in iterwalk(root, events=("start", "end", "comment", "pi")):
            if event == "start":
                self._open(element)
            elif event == "end":
                self._close(element)
            if event != "start" and element is not root and self._skipped is None:
                self._words.append(element.tail or "")
        self._flush()

    def _open(self, element: Any) -> None:
        if self._skipped is not None:
            return
        tag = _tag(element)
        # In HTML "head" holds no words to show; in trafilatura's trees it is a heading and carries its rank.
        metadata_head = tag == "head" and element.get("rend") is None
        if tag in self._left_out or metadata_head or _is_hidden(element):
            self._skipped = element
            return
        if tag in _BLOCKS:
            self._flush()
        self._captions += tag in _CAPTIONS
        if tag in _CELLS and "".join(self._words).strip():
            self._words.append(" | ")
        if tag in ("br", "lb"):
            self._words.append("\0")
        self._words.append(element.text or "")

    def _close(self, element: Any) -> None:
        if self._skipped is not None:
            if self._skipped is element:
                self._skipped = None
            return
        tag = _tag(element)
        if tag in _BLOCKS:
            self._flush()
        self._captions -= tag in _CAPTIONS

    def _flush(self) -> None:
        """End a paragraph; two line breaks in a row end one too, as pages made by hand have them."""
        kind = SectionKind.CAPTION if self._captions else None
        for words in re.split(r"\0\s*\0[\s\0]*", "".join(self._words)):
            line = clean_line(words.replace("\0", " "))
            if line.strip("| "):
                self.blocks.append((line, kind))
        self._words.clear()


def _tag(element: Any) -> str:
    return element.tag.lower() if isinstance(element.tag, str) else ""


def _is_hidden(element: Any) -> bool:
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style") or ""))


def parse_html(text: str) -> Any:
    """Parse a page or a fragment into an lxml tree, or give None where there is no element in it."""
    from lxml import etree, html  # type: ignore[import-untyped]

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def fragment_lines(text: str) -> Iterator[str]:
    """Give the words of an HTML fragment block by block; text without any element is one block."""
    root = parse_html(text)
    if root is not None:
        yield from (words for words, _ in visible_blocks(root, furniture=True))
