"""One document's times in reading order, each resolved with what came before it."""

from __future__ import annotations

import datetime as dt
import itertools
from bisect import bisect_right
from dataclasses import dataclass, replace

from vedette.dates.context import Context, Mentioned
from vedette.dates.expressions import Anchor, Calendar, Deictic, Expression, Shift
from vedette.dates.frame import frame_of
from vedette.dates.patterns import Found, Reading
from vedette.dates.resolver import resolve_stamp
from vedette.dates.scan import read_text, scan
from vedette.dates.sentences import number_sentences
from vedette.dates.stamps import Stamp, Unit
from vedette.dates.tense import looks_ahead
from vedette.records import Document, Span

_PERFECT_REACH, _PERFECT_SENTENCES = 12, 2
_ERA_REACH = 0  # sentences over which a year that the text went back to still holds
_ERA_UNIT = Unit.DAY
_TELLING = frozenset({"said", "told", "reported", "stated", "added", "says", "confirmed"})
_BETWEEN_TELLING = frozenset({"on", "late", "early", "here", "reporters", "journalists", ",", "police", "officials"})
_OPENING = frozenset({"and", "but", "among", "including"})
_PRESENT_PERFECT = frozenset({"has", "have"})
_AUXILIARIES = _PRESENT_PERFECT | {"had", "was", "were", "is", "are"}
_BREAKS = frozenset(".;!?")
_PASSING_REACH = 8
_BACKGROUND = frozenset({"since"})


@dataclass(frozen=True, slots=True)
class Entry:
    """A time expression of the document, where it stands, in what context, and what it was resolved to.

    `told` says that it is a time of the story: not the dateline, nor the day on which somebody said so.
    """

    span: Span
    found: Found
    context: Context
    stamp: Stamp | None
    told: bool = False


@dataclass(frozen=True, slots=True)
class Timeline:
    """A document's time expressions in order; `contexts` holds what was known before each, and after the last."""

    reading: Reading
    sentences: list[int]
    entries: tuple[Entry, ...]
    contexts: tuple[Context, ...]

    def context_at(self, first: int, last: int) -> Context:
        """Give the context that an expression at tokens `first` to `last` stands in."""
        if not self.reading.tokens:
            return self.contexts[0]
        first = min(first, len(self.reading.tokens) - 1)
        start = self.reading.tokens[first].start
        before = bisect_right([entry.span.end for entry in self.entries], start)
        return self._placed(self.contexts[before], first, last)

    def _placed(self, context: Context, first: int, last: int) -> Context:
        placed = place(context, self.reading, self.sentences[first], first, last)
        return replace(placed, until=self._until(placed, first, last))

    def _until(self, context: Context, first: int, last: int) -> dt.date | None:
        """Give the day up to which "since" reckons here.

        It is a later day in the sentence, or the one that a past perfect looks back from.
        """
        sentence = self.sentences[first]
        if self._tells_of_now(first, last):
            return None
        for entry in self.entries:
            stamp = entry.stamp
            later = entry.found.first >= last and self.sentences[entry.found.first] == sentence
            if (
                later
                and self._is_one_clause(last, entry.found.first)
                and stamp is not None
                and stamp.date
                and not entry.context.looks_ahead
                and not (context.day is not None and stamp.date > context.day)
            ):
                return stamp.date
        words = [token.lower for token in self.reading.tokens[max(0, first - _PERFECT_REACH) : first]]
        near = context.near_day
        if "had" in words and near is not None and 0 <= sentence - near.sentence <= _PERFECT_SENTENCES:
            return near.stamp.date
        return None

    def _tells_of_now(self, first: int, last: int) -> bool:
        """Tell the present perfect ("has been encircled since July"), which reckons to the document's day."""
        tokens = self.reading.tokens
        opens = first == 0 or self.sentences[first] != self.sentences[first - 1]
        around = tokens[last : last + _PERFECT_REACH] if opens else tokens[max(0, first - _PERFECT_REACH) : first][::-1]
        verbs = (token.lower for token in around if token.lower in _AUXILIARIES or token.text in _BREAKS)
        return next(verbs, "") in _PRESENT_PERFECT

    def _is_one_clause(self, first: int, last: int) -> bool:
        words = [token.lower for token in self.reading.tokens[first:last]]
        return ";" not in words and not any(
            mark == "," and after in _OPENING for mark, after in itertools.pairwise(words)
        )


def place(context: Context, reading: Reading, sentence: int, first: int, last: int) -> Context:
    """Set what depends on the very words around: the sentence, its outlook, whether the look back still holds."""
    era = context.era
    if era is not None and sentence - era.sentence > _ERA_REACH:
        era = None
    ahead = looks_ahead(reading, first, last)
    whole_week = context.whole_week and not _follows_telling(reading, first)
    return replace(context, sentence=sentence, era=era, looks_ahead=ahead, whole_week=whole_week)


def read_timeline(document: Document) -> Timeline:
    """Find and resolve all time expressions of a document."""
    reading = read_text(document.text)
    sentences = number_sentences(reading)
    founds = scan(reading)
    context = frame_of(document, reading, founds)
    entries: list[Entry] = []
    contexts = [context]
    for found in founds:
        placed = place(context, reading, sentences[found.first], found.first, found.last)
        stamp = resolve_stamp(found.expression, placed)
        span = span_of(reading, found)
        told = stamp is not None and carries_on(found, stamp, reading)
        told = told and not _is_aside(found.expression, span, context)
        told = told and (context.narrative or not _is_passing(found, reading))
        entries.append(Entry(span, found, placed, stamp, told))
        if stamp is not None and told:
            context = after(placed, found.expression, Mentioned(stamp, span, sentences[found.first]))
        elif stamp is not None and _is_of_a_noun(found, reading) and span not in context.day_spans:
            context = replace(context, near_month=Mentioned(stamp, span, sentences[found.first]))
        contexts.append(context)
    latest, opening = _latest_told(entries, context), _first_told(entries, sentences)
    return Timeline(
        reading,
        sentences,
        tuple(replace(entry, context=_filled(entry.context, latest, opening)) for entry in entries),
        tuple(_filled(held, latest, opening) for held in contexts),
    )


