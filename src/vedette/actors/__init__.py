"""Mentions of parties become actors of the registry, provisional actors of the document, or generic ones.

Takes: a Document and the spans that name parties. Gives: one ActorValue a span; whether two values are one actor.
Keeps: the words, whose label a name is, and every candidate where a name can mean more than one.
Refuses: to choose between two actors that the document does not tell apart; to say anything of a person that the
title before the name does not say.
Measured by: ``python -m benchmarks actors``.
"""

from vedette.actors.explain import Explanation, explain_actor
from vedette.actors.introduced import Introduced, learn_acronyms
from vedette.actors.registry import Entry, Kind, KnownTie, Label, Registry, load_registry
from vedette.actors.resolve import resolve_actors
from vedette.actors.same import same_actor

__all__ = [
    "Entry",
    "Explanation",
    "Introduced",
    "Kind",
    "KnownTie",
    "Label",
    "Registry",
    "explain_actor",
    "learn_acronyms",
    "load_registry",
    "resolve_actors",
    "same_actor",
]
