"""Reading documents marked up with time expressions: TimeML (TIMEX3) and TIMEX2, one file or a folder."""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_TAG = re.compile(r"<(/?)([A-Za-z_][\w.-]*)([^<>]*?)(/?)>", re.DOTALL)
_ATTRIBUTE = re.compile(r"([\w:]+)\s*=\s*\"([^\"]*)\"")
_BODY = re.compile(r"<TEXT>(.*?)</TEXT>", re.DOTALL | re.IGNORECASE)
_HEAD_DATE = re.compile(
    r"<(?:DCT|DATE_TIME|DATETIME|DATE)>(.*?)</(?:DCT|DATE_TIME|DATETIME|DATE)>", re.DOTALL | re.IGNORECASE
)
_DAY = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})")
_SUFFIXES = frozenset({".tml", ".xml", ".sgm", ".sgml", ".tmx"})


@dataclass(frozen=True, slots=True)
class MarkedTime:
    """One annotated time: characters of the document's text, and the value string."""

    start: int
    end: int
    text: str
    value: str


@dataclass(frozen=True, slots=True)
class MarkedDocument:
    """A document's text with its annotated times, and its creation day where the file gives one."""

    name: str
    text: str
    created: dt.date | None
    times: tuple[MarkedTime, ...]


def read_marked(path: Path) -> Iterator[MarkedDocument]:
    """Read every annotated document under a path, in the order of their names."""
    files = [path] if path.is_file() else sorted(file for file in path.rglob("*") if file.suffix.lower() in _SUFFIXES)
    for file in files:
        raw = file.read_text(encoding="utf-8", errors="replace")
        if "<TIMEX" in raw.upper():
            yield _parse(file.stem, raw)


def _parse(name: str, raw: str) -> MarkedDocument:
    body = _BODY.search(raw)
    marked = body[1] if body else raw
    text, times = _strip(marked)
    return MarkedDocument(name, text, _created(raw, body is not None), times)


def _created(raw: str, has_body: bool) -> dt.date | None:
    """Give the creation day: from the creation-time TIMEX3, else from the head."""
    for match in _TAG.finditer(raw):
        attributes = dict(_ATTRIBUTE.findall(match[3]))
        if attributes.get("functionInDocument") in ("CREATION_TIME", "PUBLICATION_TIME"):
            return _day(attributes.get("value", ""))
    head = _HEAD_DATE.search(raw) if has_body else None
    return _day(html.unescape(re.sub(r"<[^>]*>", "", head[1])).strip()) if head else None


def _day(value: str) -> dt.date | None:
    match = _DAY.search(value)
    try:
        return dt.date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None


def _strip(marked: str) -> tuple[str, tuple[MarkedTime, ...]]:
    """Take the tags out of a text, keeping where the time tags stood; the outermost of nested times counts."""
    pieces: list[str] = []
    length = 0
    open_times: list[tuple[int, str]] = []
    times: list[MarkedTime] = []
    position = 0
    for match in _TAG.finditer(marked):
        piece = html.unescape(marked[position : match.start()])
        pieces.append(piece)
        length += len(piece)
        position = match.end()
        if not match[2].upper().startswith("TIMEX") or match[4]:
            continue
        if not match[1]:
            attributes = {key.lower(): value for key, value in _ATTRIBUTE.findall(match[3])}
            open_times.append((length, attributes.get("value", attributes.get("val", ""))))
        elif open_times:
            start, value = open_times.pop()
            if not open_times and length > start:
                times.append(MarkedTime(start, length, "".join(pieces)[start:length], value))
    pieces.append(html.unescape(marked[position:]))
    return "".join(pieces), tuple(times)
