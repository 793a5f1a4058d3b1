"""Events in the order of time, as far as their dates tell."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from vedette.records import Account, Event
from vedette.views.rivals import leading_dates

Told = tuple[Account, Event]


def find_days(event: Event) -> tuple[dt.date, dt.date] | None:
    """Give the first and the last day on which the event may have happened, None where the text does not bound it.

    The best date counts: the one that leaves the fewest days open, then the surest. A side left open closes on the
    day that is known.
    """
    best = next(iter(leading_dates(event)), None)
    if best is None:
        return None
    first, last = best.from_ or best.to, best.to or best.from_
    return (first, last) if first is not None and last is not None else None


def in_order(accounts: Iterable[Account]) -> list[Told]:
    """Sort all events by their first day, then by their last; undated ones stand at the end.

    Events of the same days keep the order of the documents, and in a document that of its words.
    """
    told = [(account, event) for account in accounts for event in account.events]
    return sorted(told, key=lambda pair: find_days(pair[1]) or (dt.date.max, dt.date.max))
