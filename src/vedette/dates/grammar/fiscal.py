"""Fiscal years: "fiscal year 2025", "FY2024/25", "the 2023-24 financial year", "the third quarter of fiscal 2025"."""

from __future__ import annotations

from collections.abc import Iterator

from vedette.dates.expressions import Expression, FiscalYear
from vedette.dates.grammar.base import GRAMMAR
from vedette.dates.grammar.readers import full_year
from vedette.dates.nations import country_beside
from vedette.dates.patterns import Reading

_OFFSETS = {"last": -1, "this": 0, "next": 1, "previous": -1}
_FISCAL = "fiscal|financial|budget|tax"

Years = tuple[int, int | None]


def _is_year(text: str) -> bool:
    return len(text) == 4 and text.isdecimal() and text[:2] in ("19", "20")


def _joined(one: str, two: str) -> Years | None:
    """Make two years of "2023" and "24", where the second follows the first."""
    if not two.isdecimal() or len(two) not in (2, 4):
        return None
    first = int(one)
    last = first // 100 * 100 + int(two) if len(two) == 2 else int(two)
    return (first, last) if last == first + 1 else None


@GRAMMAR.reader("YEARPAIR", "#")
def read_year_pair(reading: Reading, position: int) -> Iterator[tuple[Years, int]]:
    """Read two years that follow one another: "2023/24", "2023-24", "2023-2024"."""
    tokens = reading.tokens
    one, stroke, two = tokens[position].text.partition("/")
    after = position + 1
    if not stroke and after + 1 < len(tokens) and tokens[after].text in "-–" and tokens[after + 1].glued:
        two, after = tokens[after + 1].text, after + 2
    pair = _joined(one, two) if _is_year(one) else None
    if pair is not None:
        yield pair, after


@GRAMMAR.reader("FISCALYEARS", "#")
def read_fiscal_years(reading: Reading, position: int) -> Iterator[tuple[Years, int]]:
    """Read the year or the two years of a fiscal year."""
    yield from read_year_pair(reading, position)
    text = reading.tokens[position].text
    if _is_year(text):
        yield (int(text), None), position + 1


@GRAMMAR.reader("FYYEARS", "fy")
def read_short_years(reading: Reading, position: int) -> Iterator[tuple[Years, int]]:
    """Read "FY2024", "FY24", "FY2024/25" and "FY24-25", with or without a space."""
    tokens = reading.tokens
    if not tokens[position].text.isupper() or position + 1 >= len(tokens) or "#" not in tokens[position + 1].keys:
        return
    yield from read_fiscal_years(reading, position + 1)
    one, _, two = tokens[position + 1].text.partition("/")
    if len(one) != 2 or not one.isdecimal():
        return
    first = full_year(one)
    if two:
        pair = _joined(str(first), two)
        if pair is not None:
            yield pair, position + 2
        return
    yield (first, None), position + 2


@GRAMMAR.rule(
    "FISCALONLY",
    "fiscal year",
    f"the? {_FISCAL} year ending|ended|of? years:FISCALYEARS",
    "fiscal years:FISCALYEARS",
    f"the? years:FISCALYEARS {_FISCAL} year",
    "years:FYYEARS",
)
def fiscal_year(years: Years, reading: Reading, first: int, last: int) -> Expression:
    """Make "fiscal year 2025", "the 2023-24 financial year", "FY2024/25", with the country named beside it."""
    year, end = years
    return FiscalYear(year=year, last=end, country=country_beside(reading, first, last))


@GRAMMAR.rule(
    "FISCALONLY", "running fiscal year", f"the? pick:DEICTIC {_FISCAL} year", f"the pick:previous {_FISCAL} year"
)
def running_fiscal_year(pick: str, reading: Reading, first: int, last: int) -> Expression:
    """Make "this fiscal year", "the last financial year"."""
    return FiscalYear(offset=_OFFSETS[pick], country=country_beside(reading, first, last))


@GRAMMAR.rule(
    "FISCALQUARTER",
    "quarter of a fiscal year",
    "the? order:ORDER quarter of the? date:FISCALONLY",
)
def fiscal_quarter(order: int, date: FiscalYear) -> Expression | None:
    """Make "the third quarter of fiscal 2025"."""
    if not 1 <= order <= 4:
        return None
    return FiscalYear(year=date.year, last=date.last, offset=date.offset, country=date.country, quarter=order)


@GRAMMAR.rule("DATE", "fiscal", "date:FISCALONLY|FISCALQUARTER")
def any_fiscal(date: Expression) -> Expression:
    """Take any fiscal year or a quarter of one."""
    return date
