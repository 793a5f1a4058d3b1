"""The page of the docs that shows how one text is read."""

from __future__ import annotations

import pytest

from scripts.tell_reading import set_tables, tell
from tests.views.fiction import bazaar

PAGE = "# One text\n\n<!-- what was read -->\nold\n<!-- end of what was read -->\n\nThe end.\n"


def test_every_event_and_every_tie_has_a_row_with_its_words() -> None:
    account = bazaar()
    events, ties = tell(account).split("\n\n")
    assert len(events.splitlines()) == 2 + len(account.events)
    assert len(ties.splitlines()) == 2 + len(account.ties)
    assert all(f"“{span.text}”" in events for event in account.events for span in event.triggers)
    assert len({line.count("|") for line in events.splitlines()}) == 1


def test_what_a_person_wrote_around_the_tables_stays() -> None:
    assert set_tables(PAGE, "new\n") == PAGE.replace("old", "new")


def test_a_page_without_marks_is_refused() -> None:
    with pytest.raises(ValueError, match="what was read"):
        set_tables("# One text\n", "new\n")
