"""The sentence in which words stand, and how it is cut at the words."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise

from vedette.records import Account, SectionKind, Span
from vedette.records.privacy import WITHHELD

ODD = re.compile("[^\\S ]|[\x00-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")
SPACES = re.compile(r"\s")
BREAKS = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
WIDEST = 400  # characters either side of the words, where a "sentence" has no end


@dataclass(frozen=True, slots=True)
class Passage:
    """Some words of a document (`words`, in reading order), the sentence they stand in, and its page if it has one.

    `section` is what kind of stretch the words stand in where that is not body text, such as a headline.
    """

    sentence: Span
    words: tuple[Span, ...]
    page: int | None
    section: SectionKind | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a passage; `marked` where it belongs to the words, `withheld` where a name stood."""

    text: str
    marked: bool
    withheld: bool = False


def find_passages(account: Account, spans: tuple[Span, ...]) -> tuple[Passage, ...]:
    """Give the passages that hold `spans`, in reading order; words of one sentence share a passage."""
    found: dict[tuple[int, int], list[Span]] = {}
    for span in sorted(set(spans)):
        found.setdefault(_bounds(account, span), []).append(span)
    return tuple(
        Passage(
            Span.of(account.document.text, start, end),
            tuple(words),
            account.document.page_of(words[0].start),
            next((held.kind for held in account.document.sections if held.span.overlaps(words[0])), None),
        )
        for (start, end), words in sorted(found.items())
    )


def cut_passage(passage: Passage, withheld: tuple[tuple[int, int], ...] = ()) -> tuple[Piece, ...]:
    """Cut a passage into marked and plain pieces; `withheld` are the offsets of names that must not be shown.

    Joined, the pieces are the sentence, save that each withheld name is one piece that says so.
    """
    sentence = passage.sentence
    hidden = [(start, end) for start, end in withheld if start < sentence.end and sentence.start < end]
    edges = {sentence.start, sentence.end}
    for start, end in [*hidden, *((word.start, word.end) for word in passage.words)]:
        edges |= {min(max(start, sentence.start), sentence.end), min(max(end, sentence.start), sentence.end)}
    for start, end in hidden:  # a name is one piece, whatever words begin or end inside it
        edges -= {edge for edge in edges if start < edge < end}
    cuts = sorted(edges)
    return tuple(_piece(passage, start, end, hidden) for start, end in pairwise(cuts))


def clean_text(text: str) -> str:
    """Make text from outside safe to show: control characters, which could drive a terminal, and lone surrogates go.

    Line breaks become spaces. Characters that turn the direction of writing go too: they could make a sentence
    read other than it stands.
    """
    if not ODD.search(text):
        return text
    return TURNS.sub("", BREAKS.sub("\N{REPLACEMENT CHARACTER}", SPACES.sub(" ", text)))


def _piece(passage: Passage, start: int, end: int, hidden: list[tuple[int, int]]) -> Piece:
    marked = any(word.start < end and start < word.end for word in passage.words)
    if any(first < end and start < last for first, last in hidden):
        return Piece(WITHHELD, marked, withheld=True)
    offset = passage.sentence.start
    return Piece(clean_text(passage.sentence.text[start - offset : end - offset]), marked)


def _bounds(account: Account, span: Span) -> tuple[int, int]:
    """Find the sentence, or the run of sentences, that `span` lies in; its lines where no sentence holds it."""
    sentences, text = account.sentences, account.document.text
    last = bisect_right(sentences, span.end - 1, key=lambda sentence: sentence.start) - 1
    first = bisect_right(sentences, span.start, key=lambda sentence: sentence.start) - 1
    held = first >= 0 and span.start < sentences[first].end and span.end <= sentences[last].end
    if held:
        start, end = sentences[first].start, sentences[last].end
    else:  # a headline or a dateline that the reader took for no sentence
        start = text.rfind("\n", 0, span.start) + 1
        newline = text.find("\n", span.end)
        end = newline if newline >= 0 else len(text)
    return max(start, span.start - WIDEST), min(end, span.end + WIDEST)
