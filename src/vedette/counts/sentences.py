"""Cuts a text at its full stops, for callers who have no sentences at hand."""

from __future__ import annotations

import itertools
import re

from vedette.records import Span

_END = re.compile(r"(?<=[.!?])[\"”’')\]]*\s+(?=[A-Z\"“‘'(\[])")


def cut_sentences(text: str) -> list[Span]:
    """Give the stretches between full stops that a capital follows; they cover the text and do not overlap."""
    edges = [0, *(match.end() for match in _END.finditer(text)), len(text)]
    return [Span.of(text, left, right) for left, right in itertools.pairwise(edges) if left < right]
