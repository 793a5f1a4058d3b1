"""Claims and denials of responsibility point to the event that they speak of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from vedette.records import Event, EventType, Reading

_SPEECH = {EventType.CLAIM, EventType.DENY}
# What is claimed or denied is a deed; other speech acts are not.
_DEEDS = {EventType.ASSAULT, EventType.COERCE, EventType.PROTEST, EventType.MOBILIZE, EventType.THREATEN}
_NEAR = 3  # sentences


def link_deeds(events: Sequence[Event], groups: Sequence[Sequence[int]], reading: Reading) -> tuple[Event, ...]:
    """Give the events with `of_event` set on every CLAIM and DENY whose deed is known.

    The model's own link wins. Without one, the deed is the nearest told in the same sentence or just before; a claim
    with no deed near it stays without.
    """
    event_of = {trigger: place for place, group in enumerate(groups) for trigger in group}
    linked = []
    for place, event in enumerate(events):
        if event.type in _SPEECH:
            deed = _pointed_at(groups[place], event_of, place, reading)
            deed = _nearest(event, events, reading) if deed is None else deed
            event = event if deed is None else replace(event, of_event=events[deed].id)
        linked.append(event)
    return tuple(linked)


def _pointed_at(group: Sequence[int], event_of: dict[int, int], own: int, reading: Reading) -> int | None:
    deeds = [reading.triggers[index].deed for index in group]
    counted = Counter(event_of[deed] for deed in deeds if deed is not None and event_of[deed] != own)
    return counted.most_common(1)[0][0] if counted else None


def _nearest(event: Event, events: Sequence[Event], reading: Reading) -> int | None:
    here = _sentence(event.triggers[0].start, reading)
    found = []
    for place, other in enumerate(events):
        if other.type not in _DEEDS:
            continue
        for trigger in other.triggers:
            back = here - _sentence(trigger.start, reading)
            if 0 <= back <= _NEAR:
                found.append(
                    (other.type is not EventType.ASSAULT, back, abs(trigger.start - event.triggers[0].start), place)
                )
    return min(found)[3] if found else None


def _sentence(offset: int, reading: Reading) -> int:
    return sum(sentence.end <= offset for sentence in reading.sentences)
