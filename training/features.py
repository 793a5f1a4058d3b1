"""One report → the labels of every head, window by window.

Partial labels: a head that a corpus says nothing of gets `IGNORE` everywhere, and learns nothing from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from training.corpus import GoldEvent, GoldReport, counts_of
from vedette.reading import labels as names
from vedette.reading.model import CLS, SEP
from vedette.reading.windows import Token, cut_windows, sentence_tokens
from vedette.records import COUNT_ROLES, Role, Span

IGNORE = -100
Labels = npt.NDArray[np.int64]


@dataclass(slots=True)
class Anchor:
    """One question to the conditional head: first and last token, kind, and the labels of each layer (L,)."""

    first: int
    last: int
    kind: int
    layers: dict[str, Labels]
    stance: int = IGNORE
    background: int = IGNORE
    mode: int = IGNORE
    trend: int = IGNORE


@dataclass(slots=True)
class Example:
    """One window with all its labels; arrays are (L,)."""

    ids: Labels
    cases: Labels
    sentences: Labels
    taggers: dict[str, Labels]
    anchors: list[Anchor] = field(default_factory=list)


def examples_of(report: GoldReport, tokenizer: Tokenizer, modes: Sequence[str], longest: int) -> Iterable[Example]:
    """Cut one report into windows of at most `longest` tokens and label them."""
    tokens = sentence_tokens(report.text, report.sentences, tokenizer.encode(report.text, add_special_tokens=False))
    for window in cut_windows(tokens, longest):
        yield _Labeller(report, window.tokens, modes).example()


def join(left: Example, right: Example) -> Example:
    """Put two windows behind one another as if one text told both; what one asks is answered by none of the other's."""
    shift = len(left.ids) - 2  # the last token of the left and the first of the right fall away

    def behind(a: Labels, b: Labels) -> Labels:
        return np.concatenate([a[:-1], b[1:]])

    def unanswered(labels: Labels, name: str) -> Labels:
        return np.full(len(labels), IGNORE, dtype=np.int64) if name == "certainty" else outside(len(labels))

    taggers = {name: behind(left.taggers[name], right.taggers[name]) for name in left.taggers}
    genres = left.taggers[names.GENRE][0], right.taggers[names.GENRE][0]
    taggers[names.GENRE][0] = 1 if 1 in genres else min(genres)  # IGNORE is less than 0
    later = right.sentences.copy()
    later[1:-1] += left.sentences[1:-1].max(initial=-1) + 1 - later[1:-1].min(initial=0)
    return Example(
        ids=behind(left.ids, right.ids),
        cases=behind(left.cases, right.cases),
        sentences=behind(left.sentences, later),
        taggers=taggers,
        anchors=[
            *(
                replace(a, layers={n: behind(found, unanswered(right.ids, n)) for n, found in a.layers.items()})
                for a in left.anchors
            ),
            *(
                replace(
                    a,
                    first=a.first + shift,
                    last=a.last + shift,
                    layers={n: behind(unanswered(left.ids, n), found) for n, found in a.layers.items()},
                )
                for a in right.anchors
            ),
        ],
    )


def outside(length: int) -> Labels:
    """Give the labels of a window of this many tokens in which nothing is marked; its two ends teach nothing."""
    labels = np.zeros(length, dtype=np.int64)
    labels[[0, -1]] = IGNORE
    return labels


def mark(labels: Labels, tokens: Sequence[Token], span: Span, label: int) -> None:
    """Mark the tokens of a span in BIO; a span that is not in the window marks nothing."""
    if (where := positions(tokens, span)) is not None:
        labels[where[0]] = 1 + 2 * label
        labels[where[0] + 1 : where[1] + 1] = 2 + 2 * label


def positions(tokens: Sequence[Token], span: Span) -> tuple[int, int] | None:
    """Give the first and last token of a span, counting the [CLS] that stands before the window's first."""
    inside = [i for i, token in enumerate(tokens, 1) if token.start < span.end and token.end > span.start]
    return (inside[0], inside[-1]) if inside else None


def window_of(tokens: Sequence[Token], taggers: dict[str, Labels], anchors: list[Anchor]) -> Example:
    """Put the tokens of a window between [CLS] and [SEP], with their labels."""
    return Example(
        ids=np.array([CLS, *(token.id for token in tokens), SEP]),
        cases=np.array([0, *(token.case for token in tokens), 0]),
        sentences=np.array([-1, *(token.sentence for token in tokens), -1]),
        taggers=taggers,
        anchors=anchors,
    )


