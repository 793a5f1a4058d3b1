"""Full dates as files and texts write them out; nothing relative, nothing guessed."""

from __future__ import annotations

import datetime as dt
import email.utils
import re
from collections.abc import Iterator

from vedette.documents.drafts import Remark

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sep sept", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_WRITTEN = [
    re.compile(rf"\b{_DAY}(?:\s+of)?[\s-]+{_MONTH},?[\s-]+{_YEAR}\b", re.IGNORECASE),
    re.compile(rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}\b", re.IGNORECASE),
]
_ISO = re.compile(rf"(?<![\d-]){_YEAR}-(?P<month>\d{{2}})-(?P<day>\d{{2}})(?![\d-])")
_ISO_START = re.compile(rf"{_YEAR}[-/](?P<month>\d{{1,2}})[-/](?P<day>\d{{1,2}})(?!\d)")
_ISO_COMPACT = re.compile(rf"{_YEAR}(?P<month>\d{{2}})(?P<day>\d{{2}})(?!\d)")
_NUMERIC = re.compile(rf"(?P<first>\d{{1,2}})[./-](?P<second>\d{{1,2}})[./-]{_YEAR}(?!\d)")
_EARLIEST = 1900  # older dates in a file's metadata are empty fields and broken clocks


def dates_in(text: str) -> Iterator[tuple[dt.date, int, int]]:
    """Give every full date written out in a text with its start and end, pattern by pattern.

    Day, month name and year in either order, or ISO 8601. "3/4/2024" is left out: it means two days.
    """
    for pattern in (*_WRITTEN, _ISO):
        for match in pattern.finditer(text):
            date = _date_from(match)
            if date:
                yield date, match.start(), match.end()


def date_from_field(value: str) -> dt.date | None:
    """Give the day that a metadata field states, as written in its own time zone, or None where it states none.

    Takes ISO 8601, RFC 2822, dates written out, and "13/04/2024" where only one reading is a day.
    """
    value = value.strip()
    match = _ISO_START.match(value) or _ISO_COMPACT.match(value)
    if match:
        return _date_from(match)
    written = sorted(dates_in(value), key=lambda found: found[1])
    if written:
        return written[0][0]
    return _numeric(value) or _rfc_2822(value)


def stated_date(value: str | None) -> tuple[dt.date | None, tuple[Remark, ...]]:
    """Read a field that should hold a date; one that is there but cannot be read gives a remark and no date."""
    if not value or not value.strip():
        return None, ()
    published = date_from_field(value)
    if published:
        return published, ()
    message = f"The published date {value.strip()[:40]!r} is no day that can be read; write it as YYYY-MM-DD."
    return None, (Remark("bad-date", message),)


def _date_from(match: re.Match[str]) -> dt.date | None:
    month = match["month"].lower()
    return _date(int(match["year"]), _MONTHS.get(month) or int(month), int(match["day"]))


def _numeric(value: str) -> dt.date | None:
    match = _NUMERIC.match(value)
    if not match:
        return None
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    readings = {_date(year, second, first), _date(year, first, second)} - {None}
    return readings.pop() if len(readings) == 1 else None


def _rfc_2822(value: str) -> dt.date | None:
    """Take what mail programs write beyond dates written out: two-digit years, missing commas."""
    parts = email.utils.parsedate(value) if re.match(r"[A-Za-z]{3,9},?\s+\d|\d{1,2} [A-Za-z]{3}", value) else None
    return _date(parts[0], parts[1], parts[2]) if parts else None


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day) if year >= _EARLIEST else None
    except ValueError:
        return None
