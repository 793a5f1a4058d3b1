from __future__ import annotations

from vedette.incidents import forward
from vedette.records import EventRef

A, B, C = (EventRef(f"d{number}", "e1") for number in range(3))


def test_an_id_that_is_gone_leads_to_where_its_events_went() -> None:
    assert forward({"i1": [A, B], "i2": [C]}, {"i1": [A, B, C]}) == {"i2": "i1"}


def test_an_id_that_stays_is_not_forwarded() -> None:
    assert forward({"i1": [A]}, {"i1": [A], "i2": [B]}) == {}


def test_a_document_read_anew_is_found_by_its_name() -> None:
    assert forward({"i1": [A]}, {"i9": [EventRef("d0", "e7")]}) == {"i1": "i9"}


def test_what_is_gone_altogether_leads_nowhere() -> None:
    assert forward({"i1": [A]}, {"i9": [B]}) == {"i1": None}
