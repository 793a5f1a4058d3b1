"""How well arguments of gold triggers are found in news on bombings (WikiEvents, Li et al. 2021).

Takes: a ``.jsonl`` file of documents with ``tokens``, ``sentences``, ``event_mentions`` and ``entity_mentions``, or a
folder of them. ``argument.f1`` is head match over the types and roles in ``wikievents.yaml``, ``argument.all.f1`` over
every argument of the data; how heads and tables work is told in `event_arguments`. The data marks arguments in the
trigger's own sentence (all but 2 of 428), so only those are answers; of an argument only the mention that the data
names is right, not others of the same entity. In percent.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from benchmarks.bare import bare_document, every, join_words, read_rows
from benchmarks.event_arguments import ArgumentScore, GoldEvent, Scheme
from vedette.reading import load_reader
from vedette.records import Document, Span


def run(data: Path, sample: int | None = None) -> dict[str, Any]:
    """Score every document of `data`, or `sample` documents at even distances."""
    rows = every([row for row in read_rows(data, "*.jsonl") if "event_mentions" in row], sample)
    if not rows:
        raise ValueError(f"{data}: no document with event_mentions")
    scheme, model, score = (
        Scheme(Path(__file__).with_name("wikievents.yaml")),
        load_reader(threads=1),
        ArgumentScore(same_sentence=True),
    )
    for row in rows:
        score.add(*read_gold(row), scheme, model)
    return {"documents": len(rows), **score.figures()}


def read_gold(row: Mapping[str, Any]) -> tuple[Document, list[GoldEvent]]:
    """Turn one row into a document and its gold events."""
    tokens, sentences, at = row["tokens"], [], 0
    for words, _ in row["sentences"]:
        sentences.append(tokens[at : at + len(words)])
        at += len(words)
    text, words_at = join_words(sentences)

    def span(mention: Mapping[str, Any]) -> Span:
        return Span.of(text, words_at[mention["start"]].start, words_at[mention["end"] - 1].end)

    entities = {mention["id"]: span(mention) for mention in row["entity_mentions"]}
    events = [
        GoldEvent(
            event["event_type"],
            span(event["trigger"]),
            tuple((argument["role"], entities[argument["entity_id"]]) for argument in event["arguments"]),
        )
        for event in row["event_mentions"]
    ]
    return bare_document(row["doc_id"], text), events
