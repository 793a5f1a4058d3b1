"""Zip archives opened without trusting a word that stands in them."""

from __future__ import annotations

import io
import struct
import zipfile
from dataclasses import dataclass
from typing import BinaryIO

from vedette.documents.limits import Limits
from vedette.documents.troubles import Refused, Unreadable, size_in_words

_END_RECORD = b"PK\x05\x06"
_LONGEST_END = 22 + 65_535  # the end record with the longest comment
_ENTRY_BYTES = 1_024  # a generous mean for one entry of the central directory
_CHUNK = 64 * 1024
_SMALL = 1024 * 1024  # below this a high ratio does no harm: a page of spaces packs a thousandfold
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


@dataclass(slots=True)
class Budget:
    """How many bytes may still be unpacked, shared by an archive and all archives inside it."""

    bytes_left: int

    def spend(self, count: int) -> None:
        """Take `count` bytes off, or refuse."""
        self.bytes_left -= count
        if self.bytes_left < 0:
            raise Refused("zip-bomb", "The archive unpacks to more than is read of one archive; unpack it yourself.")


def open_archive(stream: BinaryIO, limits: Limits) -> zipfile.ZipFile:
    """Open a seekable stream as a zip archive, after a look at how large its directory is."""
    _refuse_large_directory(stream, limits)
    try:
        archive = zipfile.ZipFile(stream)
    # A forged directory makes zipfile fail in many ways, OverflowError and ValueError among them.
    except Exception as error:
        raise Unreadable("broken", f"The archive's directory cannot be read ({error}); pack it again.") from error
    if len(archive.infolist()) > limits.members:
        raise _too_many(len(archive.infolist()), limits)
    return archive


def unpack(archive: zipfile.ZipFile, member: zipfile.ZipInfo, limits: Limits, budget: Budget) -> bytes:
    """Unpack one member, counting what comes out, since the sizes in the directory may lie."""
    if member.flag_bits & 0x1:
        raise Refused("encrypted", "The file is locked with a password; unpack it yourself and give the files.")
    if member.compress_type not in _METHODS:
        raise Refused("unsupported", "The file is packed by a method other than deflate; pack it again.")
    out = io.BytesIO()
    try:
        with archive.open(member) as packed:
            while chunk := packed.read(_CHUNK):
                budget.spend(len(chunk))
                out.write(chunk)
                _refuse_bomb(out.tell(), member.compress_size, limits)
    except Refused:
        raise
    except Exception as error:  # zlib.error, BadZipFile, EOFError, NotImplementedError and others
        raise Unreadable("broken", f"The packed file is damaged ({error}); pack it again.") from error
    return out.getvalue()


def _refuse_bomb(unpacked: int, packed: int, limits: Limits) -> None:
    if unpacked > limits.file_bytes:
        most = size_in_words(limits.file_bytes)
        raise Refused("too-large", f"The file unpacks to more than {most}, the most that is read of one file.")
    if unpacked > _SMALL and unpacked > limits.compression_ratio * max(packed, 1):
        raise Refused(
            "zip-bomb",
            f"The file unpacks to over {limits.compression_ratio} times its packed size, as text never does.",
        )


def _refuse_large_directory(stream: BinaryIO, limits: Limits) -> None:
    """Look at the end record before zipfile builds an object for each of what may be millions of entries."""
    size = stream.seek(0, io.SEEK_END)
    stream.seek(max(0, size - _LONGEST_END))
    tail = stream.read(_LONGEST_END)
    stream.seek(0)
    at = tail.rfind(_END_RECORD)
    if at < 0 or len(tail) < at + 16:
        raise Unreadable("broken", "The archive has no directory: it is cut off or damaged. Get it again.")
    entries, directory_bytes = struct.unpack("<HI", tail[at + 10 : at + 16])
    if entries > limits.members or directory_bytes > limits.members * _ENTRY_BYTES:
        raise _too_many(entries, limits)


def _too_many(count: int, limits: Limits) -> Refused:
    return Refused(
        "too-many-members",
        f"The archive holds {count:,} files or more; at most {limits.members:,} are read. Split it.",
    )
