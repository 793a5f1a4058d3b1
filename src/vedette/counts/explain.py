"""Shows how a phrase is read, for people who want to know before they trust it."""

from __future__ import annotations

from dataclasses import dataclass

from vedette.counts.find import find_counts, find_other_numbers
from vedette.counts.resolve import read_count
from vedette.counts.tables import nouns
from vedette.counts.together import find_together
from vedette.counts.tokens import split_tokens
from vedette.errors import UsageError
from vedette.records import Basis, CountValue, Span


@dataclass(frozen=True, slots=True)
class CountExplanation:
    """One count found in a phrase, its value, and in `why` the steps that led to it, in plain words."""

    phrase: str
    span: Span
    value: CountValue
    why: tuple[str, ...]


def explain_count(phrase: str) -> tuple[CountExplanation, ...]:
    """Give every count in a phrase or sentence with its value and the steps that led to it, in reading order.

    People told together ("a man, his wife and four children") are one count. A phrase without a number is read as a
    noun phrase ("a guard" is one). One whose only numbers are money, dates or the like, and which names no people, gets
    a value that is open on both sides. An empty one raises UsageError.
    """
    start = len(phrase) - len(phrase.lstrip())
    end = len(phrase.rstrip())
    if start >= end:
        raise UsageError("no words to read a count from; give a phrase such as 'at least two dozen villagers'")
    whole = Span.of(phrase, start, end)
    together = find_together(phrase)
    apart = [span for span in find_counts(phrase) if not any(span.overlaps(each) for each in together)]
    found = sorted((*together, *apart), key=lambda span: span.start)
    return tuple(_explain(phrase, span) for span in found) or _others(phrase) or (_explain(phrase, whole),)


def _explain(phrase: str, span: Span) -> CountExplanation:
    resolution = read_count(span, phrase)
    return CountExplanation(phrase, span, resolution.value, resolution.why)


def _others(phrase: str) -> tuple[CountExplanation, ...]:
    """Show the numbers that count nobody, where the phrase names no people."""
    if any(token.lower in nouns().people for token in split_tokens(phrase)):
        return ()
    return tuple(
        CountExplanation(phrase, span, CountValue(None, None, Basis.STATED, (span,)), (f"{what}, which counts nobody",))
        for span, what in find_other_numbers(phrase)
    )
