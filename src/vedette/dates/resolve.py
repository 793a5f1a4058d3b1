"""The verb `resolve_dates`: what given spans of a document stand for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vedette.dates.context import Context
from vedette.dates.expressions import Anchor, Calendar, Deictic, Expression
from vedette.dates.describe import precision_of, relation_of
from vedette.dates.patterns import Found
from vedette.dates.ranges import Range, range_of
from vedette.dates.scan import parse_stretch, tokens_within
from vedette.dates.timeline import Timeline, looks_ahead, read_timeline
from vedette.records import Basis, DateValue, Document, Span


def resolve_dates(document: Document, spans: Sequence[Span]) -> tuple[DateValue, ...]:
    """Resolve spans of one document, one value for each span and in their order."""
    timeline = read_timeline(document)
    return tuple(resolve_span(timeline, span) for span in spans)


def resolve_span(timeline: Timeline, span: Span) -> DateValue:
    """Resolve one span with the times of the whole document around it."""
    found, context = choose_reading(timeline, span)
    if found is None:
        return DateValue(None, None, None, Basis.STATED, (span,), relation=None)
    days = range_of(found.expression, context)
    return value_of(span, found.expression, days, context)


def choose_reading(timeline: Timeline, span: Span) -> tuple[Found | None, Context]:
    """Choose how to read a span: as a whole, as part of a longer time around it, or by the longest time inside it."""
    reading = timeline.reading
    first, last = tokens_within(reading, span.start, span.end)
    context = timeline.context_at(span.start)
    context = replace(context, looks_ahead=looks_ahead(reading, first, last))
    around = [entry for entry in timeline.entries if entry.span.contains(span) and entry.span != span]
    if around and not isinstance(around[0].found.expression, type(None)):
        entry = around[0]
        return entry.found, entry.context
    whole = parse_stretch(reading, first, last)
    if whole is not None:
        return whole, context
    inside = [entry for entry in timeline.entries if span.overlaps(entry.span)]
    if inside:
        best = max(inside, key=lambda entry: (entry.span.end - entry.span.start, -entry.span.start))
        wrapped = _wrapped(timeline, span, first, best.found)
        return wrapped or best.found, best.context
    return None, context


def _wrapped(timeline: Timeline, span: Span, first: int, found: Found) -> Found | None:
    """Read the span's first word as a bound on the time inside it ("since the talks collapsed on May 29")."""
    from vedette.dates.expressions import Bound, Bounded

    word = timeline.reading.tokens[first].lower
    if word in ("since", "until", "before", "after") and found.first > first:
        return Found(first, found.last, Bounded(Bound(word), found.expression), f"{word} a dated happening")
    return None


def value_of(span: Span, expression: Expression, days: Range, context: Context) -> DateValue:
    """Make the value record of a range of days."""
    anchor, basis = anchor_of(expression, context)
    if days.first is None and days.last is None:
        return DateValue(None, None, None, basis, (span,), relation=relation_of(expression), anchor=anchor)
    spans = (span, *context.day_spans) if basis is Basis.INFERRED else (span,)
    return DateValue(
        from_=days.first,
        to=days.last,
        precision=precision_of(days),
        basis=basis,
        spans=spans,
        relation=relation_of(expression),
        anchor=anchor,
    )


def anchor_of(expression: Expression, context: Context) -> tuple[Span | None, Basis]:
    """Tell what a value hangs on: nothing (stated), the document's day, or a date in the text."""
    if isinstance(expression, Calendar) and expression.year is not None:
        return None, Basis.STATED
    if isinstance(expression, Deictic) and expression.anchor is Anchor.DOCUMENT and expression.offset == 0:
        return None, Basis.INFERRED if context.day_basis is Basis.INFERRED else Basis.PUBLISHED
    if getattr(expression, "anchor", None) is Anchor.FOCUS:
        return context.focus_span, Basis.RELATIVE
    return None, Basis.INFERRED if context.day_basis is Basis.INFERRED else Basis.RELATIVE
