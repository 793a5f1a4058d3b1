"""Resolves the actor mentions of one document, all of them together, since they explain one another."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vedette.actors.cast import Cast
from vedette.actors.introduced import learn_acronyms
from vedette.actors.lexicon import ARMED, PERHAPS_ARMED, PRONOUNS, find_organ, find_role
from vedette.actors.nations import Surroundings, find_nations, tokens_of
from vedette.actors.phrase import take_apart
from vedette.actors.reader import Read, Reader
from vedette.actors.registry import load_registry
from vedette.actors.wording import fold, singular
from vedette.records import ActorValue, Document, Span


def resolve_actors(document: Document, spans: Sequence[Span]) -> tuple[ActorValue, ...]:
    """Give one value for each span, in order; a name that nobody knows keeps its words and has no `actor_id`."""
    return tuple(read.value for read in read_actors(document, spans))


def read_actors(document: Document, spans: Sequence[Span]) -> tuple[Read, ...]:
    """Do as `resolve_actors` does, and tell for each span how it was read."""
    tokens = tokens_of(document.text)
    surroundings = Surroundings(tokens, document.title)
    cast = Cast(learn_acronyms(document.text, tokens))
    cast.shorten(name for span in spans for name in _names_in(span.text))
    year = document.published.date.year if document.published.date else None
    reader = Reader(load_registry(), surroundings, cast, document.text, year)
    return tuple(reader.read(span) for span in spans)


def _names_in(words: str) -> list[str]:
    """Give the proper names in one phrase that may be called by a shorter form elsewhere."""
    phrase = take_apart(words)
    found = [phrase.name, phrase.self_named or "", phrase.of[1] if phrase.of else ""]
    return [name for name in found if name and _is_name(name)]


def _is_name(name: str) -> bool:
    words = re.split(r"\s+", name)
    if fold(name) in PRONOUNS or not name[:1].isupper() or find_nations(tokens_of(name)):
        return False
    if len(words) == 1:
        word = singular(fold(name))
        plain = find_role([word]) is not None or find_organ(fold(name)) is not None
        return not plain or word in ARMED | PERHAPS_ARMED
    return sum(word[:1].isupper() for word in words) >= 2
