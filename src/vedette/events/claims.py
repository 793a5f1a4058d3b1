"""Claims and denials of responsibility point to the event that they speak of."""

from __future__ import annotations

import bisect
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from vedette.events.merging import SPEECH
from vedette.records import Event, EventType, Reading

# What is claimed or denied is a deed; other speech acts are not.
_DEEDS = {EventType.ASSAULT, EventType.COERCE, EventType.PROTEST, EventType.MOBILIZE, EventType.THREATEN}
_NEAR = 3  # sentences


def link_deeds(events: Sequence[Event], groups: Sequence[Sequence[int]], reading: Reading) -> tuple[Event, ...]:
    """Give the events with `of_event` set on every CLAIM and DENY whose deed is known.

    An attack that is told in the very words claimed or denied is the deed. Else the model's own link wins. Without one,
    the deed is the nearest told in the same sentence or just before; a claim with no deed near it stays without.
    """
    event_of = {trigger: place for place, group in enumerate(groups) for trigger in group}
    ends = [sentence.end for sentence in reading.sentences]
    deeds = sorted(
        (bisect.bisect_right(ends, trigger.start), trigger.start, place)
        for place, event in enumerate(events)
        if event.type in _DEEDS
        for trigger in event.triggers
    )
    linked = []
    for place, event in enumerate(events):
        if event.type in SPEECH:
            deed = _pointed_at(groups[place], event_of, place, reading)
            said = _in_its_words(event, events, reading)
            if said and deed not in said:
                deed = said[0]
            if deed is None:
                at = event.triggers[0].start
                deed = _nearest(bisect.bisect_right(ends, at), at, deeds, events)
            event = event if deed is None else replace(event, of_event=events[deed].id)
        linked.append(event)
    return tuple(linked)


def _in_its_words(event: Event, events: Sequence[Event], reading: Reading) -> list[int]:
    """Give the attacks told in what this claim or denial is the cue of, in reading order.

    Attacks alone: "denied that the police had arrested anyone over the attack" is no denial of an arrest.
    """
    contents = [said.content for said in reading.attributions if any(said.cue.overlaps(own) for own in event.triggers)]
    told = [
        (trigger, place)
        for place, other in enumerate(events)
        if other.type is EventType.ASSAULT
        for trigger in other.triggers
        if any(content.contains(trigger) for content in contents)
    ]
    return [place for _, place in sorted(told)]


def _pointed_at(group: Sequence[int], event_of: dict[int, int], own: int, reading: Reading) -> int | None:
    deeds = [reading.triggers[index].deed for index in group]
    counted = Counter(event_of[deed] for deed in deeds if deed is not None and event_of[deed] != own)
    return counted.most_common(1)[0][0] if counted else None


def _nearest(sentence: int, at: int, deeds: Sequence[tuple[int, int, int]], events: Sequence[Event]) -> int | None:
    """Give the deed in this sentence or just before it, an ASSAULT first; `deeds` are (sentence, start, event)."""
    first = bisect.bisect_left(deeds, (sentence - _NEAR,))
    last = bisect.bisect_left(deeds, (sentence + 1,))
    near = [
        (events[place].type is not EventType.ASSAULT, sentence - there, abs(start - at), place)
        for there, start, place in deeds[first:last]
    ]
    return min(near)[3] if near else None
