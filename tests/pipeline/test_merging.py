"""What a case file keeps of merging: one at a time or all at once, in any order, with people's judgements between."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from shutil import copy

import pytest

from tests.incidents.small import Report, ferry_bomb
from tests.incidents.stream import draw_reports, seeded
from vedette.incidents import merge_accounts
from vedette.incidents.replay import find_standing
from vedette.pipeline import (
    find_incident,
    judge_event,
    judge_incident,
    judge_same,
    judge_split,
    judge_undo,
    judge_value,
    merge_case,
    merging,
    update_incidents,
)
from vedette.records import Account, Incident, JudgementKind, Role
from vedette.storage import CaseFile, open_case

NOON = dt.datetime(2025, 11, 1, 12, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("empty") / "case.db"
    open_case(path).close()
    return path


@pytest.fixture
def case(empty: Path, tmp_path: Path) -> Iterator[CaseFile]:
    with open_case(copy(empty, tmp_path / "case.db"), clock=lambda: NOON) as opened:
        yield opened


def put(case: CaseFile, account: Account, version: str = "1") -> None:
    case.add(account, account.document.text.encode(), version)


def all_at_once(case: CaseFile) -> tuple[Incident, ...]:
    return merge_accounts(list(case.accounts()), case.judgements())


def state(case: CaseFile) -> tuple[object, ...]:
    return merge_case(case), case.incident_events()


def test_reports_one_by_one_in_any_order_give_what_all_of_them_at_once_give(case: CaseFile, tmp_path: Path) -> None:
    draw = seeded(5)
    reports = [*ferry_bomb(), *draw_reports(draw, 10)]
    expected = merge_accounts(reports)
    draw.shuffle(reports)
    for report in reports:
        put(case, report)
        update = update_incidents(case)
        assert update is not None
        assert update.whole == (report is reports[0])
    assert merge_case(case) == expected
    assert update_incidents(case) is None


def test_much_that_is_new_is_merged_at_once_to_the_same(case: CaseFile, monkeypatch: pytest.MonkeyPatch) -> None:
    reports = draw_reports(seeded(6), 12)
    put(case, reports[0])
    update_incidents(case)
    monkeypatch.setattr(merging, "FEW", 3)
    for report in reports[1:]:
        put(case, report)
    update = update_incidents(case)
    assert update is not None
    assert update.whole
    assert merge_case(case) == merge_accounts(reports)


def test_another_way_of_merging_works_everything_out_anew(case: CaseFile, monkeypatch: pytest.MonkeyPatch) -> None:
    for report in ferry_bomb():
        put(case, report)
    before = state(case)
    monkeypatch.setattr(merging, "merging_method", lambda: "another")
    update = update_incidents(case)
    assert update is not None
    assert update.whole
    assert state(case) == before


def test_one_more_report_leaves_what_is_far_from_it_untouched(case: CaseFile) -> None:
    *first, last = ferry_bomb()
    for report in first:
        put(case, report)
    update_incidents(case)
    put(case, last)
    update = update_incidents(case)
    assert update is not None
    assert not update.before
    assert len(update.after) == 1


def test_a_document_read_anew_is_merged_anew_and_ids_that_go_lead_on(case: CaseFile) -> None:
    reports = ferry_bomb()
    for report in reports:
        put(case, report)
    bomb = max(merge_case(case), key=lambda incident: len(incident.reports))
    cable = Report(reports[0].document.name, reports[0].document.text, "2025-10-14", "Southern Cable")
    put(case, cable.account(), "2")  # this version finds no event in it
    incidents = merge_case(case)
    assert incidents == all_at_once(case)
    assert len(find_incident(case, incidents, bomb.id).reports) == 3
    put(case, reports[0], "3")
    assert find_incident(case, merge_case(case), bomb.id) == bomb
    assert bomb.id not in case.forwarding()


def judge_at_random(case: CaseFile, draw: Random, incidents: Sequence[Incident]) -> None:
    last = len(case.judgements())
    kind = draw.choice(["same", "split", "accept", "reject", "reject event", "correct", "undo", "undo"])
    incident = draw.choice(incidents) if incidents else None
    if kind == "undo" and last:
        judge_undo(case, draw.randint(1, last), "bo", "")
    elif kind == "same" and len(incidents) > 1:
        judge_same(case, draw.sample(incidents, 2), "ada", "")
    elif incident is None:
        return
    elif kind == "split" and len(incident.reports) > 1:
        judge_split(case, incident, [incident.reports[0].event.document_id], "ada", "")
    elif kind == "accept":
        judge_incident(case, JudgementKind.ACCEPT, incident, "ada", "")
    elif kind == "reject":
        judge_incident(case, JudgementKind.REJECT, incident, "ada", "")
    elif kind == "reject event":
        ref = incident.reports[0].event
        account = case.account(ref.document_id)
        event = next(event for event in account.events if event.id == ref.event_id)
        judge_event(case, JudgementKind.REJECT, event, "ada", "")
    elif kind == "correct":
        judge_value(case, incident, Role.KILLED, str(draw.randint(1, 9)), "ada", "")


@pytest.mark.parametrize("seed", range(4))
def test_random_histories_of_reports_and_judgements_give_what_replaying_them_at_once_gives(
    case: CaseFile, seed: int
) -> None:
    draw = seeded(seed)
    reports = [*ferry_bomb(), *draw_reports(draw, 5)]
    draw.shuffle(reports)
    incidents: tuple[Incident, ...] = ()
    for _ in range(18):
        if reports and draw.random() < 0.5:
            put(case, reports.pop())
        else:
            judge_at_random(case, draw, incidents)
        incidents = merge_case(case)
    assert incidents == all_at_once(case)
    held = {incident.id: tuple(sorted(report.event for report in incident.reports)) for incident in incidents}
    assert case.incident_events() == dict(sorted(held.items()))
    assert all(new is None or new in held for new in case.forwarding().values())


@pytest.mark.parametrize("seed", range(3))
def test_splitting_a_merge_of_fifty_reports_and_undoing_the_split_restores_everything(
    case: CaseFile, tmp_path: Path, seed: int
) -> None:
    """After any history of judgements, and with a later one in between that speaks of something else."""
    draw = seeded(seed)
    *near, far = ferry_bomb()
    for report in [*near, *draw_reports(draw, 60)]:
        put(case, report)
    for _ in range(8):
        judge_at_random(case, draw, merge_case(case))
    put(case, far)
    rest = next(one for one in merge_case(case) if one.reports[0].name == far.document.name)
    chosen = [incident for incident in merge_case(case) if incident != rest]
    if len(chosen) > 1:  # else the random history has made one of them already
        judge_same(case, chosen, "ada", "one day of fighting")
    before = state(case)
    whole = max(merge_case(case), key=lambda incident: len(incident.reports))
    documents = sorted({report.event.document_id for report in whole.reports})
    assert len(documents) >= 50
    split = judge_split(case, whole, draw.sample(documents, len(documents) // 2), "ada", "two fronts")
    assert state(case) != before
    later = judge_value(case, rest, Role.KILLED, "6", "bo", "")
    merge_case(case)
    judge_undo(case, split.number, "ada", "one after all")
    corrected = next(incident for incident in merge_case(case) if incident.id == rest.id)
    assert corrected.corrections[-1] == later
    judge_undo(case, later.number, "bo", "")
    assert state(case) == before
    assert merge_case(case) == all_at_once(case)


@pytest.mark.parametrize("seed", range(3))
def test_undoing_any_one_judgement_is_the_same_as_never_having_made_it(
    case: CaseFile, empty: Path, tmp_path: Path, seed: int
) -> None:
    draw = seeded(seed)
    for report in [*ferry_bomb(), *draw_reports(draw, 6)]:
        put(case, report)
    while len(case.judgements()) < 6:
        judge_at_random(case, draw, merge_case(case))
    standing = find_standing(case.judgements())
    chosen = draw.choice(standing)
    judge_undo(case, chosen.number, "ada", "")
    with open_case(copy(empty, tmp_path / "other.db"), clock=lambda: NOON) as other:
        for account in case.accounts():
            put(other, account)
        for judgement in standing:
            if judgement is not chosen:
                other.add_judgement(judgement)
        merge_case(case)
        merge_case(other)
        assert case.incident_events() == other.incident_events()
