"""A process that merges and judges until it is killed, at a statement that was drawn beforehand."""

from __future__ import annotations

import os
import signal
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa

from tests.incidents.small import ferry_bomb
from vedette.pipeline import judge_same, judge_split, judge_undo, merge_case, update_incidents
from vedette.storage import open_case

REPORTS = ferry_bomb()[::2]  # two of one bomb, one of another


@contextmanager
def counted(most: int | None = None, microseconds: int = 0) -> Iterator[list[int]]:
    """Count the statements; at the last allowed one be killed, at once or so much later, wherever that is."""
    done = [0]

    def before(*_: Any) -> None:
        done[0] += 1
        if done[0] == most and microseconds:
            signal.setitimer(signal.ITIMER_REAL, microseconds / 1e6)  # nobody catches it: it ends the process
        elif done[0] == most:
            os.kill(os.getpid(), signal.SIGKILL)

    sa.event.listen(sa.Engine, "before_cursor_execute", before)
    try:
        yield done
    finally:
        sa.event.remove(sa.Engine, "before_cursor_execute", before)


def work(target: str) -> None:
    """Put in all reports and judge, merging after each step."""
    with open_case(target) as case:
        for report in REPORTS:
            case.add(report, report.document.text.encode(), "1")
            update_incidents(case)
        made = len(case.judgements())
        incidents = sorted(merge_case(case), key=lambda incident: (-len(incident.reports), incident.id))
        if made == 0 and len(incidents) > 1:
            judge_same(case, incidents[:2], "ada", "")
            update_incidents(case)
        incidents = sorted(merge_case(case), key=lambda incident: (-len(incident.reports), incident.id))
        if made <= 1:
            judge_split(case, incidents[0], [incidents[0].reports[-1].event.document_id], "ada", "")
            update_incidents(case)
        judge_undo(case, 2, "ada", "")
        update_incidents(case)


def work_until_killed(target: str, most: int, microseconds: int) -> int:
    """Let a copy of this process work until it is killed at a statement or a moment after; give the signal, 0 for none.

    Forked and not begun anew: a hundred imports would take longer than the work.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of threads that the copy does not have: it needs none
        child = os.fork()
    if child == 0:
        try:
            with counted(most, microseconds):
                work(target)
        finally:
            os._exit(0)
    return os.WTERMSIG(os.waitpid(child, 0)[1])
