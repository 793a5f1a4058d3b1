"""Every value that the reports of an incident tell, side by side, with who tells it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from vedette.incidents.sources import count_voices
from vedette.incidents.wording import fold, whom
from vedette.records import (
    COUNT_ROLES,
    Account,
    ActorValue,
    Assertion,
    CountValue,
    DateValue,
    Event,
    IncidentReport,
    PlaceValue,
    Rival,
    Role,
    Telling,
    Value,
)
from vedette.records.reading import outwards

_COUNTS = tuple(role for role in Role if role in COUNT_ROLES)
_ORDER = {role: place for place, role in enumerate((Role.DATE, Role.PLACE, Role.ACTOR, Role.RECIPIENT, *_COUNTS))}

ValueKey = tuple[object, ...]


def gather_rivals(
    reports: Sequence[IncidentReport], events: Sequence[Event], accounts: Mapping[str, Account]
) -> tuple[Rival, ...]:
    """Group what the events tell by role and value; `events` go with `reports`, one for one.

    In the order of roles; within one role the value of most independent sources first, of equals the one told first.
    """
    told: dict[ValueKey, list[Telling]] = {}
    for number, event in enumerate(events):
        account = accounts[event.document_id]
        for assertion in event.assertions:
            if (key := value_key(assertion)) is not None:
                said_by = trace_sources(account, assertion.attribution)
                told.setdefault(key, []).append(Telling(number, assertion, said_by))
    rivals = [
        Rival(
            tellings[0].assertion.role,
            tellings[0].assertion.value,
            tuple(tellings),
            count_voices(reports, tellings),
            _whom_counted(tellings[0].assertion.value),
        )
        for tellings in told.values()
    ]
    rivals.sort(key=lambda rival: (_place(rival.role), -rival.sources, rival.tellings[0].report))
    return tuple(rivals)


def value_key(assertion: Assertion) -> ValueKey | None:
    """Give what makes two assertions tell the same value; None where nothing is known beyond the words' being there."""
    value = assertion.value
    if isinstance(value, DateValue):
        return (assertion.role, value.from_, value.to) if value.from_ or value.to else None
    if isinstance(value, PlaceValue):
        return (assertion.role, value.geonames_id or fold(value.name))
    if isinstance(value, CountValue):
        if value.low is None and value.high is None:
            return None
        return (assertion.role, value.low, value.high, assertion.part_of is None, _whom_counted(value))
    if isinstance(value, ActorValue):
        return (assertion.role, value.actor_id or fold(value.name))
    return (assertion.role, fold(value.text))


def _whom_counted(value: Value) -> str | None:
    return whom(value.of.text if value.of else "") if isinstance(value, CountValue) else None


def is_total(rival: Rival) -> bool:
    """Tell whether a rival is a count, and not the part of another."""
    return rival.role in COUNT_ROLES and rival.tellings[0].assertion.part_of is None


def trace_sources(account: Account, attribution: int | None) -> tuple[str, ...]:
    """Follow an attribution outwards, the innermost source's words first."""
    return tuple(account.attributions[index].source.text for index in outwards(account.attributions, attribution))


def _place(role: Role) -> tuple[int, str]:
    return _ORDER.get(role, len(_ORDER)), role
