"""The columns of the CSV: every value beside its exact words and where they stand.

Where a value has rivals, the columns of one number or one day hold the best one (`best.py` says by which rule); the
words, offsets and sources of all stand beside it, separated by " | ", in the same order in each column of a group.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from vedette.codebook.mappings import Coding
from vedette.exports.values import CONFIDENCE_DIGITS, DEGREE_DIGITS
from vedette.order import Bounds, Order
from vedette.records import (
    COUNT_ROLES,
    Account,
    ActorValue,
    Assertion,
    CountValue,
    DateValue,
    Document,
    Event,
    PlaceValue,
    Role,
    Span,
    TextValue,
    Value,
)
from vedette.records.leading import best_count, best_date, best_place

SEPARATOR = " | "
Cell = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Row:
    """One event of one account, with what is derived from it."""

    account: Account
    event: Event
    codings: tuple[Coding, ...] = ()
    orders: tuple[Order, ...] = ()
    bounds: Bounds | None = None

    @property
    def document(self) -> Document:
        """The report that tells of the event."""
        return self.account.document


@dataclass(frozen=True, slots=True)
class Column:
    """A column's name, what stands in it, and how it is filled."""

    name: str
    meaning: str
    cell: Callable[[Row], Cell]


def _listed(parts: Iterable[str | None]) -> str:
    """Put values side by side; a bar that belongs to the words is written with a backslash in front."""
    return SEPARATOR.join((part or "").replace("\\", "\\\\").replace("|", "\\|") for part in parts)


def _words(spans: Iterable[Span]) -> str:
    return " + ".join(span.text for span in spans)


def _offsets(spans: Iterable[Span]) -> str:
    return "+".join(f"{span.start}-{span.end}" for span in spans)


def _said_by(row: Row, assertion: Assertion) -> str:
    return "" if assertion.attribution is None else row.account.attributions[assertion.attribution].source.text


def _evidence(group: str, *roles: Role) -> tuple[Column, ...]:
    """Make the three columns that stand beside every group of values."""
    return (
        Column(
            f"{group}_words",
            "the exact words of each, pieces that stand apart joined by ` + `",
            lambda row: _listed(_words(assertion.value.spans) for assertion in row.event.in_role(*roles)),
        ),
        Column(
            f"{group}_offsets",
            "where they stand in the document's text, `start-end`, pieces joined by `+`",
            lambda row: _listed(_offsets(assertion.value.spans) for assertion in row.event.in_role(*roles)),
        ),
        Column(
            f"{group}_said_by",
            "the source of each in the text's words; empty where the publisher itself says so",
            lambda row: _listed(_said_by(row, assertion) for assertion in row.event.in_role(*roles)),
        ),
    )


def _date(row: Row) -> DateValue | None:
    best = best_date(row.event.in_role(Role.DATE))
    return best[1] if best else None


def _place(row: Row) -> PlaceValue | None:
    best = best_place(row.event.in_role(Role.PLACE))
    return best[1] if best else None


def _count(row: Row, role: Role) -> CountValue | None:
    best = best_count(row.event.in_role(role))
    return best[1] if best else None


def _degrees(degrees: float | None) -> float | None:
    return None if degrees is None else round(degrees, DEGREE_DIGITS)


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _label(value: Value) -> str:
    """Name a value in a list of its likes."""
    if isinstance(value, DateValue):
        return "/".join(_day(day) or ".." for day in (value.from_, value.to))
    if isinstance(value, CountValue):
        low, high = ("" if number is None else str(number) for number in (value.low, value.high))
        return ("~" if value.approximate else "") + (low if low == high else f"{low}..{high}")
    return value.text if isinstance(value, TextValue) else value.name


def _labels(row: Row, role: Role) -> str:
    return _listed(_label(assertion.value) for assertion in row.event.in_role(role))


def _of_parties(row: Row, role: Role, pick: Callable[[ActorValue], str | None]) -> str:
    values = (assertion.value for assertion in row.event.in_role(role))
    return _listed(pick(value) if isinstance(value, ActorValue) else None for value in values)


