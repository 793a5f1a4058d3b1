"""Which rivals of an incident cannot all be true, and how grave that is.

Two values that one and the same source tells in one report are no quarrel: it means both, or corrects itself.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import chain

from vedette.incidents.distance import km_apart
from vedette.incidents.rivals import is_total
from vedette.incidents.wording import fold
from vedette.records import (
    ActorValue,
    Certainty,
    Contradiction,
    CountValue,
    DateValue,
    IncidentReport,
    PlaceValue,
    Rival,
    Role,
)

CULPRITS = 0.8  # two named actors for one deed
DENIED = 0.6  # one actor, said to have done it and said not to
_GRAVEST_DAYS = 7
_GRAVEST_KM = 100.0
_GENERIC = "generic"
_Count = tuple[int, int, int | None]  # the rival's place, low, high
_Day = tuple[int, dt.date, dt.date]
_Voices = Sequence[frozenset[tuple[str, tuple[str, ...]]]]  # by rival: in which documents it is told, by whom there


def find_contradictions(rivals: Sequence[Rival], reports: Sequence[IncidentReport]) -> tuple[Contradiction, ...]:
    """Give the contradictions, the gravest first; `reports` are those that the rivals' tellings index."""
    voices = [
        frozenset((reports[one.report].event.document_id, tuple(map(fold, one.said_by))) for one in rival.tellings)
        for rival in rivals
    ]
    found = chain.from_iterable(find(rivals, voices) for find in (_tolls, _culprits, _dates, _places))
    return tuple(sorted(found, key=lambda one: (-one.weight, one.role, one.rivals)))


def _are_of_two(voices: _Voices, one: int, two: int) -> bool:
    """Tell whether two rivals, by their places, are told by two voices and not by one alone."""
    return len(voices[one] | voices[two]) > 1


def _tolls(rivals: Sequence[Rival], voices: _Voices) -> Iterator[Contradiction]:
    """Hold totals of one role against each other, attackers and soldiers each with their own."""
    kinds: dict[tuple[Role, str | None], list[_Count]] = {}
    for place, rival in enumerate(rivals):
        value = rival.value
        if isinstance(value, CountValue) and is_total(rival):
            kinds.setdefault((rival.role, rival.whom), []).append((place, value.low or 0, value.high))
    for (role, _), counts in sorted(kinds.items(), key=lambda item: (item[0][0], item[0][1] or "")):
        clashing = sorted(
            {
                place
                for one in counts
                for two in counts
                if _disjoint(one, two) and _are_of_two(voices, one[0], two[0])
                for place in (one[0], two[0])
            }
        )
        if clashing:
            lows = [low for place, low, _ in counts if place in clashing]
            yield Contradiction(role, tuple(clashing), round((max(lows) - min(lows)) / max(1, *lows), 3))


def _disjoint(one: _Count, two: _Count) -> bool:
    return (one[2] is not None and one[2] < two[1]) or (two[2] is not None and two[2] < one[1])


def _culprits(rivals: Sequence[Rival], voices: _Voices) -> Iterator[Contradiction]:
    named = [
        (place, rival)
        for place, rival in enumerate(rivals)
        if rival.role is Role.ACTOR and isinstance(rival.value, ActorValue) and rival.value.kind != _GENERIC
    ]
    blamed = [place for place, rival in named if _certainties(rival) != {Certainty.DENIED}]
    clashing = [one for one in blamed if any(_are_of_two(voices, one, two) for two in blamed if two != one)]
    if clashing:
        yield Contradiction(Role.ACTOR, tuple(clashing), CULPRITS)
    for place, rival in named:
        certainties = _certainties(rival)
        if Certainty.DENIED in certainties and len(certainties) > 1:
            yield Contradiction(Role.ACTOR, (place,), DENIED)


def _certainties(rival: Rival) -> set[Certainty | None]:
    return {telling.assertion.certainty for telling in rival.tellings}


def _dates(rivals: Sequence[Rival], voices: _Voices) -> Iterator[Contradiction]:
    days: list[_Day] = [
        (place, rival.value.from_, rival.value.to)
        for place, rival in enumerate(rivals)
        if isinstance(rival.value, DateValue) and rival.value.from_ and rival.value.to
    ]
    gaps = {
        (one[0], two[0]): (two[1] - one[2]).days
        for one in days
        for two in days
        if two[1] > one[2] and _are_of_two(voices, one[0], two[0])
    }
    if gaps:
        clashing = tuple(sorted({place for pair in gaps for place in pair}))
        yield Contradiction(Role.DATE, clashing, round(min(max(gaps.values()), _GRAVEST_DAYS) / _GRAVEST_DAYS, 3))


def _places(rivals: Sequence[Rival], voices: _Voices) -> Iterator[Contradiction]:
    places = [(place, rival.value) for place, rival in enumerate(rivals) if isinstance(rival.value, PlaceValue)]
    apart = {
        (first, second): km
        for first, one in places
        for second, two in places
        if first < second and _are_of_two(voices, first, second) and (km := km_apart([one], [two]))
    }
    if apart:
        clashing = tuple(sorted({place for pair in apart for place in pair}))
        yield Contradiction(Role.PLACE, clashing, round(min(max(apart.values()), _GRAVEST_KM) / _GRAVEST_KM, 3))
