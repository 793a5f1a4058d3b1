"""How well arguments of a gold trigger are found over five sentences (RAMS, Ebner et al. 2020). Measure only.

Takes: a ``.jsonlines`` file of documents with ``sentences``, ``evt_triggers`` and ``gold_evt_links``, or a folder of
them. ``argument.f1`` is head match over types and roles in ``rams.yaml``, ``argument.all.f1`` over every argument of
the data, whose types reach far beyond political events; how heads and tables work is told in `event_arguments`. The
data has no licence that covers training, so nothing here was trained on it. In percent.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from benchmarks.bare import bare_document, every, join_words, read_rows
from benchmarks.event_arguments import ArgumentScore, GoldEvent, Scheme
from vedette.reading import load_reader
from vedette.records import Document, Span

_NUMBERED = re.compile(r"^evt\d+arg\d+")


def run(data: Path, sample: int | None = None) -> dict[str, Any]:
    """Score every document of `data`, or `sample` documents at even distances."""
    rows = every([row for row in read_rows(data, "*.jsonlines", "*.jsonl") if "evt_triggers" in row], sample)
    if not rows:
        raise ValueError(f"{data}: no document with evt_triggers")
    scheme, model, score = Scheme(Path(__file__).with_name("rams.yaml")), load_reader(threads=1), ArgumentScore()
    for row in rows:
        score.add(*read_gold(row), scheme, model)
    return {"documents": len(rows), **score.figures()}


def read_gold(row: Mapping[str, Any]) -> tuple[Document, list[GoldEvent]]:
    """Turn one row into a document and its gold events; ends of token spans are inclusive."""
    text, words_at = join_words(row["sentences"])

    def span(first: int, last: int) -> Span:
        return Span.of(text, words_at[first].start, words_at[last].end)

    events = []
    for first, last, types in row["evt_triggers"]:
        links = [(link[1], link[2]) for link in row["gold_evt_links"] if link[0] == [first, last]]
        arguments = tuple((_NUMBERED.sub("", role), span(*ends)) for ends, role in links)
        events.append(GoldEvent(types[0][0], span(first, last), arguments))
    return bare_document(row["doc_key"], text), events
