"""`vedette explain-…`: how one phrase is read, outside any document."""

from __future__ import annotations

import dataclasses
import datetime as dt
from enum import Enum
from typing import Any

import click

from vedette.cli.options import Day, Phrase
from vedette.cli.printing import stdout_console


@click.command("explain-date")
@click.argument("phrase", type=Phrase())
@click.option("--published", type=Day(), help="The day that relative dates are counted from.")
def explain_date(phrase: str, published: dt.date | None) -> None:
    """Say what a phrase like "last Tuesday" stands for.

    \b
    Example:
      vedette explain-date "July 12 last year" --published 2026-03-01
    """
    from vedette.dates import explain_date as explain

    _print(explain(phrase, published))


@click.command("explain-place")
@click.argument("phrase", type=Phrase())
@click.option("--context", default="", help="Text around the phrase, which decides between places of one name.")
def explain_place(phrase: str, context: str) -> None:
    """Say where a phrase like "30 km north of Mopti" is, and which places lost.

    \b
    Example:
      vedette explain-place Tripoli --context "Lebanese troops deployed in Tripoli."
    """
    from vedette.places import explain_place as explain

    _print(explain(phrase, context))


@click.command("explain-count")
@click.argument("phrase", type=Phrase())
def explain_count(phrase: str) -> None:
    """Say what a phrase like "at least two dozen" stands for.

    \b
    Example:
      vedette explain-count "a woman and her two sons"
    """
    from vedette.counts import explain_count as explain

    _print(explain(phrase))


@click.command("explain-actor")
@click.argument("phrase", type=Phrase())
@click.option("--context", default="", help="Text around the phrase, which decides between actors of one name.")
def explain_actor(phrase: str, context: str) -> None:
    """Say who a name like "the Pakistani Taliban" stands for, and whose label it is.

    \b
    Example:
      vedette explain-actor ISKP
    """
    from vedette.actors import explain_actor as explain

    _print(explain(phrase, context))


def _print(answer: Any) -> None:
    """Print a record, or several, as a table of their fields; nested records are indented."""
    from rich.table import Table

    table = Table(show_header=False, box=None, pad_edge=False)
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for record in answer if isinstance(answer, tuple) else (answer,):
        for name, value in _rows(record):
            table.add_row(name, value)
    stdout_console().print(table)


def _rows(record: Any, indent: str = "") -> list[tuple[str, str]]:
    rows: list[tuple[str, str]] = []
    for key, value in _fields(record).items():
        name = indent + key.rstrip("_").replace("_", " ")
        if _is_record(value) and not _is_span(value):
            rows += [(name, ""), *_rows(value, indent + "  ")]
        elif isinstance(value, tuple) and value and _is_record(value[0]):
            rows += [(name, ""), *((indent + "  ·", _line(item)) for item in value)]
        else:
            rows.append((name, _line(value) if _is_span(value) else _plain(value)))
    return rows


def _is_record(value: Any) -> bool:
    return dataclasses.is_dataclass(value) or isinstance(value, dict)


def _is_span(value: Any) -> bool:
    return _is_record(value) and _fields(value).keys() == {"start", "end", "text"}


def _fields(record: Any) -> dict[str, Any]:
    if isinstance(record, dict):
        return record
    return {field.name: getattr(record, field.name) for field in dataclasses.fields(record)}


def _line(record: Any) -> str:
    if _is_span(record):
        return "“{text}” (characters {start} to {end})".format(**_fields(record))
    told = ((name.rstrip("_"), value) for name, value in _fields(record).items() if value not in (None, (), ""))
    return ", ".join(f"{name} {_plain(value)}" for name, value in told)


def _plain(value: Any) -> str:
    if value is None or value == () or value == "":
        return "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, tuple):
        return "; ".join(_plain(item) for item in value)
    return str(value)
