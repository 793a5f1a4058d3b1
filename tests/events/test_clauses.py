"""Results that a relative clause tells of a happening."""

from __future__ import annotations

import pytest

from tests.events.small import reading, trigger
from vedette.events import PairWeights, group_triggers
from vedette.events.clauses import results_in_clauses
from vedette.events.evidence import gather
from vedette.records import EventType, Resolved

NEVER = PairWeights({}, -4.0, 0.0)  # no two triggers are one, whatever is told of them


@pytest.mark.parametrize(
    ("text", "happening", "result"),
    [
        ("The raid in March in which two guards were killed is over.", "raid", "killed"),
        ("After the ambush at the ford, in which nine died, talks began.", "ambush", "died"),
        ("It was a siege during which three were wounded.", "siege", "wounded"),
    ],
)
def test_a_result_in_a_relative_clause_belongs_to_the_happening_before_it(
    text: str, happening: str, result: str
) -> None:
    triggers = [trigger(text, happening), trigger(text, result)]
    read = reading(text, triggers)
    assert results_in_clauses(text, triggers, read.sentences) == {1: 0}
    assert group_triggers(gather(text, read, Resolved()), NEVER) == [[0, 1]]


@pytest.mark.parametrize(
    ("text", "happening", "result"),
    [
        ("After the raid, two guards were killed.", "raid", "killed"),  # no clause
        ("The raid, in which they burned a mill, is over.", "raid", "burned"),  # a deed, not a result
        ("The raid. It was a month in which two were killed.", "raid", "killed"),  # another sentence
        ("The raid was told of in many papers of the town in which two were killed.", "raid", "killed"),  # too far
        ("The raid; a month in which two were killed.", "raid", "killed"),  # parted
    ],
)
def test_nothing_else_is_bound(text: str, happening: str, result: str) -> None:
    triggers = [trigger(text, happening), trigger(text, result)]
    assert results_in_clauses(text, triggers, reading(text, triggers).sentences) == {}


def test_only_the_nearest_happening_and_the_first_result_of_one_type_are_bound() -> None:
    text = "A blast and a raid in which police said two were killed and one died."
    triggers = [
        trigger(text, "blast"),
        trigger(text, "raid"),
        trigger(text, "said", event_type=EventType.CLAIM),
        trigger(text, "killed"),
        trigger(text, "died"),
    ]
    read = reading(text, triggers)
    assert results_in_clauses(text, triggers, read.sentences) == {3: 1}


def test_a_bound_result_stands_to_all_others_as_its_happening_does() -> None:
    text = "The raid in which two were killed. That attack. A flood."
    triggers = [trigger(text, "raid"), trigger(text, "killed"), trigger(text, "attack"), trigger(text, "flood")]
    told = gather(text, reading(text, triggers), Resolved())
    # The clause speaks of the raid alone; what makes the attack one with the raid makes it one with the killing.
    alike = PairWeights({"definite": 8.0}, -4.0, 0.0)
    groups = group_triggers(told, alike)
    assert [0, 1, 2] in groups
    assert [3] in groups
