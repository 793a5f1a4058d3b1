"""What is more likely noise than news is left out: events and values below the floor of their field.

The reader offers what may be there, so that grouping sees it; an analyst asks for what probably is. The floors are in
calibrated confidence, stand beside the maps in ``calibration.json`` and were measured on reports that the weights never
saw (``docs/decisions/0078-floors.md``). Dates, places and counts have none: they are few, and a gap costs more there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from vedette.events.calibrating import EVENT, field_of
from vedette.records import Account, Assertion, Event


def leave_out_doubtful(account: Account, floors: Mapping[str, float]) -> Account:
    """Give the account without the events and values below their field's floor.

    A claim whose deed is left out stays, and points to none.
    """
    kept = [event for event in account.events if event.confidence >= floors.get(EVENT, 0.0)]
    ids = {event.id for event in kept}
    return replace(account, events=tuple(_without_doubtful(event, floors, ids) for event in kept))


def _without_doubtful(event: Event, floors: Mapping[str, float], ids: set[str]) -> Event:
    stays = [index for index, one in enumerate(event.assertions) if one.confidence >= floors.get(field_of(one.role), 0)]
    return replace(
        event,
        assertions=_pick(event.assertions, stays),
        of_event=event.of_event if event.of_event in ids else None,
    )


def _pick(assertions: Sequence[Assertion], stays: Sequence[int]) -> tuple[Assertion, ...]:
    """Give the assertions at these indexes; a part points to where its total stands now, to none where it is gone."""
    now = {before: place for place, before in enumerate(stays)}
    return tuple(
        replace(assertions[before], part_of=None if (total := assertions[before].part_of) is None else now.get(total))
        for before in stays
    )
