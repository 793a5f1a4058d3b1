"""Whose word a value is, and how many independent sources that makes."""

from __future__ import annotations

import pytest

from tests.incidents.small import Report
from vedette.incidents.rivals import gather_rivals
from vedette.incidents.sources import count_reports
from vedette.records import Account, Event, EventRef, IncidentReport, Role

# What is tried; each report's publisher and who says it there (None: the publisher itself); how many sources.
CASES = [
    ("two papers by themselves", [("Harbour Post", None), ("Night Wire", None)], 2),
    ("one paper twice", [("Harbour Post", None), ("Harbour Post", None)], 1),
    ("two whom one paper asked", [("Harbour Post", "the mayor"), ("Harbour Post", "the hospital")], 1),
    ("one whom two papers quote", [("Harbour Post", "the mayor"), ("Night Wire", "the mayor")], 1),
    ("one who is named more fully once", [("Harbour Post", "police"), ("Night Wire", "the regional police")], 1),
    ("a release and a paper that quotes it", [("Regional Police Press Office", None), ("Harbour Post", "police")], 1),
    ("one by its initials", [("Harbour Post", "JW"), ("Night Wire", "JW")], 1),
    ("two by their initials", [("Harbour Post", "JW"), ("Night Wire", "UN")], 2),
    ("two who share a word", [("Harbour Post", "the town hospital"), ("Night Wire", "the town mayor")], 2),
    ("two of whom nobody knows more", [("Harbour Post", "witnesses"), ("Night Wire", "witnesses")], 2),
    ("a witness, and one of the police", [("Harbour Post", "a witness"), ("Night Wire", "police")], 2),
    ("two without publishers", [(None, None), (None, None)], 2),
    ("one paper between two voices", [("Night Wire", "police"), ("Night Wire", "a witness"), ("Post", "police")], 1),
]


@pytest.mark.parametrize(("told", "sources"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_source_counts_once_for_a_value_however_many_repeat_it(
    told: list[tuple[str | None, str | None]], sources: int
) -> None:
    accounts: dict[str, Account] = {}
    reports: list[IncidentReport] = []
    events: list[Event] = []
    for number, (publisher, voice) in enumerate(told):
        report = Report(f"{number}.txt", f"Report {number}: nine died, {voice or 'as we hear'}", None, publisher)
        said_by = report.says(voice) if voice else None
        report.event("died", report.count(Role.KILLED, "nine", 9, 9, said_by))
        account = report.account()
        accounts[account.document.id] = account
        events += account.events
        ref = EventRef(account.document.id, account.events[0].id)
        reports.append(IncidentReport(ref, account.document.name, publisher, None, None))
    (rival,) = gather_rivals(reports, events, accounts)
    assert (len(rival.tellings), rival.sources) == (len(told), sources)
    assert count_reports(reports) == len({publisher or number for number, (publisher, _) in enumerate(told)})
