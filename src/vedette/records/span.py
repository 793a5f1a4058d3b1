"""A piece of a document's text, never a loose string."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters ``start`` to ``end`` (exclusive) of one document's text, and what stands there.

    Whoever makes a Span holds to ``document.text[span.start:span.end] == span.text``;
    `Span.of` makes one that cannot be wrong.
    """

    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        """Refuse a span that cannot exist in any text."""
        if not 0 <= self.start < self.end or self.end - self.start != len(self.text):
            raise ValueError(f"no such span: {self.start} to {self.end} with {len(self.text)} characters")

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """Cut characters `start` to `end` out of the document's `text`."""
        return cls(start, end, text[start:end])

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Tell whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end
