"""How well source and target of political events are found in single sentences (CAMEO-NER). Measure only.

Takes: a file of one word and its label a line (``B-S``, ``I-S`` source; ``B-T``, ``I-T`` target; ``R`` and ``O`` are
passed over), a blank line between sentences, or a folder of such ``.txt`` files. Source is our actor, target our
recipient, over all triggers of the sentence. Figures, in percent: ``source`` and ``target`` by overlap, one to one,
``exact`` of each beside it, ``both`` over the two. The data marks one event a sentence where the reader finds every
one, and bundles the deed with the source at times ("car bombing by …"), so precision is a lower bound. Baselines: the
first and the last capitalised words of the sentence, and of spaCy's entities where it is installed. The data has no
licence that covers training.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.bare import bare_document, every, join_words
from benchmarks.entities import PARTIES, load_entities
from benchmarks.scoring import Tally, match_once
from vedette.reading import load_reader, read_document
from vedette.records import Reading, Role, Span

Sides = dict[str, list[Span]]
LETTERS = {"S": "source", "T": "target"}


def run(data: Path, sample: int | None = None) -> dict[str, Any]:
    """Score every sentence of `data`, or `sample` sentences at even distances."""
    sentences = every(list(read_sentences(data)), sample)
    if not sentences:
        raise ValueError(f"{data}: no sentence of words with labels")
    model = load_reader(threads=1)
    names = ("source", "target", "both", "source_exact", "target_exact")
    ours, constant, entities = ({name: Tally() for name in names} for _ in range(3))
    find = load_entities()
    for number, (text, gold) in enumerate(sentences):
        count(ours, sides_of(read_document(bare_document(f"sentence {number}", text), model)), gold)
        count(constant, first_and_last(capitalised(text)), gold)
        if find:
            count(entities, first_and_last(find(text, PARTIES)), gold)
    figures: dict[str, Any] = {"sentences": len(sentences)}
    figures |= {name: ours[name].figures() for name in ("both", "source", "target")}
    for side in ("source", "target"):
        figures[side]["exact"] = ours[f"{side}_exact"].figures()
    baselines = {"baseline": constant, **({"spacy": entities} if find else {})}
    for title, tallies in baselines.items():
        figures[title] = {name: tallies[name].figures()["f1"] for name in ("both", "source", "target")}
    return figures


def count(tallies: dict[str, Tally], given: Sides, wanted: Sides) -> None:
    """Count one sentence."""
    for side in ("source", "target"):
        ours, gold = given[side], wanted[side]
        right = _overlapping(ours, gold)
        for name in (side, "both"):
            tallies[name].add(right, len(ours), len(gold))
        tallies[f"{side}_exact"].add(len(set(ours) & set(gold)), len(ours), len(gold))


def _overlapping(ours: Sequence[Span], gold: Sequence[Span]) -> int:
    return len(match_once(ours, gold, lambda i, j: ours[i].overlaps(gold[j])))


def sides_of(reading: Reading) -> Sides:
    """Give actors as sources and recipients as targets, each span once."""
    arguments = [argument for trigger in reading.triggers for argument in trigger.arguments]
    return {
        side: sorted({argument.span for argument in arguments if argument.role is role})
        for side, role in (("source", Role.ACTOR), ("target", Role.RECIPIENT))
    }


_NAME = re.compile(r"\b[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*")


def capitalised(text: str) -> list[Span]:
    """Find runs of capitalised words."""
    return [Span.of(text, *name.span()) for name in _NAME.finditer(text)]


def first_and_last(names: list[Span]) -> Sides:
    """Guess the first name as source and the last as target: the baselines."""
    return {"source": names[:1], "target": names[1:][-1:]}


def read_sentences(data: Path) -> Iterator[tuple[str, Sides]]:
    """Read sentences with the spans of their source and target."""
    for file in sorted(data.rglob("*.txt")) if data.is_dir() else [data]:
        for block in re.split(r"\n\s*\n", file.read_text(encoding="utf-8").strip()):
            rows = [line.rsplit(maxsplit=1) for line in block.splitlines()]
            if rows and all(len(row) == 2 and re.fullmatch(r"O|[BI]-[A-Z]", row[1]) for row in rows):
                text, spans = join_words([[word for word, _ in rows]])
                yield text, _marked(text, spans, [label for _, label in rows])


def _marked(text: str, spans: Sequence[Span], labels: Iterable[str]) -> Sides:
    sides: Sides = {"source": [], "target": []}
    before = "O"
    for span, label in zip(spans, labels, strict=True):
        side = LETTERS.get(label[2:])
        if side and label[0] == "I" and before[2:] == label[2:] and sides[side]:
            sides[side][-1] = Span.of(text, sides[side][-1].start, span.end)
        elif side:
            sides[side].append(span)
        before = label
    return sides
