"""Reads one phrase: the readers stand in the order in which they are asked, and the first answer holds."""

from __future__ import annotations

from collections.abc import Callable

from vedette.actors.named import (
    read_known,
    read_member_after_name,
    read_member_of,
    read_private_person,
    read_provisional,
    read_self_named,
)
from vedette.actors.people import read_pronoun, read_role, read_titled
from vedette.actors.phrase import Phrase, take_apart
from vedette.actors.scene import Read, Scene, of_words
from vedette.actors.states import read_nation, read_organ
from vedette.actors.wings import read_wing
from vedette.records import Span

_READERS: tuple[Callable[[Phrase, Span, Scene], Read | None], ...] = (
    read_pronoun,
    read_known,  # before all that take a name apart: "Pakistani Taliban" is no Taliban of Pakistani nationality
    read_wing,
    read_self_named,
    read_nation,
    read_member_of,
    read_organ,
    read_member_after_name,  # before titles: "TTP commander X" acts as the TTP
    read_titled,
    read_role,
    read_provisional,
    read_private_person,
)


def read_phrase(span: Span, scene: Scene) -> Read:
    """Read one span; where no reader can tell, the value has the words and nothing else."""
    phrase = take_apart(span.text)
    for reader in _READERS:
        found = reader(phrase, span, scene)
        if found:
            return found
    return Read(of_words(span, phrase.core), "no reader can tell")
