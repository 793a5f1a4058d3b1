"""Why the reports of an incident are held to be one, pair by pair."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from vedette.incidents.blocking import find_candidates
from vedette.incidents.judging import Reason, Weights, explain_pair, load_weights, probability
from vedette.incidents.sketch import sketch_account
from vedette.records import Account, Incident


@dataclass(frozen=True, slots=True)
class PairReasons:
    """Two reports of an incident, by their indexes, and what speaks for their being one.

    `reasons` add up to the log-odds behind `chance`; they are empty where the two share nothing by which they would
    have been compared, and are joined through others or by a person.
    """

    one: int
    two: int
    chance: float
    reasons: tuple[Reason, ...]


def explain_reports(
    incident: Incident, accounts: Iterable[Account], weights: Weights | None = None
) -> tuple[PairReasons, ...]:
    """Explain every pair of the incident's reports that are of two documents; `accounts` hold at least these."""
    weights = weights or load_weights()
    by_event = {sketch.ref: sketch for account in accounts for sketch in sketch_account(account)}
    sketches = [by_event[report.event] for report in incident.reports]
    compared = set(find_candidates(sketches))
    explained = []
    for one in range(len(sketches)):
        for two in range(one + 1, len(sketches)):
            if sketches[one].ref.document_id == sketches[two].ref.document_id:
                continue
            reasons = explain_pair(sketches[one], sketches[two], weights) if (one, two) in compared else ()
            chance = probability(sum(reason.weight for reason in reasons)) if reasons else 0.0
            explained.append(PairReasons(one, two, round(chance, 3), reasons))
    return tuple(explained)
