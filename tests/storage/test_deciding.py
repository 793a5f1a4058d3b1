from __future__ import annotations

import datetime as dt

import pytest

from vedette.errors import UsageError
from vedette.records import EventRef, Judgement, JudgementKind, Role
from vedette.storage import open_case

NOON = dt.datetime(2025, 11, 1, 12, tzinfo=dt.UTC)
A, B, C = (EventRef(f"d{number}", "e1") for number in range(3))


def made(kind: JudgementKind, *groups: tuple[EventRef, ...], undoes: int | None = None) -> Judgement:
    return Judgement(0, kind, groups, "ada", NOON, "a reason", undoes)


def test_judgements_come_back_as_they_went_in_and_are_numbered_in_turn(target: str) -> None:
    correct = Judgement(0, JudgementKind.CORRECT, ((A,),), "bo", NOON, "", None, Role.KILLED, "7", False)
    with open_case(target) as case:
        put = [case.add_judgement(made(JudgementKind.SPLIT, (A, B), (C,))), case.add_judgement(correct)]
        assert [judgement.number for judgement in put] == [1, 2]
    with open_case(target) as case:
        assert list(case.judgements()) == put


def test_there_is_nothing_to_undo_where_there_is_no_such_judgement(target: str) -> None:
    with open_case(target) as case:
        with pytest.raises(UsageError, match="no judgement 1 to undo"):
            case.add_judgement(made(JudgementKind.UNDO, undoes=1))
        assert case.judgements() == ()


def test_ids_that_are_gone_lead_on_until_they_come_back(target: str) -> None:
    with open_case(target) as case:
        case.keep_incidents({"i1": [A], "i2": [B], "i3": [C]}, {})
        case.keep_incidents({"i1": [A, B], "i3": [C]}, {"i2": "i1"})
        case.keep_incidents({"i3": [A, B, C]}, {"i1": "i3"})
        assert case.forwarding() == {"i1": "i3", "i2": "i3"}
        assert case.incident_events() == {"i3": (A, B, C)}
        case.keep_incidents({"i2": [B], "i3": [A, C]}, {})
        assert case.forwarding() == {"i1": "i3"}
