"""Decides between actors of one name by the words beside it: "told AFP" is an agency, "AFP troops" are an army."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vedette.actors.index import Match
from vedette.records import Span

_REACH = 40  # characters on both sides of a name in which a cue stands
_ARTICLE = re.compile(r"\b[Tt]he\s+$")
# Before or after a name: which kinds of actors it then is.
_BEFORE = (
    (re.compile(r"\b(?:told|tells|telling|according to|reports? by|informed)\s+$"), frozenset({"media"})),
    (re.compile(r"\b(?:agency|newspaper|broadcaster|correspondent of|reporter for)\s+$"), frozenset({"media"})),
)
_AFTER = (
    (
        re.compile(
            r"(?:['’]s)?\s+(?:news agency|correspondents?|reporters?|journalists?|photographers?|quoted|reported)\b"
        ),
        frozenset({"media"}),
    ),
    (
        re.compile(r"(?:['’]s)?\s+(?:fighters?|rebels?|militants?|gunmen|insurgents?|guerr?illas?)\b"),
        frozenset({"armed-group"}),
    ),
    (re.compile(r"(?:['’]s)?\s+(?:troops|soldiers?|marines|battalions?)\b"), frozenset({"military", "armed-group"})),
    (re.compile(r"(?:['’]s)?\s+(?:police|detectives?|investigators?|constables?)\b"), frozenset({"police"})),
)


def keep_by_cue(name: str, matches: Sequence[Match], span: Span, text: str) -> Sequence[Match]:
    """Keep the matches of the kinds that the words beside the name allow; all where these say nothing.

    A name that takes an article is no agency where it can be anything else.
    """
    if len({match.entry.kind.kind for match in matches}) < 2:
        return matches
    start = span.start + max(0, span.text.find(name))
    before = text[max(0, start - _REACH) : start]
    after = text[start + len(name) : start + len(name) + _REACH]
    told = [kinds for cue, kinds in _BEFORE if cue.search(before)] + [
        kinds for cue, kinds in _AFTER if cue.match(after)
    ]
    kinds = set[str]().union(*told)
    if not kinds and _ARTICLE.search(before):
        kinds = {match.entry.kind.kind for match in matches} - {"media"}
    return [match for match in matches if match.entry.kind.kind in kinds] or matches
