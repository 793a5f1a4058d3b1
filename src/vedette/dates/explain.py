"""The verb `explain_date`: how a phrase was read."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from vedette.dates.resolve import choose_reading, resolve_span
from vedette.dates.timeline import read_timeline
from vedette.records import DateKnown, DateValue, Document, Published, Span


@dataclass(frozen=True, slots=True)
class Explanation:
    """How a phrase was read: the rule, the record that the grammar made, and the value with its relation."""

    phrase: str
    rule: str | None
    expression: str | None
    value: DateValue


def explain_date(phrase: str, published: dt.date | None = None) -> Explanation:
    """Read a phrase as if it stood alone in a document published that day (None: not known)."""
    known = Published(known=DateKnown.STATED, date=published) if published else Published()
    document = Document(id="", sha256="", name="", media_type="text/plain", text=phrase, published=known)
    timeline = read_timeline(document)
    span = Span.of(phrase, 0, len(phrase))
    chosen = choose_reading(timeline, span)
    return Explanation(
        phrase=phrase,
        rule=chosen.found.rule if chosen else None,
        expression=repr(chosen.found.expression) if chosen else None,
        value=resolve_span(timeline, span),
    )
