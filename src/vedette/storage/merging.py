"""What merging keeps between two goes, and how it asks for it: sketches, the keys they are found by, scores of pairs.

Nothing here knows what a sketch or a key is. Everything is put in and taken out within one transaction, so that a
process that is killed in the middle of merging leaves what was there before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import sqlalchemy as sa

from vedette.records import Account, EventRef, Judgement
from vedette.storage.deciding import (
    AT_ONCE,
    Members,
    load_judgements,
    load_members,
    load_members_around,
    replace_members,
)
from vedette.storage.loading import load_accounts
from vedette.storage.tables import (
    documents,
    incident_events,
    judgements,
    merged_documents,
    merged_events,
    merged_keys,
    merged_pairs,
    merging,
)

T = TypeVar("T")
Pair = tuple[EventRef, EventRef]
Kept = tuple[EventRef, str, Sequence[str], bytes]  # an event, its sketch, its keys, its place under each of them


@dataclass(frozen=True, slots=True)
class Waiting:
    """What merging has not had regard to: documents that are new or read anew, and those whose account is gone."""

    fresh: tuple[str, ...]
    stale: tuple[str, ...]
    merged: int  # how many documents it had regard to
    method: str | None  # None: nothing was ever merged
    judgement: int

    def is_done(self, method: str, last_judgement: int) -> bool:
        """Tell whether there is nothing to do for this way of merging."""
        return not self.fresh and not self.stale and (self.method, self.judgement) == (method, last_judgement)


def find_waiting(connection: sa.Connection) -> Waiting:
    """Find what is to be done since the last go."""
    same = (
        (merged_documents.c.document_id == documents.c.id)
        & (merged_documents.c.version == documents.c.version)
        & (merged_documents.c.run_id == documents.c.run_id)
    )
    fresh = connection.scalars(
        sa.select(documents.c.id).outerjoin(merged_documents, same).where(merged_documents.c.document_id.is_(None))
    ).all()
    stale = connection.scalars(
        sa.select(merged_documents.c.document_id).outerjoin(documents, same).where(documents.c.id.is_(None))
    ).all()
    merged = connection.scalar(sa.select(sa.func.count()).select_from(merged_documents)) or 0
    state = connection.execute(sa.select(merging)).first()
    return Waiting(
        tuple(sorted(fresh)),
        tuple(sorted(stale)),
        merged,
        state.method if state else None,
        state.judgement if state else 0,
    )


def last_judgement(connection: sa.Connection) -> int:
    """Give the number of the last judgement; 0 where there is none."""
    return connection.scalar(sa.select(sa.func.max(judgements.c.number))) or 0


def load_scores_within(connection: sa.Connection) -> dict[Pair, float]:
    """Give the scores of all pairs that are in one incident, lower event first."""
    one, two = merged_events.alias(), merged_events.alias()
    home, other = incident_events.alias(), incident_events.alias()
    chosen = (
        sa.select(one.c.document_id, one.c.event_id, two.c.document_id, two.c.event_id, merged_pairs.c.score)
        .select_from(home)
        .join(other, other.c.incident == home.c.incident)
        .join(one, (one.c.document_id == home.c.document_id) & (one.c.event_id == home.c.event_id))
        .join(two, (two.c.document_id == other.c.document_id) & (two.c.event_id == other.c.event_id))
        .join(merged_pairs, (merged_pairs.c.one == one.c.number) & (merged_pairs.c.two == two.c.number))
    )
    found = {(EventRef(a, b), EventRef(c, d)): score for a, b, c, d, score in connection.execute(chosen)}
    return {pair: score for pair, score in found.items() if pair[0] < pair[1]}


class MergingStore:
    """What merging keeps, within one transaction."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self._numbers: dict[EventRef, int] = {}
        self._next = (connection.scalar(sa.select(sa.func.max(merged_events.c.number))) or 0) + 1

    def waiting(self) -> Waiting:
        """Find what is to be done."""
        return find_waiting(self._connection)

    def judgements(self) -> tuple[Judgement, ...]:
        """Give every judgement, oldest first."""
        return load_judgements(self._connection)

    def accounts(self, document_ids: Sequence[str]) -> Iterator[Account]:
        """Give the accounts of these documents."""
        for start in range(0, len(document_ids), AT_ONCE):
            yield from load_accounts(self._connection, document_ids[start : start + AT_ONCE])

    def document_ids(self) -> tuple[str, ...]:
        """Give the ids of all documents kept, in order."""
        return tuple(sorted(self._connection.scalars(sa.select(documents.c.id)).all()))

    def members(self, around: Iterable[EventRef] | None = None) -> dict[str, tuple[EventRef, ...]]:
        """Give the events of each incident as last kept; of those alone that the documents of some events tell of."""
        return load_members(self._connection) if around is None else load_members_around(self._connection, around)

    def keep_incidents(self, gone: Iterable[EventRef], members: Members, leads: Mapping[str, str | None]) -> None:
        """Keep the events of some incidents, and where ids that are gone lead; see `replace_members`."""
        replace_members(self._connection, gone, members, leads)

    def finish(self, method: str, judgement: int, fresh: Sequence[str], stale: Sequence[str]) -> None:
        """Note that these documents, and all judgements up to this one, have been had regard to."""
        run = self._connection.execute
        for ids in _shares([*fresh, *stale]):
            run(sa.delete(merged_documents).where(merged_documents.c.document_id.in_(ids)))
        for ids in _shares(fresh):
            kept = sa.select(documents.c.id, documents.c.version, documents.c.run_id).where(documents.c.id.in_(ids))
            run(sa.insert(merged_documents).from_select(["document_id", "version", "run_id"], kept))
        run(sa.delete(merging))
        run(sa.insert(merging), {"only": 1, "method": method, "judgement": judgement})

    def clear(self) -> None:
        """Forget all events, keys and scores."""
        for table in (merged_documents, merged_events, merged_keys, merged_pairs):
            self._connection.execute(sa.delete(table))
        self._numbers.clear()
        self._next = 1

    def events_of(self, document_ids: Sequence[str]) -> list[EventRef]:
        """Give the events that were taken in of these documents."""
        found = []
        for ids in _shares(document_ids):
            chosen = sa.select(merged_events).where(merged_events.c.document_id.in_(ids))
            found += [EventRef(row.document_id, row.event_id) for row in self._connection.execute(chosen)]
        return sorted(found)

    def put(self, events: Iterable[Kept]) -> None:
        """Take in events that are not there."""
        rows, keys = [], []
        for ref, sketch, names, line in events:
            number, self._next = self._next, self._next + 1
            self._numbers[ref] = number
            rows.append({"number": number, "document_id": ref.document_id, "event_id": ref.event_id, "sketch": sketch})
            keys += [{"key": name, "line": line, "event": number} for name in names]
        if rows:
            self._connection.execute(sa.insert(merged_events), rows)
        if keys:
            self._connection.execute(sa.insert(merged_keys), keys)

    def drop(self, ref: EventRef) -> None:
        """Forget an event, its keys and its scores."""
        number = self._number([ref])[ref]
        run = self._connection.execute
        run(sa.delete(merged_keys).where(merged_keys.c.event == number))
        others = self._connection.scalars(sa.select(merged_pairs.c.two).where(merged_pairs.c.one == number)).all()
        run(sa.delete(merged_pairs).where(merged_pairs.c.one == number))
        for some in _shares(list(others)):
            run(sa.delete(merged_pairs).where(merged_pairs.c.one.in_(some) & (merged_pairs.c.two == number)))
        run(sa.delete(merged_events).where(merged_events.c.number == number))
        del self._numbers[ref]

    def sketches(self, refs: Iterable[EventRef]) -> dict[EventRef, str]:
        """Give the sketches of those of these events that are there."""
        wanted = set(refs)
        found: dict[EventRef, str] = {}
        for ids in _shares(sorted({ref.document_id for ref in wanted})):
            for row in self._connection.execute(sa.select(merged_events).where(merged_events.c.document_id.in_(ids))):
                if (ref := EventRef(row.document_id, row.event_id)) in wanted:
                    found[ref] = row.sketch
                    self._numbers[ref] = row.number
        return found

    def before(self, key: str, line: bytes, most: int) -> list[bytes]:
        """Give the places under a key that come before one, nearest first."""
        chosen = sa.select(merged_keys.c.line).where((merged_keys.c.key == key) & (merged_keys.c.line < line))
        found = self._connection.scalars(chosen.order_by(merged_keys.c.line.desc()).limit(most))
        return [bytes(place) for place in found]

    def after(self, key: str, line: bytes, most: int) -> list[bytes]:
        """Give the places under a key that come after one, nearest first."""
        chosen = sa.select(merged_keys.c.line).where((merged_keys.c.key == key) & (merged_keys.c.line > line))
        found = self._connection.scalars(chosen.order_by(merged_keys.c.line).limit(most))
        return [bytes(place) for place in found]

    def scores_of(self, refs: Iterable[EventRef]) -> dict[Pair, float]:
        """Give the scores of all pairs in which one of these events is, lower event first."""
        numbers = {number: ref for ref, number in self._number(refs).items()}
        found: dict[Pair, float] = {}
        other = merged_events
        for some in _shares(sorted(numbers)):
            chosen = (
                sa.select(merged_pairs.c.one, other.c.document_id, other.c.event_id, merged_pairs.c.score)
                .join(other, other.c.number == merged_pairs.c.two)
                .where(merged_pairs.c.one.in_(some))
            )
            for number, document_id, event_id, score in self._connection.execute(chosen):
                one, two = numbers[number], EventRef(document_id, event_id)
                found[(one, two) if one < two else (two, one)] = score
        return found

    def keep_scores(self, scores: Mapping[Pair, float]) -> None:
        """Keep scores of pairs, which may be there already."""
        self.drop_scores(scores)
        self.add_scores(scores)

    def add_scores(self, scores: Mapping[Pair, float]) -> None:
        """Keep scores of pairs, which are not there yet."""
        numbers = self._number({ref for pair in scores for ref in pair})
        rows = [
            {"one": numbers[pair[side]], "two": numbers[pair[1 - side]], "score": score}
            for pair, score in scores.items()
            for side in (0, 1)
        ]
        if rows:
            self._connection.execute(sa.insert(merged_pairs), rows)

    def drop_scores(self, pairs: Iterable[Pair]) -> None:
        """Forget scores of pairs, which may not be there."""
        known = list(pairs)
        numbers = self._number({ref for pair in known for ref in pair})
        here = (merged_pairs.c.one == sa.bindparam("a")) & (merged_pairs.c.two == sa.bindparam("b"))
        rows = [{"a": numbers[pair[side]], "b": numbers[pair[1 - side]]} for pair in known for side in (0, 1)]
        if rows:
            self._connection.execute(sa.delete(merged_pairs).where(here), rows)

    def _number(self, refs: Iterable[EventRef]) -> dict[EventRef, int]:
        """Give the numbers of those of these events that are there."""
        wanted = list(refs)
        missing = {ref for ref in wanted if ref not in self._numbers}
        named = sa.select(merged_events.c.number, merged_events.c.document_id, merged_events.c.event_id)
        for ids in _shares(sorted({ref.document_id for ref in missing})):
            for row in self._connection.execute(named.where(merged_events.c.document_id.in_(ids))):
                self._numbers[EventRef(row.document_id, row.event_id)] = row.number
        return {ref: self._numbers[ref] for ref in wanted if ref in self._numbers}


def _shares(values: Sequence[T]) -> Iterator[Sequence[T]]:
    for start in range(0, len(values), AT_ONCE):
        yield values[start : start + AT_ONCE]
