"""One at a time gives what all at once gives: the same groups, scores, incidents and ids."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.incidents.stream import WEIGHTS, draw_reports, moment, seeded
from vedette.incidents import blocking, growing, index, merge_accounts
from vedette.incidents.clustering import Constraints, cluster_events
from vedette.incidents.describing import describe_incidents
from vedette.incidents.growing import Regrouped, regroup
from vedette.incidents.index import MemoryIndex
from vedette.incidents.judging import score_pairs
from vedette.incidents.replay import constraints_of
from vedette.incidents.sketch import sketch_account
from vedette.records import Account, EventRef, Judgement, JudgementKind

NOTHING = Constraints()


@pytest.fixture(params=[2, 60], ids=["crowded blocks", "roomy blocks"], autouse=True)
def most(request: pytest.FixtureRequest) -> Iterator[None]:
    """Blocks in which events push one another out of sight, and blocks in which they do not."""
    patch = pytest.MonkeyPatch()
    for module in (blocking, growing, index):
        patch.setattr(module, "MOST", request.param)
    yield
    patch.undo()


class Picture:
    """What a case file keeps, in memory: the index, and which group each event is in."""

    def __init__(self) -> None:
        self.index = MemoryIndex()
        self.groups: dict[EventRef, tuple[EventRef, ...]] = {}
        self.judgements: list[Judgement] = []
        self.accounts: dict[str, Account] = {}

    def add(self, account: Account) -> Regrouped:
        self.accounts[account.document.id] = account
        return self._regroup([], account)

    def remove(self, account: Account) -> Regrouped:
        del self.accounts[account.document.id]
        return self._regroup([sketch.ref for sketch in sketch_account(account)], None)

    def judge(self, judgement: Judgement) -> Regrouped:
        before = constraints_of(self.judgements)
        self.judgements.append(judgement)
        return self._keep(regroup(self.index, [], [], before, constraints_of(self.judgements), WEIGHTS, self.home))

    def _regroup(self, gone: list[EventRef], account: Account | None) -> Regrouped:
        fixed = constraints_of(self.judgements)
        new = sketch_account(account) if account else ()
        return self._keep(regroup(self.index, gone, new, fixed, fixed, WEIGHTS, self.home))

    def _keep(self, found: Regrouped) -> Regrouped:
        for event in found.events:
            self.groups.pop(event, None)
        self.groups.update({event: group for group in found.groups for event in group})
        return found

    def home(self, event: EventRef) -> tuple[EventRef, ...]:
        return self.groups.get(event, ())

    def state(self) -> list[tuple[EventRef, ...]]:
        return sorted(set(self.groups.values()))


def at_once(picture: Picture) -> list[tuple[EventRef, ...]]:
    sketches = [sketch for account in picture.accounts.values() for sketch in sketch_account(account)]
    scores = score_pairs(sketches, WEIGHTS)
    refs = [sketch.ref for sketch in sketches]
    assert dict(picture.index.scores_of(refs)) == scores
    return cluster_events(refs, scores, WEIGHTS.bar, constraints_of(picture.judgements))


def draw_judgement(draw: Random, number: int, events: list[EventRef]) -> Judgement:
    if number > 1 and draw.random() < 0.3:
        return Judgement(number, JudgementKind.UNDO, (), "ada", moment(), undoes=draw.randrange(1, number))
    chosen = draw.sample(events, min(len(events), draw.randint(2, 6)))
    kind = draw.choice([JudgementKind.SAME, JudgementKind.NOT_SAME, JudgementKind.SPLIT, JudgementKind.REJECT])
    if kind is JudgementKind.REJECT:
        return Judgement(number, kind, (tuple(chosen[:1]),), "ada", moment(), of_event=True)
    cut = draw.randint(1, max(1, len(chosen) - 1))
    groups = tuple(group for group in (tuple(chosen[:cut]), tuple(chosen[cut:])) if group)
    return Judgement(number, kind, groups, "ada", moment())


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10**9))
def test_any_way_of_coming_and_going_gives_what_merging_everything_gives(seed: int) -> None:
    draw = seeded(seed)
    reports = draw_reports(draw, draw.randint(2, 14))
    picture = Picture()
    waiting = list(reports)
    for _ in range(30):
        if waiting and draw.random() < 0.6:
            picture.add(waiting.pop(draw.randrange(len(waiting))))
        elif picture.accounts and draw.random() < 0.4:
            report = draw.choice(sorted(picture.accounts.values(), key=lambda account: account.document.id))
            picture.remove(report)
            waiting.append(report)
        elif len(picture.groups) > 1:
            picture.judge(draw_judgement(draw, len(picture.judgements) + 1, sorted(picture.groups)))
    assert picture.state() == at_once(picture)


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10**9))
def test_random_orders_of_arrival_give_the_incidents_and_ids_of_all_at_once(seed: int) -> None:
    draw = seeded(seed)
    reports = draw_reports(draw, 10)
    expected = merge_accounts(reports, weights=WEIGHTS)
    for _ in range(3):
        draw.shuffle(reports)
        picture = Picture()
        for report in reports:
            picture.add(report)
        scores = picture.index.scores_of(sorted(picture.groups))
        assert describe_incidents(picture.state(), reports, scores) == expected


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10**9))
def test_one_more_report_touches_its_own_connected_part_and_no_other(seed: int) -> None:
    draw = seeded(seed)
    *reports, last = draw_reports(draw, 12)
    picture = Picture()
    for report in reports:
        picture.add(report)
    before = dict(picture.groups)
    touched = picture.add(last).events
    assert {event: group for event, group in picture.groups.items() if event not in touched} == {
        event: group for event, group in before.items() if event not in touched
    }
    if not any(key for key in picture.index.scores_of([sketch.ref for sketch in sketch_account(last)])):
        assert {event.document_id for event in touched} == {last.document.id}
