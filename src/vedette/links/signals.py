"""The words that join events, read once."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib import resources


@cache
def load_signals() -> dict[str, list[str]]:
    """Give the words by what they signal."""
    import yaml

    rows: dict[str, list[str]] = yaml.safe_load(
        resources.files(__package__).joinpath("signals.yaml").read_text("utf-8")
    )
    return rows


def any_of(words: Iterable[str]) -> str:
    """Give a pattern for any of these words, across line breaks too."""
    return "|".join(word.replace(" ", r"\s+") for word in words)
