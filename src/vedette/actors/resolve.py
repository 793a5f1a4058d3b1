"""Resolves the actor mentions of one document, all of them together, since they explain one another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from vedette.actors.casing import is_caseless, recase
from vedette.actors.cast import Cast
from vedette.actors.introduced import learn_acronyms
from vedette.actors.lexicon import find_organ, find_role, listed
from vedette.actors.nations import Surroundings, nations_in, tokens_of
from vedette.actors.phrase import take_apart
from vedette.actors.reader import read_phrase
from vedette.actors.registry import load_registry
from vedette.actors.scene import Read, Scene
from vedette.actors.wording import fold, singular
from vedette.records import ActorValue, Document, Span


def resolve_actors(document: Document, spans: Sequence[Span]) -> tuple[ActorValue, ...]:
    """Give one value for each span, in order; a name that nobody knows keeps its words and has no `actor_id`."""
    return tuple(read.value for read in read_actors(document, spans))


def read_actors(document: Document, spans: Sequence[Span]) -> tuple[Read, ...]:
    """Do as `resolve_actors` does, and tell for each span how it was read."""
    if not is_caseless(document.text):
        return _read_all(document.text, document, spans)
    text = recase(document.text)
    reads = _read_all(text, document, [Span.of(text, span.start, span.end) for span in spans])
    # the value points to the words as they stand in the document; only its name has capitals
    return tuple(
        replace(read, value=replace(read.value, spans=(span,))) for read, span in zip(reads, spans, strict=True)
    )


def _read_all(text: str, document: Document, spans: Sequence[Span]) -> tuple[Read, ...]:
    tokens = tokens_of(text)
    surroundings = Surroundings(tokens, document.title)
    cast = Cast(learn_acronyms(text, tokens))
    cast.shorten(name for span in spans for name in _names_in(span.text))
    for span in spans:
        for name in _armed_names(text, span):
            cast.arm(name)
    year = document.published.date.year if document.published.date else None
    scene = Scene(load_registry(), surroundings, cast, text, year, caseless=text != document.text)
    return tuple(read_phrase(span, scene) for span in spans)


def _names_in(words: str) -> list[str]:
    """Give the proper names in one phrase that may be called by a shorter form elsewhere."""
    phrase = take_apart(words)
    members = phrase.of is not None and singular(fold(phrase.of[0]).split(" ")[-1]) in listed("members")
    found = ["" if members else phrase.name, phrase.self_named or "", phrase.of[1] if phrase.of else ""]
    return [name for name in found if name and _is_name(name)]


_ARMED = (
    r"(?:rebel|insurgent|militant|armed|guerrilla|jihadist|separatist|paramilitary|terrorist|extremist|secessionist)"
)
_BODY = r"(?:group|force|movement|outfit|organi[sz]ation|faction|coalition|alliance|grouplet|network|militia|army)"
_ARMED_BEFORE = re.compile(rf"\b{_ARMED}(?: {_BODY})*,? (?:the )?[“\"]?$")
_ARMED_AFTER = re.compile(
    rf"^[”\"]?(?: ?\([^()]{{2,30}}\))?,? (?:an? |the )(?:[\w-]+ ){{0,4}}?(?:{_ARMED}|breakaway) (?:[\w-]+ )?{_BODY}"
)


def _armed_names(text: str, span: Span) -> list[str]:
    """Give the names in one span that its words, or those around it, tell to be armed groups'."""
    phrase = take_apart(span.text)
    names = _names_in(span.text)
    if not names:
        return []
    before, after = text[max(0, span.start - 60) : span.start], text[span.end : span.end + 110]
    if _ARMED_BEFORE.search(before) or _ARMED_AFTER.search(after):
        return names[:1]
    if phrase.of:
        role = find_role(fold(phrase.of[0]).split())
        return [phrase.of[1]] if role and role.fights else []
    return []


def _is_name(name: str) -> bool:
    words = name.split()
    if fold(name) in listed("pronouns") or not name[:1].isupper() or nations_in(name):
        return False
    if len(words) == 1:
        word = singular(fold(name))
        plain = find_role([word]) is not None or find_organ(fold(name)) is not None
        return not plain or word in listed("armed") | listed("perhaps_armed")
    return sum(word[:1].isupper() for word in words) >= 2
