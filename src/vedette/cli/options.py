"""Options that several commands share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any, TypeVar

import click

from vedette.records import COUNT_ROLES, BestRule, Marking, Role

Command = TypeVar("Command", bound=Callable[..., Any])

DEFAULT_CASE = "vedette.db"


class Day(click.ParamType[dt.date]):
    """A day as YYYY-MM-DD."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        """Turn the words into a day."""
        if isinstance(value, dt.date):
            return value
        try:
            return dt.date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is not a day: write it as 2026-03-12", param, ctx)


class Tlp(click.ParamType[Marking]):
    """A TLP 2.0 marking, with or without the "TLP:" before it."""

    name = "tlp"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Marking:
        """Turn the words into a marking."""
        if isinstance(value, Marking):
            return value
        words = str(value).upper()
        try:
            return Marking(words if words.startswith("TLP:") else f"TLP:{words}")
        except ValueError:
            self.fail(f"{value!r} is no marking: choose one of {', '.join(Marking)}", param, ctx)


class Phrase(click.ParamType[str]):
    """Words that mean something: a blank phrase has no span to explain."""

    name = "text"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Take the words without the blanks around them."""
        words = str(value).strip()
        if not words:
            self.fail("the phrase is empty: write the words to explain", param, ctx)
        return words


class Circle(click.ParamType[tuple[float, float, float]]):
    """A circle as LAT,LON,KM: degrees (WGS 84) and kilometres."""

    name = "circle"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[float, float, float]:
        """Turn the words into three numbers."""
        try:
            lat, lon, km = (float(part) for part in str(value).split(","))
        except ValueError:
            self.fail(f"{value!r} is no circle: write it as 6.9,122.1,50", param, ctx)
        if not (-90 <= lat <= 90 and -180 <= lon <= 180 and km > 0):
            self.fail(f"{value!r} is nowhere: latitude to 90, longitude to 180, more than 0 km", param, ctx)
        return lat, lon, km


class Toll(click.ParamType[tuple[Role, int]]):
    """A toll as ROLE,N: whom it counts, and how many at least."""

    name = "toll"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[Role, int]:
        """Turn the words into a role and a number."""
        role, _, number = str(value).partition(",")
        if role not in COUNT_ROLES or not number.isdecimal():
            self.fail(f"{value!r} is no toll: write it as injured,10, of {', '.join(sorted(COUNT_ROLES))}", param, ctx)
        return Role(role), int(number)


def case_option(command: Command) -> Command:
    """Name an existing case file."""
    return click.option("--db", default=DEFAULT_CASE, show_default=True, help="The case file: a path or an address.")(
        command
    )


def names_option(command: Command) -> Command:
    """Let names of victims and private persons out."""
    return click.option("--names", is_flag=True, help="Show the names of victims and private persons.")(command)


def best_option(command: Command) -> Command:
    """Choose the rule by which one of several rival values is put first."""
    return click.option(
        "--best", type=click.Choice([rule.value for rule in BestRule]), default=BestRule.MOST_INDEPENDENT.value,
        show_default=True, help="Which of several rival values is put first.",
    )(command)  # fmt: skip


def format_option(command: Command) -> Command:
    """Choose how events are printed."""
    return click.option(
        "--format", "form", type=click.Choice(["table", "jsonl", "csv"]), default="table", show_default=True,
        help="How the events are printed.",
    )(command)  # fmt: skip
