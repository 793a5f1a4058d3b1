"""A count with its place in the text, as the search for totals compares it with others."""

from __future__ import annotations

from dataclasses import dataclass

from vedette.records import CountValue, Span


@dataclass(frozen=True, slots=True)
class CountItem:
    """One count of one event and role; an open side is told by `high` None, an unknown lower side by `low` 0."""

    index: int  # in the caller's sequence
    span: Span
    whom: str  # the last word for whom it counts, in lower case; empty where that is not told
    anchor: Span | None  # the other count that this one was worked out from
    sentence: int
    low: int
    high: int | None

    def holds(self, part: CountItem) -> bool:
        """Tell whether a total of this size can hold the part and something besides."""
        if self.index == part.index or self.span == part.span:
            return False
        return part.low <= max(self.low, 2) if self.high is None else part.low < self.high


def place_count(index: int, count: CountValue, sentences: list[Span]) -> CountItem:
    """Put a count into its sentence."""
    span = count.spans[0]
    anchor = count.spans[1] if len(count.spans) > 1 else None
    sentence = max((at for at, border in enumerate(sentences) if border.start <= span.start), default=0)
    whom = count.of.text.lower().split()[-1] if count.of is not None else ""
    return CountItem(index, span, whom, anchor, sentence, count.low or 0, count.high)
