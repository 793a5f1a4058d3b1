"""The verb `explain_date`: how a phrase was read."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from dataclasses import dataclass
from enum import Enum
from typing import Any

from vedette.dates.resolve import choose_reading, resolve_span
from vedette.dates.timeline import read_timeline
from vedette.records import DateKnown, DateValue, Document, Published, Span


@dataclass(frozen=True, slots=True)
class Explanation:
    """How a phrase was read: the rule, what the grammar made of the words, and the value with its relation."""

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
        expression=_in_words(chosen.found.expression) if chosen else None,
        value=resolve_span(timeline, span),
    )


def _in_words(record: Any) -> str:
    """Write a record of the grammar with what it holds and nothing else: "calendar: month 7, day 12, …"."""
    name = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", type(record).__name__).lower()
    told = [
        field.name.replace("_", " ") + ("" if value is True else f" {_plain(value)}")
        for field in dataclasses.fields(record)
        if (value := getattr(record, field.name)) not in (None, False, field.default)
    ]
    return f"{name}: {', '.join(told)}"


def _plain(value: Any) -> str:
    if dataclasses.is_dataclass(value):
        return f"({_in_words(value)})"
    if isinstance(value, Enum):
        return value.name.lower()
    return str(value)
