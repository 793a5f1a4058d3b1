"""How well attributions are found in political news nobody here trained on (PolNeAR, Newell et al. 2018).

Takes: a folder with ``text/NAME.txt`` and ``attributions/NAME_ANNOTATOR.ann`` (brat stand-off), or a folder above it.
Gives, in percent: ``source``, ``cue``, ``content`` (each span once, right where it overlaps one of the gold, one to
one) and ``source_content`` (both overlap within one attribution). Attributions without a named source count for cue and
content only, theirs and ours alike. Where an article was marked up by several hands, the first by name is the gold and
the others give ``agreement``: the same figures between two hands, the ceiling of any reader. ``baseline``: every
"said", "says" or "say", with the longer side of its sentence as content and the other as source.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.bare import bare_document, every
from benchmarks.scoring import Tally, interval, match_once
from vedette.reading import load_reader, read_document, split_sentences
from vedette.records import Attribution, Document, Span

Pieces = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Said:
    """One attribution as its parts' characters; a part may be in pieces, and empty where there is none."""

    source: Pieces
    cue: Pieces
    content: Pieces


@dataclass(slots=True)
class _Score:
    total: dict[str, Tally] = field(default_factory=dict)
    by_document: dict[str, list[Tally]] = field(default_factory=dict)

    def add(self, given: Sequence[Said], wanted: Sequence[Said]) -> None:
        """Count one document."""
        for part in ("source", "cue", "content"):
            self._count(part, [(it,) for it in _once(given, part)], [(it,) for it in _once(wanted, part)])
        pairs = [[(it.source, it.content) for it in said if it.source and it.content] for said in (given, wanted)]
        self._count("source_content", *pairs)

    def _count(self, name: str, given: Sequence[tuple[Pieces, ...]], wanted: Sequence[tuple[Pieces, ...]]) -> None:
        def alike(i: int, j: int) -> float:
            shares = [_shared(one, two) for one, two in zip(given[i], wanted[j], strict=True)]
            return sum(shares) if all(shares) else 0.0

        right = len(match_once(given, wanted, alike))
        self.total.setdefault(name, Tally()).add(right, len(given), len(wanted))
        self.by_document.setdefault(name, []).append(Tally(right, len(given), len(wanted)))

    def figures(self) -> dict[str, Any]:
        """Give all four figures with their intervals."""
        return {
            name: tally.figures() | {"interval": list(interval(self.by_document[name]))}
            for name, tally in self.total.items()
        }


def run(data: Path, sample: int | None = None) -> dict[str, Any]:
    """Score every article under `data`, or `sample` articles at even distances."""
    articles = every(_articles(data), sample)
    model = load_reader(threads=1)
    ours, baseline, agreement = _Score(), _Score(), _Score()
    for document, marked in articles:
        gold = marked[0]
        ours.add([_as_said(it) for it in read_document(document, model).attributions], gold)
        baseline.add(said_rule(document), gold)
        for one, two in itertools.combinations(marked, 2):
            agreement.add(one, two)
    figures: dict[str, Any] = {"articles": len(articles), **ours.figures()}
    figures["baseline"] = {name: tally.figures()["f1"] for name, tally in baseline.total.items()}
    figures["agreement"] = {name: tally.figures()["f1"] for name, tally in agreement.total.items()}
    figures["what"] = "zero-shot: nothing of this corpus was trained on"
    return figures


def _once(said: Iterable[Said], part: str) -> list[Pieces]:
    return list(dict.fromkeys(pieces for it in said if (pieces := getattr(it, part))))


def _shared(one: Pieces, two: Pieces) -> float:
    """Give the characters that two parts share, as a share of all that either has."""
    both = sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in one for b in two)
    return both / (sum(b - a for a, b in (*one, *two)) - both) if both else 0.0


def _as_said(ours: Attribution) -> Said:
    source = () if ours.source == ours.cue else (_ends(ours.source),)
    return Said(source, (_ends(ours.cue),), (_ends(ours.content),))


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


_SAY = re.compile(r"\b(?:said|says?)\b")


def said_rule(document: Document) -> list[Said]:
    """Find attributions by one word: the baseline."""
    found = []
    for sentence in split_sentences(document):
        if say := _SAY.search(sentence.text):
            cue = sentence.start + say.start(), sentence.start + say.end()
            sides = sorted(((sentence.start, cue[0]), (cue[1], sentence.end)), key=lambda side: side[1] - side[0])
            source, content = (((side,) if side[0] < side[1] else ()) for side in sides)
            found.append(Said(source, (cue,), content))
    return found


# The files


def _articles(data: Path) -> list[tuple[Document, list[list[Said]]]]:
    """Read each article with what each hand marked in it, in order of name."""
    marked: dict[Path, list[list[Said]]] = {}
    for file in sorted(data.rglob("*.ann")) if data.is_dir() else []:
        text = file.parent.parent / "text" / f"{file.stem.rpartition('_')[0]}.txt"
        if text.exists():
            marked.setdefault(text, []).append(read_marks(file.read_text(encoding="utf-8")))
    if not marked:
        raise ValueError(f"{data}: no attributions/*.ann with an article in text/*.txt beside them")
    texts = {text: text.read_bytes().decode("utf-8") for text in marked}
    return [(bare_document(text.stem, texts[text]), marked[text]) for text in sorted(marked)]


def read_marks(lines: str) -> list[Said]:
    """Read the attributions of one brat file: T lines hold spans, E lines tie a cue to its source and content."""
    spans: dict[str, Pieces] = {}
    ties: list[str] = []
    for line in lines.splitlines():
        mark, _, rest = line.partition("\t")
        if mark.startswith("T"):
            ends = rest.partition("\t")[0].partition(" ")[2].split(";")
            spans[mark] = tuple((int(start), int(end)) for start, end in (pair.split() for pair in ends))
        elif mark.startswith("E"):
            ties.append(rest)
    found = []
    for tie in ties:
        parts: dict[str, Pieces] = {}
        for word in tie.split():
            name, _, mark = word.partition(":")
            kind = name.rstrip("0123456789")
            parts[kind] = parts.get(kind, ()) + spans.get(mark, ())
        found.append(Said(parts.get("Source", ()), parts.get("Cue", ()), parts.get("Content", ())))
    return found
