"""One document from text to account, top to bottom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from vedette import actors, counts, dates, places
from vedette.events import build_account
from vedette.reading import ReaderModel, read_document
from vedette.records import COUNT_ROLES, Account, Document, Issue, Reading, Resolved, Role, Span

READ_LANGUAGES = (None, "en")  # None: too short to tell


def read_one(document: Document, model: ReaderModel, issues: Iterable[Issue] = ()) -> Account:
    """Read one document; one in a language that the reader does not know is kept as it is."""
    if document.language not in READ_LANGUAGES:
        return Account(document, issues=tuple(issues))
    reading = read_document(document, model)
    return account_of(document, reading, issues)


def account_of(document: Document, reading: Reading, issues: Iterable[Issue] = ()) -> Account:
    """Resolve what the reader found, and put the events together."""
    return build_account(document, reading, resolve(document, reading), counts.find_parts, issues)


def resolve(document: Document, reading: Reading) -> Resolved:
    """Hand every mention to the room that knows its kind; each room sees all its mentions of a document at once."""
    date_spans = _in_roles(reading, (Role.DATE,))
    place_spans = _in_roles(reading, (Role.PLACE,))
    count_spans = _in_roles(reading, COUNT_ROLES)
    actor_spans = sorted(
        {*_in_roles(reading, (Role.ACTOR, Role.RECIPIENT)), *(s for tie in reading.ties for s in (tie.a, tie.b))}
    )
    return Resolved(
        dates=dict(zip(date_spans, dates.resolve_dates(document, date_spans), strict=True)),
        places=dict(zip(place_spans, places.resolve_places(document, place_spans), strict=True)),
        counts={span: counts.resolve_count(span, document.text) for span in count_spans},
        actors=dict(zip(actor_spans, actors.resolve_actors(document, actor_spans), strict=True)),
    )


def _in_roles(reading: Reading, roles: Iterable[Role]) -> Sequence[Span]:
    wanted = frozenset(roles)
    found = {argument.span for trigger in reading.triggers for argument in trigger.arguments if argument.role in wanted}
    return sorted(found)
