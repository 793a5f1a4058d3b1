"""Which event of a document keeps an argument that the model offers to several.

Takes the triggers and their groups; gives the same groups, each trigger with the arguments that stay its event's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from vedette.records import COUNT_ROLES, Argument, EventType, Role, Span, Trigger

_Key = tuple[EventType, Role, Span]

# An event keeps what it holds at least this share as surely as the event of its type that holds it most. A place or a
# date may be told once of several happenings, a toll hardly ever: of 2,945 marked counts in `corpora/reports` 0.6%
# belong to two events. Measured in docs/decisions/0060.
KEPT: Mapping[Role, float] = {
    **dict.fromkeys(COUNT_ROLES, 1.0),
    Role.DAMAGE: 1.0,
    Role.RECIPIENT: 0.9,
    Role.WEAPON: 0.9,
    Role.OBJECT: 0.9,
}
SECOND_DATE = 0.9  # the same, for a date of an event that holds another date more surely (docs/decisions/0103)


def divide_arguments(triggers: Sequence[Trigger], groups: Sequence[Sequence[int]]) -> list[list[Trigger]]:
    """Give each group's triggers without the arguments that another event holds more surely."""
    held = [_held([triggers[index] for index in group]) for group in groups]
    best: dict[_Key, float] = {}
    for sure in held:
        for key, confidence in sure.items():
            best[key] = max(best.get(key, 0.0), confidence)
    return [[_keep(triggers[index], sure, best) for index in group] for group, sure in zip(groups, held, strict=True)]


def _held(triggers: Sequence[Trigger]) -> dict[_Key, float]:
    """Say how surely one event holds each of its arguments."""
    sure: dict[_Key, float] = {}
    for trigger in triggers:
        for argument in trigger.arguments:
            key = trigger.type, argument.role, argument.span
            sure[key] = max(sure.get(key, 0.0), argument.confidence)
    return sure


def _keep(trigger: Trigger, sure: Mapping[_Key, float], best: Mapping[_Key, float]) -> Trigger:
    surest_date = max((held for (_, role, _), held in sure.items() if role is Role.DATE), default=0.0)

    def stays(argument: Argument) -> bool:
        key = trigger.type, argument.role, argument.span
        second = argument.role is Role.DATE and sure[key] < surest_date
        return sure[key] >= (SECOND_DATE if second else KEPT.get(argument.role, 0.0)) * best[key]

    return replace(trigger, arguments=tuple(argument for argument in trigger.arguments if stays(argument)))
