"""Bytes to characters: byte order marks first, then UTF-8, then what the file claims, then a guess from the bytes."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

_MARKS = (  # the longer first: UTF-32's begins with UTF-16's
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE_BYTES = 32 * 1024  # detection costs about a second a megabyte
_TEXT_CONTROLS = frozenset(b"\t\n\r\f\b\x1b\x1a")
_CONTROLS = bytes(byte for byte in range(0x20) if byte not in _TEXT_CONTROLS)


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters, the codec that gave them, and how many bytes could not be read and became U+FFFD."""

    text: str
    encoding: str
    damaged: int = 0


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Turn bytes into characters; never fails, but counts what it could not read.

    `declared` is what a header or the file itself claims; UTF-8 that is valid wins over it, since no other
    encoding looks like UTF-8 by chance and many pages claim wrongly.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _with(data, encoding)
    wide = wide_encoding(data)
    if wide:
        return _with(data, wide)
    if _is_utf8(data):
        return Decoded(data.decode("utf-8"), "utf-8")
    if _is_nearly_utf8(data):
        return _with(data, "utf-8")
    return _with(data, _known(declared) or _guess(data))


def wide_encoding(data: bytes) -> str | None:
    """Tell UTF-16 without a byte order mark by its zero bytes, which fall on one side only in Western text."""
    sample = data[:4096]
    if len(sample) < 8:
        return None
    even, odd = sample[::2].count(0) / len(sample[::2]), sample[1::2].count(0) / len(sample[1::2])
    if odd > 0.6 and even < 0.05:
        return "utf-16-le"
    if even > 0.6 and odd < 0.05:
        return "utf-16-be"
    return None


def looks_binary(data: bytes) -> bool:
    """Tell whether bytes are no text in any encoding."""
    if data.startswith(tuple(mark for mark, _ in _MARKS)) or wide_encoding(data):
        return False
    controls = len(data) - len(data.translate(None, _CONTROLS))
    return b"\0" in data or controls > len(data) * 0.01


def _with(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, errors="replace")
    return Decoded(text, encoding, text.count("�"))


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _is_nearly_utf8(data: bytes) -> bool:
    """Tell UTF-8 with a few broken bytes: most of what is not ASCII must still be whole characters."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("�")
    whole = sum(character > "\x7f" for character in text) - broken
    return whole > 10 * broken


def _known(name: str | None) -> str | None:
    if not name:
        return None
    try:
        codec = codecs.lookup(name.strip())
    except (LookupError, ValueError):
        return None
    if not getattr(codec, "_is_text_encoding", True):  # "rot13", "base64": codecs of Python that are no charsets
        return None
    # Browsers read both as Windows-1252, since pages that claim them mean it.
    return "cp1252" if codec.name in ("iso8859-1", "ascii") else codec.name


def _guess(data: bytes) -> str:
    from charset_normalizer import from_bytes

    found = from_bytes(data[:_SAMPLE_BYTES])
    names = [name for match in found for name in (match.encoding, *match.could_be_from_charset)]
    # Western text fits several code pages equally well; for an English reader Windows-1252 is the likely one.
    if not names or {"cp1252", "latin_1"} & set(names):
        return "cp1252"
    return names[0]
