"""Months, seasons, quarters, years and longer as the calendar writes them: "July 2003", "479 BC", "the 1990s"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from vedette.dates.expressions import Calendar, Expression
from vedette.dates.grammar.base import GRAMMAR
from vedette.dates.grammar.guards import is_month_word, is_season_word, is_year_number
from vedette.dates.grammar.readers import full_year
from vedette.dates.lexicon import load_lexicon
from vedette.dates.patterns import Reading
from vedette.dates.stamps import Unit


@GRAMMAR.rule("YEARONLY", "year in figures", "year:YEAR")
def bare_year(year: int, reading: Reading, first: int, last: int) -> Expression | None:
    """Make a year that stands alone, where nothing shows the number to be a count or a name."""
    return Calendar(year=year) if is_year_number(reading, first, last) else None


@GRAMMAR.reader("FULLYEAR", "# ' ’ ‘ ` CARDINAL")
def readfull_year(reading: Reading, position: int) -> Iterator[tuple[Any, int]]:
    """Read a year that follows a month."""
    for name in ("ERAYEAR", "YEAR", "SPOKENYEAR"):
        function, starts = GRAMMAR.readers[name]
        token = reading.tokens[position]
        if token.lower in starts or not starts.isdisjoint(token.keys):
            yield from function(reading, position)
    function, starts = GRAMMAR.readers["SHORTYEAR"]
    if reading.tokens[position].lower in starts:
        for value, after in function(reading, position):
            yield full_year(f"{value:02d}"), after


@GRAMMAR.reader("ERAYEAR", "# ad")
def read_era_year(reading: Reading, position: int) -> Iterator[tuple[Any, int]]:
    """Read "479 BC", "AD 70"; a year before Christ is negative."""
    tokens = reading.tokens
    number = position + 1 if tokens[position].lower == "ad" else position
    if number >= len(tokens) or not tokens[number].text.isdecimal() or len(tokens[number].text) > 4:
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


@GRAMMAR.rule("YEARONLY", "year with its noun", "the? year year:YEAR", "calendar year year:YEAR")
def named_year(year: int) -> Expression:
    """Make "the year 2003"."""
    return Calendar(year=year)


@GRAMMAR.rule("YEARONLY", "year in words", "year:SPOKENYEAR")
def spoken_year(year: int) -> Expression:
    """Make "nineteen ninety-seven"."""
    return Calendar(year=year)


@GRAMMAR.rule("YEARONLY", "year two thousand", "the? year two thousand")
def year_two_thousand() -> Expression:
    """Make "the year two thousand"."""
    return Calendar(year=2000)


@GRAMMAR.rule("YEARONLY", "year in two figures", "year:SHORTYEAR", "the? year:SHORTYEAR")
def short_year(year: int) -> Expression:
    """Make "'89"."""
    return Calendar(year=full_year(f"{year:02d}"))


@GRAMMAR.rule("MONTHONLY", "month", "the? month of month:MONTH", "month:MONTH DOT?")
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


@GRAMMAR.rule("SEASONONLY", "season", "the? season:SEASON")
def bare_season(season: str, reading: Reading, last: int) -> Expression | None:
    """Make a season that stands alone, where the word is not a verb or a source of water."""
    return Calendar(season=season) if is_season_word(reading, last) else None


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
    return Calendar(year=year, quarter=order) if 1 <= order <= 4 else None


@GRAMMAR.rule(
    "QUARTERONLY",
    "year and quarter",
    "the? year:YEAR -? order:ORDER -? quarter",
    "the? year:YEAR ' s? order:ORDER quarter",
)
def year_quarter(order: int, year: int) -> Expression | None:
    """Make "the 1988 third quarter"."""
    return Calendar(year=year, quarter=order) if 1 <= order <= 4 else None


@GRAMMAR.rule("QUARTERONLY", "quarter spoken of in a year", "the year:YEAR quarter|period")
def same_quarter(year: int) -> Expression:
    """Make "the 1988 quarter": the quarter that the text speaks of, in that year."""
    return Calendar(year=year, quarter=-1)


@GRAMMAR.rule("DATE", "quarter of a relative year", "within:RELATIVE ' s order:ORDER quarter|half")
def quarter_within(within: Expression, order: int) -> Expression | None:
    """Make "this year's third quarter"."""
    return Calendar(quarter=order, within=within) if getattr(within, "unit", None) is Unit.YEAR else None


@GRAMMAR.rule("QUARTERONLY", "last quarter", "the? last|final quarter of year:FULLYEAR")
def last_quarter(year: int) -> Expression:
    """Make "the last quarter of 2003"."""
    return Calendar(year=year, quarter=4)


@GRAMMAR.reader("SHORTQUARTER", "q h")
def read_short_quarter(reading: Reading, position: int) -> Iterator[tuple[tuple[str, int], int]]:
    """Read "Q3" and "H1", in capitals, as their letters with the number."""
    tokens = reading.tokens
    number = tokens[position + 1] if position + 1 < len(tokens) else None
    if tokens[position].text.isupper() and number is not None and number.text.isdecimal() and number.glued:
        yield (tokens[position].lower, int(number.text)), position + 2


_HIGHEST = {"q": 4, "h": 2}


@GRAMMAR.rule("QUARTERONLY", "quarter in short", "part:SHORTQUARTER ,? of? year:YEAR", "year:YEAR -? part:SHORTQUARTER")
def short_quarter(part: tuple[str, int], year: int) -> Expression | None:
    """Make "Q3 2025", "H1 2025"."""
    letter, number = part
    if not 1 <= number <= _HIGHEST.get(letter, 0):
        return None
    return Calendar(year=year, quarter=number) if letter == "q" else Calendar(year=year, half=number)


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


@GRAMMAR.rule("TENYEARSONLY", "decade after its part", "decade:SHORTDECADE", "digit:DECADES")
def edged_decade(
    reading: Reading, first: int, decade: int | None = None, digit: int | None = None
) -> Expression | None:
    """Make the decade of "the late 80s" and "in the mid-nineties"; somebody "in his late 40s" is so old."""
    before = [token.lower for token in reading.tokens[max(0, first - _EDGE_REACH) : first]]
    edged = any(word in _EDGES for word in before)
    told = not _BEFORE_DECADE.isdisjoint(before) and _OF_AGE.isdisjoint(before)
    return Calendar(decade=decade if decade is not None else digit, short=True) if edged and told else None


_EDGE_REACH = 4
_EDGES = frozenset(load_lexicon()["EDGE"])
_BEFORE_DECADE = frozenset({"the", "since", "until", "by", "from"})
_OF_AGE = frozenset({"his", "her", "their", "my", "your", "our", "aged"})


@GRAMMAR.rule("CENTURYONLY", "century", "the? order:ORDER -? century", "the? century:HUNDREDYEARS")
def century(order: int | None = None, century: int | None = None) -> Expression:
    """Make "the 19th century", "the 1800s"."""
    return Calendar(century=century if century is not None else (order or 1) - 1)
