"""Which attribution holds which words: the innermost clause that contains them, else the publisher."""

from __future__ import annotations

from collections.abc import Sequence

from vedette.records import Attribution, Span
from vedette.records.reading import outwards


def innermost(span: Span, attributions: Sequence[Attribution]) -> int | None:
    """Give the index of the attribution whose content holds `span` most closely; None means the publisher itself.

    Where two attributions share a content ("the Herald, quoting the police"), the nested one is the innermost.
    """
    holding = [
        (attribution.content.end - attribution.content.start, -_depth(index, attributions), index)
        for index, attribution in enumerate(attributions)
        if attribution.content.contains(span)
    ]
    return min(holding)[2] if holding else None


def all_about(spans: Sequence[Span], attributions: Sequence[Attribution]) -> list[int]:
    """Give every attribution that says something about these triggers: one that contains a trigger in its content."""
    return [
        index
        for index, attribution in enumerate(attributions)
        if any(attribution.content.contains(span) for span in spans)
    ]


def _depth(index: int, attributions: Sequence[Attribution]) -> int:
    """Count how many attributions one is nested in."""
    return sum(1 for _ in outwards(attributions, index)) - 1
