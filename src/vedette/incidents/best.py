"""Which rival is put first: by a rule with a name, or because a person says so. Never an average."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from vedette.incidents.correcting import CORRECTABLE, correct_best
from vedette.incidents.rivals import is_total
from vedette.incidents.sources import count_voices
from vedette.records import (
    COUNT_ROLES,
    Best,
    BestRule,
    Certainty,
    CountValue,
    DateValue,
    Incident,
    Rival,
    Role,
    Telling,
)
from vedette.records.leading import days_open

_VICTIMS_FIRST = ("people", "forces", "attackers")


def choose_best(incident: Incident, rule: BestRule) -> Incident:
    """Give the incident with the best value of each role by this rule; a person's correction stands above any rule."""
    best = tuple(found for role in CORRECTABLE if (found := _best(incident, role, rule)) is not None)
    return replace(incident, best=best)


def _best(incident: Incident, role: Role, rule: BestRule) -> Best | None:
    for judgement in reversed(incident.corrections):
        if judgement.role is role:
            return correct_best(incident, judgement, rule)
    eligible = _eligible(incident, role)
    if not eligible:
        return None
    place = min(eligible, key=lambda place: _rank(incident, place, rule))
    value = incident.rivals[place].value
    if not isinstance(value, CountValue):
        return Best(role, rule, place)
    if rule is BestRule.BEST_LOW_HIGH:
        low, high = _bounds([incident.rivals[place].value for place in eligible])
        return Best(role, rule, place, low, high)
    return Best(role, rule, place, value.low, value.high)


def _eligible(incident: Incident, role: Role) -> list[int]:
    """Give the rivals for a role that somebody stands by.

    Of counts only totals, and not those of attackers where victims are counted; of culprits none that is only denied.
    """
    places = [place for place, rival in enumerate(incident.rivals) if rival.role is role and _standing_by(rival)]
    if role not in COUNT_ROLES:
        return places
    kinds: dict[str | None, list[int]] = {}
    for place in places:
        if is_total(incident.rivals[place]):
            kinds.setdefault(incident.rivals[place].whom, []).append(place)
    return next((kinds[kind] for kind in _VICTIMS_FIRST if kind in kinds), [])


def _rank(incident: Incident, place: int, rule: BestRule) -> tuple[float, ...]:
    rival = incident.rivals[place]
    tellings = _standing_by(rival)
    sources = count_voices(incident.reports, tellings)
    latest = -max(incident.reports[telling.report].published or dt.date.min for telling in tellings).toordinal()
    # Of two dates that as many sources tell, the more exact one says more.
    exactness = days_open(rival.value) if isinstance(rival.value, DateValue) else 0
    if rule is BestRule.LATEST:
        return latest, -sources, exactness, place
    if rule is BestRule.CONSERVATIVE and isinstance(rival.value, CountValue):
        return rival.value.low or 0, -sources, latest, place
    return -sources, exactness, latest, place


def _standing_by(rival: Rival) -> list[Telling]:
    """Give the tellings that do not deny it."""
    return [telling for telling in rival.tellings if telling.assertion.certainty is not Certainty.DENIED]


def _bounds(values: Sequence[object]) -> tuple[int | None, int | None]:
    counts = [value for value in values if isinstance(value, CountValue)]
    lows = [value.low for value in counts if value.low is not None]
    highs = [value.high if value.high is not None else value.low for value in counts]
    return min(lows, default=None), max((high for high in highs if high is not None), default=None)
