"""Where sentences begin and end; headlines, bylines and boilerplate are left out.

Rules, not a model: news sentences end in a mark followed by a capital, and the exceptions are a short list.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from importlib import resources

import yaml

from vedette.records import Document, SectionKind, Span

_BLOCK = re.compile(r"\n[ \t]*\n|\n(?=[ \t]*(?:[-•*–▪●]|\d{1,2}[.)])\s)")
# Possessive, and from the first mark only: a run of a thousand dots is looked at once, not once for every dot.
_END = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’»)\]]*+(?=\s)|[.!?][”’\"'](?=[A-Z])|(?<=[a-z0-9]):(?=\s*\n)")
_OPENERS = "\"'“‘«([—–-•*"

_NUMBERED = re.compile(r"\(?\d{1,2}")  # of a list that runs on in its paragraph: "2. On the following day"


@functools.cache
def _words() -> dict[str, frozenset[str]]:
    stored = yaml.safe_load((resources.files("vedette.reading") / "sentences.yaml").read_text(encoding="utf-8"))
    return {name: frozenset(words.split()) for name, words in stored.items()}


def split_sentences(document: Document) -> tuple[Span, ...]:
    """Give the document's sentences in reading order, without overlap.

    A document that is nothing but a headline is read as one: otherwise headlines only repeat what the body tells.
    """
    left_out = [section.span for section in document.sections]
    sentences = tuple(_sentences_outside(document.text, left_out))
    if sentences:
        return sentences
    kept = [section.span for section in document.sections if section.kind is not SectionKind.HEADLINE]
    return tuple(_sentences_outside(document.text, kept))


def _sentences_outside(text: str, left_out: list[Span]) -> Iterator[Span]:
    at = 0
    for span in sorted(left_out):
        if span.start > at:
            yield from _split(text, at, span.start)
        at = max(at, span.end)
    if at < len(text):
        yield from _split(text, at, len(text))


def _split(text: str, start: int, end: int) -> Iterator[Span]:
    for first, last in _blocks(text, start, end):
        at = first
        for match in _END.finditer(text, first, last):
            if _ends_here(text, at, match, last):
                yield from _trimmed(text, at, match.end())
                at = match.end()
        yield from _trimmed(text, at, last)


def _blocks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for match in _BLOCK.finditer(text, start, end):
        yield at, match.start()
        at = match.end()
    yield at, end


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start and any(character.isalnum() for character in text[start:end]):
        yield Span.of(text, start, end)


def _ends_here(text: str, start: int, match: re.Match[str], last: int) -> bool:
    rest = text[match.end() : min(last, match.end() + 40)].lstrip()
    if not rest:
        return True
    following = rest.lstrip(_OPENERS + " ")[:1]
    if not match.group().startswith("."):
        # A question inside quotation marks goes on: "Why now?" he asked.
        return not following.islower()
    if following.islower():
        return False
    word = _word_before(text, start, match.start())
    bare, words = word.lower(), _words()
    if bare in words["never_end"] or _NUMBERED.fullmatch(text[start : min(match.start(), start + 8)].strip()):
        return False
    if bare in words["may_end"] or re.fullmatch(r"(?:[A-Za-z]\.)*[A-Za-z]", word):
        first_word = re.match(r"\w+", rest.lstrip(_OPENERS + " "))
        starts = first_word is not None and first_word.group().lower() in words["beginners"]
        return starts and len(word) > 1
    return not (following.isdigit() and bare in words["before_numbers"])


def _word_before(text: str, start: int, end: int) -> str:
    at = end
    while at > start and not text[at - 1].isspace() and text[at - 1] not in "(\"“‘'":
        at -= 1
    return text[at:end]
