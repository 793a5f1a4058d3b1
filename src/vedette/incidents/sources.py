"""How many independent sources stand behind an incident, and behind one of its values.

Of reports a copy counts with what it repeats, and a publisher counts once. Of a value it also matters whose word it is:
the army's figure in four papers is the army's word, and so is the same figure in the army's own release. Who is named
more fully in one report than in another ("police", "the regional police") is taken for one; "witnesses" are others in
each report. That may count too few, never too many.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from vedette.incidents.joining import join, root_of
from vedette.incidents.wording import fold, names_nobody, voice_stems
from vedette.records import IncidentReport, Telling


def count_reports(reports: Sequence[IncidentReport]) -> int:
    """Count the independent sources among an incident's reports."""
    return len({_origin(reports, number) for number in range(len(reports))})


def count_voices(reports: Sequence[IncidentReport], tellings: Iterable[Telling]) -> int:
    """Count the independent sources of one value: tellings of one origin, or of one voice, are one source."""
    told = {(_origin(reports, one.report), _voice(reports, one)) for one in tellings}
    names = {voice: f"voice {' '.join(sorted(voice))}" for _, voice in told if voice}
    groups = {name: name for name in (*names.values(), *(f"origin {origin}" for origin, _ in told))}
    for origin, voice in told:
        if voice:
            join(groups, f"origin {origin}", names[voice])
    for one, two in combinations(names, 2):
        if one <= two or two <= one:
            join(groups, names[one], names[two])
    return len({root_of(groups, f"origin {origin}") for origin, _ in told})


def _origin(reports: Sequence[IncidentReport], number: int) -> str:
    """Name the publisher of a report, or of what it repeats; the document where none is known."""
    report = reports[number]
    copied = report.copy_of
    first = next((one for one in reports if one.event.document_id == copied), report) if copied else report
    return fold(first.publisher) if first.publisher else copied or report.event.document_id


def _voice(reports: Sequence[IncidentReport], telling: Telling) -> frozenset[str]:
    """Give the words that name whose word it is; none where that may be anybody."""
    words = telling.said_by[0] if telling.said_by else reports[telling.report].publisher or ""
    return frozenset() if names_nobody(words) else voice_stems(words)
