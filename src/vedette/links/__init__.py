"""How what a document tells hangs together: a series and its parts, a deed and its claims, a tie and its events.

Takes: an Account. Gives: the Parts of its series (`find_parts_of_series`); by deed the Words of those who claim it,
deny it or let it stand unclaimed (`find_words_on_deeds`); what stands behind each tie (`find_backings`). Keeps: the
words; the named rule. Refuses: to guess: where it is not plain that one event is part of another, or what a denial
denies, nothing is said. Works from the account alone, so nothing of it is stored. Measured by: `tests/links`;
docs/reference/links.md.
"""

from vedette.links.series import Part, find_parts_of_series
from vedette.links.ties import Backing, find_backings
from vedette.links.words import Word, WordKind, find_words_on_deeds

__all__ = ["Backing", "Part", "Word", "WordKind", "find_backings", "find_parts_of_series", "find_words_on_deeds"]
