"""CSV: one event a row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import BinaryIO

from vedette.codebook.mappings import code_event
from vedette.exports.csv_columns import COLUMNS, Cell, Row
from vedette.exports.masking import withhold_names
from vedette.order import find_bounds, find_orders
from vedette.records import Account

CSV_COLUMNS: tuple[str, ...] = tuple(column.name for column in COLUMNS)

# What makes Excel, LibreOffice and Google Sheets take a cell for a formula (OWASP, "CSV Injection"), with the
# full-width forms that some of them fold.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def write_csv(accounts: Iterable[Account], stream: BinaryIO, names: bool = False) -> int:
    """Write a head line and one line an event, in the order given, in UTF-8; say how many events.

    Names of victims and private persons are blacked out unless `names`.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(CSV_COLUMNS)
    written = 0
    for account in accounts:
        shown = account if names else withhold_names(account)
        orders = find_orders(shown)
        bounds = find_bounds(shown, orders)
        for event in shown.events:
            row = Row(shown, event, code_event(event), orders, bounds.get(event.id))
            writer.writerow([spell_cell(column.cell(row)) for column in COLUMNS])
            written += 1
        _move(text, stream)
    _move(text, stream)
    return written


def _move(text: io.StringIO, stream: BinaryIO) -> None:
    stream.write(text.getvalue().encode("utf-8", "backslashreplace"))
    text.seek(0)
    text.truncate()


def spell_cell(cell: Cell | object) -> str:
    """Spell a cell; numbers stay numbers, text that a spreadsheet would run gets an apostrophe in front."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, str) and cell.lstrip(" ").startswith(_FORMULA_STARTS):
        return f"'{cell}"
    return str(cell)
