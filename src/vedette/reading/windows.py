"""What the encoder sees at once: whole sentences with their neighbours, overlapping little.

A window holds as many sentences as fit. Two sentences of context stand before the ones it *owns* and one after;
only what is found in owned sentences counts, so that every sentence is read once, with its neighbours in sight.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from vedette.records import Span

LEFT_CONTEXT = 2
RIGHT_CONTEXT = 1


class Encoding(Protocol):
    """What `tokenizers` gives for one text: token ids, and each token's characters (start, end) in the text."""

    @property
    def ids(self) -> list[int]: ...  # noqa: D102

    @property
    def offsets(self) -> list[tuple[int, int]]: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Token:
    """One word piece: its id, its characters in the document, the sentence it stands in, and its letter case."""

    id: int
    start: int
    end: int
    sentence: int
    case: int


@dataclass(frozen=True, slots=True)
class Window:
    """Tokens that are encoded together; those from `own_from` to `own_to` (exclusive) are the window's own.

    `glued` are the positions, counted from 1, of tokens that follow the one before without a space.
    """

    tokens: tuple[Token, ...]
    own_from: int
    own_to: int
    glued: frozenset[int] = frozenset()
    starts: tuple[int, ...] = field(init=False, repr=False, compare=False)
    ends: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Lay out where tokens start and end: spans are looked up very often."""
        object.__setattr__(self, "starts", tuple(token.start for token in self.tokens))
        object.__setattr__(self, "ends", tuple(token.end for token in self.tokens))

    def positions(self, span: Span) -> range:
        """Give the positions, counted from 1, of the tokens that share a character with `span`."""
        if not self.tokens or span.start >= self.tokens[-1].end or span.end <= self.tokens[0].start:
            return range(0)
        first = bisect.bisect_right(self.ends, span.start)
        last = bisect.bisect_left(self.starts, span.end)
        return range(first + 1, last + 1)


LOWER, TITLE, UPPER, DIGIT = range(4)


def case_of(piece: str) -> int:
    """Tell a word piece's letter case: the encoder is uncased, but names are written with capitals."""
    if any(character.isdigit() for character in piece):
        return DIGIT
    if not piece[:1].isupper():
        return LOWER
    return UPPER if len(piece) > 1 and piece.isupper() else TITLE


def sentence_tokens(text: str, sentences: Sequence[Span], encoding: Encoding) -> list[list[Token]]:
    """Sort a document's word pieces into its sentences; pieces outside every sentence are left out."""
    sorted_in: list[list[Token]] = [[] for _ in sentences]
    index = 0
    for piece_id, (start, end) in zip(encoding.ids, encoding.offsets, strict=True):
        while index < len(sentences) and sentences[index].end <= start:
            index += 1
        if index == len(sentences):
            break
        if start >= sentences[index].start and end > start:
            sorted_in[index].append(Token(piece_id, start, end, index, case_of(text[start:end])))
    return sorted_in


def cut_windows(sentences: Sequence[Sequence[Token]], longest: int) -> Iterator[Window]:
    """Cut a document into windows of at most `longest` tokens; each sentence is owned by exactly one window.

    A sentence longer than a window is cut into pieces that are read one by one.
    """
    pieces = [
        list(sentence[at : at + longest]) for sentence in sentences for at in range(0, max(1, len(sentence)), longest)
    ]
    lengths = [len(piece) for piece in pieces]
    first = 0
    while first < len(pieces):
        left, room = first, longest - lengths[first]
        while left > 0 and first - left < LEFT_CONTEXT and lengths[left - 1] <= room // 2:
            left -= 1
            room -= lengths[left]
        last = first + 1
        while last < len(pieces) and lengths[last] <= room:
            room -= lengths[last]
            last += 1
        # Where the document goes on, the last sentence that fits is only context, unless it is the only one.
        owned_to = max(first + 1, last - RIGHT_CONTEXT) if last < len(pieces) else last
        tokens = tuple(token for piece in pieces[left:last] for token in piece)
        own_from = sum(lengths[left:first])
        glued = frozenset(at for at in range(2, len(tokens) + 1) if tokens[at - 1].start == tokens[at - 2].end)
        yield Window(tokens, own_from, own_from + sum(lengths[first:owned_to]), glued)
        first = owned_to
