"""Fiscal years: the country's own where it is told, else the two years named, else nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.dates.helpers import days_of, document_of, value_of
from vedette.codebook.countries import load_countries
from vedette.dates import explain_date, find_dates, resolve_dates
from vedette.dates.fiscal import TABLE, custom_of
from vedette.dates.lexicon import load_table
from vedette.records import Span

PUBLISHED = "2026-01-09"

CASES = [
    ("Pakistan's fiscal year 2025 budget was cut.", "fiscal year 2025", "2024-07-01..2025-06-30"),
    ("In the US, fiscal year 2025 was hard.", "fiscal year 2025", "2024-10-01..2025-09-30"),
    ("In Japan, fiscal year 2025 was hard.", "fiscal year 2025", "2025-04-01..2026-03-31"),
    ("In Nigeria, fiscal year 2025 was hard.", "fiscal year 2025", "2025-01-01..2025-12-31"),
    ("In Kenya, FY2024/25 was hard.", "FY2024/25", "2024-07-01..2025-06-30"),
    ("India's 2023-24 fiscal year saw this.", "2023-24 fiscal year", "2023-04-01..2024-03-31"),
    ("The Indian army's FY24 plan was cut.", "FY24", "2023-04-01..2024-03-31"),
    ("The US third quarter of fiscal 2025 was hard.", "third quarter of fiscal 2025", "2025-04-01..2025-06-30"),
    ("The US will cut it this fiscal year.", "this fiscal year", "2025-10-01..2026-09-30"),
    ("The US has cut it this fiscal year.", "this fiscal year", "2025-10-01..2026-01-09"),
    ("India cut it in the last financial year.", "the last financial year", "2024-04-01..2025-03-31"),
    # No country: the two years that the words name, or nothing.
    ("The FY2024/25 budget was cut.", "FY2024/25", "2024-01-01..2025-12-31"),
    ("It grew in the 2023-24 financial year.", "the 2023-24 financial year", "2023-01-01..2024-12-31"),
    ("The budget for fiscal year 2025 was cut.", "fiscal year 2025", ""),
    ("It was cut in the third quarter of fiscal 2025.", "third quarter of fiscal 2025", ""),
    # Which of two years is meant is not settled in the country; two countries; no two years in a row.
    ("In Kenya, FY2024 was hard.", "FY2024", ""),
    ("India and Japan met in fiscal year 2025.", "fiscal year 2025", ""),
    ("It grew in the financial year 2023/27.", "financial year 2023/27", ""),
]


@pytest.mark.parametrize(("text", "words", "expected"), CASES)
def test_a_fiscal_year_is_the_countrys_own(text: str, words: str, expected: str) -> None:
    assert days_of(value_of(text, words, PUBLISHED)) == expected


def test_the_publishers_country_tells_where_the_text_does_not() -> None:
    document = replace(document_of("The FY2025 budget was cut.", PUBLISHED), publisher="Pakistan Observer")

    (value,) = resolve_dates(document, [Span.of(document.text, 4, 10)])

    assert days_of(value) == "2024-07-01..2025-06-30"


def test_an_unknown_first_day_is_told() -> None:
    told = explain_date("fiscal year 2025")

    assert told.value.from_ is None
    assert told.value.relation == "fiscal year 2025, whose first day is not told"
    assert [span.text for span in find_dates("The budget for fiscal year 2025 was cut.")] == ["fiscal year 2025"]


def test_every_country_of_the_table_is_one() -> None:
    assert set(load_table(TABLE)) <= set(load_countries())
    assert custom_of(None) is None
