"""When a document was published, where its file does not say: never a guess, at most a bound."""

from __future__ import annotations

import datetime as dt
import re

from vedette.documents.dates import dates_in
from vedette.documents.sections import dateline_length
from vedette.records import DateKnown, Published, Span

_DATE_LINE = re.compile(
    r"(?:(?:first\s+)?(?:published|posted|updated|last\s+updated|issued|released|dated?|as\s+of)\s*(?:on|at|:)?\s*:?\s*)?"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?",
    re.IGNORECASE,
)
_AFTER_DATE = re.compile(r"[\s,|–—-]*(?:(?:at\s+)?\d{1,2}[:.]\d{2}.{0,20})?\s*\.?", re.IGNORECASE)
_TOP_LINES = 6  # how far down a line that only holds a date still dates the document, not something in it
_AHEAD = re.compile(
    r"\b(?:will|shall|scheduled|due|planned|expected|expires?|deadline|until|by|no later than|upcoming)\b[^.!?]*$",
    re.IGNORECASE,
)


def published_from(text: str, stated: dt.date | None, today: dt.date | None) -> Published:
    """Give the stated date; else one that the top of the text states; else a bound from the latest date in the text.

    A report that speaks of 7 January 2026 as past was not published before it. Dates that the text looks forward to
    do not bound it, nor do dates later than `today` where the caller gives one.
    """
    if stated:
        return Published(DateKnown.STATED, stated)
    top = _date_at_top(text)
    if top:
        return top
    found = [(date, start, end) for date, start, end in dates_in(text) if not today or date <= today]
    past = [candidate for candidate in found if not _looks_ahead(text, candidate[1])]
    if not past:
        return Published()
    latest = max(date for date, _, _ in past)
    spans = sorted(Span.of(text, start, end) for date, start, end in past if date == latest)
    return Published(DateKnown.INFERRED, not_before=latest, spans=tuple(spans))


def _date_at_top(text: str) -> Published | None:
    """Find near the top a line of a date and at most a word like "Published", or a dateline with a full date."""
    for line in list(re.finditer(r"[^\n]+", text[:4000]))[:_TOP_LINES]:
        for date, start, end in dates_in(line.group()):
            before, after = line.group()[:start], line.group()[end:]
            stands_alone = _DATE_LINE.fullmatch(before) and _AFTER_DATE.fullmatch(after)
            if stands_alone or end <= dateline_length(line.group()):
                span = Span.of(text, line.start() + start, line.start() + end)
                return Published(DateKnown.STATED, date, spans=(span,))
    return None


def _looks_ahead(text: str, start: int) -> bool:
    return bool(_AHEAD.search(text[max(0, start - 80) : start]))
