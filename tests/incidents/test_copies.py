"""Which text repeats which."""

from __future__ import annotations

import pytest

from tests.incidents.small import Report
from vedette.incidents.copies import find_copies
from vedette.records import Document

STORY = (
    "A bomb hidden in a fruit crate exploded among passengers who were queuing for a dawn ferry, killing at least four "
    "people and wounding seventeen, police said"
)


def document(head: str, publisher: str, published: str = "2025-10-14") -> Document:
    return Report(f"{publisher}.txt", f"{head} - {STORY}", published, publisher).document


@pytest.mark.parametrize("weekly", ["Basilan Weekly", "Dawis Weekly", "Lamitan Weekly", "Maluso Weekly"])
def test_whoever_credits_the_other_is_the_copy_although_both_bear_the_agencys_short_name(weekly: str) -> None:
    agency = document("DAWIS, Oct 14 (SSC)", "Southern Seas Cable")
    copy = document("DAWIS (Southern Seas Cable), Oct 14 (SSC)", weekly)
    assert find_copies([copy, agency]) == {copy.id: agency.id}


def test_of_two_that_credit_nobody_the_later_is_the_copy() -> None:
    first, later = document("DAWIS", "Post", "2025-10-15"), document("DAWIS, Monday", "Gazette", "2025-10-16")
    assert find_copies([later, first]) == {later.id: first.id}
