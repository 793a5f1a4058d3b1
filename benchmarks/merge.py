"""How well reports are joined to incidents, on clustered reports in the project's own schema.

Takes: a ``.jsonl`` file of marked-up reports or a folder of them; reports without a `cluster` are left aside. Reports
that the weights were fitted on take part, as others to be told apart from, but the headline figures leave their events
out (by the hash of their text). Gold events: mentions, roles, dates and counts as marked, places and actors resolved
by the product. `merge_end_to_end` asks the same of the bare text. A folder of ECB+ or MEANTIME goes to
`event_coreference`.

Keys: ``conll``, ``muc``, ``b3``, ``ceaf_e``, ``pairwise`` over the events that clusters are about (no singletons, so
that keeping all apart scores 0 in pairs); ``violations``: pairs of such events that are joined though they are of
different clusters or of one document; ``every``: over all labelled events of the clustered reports, singletons too;
``with_fitted``: the same with the events that the weights have seen; ``copies``: documents found to repeat another's
text; ``baselines``: all apart, same day and same place, same head word (lemma) on the same day. All in percent.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from benchmarks import event_coreference
from benchmarks.clusters import groups_of, score_clusters
from benchmarks.gold_accounts import gold_account
from benchmarks.happenings import Happenings, load_happenings
from training.corpus import GoldReport, fingerprint, load_reports
from training.incidents import SEEN
from training.real_texts import read_seen
from vedette.incidents import merge_accounts
from vedette.incidents.copies import find_copies
from vedette.incidents.sketch import Sketch, sketch_account
from vedette.records import Account

Key = tuple[str, str]  # report, event


def run(data: Path) -> dict[str, Any]:
    """Merge all clustered reports of `data` and give the figures; of mentions in ECB+ or MEANTIME, those of theirs."""
    if data.is_dir() and next(data.rglob("*.xml"), None) is not None:
        return event_coreference.run(data)
    reports, happenings, asked = load_clusters(data)
    accounts = {report.id: gold_account(report) for report in reports}
    given = _given(reports, accounts)
    return {
        **merge_figures(asked, given),
        "every": score_clusters(*_both(asked.every, given)),
        "with_fitted": merge_figures(happenings, given) | {"every": score_clusters(*_both(happenings.every, given))},
        "events": len(asked.main),
        "clusters": len(set(asked.main.values())),
        "reports": len(reports),
        "copies": len(find_copies([account.document for account in accounts.values()])),
        "baselines": _baselines(asked, accounts),
    }


def load_clusters(data: Path) -> tuple[list[GoldReport], Happenings, Happenings]:
    """Read the clustered reports, which of their events are one, and the same without what the weights have seen."""
    reports = [report for report in load_reports(data) if report.cluster]
    happenings = load_happenings(reports)
    if not happenings.main:
        raise ValueError(f"{data}: no cluster of reports says which event it is about, so nothing can be measured")
    seen = read_seen(SEEN)
    fitted = {report.id for report in reports if fingerprint(report) in seen}
    labels = (happenings.main, happenings.every)
    new = Happenings(*({key: label for key, label in one.items() if key[0] not in fitted} for one in labels))
    return reports, happenings, new if new.main else happenings


def _given(reports: Sequence[GoldReport], accounts: Mapping[str, Account]) -> dict[Key, Hashable]:
    """Merge, and say to which incident each gold event was joined; one that is in none is alone."""
    names = {accounts[report.id].document.id: report.id for report in reports}
    return {
        (names[report.event.document_id], report.event.event_id): incident.id
        for incident in merge_accounts(accounts.values())
        for report in incident.reports
    }


def _both(
    wanted: Mapping[Key, str], given: Mapping[Key, Hashable]
) -> tuple[list[frozenset[Hashable]], list[frozenset[Hashable]]]:
    return groups_of(wanted), groups_of({key: given.get(key, key) for key in wanted})


def merge_figures(happenings: Happenings, given: Mapping[Key, Hashable]) -> dict[str, Any]:
    """Score the events that clusters are about; one that `given` does not name is alone."""
    wanted, found = _both(happenings.main, given)
    return {**score_clusters(wanted, found), "violations": _violations(happenings.main, given)}


def _violations(main: Mapping[Key, str], given: Mapping[Key, Hashable]) -> int:
    return sum(
        given.get(one, one) == given.get(two, two) and (main[one] != main[two] or one[0] == two[0])
        for one, two in combinations(sorted(main), 2)
    )


# What anybody would try first


def _baselines(happenings: Happenings, accounts: Mapping[str, Account]) -> dict[str, Any]:
    sketches = {
        (name, sketch.ref.event_id): sketch for name, account in accounts.items() for sketch in sketch_account(account)
    }
    rules: dict[str, Callable[[Sketch], Hashable]] = {
        "same_day_and_place": lambda one: (one.days[:1], tuple(sorted(one.place_words)[:1])),
        "same_head_and_day": lambda one: (min(one.heads, default=""), one.days[:1]),
        "same_head": lambda one: min(one.heads, default=""),
    }
    figures = {"all_apart": merge_figures(happenings, {})}
    for name, rule in rules.items():
        figures[name] = merge_figures(
            happenings, {key: rule(sketches[key]) for key in happenings.main if key in sketches}
        )
    return {
        name: {"conll": one["conll"], "pairwise": one["pairwise"], "violations": one["violations"]}
        for name, one in figures.items()
    }