def _filled(context: Context, told: dt.date | None, opening: Mentioned | None) -> Context:
    """Add what only the whole text tells: the latest day in it, and its first for what stands before any other."""
    return replace(context, latest=told, near_day=context.near_day or opening)


def _first_told(entries: list[Entry], sentences: list[int]) -> Mentioned | None:
    for entry in entries:
        if entry.stamp is not None and entry.stamp.date and not entry.context.looks_ahead:
            return Mentioned(entry.stamp, entry.span, sentences[entry.found.first])
    return None


def _latest_told(entries: list[Entry], context: Context) -> dt.date | None:
    """Give the latest day that the text tells of, spelt out or worked out."""
    days = [
        day
        for entry in entries
        if entry.stamp is not None and not entry.context.looks_ahead and (day := entry.stamp.date) is not None
    ]
    return max((*days, *([context.latest] if context.latest else [])), default=None)


def span_of(reading: Reading, found: Found) -> Span:
    """Cut the span of what was found."""
    return Span.of(reading.text, reading.tokens[found.first].start, reading.tokens[found.last - 1].end)


def carries_on(found: Found, stamp: Stamp, reading: Reading) -> bool:
    """Tell whether what follows may hang on this time; "since 2019" only gives a background."""
    if not stamp.is_fixed or not isinstance(found.expression, Calendar | Deictic | Shift):
        return False
    if stamp.day and stamp.date is None and (stamp.year or 0) > 0:
        return False  # "31 February" is no day
    if isinstance(found.expression, Calendar) and found.expression.clock and stamp.hour is not None:
        return bool(found.expression.day or found.expression.weekday)
    if isinstance(found.expression, Shift) and found.expression.unit is Unit.YEAR:
        return False
    before = reading.tokens[found.first - 1].lower if found.first > 0 else ""
    background = before in _BACKGROUND
    if background and stamp.unit is not Unit.DAY:
        return False
    return not _follows_telling(reading, found.first)


def _follows_telling(reading: Reading, first: int) -> bool:
    """Tell the day on which somebody said so from the days of what happened: "said on Monday"."""
    position = first - 1
    while position >= 0 and reading.tokens[position].lower in _BETWEEN_TELLING:
        position -= 1
    return position >= 0 and reading.tokens[position].lower in _TELLING


def _is_aside(expression: Expression, span: Span, context: Context) -> bool:
    """Tell whether a time is no part of the story: the dateline, or the writer's own today in a history."""
    today = context.narrative and isinstance(expression, Deictic | Shift) and expression.anchor is Anchor.DOCUMENT
    return span in context.day_spans or (today and context.day is not None)


def _is_passing(found: Found, reading: Reading) -> bool:
    """Tell a date that news only passes by.

    It is a limit ("by Friday"), a noun's own ("the bombing of 19 November"), or a month looked back on ("had warned in
    July").
    """
    before = [token.lower for token in reading.tokens[max(0, found.first - _PASSING_REACH) : found.first]]
    expression = found.expression
    if before[-1:] == ["by"]:
        return True
    if not isinstance(expression, Calendar) or expression.year is not None:
        return False
    if expression.day is not None:
        return _is_of_a_noun(found, reading)
    return expression.month is not None and "had" in before


def _is_of_a_noun(found: Found, reading: Reading) -> bool:
    """Tell the day in "the bombing of 19 November": the month is spoken of, but the story does not move to that day."""
    day = isinstance(found.expression, Calendar) and found.expression.day is not None
    return day and found.first > 0 and reading.tokens[found.first - 1].lower == "of"


def after(context: Context, expression: Expression, mentioned: Mentioned) -> Context:
    """Give the context for what follows a date that the text has just spoken of."""
    stamp = mentioned.stamp
    unit = stamp.unit
    context = replace(context, near=mentioned, era=_era_after(context, expression, mentioned))
    if unit <= Unit.MONTH:
        context = replace(context, near_month=mentioned)
    if unit is Unit.QUARTER and not _is_compared(expression):
        context = replace(context, quarter=mentioned)
    if unit is Unit.DAY:
        main = context.main_day
        later = main is None or (stamp.date and main.stamp.date and stamp.date >= main.stamp.date)
        context = replace(context, near_day=mentioned, main_day=mentioned if later else main)
    return context


def _is_compared(expression: Expression) -> bool:
    """Tell "the 1988 quarter", with which a report compares the quarter that it is about."""
    return isinstance(expression, Calendar) and expression.quarter == -1 and expression.year is not None


def _era_after(context: Context, expression: Expression, mentioned: Mentioned) -> Mentioned | None:
    """Give the look back: begun by a date that spells out another year, ended by one that hangs on today."""
    year = mentioned.stamp.year
    if context.day is None or year is None:
        return None
    if isinstance(expression, Calendar) and (expression.year is not None or context.era is not None):
        past = mentioned.stamp.first_day()
        fine = mentioned.stamp.unit <= _ERA_UNIT
        return mentioned if fine and past is not None and year < context.day.year else None
    if context.era is not None and getattr(expression, "anchor", None) is Anchor.FOCUS:
        return mentioned
    return None
