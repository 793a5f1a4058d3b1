"""Who says a value of an event: the innermost attribution around its words that is not the event itself."""

from __future__ import annotations

from collections.abc import Sequence

from vedette.records import Attribution, Span
from vedette.records.reading import innermost, outwards


def speaker(span: Span, triggers: Sequence[Span], attributions: Sequence[Attribution]) -> int | None:
    """Give the index of the attribution that says the value at `span` of the event with these triggers; None: nobody.

    That somebody demanded a thing, or accused a neighbour, is said by whoever tells of it: where the words of the
    event ("demanded") are the cue of an attribution, the event's values are told from outside it.
    """
    for index in outwards(attributions, innermost((span,), attributions)):
        if not any(attributions[index].cue.overlaps(trigger) for trigger in triggers):
            return index
    return None
