"""Gathers what the report shows and fills the template."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING

from vedette.records import Account, Event, Incident, Issue, Marking, Stance
from vedette.views.chronology import in_order
from vedette.views.columns import tell_date
from vedette.views.labels import STANCE_MARKS, STANCES, TYPES
from vedette.views.masking import build_masks
from vedette.views.passage import clean_text
from vedette.views.report.cards import Clerk
from vedette.views.report.groups import group_told
from vedette.views.report.kinds import KINDS, kind_of
from vedette.views.report.ledger import Entry, list_documents, list_issues, list_sources, list_ties
from vedette.views.report.map import draw_map
from vedette.views.report.quarrels import list_quarrels
from vedette.views.report.sightings import gather_sightings, highest_toll
from vedette.views.report.timeline import draw_timeline
from vedette.views.rivals import has_rivals
from vedette.views.wording import per_cent

if TYPE_CHECKING:
    import jinja2
    from markupsafe import Markup

OPEN_DOCUMENTS = 6  # so many documents are listed in sight; more are behind a click
OPEN_EVENTS = 400  # the same for the months of events
EVENTS_PER_PLACE = 4
SURE_FROM = 50  # per cent; the filter can leave out what is less sure
PRINTED = (
    '\n@page { margin: 18mm 14mm; @top-right { content: "%s"; font: 700 10pt monospace; } '
    '@bottom-right { content: "%s"; font: 700 10pt monospace; } }'
)  # TLP 2.0 asks for the marking at the head and the foot of every page
LARGE = 60  # from so many events on, the browser lays cards out only when they come into sight


@dataclass(frozen=True, slots=True)
class Choice:
    """One box of the filter: its value, what the reader sees, and how many events it stands for."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of the summary."""

    number: str
    label: str


def write_report(
    accounts: Iterable[Account],
    title: str,
    version: str,
    names: bool = False,
    issues: Sequence[Issue] = (),
    incidents: Sequence[Incident] = (),
) -> str:
    """Write one self-contained HTML page about all that `accounts` tell.

    `version` is the program's, for the foot of the page. `names` shows the names of private persons, which are withheld
    otherwise, in the quoted sentences too. `issues` are those of the run that belong to no account. `incidents`
    are what the accounts tell together.
    """
    accounts = list(accounts)
    grouped = group_told(in_order(accounts))
    told = [pair for _, members in grouped for pair in members]
    documents = {account.document.id: number for number, account in enumerate(accounts)}
    masks = {} if names else build_masks(accounts)
    clerk = Clerk(told, documents, masks)
    entries = list_documents(accounts, clerk)
    sightings = gather_sightings(told)
    events = [event for _, event in told]
    disputes = sum(map(has_rivals, events))
    marking = highest_marking(accounts)
    style, script = _own("report.css", PRINTED % (marking.value, marking.value)), _own("report.js")
    return _template().render(
        title=title,
        version=version,
        names=names,
        style=style,
        script=script,
        policy=_policy(style, script),
        marking=marking,
        reading=word_reading(entries),
        figures=_figures(events, disputes, len(sightings)),
        documents=entries,
        documents_open=len(entries) <= OPEN_DOCUMENTS,
        events_open=len(events) <= OPEN_EVENTS,
        groups=((group, [clerk.card(pair) for pair in members]) for group, members in grouped),  # one month at a time
        total=len(events),
        large=len(events) >= LARGE,
        types=_types(events),
        stances=_stances(events),
        backgrounds=sum(event.background for event in events),
        disputes=disputes,
        sure_from=SURE_FROM,
        unsure=sum(per_cent(event.confidence) < SURE_FROM for event in events),
        kinds=_kinds(events),
        story=draw_timeline(told),
        map=draw_map(sightings),
        sightings=sightings,
        quarrels=list_quarrels(incidents, masks),
        dates=[tell_date(event) for event in events],
        events_per_place=EVENTS_PER_PLACE,
        sources=list_sources(accounts, clerk),
        ties=list_ties(accounts, clerk),
        issues=list_issues(accounts, issues, clerk),
    )


def highest_marking(accounts: Sequence[Account]) -> Marking:
    """Give the strictest marking of the documents: what is derived from one may go no further than it."""
    order = list(Marking)
    return max((account.document.marking for account in accounts), key=order.index, default=Marking.CLEAR)


def word_reading(entries: Sequence[Entry]) -> str:
    """Say in one sentence what was read."""
    read = [entry for entry in entries if not entry.lost]
    publishers = {entry.publisher for entry in read if entry.publisher != "publisher not stated"}
    text = f"{len(read):,} document{'s' * (len(read) != 1)}"
    text += f" by {len(publishers):,} publisher{'s' * (len(publishers) != 1)}" if publishers else ""
    lost = len(entries) - len(read)
    return text + (f"; {lost:,} could not be read" if lost else "")


def _figures(events: Sequence[Event], disputes: int, places: int) -> list[Figure]:
    happened = sum(event.stance is Stance.ACTUAL and not event.background for event in events)
    toll = max((highest_toll(event) or 0 for event in events), default=0)
    figures = [
        Figure(f"{len(events):,}", "events told" if len(events) != 1 else "event told"),
        Figure(f"{happened:,}", "told as having happened, and as news"),
        Figure(f"{disputes:,}", "with values that contradict one another"),
        Figure(f"{places:,}", "places" if places != 1 else "place"),
    ]
    if toll:
        figures.append(Figure(f"{toll:,}", "highest number of killed that is given for one event"))
    return figures


def _types(events: Sequence[Event]) -> list[Choice]:
    counts = Counter(event.type for event in events)
    return [Choice(each.value, label, counts[each]) for each, label in TYPES.items() if counts[each]]


def _stances(events: Sequence[Event]) -> list[Choice]:
    counts = Counter(event.stance for event in events)
    labels = {stance: f"{STANCE_MARKS[stance]} {STANCES[stance]}".strip() for stance in STANCES}
    return [Choice(stance.value, labels[stance], counts[stance]) for stance in STANCES if counts[stance]]


def _kinds(events: Sequence[Event]) -> list[tuple[str, str]]:
    present = {kind_of(event.type) for event in events}
    return [(kind, label) for kind, label in KINDS.items() if kind in present]


def _policy(style: str, script: str) -> str:
    """Forbid all that is not on the page itself; its one style sheet and its one script are known by their hashes."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _own(name: str, more: str = "") -> Markup:
    """Read a file of this package as markup, with `more` of ours behind it; no word of a document is in either."""
    from markupsafe import Markup

    text = resources.files(__package__).joinpath(name).read_text(encoding="utf-8").strip()
    return Markup(text + more)  # noqa: S704 - see above


def _template() -> jinja2.Template:
    import jinja2

    source = resources.files(__package__).joinpath("report.html.j2").read_text(encoding="utf-8")
    environment = jinja2.Environment(
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
        finalize=_finalize,
    )
    return environment.from_string(source)


def _finalize(value: object) -> object:
    """Clean every string on its way into the page; Jinja escapes it afterwards."""
    return clean_text(value) if type(value) is str else value
