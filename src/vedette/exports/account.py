"""One account as a JSON object: the line of the JSONL contract.

Keys never change their order. `full` adds what a reader of the line does not need but a program that rebuilds the
account does: the text, its sections and sentences, the candidates that lost, the order of the assertions.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from vedette.codebook.mappings import code_event
from vedette.exports.masking import withhold_names
from vedette.exports.values import (
    TEXT_ROLES,
    Json,
    actor_to_json,
    bounds_to_json,
    coding_to_json,
    confidence_to_json,
    count_to_json,
    date_to_json,
    order_to_json,
    part_to_json,
    party_to_json,
    place_to_json,
    span_to_json,
    spans_to_json,
    text_to_json,
    word_to_json,
)
from vedette.links import Backing, Part, Word, find_backings, find_parts_of_series, find_words_on_deeds
from vedette.order import Bounds, Order, find_bounds, find_orders
from vedette.records import (
    COUNT_ROLES,
    Account,
    ActorValue,
    Assertion,
    Attribution,
    CountValue,
    DateValue,
    Document,
    Event,
    Issue,
    PlaceValue,
    Role,
    Span,
    TextValue,
    Tie,
)
from vedette.records.leading import best_date

V = TypeVar("V", DateValue, PlaceValue, CountValue, ActorValue, TextValue)


def account_to_json(account: Account, names: bool = False, full: bool = False) -> Json:
    """Give all that one document tells as JSON; the names of victims and private persons only with `names`."""
    if not names:
        account = withhold_names(account)
    out: Json = {
        "document": _document_to_json(account.document, full),
        "events": _events_to_json(account, full),
        "attributions": [_attribution_to_json(attribution) for attribution in account.attributions],
        "ties": [
            _tie_to_json(tie, backing, full) for tie, backing in zip(account.ties, find_backings(account), strict=True)
        ],
        "issues": [issue_to_json(issue) for issue in account.issues],
    }
    if full:
        out["sentences"] = spans_to_json(account.sentences)
    return out


def issue_to_json(issue: Issue) -> Json:
    """Give something that went wrong."""
    return {
        "severity": issue.severity,
        "code": issue.code,
        "name": issue.name,
        "message": issue.message,
        "document_id": issue.document_id,
    }


def _document_to_json(document: Document, full: bool) -> Json:
    published = document.published
    out: Json = {
        "id": document.id,
        "sha256": document.sha256,
        "name": document.name,
        "title": document.title,
        "publisher": document.publisher,
        "published": {
            "known": published.known,
            "date": published.date.isoformat() if published.date else None,
            "not_before": published.not_before.isoformat() if published.not_before else None,
            "spans": spans_to_json(published.spans),
        },
        "language": document.language,
        "marking": document.marking,
        "url": document.url,
        "media_type": document.media_type,
        "characters": len(document.text),
        "pages": [{"number": page.number, "start": page.start, "end": page.end} for page in document.pages],
    }
    if full:
        out["sections"] = [{"kind": section.kind, "span": span_to_json(section.span)} for section in document.sections]
        out["text"] = document.text
    return out


def _events_to_json(account: Account, full: bool) -> list[Json]:
    orders = find_orders(account)
    bounds = find_bounds(account, orders)
    parts, words = find_parts_of_series(account), find_words_on_deeds(account)
    return [
        _event_to_json(event, full)
        | _links_to_json(event, parts, words)
        | _times_to_json(event, orders, bounds.get(event.id))
        | _codings_to_json(event, full)
        for event in account.events
    ]


def _links_to_json(event: Event, parts: Sequence[Part], words: Sequence[Word]) -> Json:
    return {
        "claims": [word_to_json(word) for word in words if word.deed == event.id],
        "parts": [part_to_json(part) for part in parts if part.series == event.id],
        "part_of": [part.series for part in parts if part.part == event.id],
    }


def _times_to_json(event: Event, orders: Sequence[Order], bounds: Bounds | None) -> Json:
    own = [order for order in orders if event.id in (order.earlier, order.later)]
    return {
        "time_order": [order_to_json(order, event.id) for order in own],
        "bounds": bounds_to_json(bounds, own) if bounds else None,
    }


def _event_to_json(event: Event, full: bool) -> Json:
    dates = _filled(event, DateValue, Role.DATE)
    best = best_date(event.in_role(Role.DATE))
    return {
        "id": event.id,
        "type": event.type,
        "mode": event.mode,
        "stance": event.stance,
        "background": event.background,
        "confidence": confidence_to_json(event.confidence),
        "triggers": spans_to_json(event.triggers),
        "date": date_to_json(*best) if best else None,
        "dates": [date_to_json(*pair) for pair in dates],
        "places": [place_to_json(*pair, full) for pair in _filled(event, PlaceValue, Role.PLACE)],
        "actors": [party_to_json(*pair, full) for pair in _filled(event, ActorValue, Role.ACTOR)],
        "recipients": [party_to_json(*pair, full) for pair in _filled(event, ActorValue, Role.RECIPIENT)],
        "counts": _counts_to_json(event),
        "weapons": [text_to_json(*pair) for pair in _filled(event, TextValue, Role.WEAPON)],
        "objects": [text_to_json(*pair) for pair in _filled(event, TextValue, Role.OBJECT)],
        "damage": [text_to_json(*pair) for pair in _filled(event, TextValue, Role.DAMAGE)],
        "of_event": event.of_event,
        "attributions": list(event.attributions),
    }


def _codings_to_json(event: Event, full: bool) -> Json:
    out: Json = {"codings": [coding_to_json(coding) for coding in code_event(event)]}
    if full:
        out["order"] = [assertion.role for assertion in event.assertions]
        out["words_only"] = [
            {"index": index, "text": assertion.value.text}
            for index, assertion in enumerate(event.assertions)
            if isinstance(assertion.value, TextValue) and assertion.role not in TEXT_ROLES
        ]
    return out


def _filled(event: Event, kind: type[V], *roles: Role) -> list[tuple[Assertion, V | TextValue]]:
    """Pair the assertions in these roles with their values: of the kind that the role takes, or the words alone."""
    pairs: list[tuple[Assertion, V | TextValue]] = []
    for assertion in event.in_role(*roles):
        if not isinstance(assertion.value, kind | TextValue):
            found = type(assertion.value).__name__
            raise TypeError(f"event {event.id}: role {assertion.role} takes a {kind.__name__}, not a {found}")
        pairs.append((assertion, assertion.value))
    return pairs


def _counts_to_json(event: Event) -> list[Json]:
    # Records number all assertions of an event, the line only its counts: `part_of` is carried over.
    numbers = [index for index, assertion in enumerate(event.assertions) if assertion.role in COUNT_ROLES]
    place_of = {index: place for place, index in enumerate(numbers)}
    out = []
    for assertion, value in _filled(event, CountValue, *sorted(COUNT_ROLES)):
        part_of = None if assertion.part_of is None else place_of[assertion.part_of]
        out.append(count_to_json(assertion, value, part_of))
    return out


def _attribution_to_json(attribution: Attribution) -> Json:
    return {
        "source": _words(attribution.source),
        "cue": _words(attribution.cue),
        "content": _words(attribution.content),
        "kind": attribution.kind,
        "within": attribution.within,
        "confidence": confidence_to_json(attribution.confidence),
    }


def _words(span: Span) -> Json:
    return {"text": span.text, "spans": [span_to_json(span)]}


def _tie_to_json(tie: Tie, backing: Backing, full: bool) -> Json:
    return {
        "a": actor_to_json(tie.a, full),
        "b": actor_to_json(tie.b, full),
        "relation": tie.relation,
        "trend": tie.trend,
        "attribution": backing.attribution,
        "events": list(backing.events),
        "dates": [date_to_json(date, date.value) for date in backing.dates if isinstance(date.value, DateValue)],
        "confidence": confidence_to_json(tie.confidence),
        "spans": spans_to_json(sorted({*tie.a.spans, *tie.b.spans})),
    }
