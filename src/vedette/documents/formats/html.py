"""Web pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from vedette.documents.decoding import Decoded, decode
from vedette.documents.drafts import Draft, TextBuilder
from vedette.documents.formats.contract import Context
from vedette.documents.formats.html_blocks import Block, parse_html, visible_blocks
from vedette.documents.formats.html_metadata import html_metadata
from vedette.documents.formats.plain import damage
from vedette.documents.parcels import Parcel
from vedette.documents.sniffing import Kind
from vedette.documents.troubles import Unreadable

_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:-]+)|encoding=[\"']([A-Za-z0-9_-]+)", re.IGNORECASE
)
_SHORT = 250  # characters; below this the finder of main text often took the wrong block


def read_html(parcel: Parcel, context: Context) -> Iterator[Draft]:
    """Read a page: the main text without navigation, advertisements and scripts, and what its metadata says."""
    data = parcel.read(context.limits.markup_bytes)
    decoded = decode_page(data, parcel.charset)
    root = parse_html(decoded.text)
    if root is None:
        raise Unreadable("broken", "No element can be found in the page; save it again.")
    metadata = html_metadata(root, parcel.fallback.url)
    builder = TextBuilder()
    for words, kind in main_blocks(root):
        builder.add(words, kind)
    yield Draft(parcel.name, data, Kind.HTML, builder.text(), metadata, marks=builder.marks(), remarks=damage(decoded))


def decode_page(data: bytes, charset: str | None) -> Decoded:
    """Turn a page into characters; what the server says goes before what the page says."""
    match = _CHARSET.search(data[:4096])
    claimed = (match[1] or match[2]).decode("ascii") if match else None
    return decode(data, charset or claimed)


def main_blocks(root: Any) -> list[Block]:
    """Give the blocks of a page's main text."""
    found = _extracted_blocks(root)
    length = sum(len(words) for words, _ in found)
    if length < _SHORT:
        shown = visible_blocks(root)
        if sum(len(words) for words, _ in shown) > 2 * length:
            return shown
    return found


def _extracted_blocks(root: Any) -> list[Block]:
    from trafilatura import bare_extraction

    try:
        page = bare_extraction(root, include_comments=False, include_tables=True, config=_settings())
    # Pages broken in new ways make the extractor fail in new ways; the words that show are still there to read.
    except Exception:
        return []
    body = getattr(page, "body", None)
    return visible_blocks(body, furniture=True) if body is not None else []


@cache
def _settings() -> Any:
    """Let short reports through: by default pages below 250 characters lose their paragraphs."""
    from copy import deepcopy

    from trafilatura.settings import DEFAULT_CONFIG

    settings = deepcopy(DEFAULT_CONFIG)
    settings["DEFAULT"]["MIN_EXTRACTED_SIZE"] = "20"
    return settings
