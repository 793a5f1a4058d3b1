"""How sure the reader says it is → how often it is right: one monotone map a field.

The maps are fitted end to end by ``training/calibrate.py`` on reports that the weights never saw, and stored as knots,
joined by straight lines. A value is right only where its event is, so what a value's map takes is the confidence of its
words times that of its event. Grouping and dividing use the reader's own confidences; only what leaves is mapped.
"""

from __future__ import annotations

import functools
import itertools
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from importlib import resources

from vedette.records import COUNT_ROLES, Account, Event, Role

Knots = tuple[tuple[float, float], ...]

EVENT, ATTRIBUTION, TIE, OTHER_COUNT = "event", "attribution", "tie", "other count"
FIELDS = (
    EVENT,
    *(str(role) for role in Role if role not in COUNT_ROLES),
    *(str(role) for role in (Role.KILLED, Role.INJURED)),
    OTHER_COUNT,
    ATTRIBUTION,
    TIE,
)


def field_of(role: Role) -> str:
    """Name the field that a role's values are calibrated in: counts that are seldom told share one."""
    return str(role) if str(role) in FIELDS else OTHER_COUNT


@dataclass(frozen=True, slots=True)
class Calibration:
    """By field, points (as read, as right) of 0 to 1 in rising order; a field without a map stays as it was read.

    `floors` are confidences as right, by field: what is below is left out of the account.
    """

    maps: Mapping[str, Knots]
    floors: Mapping[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse a map that falls or leaves 0 to 1."""
        for name, knots in self.maps.items():
            rises = all(a[0] < b[0] and a[1] <= b[1] for a, b in itertools.pairwise(knots))
            if not knots or not rises or not all(0 <= part <= 1 for knot in knots for part in knot):
                raise ValueError(f"the calibration of {name} must rise within 0 to 1, but it is {knots}: fit it anew")

    def confidence(self, name: str, read: float, event: float = 1.0) -> float:
        """Say how often a value read with this confidence, of an event read with that one, is right."""
        knots = self.maps.get(name)
        return read if knots is None else round(_between(knots, read * event), 4)


AS_READ = Calibration({})


@functools.cache
def load_calibration() -> Calibration:
    """Load the maps that ship with the package."""
    stored = json.loads((resources.files("vedette.events") / "calibration.json").read_text(encoding="utf-8"))
    maps = {name: tuple((x, y) for x, y in its["knots"]) for name, its in stored.items()}
    return Calibration(maps, {name: its["floor"] for name, its in stored.items() if "floor" in its})


def calibrate(account: Account, calibration: Calibration) -> Account:
    """Give the account with the confidences of its events, values, attributions and ties mapped."""
    return replace(
        account,
        events=tuple(_event(event, calibration) for event in account.events),
        attributions=tuple(
            replace(said, confidence=calibration.confidence(ATTRIBUTION, said.confidence))
            for said in account.attributions
        ),
        ties=tuple(replace(tie, confidence=calibration.confidence(TIE, tie.confidence)) for tie in account.ties),
    )


def _event(event: Event, calibration: Calibration) -> Event:
    return replace(
        event,
        confidence=calibration.confidence(EVENT, event.confidence),
        assertions=tuple(
            replace(
                assertion,
                confidence=calibration.confidence(field_of(assertion.role), assertion.confidence, event.confidence),
            )
            for assertion in event.assertions
        ),
    )


def _between(knots: Knots, x: float) -> float:
    """Read the line through the knots; it is level before the first and after the last."""
    for (left, low), (right, high) in itertools.pairwise(knots):
        if x < right:
            return low + (high - low) * max(0.0, x - left) / (right - left)
    return knots[-1][1]
