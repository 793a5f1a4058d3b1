"""The CSV: one event a row, every value beside its words, and nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import dataclasses
import io

import pytest
from hypothesis import given, settings

from tests.exports.small import KARACHI, TEXT, account, party
from tests.exports.strategies import accounts
from vedette.exports import CSV_COLUMNS, write_csv
from vedette.records import Account, Assertion, Role


def _rows(*told: Account, names: bool = False) -> list[dict[str, str]]:
    stream = io.BytesIO()
    written = write_csv(told, stream, names)
    rows = list(csv.DictReader(io.StringIO(stream.getvalue().decode(), newline="")))
    assert written == len(rows)
    return rows


def test_each_event_is_one_row_under_the_named_columns() -> None:
    rows = _rows(account("one.txt"), account("two.txt"))
    assert [row["document_name"] for row in rows] == ["one.txt", "one.txt", "two.txt", "two.txt"]
    assert list(rows[0]) == list(CSV_COLUMNS)
    assert len(set(CSV_COLUMNS)) == len(CSV_COLUMNS)


def test_no_events_are_a_head_line_alone() -> None:
    stream = io.BytesIO()
    assert write_csv([], stream) == 0
    assert stream.getvalue().decode() == ",".join(CSV_COLUMNS) + "\r\n"


def test_the_best_value_stands_alone_and_all_values_stand_beside_their_words() -> None:
    row = _rows(account())[0]
    assert (row["date_from"], row["date_to"], row["date_precision"]) == ("2024-10-06", "2024-10-06", "day")
    assert row["dates_values"] == "2024-10-01/2024-10-10 | 2024-10-06/2024-10-06"
    assert row["dates_words"] == "early October | Sunday"
    assert (row["place"], row["lat"], row["lon"], row["country"]) == ("Karachi", "24.8608", "67.0104", "PK")
    assert (row["killed_low"], row["killed_high"], row["killed_values"]) == ("3", "3", "3 | 1")
    assert row["killed_said_by"] == "police | "
    assert (row["actors_values"], row["actors_certainty"]) == ("Hollow Front", "claimed")
    assert (row["injured_low"], row["injured_values"]) == ("", "")


def test_offsets_point_to_the_words() -> None:
    row = _rows(account())[0]
    for group in ("dates", "places", "killed", "actors", "weapons"):
        words, offsets = row[f"{group}_words"].split(" | "), row[f"{group}_offsets"].split(" | ")
        for word, offset in zip(words, offsets, strict=True):
            start, end = map(int, offset.split("-"))
            assert TEXT[start:end] == word


def test_names_are_withheld_unless_asked_for() -> None:
    assert "[name withheld]" in _rows(account())[0]["recipients_values"]
    assert _rows(account(), names=True)[0]["recipients_values"] == "Ahmed Khan"


@pytest.mark.parametrize(
    ("title", "cell"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+1", "'+1"),
        ("-1+1", "'-1+1"),
        ("@SUM(1)", "'@SUM(1)"),
        ("\t=1", "'\t=1"),
        ("  =1", "'  =1"),
        ("＝1", "'＝1"),
        ("1 = 1", "1 = 1"),
        ("'quoted'", "'quoted'"),
        ('a "b", c\nd', 'a "b", c\nd'),
    ],
)
def test_a_text_cell_never_starts_a_formula(title: str, cell: str) -> None:
    document = dataclasses.replace(account().document, title=title)
    assert _rows(dataclasses.replace(account(), document=document), names=True)[0]["title"] == cell


def test_a_coordinate_below_zero_stays_a_number() -> None:
    south = Assertion(Role.PLACE, dataclasses.replace(KARACHI, lat=-33.9), 0.9)
    event = dataclasses.replace(account().events[0], assertions=(south,))
    assert _rows(dataclasses.replace(account(), events=(event,)))[0]["lat"] == "-33.9"


def test_a_bar_within_the_words_is_told_from_a_bar_between_them() -> None:
    value = dataclasses.replace(party("Salt Brigade", "armed-group"), name="Salt | Brigade")
    event = dataclasses.replace(account().events[0], assertions=(Assertion(Role.ACTOR, value, 0.5),))
    assert _rows(dataclasses.replace(account(), events=(event,)))[0]["actors_values"] == "Salt \\| Brigade"


@settings(max_examples=25, deadline=None)
@given(accounts())
def test_any_account_gives_whole_rows_without_formulas(drawn: Account) -> None:
    rows = _rows(drawn, names=True)
    assert len(rows) == len(drawn.events)
    numbers = {"lat", "lon"}
    for row in rows:
        assert not any(cell[:1] in "=+-@\t\r" for name, cell in row.items() if cell and name not in numbers)
