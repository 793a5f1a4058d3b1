"""Reads phrases that name nobody but tell a role, and persons by the title before their name and nothing else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from vedette.actors.index import find_matches
from vedette.actors.lexicon import Told, find_organ, find_role, find_title, listed
from vedette.actors.nations import Token, find_nations, nations_in, words_of
from vedette.actors.phrase import Phrase, take_apart
from vedette.actors.scene import ARMED_GROUP, GENERIC, PERSON, Read, Scene, of_words
from vedette.actors.states import before_link, ruling
from vedette.actors.wording import fold, is_acronym, singular
from vedette.records import ActorCandidate, Span

_TROOPS = re.compile(r"\b(?:soldiers?|troops?|servicem[ae]n|commandos?|warplanes?)\b", re.IGNORECASE)
_ORGAN_OF_SECTOR = {"COP": "police", "MIL": "army", "SPY": "intelligence"}
_KIND_OF_BODY = {"JRN": "media", "BUS": "company", "REB": ARMED_GROUP, "UAF": ARMED_GROUP, "CRM": ARMED_GROUP}


def read_pronoun(phrase: Phrase, span: Span, scene: Scene) -> Read | None:
    """Read "we", "both", "six" as nobody; "US" and "IT" in capitals are no pronouns where other words are small."""
    core = fold(phrase.core)
    shouted = is_acronym(phrase.core) and not (len(scene.text) > 20 and scene.text[:400].isupper())
    if not core or (core in listed("pronouns") and not shouted):
        return Read(of_words(span, phrase.core), "a pronoun or a number names nobody")
    return None


def read_titled(phrase: Phrase, span: Span, scene: Scene) -> Read | None:
    """Read a title and a name: sector and category from the title, country from the words of the phrase."""
    tokens = words_of(phrase.main)
    hits = find_nations(tokens)
    lead = hits[0].last if hits and hits[0].first == 0 else 0
    words = [token.folded for token in tokens]
    whole = find_role(words)
    if whole and whole.words == len(words):
        return None
    for start in range(lead, min(len(tokens) - 1, lead + 4)):
        if words[start] in listed("name_links"):
            return None
        title = find_title(words[start:])
        name = _after_office(tokens[start + title.words :], phrase.main) if title else ()
        if (
            title
            and name
            and name[0].named
            and all(token.named or token.folded in listed("name_links") for token in name)
        ):
            return _titled(title, name, phrase, span, scene)
    return None


def _titled(title: Told, name: Sequence[Token], phrase: Phrase, span: Span, scene: Scene) -> Read | None:
    words = {token.folded for token in name}
    why = f"{title.word!r} before a name"
    hit = ruling(nations_in(phrase.main), len(words_of(phrase.main)), words_of(phrase.main))
    country = scene.country(hit.countries) if hit else None
    if title.word.split()[-1] in listed("bodies"):
        kind = _KIND_OF_BODY.get(title.sector or "", "organisation")
        value = of_words(span, phrase.main, (kind, title.sector, title.category))
        return Read(replace(value, country=country), why)
    group = words & (
        listed("armed") | listed("perhaps_armed") | listed("civil") | listed("companies") | listed("media")
    )
    if group or find_nations(name) or is_acronym(name[0].text):
        return None
    by_role = title.word not in scene.registry.tables["titles"]
    if by_role and find_role([name[-1].folded]):
        return None  # "Rohingya Muslims", or "GOVERNMENT SPOKESMAN" all in capitals: no name in it
    if by_role and scene.caseless and len(name) < 2:
        return None
    category = scene.home_or_foreign(country, title.category, span)
    return Read(replace(of_words(span, phrase.main, (PERSON, title.sector, category)), country=country), why)


def _after_office(name: Sequence[Token], text: str) -> Sequence[Token]:
    """Skip "to Pakistan" or "for Public Security" between an office and the name of who holds it."""
    if not name or name[0].folded not in ("to", "of", "for"):
        return name
    for number in range(2, len(name)):
        gap = text[name[number - 1].end : name[number].start]
        nation = find_nations(name[1:number])
        if name[number].capital and "," not in gap and nation and nation[0].last == number - 1:
            return name[number:]
    return name[3:] if len(name) > 4 else ()


def read_role(phrase: Phrase, span: Span, scene: Scene) -> Read | None:
    """Read a head word that tells a role: "masked gunmen", "Chinese engineers", "a bus"."""
    tokens = words_of(phrase.main)
    words = before_link([token.folded for token in tokens])
    told = find_role(" ".join(words).split())
    if told is None:
        return None
    if told.words < len(tokens) and not phrase.main.isupper() and _looks_named(tokens, len(words)):
        return None  # "Zankey Guard", "Cells of Revolutionary Dawn": a name whose head happens to be a role
    hit = (
        None if told.thing or _of_group(phrase) else ruling(nations_in(phrase.core), len(tokens), words_of(phrase.core))
    )
    country = scene.country(hit.countries) if hit else None
    category = scene.home_or_foreign(country, told.category, span)
    name = phrase.core if len(phrase.core) < 60 else phrase.main
    value = of_words(span, name, (GENERIC, None if told.thing else told.sector, category))
    organs = _organ_candidates(told, country, phrase, scene)
    return Read(replace(value, country=country, candidates=organs), f"the word {told.word!r} tells a role")


def _of_group(phrase: Phrase) -> bool:
    """Tell whether the phrase hangs on a group's name: the "Pakistan" in it is then no nationality."""
    return phrase.of is not None and bool(find_matches(take_apart(phrase.of[1]).main))


def _organ_candidates(told: Told, country: str | None, phrase: Phrase, scene: Scene) -> tuple[ActorCandidate, ...]:
    """Give the organ that soldiers or police of a country, or a bare "army" in a one-country text, could be."""
    organ = find_organ(told.word) or ("army" if _TROOPS.search(phrase.main) else None)
    organ = organ or _ORGAN_OF_SECTOR.get(told.sector or "")
    code = country or scene.surroundings.leading
    if told.thing or organ is None or code is None or told.category not in ("security-force", "official"):
        return ()
    return scene.listed([scene.organ_id(organ, code)], 0.6 if country else 0.4)


def _looks_named(tokens: Sequence[Token], head: int) -> bool:
    """Tell whether all words have capitals, the country's apart: "Zankey Guard" but not "Police officers".

    A name with "of" in it must begin with a word that groups take: "Sons of the River", not "Residents of Dori".
    """
    taken = {number for hit in find_nations(tokens) for number in range(hit.first, hit.last)}
    own = [
        token for number, token in enumerate(tokens) if number not in taken and token.folded not in listed("name_links")
    ]
    if len(own) < 2 or not all(token.capital for token in own):
        return False
    last = {tokens[head - 1].folded, singular(tokens[head - 1].folded)}
    if head < len(tokens):
        return bool(last & (listed("armed") | listed("perhaps_armed")))
    return bool(last & (listed("armed") | listed("perhaps_armed") | listed("official")))
