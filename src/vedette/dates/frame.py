"""The frame that a document as a whole gives its times: its own day, the latest date in it, what period it covers."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from vedette.dates.calendars import is_national
from vedette.dates.context import Context
from vedette.dates.expressions import Anchor, Between, Calendar, Deictic, Duration, Expression, FiscalYear
from vedette.dates.figures import is_day_first
from vedette.dates.grammar.days import AFTER_DATELINE
from vedette.dates.lexicon import words
from vedette.dates.nations import countries_of
from vedette.dates.patterns import Found, Reading
from vedette.dates.ranges import range_of
from vedette.dates.resolver import resolve_stamp
from vedette.dates.scan import read_text, scan, stretches_around
from vedette.dates.stamps import Stamp, Unit
from vedette.dates.tense import looks_ahead
from vedette.records import Basis, DateKnown, Document, Span

_HEAD = 160  # characters within which a dateline or a letterhead stands
_DATELINE_BEFORE = words("dateline-before")
_DATELINE_AFTER = words("dateline-after")
_TITLES = words("titles-of-reports")
_LEADS_TO_DAY = frozenset({"of", "on", "for"})
_DATELINE_LAG = 2  # days by which a report may come out after its dateline
_LONGEST_PLACE = 6  # tokens
_LONGEST_PERIOD, _SHORTEST_PERIOD = 95, 4
_FEWEST_YEARS, _OLD_SHARE, _NEWS_SHARE = 6, 0.7, 0.05
_WHOLE_WEEK = 6  # weekdays
_PERIOD_LAG = 8  # days by which a digest may come out after the period that it covers


def frame_of(document: Document, reading: Reading, founds: tuple[Found, ...]) -> Context:
    """Work out the document's own day with its evidence, and the latest date that its text spells out."""
    stated = [(found, stamp) for found in founds if (stamp := _spelled_out(found.expression))]
    latest, evidence = _latest_spelled(reading, stated)
    published = document.published
    if published.known is DateKnown.STATED and published.date is not None:
        context = _written_on(published.date, reading, founds, latest)
    else:
        dateline = _dateline(reading, stated)
        if dateline is None:
            bound = published.not_before
            if bound is not None and (latest is None or bound > latest):
                latest, evidence = bound, published.spans
            context = Context(latest=latest, day_basis=Basis.INFERRED, evidence=evidence)
        else:
            day, span = dateline
            context = Context(day=day, day_basis=Basis.INFERRED, day_spans=(span,), evidence=(span,), latest=latest)
    asked = any(_asks_country(found.expression) for found in founds)
    countries = countries_of(document, reading) if asked else frozenset()
    context = replace(context, day_first=is_day_first(reading, founds, context.day, countries))
    return replace(
        context,
        country=next(iter(countries)) if len(countries) == 1 else None,
        period=_titled_period(document, context) or _period(reading, founds, context),
        narrative=_is_narrative(stated, founds, context),
        whole_week=_names_whole_week(founds),
    )


def _asks_country(expression: Expression) -> bool:
    """Tell a time whose days depend on the country, where no country is named beside it."""
    if isinstance(expression, FiscalYear):
        return expression.country is None
    if not isinstance(expression, Calendar):
        return False
    national = expression.feast is not None and is_national(expression.feast)
    return expression.swaps or (national and expression.country is None)


def _names_whole_week(founds: tuple[Found, ...]) -> bool:
    """Tell a look back over a week, which names nearly all of its days."""
    named = {
        found.expression.weekday
        for found in founds
        if isinstance(found.expression, Calendar) and _is_weekday(found.expression)
    }
    return len(named) >= _WHOLE_WEEK


def _is_narrative(stated: list[tuple[Found, Stamp]], founds: tuple[Found, ...], context: Context) -> bool:
    """Tell a history, whose dates follow one another far from the document's own day, from news."""
    if context.day is None:
        return True
    years = [stamp.year for _, stamp in stated if stamp.year is not None]
    old = sum(year < context.day.year - 1 for year in years)
    news = sum(_is_of_the_day(found.expression) for found in founds)
    if any(_is_own_year(found.expression) for found in founds):
        return False
    return len(years) >= _FEWEST_YEARS and old >= _OLD_SHARE * len(years) and news <= _NEWS_SHARE * len(founds)


def _is_of_the_day(expression: Expression) -> bool:
    """Tell whether a time is one that news has and histories have not: a bare weekday, "yesterday", "last week"."""
    if isinstance(expression, Calendar):
        return _is_weekday(expression)
    return isinstance(expression, Deictic) and expression.anchor is Anchor.DOCUMENT


def _is_own_year(expression: Expression) -> bool:
    """Tell whether a date is given within the writer's own year, or the one before ("August last year")."""
    within = expression.within if isinstance(expression, Calendar) else None
    return isinstance(within, Deictic) and within.anchor is Anchor.DOCUMENT


