"""What a value reads like, short enough for a table cell."""

from __future__ import annotations

import datetime as dt
import re

from vedette.records import (
    ActorValue,
    CountValue,
    DatePrecision,
    DateValue,
    Document,
    PlacePrecision,
    PlaceValue,
    Span,
    Value,
)
from vedette.views.labels import UNKNOWN

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
ORDINALS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd"}


def per_cent(confidence: float) -> int:
    """Give a confidence in whole per cent, 99 at most: nothing that was read is beyond doubt."""
    return min(99, round(confidence * 100))


def word_value(value: Value) -> str:
    """Put any value into a few words; what is not known reads "–" and never 0."""
    if isinstance(value, DateValue):
        return word_date(value)
    if isinstance(value, CountValue):
        return word_count(value)
    if isinstance(value, PlaceValue):
        return word_place(value)
    if isinstance(value, ActorValue):
        return value.name
    return value.text


def word_count(value: CountValue) -> str:
    """Put a count into figures: "7", "7+" (at least), "≤40" (at most), "4–7", "~12" (about)."""
    about = "~" if value.approximate else ""
    if value.low is None and value.high is None:
        return quote_spans(value.spans)
    if value.high is None:
        return f"{about}{value.low:,}+"
    if value.low is None:
        return f"{about}≤{value.high:,}"
    if value.low == value.high:
        return f"{about}{value.low:,}"
    return f"{about}{value.low:,}–{value.high:,}"


def word_place(value: PlaceValue) -> str:
    """Give a place with what it lies in: "Basra, Basra Governorate, IQ"."""
    parts = [value.name]
    parts += [part for part in (value.admin1, value.country) if part and part not in parts]
    if value.precision is PlacePrecision.COUNTRY and value.country:
        parts = [value.name]
    return ", ".join(parts)


def word_date(value: DateValue) -> str:
    """Give a date no more exactly than it is known: "3 Oct 2024", "Oct 2024", "2024", "3–9 May 2024", "since 2019"."""
    if value.from_ is None and value.to is None:
        words = quote_spans(value.spans)
        return words if words != UNKNOWN else value.relation or UNKNOWN
    if value.to is None:
        return f"since {_edge(value.from_, value.precision)}"
    if value.from_ is None:
        return f"until {_edge(value.to, value.precision)}"
    if value.precision is DatePrecision.CENTURY:
        century = (value.from_.year - 1) // 100 + 1
        return f"{century}{ORDINALS.get(century, 'th')} century"
    if value.precision is DatePrecision.DECADE:
        return f"{value.from_.year // 10}0s"
    return word_days(value.from_, value.to)


def word_days(first: dt.date, last: dt.date) -> str:
    """Put the days `first` to `last` into the shortest words: a day, days, a month, months, a year or years."""
    if first == last:
        return word_day(first)
    whole_months = first.day == 1 and _last_of_month(last)
    if whole_months and first.month == 1 and last.month == 12:
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if whole_months:
        if (first.year, first.month) == (last.year, last.month):
            return f"{MONTHS[first.month - 1]} {first.year}"
        start = MONTHS[first.month - 1] + (f" {first.year}" if first.year != last.year else "")
        return f"{start} – {MONTHS[last.month - 1]} {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{word_day(last)}"
    start = word_day(first) if first.year != last.year else f"{first.day} {MONTHS[first.month - 1]}"
    return f"{start} – {word_day(last)}"


def word_day(day: dt.date) -> str:
    """Write one day: "3 Oct 2024"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def quote_spans(spans: tuple[Span, ...]) -> str:
    """Give the words themselves in quotation marks, for what no value could be made of."""
    return f"“{' … '.join(span.text for span in spans)}”" if spans else UNKNOWN


def name_publisher(document: Document) -> str:
    """Say who published a document, or that the file does not say."""
    return document.publisher or "publisher not stated"


def name_source(publisher: str | None, name: str) -> str:
    """Say who tells a report: its publisher, else its file without the folders around it, or its whole address."""
    return publisher or (name if "://" in name else re.split(r"[/\\]", name)[-1])


def _edge(day: dt.date | None, precision: DatePrecision | None) -> str:
    if day is None:
        return UNKNOWN
    if precision in (DatePrecision.YEAR, DatePrecision.DECADE, DatePrecision.CENTURY):
        return str(day.year)
    return f"{MONTHS[day.month - 1]} {day.year}" if precision is DatePrecision.MONTH else word_day(day)


def _last_of_month(day: dt.date) -> bool:
    return day == dt.date.max or (day + dt.timedelta(days=1)).day == 1
