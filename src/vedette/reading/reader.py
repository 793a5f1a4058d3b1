"""One document through the reader model: sentences, windows, taggers, anchors, and all of it back in characters."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from vedette.reading import labels as names
from vedette.reading.decode import Found, beside, find_stretches, says_nothing, softmax, to_spans
from vedette.reading.model import Answers, Batch, Question, ReaderModel, lay_out
from vedette.reading.sentences import split_sentences
from vedette.reading.windows import Window, cut_windows, sentence_tokens
from vedette.records import (
    COUNT_ROLES,
    Argument,
    Attribution,
    AttributionKind,
    Certainty,
    Document,
    EventType,
    Mention,
    MentionKind,
    Reading,
    Relation,
    Role,
    Span,
    Stance,
    TieMention,
    Trend,
    Trigger,
)
from vedette.records.odds import log_odds

TELLING = 128  # word pieces after which a window has said what kind of text it is from

_ROLES = {str(role): role for role in Role}
_SLICES = names.layer_slices()
_TAGS = names.tagger_slices()
# The layers that an anchor of each kind is asked for; a trigger's words also tell how certain its actors are.
_LAYERS_OF = [
    (*names.ANCHOR_LAYERS.get(kind, names.ANCHOR_LAYERS["trigger"]), "certainty") for kind in names.ANCHOR_KINDS
]
_MENTION_KINDS = {
    "party": MentionKind.ACTOR,
    "place": MentionKind.PLACE,
    "date": MentionKind.DATE,
    "weapon": MentionKind.WEAPON,
    "count": MentionKind.COUNT,
    "thing": MentionKind.TARGET,
}


def read_document(
    document: Document, model: ReaderModel, given: Sequence[tuple[Span, EventType]] | None = None
) -> Reading:
    """Find what one document says. With triggers `given`, only what belongs to them is found (for benchmarks).

    The same document gives the same reading, however many are read beside it: every window is read alone.
    """
    found = split_sentences(document)
    if not found:
        return Reading(document.id, ())
    return _Pass(document.text, found, model, given).reading(document.id)


@dataclass(slots=True)
class _Anchor:
    """A span that asks, where it stands, and what the head answered; `layers` are shares per layer (L, ·)."""

    span: Span
    label: int
    confidence: float
    question: Question
    window: Window
    layers: dict[str, npt.NDArray[np.float32]] = field(default_factory=dict)
    stance: int = 0
    background: bool = False
    mode: int = 0
    trend: int = 0


def _links(anchor: _Anchor, label: str, others: Sequence[_Anchor]) -> Iterator[tuple[int, float]]:
    """Give the index of each of `others`, in reading order, that begins in the anchor's window, and its share.

    The share tells how much its tokens are `label` to the anchor.
    """
    if names.LINK not in anchor.layers:
        return
    window, at = anchor.window, 1 + 2 * names.LAYERS[names.LINK].index(label)
    shares = anchor.layers[names.LINK][:, at : at + 2].sum(axis=1).tolist()
    first = bisect.bisect_left(others, window.starts[0], key=lambda other: other.span.start)
    last = bisect.bisect_left(others, window.ends[-1], key=lambda other: other.span.start)
    for index in range(first, last):
        places = window.positions(others[index].span)
        if places and others[index] is not anchor:
            yield index, sum(shares[places.start : places.stop]) / len(places)


class _Pass:
    """All that is known of one document while it is read."""

    def __init__(
        self,
        text: str,
        sentences: tuple[Span, ...],
        model: ReaderModel,
        given: Sequence[tuple[Span, EventType]] | None,
    ) -> None:
        self.given = given
        self.text = text
        self.sentences = sentences
        self.model = model
        self.triggers: list[_Anchor] = []
        self.cues: list[_Anchor] = []
        self.ties: list[_Anchor] = []
        self.counts: dict[Span, _Anchor] = {}
        self.mentions: list[Mention] = []

    def reading(self, document_id: str) -> Reading:
        tokens = sentence_tokens(self.text, self.sentences, self.model.tokenize(self.text))
        windows = [window for window in cut_windows(tokens, self.model.longest) if window.tokens]
        for window in windows:
            self._read_window(window)
        triggers = tuple(self._trigger(anchor) for anchor in self.triggers)
        cue_mentions = [Mention(MentionKind.CUE, cue.span, cue.confidence) for cue in self.cues]
        trigger_mentions = [Mention(MentionKind.TRIGGER, it.span, it.confidence) for it in self.triggers]
        mentions = sorted(
            [*self.mentions, *cue_mentions, *trigger_mentions], key=lambda mention: (mention.span, mention.kind)
        )
        return Reading(
            document_id, self.sentences, triggers, tuple(mentions), tuple(self._attributions()), tuple(self._ties())
        )

    # Asking the model

    def _read_window(self, window: Window) -> None:
        batch = lay_out(window)
        hidden, tagged = self.model.encode(batch)
        asking = self._tagged(window, tagged[0])
        if not asking:
            return
        self._answer(asking, self.model.ask(hidden, batch, [anchor.question for anchor in asking]))
        self._ask_counts(hidden, batch, [anchor for anchor in asking if anchor.question.kind < len(EventType)])

    def _tagged(self, window: Window, tagged: npt.NDArray[np.float32]) -> list[_Anchor]:
        """Read the taggers over one window's own tokens, and turn what asks further into anchors."""
        asking: list[_Anchor] = []
        off_genre = self.given is None and self._off_genre(window, tagged)
        for name, known, kinds in (
            (names.TRIGGER, self.triggers, names.ANCHOR_KINDS),
            (names.CUE, self.cues, None),
            (names.TIE, self.ties, None),
        ):
            if off_genre and name != names.CUE:
                continue  # who says what is read in any text; a match that is "won" is no event
            for found, span in self._owned(name, window, tagged):
                kind = found.label if kinds else names.ANCHOR_KINDS.index(name)
                if self.given is None and known and known[-1].span.end > span.start:
                    continue  # a word that lies on the border of two windows was found in the first
                question = Question(0, found.first, found.last, kind)
                anchor = _Anchor(span, found.label, found.confidence, question, window)
                known.append(anchor)
                asking.append(anchor)
        for found, span in self._owned(names.MENTION, window, tagged):
            kind_name = names.TAGGERS[names.MENTION][found.label]
            self.mentions.append(Mention(_MENTION_KINDS[kind_name], span, found.confidence))
        return asking

    def _off_genre(self, window: Window, tagged: npt.NDArray[np.float32]) -> bool:
        """Tell whether a window is of another walk of life: a football report tells of no attacks.

        The odds that a window must have grow with its length up to `TELLING` word pieces: a single sentence says less.
        """
        share = 1 - float(softmax(tagged[0, _TAGS[names.GENRE]])[0])
        needed = log_odds(self.model.thresholds[names.GENRE]) * min(1.0, len(window.tokens) / TELLING)
        return log_odds(share) < needed

    def _owned(self, tagger: str, window: Window, tagged: npt.NDArray[np.float32]) -> Iterator[tuple[Found, Span]]:
        if tagger == names.TRIGGER and self.given is not None:
            yield from self._given(window, self.given)
            return
        shares = softmax(tagged[:, _TAGS[tagger]], self.model.temperatures[tagger])
        stretches = find_stretches(shares, len(window.tokens), self.model.decoding[tagger], window.glued)
        for found, span in to_spans(self.text, window.tokens, stretches):
            if window.own_from <= found.first - 1 < window.own_to:
                yield found, span

    def _given(self, window: Window, given: Sequence[tuple[Span, EventType]]) -> Iterator[tuple[Found, Span]]:
        for span, event_type in sorted(given):
            places = window.positions(span)
            if places and window.own_from <= places[0] - 1 < window.own_to:
                yield Found(places[0], places[-1], names.ANCHOR_KINDS.index(event_type), 1.0), span

    def _answer(self, anchors: Sequence[_Anchor], answers: Answers) -> None:
        asked = [_LAYERS_OF[anchor.question.kind] for anchor in anchors]
        for layer, part in _SLICES.items():
            rows = [row for row, layers in enumerate(asked) if layer in layers]
            if not rows:
                continue
            shares = softmax(answers.layers[rows, :, part], self.model.temperatures.get(layer, 1.0))
            for row, its in zip(rows, shares, strict=True):
                anchors[row].layers[layer] = its
        for row, anchor in enumerate(anchors):
            anchor.stance = int(answers.stance[row].argmax())
            anchor.background = bool(answers.background[row].argmax())
            anchor.mode = self._mode(anchor, answers.mode[row])
            anchor.trend = int(answers.trend[row].argmax())

    def _mode(self, anchor: _Anchor, logits: npt.NDArray[np.float32]) -> int:
        """Choose among the modes of the anchor's own type."""
        if anchor.question.kind >= len(EventType):
            return 0
        prefix = f"{names.ANCHOR_KINDS[anchor.question.kind]}/"
        allowed = [i for i, mode in enumerate(self.model.modes) if i == 0 or mode.startswith(prefix)]
        return max(allowed, key=lambda i: float(logits[i]))

    def _ask_counts(self, hidden: npt.NDArray[np.float32], batch: Batch, triggers: Sequence[_Anchor]) -> None:
        """Ask each count that a trigger found whom it counts, and which total it is a part of."""
        asking: dict[Span, _Anchor] = {}
        for trigger in triggers:
            for label, span, found in self._stretches(trigger, names.COUNT):
                if label in COUNT_ROLES and span not in self.counts:
                    kind = names.ANCHOR_KINDS.index("count")
                    question = Question(0, found.first, found.last, kind)
                    asking[span] = _Anchor(span, 0, found.confidence, question, trigger.window)
        if asking:
            anchors = list(asking.values())
            self._answer(anchors, self.model.ask(hidden, batch, [anchor.question for anchor in anchors]))
            self.counts |= asking

    # Putting the answers together

    def _stretches(self, anchor: _Anchor, layer: str) -> Iterator[tuple[str, Span, Found]]:
        window = anchor.window
        stretches = find_stretches(anchor.layers[layer], len(window.tokens), self.model.decoding[layer], window.glued)
        for found, span in to_spans(self.text, window.tokens, stretches):
            yield names.LAYERS[layer][found.label], span, found

    def _trigger(self, anchor: _Anchor) -> Trigger:
        mode = self.model.modes[anchor.mode]
        same = [(index, round(share, 4)) for index, share in _links(anchor, "same", self.triggers)]
        return Trigger(
            span=anchor.span,
            type=EventType(names.ANCHOR_KINDS[anchor.question.kind]),
            mode=None if mode == "none" else mode.partition("/")[2],
            stance=Stance(names.STANCES[anchor.stance]),
            background=anchor.background,
            confidence=round(anchor.confidence, 4),
            arguments=tuple(self._arguments(anchor)),
            same=tuple(same),
            deed=self._linked(anchor, "deed", self.triggers),
        )

    def _linked(self, anchor: _Anchor, label: str, others: Sequence[_Anchor]) -> int | None:
        """Give the index of the anchor that the head links to this one most strongly, or None."""
        best = max(((share, -index) for index, share in _links(anchor, label, others)), default=(0.0, 0))
        return -best[1] if best[0] >= 1 - self.model.thresholds[names.LINK] else None

    def _arguments(self, anchor: _Anchor) -> Iterator[Argument]:
        for layer in (names.PARTY, names.SETTING, names.COUNT, names.CLAUSE):
            for label, span, found in self._stretches(anchor, layer):
                role = _ROLES.get(label)
                if role is None or says_nothing(span):
                    continue
                if role is Role.DATE:
                    span = beside(self.text, span, anchor.span)
                argument = Argument(role, span, round(found.confidence, 4))
                if role is Role.ACTOR:
                    shares = anchor.layers["certainty"][found.first : found.last + 1].mean(axis=0)
                    argument = replace(argument, certainty=Certainty(names.CERTAINTIES[int(shares.argmax())]))
                elif role in COUNT_ROLES and span in self.counts:
                    argument = replace(argument, of=self._best(span, "of"), whole=self._best(span, "whole"))
                yield argument

    def _best(self, count: Span, label: str) -> Span | None:
        layer = names.PARTY if label == "of" else names.COUNT
        found = [
            (stretch.confidence, span)
            for name, span, stretch in self._stretches(self.counts[count], layer)
            if name == label and span != count
        ]
        return max(found)[1] if found else None

    def _attributions(self) -> Iterator[Attribution]:
        kept = [(cue, content) for cue in self.cues if (content := self._longest(cue, names.CLAUSE, "content"))]
        cues = [cue for cue, _ in kept]
        for cue, content in kept:
            within = self._linked(cue, "within", cues)
            yield Attribution(
                source=self._longest(cue, names.PARTY, "source") or cue.span,
                cue=cue.span,
                content=content,
                kind=AttributionKind(names.TAGGERS[names.CUE][cue.label]),
                within=within,
                confidence=round(cue.confidence, 4),
            )

    def _longest(self, anchor: _Anchor, layer: str, label: str) -> Span | None:
        found = [span for name, span, _ in self._stretches(anchor, layer) if name == label]
        return max(found, key=lambda span: (span.end - span.start, -span.start), default=None)

    def _ties(self) -> Iterator[TieMention]:
        for anchor in self.ties:
            trend = names.TRENDS[anchor.trend]
            for label, span, found in self._stretches(anchor, names.RELATION):
                if not span.overlaps(anchor.span) and not says_nothing(span):
                    confidence = round(min(anchor.confidence, found.confidence), 4)
                    yield TieMention(
                        anchor.span, span, Relation(label), None if trend == "none" else Trend(trend), confidence
                    )
