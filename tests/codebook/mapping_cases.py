"""A short notation for events, in which the cases of the mapping rules are written.

``ASSAULT explosives foiled; a army; r villagers, cat:journalist; t clashed; w a grenade; killed 3; in ML``: type, mode
("-" for none), stance (actual if left out), then actors, recipients, triggers, weapons, damage (d), objects (o), counts
and the country of the place. A party is a name of PARTIES, ``cat:CATEGORY``, ``words:…``, with ``@XX`` for its
nationality and ``?`` behind an actor who is only accused, ``!`` behind one who denies it.
"""

from __future__ import annotations

import csv
from pathlib import Path

from vedette.records import (
    ActorValue,
    Assertion,
    Basis,
    Certainty,
    CountValue,
    Event,
    EventType,
    PlaceValue,
    Role,
    Span,
    Stance,
    TextValue,
    Value,
)

# name: kind, sector, category
PARTIES: dict[str, tuple[str | None, str | None, str | None]] = {
    "state": ("state", "GOV", None),
    "ministry": ("government", "GOV", None),
    "army": ("military", "MIL", "security-force"),
    "forces": ("military", None, None),
    "soldiers": ("generic", "MIL", "security-force"),
    "officers": ("generic", "COP", "security-force"),
    "guards": ("generic", None, "security-force"),
    "front": ("armed-group", "REB", "fighter"),
    "plain-group": ("armed-group", None, None),
    "insurgents": ("generic", "REB", "fighter"),
    "gunmen": ("generic", "UAF", "fighter"),
    "gang": ("generic", "CRM", "fighter"),
    "militia": ("armed-group", "PRM", "militia"),
    "villagers": ("generic", "CVL", "civilian"),
    "protesters": ("generic", "CVL", "protester"),
    "official": ("generic", "GOV", "official"),
    "deputies": ("generic", "LEG", "official"),
    "paper": ("media", "JRN", None),
    "somebody": ("person", None, None),
    "minister-state": ("state", "GOV", "official"),
}
_SLOTS = {"t": None, "w": Role.WEAPON, "d": Role.DAMAGE, "o": Role.OBJECT}


def event(case: str) -> Event:
    """Make the event that a case describes."""
    head, *rest = (part.strip() for part in case.split(";"))
    kind, mode, *stance = head.split()
    triggers: list[Span] = [_span("it")]
    assertions: list[Assertion] = []
    for part in rest:
        key, _, words = part.partition(" ")
        if key in ("a", "r"):
            role = Role.ACTOR if key == "a" else Role.RECIPIENT
            assertions += [_party(role, name.strip()) for name in words.split(",")]
        elif key == "t":
            triggers.append(_span(words))
        elif key == "in":
            place = PlaceValue(words, None, None, None, words, None, None, None, Basis.STATED, (_span(words),))
            assertions.append(Assertion(Role.PLACE, place, 0.9))
        elif key in _SLOTS:
            assertions.append(Assertion(_SLOTS[key] or Role.WEAPON, TextValue(words, (_span(words),)), 0.9))
        else:
            number = int(words)
            count = CountValue(number, number, Basis.STATED, (_span(words),))
            assertions.append(Assertion(Role(key), count, 0.9))
    return Event(
        id="e" * 16,
        document_id="d" * 16,
        type=EventType(kind),
        mode=None if mode == "-" else mode,
        stance=Stance(stance[0]) if stance else Stance.ACTUAL,
        background=False,
        confidence=0.9,
        triggers=tuple(triggers),
        assertions=tuple(assertions),
    )


def _span(words: str) -> Span:
    return Span(0, len(words), words)


def _party(role: Role, name: str) -> Assertion:
    certainty = {"?": Certainty.ACCUSED, "!": Certainty.DENIED}.get(name[-1]) if role is Role.ACTOR else None
    name, _, country = name.rstrip("?!").partition("@")
    value: Value
    if name.startswith("words:"):
        words = name.removeprefix("words:")
        value = ActorValue(words, None, None, None, None, None, (_span(words),))
    else:
        spelled, _, words = name.partition("=")
        kind, sector, category = PARTIES.get(spelled, ("generic", None, spelled.removeprefix("cat:")))
        words = words or "they"
        value = ActorValue(words, None, kind, sector, category, country or None, (_span(words),))
    return Assertion(role, value, 0.9, certainty=certainty)


# Each rule, an event that it decides, and an event that is close and that it leaves to another.
with Path(__file__).with_suffix(".csv").open(encoding="utf-8", newline="") as _file:
    CASES = tuple((row["rule"], row["fits"], row["near"]) for row in csv.DictReader(_file))
