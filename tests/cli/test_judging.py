"""Accepting, rejecting, correcting; what people and the program say side by side; what changed, and why."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import run
from tests.incidents.small import Report, ferry_bomb
from vedette.exports.incident_schema import ChangeModel, HistoryModel, IncidentModel
from vedette.records import Account, Role
from vedette.storage import open_case


def keep(path: Path, *accounts: Account) -> None:
    with open_case(path) as kept:
        for account in accounts:
            kept.add(account, account.document.text.encode(), "test")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "case.db"
    keep(path, *ferry_bomb())
    assert run("incidents", "--db", path).code == 0
    return path


@pytest.fixture
def case(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(made, tmp_path / "case.db"))


def lines(*words: str | Path) -> list[dict[str, Any]]:
    ran = run(*words)
    assert ran.code == 0, ran.err
    return ran.lines


def listed(case: Path, *words: str) -> list[dict[str, Any]]:
    found = lines("incidents", "--db", case, "--format", "jsonl", *words)
    for line in found:
        IncidentModel.model_validate_json(json.dumps(line))
    return found


def history(case: Path, *words: str) -> list[dict[str, Any]]:
    found = lines("history", "--db", case, "--format", "jsonl", *words)
    for line in found:
        HistoryModel.model_validate_json(json.dumps(line))
    return found


def diff(*words: str | Path) -> list[dict[str, Any]]:
    found = lines("diff", *words, "--format", "jsonl")
    for line in found:
        ChangeModel.model_validate_json(json.dumps(line))
    return found


def decide(case: Path, *words: str) -> str:
    ran = run(words[0], *words[1:], "--db", case, "--by", "ada")
    assert ran.code == 0, ran.err
    return ran.err


def test_a_correction_is_put_first_beside_what_the_reports_tell_and_can_be_taken_back(case: Path) -> None:
    before = listed(case)
    bomb = str(before[0]["id"])
    assert "killed of" in decide(case, "correct", bomb, "killed", "8", "--why", "list of names")
    (best,) = [one for one in listed(case)[0]["best"] if one["role"] == "killed"]
    assert (best["low"], best["high"], best["corrected"], best["judgement"]) == (8, 8, "8", 1)
    assert len(listed(case)[0]["counts"]) == len(before[0]["counts"])
    shown = run("show", bomb, "--db", case).out
    assert "= 8" in shown
    assert "list of names" in shown
    assert "= 8" in run("incidents", "--db", case).out
    (judged,) = history(case)
    assert judged["program"]["value"]["low"] == 7
    decide(case, "undo", "1")
    assert listed(case) == before


def test_a_corrected_date_moves_an_incident_for_the_filters_and_the_list(case: Path) -> None:
    bomb = str(listed(case)[0]["id"])
    decide(case, "correct", bomb, "date", "2025-11-02..2025-11-03")
    assert [one["id"] for one in listed(case)][-1] == bomb
    assert [one["id"] for one in listed(case, "--since", "2025-11-01")] == [bomb]
    assert listed(case)[-1]["date"] == {"from": "2025-11-02", "to": "2025-11-03", "precision": None}


def test_a_place_that_no_report_tells_has_no_point_of_another(case: Path) -> None:
    bomb = str(listed(case)[0]["id"])
    decide(case, "correct", bomb, "place", "Tubigan")
    collection = json.loads(run("incidents", "--db", case, "--format", "geojson").out)
    assert {feature["id"]: feature["geometry"] for feature in collection["features"]}[bomb] is None
    assert listed(case, "--near", "6.9,122.1,10") == []
    assert [one["id"] for one in listed(case, "--place", "tubigan")] == [bomb]


@pytest.mark.parametrize(
    ("role", "value"),
    [("killed", "many"), ("killed", "7-4"), ("date", "last Tuesday"), ("date", "2025-13-01"), ("place", " ")],
)
def test_a_correction_that_cannot_be_meant_is_refused_and_nothing_is_kept(case: Path, role: str, value: str) -> None:
    ran = run("correct", str(listed(case)[0]["id"]), role, value, "--db", case)
    assert ran.code == 2
    assert history(case) == []


def test_accepted_and_rejected_incidents_are_found_by_their_state(case: Path) -> None:
    bomb, other = (str(one["id"]) for one in listed(case))
    decide(case, "accept", bomb, "--why", "checked")
    decide(case, "reject", other)
    assert [one["id"] for one in listed(case)] == [bomb]
    assert [one["id"] for one in listed(case, "--review", "accepted")] == [bomb]
    assert [one["id"] for one in listed(case, "--review", "rejected")] == [other]
    assert [one["id"] for one in listed(case, "--review", "all")] == [bomb, other]
    assert listed(case, "--review", "open") == []
    assert "Rejected and not listed: 1" in run("incidents", "--db", case).err
    assert "accepted" in run("show", bomb, "--db", case).out
    decide(case, "undo", "2")
    assert len(listed(case)) == 2


def test_a_rejected_event_is_part_of_no_incident_until_that_is_taken_back(case: Path) -> None:
    before = listed(case)
    account = ferry_bomb()[4]
    event = account.events[0].id
    with open_case(case) as kept:
        named = kept.account(account.document.id).events[0]
    assert named.id == event
    path = case.parent / "one.db"
    keep(path, account)
    decide(path, "reject", event, "--why", "a film")
    assert listed(path, "--review", "all") == []
    assert "a film" in run("show", event, "--db", path).out
    decide(path, "undo", "1")
    assert [one["id"] for one in listed(path)] == [before[1]["id"]]


def test_an_accepted_incident_says_how_many_reports_have_come_since(case: Path) -> None:
    bomb = str(listed(case)[0]["id"])
    decide(case, "accept", bomb)
    late = Report(
        "late.txt",
        "A bomb exploded at the Dawis ferry landing near Basilan on 14 October 2025, killing nine people, a port says",
        "2025-10-20",
        "Port Gazette",
    )
    late.event(
        "exploded",
        late.on("14 October 2025", "2025-10-14"),
        late.at("Dawis", 6.9, 122.1),
        late.count(Role.KILLED, "nine", 9, 9),
    )
    keep(case, late.account())
    assert len(listed(case)[0]["reports"]) == 5
    assert "accepted (1 report came since)" in run("show", bomb, "--db", case).out


def test_the_history_tells_people_from_rules_and_what_the_program_would_do(case: Path) -> None:
    bomb, other = (str(one["id"]) for one in listed(case))
    decide(case, "merge", bomb, other, "--why", "one attack")
    assert "would keep these apart, as 2 incidents" in " ".join(run("history", "--db", case).out.split())
    assert len(history(case)[0]["program"]["groups"]) == 2
    assert len(history(case, "--made-by", "people")) == 1
    assert history(case, "--made-by", "rules") == []


def test_an_undoing_names_what_still_speaks_of_the_same_events(case: Path) -> None:
    bomb = str(listed(case)[0]["id"])
    decide(case, "split", bomb, "monitor.txt")
    decide(case, "accept", bomb)
    assert "still speak: 2" in decide(case, "undo", "1")


def test_diff_tells_new_joined_and_corrected_incidents_with_the_reason(case: Path, tmp_path: Path) -> None:
    *first, last = ferry_bomb()
    old = tmp_path / "old.db"
    keep(old, *first)
    bomb, other = (str(one["id"]) for one in listed(case))
    (new,) = diff(old, case)
    assert (new["change"], new["new"], new["old"]) == ("new", [other], [])
    assert [(cause["kind"], cause["name"]) for cause in new["because"]] == [("report", last.document.name)]

    before = Path(shutil.copy(case, tmp_path / "before.db"))
    decide(case, "correct", bomb, "killed", "8", "--why", "names")
    (changed,) = diff(before, case)
    assert changed["change"] == "changed"
    assert [(one["role"], one["new"]["corrected"]) for one in changed["values"]] == [("killed", "8")]
    assert changed["because"][0]["judgement"]["why"] == "names"

    decide(case, "merge", bomb, other)
    (joined,) = diff(before, case)
    assert (joined["change"], sorted(joined["old"]), joined["new"]) == ("joined", sorted([bomb, other]), [bomb])
    (split,) = diff(case, before)
    assert split["change"] == "split"
    assert {cause["kind"] for cause in split["because"]} == {"no-judgement"}


def test_diff_between_two_moments_of_one_case_file_shows_what_people_changed(case: Path) -> None:
    bomb = str(listed(case)[0]["id"])
    decide(case, "split", bomb, "monitor.txt", "--why", "another blast")
    decide(case, "accept", bomb)
    (change,) = diff(case, case, "--old-at", "0")
    assert change["change"] == "split"
    (accepted,) = diff(case, case, "--old-at", "1")
    assert (accepted["change"], accepted["review"]) == ("changed", {"old": "open", "new": "accepted"})
    assert diff(case, case, "--old-at", "2") == []
    told = " ".join(run("diff", case, case, "--old-at", "0").out.split())
    assert "another blast" in told
    assert "Nothing has changed" in run("diff", case, case).err
    assert run("diff", case, case, "--old-at", "soon").code == 2


def test_diff_names_no_judgement_that_was_taken_back_since(case: Path) -> None:
    bomb = str(listed(case)[0]["id"])
    decide(case, "correct", bomb, "killed", "8")
    decide(case, "correct", bomb, "killed", "9")
    decide(case, "undo", "1")
    (change,) = diff(case, case, "--old-at", "0")
    assert [cause["judgement"]["number"] for cause in change["because"]] == [2]
    (change,) = diff(case, case, "--old-at", "1")
    assert [cause["judgement"]["number"] for cause in change["because"]] == [2, 3]
    decide(case, "undo", "2")
    assert diff(case, case, "--old-at", "0") == []


def test_what_is_merged_with_a_rejected_incident_says_that_it_is_rejected(case: Path) -> None:
    bomb, other = (str(one["id"]) for one in listed(case))
    decide(case, "reject", bomb)
    assert "(5 reports, rejected)" in decide(case, "merge", bomb, other)


def test_diff_changes_neither_file(case: Path, tmp_path: Path) -> None:
    keep(case, Report("quiet.txt", "Nothing happened in Ferenz", "2025-10-20").account())
    other = Path(shutil.copy(case, tmp_path / "other.db"))
    with open_case(case) as kept:
        before = kept.incident_events(), kept.is_merged("none")
    assert diff(case, other) == []
    with open_case(case) as kept:
        assert (kept.incident_events(), kept.is_merged("none")) == before
        with kept.merged() as store:
            assert len(store.waiting().fresh) == 1


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["--toll", "killed,9"], 1),
        (["--toll", "injured,1"], 0),
        (["--disputed"], 1),
        (["--place", "dawis"], 1),
        (["--place", "nowhere"], 0),
        (["--place", "PH"], 2),
    ],
)
def test_each_further_filter_leaves_what_it_says(case: Path, words: list[str], found: int) -> None:
    assert len(listed(case, *words)) == found


@pytest.mark.parametrize("toll", ["killed", "killed,many", "trigger,3", ","])
def test_a_toll_that_is_none_is_wrong_use(case: Path, toll: str) -> None:
    assert run("incidents", "--db", case, "--toll", toll).code == 2
