"""Incidents for the terminal: a list, and one incident's quarrel at a glance: who says 4 and who says 7."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from vedette.records import (
    COUNT_ROLES,
    ActorValue,
    Certainty,
    CountValue,
    DateValue,
    Dissent,
    Incident,
    Judgement,
    ReviewState,
    Rival,
    Role,
)
from vedette.views.chain import ARROW
from vedette.views.judgements import word_dissent, word_judgement, word_maker
from vedette.views.labels import CERTAINTIES, ROLES, STANCE_MARKS, UNKNOWN, name_happening
from vedette.views.passage import clean_text
from vedette.views.wording import name_source, per_cent, word_day, word_value

if TYPE_CHECKING:
    from rich.console import Group
    from rich.table import Table

SHORTEST_ID = 7
_EVENT_ID = 6  # characters of an event's id
TOLD = 0.05  # log-odds; what weighs less is left out of a line
Pair = tuple[
    int, int, float, Sequence[tuple[str, float]]
]  # two reports, how surely they are one, what weighed how much
_NO_PUBLISHER = "publisher not stated"
_REVIEWS = {ReviewState.OPEN: "", ReviewState.ACCEPTED: "accepted", ReviewState.REJECTED: "rejected"}
_REVIEW_MARKS = {ReviewState.OPEN: "", ReviewState.ACCEPTED: "✓ ", ReviewState.REJECTED: "✗ "}
_PARTS = (Role.DATE, Role.PLACE, Role.ACTOR, Role.RECIPIENT)


def in_time(incidents: Sequence[Incident]) -> list[Incident]:
    """Put incidents in the order of their best dates, those without one last."""
    return sorted(incidents, key=lambda incident: (*_first_day(incident), incident.id))


def incidents_table(incidents: Sequence[Incident]) -> Table:
    """Make a table with one row an incident, in the order given."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, expand=True, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0))
    for name, ratio in (("Date", 2), ("What", 3), ("Where", 3), ("Who", 4)):
        table.add_column(name, ratio=ratio, overflow="fold")
    for name, width in (("Killed", 9), ("Injured", 9), ("Told by", 8)):
        table.add_column(name, justify="right", width=width, overflow="fold")
    length = unique_length([incident.id for incident in incidents])
    table.add_column("Id", width=length, no_wrap=True)
    for incident in incidents:
        cells = (
            best_words(incident, Role.DATE),
            _REVIEW_MARKS[incident.review]
            + f"{STANCE_MARKS[incident.stance]} {name_happening(incident.type, incident.mode)}".strip(),
            best_words(incident, Role.PLACE),
            _culprits(incident),
            _figures(incident, Role.KILLED),
            _figures(incident, Role.INJURED),
            f"{incident.documents} ({incident.independent_sources})",
        )
        table.add_row(*(Text(clean_text(cell)) for cell in cells), incident.id[:length])
    table.caption = (
        "Told by: reports (independent sources). 4 / 7: rival figures; = 7: set by a person. ✓ accepted, ✗ rejected. "
        "vedette show ID tells who says which."
    )
    return table


def unique_length(ids: Sequence[str]) -> int:
    """Count the characters that tell all ids apart."""
    length = SHORTEST_ID
    while len({identity[:length] for identity in ids}) < len(ids):
        length += 1
    return length


def render_incident(
    incident: Incident, judgements: Sequence[Judgement] = (), dissents: Mapping[int, Dissent] | None = None
) -> Group:
    """Lay out one incident: what is best known, then slot by slot who says what, then claims and the reports.

    `judgements` are those that hold; those on this incident's events are told, with what the program would say.
    """
    from rich.console import Group
    from rich.text import Text

    happening = name_happening(incident.type, incident.mode)
    place, day = best_words(incident, Role.PLACE), best_words(incident, Role.DATE)
    reports = incident.documents
    parts: list[Text | Table] = [
        Text(clean_text(f"{happening}, {place}, {day}"), style="bold"),
        Text(
            f"{incident.id} · {reports} report{'s' * (reports != 1)}, {incident.independent_sources} independent · "
            f"held to be one: {per_cent(incident.confidence)}% · {incident.marking.value}" + _review(incident),
            style="dim",
        ),
    ]
    parts += [Text(line, style="red") for line in _quarrels(incident)]
    for role in (*sorted(COUNT_ROLES), *_PARTS):
        if rivals := incident.in_role(role):
            parts.append(_slot(incident, role, rivals))
    if incident.claims:
        parts.append(_claims(incident))
    parts.append(_reports(incident))
    if judged := [judgement for judgement in judgements if _speaks_of(judgement, incident)]:
        parts.append(_judged(judged, dissents or {}))
    return Group(*parts)


