"""A text of which a corpus marks a part → windows with labels.

Where a sentence holds something that is marked, the reader is asked too: a span of its own that takes in or overlaps
the marked one is kept for it, so that the corpus teaches what a span is and not how ours are cut; a word that neither
marks is outside. All else stays `IGNORE`: it is not known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from benchmarks.bare import bare_document
from training.features import IGNORE, Anchor, Example, Labels, mark, positions, window_of
from vedette.reading import ReaderModel, read_document
from vedette.reading import labels as names
from vedette.reading.windows import Token, cut_windows, sentence_tokens
from vedette.records import EventType, MentionKind, Reading, Role, Span, Trigger

Marks = Sequence[tuple[str, Span]]
_LAYERS = {role: layer for layer in (names.PARTY, names.SETTING) for role in names.LAYERS[layer]}
_KINDS = {
    MentionKind.ACTOR: "party",
    MentionKind.PLACE: "place",
    MentionKind.DATE: "date",
    MentionKind.WEAPON: "weapon",
}


@dataclass(frozen=True, slots=True)
class Deed:
    """A trigger and those of its arguments that stand in its own sentence."""

    trigger: Span
    type: EventType
    arguments: tuple[tuple[Role, Span], ...]


@dataclass(frozen=True, slots=True)
class PartialText:
    """What one corpus marks of one document.

    `deeds` have triggers of their own. `bound` are arguments without one: they belong to every trigger of that type
    that the reader finds in their sentence. `mentions` are words, by kind, that are an argument of some event. `genre`
    is 0 for a text of another walk of life.
    """

    name: str
    text: str
    deeds: tuple[Deed, ...] = ()
    bound: tuple[tuple[EventType, Role, Span], ...] = ()
    mentions: tuple[tuple[str, Span], ...] = ()
    genre: int | None = None


def examples_of_part(part: PartialText, model: ReaderModel) -> Iterator[Example]:
    """Cut one text into windows and label them; a window that would teach nothing is left out."""
    document = bare_document(part.name, part.text)
    free = read_document(document, model)
    deeds = [*part.deeds, *_bound(part, free)]
    asked = sorted({(deed.trigger, deed.type) for deed in deeds})
    told = {(it.span, it.type): it for it in read_document(document, model, asked).triggers} if asked else {}
    tokens = sentence_tokens(part.text, free.sentences, model.tokenize(part.text))
    found = {
        names.TRIGGER: [(str(it.type), it.span) for it in free.triggers],
        names.MENTION: [(_KINDS[it.kind], it.span) for it in free.mentions if it.kind in _KINDS],
    }
    marked: dict[str, Marks] = {
        names.TRIGGER: [(str(deed.type), deed.trigger) for deed in part.deeds],
        names.MENTION: part.mentions,
    }
    for window in cut_windows(tokens, model.longest):
        if not window.tokens:
            continue
        taggers = {name: np.full(len(window.tokens) + 2, IGNORE, dtype=np.int64) for name in names.TAGGERS}
        for name, marks in marked.items():
            taggers[name] = agreed(window.tokens, names.TAGGERS[name], marks, found[name], free.sentences)
        if part.genre is not None and not any(positions(window.tokens, it.span) for it in free.triggers):
            taggers[names.GENRE][0] = part.genre
        anchors = [
            anchor
            for deed in deeds
            if (anchor := _anchor(deed, told.get((deed.trigger, deed.type)), window.tokens, free.sentences))
        ]
        if anchors or any((labels != IGNORE).any() for labels in taggers.values()):
            yield window_of(window.tokens, taggers, anchors)


def _bound(part: PartialText, free: Reading) -> Iterator[Deed]:
    """Bind arguments without a trigger to the reader's triggers in their sentences."""
    for it in free.triggers:
        sentence = next(its for its in free.sentences if its.overlaps(it.span))
        held = [(role, span) for kind, role, span in part.bound if kind is it.type and span.overlaps(sentence)]
        if held:
            yield Deed(it.span, it.type, tuple(held))


def _anchor(deed: Deed, told: Trigger | None, tokens: Sequence[Token], sentences: Iterable[Span]) -> Anchor | None:
    """Ask a trigger for those layers of which the corpus marks something; None where it stands in another window."""
    where = positions(tokens, deed.trigger)
    layers: dict[str, Labels] = {}
    for layer in (names.PARTY, names.SETTING):
        marks = [(str(role), span) for role, span in deed.arguments if _LAYERS[role] == layer]
        answered = [(str(it.role), it.span) for it in told.arguments if _LAYERS.get(it.role) == layer] if told else []
        if marks:
            layers[layer] = agreed(tokens, names.LAYERS[layer], marks, answered, sentences)
    if where is None or not layers:
        return None
    return Anchor(*where, names.ANCHOR_KINDS.index(deed.type), layers)


def agreed(
    tokens: Sequence[Token], known: Sequence[str], marks: Marks, answered: Marks, sentences: Iterable[Span]
) -> Labels:
    """Label the tokens (L,) of a window by what a corpus marks and what the reader answers, with labels of `known`."""
    labels: Labels = np.full(len(tokens) + 2, IGNORE, dtype=np.int64)
    spans = [span for _, span in marks]
    for sentence in sentences:
        if any(sentence.overlaps(span) for span in spans) and (where := positions(tokens, sentence)):
            labels[where[0] : where[1] + 1] = 0
    for _, span in answered:
        if (where := positions(tokens, span)) and not any(span.overlaps(other) for other in spans):
            labels[where[0] : where[1] + 1] = IGNORE
    for label, span in marks:
        longer = next((own for _, own in answered if own.overlaps(span)), span)
        mark(labels, tokens, longer, list(known).index(label))
    return labels
