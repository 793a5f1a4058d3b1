"""Where it happened: the words of a place become coordinates with a precision, or stay words.

Takes: a document, and the spans in it that name places (`find_places` finds candidates where no reader has).
Gives: one `PlaceValue` for each span, in order, with rival candidates and what spoke for the winner.
Keeps: the words; country and unit where only those are known; the radius of areas ("30 km north of Mopti").
Refuses: a country's centre for a town, a namesake on the strength of its population, a person's or a people's name.
Measured by: `benchmarks/places.py` on LGL-format files and on `reports/`.

>>> from vedette import places
>>> places.explain_place("Douentza", "A convoy was hit in Douentza, Mopti.")["country"]
'PK'
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from vedette.places.index import open_index
from vedette.places.resolve import resolve_spans
from vedette.places.survey import survey_document
from vedette.places.words import load_words
from vedette.records import Document, PlaceValue, Span

__all__ = ["explain_place", "find_places", "resolve_places"]


def resolve_places(document: Document, spans: Sequence[Span]) -> tuple[PlaceValue, ...]:
    """Give the place that each span stands for in this document, in order; judged together, over the whole text."""
    return tuple(resolve_spans(document, spans, open_index(), load_words()))


def find_places(document: Document) -> tuple[Span, ...]:
    """Give the spans of the text that name a place of the index, in order, none overlapping."""
    survey = survey_document(document, open_index(), load_words(), [])
    return tuple(Span.of(document.text, name.start, name.end) for name in survey.names)


def explain_place(phrase: str, context: str = "") -> dict[str, Any]:
    """Show how `phrase`, which stands in `context`, is read: its value, its rivals, the reasons."""
    from vedette.places.explain import explain_phrase

    return explain_phrase(phrase, context)
