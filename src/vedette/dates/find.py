"""The verb `find_dates`: where a text speaks of time."""

from __future__ import annotations

from vedette.dates.scan import read_text, scan
from vedette.dates.timeline import span_of
from vedette.records import Span


def find_dates(text: str) -> tuple[Span, ...]:
    """Find the time expressions of a text, in order, none overlapping another."""
    reading = read_text(text)
    return tuple(span_of(reading, found) for found in scan(reading))
