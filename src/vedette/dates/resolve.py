"""The verb `resolve_dates`: what given spans of a document stand for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from vedette.dates.context import Context
from vedette.dates.describe import missing_of, precision_of, relation_of
from vedette.dates.expressions import (
    Anchor,
    Between,
    Bound,
    Bounded,
    Calendar,
    Deictic,
    Duration,
    Expression,
    FiscalYear,
    Pick,
)
from vedette.dates.grammar import GRAMMAR
from vedette.dates.grammar.bounds import NIGHT_BETWEEN, share
from vedette.dates.happenings import hang_on_happening
from vedette.dates.lexicon import words
from vedette.dates.nearest import goes_forward
from vedette.dates.patterns import Found
from vedette.dates.periods import Range
from vedette.dates.ranges import range_of
from vedette.dates.scan import parse_stretch, tokens_within
from vedette.dates.stamps import Unit
from vedette.dates.timeline import Entry, Timeline, read_timeline
from vedette.records import Basis, DateValue, Document, Span

_FROM_THE_TEXT = frozenset({Pick.NEAREST, Pick.SAME, Pick.PREVIOUS, Pick.FOLLOWING})

# Words that set a term: what follows them runs on from the day of the telling.
_GIVEN = frozenset({"given", "gave", "gives", "declared", "declares", "prolonged", "extended", "imposed"})
_GIVEN_REACH = 5
_OPENS_A_STRETCH = frozenset({"between", "from"})
_SIDES_OF_A_STRETCH = _OPENS_A_STRETCH | {"and", "to", "until"}
_STRETCH_REACH = 6  # tokens
_LEADS = words("leads")


def resolve_dates(document: Document, spans: Sequence[Span]) -> tuple[DateValue, ...]:
    """Resolve spans of one document, one value for each span and in their order."""
    timeline = read_timeline(document)
    return tuple(resolve_span(timeline, span) for span in spans)


def resolve_span(timeline: Timeline, span: Span) -> DateValue:
    """Resolve one span with the times of the whole document around it."""
    chosen = choose_reading(timeline, span)
    if chosen is None:
        return DateValue(None, None, None, Basis.STATED, (span,))
    days = range_of(chosen.found.expression, chosen.context)
    value = value_of(span, chosen.found.expression, days, chosen.context)
    return replace(value, anchor=chosen.anchor, basis=Basis.RELATIVE) if chosen.anchor is not None else value


@dataclass(frozen=True, slots=True)
class Chosen:
    """How a span is read: the expression, its context, and the words of the day that it hangs on, if a happening's."""

    found: Found
    context: Context
    anchor: Span | None = None


def choose_reading(timeline: Timeline, span: Span) -> Chosen | None:
    """Choose how to read a span: as a whole, as part of a longer time around it, or by the longest time inside it."""
    reading = timeline.reading
    first, last = tokens_within(reading, span.start, span.end)
    if first >= last:
        return None
    context = timeline.context_at(first, last)
    if _is_since(timeline, first, last) and (context.near_day or context.near) is not None:
        return Chosen(Found(first, last, Bounded(Bound.SINCE, _told_last(context)), "since then"), context)
    hung = hang_on_happening(timeline, span, first, last)
    if hung is not None:
        return Chosen(hung[0], context, hung[1])
    uncut = _uncut(timeline, first, last)
    if uncut is not None:
        return Chosen(uncut, context)
    around = [entry for entry in timeline.entries if entry.span.contains(span) and entry.span != span]
    if around:
        return Chosen(around[0].found, around[0].context)
    whole = parse_stretch(reading, first, last)
    if whole is not None:
        return Chosen(_given(timeline, whole), context)
    inside = [entry for entry in timeline.entries if span.overlaps(entry.span)]
    if len(inside) > 1 and reading.tokens[first].lower in _OPENS_A_STRETCH:
        ends = Between(*share(inside[0].found.expression, inside[-1].found.expression))
        return Chosen(Found(first, last, ends, "between two dates"), context)
    if inside:
        best = min(inside, key=_coarseness)
        wrapped = _wrapped(timeline, first, best.found)
        return Chosen(wrapped or best.found, best.context)
    return None


