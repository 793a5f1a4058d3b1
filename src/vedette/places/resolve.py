"""Turn place spans into values: names, their meaning in this document, and what the phrase makes of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from vedette.codebook.countries import demonyms
from vedette.places.area import Area, area_of, area_of_place
from vedette.places.around import find_holder, is_guess, is_stray, main_country
from vedette.places.facility import find_facility
from vedette.places.index import Place, PlaceIndex
from vedette.places.judge import Choice, judge_choices, lies_in
from vedette.places.keys import fold_name
from vedette.places.phrase import Layout, Relation, is_border, is_coast, lay_out
from vedette.places.scan import Name, find_names, split_tokens
from vedette.places.spelling import respell
from vedette.places.survey import Survey, add_name, survey_document, unit_kinds
from vedette.places.words import Words
from vedette.records import Basis, Document, PlaceCandidate, PlacePrecision, PlaceValue, Span

_BARE_NAME = re.compile(
    r"(?:[a-z]+ of )?((?:(?:al|el|ez|ul)-)?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+| al-[A-Z]\w+){0,2})(?: ([a-z]+))?"
)
_MOST_CANDIDATES = 5
_WELL_KNOWN = 100_000  # people; a town of this size is meant by its name in lower case too
_LEAST_SHARE = 0.02
_COUNTRY_SURE = 0.8  # share of the candidates that must lie in one country for it to be told


@dataclass(frozen=True, slots=True)
class Setting:
    """What a resolver needs at hand."""

    document: Document
    index: PlaceIndex
    words: Words
    survey: Survey


def resolve_spans(document: Document, spans: Sequence[Span], index: PlaceIndex, words: Words) -> list[PlaceValue]:
    """Give one value for each span, in order; the names of the whole document are judged together."""
    inside = [(span.start, span.end) for span in spans]
    survey = survey_document(document, index, words, inside)
    setting = Setting(document, index, words, survey)
    names = [_names_in(setting, span) for span in spans]
    judge_choices(list(survey.choices.values()), survey.scene)
    return [_resolve(setting, span, found) for span, found in zip(spans, names, strict=True)]


def _names_in(setting: Setting, span: Span) -> list[Name]:
    """Give the names within a span; where capitals show none, the longest one in any case."""
    found = [name for name in setting.survey.names if span.start <= name.start and name.end <= span.end]
    peoples = _peoples(setting, span)
    if found and peoples:
        # A people's name beats a town of the same letters: "the Thai-Cambodian border".
        apart = [name for name in found if not any(name.start < each.end and each.start < name.end for each in peoples)]
        for name in peoples:
            add_name(setting.survey, name, unit_kinds(setting.document.text, name, setting.words))
        return sorted((*apart, *peoples), key=lambda name: name.start)
    if found:
        return found
    text = setting.document.text
    tokens = split_tokens(text, span.start, span.end)
    capital = [token for token in tokens if token.capital]
    if not capital and span.text.lower() != span.text:
        return []
    if capital:
        # A longer name of the text ("Goma airport") may reach beyond the span ("Goma"), which is a name itself.
        names = peoples or [
            name
            for name in find_names(text, tokens, setting.index)
            if (name.start, name.end) == (capital[0].start, capital[-1].end)
        ]
    else:
        names = _whole_phrase(setting, span)
    for name in names:
        add_name(setting.survey, name, unit_kinds(text, name, setting.words))
    return names


def _peoples(setting: Setting, span: Span) -> list[Name]:
    """Read "the Iranian border" and "the Somali coast" as names of the countries."""
    if not (is_border(span.text) or is_coast(span.text)):
        return []
    names = []
    tokens = split_tokens(setting.document.text, span.start, span.end)
    for number, token in enumerate(tokens):
        codes = demonyms().get(token.text, ())
        found = [setting.index.country(code) for code in codes]
        if found:
            key = fold_name(found[0].name)
            names.append(Name(token.start, token.end, key, tuple((each, True) for each in found), number, number))
    return names


def _whole_phrase(setting: Setting, span: Span) -> list[Name]:
    """Read a phrase in lower case as a name when all of it is one that no common word spells ("cd. victoria")."""
    text, words = setting.document.text, setting.words
    tokens = split_tokens(text, span.start, span.end)
    names = find_names(text, tokens, setting.index, any_case=True)
    known = any(main and place.population > _WELL_KNOWN for name in names for place, main in name.found)
    if not known and any(token.lower in words.common or token.lower in words.unit_kinds for token in tokens):
        return []
    return names if names and names[0].first == 0 and not text[: span.start].endswith("the ") else []


def _resolve(setting: Setting, span: Span, names: list[Name]) -> PlaceValue:
    if not names:
        return _respelled(setting, span) or _unresolved(setting, span, None)
    layout = lay_out(span.text, span.start, names, setting.words)
    choice = _choice(setting, names[layout.anchor])
    place = choice.places[choice.best][0]
    if layout.unnamed is not None:
        return _unresolved(setting, span, place)
    if is_guess(setting.survey, choice):
        return _undecided(setting, span, choice)
    name = names[layout.anchor]
    place = _facility(setting, span, name, place) or place
    other = None
    if layout.other is not None:
        second = _choice(setting, names[layout.other])
        other = second.places[second.best][0]
    area = area_of(layout, place, other, setting.index, main_country(setting.survey, other_than=place.country))
    if area.point is None and place.point is not None:
        return _unresolved(setting, span, place if layout.relation is Relation.COAST else None)
    return _value(setting, span, choice, place, layout, area)


def _facility(setting: Setting, span: Span, name: Name, town: Place) -> Place | None:
    return find_facility(span.text, name.start - span.start, name.end - span.start, town, setting.index)


def _respelled(setting: Setting, span: Span) -> PlaceValue | None:
    """Read a name that the index spells otherwise, in the country that the text puts it in."""
    holder = find_holder(setting.document.text, setting.survey, span)
    country = holder.country if holder is not None else main_country(setting.survey)
    name = _bare_name(span.text, setting.words)
    place = respell(name, country, setting.index) if country and name else None
    if place is None or (holder is not None and holder.kind == "province" and not lies_in(place, holder)):
        return None
    choice = Choice(fold_name(name), [(place, False)], scores=[0.0], shares=[1.0])
    value = _value(setting, span, choice, place, Layout(Relation.AT, 0), area_of_place(place))
    return replace(value, basis=Basis.INFERRED, why=f"the index spells it {place.name}, in {country}")


def _bare_name(phrase: str, words: Words) -> str:
    """Give the name in a phrase that holds nothing else but a unit word: "Sheikh Zuweid", "Ain al-Helweh area"."""
    match = _BARE_NAME.fullmatch(phrase)
    if match is None or (match[2] and match[2] != "area" and match[2] not in words.unit_kinds):
        return ""
    return match[1]


def _undecided(setting: Setting, span: Span, choice: Choice) -> PlaceValue:
    """Keep the words and the candidates, and the country where nearly all candidates lie in one."""
    weights: dict[str, float] = {}
    for (place, _), share in zip(choice.places, choice.shares, strict=True):
        weights[place.country] = weights.get(place.country, 0.0) + share
    country = max(weights, key=lambda code: weights[code])
    value = _unresolved(setting, span, None)
    sure = weights[country] >= _COUNTRY_SURE and not is_stray(setting.survey, choice)
    return replace(
        value,
        country=value.country or (country if sure and country else None),
        candidates=_candidates(setting.index, choice),
        why=f"candidates: {len(choice.places)}; nothing here tells whether or which",
    )


def _choice(setting: Setting, name: Name) -> Choice:
    return setting.survey.choice_of[name.start, name.end]


def _value(setting: Setting, span: Span, choice: Choice, place: Place, layout: Layout, area: Area) -> PlaceValue:
    return PlaceValue(
        name=area.name or place.name,
        geonames_id=place.geonames_id if layout.relation in (Relation.AT, Relation.NEAR) else None,
        lat=area.point and area.point[0],
        lon=area.point and area.point[1],
        country=place.country or None,
        admin1=_admin1(setting.index, place),
        admin2=_admin2(setting.index, place),
        precision=area.precision,
        basis=Basis.STATED if layout.relation is Relation.AT else Basis.RELATIVE,
        spans=(span,),
        radius_km=area.radius_km,
        candidates=_candidates(setting.index, choice),
        why="; ".join(filter(None, (_why(choice, place, layout), _views(setting.index, place)))),
    )


def _unresolved(setting: Setting, span: Span, container: Place | None) -> PlaceValue:
    """Give the words as the name, and what the text tells of the country and unit they lie in."""
    holder = container or find_holder(setting.document.text, setting.survey, span)
    country = holder.country if holder is not None else main_country(setting.survey)
    why = f"in {holder.name}, says the text" if holder else f"the document plays in {country}" if country else ""
    return PlaceValue(
        name=span.text,
        geonames_id=None,
        lat=None,
        lon=None,
        country=country or None,
        admin1=_admin1(setting.index, holder),
        admin2=_admin2(setting.index, holder),
        precision=_described_precision(span.text, setting.words),
        basis=Basis.INFERRED if country else Basis.STATED,
        spans=(span,),
        why="; ".join(filter(None, ("not in the index", why))),
    )


def _described_precision(phrase: str, words: Words) -> PlacePrecision | None:
    """Give how exact the thing is that a phrase without a known name describes, by its last unit word."""
    precision = None
    for word in re.findall(r"[a-z-]+", re.split(r"\b(?:in|near|of|at|on)\b", phrase.lower())[0]):
        kinds = words.unit_kinds.get(word)
        if kinds:
            precision = _PRECISION_OF[kinds[0]]
    return precision


_PRECISION_OF = {
    "country": PlacePrecision.COUNTRY,
    "province": PlacePrecision.PROVINCE,
    "district": PlacePrecision.DISTRICT,
    "town": PlacePrecision.TOWN,
    "water": PlacePrecision.REGION,
    "locality": PlacePrecision.DISTRICT,
    "site": PlacePrecision.SITE,
}


def _candidates(index: PlaceIndex, choice: Choice) -> tuple[PlaceCandidate, ...]:
    order = sorted(range(len(choice.places)), key=lambda number: (-choice.shares[number], number))
    kept = [number for number in order if choice.shares[number] >= _LEAST_SHARE][:_MOST_CANDIDATES]
    return tuple(
        PlaceCandidate(
            name=place.name,
            geonames_id=place.geonames_id,
            lat=place.lat,
            lon=place.lon,
            country=place.country or None,
            admin1=_admin1(index, place),
            admin2=_admin2(index, place),
            precision=place.precision,
            score=round(choice.shares[number], 3),
        )
        for number, place in ((number, choice.places[number][0]) for number in kept)
    )


def _admin1(index: PlaceIndex, place: Place | None) -> str | None:
    """Give the name of the first-order unit that a place is or lies in."""
    if place is None or place.kind == "province" or place.admin1 is None:
        return place.name if place is not None and place.kind == "province" else None
    return index.place(place.admin1).name


def _admin2(index: PlaceIndex, place: Place | None) -> str | None:
    """Give the name of the second-order unit that a place is or lies in."""
    if place is None or place.kind == "district" or place.admin2 is None:
        return place.name if place is not None and place.kind == "district" else None
    return index.place(place.admin2).name


def _views(index: PlaceIndex, place: Place) -> str:
    """Tell both views of a contested area that a place is or lies in, the smallest one; neither is ours."""
    country = index.country(place.country) if place.country else None
    units = (place.admin2, place.admin1)
    holders = [place, *(index.place(unit) for unit in units if unit is not None), *([country] if country else [])]
    for holder in holders:
        for each in (holder, *_namesakes(index, holder)):
            views = index.note(each).get("views")
            if views:
                claimed = f"; claimed by: {views['claimed']}" if "claimed" in views else ""
                return f"contested; ISO 3166: {views['iso']}; on the ground: {views['de_facto']}{claimed}"
    return ""


def _namesakes(index: PlaceIndex, place: Place) -> list[Place]:
    """Give the contested areas that the index keeps beside a province of the same name and country."""
    if place.kind != "province":
        return []
    found = index.find(fold_name(place.name))
    return [each for each, main in found if main and each.kind == "area" and each.country == place.country]


def _why(choice: Choice, place: Place, layout: Layout) -> str:
    """Say in a few words what spoke for this place."""
    reasons = []
    holders = [
        each.name
        for container in choice.containers
        for each in (container.places[container.best][0],)
        if lies_in(place, each)
    ]
    if holders:
        reasons.append(f"the text puts it in {', '.join(dict.fromkeys(holders))}")
    rivals = len(choice.places) - 1
    reasons.append(f"rivals of the name: {rivals}" if rivals else "the only place of the name")
    if place.number not in {each.number for each, _ in choice.places}:
        reasons.append(f"the {place.kind} of {choice.places[choice.best][0].name}")
    if layout.relation is not Relation.AT:
        reasons.append(f"{layout.relation.value} {place.name}")
    if place.derived:
        reasons.append("centre worked out from the towns in it")
    return "; ".join(reasons)
