"""A process killed while it writes leaves a case that opens and goes on."""

from __future__ import annotations

import os
import signal

from tests.storage.children import REPORTS, make_and_die, processes, write
from tests.storage.small import original
from vedette.storage import open_case


def _write_until_killed(target: str, kept: int) -> None:
    """Let a child keep so many reports and begin with the next, then kill it wherever it is by then."""
    here, there = processes.Pipe()
    child = processes.Process(target=write, args=(target, there))
    child.start()
    there.close()
    for _ in range(kept):
        assert here.recv() == "kept"
        here.send("go on")
    assert child.pid is not None
    os.kill(child.pid, signal.SIGKILL)
    child.join()
    assert child.exitcode == -signal.SIGKILL


def test_a_killed_process_leaves_whole_accounts_and_the_next_goes_on(target: str) -> None:
    before = 0
    for kept in (1, 3, 7, 12, 20):
        _write_until_killed(target, kept)
        with open_case(target, create=False) as case:
            there = {account.document.id: account for account in case.accounts()}
        assert before + kept <= len(there) <= before + kept + 1, "what was kept before the kill is still there"
        assert all(there[report.document.id] == report for report in REPORTS if report.document.id in there)
        before = len(there)
    assert before < len(REPORTS), "the child was killed before it was done"
    with open_case(target) as case:
        added = sum(case.add(report, original(report), "1") for report in REPORTS)
        assert added == len(REPORTS) - before
        assert list(case.accounts()) == sorted(REPORTS, key=lambda report: report.document.id)


def test_a_process_killed_while_it_makes_the_case_leaves_one_that_can_be_made(target: str) -> None:
    child = processes.Process(target=make_and_die, args=(target,))
    child.start()
    child.join()
    assert child.exitcode == -signal.SIGKILL
    with open_case(target) as case:
        assert case.add(REPORTS[0], original(REPORTS[0]), "1")