def _uncut(timeline: Timeline, first: int, last: int) -> Found | None:
    """Give the whole of what a span cuts short; None where it is not cut, or the whole is not found.

    One side of a stretch ("between", "and 2020", "the night" of two days) stands for the stretch, a bound or a
    preposition alone ("after" of "after 51 days") for its phrase. A span that is a date of its own stays what it says:
    "2015" in "between 2015 and 2020".
    """
    tokens = timeline.reading.tokens
    if _LEADS.issuperset(token.lower for token in tokens[first:last]) and not _is_since(timeline, first, last):
        led = GRAMMAR.parse("PHRASE", timeline.reading, first)
        return led[0] if led and led[0].last > last else None
    night = any(token.lower in ("night", "overnight") for token in tokens[first:last])
    if not night and tokens[first].lower not in _SIDES_OF_A_STRETCH:
        return None
    for start in range(max(0, first - _STRETCH_REACH), first + 1):
        opened = tokens[start].lower in _OPENS_A_STRETCH
        for found in GRAMMAR.parse("PHRASE", timeline.reading, start)[:1]:
            whole = found.rule == NIGHT_BETWEEN if night else opened and isinstance(found.expression, Between)
            if whole and found.last >= last and found.last - found.first > last - first:
                return found
    return None


def _is_since(timeline: Timeline, first: int, last: int) -> bool:
    """Tell "since" that stands alone ("the two have since fought") from one that opens a stretch."""
    tokens = timeline.reading.tokens
    alone = [token.lower for token in tokens[first:last]] in (["since"], ["ever", "since"])
    return alone and not (last < len(tokens) and GRAMMAR.parse("TIMEX", timeline.reading, last))


def _told_last(context: Context) -> Expression:
    """Give the date that "ever since" hangs on: the day last told, or a month or year told after it."""
    near, day = context.near, context.near_day
    earlier = near is not None and day is not None and near.span.start <= day.span.start
    if near is None or earlier or near.stamp.year is None:
        return Deictic(Unit.DAY, 0, Anchor.FOCUS)
    return Calendar(year=near.stamp.year, month=near.stamp.month, season=near.stamp.season)


def _given(timeline: Timeline, found: Found) -> Found:
    """Turn a length of time forward where it was given: "declared 30 days of emergency rule"."""
    before = [token.lower for token in timeline.reading.tokens[max(0, found.first - _GIVEN_REACH) : found.first]]
    length = found.expression
    if not isinstance(length, Duration) or length.window is not None or _GIVEN.isdisjoint(before):
        return found
    return replace(found, expression=replace(length, window="given"))


def _coarseness(entry: Entry) -> tuple[int, bool, int, int]:
    """Order the times inside a span: the finest first, a day before a part of one, then the longest, then the first."""
    bare = isinstance(entry.found.expression, Deictic) and entry.found.expression.bare
    fixed = entry.stamp is not None and entry.stamp.is_fixed
    unit = entry.stamp.unit if entry.stamp is not None and fixed else Unit.MILLENNIUM
    return int(unit), bare, entry.span.start - entry.span.end, entry.span.start


def _wrapped(timeline: Timeline, first: int, found: Found) -> Found | None:
    """Read the span's first word as a bound on the time inside it ("since the talks collapsed on May 29")."""
    tokens = timeline.reading.tokens
    near = tokens[found.first - 1].lower if found.first > first else ""
    word = near if near in ("since", "until") else tokens[first].lower
    if word in ("since", "until", "before", "after") and found.first > first:
        return Found(first, found.last, Bounded(Bound(word), found.expression), f"{word} a dated happening")
    return None


def value_of(span: Span, expression: Expression, days: Range, context: Context) -> DateValue:
    """Make the value record of a range of days."""
    anchor, basis = anchor_of(expression, context)
    if days.first is None and days.last is None:
        relation = missing_of(expression) or relation_of(expression)
        return DateValue(None, None, None, basis, (span,), relation=relation, anchor=anchor)
    spans = (span, *context.evidence) if basis is Basis.INFERRED else (span,)
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
    if isinstance(expression, Calendar | FiscalYear) and expression.year is not None:
        return None, Basis.STATED
    if isinstance(expression, Calendar) and expression.within is not None:
        return anchor_of(expression.within, context)
    if isinstance(expression, Calendar) and expression.pick in _FROM_THE_TEXT and goes_forward(context):
        near = context.era or context.near
        return (near.span if near is not None else None), Basis.RELATIVE
    if isinstance(expression, Deictic) and expression.anchor is Anchor.DOCUMENT and expression.offset == 0:
        return None, Basis.INFERRED if context.day_basis is Basis.INFERRED else Basis.PUBLISHED
    if getattr(expression, "anchor", None) is Anchor.FOCUS:
        return _near_span(expression, context), Basis.RELATIVE
    return None, Basis.INFERRED if context.day_basis is Basis.INFERRED else Basis.RELATIVE


def _near_span(expression: Expression, context: Context) -> Span | None:
    """Give the words of the date in the text that a relative one hangs on."""
    unit = getattr(expression, "unit", Unit.DAY)
    near = context.near_for(unit)
    return near.span if near is not None else None