def pairs_table(incident: Incident, pairs: Iterable[Pair]) -> Table:
    """Make a table with one row a pair of reports: how surely they are one, and what weighed how much, in log-odds."""
    from rich.table import Table
    from rich.text import Text

    title = "Why these reports are held to be one (log-odds; they add up)"
    table = Table(box=None, pad_edge=False, title=title, title_justify="left", title_style="bold cyan")
    for _ in range(3):
        table.add_column(overflow="fold")
    heads = name_heads(incident)
    for one, two, chance, reasons in pairs:
        names = f"  {incident.reports[one].name}{heads[one]} ~ {incident.reports[two].name}{heads[two]}"
        words = ", ".join(f"{name.replace('-', ' ')} {weight:+.1f}" for name, weight in reasons if abs(weight) >= TOLD)
        table.add_row(Text(clean_text(names)), f"{chance:.0%}", Text(words or "joined through others, or by a person"))
    if any(heads):
        table.caption = (
            "In brackets: the event, where a report tells of it under several heads. Whether these are one is not "
            "weighed: other reports show it."
        )
    return table


def name_heads(incident: Incident) -> list[str]:
    """Give, report by report, what tells its event from others of its document; empty where it has but one."""
    told = Counter(report.event.document_id for report in incident.reports)
    return [
        f" ({report.event.event_id[:_EVENT_ID]})" if told[report.event.document_id] > 1 else ""
        for report in incident.reports
    ]


def _review(incident: Incident) -> str:
    """Say what people made of it, and how many reports have come since."""
    if incident.review is ReviewState.OPEN:
        return ""
    judged = (event for group in incident.reviews[-1].groups for event in group) if incident.reviews else ()
    seen = {event.document_id for event in judged}
    since = len({report.event.document_id for report in incident.reports} - seen) if seen else 0
    return f" · {_REVIEWS[incident.review]}" + (f" ({since} report{'s' * (since != 1)} came since)" if since else "")


def _speaks_of(judgement: Judgement, incident: Incident) -> bool:
    members = {report.event for report in incident.reports}
    return any(event in members for group in judgement.groups for event in group)


def _judged(judgements: Sequence[Judgement], dissents: Mapping[int, Dissent]) -> Table:
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, title="Judgements", title_justify="left", title_style="bold cyan")
    for _ in range(4):
        table.add_column(overflow="fold")
    for judgement in judgements:
        program = word_dissent(judgement, dissents.get(judgement.number))
        why = "; ".join(part for part in (judgement.why, f"the program {program}" if program else "") if part)
        cells = (
            f"  {judgement.number} {word_judgement(judgement)}",
            word_maker(judgement),
            f"{judgement.at:%Y-%m-%d}",
            why,
        )
        table.add_row(*(Text(clean_text(cell)) for cell in cells))
    return table


def _quarrels(incident: Incident) -> list[str]:
    lines = []
    for contradiction in incident.contradictions:
        told = " / ".join(_shown(incident.rivals[place]) for place in contradiction.rivals)
        if len(contradiction.rivals) == 1:
            told += ", or not"  # one party, said to have done it and said not to
        lines.append(clean_text(f"They disagree on {ROLES[contradiction.role].lower()}: {told}"))
    return lines


def _slot(incident: Incident, role: Role, rivals: Sequence[Rival]) -> Table:
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, title=ROLES[role], title_justify="left", title_style="bold cyan")
    table.add_column(no_wrap=True)
    table.add_column(justify="right", no_wrap=True)
    table.add_column(overflow="fold")
    best = next((one for one in incident.best if one.role is role), None)
    if best is not None and best.corrected is not None:
        table.add_row(Text(f"= {best.corrected}"), "", Text(f"corrected by judgement {best.judgement}"))
    for rival in rivals:
        first = best is not None and best.rival is not None and incident.rivals[best.rival] is rival
        mark = "* " if first else "  "
        table.add_row(
            Text(clean_text(mark + _shown(rival)), style="bold" if first else ""),
            Text(f"{rival.sources} source{'s' * (rival.sources != 1)}", style="dim"),
            Text(clean_text("; ".join(dict.fromkeys(_tellers(incident, rival))))),
        )
    return table


