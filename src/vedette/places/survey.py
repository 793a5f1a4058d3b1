"""Read a document's own geography: its names, how they stand to one another, its countries, its publisher."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise, zip_longest

from vedette.codebook.countries import demonyms
from vedette.places.index import PlaceIndex
from vedette.places.judge import Choice, Scene
from vedette.places.keys import fold_name
from vedette.places.reject import is_fragment, keep_places, read_page
from vedette.places.scan import Name, Token, find_names, split_tokens
from vedette.places.words import Words
from vedette.records import Document

_DEMONYM_WEIGHT = 0.5
_DOMAIN_WEIGHT = 3.0
_PUBLISHER_WEIGHT = 1.5
_TITLE_WEIGHT = 1.0
_CONTAINER_GAP = re.compile(r"^(?:,? (?:\w+ ){0,3}?(?:in|of)(?: \w+){0,3} |, (?:an? |the )?(?:\w+ ){0,5}|\s?\(| in )$")
_NATURAL = ("water", "locality", "area", "region", "province", "district", "site")  # what "X valley" can be
_SEAS = frozenset({"sea", "gulf", "strait", "straits", "ocean"})  # names that say what they are
_COMMA = re.compile(r"^,\s$")
# Endings of web addresses that stand for a country and are not used for other ends.
_DOMAIN = re.compile(r"(?:^|\.)([a-z]{2})(?:[/:].*)?$")
_NOT_COUNTRIES = {"co", "tv", "me", "io", "ai", "fm", "am", "cc", "ws", "to", "ly", "gg", "im", "la", "eu"}


@dataclass(slots=True)
class Survey:
    """What was found: the text's names in order, the choice that each is, and the scene."""

    names: list[Name] = field(default_factory=list)
    choices: dict[tuple[str, tuple[str, ...]], Choice] = field(default_factory=dict)
    choice_of: dict[tuple[int, int], Choice] = field(default_factory=dict)
    scene: Scene = field(default_factory=Scene)


def survey_document(document: Document, index: PlaceIndex, words: Words, spans: list[tuple[int, int]]) -> Survey:
    """Survey the text; names inside `spans` are places whatever stands around them."""
    survey = Survey()
    tokens = split_tokens(document.text)
    found = find_names(document.text, tokens, index)
    page = read_page(document.text, tokens, found, words)
    span_of = {name: span for name in found for span in spans if span[0] <= name.start and name.end <= span[1]}
    kept = keep_places(page, [name for name in found if name not in span_of])
    given = [name for name, span in span_of.items() if not is_fragment(page, name, *span)]
    survey.names = sorted(kept + given, key=lambda name: name.start)
    for name in survey.names:
        add_name(survey, name, unit_kinds(document.text, name, words))
    link_containers(document.text, survey)
    if document.title and document.title not in document.text:
        _read_title(document.title, index, words, survey)
    _read_demonyms(tokens, survey.scene)
    _read_publisher(document, index, words, survey)
    return survey


def add_name(survey: Survey, name: Name, kinds: tuple[str, ...]) -> Choice:
    """Make the name part of its choice: one name with one kind means one place throughout the document."""
    allowed = [(place, main) for place, main in name.found if not kinds or place.kind in kinds]
    if not allowed:
        kinds, allowed = (), list(name.found)
    choice = survey.choices.setdefault((name.key, kinds), Choice(name.key, allowed, kinds, weight=0.0))
    choice.weight = min(2.0, choice.weight + 1.0 if not choice.weight else choice.weight + 0.25)
    survey.choice_of[name.start, name.end] = choice
    return choice


def unit_kinds(text: str, name: Name, words: Words) -> tuple[str, ...]:
    """Give the kinds that a word right after or before the name allows: "X district", "the village of X"."""
    after = re.match(r"['’]?s?[ -]([A-Za-z-]+(?: [a-z]+)?)", text[name.end : name.end + 40])
    listed = text.endswith(", ", 0, name.start)  # "Port Sudan, Red Sea" tells the state of the town
    if name.key.split()[-1] in _SEAS and not listed and not (after and after[1].split()[0].lower() in words.unit_kinds):
        return ("water",)
    if after:
        for word in (after[1].lower(), after[1].split()[0].lower()):
            kinds = words.unit_kinds.get(word)
            if kinds and set(kinds) & {"province", "district"} and not word.endswith("s"):
                return kinds
            if kinds and word in ("city", "town", "village"):
                return kinds
            if kinds and kinds[0] in ("water", "locality"):
                return _NATURAL
            if word in words.camps:
                return ("site",)
    before = re.search(r"([A-Za-z-]+) of (?:the )?$", text[max(0, name.start - 40) : name.start])
    if before:
        kinds = words.unit_kinds.get(before[1].lower(), ())
        return kinds if set(kinds) & {"province", "district", "town"} else ()
    return ()


