from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import permutations

from tests.incidents.small import Report, ferry_bomb, names_of
from vedette.incidents import choose_best, explain_reports, merge_accounts
from vedette.records import (
    Account,
    BestRule,
    Certainty,
    EventRef,
    EventType,
    Incident,
    Judgement,
    JudgementKind,
    ReviewState,
    Role,
    Stance,
)

NOON = dt.datetime(2025, 11, 1, 12, tzinfo=dt.UTC)


def judge(number: int, kind: JudgementKind, *groups: tuple[EventRef, ...], **more: object) -> Judgement:
    return Judgement(number, kind, groups, "ada", NOON, **more)  # type: ignore[arg-type]


def the_bomb(incidents: tuple[Incident, ...]) -> Incident:
    return max(incidents, key=lambda incident: len(incident.reports))


def test_four_reports_of_one_bomb_are_one_incident_and_another_bomb_is_another() -> None:
    incidents = merge_accounts(ferry_bomb())
    assert sorted(names_of(incident.reports) for incident in incidents) == [
        ["cable.txt", "desk.txt", "monitor.txt", "post.txt"],
        ["other.txt"],
    ]


def test_a_copy_adds_no_source_and_says_what_it_repeats() -> None:
    accounts = ferry_bomb()
    bomb = the_bomb(merge_accounts(accounts))
    copied = {report.name: report.copy_of for report in bomb.reports}
    assert copied == {
        "cable.txt": None,
        "post.txt": accounts[0].document.id,
        "desk.txt": None,
        "monitor.txt": None,
    }
    assert bomb.independent_sources == 3


def test_every_toll_stands_beside_the_others_with_who_says_so() -> None:
    bomb = the_bomb(merge_accounts(ferry_bomb()))
    told = {
        (rival.value.low, rival.value.high): (rival.sources, {telling.said_by for telling in rival.tellings})  # type: ignore[union-attr]
        for rival in bomb.in_role(Role.KILLED)
    }
    assert told == {
        (4, None): (1, {("police",)}),
        (9, 9): (1, {("hospital",)}),
        (7, 7): (1, {()}),
    }


def test_how_sure_it_is_that_reports_tell_of_one_is_not_lowered_by_a_second_head_of_one_of_them() -> None:
    plain = the_bomb(merge_accounts(ferry_bomb()))
    accounts = ferry_bomb()
    desk = accounts[2]
    head = desk.events[0]
    second = replace(head, id="e9", assertions=head.in_role(Role.DATE), triggers=(desk.events[1].triggers))
    accounts[2] = replace(desk, events=(*desk.events, second))
    bomb = the_bomb(merge_accounts(accounts))
    assert (len(bomb.reports), bomb.documents) == (5, 4)
    assert bomb.confidence >= plain.confidence


def test_contradictions_are_listed_with_the_gravest_first() -> None:
    bomb = the_bomb(merge_accounts(ferry_bomb()))
    weights = [contradiction.weight for contradiction in bomb.contradictions]
    assert weights == sorted(weights, reverse=True)
    assert {contradiction.role for contradiction in bomb.contradictions} == {Role.KILLED, Role.ACTOR}


def test_a_denial_stands_beside_the_deed_and_is_no_incident() -> None:
    incidents = merge_accounts(ferry_bomb())
    assert [(claim.type, claim.by) for claim in the_bomb(incidents).claims] == [(EventType.DENY, ("Marjan Front",))]
    assert all(incident.type is EventType.ASSAULT for incident in incidents)


def test_a_report_that_tells_the_deed_only_as_denied_is_a_denial() -> None:
    accounts = ferry_bomb()
    release = Report(
        "release.txt", "There was no explosion at Dawis on 14 October; such reports are false", "2025-10-15"
    )
    release.event(
        "explosion", release.on("14 October", "2025-10-14"), release.at("Dawis", 6.9, 122.1), stance=Stance.DENIED
    )
    bomb = the_bomb(merge_accounts([*accounts, release.account()]))
    claims = {bomb.reports[claim.report].name: (claim.type, claim.by) for claim in bomb.claims}
    assert claims == {"desk.txt": (EventType.DENY, ("Marjan Front",)), "release.txt": (EventType.DENY, ())}
    assert bomb.stance is Stance.ACTUAL


def test_each_named_rule_puts_its_own_toll_first() -> None:
    bomb = the_bomb(merge_accounts(ferry_bomb()))
    found = {}
    for rule in BestRule:
        best = next(one for one in choose_best(bomb, rule).best if one.role is Role.KILLED)
        found[rule] = (best.low, best.high)
    assert found == {
        BestRule.LATEST: (7, 7),
        BestRule.MOST_INDEPENDENT: (7, 7),
        BestRule.CONSERVATIVE: (4, None),
        BestRule.BEST_LOW_HIGH: (4, 9),
    }


def test_a_culprit_whom_reports_only_deny_is_not_put_first() -> None:
    bomb = the_bomb(merge_accounts(ferry_bomb()))
    (marjan, lima) = sorted(bomb.in_role(Role.ACTOR), key=lambda rival: -len(rival.tellings))
    assert (marjan.sources, lima.sources) == (2, 1)  # one of the two denies it
    assert put_first(bomb) == "Lima gang"  # of as many sources as the front, and later
    report = Report("denial.txt", "A bomb exploded at Dawis, and the Lima gang denied any part in it")
    report.event("exploded", report.actor("Lima gang", Certainty.DENIED))
    assert put_first(the_bomb(merge_accounts([report.account()]))) is None


