"""How long a stretch of time before a signal is: "two days (after)", "days (after)", "less than a week (after)"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

_HOURS_A_DAY = 24


@dataclass(frozen=True, slots=True)
class Length:
    """Days, at least and at most; None where that side is open. `start` is where its words begin, in characters."""

    least: int
    most: int | None
    start: int


@cache
def load_signals() -> dict[str, Any]:
    """Give the words of the signals, once."""
    import yaml

    rows: dict[str, Any] = yaml.safe_load(resources.files(__package__).joinpath("signals.yaml").read_text("utf-8"))
    return rows


@cache
def _pattern() -> re.Pattern[str]:
    numbers = "|".join(load_signals()["numbers"])
    return re.compile(
        rf"(?:\b(?P<bound>less than|within|under|more than|over|at least|nearly|almost|about|around|some)\s+)?"
        rf"(?:\b(?P<number>\d{{1,3}}|{numbers}|several|a few|many)\s+)?"
        r"\b(?P<unit>minute|hour|day|week|month|year)(?P<many>s?)(?:\s+of)?\s+$",
        re.IGNORECASE,
    )


def read_length(text: str, start: int, end: int) -> Length | None:
    """Read the length of time that ends where a signal begins, at `end`; `start` is where its sentence begins."""
    found = _pattern().search(text, start, end)
    if found is None or _is_of_a_sentence(text, found.start()):
        return None
    number = (found["number"] or "").lower()
    unit = found["unit"].lower()
    if number.isdigit() or number in load_signals()["numbers"]:
        count = int(number) if number.isdigit() else int(load_signals()["numbers"][number])
        least, most = _counted(count, unit)
    elif found["many"]:
        least, most = load_signals()["vague"][unit]
    else:
        return None
    return _bounded((found["bound"] or "").lower(), least, most, found.start())


def _is_of_a_sentence(text: str, start: int) -> bool:
    """Tell "sentenced to 31 years after he testified": the years are what was given, not what passed."""
    return text[:start].rstrip().lower().endswith((" to", " for"))


def _counted(count: int, unit: str) -> tuple[int, int]:
    if unit == "hour":
        return count // _HOURS_A_DAY, -(-count // _HOURS_A_DAY)
    if unit == "minute":
        return 0, 1
    least, most = load_signals()["unit"][unit]
    return count * least, count * most


def _bounded(bound: str, least: int, most: int, start: int) -> Length:
    if bound in ("less than", "within", "under"):
        return Length(0, most, start)
    if bound in ("more than", "over", "at least"):
        return Length(least, None, start)
    if bound in ("nearly", "almost", "about", "around"):
        return Length(least * 7 // 10, -(-most * 13 // 10), start)
    return Length(least, most, start)
