"""Which sentences of Event-Location the reader that ships was trained on: fingerprints of their words."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from pathlib import Path

from training.real_texts import digest, read_seen

FILE = Path(__file__).with_name("seen_event_places.txt")
LENGTH = 8  # hexadecimal figures: a new text is taken for one of 8,000 that were seen once in 500,000 times


def fingerprint(text: str) -> str:
    """Name a text by its words, not by the space around them."""
    return digest(text.strip())[:LENGTH]


def write_seen(texts: Iterable[str], file: Path = FILE) -> None:
    """Write down the texts that were trained on, each once, in order."""
    file.write_text("".join(f"{name}\n" for name in sorted(set(map(fingerprint, texts)))), encoding="utf-8")


@functools.cache
def load_seen() -> frozenset[str]:
    """Load the fingerprints; none where nothing was written."""
    return read_seen(FILE)
