"""Corpora of which only a part is marked: each teaches that part, and `IGNORE` stands for all else.

The configuration names those that are used (`partial`); how many of their windows an epoch draws is a stage's `aside`.
Documents are split by the hash of their names, and one that a *tune* or *dev* report was cut from is left out, in
whichever corpus it comes back.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tokenizers import Tokenizer

from training.corpus import GoldReport
from training.event_places import place_examples
from training.features import Example
from training.partial_corpora import READERS
from training.partial_text import PartialText, examples_of_part
from vedette.reading import ReaderModel

EVENT_PLACES = "event_location"
TAUGHT = (EVENT_PLACES, *READERS)
RUN = 12  # words in a row by which a text is known again
LEFT_OUT = 5  # one document of so many is left to measure with


def teach(
    taught: Sequence[str], corpora: Path, held_out: Iterable[GoldReport], tokenizer: Tokenizer, model: Path
) -> list[Example]:
    """Give the windows of the corpora named in `taught`, below the folder `corpora`.

    What they do not mark is filled in by the reader in the folder `model`. Prints how many windows each gives, and a
    hash of them. ValueError where a name is not known.
    """
    if unknown := sorted({*taught} - {*TAUGHT}):
        raise ValueError(f"no partly marked corpus {', '.join(unknown)}: choose from {', '.join(TAUGHT)}")
    if not taught:
        return []
    reader = ReaderModel(model)
    held = frozenset(run for report in held_out for run in runs(report.text))
    examples: list[Example] = []
    for name in taught:
        if name == EVENT_PLACES:
            found = list(place_examples(corpora, tokenizer, reader))
        else:
            texts = (text for text in READERS[name](corpora) if is_taught(text, held))
            found = [example for text in texts for example in examples_of_part(text, reader)]
        print(f"{name}: {len(found)} windows, {fingerprint(found)}", flush=True)
        examples += found
    return examples


def is_taught(part: PartialText, held: frozenset[tuple[str, ...]]) -> bool:
    """Say whether a text may be trained on: by its name, and since it shares no run of words with what is held out."""
    drawn = hashlib.sha256(part.name.encode()).digest()[0] % LEFT_OUT
    return drawn != 0 and held.isdisjoint(runs(part.text))


def runs(text: str) -> Iterator[tuple[str, ...]]:
    """Give every run of `RUN` words of a text, in lower case, without what stands between words."""
    words = re.findall(r"\w+", text.lower())
    return zip(*(words[at:] for at in range(RUN)), strict=False)


def fingerprint(examples: Iterable[Example]) -> str:
    """Name windows by their tokens and labels."""
    digest = hashlib.sha256()
    for example in examples:
        digest.update(example.ids.tobytes())
        for labels in example.taggers.values():
            digest.update(labels.tobytes())
        for anchor in example.anchors:
            digest.update(bytes(f"{anchor.first} {anchor.last} {anchor.kind} {anchor.stance}", "ascii"))
            for labels in anchor.layers.values():
                digest.update(labels.tobytes())
    return digest.hexdigest()[:16]