def _latest_spelled(reading: Reading, stated: list[tuple[Found, Stamp]]) -> tuple[dt.date | None, tuple[Span, ...]]:
    """Give the latest day that the text spells out to the month or finer, with its words."""
    told = [(found, stamp) for found, stamp in stated if not looks_ahead(reading, found.first, found.last)]
    ends = [(day, found) for found, stamp in told if stamp.unit <= Unit.MONTH and (day := stamp.last_day())]
    if not ends:
        return None, ()
    day, found = max(ends, key=lambda pair: pair[0])
    start, end = reading.tokens[found.first].start, reading.tokens[found.last - 1].end
    return day, (Span.of(reading.text, start, end),)


def _spelled_out(expression: Expression) -> Stamp | None:
    """Give the stamp of a date that spells out its year."""
    if not isinstance(expression, Calendar) or expression.year is None:
        return None
    return resolve_stamp(expression, Context())


def _dateline(reading: Reading, stated: list[tuple[Found, Stamp]]) -> tuple[dt.date, Span] | None:
    """Find the day that stands in the head of a report, before its first sentence has a verb to it."""
    for found, stamp in stated:
        start = reading.tokens[found.first].start
        if start > _HEAD:
            return None
        day = stamp.date
        if day is not None and _stands_in_head(reading, found):
            return day, Span.of(reading.text, start, reading.tokens[found.last - 1].end)
    return None


def _written_on(published: dt.date, reading: Reading, founds: tuple[Found, ...], latest: dt.date | None) -> Context:
    """Give the day on which a report was written: its dateline's, where it came out a day or two later."""
    for found in founds[:1]:
        stamp = resolve_stamp(found.expression, Context(day=published)) if _opens_report(reading, found) else None
        day = stamp.date if stamp is not None else None
        if day is not None and 0 < (published - day).days <= _DATELINE_LAG:
            start, end = reading.tokens[found.first].start, reading.tokens[found.last - 1].end
            return Context(day=day, day_spans=(Span.of(reading.text, start, end),), latest=latest)
    return Context(day=published, latest=latest)


def _opens_report(reading: Reading, found: Found) -> bool:
    """Tell "LIMA, 23 July (Agency) --": a day after nothing but a place, before an agency's name or a dash."""
    tokens = reading.tokens
    day = isinstance(found.expression, Calendar) and found.expression.day is not None
    if (
        not day
        or not 1 < found.first <= _LONGEST_PLACE
        or found.last >= len(tokens)
        or tokens[found.first - 1].text != ","
    ):
        return False
    place = all(token.text == "," or token.text.isalpha() for token in tokens[: found.first])
    return place and tokens[found.last].text in AFTER_DATELINE | {"-"}


def _stands_in_head(reading: Reading, found: Found) -> bool:
    """Tell a day that opens a report: after nothing but a place, "the news of", or "it is"."""
    before = [token.lower for token in reading.tokens[max(0, found.first - 2) : found.first]] or [":"]
    after = reading.tokens[found.last].lower if found.last < len(reading.tokens) else "."
    if before[-1] in _LEADS_TO_DAY:
        return not _TITLES.isdisjoint(before[:-1])
    if before in (["it", "is"], ["today", "is"]):
        return True
    return before[-1] in _DATELINE_BEFORE and after in _DATELINE_AFTER


def _is_period(expression: Expression) -> bool:
    if isinstance(expression, Calendar):
        return expression.week is not None and expression.week > 0
    if isinstance(expression, Between):
        return not _is_weekday(expression.first)  # "on Friday and Thursday" covers nothing
    return isinstance(expression, Duration) and expression.window == "ending"


def _is_weekday(expression: Expression) -> bool:
    return isinstance(expression, Calendar) and expression.weekday is not None and expression.day is None


def _titled_period(document: Document, context: Context) -> tuple[dt.date, dt.date] | None:
    """Find the stretch that a digest's title says it covers: "Weekly brief 22, 25-31 May 2020"."""
    reading = read_text(document.title or "")
    return _period(reading, scan(reading), context)


def _period(reading: Reading, founds: tuple[Found, ...], context: Context) -> tuple[dt.date, dt.date] | None:
    """Find the stretch of a week or so that a digest says it covers, ending shortly before the document's day."""
    for found in founds:
        if reading.tokens[found.first].start > _HEAD * 2:
            return None
        pair = next((held for held in stretches_around(reading, found) if _is_period(held.expression)), None)
        if pair is None:
            continue
        days = range_of(pair.expression, context)
        if days.first is None or days.last is None:
            continue
        length = (days.last - days.first).days + 1
        recent = context.day is None or 0 <= (context.day - days.last).days <= _PERIOD_LAG
        if recent and _SHORTEST_PERIOD <= length <= _LONGEST_PERIOD:
            return days.first, days.last
    return None
