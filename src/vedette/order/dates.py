"""The days on which an event may have been, over all dates told of it."""

from __future__ import annotations

import datetime as dt

from vedette.records import DateValue, Event, Role


def latest_and_earliest(event: Event) -> tuple[dt.date, dt.date] | None:
    """Give the first and the last day of all dates told; None where none is told whole."""
    values = [assertion.value for assertion in event.in_role(Role.DATE)]
    whole = [(v.from_, v.to) for v in values if isinstance(v, DateValue) and v.from_ and v.to]
    if not whole:
        return None
    return min(first for first, _ in whole), max(last for _, last in whole)


def is_dated(event: Event) -> bool:
    """Tell whether any date is told of an event that has at least one side."""
    values = (assertion.value for assertion in event.in_role(Role.DATE))
    return any(isinstance(value, DateValue) and (value.from_ or value.to) for value in values)
