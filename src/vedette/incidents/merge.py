"""Accounts and judgements → incidents, from top to bottom, all at once. How one more report is added: `growing`."""

from __future__ import annotations

from collections.abc import Iterable

from vedette.incidents.clustering import cluster_events
from vedette.incidents.describing import describe_incidents
from vedette.incidents.judging import Weights, load_weights, score_pairs
from vedette.incidents.replay import constraints_of
from vedette.incidents.sketch import sketch_account
from vedette.records import Account, BestRule, Incident, Judgement


def merge_accounts(
    accounts: Iterable[Account],
    judgements: Iterable[Judgement] = (),
    rule: BestRule = BestRule.MOST_INDEPENDENT,
    weights: Weights | None = None,
) -> tuple[Incident, ...]:
    """Give every incident that the accounts tell of, in the order of their ids.

    The same accounts and judgements give the same incidents, in whatever order they come.
    """
    weights = weights or load_weights()
    told = sorted(accounts, key=lambda one: one.document.id)
    decided = tuple(judgements)
    sketches = [sketch for account in told for sketch in sketch_account(account)]
    scores = score_pairs(sketches, weights)
    groups = cluster_events([sketch.ref for sketch in sketches], scores, weights.bar, constraints_of(decided))
    return describe_incidents(groups, told, scores, decided, rule)
