"""Why we say this: each value of an event with its words, who says so, and what else it could have been."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from vedette.codebook.mappings import Coding, code_event
from vedette.links import Part, Word, find_parts_of_series, find_words_on_deeds
from vedette.order import Bounds, Order, find_bounds, find_orders
from vedette.records import (
    Account,
    ActorValue,
    Assertion,
    Basis,
    Certainty,
    CountValue,
    DateValue,
    Document,
    Event,
    PlaceCandidate,
    PlacePrecision,
    PlaceValue,
    Role,
    TextValue,
    Value,
)
from vedette.views.chain import Voice, trace_voices
from vedette.views.labels import LABEL_OWNERS, PRECISIONS, name_happening
from vedette.views.passage import Passage, find_passages
from vedette.views.rivals import find_rivals
from vedette.views.wording import word_value


@dataclass(frozen=True, slots=True)
class Loser:
    """A reading of the words that was weighed and not taken; `score` is 0 to 1 and comparable within one value."""

    name: str
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One value of an event, and all that stands behind it.

    `words` is the value in a few words. `passages` hold the document's words in their sentences. `voices` go from the
    innermost source to the publisher. `basis` is None for words that stand for themselves. `precision` and `why` are
    plain words, empty where there is nothing to say. `part_of` and `rivals` are positions in the explanation's
    `statements`.
    """

    role: Role
    value: Value
    words: str
    passages: tuple[Passage, ...]
    voices: tuple[Voice, ...]
    confidence: float
    basis: Basis | None = None
    precision: str = ""
    certainty: Certainty | None = None
    of: str | None = None
    why: str = ""
    losers: tuple[Loser, ...] = ()
    part_of: int | None = None
    rivals: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class InTime:
    """How the event stands in time to `other`, an event of the same document; `after` or else before."""

    after: bool
    other: Event
    order: Order
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class OnDeed:
    """What `event`, a claim or a denial of the same document, says of the deed, and who says so."""

    event: Event
    word: Word
    passages: tuple[Passage, ...]


@dataclass(frozen=True)
class Explanation:
    """One event of an account, told value by value.

    `happening` is where the document speaks of it, `voices` are the chains of those who speak of it (at least the
    publisher's). How it stands to the other events of its document is worked out when it is asked for: a page of many
    events asks little of it.
    """

    account: Account
    event: Event
    happening: tuple[Passage, ...]
    voices: tuple[tuple[Voice, ...], ...]
    statements: tuple[Statement, ...]

    @property
    def document(self) -> Document:
        """Give the document that tells it."""
        return self.account.document

    @property
    def title(self) -> str:
        """Name what happened."""
        return name_happening(self.event.type, self.event.mode)

    @property
    def deed(self) -> Event | None:
        """Give the event that a claim or a denial is about."""
        return self._by_id.get(self.event.of_event or "")

    @property
    def claims(self) -> tuple[OnDeed, ...]:
        """Give what is claimed or denied of it."""
        return tuple(
            OnDeed(self._by_id[word.event], word, find_passages(self.account, word.spans))
            for word in find_words_on_deeds(self.account)
            if word.deed == self.event.id
        )

    @property
    def parts(self) -> tuple[tuple[Event, Part], ...]:
        """Give the parts of a series."""
        return tuple((self._by_id[part.part], part) for part in self._parts if part.series == self.event.id)

    @property
    def part_of(self) -> tuple[tuple[Event, Part], ...]:
        """Give the series that it is part of."""
        return tuple((self._by_id[part.series], part) for part in self._parts if part.part == self.event.id)

    @property
    def codings(self) -> tuple[Coding, ...]:
        """Give it in the words of other codebooks, each with its rule."""
        return code_event(self.event)

    @property
    def order(self) -> tuple[InTime, ...]:
        """Say what it came before and after."""
        own = [order for order in self._orders if self.event.id in (order.earlier, order.later)]
        return tuple(_in_time(self.account, self.event, order) for order in own)

    @property
    def bounds(self) -> Bounds | None:
        """Say which days that leaves where no date is told."""
        return find_bounds(self.account, self._orders).get(self.event.id)

    @cached_property
    def _by_id(self) -> dict[str, Event]:
        return {event.id: event for event in self.account.events}

    @cached_property
    def _parts(self) -> tuple[Part, ...]:
        return find_parts_of_series(self.account)

    @cached_property
    def _orders(self) -> tuple[Order, ...]:
        return find_orders(self.account)


