"""What the text around a place tells where the place itself is not in the index, or not told from its namesakes."""

from __future__ import annotations

import re

from vedette.places.index import Place
from vedette.places.judge import Choice
from vedette.places.scan import Name
from vedette.places.survey import Survey
from vedette.records import Span

# Below this share of the best candidate the namesakes are level.
_LEAST_SURE = 0.25
# A town below this size that has the name only as another spelling needs this score, which its document must give it.
_SMALL, _BACKED = 20_000, 6.0
_NEXT = 80  # characters after a span in which an apposition may name what it lies in
_APPOSITION = re.compile(
    r"(?:,? \(|,\s(?:[a-z-]+ ){0,2}|,?\s(?:(?!and\b|or\b|but\b|who\b|which\b|from\b|to\b)[a-z-]+ ){0,4}"
    r"(?:in|of|at|outside) (?:[A-Za-z-]+ ){0,4})"
)
_MAIN_SHARE, _MAIN_WEIGHT = 0.85, 2.0


def is_guess(choice: Choice) -> bool:
    """Tell whether nothing but chance would pick the best: namesakes level, or a stray spelling of a small town."""
    return choice.shares[choice.best] < _LEAST_SURE or is_stray(choice)


def is_stray(choice: Choice) -> bool:
    """Tell whether only a small town's other spelling has the name, and nothing in the document speaks for it."""
    place, main = choice.places[choice.best]
    small = place.kind == "town" and place.population < _SMALL
    return not main and small and choice.scores[choice.best] < _BACKED


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
    weights: dict[str, float] = dict(survey.scene.countries)
    for choice in survey.choices.values():
        for (place, _), share in zip(choice.places, choice.shares, strict=True):
            weights[place.country] = weights.get(place.country, 0.0) + choice.weight * share
    for code in ("", other_than or ""):
        weights.pop(code, None)
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
    return None if is_guess(choice) else choice.places[choice.best][0]


def _choice(survey: Survey, name: Name) -> Choice:
    return survey.choice_of[name.start, name.end]
