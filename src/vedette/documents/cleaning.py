"""Characters that may stand in a document's text.

Offsets point into the text that leaves this room, so its white space may be made regular here, once, and nowhere
later. Kept: every letter, the joiners that Persian, Indic scripts and emoji need. Left out: control characters, soft
hyphens, byte order marks, and direction overrides, which only change how a line looks and can be used to forge it.
"""

from __future__ import annotations

_NOTHING = [
    *range(0x09), *range(0x0E, 0x1C), 0x1F, *range(0x7F, 0x85), *range(0x86, 0xA0), 0xAD, 0x061C, 0x180E, 0x200B,
    0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2060, 0x2065), *range(0x2066, 0x2070), 0xFEFF, 0xFFFE, 0xFFFF,
]  # fmt: skip
_SPACES = [0x09, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000]
_LINE_ENDS = [0x0B, 0x0C, 0x1C, 0x1D, 0x1E, 0x85, 0x2028, 0x2029]
_SURROGATES = range(0xD800, 0xE000)  # half a character: JSON can escape one, and no file can be written with it
_TABLE: dict[int, str | None] = {
    **dict.fromkeys(_NOTHING, None),
    **dict.fromkeys(_SPACES, " "),
    **dict.fromkeys(_LINE_ENDS, "\n"),
    **dict.fromkeys(_SURROGATES, "�"),
}


def clean_text(text: str) -> str:
    """Give the text with line feeds as the only line ends and spaces as the only other white space."""
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_TABLE)


def clean_line(text: str) -> str:
    """Give the text as one line with single spaces."""
    return " ".join(clean_text(text).split())


def clean_field(value: object) -> str | None:
    """Give a metadata field as one line, or None where it is empty or no text."""
    return (clean_line(value) or None) if isinstance(value, str) else None
