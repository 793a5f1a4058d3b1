"""Mailboxes in mbox form: one parcel a message, read as they stream by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from vedette.documents.formats.contract import Context
from vedette.documents.parcels import Parcel
from vedette.documents.sniffing import Kind
from vedette.documents.troubles import Refused, issue_from, size_in_words
from vedette.records import Issue

_START = re.compile(rb"From \S")
_ESCAPED = re.compile(rb"^>(>*From )", re.MULTILINE)


def read_mailbox(parcel: Parcel, context: Context) -> Iterator[Parcel | Issue]:
    """Give each message; one that is too large costs only itself."""
    limit = context.limits.file_bytes
    for number, (message, size) in enumerate(_messages(parcel, limit), start=1):
        place = f"{parcel.name}#{number}"
        if size > limit:
            most = size_in_words(limit)
            yield issue_from(Refused("too-large", f"The message has more than {most}. Save it on its own."), place)
            continue
        inner = Parcel.of_bytes(place, _ESCAPED.sub(rb"\1", message), media_type=Kind.MAIL)
        yield replace(inner, depth=parcel.depth + 1)


def _messages(parcel: Parcel, limit: int) -> Iterator[tuple[bytes, int]]:
    """Give each message's bytes, cut to about `limit`, and its true size."""
    lines: list[bytes] = []
    size, blank_before, started = 0, True, False
    for line in parcel.lines(1 << 16):
        if blank_before and _START.match(line):
            if started:
                yield b"".join(lines), size
            lines, size, started = [], 0, True
        elif started:
            size += len(line)
            if size <= limit:
                lines.append(line)
        blank_before = not line.strip()
    if started:
        yield b"".join(lines), size
