"""Whose name may not leave the house unless the user asks for it: one rule for every way out."""

from __future__ import annotations

from vedette.records.values import ActorValue
from vedette.records.vocabulary import Role

PERSON = "person"  # the kind of an ActorValue
WITHHELD = "[name withheld]"


def is_private(value: ActorValue, role: Role | None) -> bool:
    """Tell whether a party's name is to be withheld: persons to whom it is done, and persons in no registry.

    `role` is None for the two sides of a tie.
    """
    return value.kind == PERSON and (role is Role.RECIPIENT or value.actor_id is None)