def _tellers(incident: Incident, rival: Rival) -> list[str]:
    """Say who tells a value: the chain up to the publisher, the day, and how an actor is tied to the deed."""
    told = []
    for telling in rival.tellings:
        report = incident.reports[telling.report]
        chain = ARROW.join([*telling.said_by, name_source(report.publisher, report.name)])
        day = f", {word_day(report.published)}" if report.published else ""
        certainty = telling.assertion.certainty
        how = f" ({CERTAINTIES[certainty]})" if certainty not in (None, Certainty.FACT) else ""
        told.append(f"{chain}{day}{how}")
    return told


def _shown(rival: Rival) -> str:
    value = rival.value
    words = word_value(value)
    if isinstance(value, CountValue):
        of = f" {value.of.text}" if value.of else ""
        part = " (part of a total)" if rival.tellings[0].assertion.part_of is not None else ""
        return f"{words}{of}{part}"
    return words


def _claims(incident: Incident) -> Table:
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, title="Claims and denials", title_justify="left", title_style="bold cyan")
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for claim in incident.claims:
        report = incident.reports[claim.report]
        who = ", ".join(claim.by) or UNKNOWN
        table.add_row(
            Text(f"  {claim.type.value.lower()} ({claim.stance})"),
            Text(clean_text(f"{who}{ARROW}{name_source(report.publisher, report.name)}")),
        )
    return table


def _reports(incident: Incident) -> Table:
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, title="Reports", title_justify="left", title_style="bold cyan")
    for _ in range(4):
        table.add_column(overflow="fold")
    names = {report.event.document_id: report.name for report in incident.reports}
    events: dict[str, list[str]] = {}
    for report in incident.reports:
        events.setdefault(report.event.document_id, []).append(report.event.event_id[:_EVENT_ID])
    for report in {report.event.document_id: report for report in incident.reports}.values():
        day = word_day(report.published) if report.published else "no date"
        copied = f"copy of {names.get(report.copy_of, report.copy_of)} " if report.copy_of else ""
        heads = ", ".join(events[report.event.document_id])
        cells = (f"  {day}", report.publisher or _NO_PUBLISHER, report.name, copied + heads)
        table.add_row(*(Text(clean_text(cell)) for cell in cells))
    return table


def best_words(incident: Incident, role: Role) -> str:
    """Put the best value of a role into a few words."""
    for best in incident.best:
        if best.role is role:
            return best.corrected or (
                word_value(incident.rivals[best.rival].value) if best.rival is not None else UNKNOWN
            )
    return UNKNOWN


def _culprits(incident: Incident) -> str:
    names = [rival.value.name for rival in incident.in_role(Role.ACTOR) if isinstance(rival.value, ActorValue)]
    return " / ".join(names[:3]) + (" …" if len(names) > 3 else "") if names else UNKNOWN


def _figures(incident: Incident, role: Role) -> str:
    """Give every total told for a role, the best one first."""
    best = next((one for one in incident.best if one.role is role), None)
    if best is not None and best.corrected is not None:
        return f"= {best.corrected}"
    rivals = [rival for rival in incident.in_role(role) if rival.tellings[0].assertion.part_of is None]
    rivals.sort(key=lambda rival: best is None or best.rival is None or incident.rivals[best.rival] is not rival)
    return " / ".join(dict.fromkeys(word_value(rival.value) for rival in rivals)) or UNKNOWN


def _first_day(incident: Incident) -> tuple[bool, dt.date]:
    for best in incident.best:
        if best.role is Role.DATE and best.first:
            return False, best.first
        value = incident.rivals[best.rival].value if best.role is Role.DATE and best.rival is not None else None
        if isinstance(value, DateValue) and (value.from_ or value.to):
            return False, value.from_ or value.to or dt.date.max
    return True, dt.date.max
