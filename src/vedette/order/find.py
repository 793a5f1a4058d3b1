"""Finding the words that put one event of a document before another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from vedette.order.dates import latest_and_earliest
from vedette.order.lengths import Length, load_signals, read_length
from vedette.records import Account, Event, Span, Stance

_UNREAL = frozenset({Stance.NEGATED, Stance.HYPOTHETICAL, Stance.DENIED})
_REACH = 7  # words between a signal and the happening that it joins
_BACK = 14  # words between the other happening and the signal
_OPENING = 24  # characters at the head of a sentence within which a signal opens it


@dataclass(frozen=True, slots=True)
class Order:
    """One event came before another, by at least and at most so many days (None: open); `spans` are the words.

    `earlier` and `later` are ids of events of one document. `rule` names how it was read: ``joined`` (both stand
    around the signal), ``opening`` (the signal opens the sentence), ``next-sentence`` ("two days later, …").
    """

    earlier: str
    later: str
    least: int
    most: int | None
    spans: tuple[Span, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class _Told:
    """A trigger in a sentence, and its event."""

    span: Span
    event: Event


def find_orders(account: Account) -> tuple[Order, ...]:
    """Find which events came before which, in reading order of the words; contradictions fall out."""
    text = account.document.text
    triggers = sorted(
        (_Told(span, event) for event in account.events for span in event.triggers), key=lambda told: told.span
    )
    found: list[Order] = []
    before: list[_Told] = []
    for sentence in account.sentences:
        here = [told for told in triggers if sentence.contains(told.span)]
        found += _in_sentence(text, sentence, here)
        found += _from_last(text, sentence, here, before)
        before = here or before
    return tuple(_without_contradictions(_each_once(found), account.events))


@cache
def _signals() -> re.Pattern[str]:
    # "followed by" stands before "followed", which is its beginning.
    keys = {"followedby": "followed-by", "followed": "followed", "after": "after", "before": "before"}
    parts = (rf"(?P<{name}>{_any_of(load_signals()[key])})" for name, key in keys.items())
    return re.compile(rf"\b(?:{'|'.join(parts)})\b", re.IGNORECASE)


def _any_of(words: Iterable[str]) -> str:
    return "|".join(r"\s+".join(word.split()) for word in words)


@cache
def _adverbs() -> re.Pattern[str]:
    rows = load_signals()
    later, earlier = "|".join(rows["adverbs-later"]), "|".join(rows["adverbs-earlier"])
    return re.compile(rf"\b(?:(?P<later>{later})|(?P<earlier>{earlier}))\b", re.IGNORECASE)


def _in_sentence(text: str, sentence: Span, here: Sequence[_Told]) -> Iterator[Order]:
    """Find the orders that a signal between two happenings of one sentence tells."""
    for signal in _signals().finditer(text, sentence.start, sentence.end):
        if any(told.span.start <= signal.start() < told.span.end for told in here):
            continue
        length = read_length(text, sentence.start, signal.start())
        start = length.start if length else signal.start()
        governed = _governed(text, signal.end(), here)
        if governed is None:
            continue
        other, rule = _other(text, sentence, start, governed, here)
        if other is None or other.event.id == governed.event.id:
            continue
        words = Span.of(text, start, governed.span.end)
        later_first = signal.lastgroup in ("after", "followed")
        earlier, later = (governed, other) if later_first else (other, governed)
        yield _order(earlier, later, length, words, rule)


def _order(earlier: _Told, later: _Told, length: Length | None, words: Span, rule: str) -> Order:
    least, most = (length.least, length.most) if length else (0, None)
    return Order(earlier.event.id, later.event.id, least, most, (words,), rule)


def _governed(text: str, end: int, here: Sequence[_Told]) -> _Told | None:
    """Give the happening that a signal governs: the first trigger after it, in the same phrase."""
    told = next((told for told in here if told.span.start >= end), None)
    if told is None or told.event.stance in _UNREAL:
        return None
    between = text[end : told.span.start]
    words = between.lower().split()
    if re.search(r"[,;:.!?()–—\"“”]", between) or len(words) > _REACH:
        return None
    rows = load_signals()
    if words and (words[0] in rows["units"] or not set(words).isdisjoint((*rows["others"], *rows["days"]))):
        return None
    return told


def _other(text: str, sentence: Span, start: int, governed: _Told, here: Sequence[_Told]) -> tuple[_Told | None, str]:
    """Give the happening that is put before or after: the last one before the signal, or the first past its comma."""
    before = [told for told in here if told.span.end <= start]
    if before:
        between = text[before[-1].span.end : start]
        near = len(between.split()) <= _BACK and not re.search(r"[;:!?\"“”]|\b(?:who|which|that)\b", between)
        return (before[-1] if near and before[-1].event.stance not in _UNREAL else None), "joined"
    if start - sentence.start > _OPENING:
        return None, "opening"
    comma = text.find(",", governed.span.end, sentence.end)
    past = next((told for told in here if comma >= 0 and told.span.start > comma), None)
    return (past if past is not None and past.event.stance not in _UNREAL else None), "opening"


def _from_last(text: str, sentence: Span, here: Sequence[_Told], before: Sequence[_Told]) -> Iterator[Order]:
    """Find "Two days later, …": so long after the one happening that the sentence before tells of."""
    events = {told.event.id for told in before}
    if not here or len(events) != 1 or before[-1].event.stance in _UNREAL or here[0].event.id in events:
        return
    found = _adverbs().search(text, sentence.start, min(sentence.end, here[0].span.start))
    if found is None or found.start() - sentence.start > _OPENING:
        return
    length = read_length(text, sentence.start, found.start())
    follower = text[found.end() : found.end() + 1]
    if length is None or length.start - sentence.start > 4 or (found["later"] != "later" and follower != ","):
        return
    words = Span.of(text, length.start, found.end())
    last, first = before[-1], here[0]
    earlier, later = (last, first) if found["later"] else (first, last)
    yield _order(earlier, later, length, words, "next-sentence")


def _each_once(orders: Iterable[Order]) -> list[Order]:
    """Keep the first telling of each pair, with the narrowest length."""
    kept: dict[tuple[str, str], Order] = {}
    for order in orders:
        known = kept.get((order.earlier, order.later))
        if known is None or (known.most is None and order.most is not None):
            kept[order.earlier, order.later] = order
    return list(kept.values())


def _without_contradictions(orders: list[Order], events: Sequence[Event]) -> Iterator[Order]:
    """Leave out what is told both ways round, and what the events' own dates speak against."""
    pairs = {(order.earlier, order.later) for order in orders}
    dates = {event.id: latest_and_earliest(event) for event in events}
    for order in orders:
        if (order.later, order.earlier) in pairs:
            continue
        first, last = dates[order.earlier], dates[order.later]
        if first is None or last is None or first[0] <= last[1]:
            yield order
