"""Shows how a phrase is read, for people who want to know before they trust it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vedette.counts.find import find_counts
from vedette.counts.resolve import read_count
from vedette.errors import UsageError
from vedette.records import CountValue, Span

# "an imam and his nephew", "a woman and her two sons": one phrase, though a number may stand in it.
_TOGETHER = re.compile(
    r"\s*(?:an?|the|his|her|their)?\s*[\w'’-]+(?:\s+[\w'’-]+)?\s+and\s+(?:an?|his|her|their|its)\s", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class CountExplanation:
    """One count found in a phrase, its value, and in `why` the steps that led to it, in plain words."""

    phrase: str
    span: Span
    value: CountValue
    why: tuple[str, ...]


def explain_count(phrase: str) -> tuple[CountExplanation, ...]:
    """Give every count in a phrase or sentence with its value and the steps that led to it, in reading order.

    A phrase without a number is read as a noun phrase ("a guard" is one). An empty one raises UsageError.
    """
    start = len(phrase) - len(phrase.lstrip())
    end = len(phrase.rstrip())
    if start >= end:
        raise UsageError("no words to read a count from; give a phrase such as 'at least two dozen villagers'")
    whole = Span.of(phrase, start, end)
    found = () if _TOGETHER.match(phrase) else find_counts(phrase)
    explanations = []
    for span in found or (whole,):
        resolution = read_count(span, phrase)
        explanations.append(CountExplanation(phrase, span, resolution.value, resolution.why))
    return tuple(explanations)
