"""Judgements in words: what was decided, whether it still holds, and what the program would say instead."""

from __future__ import annotations

from collections.abc import Sequence

from vedette.records import Best, CountValue, Dissent, Event, EventRef, Incident, Judgement, JudgementKind
from vedette.views.labels import UNKNOWN
from vedette.views.passage import clean_text
from vedette.views.wording import word_value

_ONE = "would keep these apart, as {count} incidents"
_TWO = "would take these for {count}"


def word_judgement(judgement: Judgement) -> str:
    """Say what was decided."""
    if judgement.kind is JudgementKind.UNDO:
        return f"undo {judgement.undoes}"
    if judgement.kind is JudgementKind.CORRECT:
        return f"correct {judgement.role}: {judgement.value}"
    if judgement.of_event:
        return f"{judgement.kind.value} (1 event)"
    sizes = " | ".join(str(len({event.document_id for event in group})) for group in judgement.groups)
    return f"{judgement.kind.value} ({sizes} report{'s' * (sizes != '1')})"


def word_maker(judgement: Judgement) -> str:
    """Say who decided, a rule apart from a person."""
    return judgement.by if judgement.human else f"{judgement.by} (a rule)"


def word_dissent(judgement: Judgement, dissent: Dissent | None) -> str:
    """Say what the program would do instead; empty where it agrees."""
    if dissent is None:
        return ""
    if judgement.kind is JudgementKind.CORRECT:
        return f"would say {_put(dissent.incident, dissent.best)}"
    count = len(dissent.groups)
    if judgement.kind in (JudgementKind.SAME, JudgementKind.ACCEPT):
        return _ONE.format(count=count)
    return _TWO.format(count="one incident" if count == 1 else f"{count} incidents, cut otherwise")


def judged_lines(event: Event, judgements: Sequence[Judgement]) -> list[str]:
    """Say of one event what was decided on it alone, one line a judgement."""
    named = EventRef(event.document_id, event.id)
    return [
        clean_text(
            f"Judgement {one.number}: {one.kind.value}ed by {word_maker(one)}, {one.at:%Y-%m-%d}"
            + (f": {one.why}" if one.why else "")
        )
        for one in judgements
        if one.of_event and any(named in group for group in one.groups)
    ]


def _put(incident: Incident | None, best: Best | None) -> str:
    if incident is None or best is None or best.rival is None:
        return UNKNOWN
    value = incident.rivals[best.rival].value
    return word_value(value) + (f" {value.of.text}" if isinstance(value, CountValue) and value.of else "")
