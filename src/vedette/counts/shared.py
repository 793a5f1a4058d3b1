"""Tells a number that is of the dead and the hurt together: "killing and wounding over 40 people"."""

from __future__ import annotations

import re

from vedette.records import Span

_BEFORE = 60  # characters before the number in which the two verbs stand
_AFTER = 90
_DEAD = r"(?:kill|slay|dead|died|murder)\w*"
_HURT = r"(?:wound|injur|maim|hurt)\w*"
_BOTH = rf"(?:{_DEAD}\s+(?P<dead_first>and|or|and/or|/)\s+{_HURT}|{_HURT}\s+(?P<hurt_first>and|or|and/or|/)\s+{_DEAD})"
_VERBS_BEFORE = re.compile(rf"\b{_BOTH}\s+(?:of\s+)?$", re.IGNORECASE)
_VERBS_AFTER = re.compile(
    rf"(?:\s+[\w-]+){{0,5}}?\s+(?:(?:were|was|had\s+been|have\s+been|are|being)\s+)?(?:either\s+)?{_BOTH}\b",
    re.IGNORECASE,
)


def shared_floor(span: Span, text: str) -> int | None:
    """Give the least that one of two harms can have of a number told for both, or None where it is told for one.

    "killed or wounded" leaves open that nobody died: 0. "killing and wounding" says that some did: 1.
    """
    told = _VERBS_BEFORE.search(text[max(0, span.start - _BEFORE) : span.start])
    told = told or _VERBS_AFTER.match(text[span.end : span.end + _AFTER])
    if told is None:
        return None
    return 1 if (told["dead_first"] or told["hurt_first"]).lower() == "and" else 0
