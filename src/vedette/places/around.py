"""What the text around a place tells where the place itself is not in the index, or not told from its namesakes."""

from __future__ import annotations

import re

from vedette.places.index import Place
from vedette.places.judge import Choice
from vedette.places.keys import fold_name
from vedette.places.scan import Name
from vedette.places.survey import Survey
from vedette.records import Span

# Below this share of the best candidate the namesakes are level.
_LEAST_SURE = 0.25
_LEVEL = 0.05  # two countries whose shares differ by less are level
# A town below this size that has the name only as another spelling needs this score, which its document must give it.
_SMALL, _BACKED = 20_000, 6.0
_NEXT = 80  # characters after a span in which an apposition may name what it lies in
_APPOSITION = re.compile(
    r"(?:,? \(|,\s(?:[a-z-]+ ){0,2}|,?\s(?:(?!and\b|or\b|but\b|who\b|which\b|from\b|to\b)[a-z-]+ ){0,4}"
    r"(?:in|of|at|outside) (?:[A-Za-z-]+ ){0,4})"
)
_MAIN_SHARE, _MAIN_WEIGHT = 0.85, 2.0
_WELL_KNOWN = 300_000  # people; a town of this size may be named in any document
_RENOWNED = 12  # spellings; a place that is written of this widely may be named in any document too
_FOREIGN_SHARE = 0.04


def is_guess(survey: Survey, choice: Choice) -> bool:
    """Tell whether nothing but chance would pick the best: namesakes level, or a stray one far from all the rest."""
    return choice.shares[choice.best] < _LEAST_SURE or is_stray(survey, choice) or _is_level(choice)


def _is_level(choice: Choice) -> bool:
    """Tell whether two countries share the name and nothing in the document speaks for one of them ("Congo")."""
    best = choice.shares[choice.best]
    level = [
        place
        for (place, _), share in zip(choice.places, choice.shares, strict=True)
        if place.kind == "country" and best - share < _LEVEL
    ]
    return len({place.country for place in level}) > 1


def is_stray(survey: Survey, choice: Choice) -> bool:
    """Tell whether the best is a small place that nothing speaks for.

    Either it has the name only as another spelling and the document does not back it, or the document plays in other
    countries and names nothing else in this one.
    """
    place, main = choice.places[choice.best]
    main = main or _is_own(place, choice.key)
    if place.kind not in ("town", "district") or place.population >= _WELL_KNOWN:
        return False
    known = main or place.fame >= 2 * _RENOWNED
    if not known and place.population < _SMALL and choice.scores[choice.best] < _BACKED:
        return True
    if place.fame >= _RENOWNED:
        return False
    weights = country_weights(survey, without=choice)
    total = sum(weights.values())
    return total >= _MAIN_WEIGHT and weights.get(place.country, 0.0) < _FOREIGN_SHARE * total


def _is_own(place: Place, key: str) -> bool:
    """Tell whether a name of several words is a district's own without its unit word ("North Waziristan")."""
    return place.kind == "district" and " " in key and fold_name(place.name).startswith(f"{key} ")


def country_weights(survey: Survey, without: Choice | None = None) -> dict[str, float]:
    """Give how much the document tells of each country, one choice left out; places in none do not count."""
    weights: dict[str, float] = dict(survey.scene.countries)
    for choice in survey.choices.values():
        if choice is not without:
            for (place, _), share in zip(choice.places, choice.shares, strict=True):
                if place.country:
                    weights[place.country] = weights.get(place.country, 0.0) + choice.weight * share
    return weights


def find_holder(text: str, survey: Survey, span: Span) -> Place | None:
    """Give the place that the words right after the span put it in, here or where the same words stand elsewhere."""
    ends = [span.end]
    if re.search(r"[A-Z]", span.text):
        ends += [match.end() for match in re.finditer(rf"\b{re.escape(span.text)}\b", text) if match.end() != span.end]
    for end in ends:
        holder = _holder_after(text, survey, end)
        if holder is not None:
            return holder
    return None


def main_country(survey: Survey, other_than: str | None = None) -> str:
    """Give the country that all but all of the document's names lie in, or "" where no country stands out.

    With `other_than`, give the one that the document speaks of most besides that one.
    """
    weights = country_weights(survey)
    weights.pop(other_than or "", None)
    if not weights:
        return ""
    most = max(sorted(weights), key=lambda code: weights[code])
    if other_than is not None:
        return most
    stands_out = weights[most] >= _MAIN_WEIGHT and weights[most] >= _MAIN_SHARE * sum(weights.values())
    return most if stands_out else ""


def _holder_after(text: str, survey: Survey, end: int) -> Place | None:
    at = next((number for number, name in enumerate(survey.names) if name.start >= end), None)
    if at is None or not _APPOSITION.fullmatch(text[end : survey.names[at].start][:_NEXT]):
        return None
    # "in Kenya's Mandera County": the last of a row of genitives is the nearest.
    while at + 1 < len(survey.names) and re.fullmatch(
        r"['’]s?\s(?:[a-z-]+ )?", text[survey.names[at].end : survey.names[at + 1].start]
    ):
        at += 1
    choice = _choice(survey, survey.names[at])
    return None if is_guess(survey, choice) else choice.places[choice.best][0]


def _choice(survey: Survey, name: Name) -> Choice:
    return survey.choice_of[name.start, name.end]
