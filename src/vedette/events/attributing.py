"""Which attributions speak of which words."""

from __future__ import annotations

from collections.abc import Sequence

from vedette.records import Attribution, Span


def all_about(spans: Sequence[Span], attributions: Sequence[Attribution]) -> list[int]:
    """Give every attribution that says something about these triggers: one that contains a trigger in its content."""
    return [
        index
        for index, attribution in enumerate(attributions)
        if any(attribution.content.contains(span) for span in spans)
    ]
