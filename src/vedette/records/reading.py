"""What the reader model finds in one document, before any value is resolved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from vedette.records.span import Span
from vedette.records.vocabulary import AttributionKind, Certainty, EventType, Relation, Role, Stance, Trend


class MentionKind(StrEnum):
    """What sort of thing a mention names, whatever event it belongs to."""

    TRIGGER = "trigger"
    ACTOR = "actor"  # any party: who does it, or to whom it is done
    PLACE = "place"
    DATE = "date"
    COUNT = "count"
    WEAPON = "weapon"
    TARGET = "target"  # a thing that is hit or damaged
    CUE = "cue"


@dataclass(frozen=True, slots=True)
class Mention:
    """A typed span."""

    kind: MentionKind
    span: Span
    confidence: float


@dataclass(frozen=True, slots=True)
class Argument:
    """A mention in a role of one trigger. `certainty` stands on actors; `of` and `whole` on counts.

    `of` is whom a count counts; `whole` is the span of the total that it is a part of.
    """

    role: Role
    span: Span
    confidence: float
    certainty: Certainty | None = None
    of: Span | None = None
    whole: Span | None = None


@dataclass(frozen=True, slots=True)
class Trigger:
    """One mention of a happening, with what the text binds to it.

    `same` holds, for other triggers of the document (by index), how likely the two tell of the same happening,
    0 to 1, where the model saw both in one window. `deed` is the index of the trigger that a CLAIM or DENY speaks of.
    """

    span: Span
    type: EventType
    mode: str | None
    stance: Stance
    background: bool
    confidence: float
    arguments: tuple[Argument, ...] = ()
    same: tuple[tuple[int, float], ...] = ()
    deed: int | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says so: the source's words, the cue that shows it, the clause said; `within` is an index or None.

    Where no source is named ("reportedly"), `source` and `cue` are the same span.
    """

    source: Span
    cue: Span
    content: Span
    kind: AttributionKind
    within: int | None
    confidence: float


def outwards(attributions: Sequence[Attribution], index: int | None) -> Iterator[int]:
    """Give the index of an attribution and of each that it is nested in; nesting that bites its own tail ends there."""
    seen: set[int] = set()
    while index is not None and index not in seen:
        seen.add(index)
        yield index
        index = attributions[index].within


def innermost(spans: Sequence[Span], attributions: Sequence[Attribution]) -> int | None:
    """Give the index of the attribution whose content holds all `spans` most closely; None means the publisher itself.

    Where two attributions share a content ("the Herald, quoting the police"), the nested one is the innermost.
    """
    holding = [
        (said.content.end - said.content.start, -sum(1 for _ in outwards(attributions, index)), index)
        for index, said in enumerate(attributions)
        if all(said.content.contains(span) for span in spans)
    ]
    return min(holding)[2] if holding else None


@dataclass(frozen=True, slots=True)
class TieMention:
    """Two actors' words and the relation between them, read "a RELATION b"."""

    a: Span
    b: Span
    relation: Relation
    trend: Trend | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Reading:
    """All that the reader finds in one document; sentences are in reading order and do not overlap."""

    document_id: str
    sentences: tuple[Span, ...]
    triggers: tuple[Trigger, ...] = ()
    mentions: tuple[Mention, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    ties: tuple[TieMention, ...] = ()
