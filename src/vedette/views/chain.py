"""Who says so, link by link up to whoever published the document."""

from __future__ import annotations

from dataclasses import dataclass

from vedette.records import Account, AttributionKind, Span
from vedette.records.reading import outwards
from vedette.views.wording import name_publisher

ARROW = " ← "


@dataclass(frozen=True, slots=True)
class Voice:
    """One link of a chain; `source` and `cue` are the document's words, both None for the publisher itself."""

    name: str
    kind: AttributionKind | None = None
    source: Span | None = None
    cue: Span | None = None


def trace_voices(account: Account, attribution: int | None) -> tuple[Voice, ...]:
    """Follow an attribution outwards: the innermost source first, the publisher last."""
    chain = (account.attributions[index] for index in outwards(account.attributions, attribution))
    voices = (Voice(said.source.text, said.kind, said.source, said.cue) for said in chain)
    return (*voices, Voice(name_publisher(account.document)))


def word_voices(voices: tuple[Voice, ...]) -> str:
    """Write a chain in one line, the publisher at the end: "police ← Reuters ← The Herald"."""
    return ARROW.join(voice.name for voice in voices)
