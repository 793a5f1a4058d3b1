"""Whose name may not leave the house unless the user asks for it: one rule for every way out."""

from __future__ import annotations

from vedette.records.values import ActorValue
from vedette.records.vocabulary import Role

PERSON = "person"  # the kind of an ActorValue
WITHHELD = "[name withheld]"
# Words that stand with names and give nobody away.
_TITLE_WORDS = """
    mr mrs ms miss sir lady lord dr doctor prof professor judge justice senator mayor governor president minister
    maulana mullah mufti imam sheikh pastor father haji hajji sayyid syed
    police army officer constable inspector private corporal sergeant lieutenant captain major colonel commander general
    son daughter brother sister bishop mother wife husband
    the of and al bin ibn de la van von
"""
TITLES = frozenset(_TITLE_WORDS.split())


def is_private(value: ActorValue, role: Role | None) -> bool:
    """Tell whether a party's name is to be withheld: persons to whom it is done, and persons in no registry.

    `role` is None for the two sides of a tie.
    """
    return value.kind == PERSON and (role is Role.RECIPIENT or value.actor_id is None)
