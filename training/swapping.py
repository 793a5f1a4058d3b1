"""A report's names, places and figures swapped for those of others: the markup stays, what it stands on changes.

A reader that has seen a report ten times knows its people and towns by heart. With others in their place it has to go
by the sentence. A string is swapped everywhere in the report or nowhere, for one of its kind and outward form; where
it stands across the edge of another mark it is left as it is. The values of dates and counts are not carried over: the
reader learns where they stand, not what they come to.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

from training.corpus import GoldArgument, GoldReport
from vedette.records import COUNT_ROLES, Role, Span

SHORTEST, LONGEST = 3, 44  # characters of a name
FEW = 5  # a form with so few names is left alone
NUMBERS = (
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
    "fifteen", "sixteen", "seventeen", "eighteen", "twenty",
)  # fmt: skip
_DIGITS = re.compile(r"\d{1,3}")

Form = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Pool:
    """Names by kind and outward form."""

    names: dict[Form, Sequence[str]]


@dataclass(frozen=True, slots=True)
class _Edit:
    start: int
    end: int
    text: str


def gather_names(reports: Iterable[GoldReport]) -> Pool:
    """Collect the names of parties and places that reports mark."""
    found: defaultdict[Form, set[str]] = defaultdict(set)
    for report in reports:
        for event in report.events:
            for argument in event.arguments:
                if (form := _form(argument, _in_small(report))) is not None:
                    found[form].add(argument.span.text)
    return Pool({form: sorted(names) for form, names in found.items()})


def swap(report: GoldReport, pool: Pool, share: float, draw: Random) -> GoldReport:
    """Swap about this share of a report's names, places and figures."""
    chosen = dict(_choose(report, pool, share, draw))
    edits = sorted(_edits(report, chosen), key=lambda edit: edit.start)
    return _rewrite(report, edits) if edits else report


def _in_small(report: GoldReport) -> bool:
    return report.text == report.text.lower()


def _form(argument: GoldArgument, in_small: bool) -> Form | None:
    """Give a name's kind and form; None for what is no name: common nouns are bound to their sentences."""
    text = argument.span.text
    kind = {Role.PLACE: "place", Role.ACTOR: "party", Role.RECIPIENT: "party"}.get(argument.role)
    named = text[:1].isupper() or (in_small and kind == "place")
    if kind is None or not named or not SHORTEST <= len(text) <= LONGEST:
        return None
    return kind, in_small, min(len(text.split()), 3), text.endswith("s"), text.isupper()


def _choose(report: GoldReport, pool: Pool, share: float, draw: Random) -> Iterator[tuple[str, str]]:
    """Give the strings to swap, each with its other."""
    in_small = _in_small(report)
    arguments = {argument.span.text: argument for event in report.events for argument in event.arguments}
    for text, argument in arguments.items():
        if draw.random() >= share:
            continue
        other = _other_figure(text, draw) if argument.role in COUNT_ROLES and _is_figure(text) else None
        form = _form(argument, in_small)
        if form is not None and len(pool.names.get(form, ())) > FEW:
            other = draw.choice(pool.names[form])
        if other is not None and other != text:
            yield text, other


def _is_figure(text: str) -> bool:
    return _DIGITS.fullmatch(text) is not None or text.lower() in NUMBERS


def _other_figure(text: str, draw: Random) -> str:
    """Give another number, written as this figure is."""
    if _DIGITS.fullmatch(text):
        low = max(2, 10 ** (len(text) - 1))
        return str(draw.randint(low, 10 ** len(text) - 1))
    other = draw.choice(NUMBERS)
    return other.capitalize() if text[0].isupper() else other


def _edits(report: GoldReport, chosen: dict[str, str]) -> Iterator[_Edit]:
    """Give the edits of those strings all of whose places can be edited; the longest first, since they hold others."""
    marks = {(span.start, span.end) for span in _spans(report)}
    taken: list[tuple[int, int]] = []
    for text in sorted(chosen, key=lambda one: (-len(one), one)):
        places = [match.span() for match in re.finditer(rf"(?<!\w){re.escape(text)}(?!\w)", report.text)]
        if _is_figure(text):  # "two" stands for other things, too
            places = [place for place in places if place in marks]
        if all(_is_free(place, taken) and _is_whole(place, marks) for place in places):
            taken += places
            yield from (_Edit(start, end, chosen[text]) for start, end in places)


def _is_free(place: tuple[int, int], taken: Sequence[tuple[int, int]]) -> bool:
    return not any(start < place[1] and place[0] < end for start, end in taken)


def _is_whole(place: tuple[int, int], marks: Iterable[tuple[int, int]]) -> bool:
    """Tell whether every mark that touches a place holds all of it."""
    return all((start <= place[0] and place[1] <= end) or end <= place[0] or place[1] <= start for start, end in marks)


def _spans(report: GoldReport) -> Iterator[Span]:
    yield from report.sentences
    for event in report.events:
        yield from event.triggers
        for argument in event.arguments:
            yield argument.span
            if argument.of is not None:
                yield argument.of
    for said in report.attributions:
        yield from (said.source, said.cue, said.content)
    for tie in report.ties:
        yield from (tie.a, tie.b)


def _rewrite(report: GoldReport, edits: Sequence[_Edit]) -> GoldReport:
    """Make the edits, which are in order, and move every mark with its words."""
    pieces, grown, at = [], [0], 0
    for edit in edits:
        pieces += [report.text[at : edit.start], edit.text]
        grown.append(grown[-1] + len(edit.text) - (edit.end - edit.start))
        at = edit.end
    text = "".join([*pieces, report.text[at:]])
    ends = [edit.end for edit in edits]

    def move(span: Span) -> Span:
        start, end = (place + grown[bisect_right(ends, place)] for place in (span.start, span.end))
        return Span.of(text, start, end)

    return replace(
        report,
        text=text,
        sentences=tuple(move(sentence) for sentence in report.sentences),
        events=tuple(
            replace(
                event,
                triggers=tuple(move(trigger) for trigger in event.triggers),
                arguments=tuple(
                    replace(it, span=move(it.span), of=move(it.of) if it.of is not None else None)
                    for it in event.arguments
                ),
            )
            for event in report.events
        ),
        attributions=tuple(
            replace(said, source=move(said.source), cue=move(said.cue), content=move(said.content))
            for said in report.attributions
        ),
        ties=tuple(replace(tie, a=move(tie.a), b=move(tie.b)) for tie in report.ties),
    )
