"""One document's times in reading order, each resolved with what came before it."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace

from vedette.dates.context import Context
from vedette.dates.expressions import Anchor, Calendar, Deictic, Expression, Shift
from vedette.dates.patterns import Found, Reading
from vedette.dates.resolver import resolve_stamp
from vedette.dates.scan import read_text, scan
from vedette.dates.stamps import Stamp, Unit
from vedette.records import Basis, DateKnown, Document, Span

_AHEAD_WORDS = frozenset(
    "will would shall due scheduled expected plans planned until till tomorrow next upcoming begins starts expires "
    "deadline promised vowed".split()
)
_REPORTED = frozenset({"said", "told", "was", "were", "had"})
_CLAUSE_END = frozenset(".;:!?—")


@dataclass(frozen=True, slots=True)
class Entry:
    """A time expression of the document, where it stands, and what it was resolved to."""

    span: Span
    found: Found
    context: Context
    stamp: Stamp | None


@dataclass(frozen=True, slots=True)
class Timeline:
    """A document's time expressions in order, with the context that the document as a whole gives."""

    reading: Reading
    entries: tuple[Entry, ...]
    base: Context

    def context_at(self, offset: int) -> Context:
        """Give the context that an expression at character `offset` stands in."""
        focus, span = None, None
        for entry in self.entries:
            if entry.span.start >= offset:
                break
            if carries_focus(entry.found.expression, entry.stamp):
                focus, span = entry.stamp, entry.span
        return replace(self.base, focus=focus, focus_span=span)


def carries_focus(expression: Expression, stamp: Stamp | None) -> bool:
    """Tell whether what follows may hang on this time: a day, month or year that stands on the calendar."""
    return stamp is not None and stamp.is_fixed and isinstance(expression, Calendar | Deictic | Shift)


def looks_ahead(reading: Reading, first: int, last: int) -> bool:
    """Tell whether the clause around a time speaks of what is still to come."""
    tokens = reading.tokens
    if first > 0 and tokens[first - 1].lower in ("until", "till", "by"):
        return True
    for position in range(first - 1, max(-1, first - 25), -1):
        word = tokens[position]
        if word.lower in _CLAUSE_END:
            break
        if word.lower in _AHEAD_WORDS:
            return True
    for position in range(last, min(len(tokens), last + 12)):
        if tokens[position].lower in _CLAUSE_END:
            break
        if tokens[position].lower in ("will", "would"):
            return True
    return False


_EXPLICIT_YEAR = re.compile(r"\b(1[5-9]\d\d|20\d\d)\b")


def read_timeline(document: Document) -> Timeline:
    """Find and resolve all time expressions of a document."""
    reading = read_text(document.text)
    founds = scan(reading)
    base = base_context(document, reading, founds)
    entries: list[Entry] = []
    focus: Stamp | None = None
    focus_span: Span | None = None
    for found in founds:
        context = replace(
            base, focus=focus, focus_span=focus_span, looks_ahead=looks_ahead(reading, found.first, found.last)
        )
        stamp = resolve_stamp(found.expression, context)
        span = span_of(reading, found)
        entries.append(Entry(span, found, context, stamp))
        if carries_focus(found.expression, stamp):
            focus, focus_span = stamp, span
    return Timeline(reading, tuple(entries), base)


def span_of(reading: Reading, found: Found) -> Span:
    """Cut the span of what was found."""
    return Span.of(reading.text, reading.tokens[found.first].start, reading.tokens[found.last - 1].end)


def base_context(document: Document, reading: Reading, founds: tuple[Found, ...]) -> Context:
    """Work out the document's own day, and the latest date that its text spells out."""
    stated = [(found, stamp) for found in founds if (stamp := _explicit(found.expression))]
    dated = [(found, day) for found, stamp in stated if (day := stamp.last_day())]
    published = document.published
    latest = max((day for _, day in dated), default=None)
    if published.known is DateKnown.STATED and published.date:
        return Context(day=published.date, latest=latest)
    if published.known is DateKnown.INFERRED and published.not_before:
        return Context(day=published.not_before, day_basis=Basis.INFERRED, day_spans=published.spans, latest=latest)
    exact = [(found, stamp.date) for found, stamp in stated if stamp.date]
    if not exact:
        return Context(latest=latest)
    found, day = max(exact, key=lambda pair: pair[1] or dt.date.min)
    return Context(day=day, day_basis=Basis.INFERRED, day_spans=(span_of(reading, found),), latest=latest)


def _explicit(expression: Expression) -> Stamp | None:
    """Give the stamp of a date that spells out its year."""
    if not isinstance(expression, Calendar) or expression.year is None:
        return None
    stamp = resolve_stamp(expression, Context())
    return stamp if stamp is not None and stamp.unit <= Unit.YEAR else None


def hangs_on_document(expression: Expression) -> bool:
    """Tell whether a date hangs on the document's own day."""
    return isinstance(expression, Deictic | Shift) and expression.anchor is Anchor.DOCUMENT