class _Labeller:
    """Labels one window; token positions count the [CLS] that stands before the first."""

    def __init__(self, report: GoldReport, tokens: Sequence[Token], modes: Sequence[str]) -> None:
        self.report = report
        self.tokens = tokens
        self.modes = modes
        self.length = len(tokens) + 2

    def example(self) -> Example:
        tagged = {name: outside(self.length) for name in names.TAGGERS}
        for event in self.report.events:
            for trigger in event.triggers:
                mark(tagged[names.TRIGGER], self.tokens, trigger, names.TAGGERS[names.TRIGGER].index(event.type))
            for argument in event.arguments:
                if (kind := _mention_kind(argument.role)) is not None:
                    mark(tagged[names.MENTION], self.tokens, argument.span, names.TAGGERS[names.MENTION].index(kind))
        for said in self.report.attributions:
            mark(tagged[names.CUE], self.tokens, said.cue, names.TAGGERS[names.CUE].index(said.kind))
        for tie in self.report.ties:
            mark(tagged[names.TIE], self.tokens, tie.a, 0)
        tagged[names.GENRE] = self._genre(tagged[names.TRIGGER])
        anchors = [*self._trigger_anchors(), *self._cue_anchors(), *self._count_anchors(), *self._tie_anchors()]
        return window_of(self.tokens, tagged, anchors)

    def _genre(self, triggers: Labels) -> Labels:
        """Label the first place: 1 where something happens, 0 in a report of another walk of life, else not known."""
        labels = np.full(self.length, IGNORE, dtype=np.int64)
        if (triggers > 0).any():
            labels[0] = 1
        elif not self.report.events:
            labels[0] = 0
        return labels

    def _anchor(self, span: Span, kind: str, layers: str) -> Anchor | None:
        if (where := positions(self.tokens, span)) is None:
            return None
        found = {name: outside(self.length) for name in names.ANCHOR_LAYERS[layers]}
        return Anchor(*where, names.ANCHOR_KINDS.index(kind), found)

    def _fill(self, anchor: Anchor, layer: str, label: str, span: Span) -> None:
        mark(anchor.layers[layer], self.tokens, span, names.LAYERS[layer].index(label))

    def _trigger_anchors(self) -> Iterable[Anchor]:
        by_id = {event.id: event for event in self.report.events}
        for event in self.report.events:
            for trigger in event.triggers:
                anchor = self._anchor(trigger, event.type, "trigger")
                if anchor is None:
                    continue
                anchor.stance = names.STANCES.index(event.stance)
                anchor.background = int(event.background)
                anchor.mode = self.modes.index(f"{event.type}/{event.mode}" if event.mode else "none")
                self._fill_arguments(anchor, event)
                for other in event.triggers:
                    if other != trigger:
                        self._fill(anchor, names.LINK, "same", other)
                deed = by_id.get(event.of_event or "")
                for other in deed.triggers if deed else ():
                    self._fill(anchor, names.LINK, "deed", other)
                yield anchor

    def _fill_arguments(self, anchor: Anchor, event: GoldEvent) -> None:
        certainty = np.full(self.length, IGNORE, dtype=np.int64)
        for argument in event.arguments:
            layer = next(name for name, roles in names.LAYERS.items() if argument.role in roles)
            self._fill(anchor, layer, argument.role, argument.span)
            if argument.certainty is not None and (where := positions(self.tokens, argument.span)) is not None:
                certainty[where[0] : where[1] + 1] = names.CERTAINTIES.index(argument.certainty)
        anchor.layers["certainty"] = certainty

    def _cue_anchors(self) -> Iterable[Anchor]:
        for said in self.report.attributions:
            anchor = self._anchor(said.cue, names.CUE, names.CUE)
            if anchor is None:
                continue
            self._fill(anchor, names.CLAUSE, "content", said.content)
            self._fill(anchor, names.PARTY, "source", said.source)
            if said.within is not None:
                self._fill(anchor, names.LINK, "within", self.report.attributions[said.within].cue)
            yield anchor

    def _count_anchors(self) -> Iterable[Anchor]:
        for event in self.report.events:
            for argument in counts_of(event):
                anchor = self._anchor(argument.span, "count", "count")
                if anchor is None:
                    continue
                if argument.of is not None:
                    self._fill(anchor, names.PARTY, "of", argument.of)
                if argument.part_of is not None:
                    self._fill(anchor, names.COUNT, "whole", event.arguments[argument.part_of].span)
                yield anchor

    def _tie_anchors(self) -> Iterable[Anchor]:
        for a in dict.fromkeys(tie.a for tie in self.report.ties):
            anchor = self._anchor(a, names.TIE, names.TIE)
            if anchor is None:
                continue
            for tie in self.report.ties:
                if tie.a == a:
                    self._fill(anchor, names.RELATION, tie.relation, tie.b)
                    anchor.trend = names.TRENDS.index(tie.trend or "none")
            yield anchor


def _mention_kind(role: Role) -> str | None:
    if role in COUNT_ROLES:
        return "count"
    return {
        Role.ACTOR: "party",
        Role.RECIPIENT: "party",
        Role.PLACE: "place",
        Role.DATE: "date",
        Role.WEAPON: "weapon",
        Role.DAMAGE: "thing",
    }.get(role)


def modes_in(reports: Iterable[GoldReport]) -> list[str]:
    """List every "TYPE/mode" that the reports use, sorted, after "none"."""
    return [
        "none",
        *sorted({f"{event.type}/{event.mode}" for report in reports for event in report.events if event.mode}),
    ]
