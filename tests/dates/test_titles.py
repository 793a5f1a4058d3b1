"""What a document's title and its opening words tell of its times."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.dates.helpers import days_of, document_of, value_of
from vedette.dates import resolve_dates
from vedette.records import Span

TITLED = [
    ("Weekly brief 22, 25-31 May 2020", "Monday 25 May: one dead.", "Monday 25 May", "2020-05-25"),
    ("Weekly brief 22, 25-31 May 2020", "Gaya, Wednesday 27: one dead.", "Wednesday 27", "2020-05-27"),
    ("Weekly brief 22, 25-31 May 2020", "Gaya: on Friday one died.", "Friday", "2020-05-29"),
    ("Note (1 June to 31 August 2008)", "One died in July.", "July", "2008-07-01..2008-07-31"),
    (
        "Note (1 June to 31 August 2008)",
        "In the reporting period one died.",
        "reporting period",
        "2008-06-01..2008-08-31",
    ),
    # A title that tells no stretch of days.
    ("The war of 1914 to 1918", "One died in July.", "July", ""),
    ("Weekly brief 22", "Gaya: on Friday one died.", "Friday", ""),
]


@pytest.mark.parametrize(("title", "text", "words", "expected"), TITLED)
def test_a_title_tells_the_period_that_a_digest_covers(title: str, text: str, words: str, expected: str) -> None:
    document = replace(document_of(text), title=title)
    start = text.index(words)

    (value,) = resolve_dates(document, [Span.of(text, start, start + len(words))])

    assert days_of(value) == expected


OPENINGS = [
    ("Good evening; it is Sunday, the seventh of March, 1999. Four died yesterday.", "1999-03-06"),
    ("Urgent action of 6 March 2023: two leaders. Four died yesterday.", "2023-03-05"),
    ("And this is the essay for Saturday the eighteenth of May 2024. Four died yesterday.", "2024-05-17"),
    ("The killing of 6 March 2023 is not forgotten. Four died yesterday.", ""),
    ("News of the killing on 6 March 2023 is late. Four died yesterday.", ""),
    ("The report says that on 6 March 2023 a bridge was hit. Four died yesterday.", ""),
    ("He was shot on 6 March 2023 in Gaya. Four died yesterday.", ""),
]


@pytest.mark.parametrize(("text", "expected"), OPENINGS)
def test_a_bulletin_opens_with_its_own_day(text: str, expected: str) -> None:
    value = value_of(text, "yesterday")

    assert days_of(value) == expected
    assert value.basis == "inferred"
