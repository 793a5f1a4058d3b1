"""The commands on incidents, on a case of invented reports that needs no reader."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.incidents.small import ferry_bomb
from vedette.cli.main import vedette
from vedette.errors import UsageError
from vedette.storage import open_case


@pytest.fixture
def case(tmp_path: Path) -> str:
    path = tmp_path / "case.db"
    with open_case(path) as kept:
        for account in ferry_bomb():
            text = account.document.text.encode()
            kept.add(account, text, "test")
    return str(path)


def run(*words: str) -> Result:
    result = CliRunner().invoke(vedette, list(words), catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result


def listed(case: str, *words: str) -> list[dict[str, object]]:
    out = run("incidents", "--db", case, "--format", "jsonl", *words).stdout
    return [json.loads(line) for line in out.splitlines()]


def test_incidents_are_listed_in_order_of_time_with_their_reports_and_rivals(case: str) -> None:
    bomb, other = listed(case)
    assert [len(one["reports"]) for one in (bomb, other)] == [4, 1]  # type: ignore[arg-type]
    assert bomb["independent_sources"] == 3
    assert {(count["low"], count["high"]) for count in bomb["counts"]} == {(4, None), (9, 9), (7, 7)}  # type: ignore[attr-defined]
    assert bomb["contradictions"]
    assert {"document", "name", "event"} <= set(bomb["reports"][0])  # type: ignore[index]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["--since", "2025-10-20"], 1),
        (["--until", "2025-10-20"], 1),
        (["--near", "6.9,122.1,10"], 1),
        (["--near", "50,8,10"], 0),
        (["--killed", "9"], 1),
        (["--actor", "lima"], 1),
        (["--type", "PROTEST"], 0),
        (["--reports", "2"], 1),
        (["--review", "accepted"], 0),
    ],
)
def test_each_filter_leaves_what_it_says(case: str, words: list[str], found: int) -> None:
    assert len(listed(case, *words)) == found


def test_the_rule_for_the_best_value_is_the_users(case: str) -> None:
    lows = {}
    for rule in ("latest", "conservative", "best-low-high"):
        bomb = listed(case, "--best", rule)[0]
        best = next(one for one in bomb["best"] if one["role"] == "killed")  # type: ignore[attr-defined]
        lows[rule] = (best["low"], best["high"])
    assert lows == {"latest": (7, 7), "conservative": (4, None), "best-low-high": (4, 9)}


def test_csv_and_geojson_hold_the_same_incidents(case: str) -> None:
    rows = list(csv.DictReader(io.StringIO(run("incidents", "--db", case, "--format", "csv").stdout)))
    collection = json.loads(run("incidents", "--db", case, "--format", "geojson").stdout)
    assert [row["id"] for row in rows] == [feature["id"] for feature in collection["features"]]
    assert collection["features"][0]["geometry"]["coordinates"] == [122.1, 6.9]


def test_show_tells_who_says_which_figure(case: str) -> None:
    bomb = listed(case)[0]
    out = run("show", str(bomb["id"])[:9], "--db", case).stdout
    for words in ("They disagree on killed", "hospital ← Safety Desk", "copy of cable.txt", "deny"):
        assert words in out


def test_show_gives_the_reasons_for_each_pair_when_asked(case: str) -> None:
    out = run("show", str(listed(case)[0]["id"]), "--db", case, "--pairs").stdout
    assert "date same +" in out
    assert "before any evidence -" in out


def test_show_says_that_one_report_alone_has_no_pair_to_explain(case: str) -> None:
    shown = run("show", str(listed(case)[1]["id"]), "--db", case, "--pairs")
    assert "there is no pair" in shown.stderr
    assert "held to be one (log-odds" not in shown.stdout


def test_a_split_shows_in_the_history_and_its_undoing_restores_everything(case: str) -> None:
    before = listed(case)
    run("split", str(before[0]["id"]), "monitor.txt", "--db", case, "--why", "another blast", "--by", "ada")
    assert sorted(len(one["reports"]) for one in listed(case)) == [1, 1, 3]  # type: ignore[arg-type]
    run("undo", "1", "--db", case, "--by", "ada")
    assert listed(case) == before
    out = run("history", "--db", case).stdout
    for words in ("another blast", "undone by 2", "undo 1", "ada"):
        assert words in out


def test_merged_incidents_are_one_and_the_id_that_is_gone_leads_to_it(case: str) -> None:
    bomb, other = (str(one["id"]) for one in listed(case))
    run("merge", bomb, other, "--db", case)
    assert [len(one["reports"]) for one in listed(case)] == [5]  # type: ignore[arg-type]
    assert bomb in run("show", other, "--db", case).stdout


def test_an_incident_that_does_not_exist_is_wrong_use(case: str) -> None:
    with pytest.raises(UsageError, match="no incident's id begins with"):
        CliRunner().invoke(vedette, ["show", "i0000000", "--db", case], catch_exceptions=False)
