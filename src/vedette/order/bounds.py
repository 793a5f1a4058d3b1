"""Between which days an event without a date must lie, by the dated events that it came before or after."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from vedette.order.dates import is_dated, latest_and_earliest
from vedette.order.find import Order
from vedette.records import Account, DateKnown, Event, Stance

_HAPPENED = frozenset({Stance.ACTUAL, Stance.ATTEMPTED, Stance.FOILED})


@dataclass(frozen=True, slots=True)
class Bounds:
    """Days, both inclusive, None where that side is open; `because` are the orders that set them.

    `published` says that the last day is that of the report's publication: what it tells as done was not later.
    """

    from_: dt.date | None
    to: dt.date | None
    because: tuple[Order, ...]
    published: bool = False


def find_bounds(account: Account, orders: Sequence[Order]) -> dict[str, Bounds]:
    """Give the bounds of each event that no date is told of, by its id; bounds that leave no day are none at all."""
    dates = {event.id: latest_and_earliest(event) for event in account.events}
    found: dict[str, Bounds] = {}
    for event in account.events:
        if is_dated(event):
            continue
        bounds = _bounds(account, event, orders, dates)
        if bounds is not None:
            found[event.id] = bounds
    return found


def _bounds(
    account: Account,
    event: Event,
    orders: Sequence[Order],
    dates: dict[str, tuple[dt.date, dt.date] | None],
) -> Bounds | None:
    firsts: list[dt.date] = []
    lasts: list[dt.date] = []
    because: list[Order] = []
    for order in orders:
        other = dates.get(order.earlier if order.later == event.id else order.later)
        if event.id not in (order.earlier, order.later) or other is None:
            continue
        because.append(order)
        first, last = other
        sign = 1 if order.later == event.id else -1
        least, most = (first, last) if sign > 0 else (last, first)
        (firsts if sign > 0 else lasts).append(least + sign * dt.timedelta(order.least))
        if order.most is not None:
            (lasts if sign > 0 else firsts).append(most + sign * dt.timedelta(order.most))
    if not because:
        return None
    from_, to = max(firsts, default=None), min(lasts, default=None)
    told_on = account.document.published.date if account.document.published.known is DateKnown.STATED else None
    capped = event.stance in _HAPPENED and told_on is not None and (to is None or to > told_on)
    to = told_on if capped else to
    if from_ is not None and to is not None and from_ > to:
        return None
    return Bounds(from_, to, tuple(because), capped)
