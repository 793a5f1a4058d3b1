"""A process killed at any point of merging and judging leaves a case that opens, is consistent, and goes on."""

from __future__ import annotations

import signal
from pathlib import Path
from shutil import copy

import pytest

from tests.incidents.stream import seeded
from tests.pipeline.children import REPORTS, counted, work, work_until_killed
from vedette.incidents import merge_accounts
from vedette.pipeline import merge_case
from vedette.storage import open_case

KILLS = 100


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("empty") / "case.db"
    open_case(path).close()
    return path


def test_a_hundred_kills_lose_nothing_that_was_kept_and_leave_no_half_merge(empty: Path, tmp_path: Path) -> None:
    with counted() as statements:
        work(str(copy(empty, tmp_path / "whole.db")))
    draw = seeded(100)
    # Spread over the work: one kill in each hundredth of it.
    points = [1 + (kill * statements[0] + draw.randrange(statements[0])) // KILLS for kill in range(KILLS)]
    killed = 0
    for number, point in enumerate(points):
        path = str(copy(empty, tmp_path / f"{number}.db"))
        killed += work_until_killed(path, point, draw.choice([0, 100, 2000])) in (signal.SIGKILL, signal.SIGALRM)
        with open_case(path, create=False) as case:
            there = {account.document.id: account for account in case.accounts()}
            assert all(there[report.document.id] == report for report in REPORTS if report.document.id in there)
            kept = [event for events in case.incident_events().values() for event in events]
            assert len(kept) == len(set(kept))
            assert merge_case(case) == merge_accounts(there.values(), case.judgements())
        Path(path).unlink()
    assert killed >= KILLS - 2