def link_containers(text: str, survey: Survey) -> None:
    """Tie each name to the unit or country that the words after it put it in."""
    for name, following in pairwise(survey.names):
        gap = text[name.end : following.start]
        if len(gap) > 60 or not (_COMMA.match(gap) or following.short or _CONTAINER_GAP.match(gap)):
            continue
        inner = survey.choice_of[name.start, name.end]
        outer = survey.choice_of[following.start, following.end]
        if outer is not inner and outer not in inner.containers:
            inner.containers.append(outer)
            outer.contents.append(inner)


def _read_title(title: str, index: PlaceIndex, words: Words, survey: Survey) -> None:
    """Let the names of a headline that stands apart from the text count with the text's."""
    tokens = split_tokens(title)
    found = find_names(title, tokens, index)
    for name in keep_places(read_page(title, tokens, found, words), found):
        choice = survey.choices.setdefault((name.key, ()), Choice(name.key, list(name.found), weight=0.0))
        choice.weight += _TITLE_WEIGHT


def _read_demonyms(tokens: list[Token], scene: Scene) -> None:
    known = demonyms()
    weights: dict[str, float] = defaultdict(float)
    for token, following in zip_longest(tokens, tokens[1:]):
        pair = f"{token.text} {following.text}" if following else ""
        codes = known.get(pair) or known.get(token.text, ())
        for code in codes:
            weights[code] += _DEMONYM_WEIGHT / len(codes)
    for code in sorted(weights):
        scene.countries[code] = scene.countries.get(code, 0.0) + min(2.0, weights[code])


def _read_publisher(document: Document, index: PlaceIndex, words: Words, survey: Survey) -> None:
    """Let the publisher speak: its known seat, the place in its name ("parisbeacon.com"), its domain (".ge")."""
    for source in dict.fromkeys(filter(None, (document.publisher, _host(document.url)))):
        if (code := _domain_country(source)) is not None:
            survey.scene.countries[code] = survey.scene.countries.get(code, 0.0) + _DOMAIN_WEIGHT
        if (home := words.homes.get(source.lower())) is not None:
            town, unit = (_publisher_choice(survey, index, fold_name(name)) for name in home)
            town.containers.append(unit)
            unit.contents.append(town)
        elif (key := publisher_place(source, index, words)) is not None:
            _publisher_choice(survey, index, key)


def _publisher_choice(survey: Survey, index: PlaceIndex, key: str) -> Choice:
    """Count the publisher's place as one more name of the document, and one that is rather a town than a country."""
    choice = survey.choices.setdefault((key, ()), Choice(key, index.find(key), weight=0.0))
    choice.weight += _PUBLISHER_WEIGHT
    choice.published = True
    return choice


def _domain_country(source: str) -> str | None:
    match = _DOMAIN.search(source.lower())
    if match is None or "." not in source or match[1] in _NOT_COUNTRIES:
        return None
    return {"uk": "GB"}.get(match[1], match[1].upper())


def publisher_place(publisher: str, index: PlaceIndex, words: Words) -> str | None:
    """Give the key of the place in a publisher's name or web address once the words of the press are taken off."""
    name = re.sub(r"^https?://", "", publisher.lower())
    if "." in name and " " not in name:
        name = re.sub(r"\.(?:com|org|net|co|info|ca|ie|uk|[a-z]{2})(?:\.[a-z]{2})?$", "", name).split(".")[-1]
    parts = [part for part in re.split(r"[^a-z]+", fold_name(name)) if part not in words.press]
    whole = " ".join(parts)
    if not whole:
        return None
    for key in (whole, _strip_press(whole, words)):
        if len(key) > 3 and index.holds(key):
            return key
    return None


def _strip_press(name: str, words: Words) -> str:
    """Take "daily" and "news" off the ends of a name written in one: "parisbeacon"."""
    changed = True
    while changed:
        changed = False
        for word in sorted(words.press, key=len, reverse=True):
            if len(word) > 2 and len(name) > len(word) + 3:
                if name.endswith(word):
                    name, changed = name[: -len(word)].strip(), True
                elif name.startswith(word):
                    name, changed = name[len(word) :].strip(), True
    return name


def _host(url: str | None) -> str | None:
    match = re.match(r"https?://(?:www\.)?([^/]+)", url or "")
    return match[1] if match else None
