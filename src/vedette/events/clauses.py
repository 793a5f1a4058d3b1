"""Results in a relative clause: "the raid in March in which two men were killed" tells of one happening, not two."""

from __future__ import annotations

import bisect
import re
from collections.abc import Mapping, Sequence

from vedette.records import EventType, Span, Trigger

_RELATIVE = re.compile(r"\b(?:in|during) which\b", re.IGNORECASE)
_PARTED = re.compile(r"[.;:]")
_REACH = 6  # words between the happening and its clause
# What a happening does to people. In marked texts such a verb in such a clause told of the same event 44 times of 44.
_RESULT = re.compile(
    r"(?:abducted|dead|died|dying|fell|hurt|injured|killed|lost|murdered|perished|shot|slain|wounded)\b", re.IGNORECASE
)


def results_in_clauses(text: str, triggers: Sequence[Trigger], sentences: Sequence[Span]) -> Mapping[int, int]:
    """Give, for each trigger that is a result told in a relative clause, the trigger of the happening it belongs to."""
    found: dict[int, int] = {}
    by_type: dict[EventType, list[int]] = {}
    for index in sorted(range(len(triggers)), key=lambda index: triggers[index].span):
        by_type.setdefault(triggers[index].type, []).append(index)
    for sentence in sentences:
        for relative in _RELATIVE.finditer(text, sentence.start, sentence.end):
            for indices in by_type.values():
                place = bisect.bisect_left(indices, relative.start(), key=lambda index: triggers[index].span.start)
                if 0 < place < len(indices):
                    happening, result = indices[place - 1], indices[place]
                    if _is_told_of(text, sentence, triggers[happening].span, relative.start(), triggers[result].span):
                        found[result] = happening
    return found


def _is_told_of(text: str, sentence: Span, happening: Span, clause: int, result: Span) -> bool:
    between = text[happening.end : clause]
    return (
        sentence.contains(happening)
        and sentence.contains(result)
        and len(between.split()) <= _REACH
        and not _PARTED.search(between)
        and _RESULT.match(result.text) is not None
    )
