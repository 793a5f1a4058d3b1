"""Which documents repeat another's text: by agency, by hand, with changes.

Texts are compared by their runs of four words (shingles). Candidates come from MinHash bands (Broder 1997), so that a
million texts need not be compared pairwise; each candidate is then compared exactly. An agency's name at the head of
a text, "(Reuters)", lowers what must be shared: whoever names the agency says that the text is not their own.
"""

from __future__ import annotations

import functools
import hashlib
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from vedette.incidents.joining import join, root_of
from vedette.incidents.wording import fold
from vedette.records import Document

SHINGLE = 4  # words
SHARED = 0.3  # of the shorter text's shingles: more than two reporters would ever share by chance
SHARED_WITH_TAG = 0.12
BANDS, ROWS = 32, 2  # finds nine in ten of the pairs that share 0.3 of their shingles
_HEAD = 160  # characters in which an agency's tag stands
_PRIME = (1 << 31) - 1
_WORD = re.compile(r"\w+")
_TAG = re.compile(r"\(([^()\d]{3,40})\)")

Hashes = npt.NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class _Text:
    """One document as copies see it."""

    document: Document
    shingles: frozenset[int]
    tags: frozenset[str]


def find_copies(documents: Sequence[Document]) -> dict[str, str]:
    """Give, for each document that repeats another's text, the id of the one it repeats: the first of its group."""
    texts = {document.id: _text(document) for document in documents}
    groups: dict[str, str] = {identity: identity for identity in texts}
    for one, two in sorted(_candidates(texts)):
        if _are_copies(texts[one], texts[two]):
            join(groups, one, two)
    members: dict[str, list[_Text]] = defaultdict(list)
    for identity in sorted(texts):
        members[root_of(groups, identity)].append(texts[identity])
    copies = {}
    for group in members.values():
        first = min(group, key=lambda text: _precedence(text, group))
        copies.update({text.document.id: first.document.id for text in group if text is not first})
    return copies


def _text(document: Document) -> _Text:
    words = [fold(word) for word in _WORD.findall(document.text)]
    runs = {" ".join(words[at : at + SHINGLE]) for at in range(max(1, len(words) - SHINGLE + 1))}
    hashed = frozenset(
        int.from_bytes(hashlib.blake2b(run.encode(), digest_size=4).digest()) % _PRIME for run in sorted(runs)
    )
    tags = frozenset(
        part.strip() for found in _TAG.findall(document.text[:_HEAD]) for part in fold(found).split("/") if part.strip()
    )
    return _Text(document, hashed, tags)


@functools.cache
def _coefficients() -> tuple[Hashes, Hashes]:
    draw = np.random.default_rng(1997)
    size = (BANDS * ROWS, 1)
    return (
        draw.integers(1, _PRIME, size=size, dtype=np.uint64),
        draw.integers(0, _PRIME, size=size, dtype=np.uint64),
    )


def _candidates(texts: dict[str, _Text]) -> set[tuple[str, str]]:
    factors, offsets = _coefficients()
    buckets: dict[tuple[int, bytes], list[str]] = defaultdict(list)
    for identity, text in texts.items():
        shingles = np.fromiter(sorted(text.shingles), dtype=np.uint64, count=len(text.shingles))
        lowest = ((factors * shingles + offsets) % np.uint64(_PRIME)).min(axis=1)
        for band in range(BANDS):
            buckets[band, lowest[band * ROWS : (band + 1) * ROWS].tobytes()].append(identity)
    return {
        (min(one, two), max(one, two))
        for found in buckets.values()
        for place, one in enumerate(found)
        for two in found[place + 1 :]
    }


def _are_copies(one: _Text, two: _Text) -> bool:
    fewest = min(len(one.shingles), len(two.shingles))
    shared = len(one.shingles & two.shingles) / fewest if fewest else 0.0
    return shared >= SHARED or (shared >= SHARED_WITH_TAG and _name_one_agency(one, two))


def _name_one_agency(one: _Text, two: _Text) -> bool:
    return bool(one.tags & two.tags) or _credits(one, two) or _credits(two, one)


def _credits(copy: _Text, source: _Text) -> bool:
    """Tell whether the head of `copy` names the publisher of `source`."""
    publisher = fold(source.document.publisher or "")
    return any(tag == publisher or (len(tag) > SHINGLE and publisher.startswith(tag)) for tag in copy.tags)


def _precedence(text: _Text, group: Sequence[_Text]) -> tuple[bool, str, str]:
    """Order a group: whoever names another's agency comes after it; then by date, the unknown last; then by id."""
    published = text.document.published.date
    follows = any(other is not text and _credits(text, other) and not _credits(other, text) for other in group)
    return follows, published.isoformat() if published else "9999", text.document.id