def _count_columns(role: Role) -> tuple[Column, ...]:
    def low(row: Row) -> Cell:
        value = _count(row, role)
        return value.low if value else None

    def high(row: Row) -> Cell:
        value = _count(row, role)
        return value.high if value else None

    return (
        Column(f"{role}_low", f"at least so many {role}, best value; empty where not stated or open", low),
        Column(f"{role}_high", f"at most so many {role}, best value; empty where not stated or open", high),
        Column(
            f"{role}_values", "every count told, `low..high`, `~` where approximate", lambda row: _labels(row, role)
        ),
        *_evidence(role.value, role),
    )


_DOCUMENT = (
    Column("document_id", "the report's id", lambda row: row.document.id),
    Column("document_name", "where it came from", lambda row: row.document.name),
    Column("title", "its title", lambda row: row.document.title),
    Column("publisher", "who published it", lambda row: row.document.publisher),
    Column(
        "published",
        "the day on which it was published, where stated",
        lambda row: _day(row.document.published.date),
    ),
    Column("published_known", "stated, inferred or unknown", lambda row: row.document.published.known.value),
    Column(
        "published_not_before",
        "the bound that its text gives, where inferred",
        lambda row: _day(row.document.published.not_before),
    ),
    Column("marking", "TLP 2.0, which goes with every row", lambda row: row.document.marking.value),
    Column("url", "its address", lambda row: row.document.url),
)

_EVENT = (
    Column("event_id", "the event's id", lambda row: row.event.id),
    Column("type", "PLOVER's type, or CLAIM or DENY", lambda row: row.event.type.value),
    Column("mode", "PLOVER's mode", lambda row: row.event.mode),
    Column("stance", "how real the text says it is", lambda row: row.event.stance.value),
    Column("background", "true where it is older context", lambda row: row.event.background),
    Column("confidence", "how sure the reader is, 0 to 1", lambda row: round(row.event.confidence, CONFIDENCE_DIGITS)),
    Column("of_event", "the event that a CLAIM or DENY speaks of", lambda row: row.event.of_event),
    Column("triggers_words", "every mention", lambda row: _listed(span.text for span in row.event.triggers)),
    Column(
        "triggers_offsets", "where they stand", lambda row: _listed(_offsets([span]) for span in row.event.triggers)
    ),
    Column(
        "sources_words",
        "everybody who speaks of the event",
        lambda row: _listed(row.account.attributions[index].source.text for index in row.event.attributions),
    ),
    Column(
        "sources_offsets",
        "where they stand",
        lambda row: _listed(_offsets([row.account.attributions[i].source]) for i in row.event.attributions),
    ),
)


def _of_date(pick: Callable[[DateValue], Cell]) -> Callable[[Row], Cell]:
    return lambda row: pick(value) if (value := _date(row)) else None


def _of_place(pick: Callable[[PlaceValue], Cell]) -> Callable[[Row], Cell]:
    return lambda row: pick(value) if (value := _place(row)) else None


_DATE = (
    Column("date_from", "first day of the best date", _of_date(lambda date: _day(date.from_))),
    Column("date_to", "its last day, inclusive", _of_date(lambda date: _day(date.to))),
    Column("date_precision", "how exact it is", _of_date(lambda date: date.precision and date.precision.value)),
    Column("date_basis", "where it comes from", _of_date(lambda date: date.basis.value)),
    Column("dates_values", "every date told, `from/to`, `..` for an open side", lambda row: _labels(row, Role.DATE)),
    *_evidence("dates", Role.DATE),
)

_PLACE = (
    Column("place", "name of the best place", _of_place(lambda place: place.name)),
    Column("geonames_id", "its number in GeoNames", _of_place(lambda place: place.geonames_id)),
    Column("lat", "degrees north, WGS 84", _of_place(lambda place: _degrees(place.lat))),
    Column("lon", "degrees east, WGS 84", _of_place(lambda place: _degrees(place.lon))),
    Column("country", "ISO 3166-1 alpha-2", _of_place(lambda place: place.country)),
    Column("admin1", "province or state", _of_place(lambda place: place.admin1)),
    Column("admin2", "district", _of_place(lambda place: place.admin2)),
    Column("place_precision", "how exact it is", _of_place(lambda place: place.precision and place.precision.value)),
    Column("place_basis", "where it comes from", _of_place(lambda place: place.basis.value)),
    Column("places_values", "every place told", lambda row: _labels(row, Role.PLACE)),
    *_evidence("places", Role.PLACE),
)

