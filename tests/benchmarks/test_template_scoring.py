"""CEAF-REE and CEAF-RME on cases worked out by hand."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.scoring import best_assignment
from benchmarks.template_scoring import ReeScore, RmeScore, Template, normalised

GOLD = Template(
    "bombing",
    {
        "PerpInd": [["two masked men", "the men"]],
        "PerpOrg": [["Red Dawn", "RD"]],
        "Target": [["a grain store"], ["the bridge", "old bridge"]],
        "Weapon": [["bomb"]],
    },
)


def ree(given: list[Template], wanted: list[Template]) -> tuple[float, float, float]:
    score = ReeScore()
    score.add(given, wanted)
    micro = score.figures()["micro"]
    return micro["precision"], micro["recall"], micro["f1"]


def rme(given: list[Template], wanted: list[Template]) -> tuple[float, float, float]:
    score = RmeScore()
    score.add(given, wanted)
    figures = score.figures()
    return figures["precision"], figures["recall"], figures["f1"]


def test_the_gold_itself_is_wholly_right() -> None:
    assert ree([GOLD], [GOLD]) == rme([GOLD], [GOLD]) == (100.0, 100.0, 100.0)


def test_one_mention_of_each_entity_is_wholly_right_by_entities_and_partly_by_mentions() -> None:
    given = Template(
        "bombing",
        {
            "PerpInd": [["two masked men"]],
            "PerpOrg": [["RD"]],
            "Target": [["grain store"], ["bridge"]],
            "Weapon": [["bomb"]],
        },
    )
    assert ree([given], [GOLD]) == (100.0, 100.0, 100.0)
    # 5 of 5 mentions given, of 8 mentions wanted
    assert rme([given], [GOLD]) == (100.0, 62.5, 76.9)


def test_a_type_counts_as_one_filler_and_a_wrong_type_leaves_nothing_right() -> None:
    # Given: type and weapon; wanted: type, one individual, one organisation, two targets, one weapon.
    given = Template("bombing", {"Weapon": [["the bomb"]]})
    assert ree([given], [GOLD]) == (100.0, 33.3, 50.0)
    assert ree([Template("attack", {"Weapon": [["the bomb"]]})], [GOLD]) == (0.0, 0.0, 0.0)
    assert rme([Template("attack", {"Weapon": [["the bomb"]]})], [GOLD]) == (0.0, 0.0, 0.0)


def test_two_given_entities_may_be_right_by_one_gold_entity_but_not_by_mentions() -> None:
    given = Template("bombing", {"PerpOrg": [["Red Dawn"], ["RD"]]})
    # Given: type and two; all right. Wanted: 6; the type and one organisation are found.
    assert ree([given], [GOLD]) == (100.0, 33.3, 50.0)
    # Entities pair one to one: one of two mentions given, of eight.
    assert rme([given], [GOLD]) == (50.0, 12.5, 20.0)


def test_an_entity_with_one_mention_too_many_is_wrong() -> None:
    given = Template("bombing", {"PerpOrg": [["Red Dawn", "Blue Dusk"]]})
    assert ree([given], [GOLD])[0] == 50.0
    assert rme([given], [GOLD])[0] == 50.0


def test_templates_pair_so_that_the_document_scores_best() -> None:
    first = Template("attack", {"Victim": [["Ana Roa"]]})
    second = Template("attack", {"Victim": [["Luis Paz"]], "Weapon": [["rifle"]]})
    given = [Template("attack", {"Victim": [["Luis Paz"]]}), Template("attack", {"Victim": [["Ana Roa"]]})]
    # Both types and both victims are right: 4 of 4 given, of 5 wanted.
    assert ree(given, [first, second]) == (100.0, 80.0, 88.9)
    assert rme(given, [first, second]) == (100.0, 66.7, 80.0)


def test_a_template_too_many_and_a_template_missed_cost_all_they_hold() -> None:
    given = [Template("attack", {"Victim": [["Ana Roa"]]}), Template("arson", {"Target": [["barn"]]})]
    wanted = [Template("attack", {"Victim": [["Ana Roa"]]}), Template("robbery", {"Target": [["bank"]]})]
    assert ree(given, wanted) == (50.0, 50.0, 50.0)


def test_a_gold_template_of_two_types_takes_either() -> None:
    wanted = Template("bombing / attack", {"Weapon": [["grenade"]]})
    for kind in ("attack", "bombing"):
        given = Template(kind, {"Weapon": [["grenade"]]})
        assert ree([given], [wanted])[2] == rme([given], [wanted])[2] == 100.0


def test_documents_add_up() -> None:
    score = ReeScore()
    score.add([], [GOLD])
    score.add([Template("attack", {})], [])
    score.add([Template("arson", {})], [Template("arson", {})])
    figures = score.figures()
    assert figures["incident_type"] == {"f1": 50.0, "precision": 50.0, "recall": 50.0, "wanted": 2}
    assert figures["micro"]["wanted"] == 7


@pytest.mark.parametrize(
    ("text", "same"),
    [("The  Men", "men"), ('"an old" bridge!', "old bridge"), ("Theatre", "theatre"), ("the", "")],
)
def test_strings_are_compared_without_articles_and_marks(text: str, same: str) -> None:
    assert normalised(text) == same


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 4), st.integers(1, 4), st.data())
def test_the_best_assignment_is_the_best_of_all(rows: int, columns: int, data: st.DataObject) -> None:
    scores = [[float(data.draw(st.integers(0, 5))) for _ in range(columns)] for _ in range(rows)]
    short, long = (scores, columns) if rows <= columns else (list(map(list, zip(*scores, strict=True))), rows)
    best = max(
        sum(row[at] for row, at in zip(short, places, strict=True))
        for places in itertools.permutations(range(long), len(short))
    )
    assert best_assignment(scores) == best
