"""What the reader model can say: the label lists of its heads, in the order of their outputs.

Two kinds of heads. *Taggers* read each token once. *Conditional* layers read each token once for every anchor: a
trigger asks for its arguments, a cue for its source and content, a count for whom it counts, one actor of a tie for
the other. Layers are split so that one word may fill two roles of an event ("a guard" is both recipient and killed).
Inside a span's label the first token is ``B-``, the others ``I-``. One tagger reads only the token that stands before a
window's first: whether the window is of the genre at all.
"""

from __future__ import annotations

from vedette.records import COUNT_ROLES, AttributionKind, Certainty, EventType, Relation, Role, Stance, Trend

TRIGGER, CUE, TIE, MENTION, GENRE = "trigger", "cue", "tie", "mention", "genre"
TAGGERS: dict[str, tuple[str, ...]] = {
    TRIGGER: tuple(EventType),
    CUE: tuple(AttributionKind),
    TIE: ("tie",),
    MENTION: ("party", "place", "date", "weapon", "count", "thing"),
    GENRE: ("report",),
}

PARTY, SETTING, COUNT, CLAUSE, LINK, RELATION = "party", "setting", "count", "clause", "link", "relation"
COUNTED = tuple(role for role in Role if role in COUNT_ROLES)
LAYERS: dict[str, tuple[str, ...]] = {
    PARTY: (Role.ACTOR, Role.RECIPIENT, "source", "of"),
    SETTING: (Role.PLACE, Role.DATE, Role.WEAPON),
    COUNT: (*COUNTED, "whole"),
    CLAUSE: (Role.OBJECT, Role.DAMAGE, "content"),
    LINK: ("same", "deed", "within"),
    RELATION: tuple(Relation),
}

# Which layers an anchor of each kind is asked for, and with which labels.
ANCHOR_LAYERS: dict[str, tuple[str, ...]] = {
    "trigger": (PARTY, SETTING, COUNT, CLAUSE, LINK),
    CUE: (PARTY, CLAUSE, LINK),
    "count": (PARTY, COUNT),
    TIE: (RELATION,),
}
ANCHOR_KINDS: tuple[str, ...] = (*EventType, CUE, "count", TIE)

CERTAINTIES = tuple(Certainty)
STANCES = tuple(Stance)
TRENDS: tuple[str, ...] = ("none", *Trend)


def bio_size(labels: tuple[str, ...]) -> int:
    """Give the number of outputs of a BIO layer: outside, and two for each label."""
    return 1 + 2 * len(labels)


def layer_slices() -> dict[str, slice]:
    """Say which of the conditional outputs belong to which layer; certainty comes last, without BIO."""
    slices, at = {}, 0
    for name, labels in LAYERS.items():
        slices[name] = slice(at, at + bio_size(labels))
        at += bio_size(labels)
    slices["certainty"] = slice(at, at + len(CERTAINTIES))
    return slices


def tagger_slices() -> dict[str, slice]:
    """Say which of the per-token outputs belong to which tagger."""
    slices, at = {}, 0
    for name, labels in TAGGERS.items():
        slices[name] = slice(at, at + bio_size(labels))
        at += bio_size(labels)
    return slices
