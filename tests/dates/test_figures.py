"""Dates in figures: which of day and month stands first is told by the document, or not at all."""

from __future__ import annotations

import pytest

from tests.dates.helpers import days_of, value_of
from vedette.dates import explain_date

PUBLISHED = "2026-01-09"

CASES = [
    ("It fell on 24-03-2025.", "24-03-2025", "2025-03-24"),
    ("It fell on 04.03.2025.", "04.03.2025", "2025-03-04"),
    ("It fell on 03/03/2025.", "03/03/2025", "2025-03-03"),
    # The other dates of the text, the weekday beside it, or the document's own weeks tell the order.
    ("Reports of 24/12/2025 and 06/02/2025.", "06/02/2025", "2025-02-06"),
    ("Reports of 12/24/2025 and 06/02/2025.", "06/02/2025", "2025-06-02"),
    ("Reports of 04/01/2026 and 06/02/2025.", "06/02/2025", "2025-02-06"),
    ("It fell on Friday 04/03/2026.", "Friday 04/03/2026", "2026-04-03"),
    ("It fell on 04-01-2026.", "04-01-2026", "2026-01-04"),
    ("6/1 - Six cars burnt.", "6/1", "2026-01-06"),
    # Else the countries that the text is of.
    ("It fell on 04/03/2025 in Iraq.", "04/03/2025", "2025-03-04"),
    ("It fell on 04/03/2025, the U.S. said.", "04/03/2025", "2025-04-03"),
    # Nothing tells it, or two things do not agree.
    ("It fell on 04/03/2025, he said.", "04/03/2025", ""),
    ("It fell on 4-3-2025.", "4-3-2025", ""),
    ("It fell on 11/02/89.", "11/02/89", ""),
    ("It fell on 04/03/2025 in Iraq, the US said.", "04/03/2025", ""),
    ("Reports of 24/12/2025, 12/24/2025 and 06/02/2025.", "06/02/2025", ""),
    ("It fell on 04/03, he said.", "04/03", ""),
]


@pytest.mark.parametrize(("text", "words", "expected"), CASES)
def test_the_document_tells_the_order(text: str, words: str, expected: str) -> None:
    assert days_of(value_of(text, words, PUBLISHED)) == expected


def test_what_is_not_told_is_said() -> None:
    told = explain_date("04/03/2025")

    assert told.value.from_ is None
    assert told.value.relation == "a date in figures of which nothing tells whether the day or the month stands first"
