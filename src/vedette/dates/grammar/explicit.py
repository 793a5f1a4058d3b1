"""Dates as the calendar writes them: days, months, years, weekdays, seasons, quarters, decades, centuries, feasts."""

from __future__ import annotations

from dataclasses import replace

from vedette.dates.expressions import Calendar, Clock, Expression, Pick
from vedette.dates.grammar.base import GRAMMAR
from vedette.dates.grammar.guards import is_month_word, is_season_word, is_weekday_word, is_year_number
from vedette.dates.patterns import Reading
from vedette.dates.stamps import Unit

_DAYS_IN_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_CENTURY_SPLIT = 30  # two-digit years below it belong to this century, the others to the last


def _fits(month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= _DAYS_IN_MONTH[month - 1]  # noqa: PLR2004


def _full_year(text: str) -> int:
    year = int(text)
    if len(text) > 2:  # noqa: PLR2004
        return year
    return year + (2000 if year < _CENTURY_SPLIT else 1900)


@GRAMMAR.rule("DATE", "numeric date", "raw:#", looks=True)
def numeric_date(raw: str, reading: Reading, first: int, last: int) -> Expression | None:  # noqa: ARG001
    """Make a date written in digits only: 2003-04-05, 11/02/89, 27.01.2013, 19980108."""
    if len(raw) >= 10 and raw[4:5] == "-" and raw[7:8] == "-":  # noqa: PLR2004
        return _iso_date(raw)
    for mark in ("/", "."):
        pieces = raw.split(mark)
        if len(pieces) == 3 and all(piece.isdigit() for piece in pieces):  # noqa: PLR2004
            return _slashed_date(pieces, day_first=mark == ".")
    if len(raw) == 8 and raw.isdigit() and raw[:2] in ("19", "20"):  # noqa: PLR2004
        return _in_digits(raw[:4], raw[4:6], raw[6:])
    return None


def _in_digits(year: str, month: str, day: str) -> Calendar | None:
    return Calendar(year=int(year), month=int(month), day=int(day)) if _fits(int(month), int(day)) else None


def _iso_date(raw: str) -> Calendar | None:
    date = _in_digits(raw[:4], raw[5:7], raw[8:10])
    if date is None or len(raw) == 10:  # noqa: PLR2004
        return date
    hour, minute, *rest = raw[11:].rstrip("Zz").split(":")
    clock = Clock(int(hour), int(minute), int(rest[0]) if rest else None)
    return replace(date, clock=clock) if clock.hour < 24 else date  # noqa: PLR2004


def _slashed_date(pieces: list[str], *, day_first: bool) -> Calendar | None:
    if len(pieces[0]) == 4:  # noqa: PLR2004
        return _in_digits(*pieces)
    if len(pieces[2]) not in (2, 4) or max(len(pieces[0]), len(pieces[1])) > 2:  # noqa: PLR2004
        return None
    one, two = int(pieces[0]), int(pieces[1])
    year = _full_year(pieces[2])
    if _fits(two, one):
        return Calendar(year=year, month=two, day=one, swaps=not day_first and _fits(one, two))
    return Calendar(year=year, month=one, day=two) if _fits(one, two) else None


@GRAMMAR.rule(
    "DAY",
    "month and day",
    "month:MONTH DOT? the? day:DAYNUMBER",
    "month:MONTH DOT? the? day:DAYNUMBER ,? year:FULLYEAR",
    looks=True,
)
def month_day(
    month: int, day: int, reading: Reading, first: int, last: int, year: int | None = None
) -> Expression | None:
    """Make "July 12", "July 12, 2003"."""
    return _day_of_month(month, day, year, reading, first, last)


@GRAMMAR.rule(
    "DAY",
    "day and month",
    "the? day:DAYNUMBER -? of? month:MONTH DOT? year:FULLYEAR",
    "the? day:DAYNUMBER -? of? month:MONTH -|, year:FULLYEAR",
    "the? day:DAYNUMBER -? of? month:MONTH DOT?",
    "the? day:DAYNUMBER day of month:MONTH DOT?",
    "the? day:DAYNUMBER day of month:MONTH DOT? ,? year:FULLYEAR",
    looks=True,
)
def day_month(
    month: int, day: int, reading: Reading, first: int, last: int, year: int | None = None
) -> Expression | None:
    """Make "12 July", "the 12th of July 2003", "12-July-2003"."""
    return _day_of_month(month, day, year, reading, first, last)


def _day_of_month(month: int, day: int, year: int | None, reading: Reading, first: int, last: int) -> Expression | None:
    if not _fits(month, day) or not is_month_word(reading, first, last, with_number=True):
        return None
    if any(
        "ORDINAL" in token.keys and token.capital and not token.text[0].isdigit()
        for token in reading.tokens[first:last]
    ):
        return None  # "the Fourteenth of March Movement" is a name
    return Calendar(year=year, month=month, day=day)


@GRAMMAR.rule("DAY", "last day of a month", "the? edge:last|first|final day of month:MONTH year:FULLYEAR?")
def edge_day(edge: str, month: int, year: int | None = None) -> Expression:
    """Make "the last day of June"; -1 stands for the month's last day."""
    return Calendar(year=year, month=month, day=1 if edge == "first" else -1)


@GRAMMAR.rule("DAY", "day of the month", "the day:DAYORDINAL", looks=True)
def bare_day(day: int, reading: Reading, first: int, last: int) -> Expression | None:
    """Make "the 23rd": the month is to be found; words ("the third") only after "on" and before no noun."""
    after = reading.tokens[last] if last < len(reading.tokens) else None
    digits = "#" in reading.tokens[last - 2].keys if last >= 2 else False  # noqa: PLR2004
    before = reading.tokens[first - 1].lower if first > 0 else ""
    if after is not None and after.text[0].isalnum():
        plain = not after.capital and after.lower not in _COUNTED_AFTER_DAY
        return Calendar(day=day) if digits and before in _BEFORE_DAY and plain else None
    return Calendar(day=day) if before == "on" or (before in _BEFORE_DAY and digits) else None


_BEFORE_DAY = frozenset({"on", "of", "since", "until", "by", "to", "from", "and"})
_COUNTED_AFTER_DAY = frozenset(
    "floor street avenue time birthday anniversary century battalion division brigade regiment congress parallel "
    "day week month year of place percentile district congressional amendment national army infantry".split()
)


@GRAMMAR.rule("YEARONLY", "year in figures", "year:YEAR", looks=True)
def bare_year(year: int, reading: Reading, first: int, last: int) -> Expression | None:
    """Make a year that stands alone, where nothing shows the number to be a count or a name."""
    return Calendar(year=year) if is_year_number(reading, first, last) else None


@GRAMMAR.reader("FULLYEAR", "# ' ’ ‘ ` CARDINAL")
def read_full_year(reading: Reading, position: int):  # type: ignore[no-untyped-def]  # noqa: ANN201
    """Read a year that follows a month."""
    for name in ("ERAYEAR", "YEAR", "SPOKENYEAR"):
        function, starts = GRAMMAR.readers[name]
        token = reading.tokens[position]
        if token.lower in starts or not starts.isdisjoint(token.keys):
            yield from function(reading, position)
    function, starts = GRAMMAR.readers["SHORTYEAR"]
    if reading.tokens[position].lower in starts:
        for value, after in function(reading, position):
            yield _full_year(f"{value:02d}"), after


@GRAMMAR.reader("ERAYEAR", "# ad")
def read_era_year(reading: Reading, position: int):  # type: ignore[no-untyped-def]  # noqa: ANN201
    """Read "479 BC", "AD 70"; a year before Christ is negative."""
    tokens = reading.tokens
    number = position + 1 if tokens[position].lower == "ad" else position
    if number >= len(tokens) or not tokens[number].text.isdigit() or len(tokens[number].text) > 4:  # noqa: PLR2004
        return
    year = int(tokens[number].text)
    if number > position:
        yield year, number + 1
        return
    mark, after = "", number + 1
    if number + 1 < len(tokens) and tokens[number + 1].lower in ("bc", "bce", "ad", "ce"):
        mark, after = tokens[number + 1].lower, number + 2
    elif [token.lower for token in tokens[number + 1 : number + 5]] in (["b", ".", "c", "."], ["a", ".", "d", "."]):
        mark, after = tokens[number + 1].lower + tokens[number + 3].lower, number + 5
    if mark in ("bc", "bce"):
        yield -year, after
    elif mark in ("ad", "ce"):
        yield year, after


@GRAMMAR.rule("YEARONLY", "year of an era", "year:ERAYEAR", "the? year year:ERAYEAR")
def era_year(year: int) -> Expression:
    """Make "479 BC"."""
    return Calendar(year=year)


@GRAMMAR.rule(
    "YEARONLY", "year with its noun", "the? year year:YEAR", "calendar|fiscal year year:YEAR", "fiscal year:YEAR"
)
def named_year(year: int) -> Expression:
    """Make "the year 2003"."""
    return Calendar(year=year)


@GRAMMAR.rule("YEARONLY", "year in words", "year:SPOKENYEAR")
def spoken_year(year: int) -> Expression:
    """Make "nineteen ninety-seven"."""
    return Calendar(year=year)


@GRAMMAR.rule("YEARONLY", "year in two figures", "year:SHORTYEAR", "the? year:SHORTYEAR")
def short_year(year: int) -> Expression:
    """Make "'89"."""
    return Calendar(year=_full_year(f"{year:02d}"))


@GRAMMAR.rule("MONTHONLY", "month", "the? month of month:MONTH", "month:MONTH DOT?", looks=True)
def bare_month(month: int, reading: Reading, first: int, last: int) -> Expression | None:
    """Make a month that stands alone, where the word is not a verb or a name ("may", "march")."""
    return Calendar(month=month) if is_month_word(reading, first, last, with_number=False) else None


@GRAMMAR.rule(
    "MONTHONLY",
    "month and year",
    "month:MONTH DOT? ,? of? year:FULLYEAR",
    "month:MONTH of the? year? year:FULLYEAR",
    "month:MONTH / year:FULLYEAR",
)
def month_year(month: int, year: int) -> Expression:
    """Make "July 2003", "July of 2003"."""
    return Calendar(year=year, month=month)


@GRAMMAR.rule("WEEKDAYONLY", "weekday", "weekday:WEEKDAY", looks=True)
def bare_weekday(weekday: int, reading: Reading, first: int, last: int) -> Expression | None:
    """Make a day of the week, where the word is not a noun of another kind ("sat", "sun", "wed")."""
    return Calendar(weekday=weekday) if is_weekday_word(reading, first, last) else None


@GRAMMAR.rule(
    "DAY",
    "weekday and date",
    "weekday:WEEKDAY DOT? ,? the? date:DAY",
    "weekday:WEEKDAY DOT? ( date:DAY )",
    "weekday:WEEKDAY day:DAYNUMBER inst|instant .?",
    "weekday:WEEKDAY ,? the day:LASTORDINAL",
    "day:DAYNUMBER inst|instant .?",
)
def weekday_date(weekday: int | None = None, date: Calendar | None = None, day: int | None = None) -> Expression:
    """Make "Friday, 8 September", "Wednesday 2 inst."; the weekday helps to find the year."""
    if date is None:
        return Calendar(day=day, weekday=weekday)
    return replace(date, weekday=weekday)


@GRAMMAR.rule("SEASONONLY", "season", "the? season:SEASON", looks=True)
def bare_season(season: str, reading: Reading, first: int, last: int) -> Expression | None:
    """Make a season that stands alone, where the word is not a verb or a source of water."""
    return Calendar(season=season) if is_season_word(reading, first, last) else None


@GRAMMAR.rule(
    "SEASONONLY",
    "season and year",
    "the? season:SEASON of? year:FULLYEAR",
    "the? season:SEASON of year:FULLYEAR",
    "year:YEAR season:SEASON",
)
def season_year(season: str, year: int) -> Expression:
    """Make "the spring of 2023"."""
    return Calendar(year=year, season=season)


@GRAMMAR.rule(
    "QUARTERONLY",
    "quarter",
    "the? fiscal? order:ORDER -? fiscal? quarter of? year:FULLYEAR?",
    "the? fiscal? order:ORDER -? fiscal? quarter of the? year?",
)
def quarter(order: int, year: int | None = None) -> Expression | None:
    """Make "the third quarter", "the third quarter of 2003"."""
    return Calendar(year=year, quarter=order) if 1 <= order <= 4 else None  # noqa: PLR2004


@GRAMMAR.rule(
    "QUARTERONLY",
    "year and quarter",
    "the? year:YEAR -? order:ORDER -? quarter",
    "the? year:YEAR ' s? order:ORDER quarter",
)
def year_quarter(order: int, year: int) -> Expression | None:
    """Make "the 1988 third quarter"."""
    return Calendar(year=year, quarter=order) if 1 <= order <= 4 else None  # noqa: PLR2004


@GRAMMAR.rule("DATE", "quarter of a relative year", "within:RELATIVE ' s order:ORDER quarter|half")
def quarter_within(within: Expression, order: int) -> Expression | None:
    """Make "this year's third quarter"."""
    return Calendar(quarter=order, within=within) if getattr(within, "unit", None) is Unit.YEAR else None


@GRAMMAR.rule("QUARTERONLY", "last quarter", "the? last|final quarter of year:FULLYEAR")
def last_quarter(year: int) -> Expression:
    """Make "the last quarter of 2003"."""
    return Calendar(year=year, quarter=4)


@GRAMMAR.rule(
    "HALFONLY",
    "half-year",
    "the? order:first|second|latter|last -? half of the? year:FULLYEAR",
    "the? order:first|second|latter -? half of the year",
    "the? order:first|second -? half of this year",
)
def half_year(order: str, year: int | None = None) -> Expression:
    """Make "the first half of 2003"."""
    return Calendar(year=year, half=1 if order == "first" else 2)


@GRAMMAR.rule("DECADEONLY", "decade", "the? decade:TENYEARS", "the? decade:TENYEARS bc|bce")
def decade(decade: int) -> Expression:
    """Make "the 1990s"."""
    return Calendar(decade=decade)


@GRAMMAR.rule("DECADEONLY", "decade in two figures", "the decade:SHORTDECADE", "the digit:DECADES")
def short_decade(decade: int | None = None, digit: int | None = None) -> Expression:
    """Make "the '80s", "the nineties"; the century is to be found."""
    return Calendar(decade=decade if decade is not None else digit, short=True)


@GRAMMAR.rule("CENTURYONLY", "century", "the? order:ORDER -? century", "the? century:HUNDREDYEARS")
def century(order: int | None = None, century: int | None = None) -> Expression:
    """Make "the 19th century", "the 1800s"."""
    return Calendar(century=century if century is not None else (order or 1) - 1)


@GRAMMAR.rule("WEEKONLY", "week of a date", "the? week of date:DAY", "the? week beginning|starting|ending on? date:DAY")
def week_of(date: Calendar) -> Expression:
    """Make "the week of 14 May"."""
    return Calendar(week=-1, within=date)


@GRAMMAR.rule("WEEKONLY", "numbered week", "week|weekly week:INTEGER ,? year:YEAR?")
def numbered_week(week: int, year: int | None = None) -> Expression | None:
    """Make "week 41"."""
    return Calendar(week=week, year=year) if 1 <= week <= 53 else None  # noqa: PLR2004


@GRAMMAR.rule(
    "FEASTONLY",
    "feast",
    "feast:FEASTNAME",
    "the? month of feast:FEASTNAME",
    "feast:FEASTNAME ,? year:YEAR",
    "feast:FEASTNAME of year:YEAR",
)
def feast(feast: str, year: int | None = None) -> Expression:
    """Make "Eid al-Fitr", "Ramadan 2019"."""
    return Calendar(feast=feast, year=year)


@GRAMMAR.rule(
    "DATE",
    "calendar",
    "date:DAY|MONTHONLY|YEARONLY|WEEKDAYONLY|SEASONONLY|QUARTERONLY|HALFONLY|DECADEONLY|CENTURYONLY|WEEKONLY|FEASTONLY",
)
def any_calendar(date: Calendar) -> Expression:
    """Take any date of the calendar."""
    return date


@GRAMMAR.rule(
    "DATE",
    "early, mid or late",
    "the? edge:EDGE -? in? part:PART? of? the? date:MONTHONLY|YEARONLY|SEASONONLY|DECADEONLY|CENTURYONLY|RELATIVE",
    "the? very? edge:EDGE of the? date:MONTHONLY|YEARONLY|SEASONONLY|DECADEONLY|CENTURYONLY|RELATIVE",
    "edge:EDGE in the? date:MONTHONLY|YEARONLY|SEASONONLY|DECADEONLY|CENTURYONLY|RELATIVE",
)
def edge_of(edge: str, date: Expression, part: str | None = None) -> Expression | None:  # noqa: ARG001
    """Make "early May", "mid-2003", "the end of last year"."""
    return with_mod(date, edge)


def with_mod(date: Expression, mod: str) -> Expression | None:
    """Set a modifier on a date that can have one."""
    return replace(date, mod=mod) if hasattr(date, "mod") else None


@GRAMMAR.rule(
    "DATE",
    "date within a relative year",
    "date:DAY|MONTHONLY|SEASONONLY|QUARTERONLY|HALFONLY|WEEKDAYONLY|FEASTONLY of|, within:RELATIVE",
    "date:DAY|MONTHONLY|SEASONONLY|QUARTERONLY|HALFONLY|WEEKDAYONLY|FEASTONLY within:RELATIVE",
    "the? day:DAYORDINAL of within:RELATIVE|OFUNIT",
    "the? edge:last|first day of within:RELATIVE|OFUNIT",
)
def within_relative(
    within: Expression, date: Calendar | None = None, day: int | None = None, edge: str | None = None
) -> Expression | None:
    """Make "July 12 last year", "May of that year", "Thursday of last week", "the third of last month"."""
    unit = getattr(within, "unit", None)
    if date is None:
        number = day if day is not None else (1 if edge == "first" else -1)
        return Calendar(day=number, within=within) if unit is Unit.MONTH else None
    wanted = Unit.WEEK if date.weekday and not date.day else Unit.YEAR
    return replace(date, within=within) if unit is wanted and date.year is None else None


@GRAMMAR.rule("DATE", "picked", "the? pick:DEICTIC date:PICKABLE", "date:PICKABLE pick:last|next")
def picked(pick: str, date: Calendar) -> Expression:
    """Make "last Monday", "January last", "this summer", "next March"."""
    return replace(date, pick={"last": Pick.LAST, "next": Pick.NEXT, "this": Pick.THIS}[pick])


@GRAMMAR.rule(
    "DATE",
    "picked from the text",
    "the? pick:ANAPHOR date:PICKABLE",
    "the date:PICKABLE pick:before|previous|following|after",
)
def picked_anaphor(pick: str, date: Calendar) -> Expression:
    """Make "that September", "the following Tuesday", "the Sunday before"."""
    words = {"same": Pick.SAME, "following": Pick.FOLLOWING, "after": Pick.FOLLOWING}
    return replace(date, pick=words.get(pick, Pick.PREVIOUS))


@GRAMMAR.rule("PICKABLE", "name to pick", "date:PICKMONTH|PICKWEEKDAY|PICKSEASON|PICKFEAST|PICKDAY")
def pickable(date: Calendar) -> Expression:
    """Take a name of which there are many."""
    return date


@GRAMMAR.rule("PICKMONTH", "month", "month:MONTH DOT?", looks=True)
def pick_month(month: int, reading: Reading, first: int, last: int) -> Expression | None:  # noqa: ARG001
    """Take a month's name; "that may" and "this march" are none."""
    word = reading.tokens[first]
    if word.lower in ("may", "march", "mar") and not word.capital and not _is_after_last(reading, first):
        return None
    return Calendar(month=month)


def _is_after_last(reading: Reading, first: int) -> bool:
    return reading.lower_case and first > 0 and reading.tokens[first - 1].lower in ("last", "next")


@GRAMMAR.rule("PICKDAY", "day of a month", "month:MONTH DOT? day:DAYNUMBER", "day:DAYNUMBER of? month:MONTH")
def pick_day(month: int, day: int) -> Expression | None:
    """Take a day of a month."""
    return Calendar(month=month, day=day) if _fits(month, day) else None


@GRAMMAR.rule("PICKWEEKDAY", "weekday", "weekday:WEEKDAY", looks=True)
def pick_weekday(weekday: int, reading: Reading, first: int, last: int) -> Expression | None:  # noqa: ARG001
    """Take a weekday's name, in full."""
    return Calendar(weekday=weekday) if len(reading.tokens[first].text) > 5 else None  # noqa: PLR2004


@GRAMMAR.rule("PICKSEASON", "season", "season:SEASON")
def pick_season(season: str) -> Expression:
    """Take a season's name."""
    return Calendar(season=season)


@GRAMMAR.rule("PICKFEAST", "feast", "feast:FEASTNAME")
def pick_feast(feast: str) -> Expression:
    """Take a feast's name."""
    return Calendar(feast=feast)
