"""Two states of a picture and what changed between them: two case files, or one at two moments. Neither is changed."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from vedette.incidents import State, describe_incidents, find_changes, merge_accounts
from vedette.records import BestRule, Change, Judgement

if TYPE_CHECKING:
    from vedette.storage import CaseFile

Moment = int | dt.date  # so many judgements, or the end of a day


def load_state(case: CaseFile, at: Moment | None = None, rule: BestRule = BestRule.MOST_INDEPENDENT) -> State:
    """Load a case as it stands, or as its judgements made it at a moment: after so many of them, or at a day's end.

    What stands in the file is what the version that last listed its incidents made of it; where reports or judgements
    have come since, and for moments gone by, this version works it out.
    """
    accounts = {account.document.id: account for account in case.accounts()}
    judgements = tuple(one for one in case.judgements() if at is None or _made_by(one, at))
    with case.merged() as store:
        waiting, last = store.waiting(), max((one.number for one in store.judgements()), default=0)
        members = store.members()
    if at is None and waiting.method is not None and waiting.is_done(waiting.method, last):
        scores = case.scores_within_incidents()
        incidents = describe_incidents(members.values(), accounts.values(), scores, judgements, rule)
    else:
        incidents = merge_accounts(accounts.values(), judgements, rule)
    return State(incidents, accounts, case.versions(), judgements)


def diff_states(old: State, new: State) -> tuple[Change, ...]:
    """Say what changed, incident by incident, and why."""
    return find_changes(old, new)


def _made_by(judgement: Judgement, at: Moment) -> bool:
    return judgement.number <= at if isinstance(at, int) else judgement.at.date() <= at
