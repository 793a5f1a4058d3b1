"""Reads phrases that name a state, its government or an organ: "Ankara", "the Turkish army", "six Ghanaians"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from vedette.actors.lexicon import find_organ
from vedette.actors.nations import Form, NationHit, Token, nations_in, words_of
from vedette.actors.phrase import Phrase
from vedette.actors.scene import GENERIC, Read, Scene, of_entry, of_words
from vedette.records import Span

_LINKS = ("of", "for", "in", "at", "from", "to", "who", "with", "on", "by")
_OFFICES = ("ministry", "office", "department", "council", "chief", "directorate")
_WHERE = re.compile(r"\b(?:in|near|outside|at|around|across)\s+(?:the\s+)?$")
_NOT_WHOSE = ("to", "against", "on", "near", "with", "for")


def read_nation(phrase: Phrase, span: Span, scene: Scene) -> Read | None:
    """Read a phrase that is nothing but a country word: "Turkey", "Ankara", "six Ghanaians", "Turkish"."""
    hits = nations_in(phrase.core)
    if len(hits) != 1 or (hits[0].first, hits[0].last) != (0, len(words_of(phrase.core))):
        return None
    hit = hits[0]
    if hit.form is Form.DEMONYM:
        country = scene.country(hit.countries)
        category = scene.home_or_foreign(country, "civilian", span)
        value = replace(of_words(span, phrase.core, (GENERIC, "CVL", category)), country=country)
        return Read(value, "people named by nationality")
    if hit.form in (Form.CAPITAL, Form.SEAT) and _WHERE.search(scene.text[max(0, span.start - 20) : span.start]):
        return Read(of_words(span, phrase.core), "the text tells where something is: a place, not an actor")
    if hit.form is Form.AREA or not hit.ids:
        return Read(of_words(span, phrase.core), "an area is a place, not an actor")
    if len(hit.ids) > 1:
        value = replace(of_words(span, phrase.core), candidates=scene.listed(hit.ids))
        return Read(value, "more than one government has that seat or name")
    entry = scene.registry.entry(hit.ids[0])
    label = "own" if hit.form is Form.NAME else "press"
    return Read(of_entry(entry, span, label), f"{phrase.core!r} stands for {entry.id}")


def read_organ(phrase: Phrase, span: Span, scene: Scene) -> Read | None:
    """Read an organ with a country: "Mali's foreign ministry", "government in Luanda", "Army of Pakistan"."""
    tokens, main, hits = words_of(phrase.core), words_of(phrase.main), nations_in(phrase.core)
    if not main or not hits:
        return None
    taken = {number for hit in hits for number in range(hit.first, hit.last)}
    rest = [token.folded for number, token in enumerate(main) if number not in taken]
    organ = find_organ(" ".join(before_link(rest)))
    after = tokens[max(hit.last for hit in hits) :]
    if after and after[-1].capital and hits[0].first > 0:
        return None  # "Congress of South African Trade Unions" is a name of its own
    hit = ruling(hits, len(main), tokens, seated=organ != "embassy")
    country = scene.country(hit.countries) if hit else None
    if organ is None or hit is None or country is None:
        return None
    seated = hit.form is Form.SEAT and len(hit.ids) == 1 and scene.registry.tables["organs"][organ]["state"]
    entry = scene.registry.entry(hit.ids[0] if seated else scene.organ_id(organ, country))
    return Read(of_entry(entry, span, "press"), f"{organ} of {country}")


def ruling(hits: Sequence[NationHit], main: int, tokens: Sequence[Token], *, seated: bool = False) -> NationHit | None:
    """Give the country word that says whose somebody is: one before the head, else one after "of", "from" or "in".

    `main` is how many of `tokens` stand in the main phrase. "Chinese Ambassador to Pakistan" is China's; two countries
    before one head ("Pakistani and Afghan officials") say nothing. `seated` takes "the government in Luanda" too.
    """
    before = [hit for hit in hits if hit.last <= main and hit.form is not Form.AREA]
    if before:
        return _first_alone(before, tokens)
    for hit in hits:
        link = _link_before(hit, tokens)
        if link in ("of", "from") and hit.form is not Form.AREA:
            return hit
        if seated and link == "in" and hit.form in (Form.CAPITAL, Form.SEAT) and hit.first <= main + 1:
            return hit
    return None


def _first_alone(before: Sequence[NationHit], tokens: Sequence[Token]) -> NationHit | None:
    first = before[0]
    if _link_before(first, tokens) in _NOT_WHOSE:
        return None
    if len(before) > 1:
        between = tokens[first.last : before[1].first]
        if not between or any(token.folded in ("and", "or") for token in between):
            return None
    return first


def _link_before(hit: NationHit, tokens: Sequence[Token]) -> str:
    at = hit.first - 1
    if at > 0 and tokens[at].folded == "the":
        at -= 1
    return tokens[at].folded if at >= 0 else ""


def before_link(words: list[str]) -> list[str]:
    """Cut folded words before the first link: "spokesman of the army" keeps "spokesman", "ministry of defence" all."""
    for number, word in enumerate(words):
        if number and word in _LINKS and not (word in ("of", "for") and words[number - 1] in _OFFICES):
            return words[:number]
    return words
