"""Small documents, and the spans of a reading."""

from __future__ import annotations

from collections.abc import Iterator

from vedette.records import Document, Reading, Section, SectionKind, Span


def document(text: str, *sections: tuple[SectionKind, str]) -> Document:
    """Make a document of a text; each section is named by its words."""
    found = tuple(Section(kind, Span.of(text, at := text.index(words), at + len(words))) for kind, words in sections)
    return Document("0" * 16, "0" * 64, "small", "text/plain", text, sections=found)


def spans_of(reading: Reading) -> Iterator[Span]:
    """Give every span that stands anywhere in a reading."""
    yield from reading.sentences
    for mention in reading.mentions:
        yield mention.span
    for trigger in reading.triggers:
        yield trigger.span
        for argument in trigger.arguments:
            yield from (span for span in (argument.span, argument.of, argument.whole) if span is not None)
    for said in reading.attributions:
        yield from (said.source, said.cue, said.content)
    for tie in reading.ties:
        yield from (tie.a, tie.b)
