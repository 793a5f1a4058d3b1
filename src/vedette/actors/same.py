"""Tells whether two values are one actor, as far as the values alone can tell."""

from __future__ import annotations

from vedette.actors.cast import name_key
from vedette.actors.index import find_matches
from vedette.actors.introduced import spelled_by
from vedette.actors.registry import load_registry
from vedette.actors.wording import content_words, fold, is_acronym, likeness
from vedette.records import ActorValue

_NAMES_ALIKE = 92.0  # two spellings of a name that no registry has
_AGAINST = frozenset({"security-force", "militia"})
_FIGHTING = frozenset({"fighter", "attacker"})


def same_actor(a: ActorValue, b: ActorValue) -> bool | None:
    """Tell whether `a` and `b` are the same actor: True, False, or None where they do not tell.

    Two registry actors are the same only if their ids are; a part and its whole ("Majeed Brigade", "BLA") give None,
    since reports name either for one deed. Two generic parties ("gunmen", "armed men") never give True.
    """
    if a.actor_id and b.actor_id:
        return _both_known(a.actor_id, b.actor_id)
    if a.actor_id or b.actor_id:
        known, other = (a, b) if a.actor_id else (b, a)
        return _known_and_other(known, other)
    if "generic" in (a.kind, b.kind):
        return False if _clash(a, b) else None
    return _two_names(a, b)


def _both_known(one: str, other: str) -> bool | None:
    if one == other:
        return True
    registry = load_registry()
    if other in registry.above(one) or one in registry.above(other):
        return None
    return False


def _known_and_other(known: ActorValue, other: ActorValue) -> bool | None:
    if known.actor_id in {candidate.actor_id for candidate in other.candidates}:
        return None
    if other.candidates and other.kind != "generic":
        return False  # the name has candidates in the registry and this one is not among them
    if known.actor_id in {match.entry.id for match in find_matches(other.name)}:
        return None
    return False if _clash(known, other) else None


def _two_names(a: ActorValue, b: ActorValue) -> bool | None:
    if name_key(a.name) == name_key(b.name):
        return True if _is_a_name(a) and _is_a_name(b) else None
    if _clash(a, b):
        return False
    for short, long in ((a.name, b.name), (b.name, a.name)):
        if is_acronym(short) and not is_acronym(long) and spelled_by(short, long):
            return True
    if "person" in (a.kind, b.kind):
        return None
    one, other = fold(a.name), fold(b.name)
    alike = min(len(content_words(one)), len(content_words(other))) >= 2 and likeness(one, other) >= _NAMES_ALIKE
    return True if alike else None


def _is_a_name(value: ActorValue) -> bool:
    return value.kind is not None or (value.name != value.name.lower() and bool(content_words(fold(value.name))))


def _clash(a: ActorValue, b: ActorValue) -> bool:
    """Tell whether country, kind or side speak against one actor: Kenyan and Chinese, soldiers and rebels."""
    if a.country and b.country and a.country != b.country:
        return True
    if {a.kind, b.kind} & {"media"} and a.kind != b.kind and a.kind and b.kind:
        return True
    sides = {a.category, b.category}
    return bool(sides & _AGAINST) and bool(sides & _FIGHTING)