def explain(account: Account, event: Event) -> Explanation:
    """Say why each value of `event`, one of the account's events, is what it is; the order of its assertions stays."""
    chains = tuple(dict.fromkeys(trace_voices(account, index) for index in event.attributions))
    return Explanation(
        account=account,
        event=event,
        happening=find_passages(account, event.triggers),
        voices=chains or (trace_voices(account, None),),
        statements=tuple(_state(account, event, index) for index in range(len(event.assertions))),
    )


def _in_time(account: Account, event: Event, order: Order) -> InTime:
    after = order.later == event.id
    named = order.earlier if after else order.later
    other = next(held for held in account.events if held.id == named)
    return InTime(after, other, order, find_passages(account, order.spans))


def _state(account: Account, event: Event, index: int) -> Statement:
    assertion = event.assertions[index]
    value = assertion.value
    counted = value.of if isinstance(value, CountValue) else None
    return Statement(
        role=assertion.role,
        value=value,
        words=word_value(value),
        passages=find_passages(account, (*value.spans, *((counted,) if counted else ()))),
        voices=trace_voices(account, assertion.attribution),
        confidence=assertion.confidence,
        basis=None if isinstance(value, ActorValue | TextValue) else value.basis,
        precision=_precision(value),
        certainty=assertion.certainty,
        of=counted.text if counted else None,
        why=_why(assertion),
        losers=_losers(value),
        part_of=assertion.part_of,
        rivals=find_rivals(event, index),
    )


def _precision(value: Value) -> str:
    if isinstance(value, DateValue):
        return f"known to the {value.precision.value}" if value.precision else "the anchor is not known"
    if isinstance(value, CountValue):
        return _count_precision(value)
    if isinstance(value, PlaceValue):
        return _place_precision(value)
    return ""


def _count_precision(value: CountValue) -> str:
    if value.low is None and value.high is None:
        return "no figure could be made of the words"
    if value.high is None:
        return f"at least {value.low:,}"
    if value.low is None:
        return f"at most {value.high:,}"
    if value.low != value.high:
        return f"between {value.low:,} and {value.high:,}"
    return f"about {value.low:,}" if value.approximate else "exactly this number"


def _place_precision(value: PlaceValue) -> str:
    if value.lat is None or value.lon is None:
        return "not found in the gazetteer, so it is on no map"
    words = PRECISIONS[value.precision or PlacePrecision.REGION]
    return f"{words}, within {value.radius_km:g} km" if value.radius_km else words


def _why(assertion: Assertion) -> str:
    """Give the reason in words where the value has one: why this place won, whose label a name is, a date's anchor."""
    value = assertion.value
    if isinstance(value, PlaceValue):
        return value.why
    if isinstance(value, ActorValue) and value.label_of:
        return LABEL_OWNERS.get(value.label_of, f"the name is a label that {value.label_of} uses")
    if isinstance(value, DateValue) and value.relation:
        return f"{value.relation} “{value.anchor.text}”" if value.anchor else value.relation
    return ""


def _losers(value: Value) -> tuple[Loser, ...]:
    """Give the candidates that were not taken, best first, each with how it compares with the one that was."""
    rated: list[tuple[str, float, int | str | None]] = []
    chosen: int | str | None = None
    if isinstance(value, PlaceValue):
        chosen = value.geonames_id
        rated = [(_lying_in(place), place.score, place.geonames_id) for place in value.candidates]
    elif isinstance(value, ActorValue):
        chosen = value.actor_id
        rated = [(actor.name, actor.score, actor.actor_id) for actor in value.candidates]
    best = next((score for _, score, key in rated if chosen is not None and key == chosen), None)
    others = [(name, score) for name, score, key in rated if chosen is None or key != chosen]
    return tuple(Loser(name, score, _lost(score, best)) for name, score in sorted(others, key=lambda other: -other[1]))


def _lost(score: float, best: float | None) -> str:
    if best is None:
        return f"scored {score:.2f}: not enough to be taken"
    return f"scored {score:.2f} against {best:.2f}" if score < best else f"scored {score:.2f} as well"


def _lying_in(place: PlaceCandidate) -> str:
    parts = (place.name, place.admin1, place.country)
    return ", ".join(dict.fromkeys(part for part in parts if part))
