"""Counts: how many were killed, hurt, taken, and of whom.

Takes: spans of number phrases, or of nouns that stand for people, with the document's text around them.
Gives: `CountValue` - at least `low`, at most `high`, whether approximate, of whom - and which count is a part of which.
Keeps: the words of every count, and those of the other count where one is worked out from another ("half of them").
Refuses: to guess. An open side is None; dates, ages, money, measures and numbers of things are no counts; a number told
of dead and hurt together leaves open how many of each.
Measured by: ``python -m benchmarks counts --data reports/`` (see docs/how-to/counts.md).
"""

from vedette.counts.explain import CountExplanation, explain_count
from vedette.counts.find import find_counts
from vedette.counts.parts import find_parts
from vedette.counts.resolve import resolve_count

__all__ = ["CountExplanation", "explain_count", "find_counts", "find_parts", "resolve_count"]
