"""How much Vedette takes in before it refuses."""

from __future__ import annotations

from dataclasses import dataclass

_KIB = 1024
_MIB = 1024 * _KIB


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds against hostile or runaway input; each refusal names the bound that it broke.

    Bytes, characters, counts and seconds, as the names say. JSONL files, mailboxes and archives themselves may be of
    any size, since they are read piece by piece.
    """

    file_bytes: int = 64 * _MIB  # one file, one message, one line of JSONL, one fetched page
    markup_bytes: int = 8 * _MIB  # HTML, or the XML of a feed or a Word file: parsed trees cost many times as much
    text_chars: int = 1_000_000  # one document's text, about 500 book pages; the rest is cut
    word_chars: int = 4_000  # characters without a space between; longer runs are data, not words, and are left out
    pages: int = 1_000  # of one PDF; the rest is cut
    nesting: int = 4  # archives in archives, messages in messages, each inside the other
    members: int = 10_000  # of one archive
    unpacked_bytes: int = 1024 * _MIB  # all that one archive, with those inside it, may unpack to
    compression_ratio: int = 300  # unpacked to packed; text seldom passes 20, a bomb has 1,000
    feed_items: int = 1_000  # of one feed; the rest is left out
    mail_parts: int = 500  # of one message
    redirects: int = 5  # hops when fetching one address
    fetch_seconds: float = 20.0  # for one fetch, all hops together


DEFAULT_LIMITS = Limits()
