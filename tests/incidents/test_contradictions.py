"""Which values of an incident are a quarrel between sources."""

from __future__ import annotations

from tests.incidents.small import Report
from vedette.incidents import merge_accounts
from vedette.records import COUNT_ROLES, Account, Role


def tolls_of(two_sources: bool) -> Account:
    report = Report(
        "two.txt",
        "A bomb exploded in Lamitan on 21 October 2025 and killed two, police said. The Lima gang and the Marjan Front "
        "fought, and nine died, the hospital said",
        "2025-10-22",
    )
    police, hospital = report.says("police"), report.says("hospital")
    report.event(
        "exploded",
        report.on("21 October 2025", "2025-10-21"),
        report.count(Role.INJURED, "two", 2, 2, police),
        report.count(Role.KILLED, "two", 2, 2, police),
        report.count(Role.KILLED, "nine", 9, 9, hospital if two_sources else police),
        report.actor("Lima gang", said_by=police),
        report.actor("Marjan Front", said_by=hospital if two_sources else police),
    )
    return report.account()


def test_two_values_of_one_source_in_one_report_are_no_quarrel() -> None:
    (incident,) = merge_accounts([tolls_of(two_sources=False)])
    assert len(incident.in_role(Role.KILLED)) == 2
    assert incident.contradictions == ()


def test_two_sources_of_one_report_quarrel() -> None:
    (incident,) = merge_accounts([tolls_of(two_sources=True)])
    assert {one.role for one in incident.contradictions} == {Role.KILLED, Role.ACTOR}


def test_rivals_stand_in_the_order_of_the_roles_in_every_process() -> None:
    (incident,) = merge_accounts([tolls_of(two_sources=True)])
    told = [rival.role for rival in incident.rivals if rival.role in COUNT_ROLES]
    assert told == sorted(told, key=list(Role).index)
