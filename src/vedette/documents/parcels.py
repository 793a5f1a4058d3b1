"""What has come in and is not read yet: bytes with a name, and what is known of them from outside."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO

from vedette.documents.cleaning import clean_text
from vedette.documents.troubles import Refused, size_in_words

HEAD_BYTES = 64 * 1024


def shown_name(name: str) -> str:
    """Give a path or an address as one line that can be printed and stored, whatever bytes the system allows in it."""
    return clean_text(name).replace("\n", " ")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a file, a feed or the user says of a document; None where nothing is said."""

    title: str | None = None
    publisher: str | None = None
    published: dt.date | None = None
    url: str | None = None
    language: str | None = None

    def or_else(self, other: Metadata) -> Metadata:
        """Fill what is not said here from `other`."""
        return Metadata(
            self.title or other.title,
            self.publisher or other.publisher,
            self.published or other.published,
            self.url or other.url,
            self.language or other.language,
        )


NOTHING_SAID = Metadata()


@dataclass(frozen=True, slots=True)
class Parcel:
    """A stream of bytes at its start, its first bytes, and where it came from.

    `media_type` and `charset` are what the outside claims (a server, a mail header). `depth` counts the containers
    around it. `asked` tells that the user named it, so that it must not be passed over as a mere picture.
    `fallback` holds what is said of it elsewhere, used where the file itself is silent.
    """

    name: str
    stream: BinaryIO
    head: bytes
    media_type: str | None = None
    charset: str | None = None
    depth: int = 0
    asked: bool = False
    fallback: Metadata = NOTHING_SAID

    @classmethod
    def of_bytes(cls, name: str, data: bytes, *, media_type: str | None = None, charset: str | None = None) -> Parcel:
        """Wrap bytes that are already in memory."""
        return cls(name, io.BytesIO(data), data[:HEAD_BYTES], media_type, charset)

    @classmethod
    def of_stream(cls, name: str, stream: BinaryIO) -> Parcel:
        """Wrap a stream, which need not be seekable."""
        head = _read_up_to(stream, HEAD_BYTES)
        if stream.seekable():
            stream.seek(-len(head), io.SEEK_CUR)
            return cls(name, stream, head)
        return cls(name, io.BufferedReader(_Rejoined(head, stream)), head)

    def inside(self, name: str, data: bytes, *, media_type: str | None = None, charset: str | None = None) -> Parcel:
        """Make the parcel of a file that stands inside this one."""
        inner = Parcel.of_bytes(f"{self.name}/{name}", data, media_type=media_type, charset=charset)
        return replace(inner, depth=self.depth + 1)

    def read(self, limit: int) -> bytes:
        """Give all bytes, or refuse when there are more than `limit`."""
        data = _read_up_to(self.stream, limit + 1)
        if len(data) > limit:
            raise Refused(
                "too-large",
                f"The file has more than {size_in_words(limit)}, the most that is read of one such file. Split it.",
            )
        return data

    def lines(self, limit: int) -> Iterator[bytes]:
        """Give line after line with its line end; a longer line than `limit` bytes comes in pieces."""
        while line := self.stream.readline(limit + 1):
            yield line


class _Rejoined(io.RawIOBase):
    """The head that was already taken from a stream, followed by the rest of it."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = memoryview(head)
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        chunk = self._head[: len(buffer)] if self._head else self._rest.read(len(buffer))
        self._head = self._head[len(chunk) :]
        buffer[: len(chunk)] = chunk
        return len(chunk)


def _read_up_to(stream: BinaryIO, size: int) -> bytes:
    """Read until `size` bytes are there or the stream ends; pipes give less than asked for at a time."""
    chunks, missing = [], size
    while missing and (chunk := stream.read(min(missing, 1 << 20))):
        chunks.append(chunk)
        missing -= len(chunk)
    return b"".join(chunks)
