"""The grammar of time expressions: readers of numbers and clock times, then rules by kind.

Importing the modules below fills the one grammar, `GRAMMAR`; `scan` runs it over a text.
Layers: POINT (dates and clock times), TIMEX (those, durations, sets, vague times: what is marked in a text) and
PHRASE (what may stand in a given span: "since March", "between 4 and 18 January").
"""

from vedette.dates.grammar import bounds, clocks, durations, explicit, feasts, readers, recurring, relative, vague
from vedette.dates.grammar.base import GRAMMAR

__all__ = [
    "GRAMMAR",
    "bounds",
    "clocks",
    "durations",
    "explicit",
    "feasts",
    "readers",
    "recurring",
    "relative",
    "vague",
]
