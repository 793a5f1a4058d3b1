"""Happenings that lie as close as they do in a war, made of marked-up ones: one is laid on another's day and place.

Marked-up reports lie far apart: whatever shares day and place in them is mostly one happening, so that weights fitted
on them alone take that for proof. Here two happenings of different reports, of one kind and alike in mode, are given
one day and one place, and half of them one culprit; whom they hit, their tolls and their words stay their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from vedette.incidents.blocking import kind_of
from vedette.incidents.sketch import Sketch
from vedette.records import EventType

_SAME_MODE = 0.8  # of the pairs; in the others one of the two has none
_ONE_HAND = 0.5


@dataclass(frozen=True, slots=True)
class Source:
    """An event, and the family of reports that it is from: only events of different families are different."""

    sketch: Sketch
    family: str


def draw_neighbours(sources: Sequence[Source], number: int) -> list[tuple[Source, Source]]:
    """Draw so many pairs of acts of violence that are surely two, the second laid on the first's day and place.

    The same sources give the same pairs. ValueError where no two of them could be such a pair.
    """
    violent = [one for one in sources if kind_of(one.sketch.type) == kind_of(EventType.ASSAULT)]
    stages = [one for one in violent if one.sketch.days and one.sketch.place_words]
    if not any(_may_be_drawn(one, two) for one in stages for two in violent):
        raise ValueError("no two acts of violence of different families are alike in mode: give more reports")
    by_mode: dict[str | None, list[Source]] = {}
    for one in violent:
        by_mode.setdefault(one.sketch.mode, []).append(one)
    drawn: list[tuple[Source, Source]] = []
    rng = Random(1)  # noqa: S311 - nothing here is a secret
    while len(drawn) < number:
        here = rng.choice(stages)
        there = rng.choice(by_mode[here.sketch.mode] if rng.random() < _SAME_MODE else violent)
        if _may_be_drawn(here, there):
            laid = lay_beside(there.sketch, here.sketch, one_hand=rng.random() < _ONE_HAND)
            drawn.append((here, Source(laid, there.family)))
    return drawn


def _may_be_drawn(one: Source, two: Source) -> bool:
    return one.family != two.family and len({one.sketch.mode, two.sketch.mode} - {None}) < 2


def lay_beside(event: Sketch, other: Sketch, *, one_hand: bool) -> Sketch:
    """Give an event as if it had been on the other's day in its place, told on the same day as the other."""
    names = other.place_words | other.actor_words if one_hand else other.place_words
    laid = replace(
        event,
        days=other.days,
        published=other.published,
        places=other.places,
        place_words=other.place_words,
        countries=other.countries,
        # Names of its own place would tell it apart by what has been taken from it.
        story=event.story - event.place_words | names,
        words=event.words - other.place_words,
        names=event.names - other.place_words,
    )
    return replace(laid, actors=other.actors, actor_words=other.actor_words) if one_hand else laid
