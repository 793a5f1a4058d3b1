from __future__ import annotations

import datetime as dt

import pytest

from vedette.errors import UsageError
from vedette.incidents.correcting import check_correction, read_count, read_days
from vedette.records import Role


@pytest.mark.parametrize(
    ("words", "bounds"),
    [("7", (7, 7)), ("4-7", (4, 7)), ("4-", (4, None)), ("0", (0, 0)), ("7-4", None), ("about 7", None), ("-4", None)],
)
def test_a_count_is_figures_and_nothing_else(words: str, bounds: tuple[int, int | None] | None) -> None:
    assert read_count(words) == bounds


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("2025-10-14", (dt.date(2025, 10, 14), dt.date(2025, 10, 14))),
        ("2025-10-14..2025-10-16", (dt.date(2025, 10, 14), dt.date(2025, 10, 16))),
        ("2025-10-16..2025-10-14", None),
        ("2025-02-30", None),
        ("October", None),
    ],
)
def test_a_date_is_one_day_or_two(words: str, days: tuple[dt.date, dt.date] | None) -> None:
    assert read_days(words) == days


def test_blanks_around_a_correction_are_no_part_of_it() -> None:
    assert check_correction(Role.PLACE, "  Dawis ") == "Dawis"


@pytest.mark.parametrize(("role", "words"), [(Role.WEAPON, "bomb"), (Role.ACTOR, ""), (Role.KILLED, "some")])
def test_what_cannot_be_corrected_is_refused(role: Role, words: str) -> None:
    with pytest.raises(UsageError):
        check_correction(role, words)
