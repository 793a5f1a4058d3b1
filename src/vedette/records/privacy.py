"""Whose name may not leave the house unless the user asks for it: one rule for every way out."""

from __future__ import annotations

import re
from collections.abc import Iterator

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

_UNNAMED = ("generic", None)  # kinds of parties that are told by a role; a name in their words is another's
_PARTICLES = ("the", "of", "and", "al", "bin", "ibn", "de", "la", "van", "von")
# Of one person: "the mother of Ahmed" names him.
_KIN = """
    mother father parents parent wife husband widow widower son daughter brother sister cousin uncle aunt nephew niece
    grandmother grandfather grandson granddaughter fiancé fiancée fiance stepson stepdaughter son-in-law daughter-in-law
    brother-in-law sister-in-law mother-in-law father-in-law
"""
# Of a person, a body or a place: "lawyer for Ali Raza" names him, "lawyer for Oxfam" and "family of Gaza" name nobody.
_CLOSE = """
    sons daughters brothers sisters cousins nephews nieces children child family families relative relatives kin friend
    friends neighbour neighbours neighbor neighbors partner lawyer lawyers attorney attorneys counsel solicitor advocate
    bodyguard bodyguards guard guards escort driver drivers chauffeur aide aides assistant secretary nanny housekeeper
    servant colleague colleagues client clients employee employees patient killer killers murderer murderers kidnapper
    kidnappers abductor abductors captor captors assassin assassins supporter supporters follower followers
"""
_ROLES = """
    activist actor businessman businesswoman cleric driver engineer farmer guard imam journalist lawyer leader nurse
    pilot politician preacher priest reporter shopkeeper singer soldier student suspect teacher trader victim
"""
# A name with one of these in it is a body's or a place's.
_BODIES = """
    academy agency alliance army association authority bank battalion brigade brigades bureau camp cathedral centre
    center church city clinic club coalition college command commission committee company congress corporation corps
    council court department district division embassy federation force forces foundation front government group guard
    guards high hospital hotel house institute international island islands league mall market ministry mission mosque
    movement national network office organisation organization party police port prison province republic rights
    river road school service society square state station street temple tribe union united university village watch
    palace energy engineering mining oil gas steel holdings a an of the
    south north east west new port fort cape lake mount saudi sri
"""
_PART = r"(?:[A-ZÀ-Þ][\w-]*(?:['’](?!s\b)\w+)*|(?:al|el)-[A-ZÀ-Þ]\w+|[A-Z]\.)"
_MORE = rf"(?:\s+(?:(?:de|da|dos|del|la|bin|ibn|al|el|van|von|y)\s+)*{_PART})"
_ONE, _FULL = rf"{_PART}{_MORE}{{0,4}}", rf"{_PART}{_MORE}{{1,4}}"


def _any(words: str) -> str:
    return "(?i:" + "|".join(sorted(map(re.escape, words.split()), key=len, reverse=True)) + ")"


_TITLE = _any(" ".join(word for word in _TITLE_WORDS.split() if word not in _PARTICLES))
_TITLED = rf"(?:{_TITLE}\.?\s+)+{_ONE}"
_ENDS = r"(?=\s*(?:$|[,;:()\[]|['’]|and\b|with\b|who\b))"
# Each finds a private person's name, title and all, in the words of a party that has no name itself.
_INSIDE = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_any(_KIN)} (?i:of|for|to) (?:\w+ ){{0,2}}?(?P<name>{_ONE})",
        rf"\b{_any(_CLOSE)} (?i:of|for|to) (?:[a-z]+ ){{0,2}}?(?P<name>{_TITLED}|{_FULL})",
        rf"(?P<name>{_ONE})['’]s? (?:[a-z-]+ ){{0,2}}{_any(_KIN)}\b",
        rf"(?P<name>{_TITLED}|{_FULL})['’]s? (?:[a-z-]+ ){{0,2}}{_any(_CLOSE)}\b",
        rf"(?P<name>{_FULL}),? (?:and|with) (?:his|her|their)\b",
        rf"\b(?:named|called|identified as|known as) (?P<name>{_FULL})",
        rf"(?:\b[a-z]+(?:,|:| [-–—])|,|\band) (?P<name>{_FULL}){_ENDS}",
        rf"\b(?:{_TITLE}|{_any(_ROLES)})\.? (?P<name>{_FULL}){_ENDS}",
    )
)
_NO_PERSON = frozenset(_BODIES.split())


def is_private(value: ActorValue, role: Role | None) -> bool:
    """Tell whether a party's name is to be withheld: persons to whom it is done, and persons in no registry.

    `role` is None for the two sides of a tie.
    """
    return value.kind == PERSON and (role is Role.RECIPIENT or value.actor_id is None)


def private_names(value: ActorValue, role: Role | None) -> frozenset[str]:
    """Give the names to be withheld in a party's words: all of a private person's, and those inside a role's.

    "lawyer for Rogelio Manansala" is nobody by name, but names him all the same.
    """
    texts = (value.name, *(span.text for span in value.spans))
    if is_private(value, role):
        return frozenset(texts)
    if value.actor_id is not None or value.kind not in _UNNAMED:
        return frozenset()
    return frozenset(name for text in texts for name in _names_inside(text))


def _names_inside(text: str) -> Iterator[str]:
    for pattern in _INSIDE:
        for found in pattern.finditer(text):
            words = re.findall(r"[^\W\d_][\w-]*", found["name"])
            initials = any(len(word) > 1 and word.isupper() for word in words) and not text.isupper()
            article = text[: found.start("name")].endswith("the ")  # "the Republican Palace": persons take none
            if words and not (initials or article or _NO_PERSON & {word.lower() for word in words}):
                yield found["name"]