_PARTIES = (
    Column("actors_values", "everybody who does it or is said to", lambda row: _labels(row, Role.ACTOR)),
    Column("actors_ids", "their keys in the registry", lambda row: _of_parties(row, Role.ACTOR, lambda v: v.actor_id)),
    Column(
        "actors_certainty",
        "how each is tied to the deed",
        lambda row: _listed(assertion.certainty for assertion in row.event.in_role(Role.ACTOR)),
    ),
    *_evidence("actors", Role.ACTOR),
    Column("recipients_values", "everybody to whom it is done", lambda row: _labels(row, Role.RECIPIENT)),
    Column(
        "recipients_categories",
        "what each of them is",
        lambda row: _of_parties(row, Role.RECIPIENT, lambda value: value.category),
    ),
    *_evidence("recipients", Role.RECIPIENT),
)

_TEXTS = (
    *_evidence("weapons", Role.WEAPON),
    *_evidence("objects", Role.OBJECT),
    *_evidence("damage", Role.DAMAGE),
)

_COUNTS = tuple(column for role in Role if role in COUNT_ROLES for column in _count_columns(role))


def _coded(scheme: str, field: str) -> Callable[[Row], Cell]:
    """List the values of one field of a scheme, each once; nothing for what the rules left open."""

    def cell(row: Row) -> Cell:
        found = [coding.value for coding in row.codings if (coding.scheme, coding.field) == (scheme, field)]
        return _listed(dict.fromkeys(value for value in found if value is not None))

    return cell


def _rules(row: Row) -> str:
    return _listed(f"{coding.scheme} {coding.field}: {coding.rule}" for coding in row.codings)


def _after(row: Row) -> str:
    return _listed(order.earlier for order in row.orders if order.later == row.event.id)


def _before(row: Row) -> str:
    return _listed(order.later for order in row.orders if order.earlier == row.event.id)


_ORDER = (
    Column("after_events", "events of the same report that came before it", _after),
    Column("before_events", "events of the same report that came after it", _before),
    Column(
        "order_words",
        "the words that tell so, of all of them",
        lambda row: _listed(_words(o.spans) for o in row.orders if row.event.id in (o.earlier, o.later)),
    ),
    Column(
        "not_before",
        "where no date is told: the first day that this order leaves",
        lambda row: _day(row.bounds.from_) if row.bounds else None,
    ),
    Column(
        "not_after",
        "where no date is told: the last day that this order, or the day of publication, leaves",
        lambda row: _day(row.bounds.to) if row.bounds else None,
    ),
)

_CODINGS = (
    Column("acled_event_type", "ACLED's event type; empty where no rule decides", _coded("ACLED", "event_type")),
    Column("acled_sub_event_type", "ACLED's sub-event type", _coded("ACLED", "sub_event_type")),
    Column("acled_disorder_type", "ACLED's disorder type", _coded("ACLED", "disorder_type")),
    Column("acled_civilian_targeting", "whether civilians are the target", _coded("ACLED", "civilian_targeting")),
    Column("ucdp_type_of_violence", "UCDP's type of violence", _coded("UCDP", "type_of_violence")),
    Column("gtd_attack_type", "GTD's attack type", _coded("GTD", "attack_type")),
    Column("gtd_target_types", "GTD's target types, each once", _coded("GTD", "target_type")),
    Column("gtd_weapon_types", "GTD's weapon types, each once", _coded("GTD", "weapon_type")),
    Column("plover_contexts", "PLOVER's contexts", _coded("PLOVER", "context")),
    Column("target_groups", "what those hit are, each group once", _coded("targets", "group")),
    Column("codings_rules", "the rule behind each coding, `scheme field: rule`, those left open as well", _rules),
)

COLUMNS: tuple[Column, ...] = (*_DOCUMENT, *_EVENT, *_DATE, *_PLACE, *_PARTIES, *_COUNTS, *_TEXTS, *_ORDER, *_CODINGS)
