"""Sentences of which only an event's place is marked (Event-Location data): they teach the place alone.

The data marks a verb and the bare name of the place where it happens. Everything else is taken from what the reader
answers for that verb: its dates and weapons stay as they are, and where its place takes in the marked name, its own
longer span is kept ("the town of Basra"). So the data teaches which place, not how our places are cut.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from tokenizers import Tokenizer

from benchmarks.bare import read_rows
from benchmarks.event_location import Case, ask, read_cases, trigger_at
from training.features import IGNORE, Anchor, Example, Labels, mark, outside, positions, window_of
from vedette.reading import ReaderModel
from vedette.reading import labels as names
from vedette.reading.windows import sentence_tokens
from vedette.records import Argument, EventType, Role, Span

FILE = Path("event_location") / "train.jsonl.gz"
SURE = 0.9  # a place that the reader is as sure of is more likely told than the row, which has none, is right
DEV = 10  # one text of so many is left to measure with


def is_dev(text: str) -> bool:
    """Say whether a text is left out of training, by its words: some stand there more than once."""
    return hashlib.sha256(text.strip().encode()).digest()[0] % DEV == 0


def place_examples(corpora: Path, tokenizer: Tokenizer, model: ReaderModel) -> Iterator[Example]:
    """Turn the rows that are not dev's into windows in which one anchor asks for its place, date and weapon."""
    for case in read_cases(list(train_rows(corpora)))[0]:
        trigger = trigger_at(case, model)
        kind = trigger.type if trigger else EventType.ASSAULT
        asked = trigger or ask(case, model)
        settings = labelled(asked.arguments if asked else (), case.places)
        if settings is not None:
            yield _example(case, kind, settings, tokenizer)


def train_rows(corpora: Path) -> Iterator[dict[str, Any]]:
    """Read the rows to train on from the folder of corpora."""
    return (row for row in read_rows(corpora / FILE) if not is_dev(row["text"]))


def labelled(answered: tuple[Argument, ...], marked: tuple[Span, ...]) -> list[tuple[Role, Span]] | None:
    """Put the marked places among the reader's own dates and weapons; None where the row is not to be trusted."""
    places = [it for it in answered if it.role is Role.PLACE]
    if not marked and any(place.confidence >= SURE for place in places):
        return None
    others = [(it.role, it.span) for it in answered if it.role in (Role.DATE, Role.WEAPON)]
    longer = [place.span for place in places if any(place.span.overlaps(name) for name in marked)]
    bare = [name for name in marked if not any(span.overlaps(name) for span in longer)]
    return [*others, *((Role.PLACE, span) for span in (*longer, *bare))]


def _example(case: Case, kind: EventType, settings: list[tuple[Role, Span]], tokenizer: Tokenizer) -> Example:
    text = case.document.text
    whole = (Span.of(text, 0, len(text)),)
    (tokens,) = sentence_tokens(text, whole, tokenizer.encode(text, add_special_tokens=False))

    labels = outside(len(tokens) + 2)
    for role, span in settings:
        mark(labels, tokens, span, names.LAYERS[names.SETTING].index(role))
    unknown: Labels = np.full(len(labels), IGNORE, dtype=np.int64)
    verb = positions(tokens, case.verb)
    if verb is None:
        raise ValueError(f"{text!r}: the verb {case.verb.text!r} holds no token of the reader's")
    anchor = Anchor(*verb, names.ANCHOR_KINDS.index(kind), {names.SETTING: labels})
    return window_of(tokens, {name: unknown.copy() for name in names.TAGGERS}, [anchor])
