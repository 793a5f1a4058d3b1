"""The grammar of time expressions: readers of numbers and clock times, then rules by kind.

Importing the modules below fills the one grammar, `GRAMMAR`.
Layers: POINT (dates and clock times), TIMEX (those, durations, sets, vague times: what is marked in a text) and
PHRASE (what may stand in a given span: "since March", "between 4 and 18 January"). Of two rules of a layer that take
the same tokens the one of the module named first wins.
"""

from vedette.dates.grammar import (
    bounds,
    clocks,
    days,
    durations,
    feasts,
    fiscal,
    fragments,
    parts,
    picked,
    readers,
    recurring,
    relative,
    shifts,
    vague,
    years,
)
from vedette.dates.grammar.base import GRAMMAR

__all__ = [
    "GRAMMAR",
    "bounds",
    "clocks",
    "days",
    "durations",
    "feasts",
    "fiscal",
    "fragments",
    "parts",
    "picked",
    "readers",
    "recurring",
    "relative",
    "shifts",
    "vague",
    "years",
]
