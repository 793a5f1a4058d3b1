"""What a person writes for a slot of an incident: read, refused where it cannot be meant, and put first."""

from __future__ import annotations

import datetime as dt
import re

from vedette.errors import UsageError
from vedette.incidents.rivals import is_total
from vedette.incidents.wording import fold
from vedette.records import (
    COUNT_ROLES,
    ActorValue,
    Best,
    BestRule,
    CountValue,
    DateValue,
    Incident,
    Judgement,
    PlaceValue,
    Rival,
    Role,
)

CORRECTABLE = (Role.DATE, Role.PLACE, Role.ACTOR, *sorted(COUNT_ROLES))
_COUNT = re.compile(r"(\d{1,12})(?:(-)(\d{1,12})?)?")
_DAYS = re.compile(r"(\d{4}-\d\d-\d\d)(?:\.\.(\d{4}-\d\d-\d\d))?")

Bounds = tuple[int, int | None]
Days = tuple[dt.date, dt.date]


def check_correction(role: Role, words: str) -> str:
    """Give the words of a correction without blanks around them; UsageError where they are no value for the role."""
    words = words.strip()
    if role not in CORRECTABLE:
        raise UsageError(f"{role.value} cannot be corrected; choose one of {', '.join(CORRECTABLE)}")
    if role in COUNT_ROLES and read_count(words) is None:
        raise UsageError(f"{words!r} is no count: write 7, 4-7, or 4- for at least four")
    if role is Role.DATE and read_days(words) is None:
        raise UsageError(f"{words!r} is no day: write 2025-10-14, or 2025-10-14..2025-10-16")
    if not words:
        raise UsageError(f"the {role.value} is empty: write a name")
    return words


def read_count(words: str) -> Bounds | None:
    """Read "7", "4-7" or "4-"; None where it is none."""
    found = _COUNT.fullmatch(words)
    if found is None:
        return None
    low = int(found[1])
    high = low if found[2] is None else int(found[3]) if found[3] else None
    return None if high is not None and high < low else (low, high)


def read_days(words: str) -> Days | None:
    """Read a day, or two with ".." between them, both inclusive; None where it is none."""
    found = _DAYS.fullmatch(words)
    try:
        days = found and (dt.date.fromisoformat(found[1]), dt.date.fromisoformat(found[2] or found[1]))
    except ValueError:
        return None
    return days if days and days[0] <= days[1] else None


def correct_best(incident: Incident, judgement: Judgement, rule: BestRule) -> Best:
    """Put a correction first; where a report tells the same, its rival is named too."""
    assert judgement.role is not None  # noqa: S101 - every correction has one
    role, words = judgement.role, judgement.value or ""
    low, high = (read_count(words) if role in COUNT_ROLES else None) or (None, None)
    first, last = (read_days(words) if role is Role.DATE else None) or (None, None)
    told = (place for place, rival in enumerate(incident.rivals) if rival.role is role and _tells(rival, words))
    return Best(role, rule, next(told, None), low, high, judgement.number, words, first, last)


def _tells(rival: Rival, words: str) -> bool:
    value = rival.value
    if isinstance(value, CountValue):
        return is_total(rival) and (value.low, value.high) == read_count(words)
    if isinstance(value, DateValue):
        return (value.from_, value.to) == read_days(words)
    if isinstance(value, PlaceValue | ActorValue):
        return fold(value.name) == fold(words)
    return False
