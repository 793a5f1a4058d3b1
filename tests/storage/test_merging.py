"""What merging keeps, on both databases: blocks in order, scores from either side, and what waits."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from tests.storage.small import happening, original, told
from vedette.records import EventRef, Judgement, JudgementKind
from vedette.storage import CaseFile

A, B, C, Z = (EventRef(f"d{name}", "e1") for name in "abcZ")
PLACES = {A: b"2025-10-11\0da", B: b"2025-10-11\0db", C: b"2025-10-12\0dc", Z: b"2025-10-11\0dZ"}


def fill(case: CaseFile) -> None:
    with case.merging() as store:
        store.put(
            [(ref, f"sketch of {ref.document_id}", ["here", f"only {ref.document_id}"], PLACES[ref]) for ref in PLACES]
        )
        store.keep_scores({(A, B): 1.5, (B, C): -2.0})


def test_a_block_is_in_order_of_bytes_whatever_the_databases_locale(case: CaseFile) -> None:
    fill(case)
    with case.merged() as store:
        assert store.after("here", PLACES[Z], 9) == [PLACES[A], PLACES[B], PLACES[C]]
        assert store.after("here", PLACES[Z], 1) == [PLACES[A]]
        assert store.before("here", PLACES[C], 2) == [PLACES[B], PLACES[A]]
        assert store.before("only da", PLACES[C], 2) == [PLACES[A]]


def test_scores_are_found_from_either_side_and_go_with_their_events(case: CaseFile) -> None:
    fill(case)
    with case.merging() as store:
        assert store.scores_of([B]) == {(A, B): 1.5, (B, C): -2.0}
        store.keep_scores({(A, B): 2.5})
        store.drop(C)
        assert store.scores_of([A, B, C]) == {(A, B): 2.5}
        assert store.sketches([A, C]) == {A: "sketch of da"}
        store.drop_scores([(A, B), (B, C)][:1])
        assert store.scores_of([A]) == {}
        assert store.before("here", b"\xff", 9) == [PLACES[B], PLACES[A], PLACES[Z]]


def test_all_that_is_done_in_one_go_is_kept_or_nothing_is(case: CaseFile) -> None:
    def fail() -> None:
        with case.merging() as store:
            store.put([(A, "sketch", ["here"], PLACES[A])])
            raise KeyError("in the middle")

    with pytest.raises(KeyError):
        fail()
    with case.merged() as store:
        assert store.sketches([A]) == {}


def test_what_waits_are_new_documents_other_readings_and_judgements(case: CaseFile) -> None:
    first, second = told("One.", happening("e1")), told("Two.", happening("e2"))
    for account in (first, second):
        case.add(account, original(account), "1")
    with case.merging() as store:
        assert store.waiting().fresh == tuple(sorted([first.document.id, second.document.id]))
        store.finish("way", 0, store.document_ids(), ())
    assert case.is_merged("way")
    assert not case.is_merged("another way")
    case.add(dataclasses.replace(first, events=()), original(first), "2")
    case.add_judgement(Judgement(0, JudgementKind.SAME, ((A, B),), "ada", dt.datetime(2025, 11, 1, tzinfo=dt.UTC)))
    assert not case.is_merged("way")
    with case.merging() as store:
        waiting = store.waiting()
        assert (waiting.fresh, waiting.stale) == ((first.document.id,), (first.document.id,))
        store.finish("way", 1, waiting.fresh, waiting.stale)
    assert case.is_merged("way")


def test_scores_within_incidents_leave_out_pairs_across_them(case: CaseFile) -> None:
    fill(case)
    case.keep_incidents({"i1": [A, B], "i2": [C]}, {})
    assert case.scores_within_incidents() == {(A, B): 1.5}