def put_first(incident: Incident) -> str | None:
    best = next((one for one in incident.best if one.role is Role.ACTOR), None)
    return incident.rivals[best.rival].value.name if best and best.rival is not None else None  # type: ignore[union-attr]


def test_the_order_of_arrival_does_not_matter() -> None:
    accounts = ferry_bomb()
    expected = merge_accounts(accounts)
    for order in list(permutations(accounts))[1::40]:
        assert merge_accounts(order) == expected


def test_a_later_report_renames_no_incident() -> None:
    accounts = ferry_bomb()
    before = {incident.id for incident in merge_accounts(accounts[:3] + accounts[4:])}
    after = {incident.id for incident in merge_accounts(accounts)}
    assert before == after


def told_twice(second: str, trigger: str) -> Account:
    """Give a report of the ferry bomb with a second sentence, whose event has the same day and place."""
    report = Report(
        "twice.txt", f"A bomb exploded at the Dawis ferry landing on 14 October 2025. {second} then", "2025-10-15"
    )
    for word in ("exploded", trigger):
        report.event(word, report.on("14 October 2025", "2025-10-14"), report.at("Dawis", 6.9, 122.1))
    return report.account()


def test_two_events_that_a_document_tells_apart_are_never_one_incident() -> None:
    twice = told_twice("A second blast hit the Dawis landing", "blast")
    for incident in merge_accounts([*ferry_bomb(), twice]):
        documents = [report.event.document_id for report in incident.reports]
        assert len(documents) == len(set(documents))


def test_an_attack_told_under_two_heads_is_one_incident_where_other_reports_show_it() -> None:
    twice = told_twice("Four people died in the Dawis attack", "attack")
    bomb = the_bomb(merge_accounts([*ferry_bomb(), twice]))
    assert [report.name for report in bomb.reports].count("twice.txt") == 2
    assert bomb.independent_sources == 4
    assert {report.name for report in bomb.reports} > {"twice.txt"}
    assert len(merge_accounts([twice])) == 2  # nobody else tells of it


def test_a_report_with_two_heads_has_one_voice_on_what_it_was() -> None:
    reports = []
    for name, mode, triggers in (
        ("one.txt", "explosives", ("exploded",)),
        ("two.txt", "explosives", ("exploded",)),
        ("a.txt", "firearms", ("attack", "raid")),
    ):
        report = Report(
            name,
            f"A bomb exploded at the Dawis ferry landing on 14 October 2025. After the attack, a raid: {name}",
            "2025-10-14" if mode == "firearms" else "2025-10-15",  # told first
            name,
        )
        for trigger in triggers:
            where = report.on("14 October 2025", "2025-10-14"), report.at("Dawis", 6.9, 122.1)
            report.event(trigger, *where, mode=mode)
        reports.append(report.account())
    refs = tuple(EventRef(event.document_id, event.id) for account in reports for event in account.events)
    (incident,) = merge_accounts(reports, [judge(1, JudgementKind.SAME, refs)])
    assert (len(incident.reports), incident.documents) == (4, 3)
    assert incident.mode == "explosives"


def test_what_is_only_threatened_is_no_incident() -> None:
    report = Report("threat.txt", "The group vowed to bomb the Dawis landing", "2025-10-15")
    report.event("bomb", report.at("Dawis", 6.9, 122.1), stance=Stance.THREATENED)
    assert merge_accounts([report.account()]) == ()


def test_a_person_can_hold_apart_what_the_program_joins_and_join_what_it_holds_apart() -> None:
    accounts = ferry_bomb()
    bomb = the_bomb(merge_accounts(accounts))
    refs = [report.event for report in bomb.reports]
    apart = merge_accounts(accounts, [judge(1, JudgementKind.SPLIT, tuple(refs[:2]), tuple(refs[2:]))])
    assert sorted(len(incident.reports) for incident in apart) == [1, 2, 2]
    everything = tuple(report.event for incident in merge_accounts(accounts) for report in incident.reports)
    joined = merge_accounts(accounts, [judge(1, JudgementKind.SAME, everything)])
    assert [len(incident.reports) for incident in joined] == [5]
    assert joined[0].confidence == 1.0


def test_a_correction_stands_above_any_rule_and_acceptance_is_shown() -> None:
    accounts = ferry_bomb()
    refs = tuple(report.event for report in the_bomb(merge_accounts(accounts)).reports)
    decided = [
        judge(1, JudgementKind.CORRECT, refs, role=Role.KILLED, value="8"),
        judge(2, JudgementKind.ACCEPT, refs),
    ]
    bomb = the_bomb(merge_accounts(accounts, decided))
    best = next(one for one in bomb.best if one.role is Role.KILLED)
    assert (best.rival, best.judgement, best.corrected) == (None, 1, "8")
    assert bomb.review is ReviewState.ACCEPTED
    assert len(bomb.in_role(Role.KILLED)) == 3  # nothing that was told is gone


def test_the_reasons_for_a_pair_add_up_to_its_chance() -> None:
    accounts = ferry_bomb()
    bomb = the_bomb(merge_accounts(accounts))
    pairs = explain_reports(bomb, accounts)
    assert len(pairs) == 6
    assert all(pair.reasons[0].name == "before-any-evidence" for pair in pairs if pair.reasons)
    assert max(pair.chance for pair in pairs) > 0.9
