import pytest

from vedette.actors import explain_actor, same_actor
from vedette.records import ActorValue


def value(phrase: str, context: str = "") -> ActorValue:
    return explain_actor(phrase, context).value


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("ISIS-K", "Islamic State Khorasan Province", True),
        ("TTP", "Pakistani Taliban", True),
        ("Beijing", "Chinese government", True),
        ("ISIS", "al-Qaeda", False),
        ("ISIS", "ISIS-K", None),
        ("Majeed Brigade", "Balochistan Liberation Army", None),
        ("Pakistan", "Pakistan Army", None),
        ("Makran Freedom Front", "the Makran Freedom Front", True),
        ("Makran Freedom Front", "MFF", True),
        ("gunmen", "gunmen", None),
        ("Chinese engineers", "Turkish engineers", False),
        ("soldiers", "militants", False),
        ("ISIS", "police officers", False),
        ("ISIS", "gunmen", None),
        ("Turkish soldiers", "Turkish army", None),
        ("they", "they", None),
    ],
)
def test_two_values_are_the_same_only_where_they_tell(a: str, b: str, same: bool | None) -> None:
    assert same_actor(value(a), value(b)) is same
    assert same_actor(value(b), value(a)) is same


def test_a_name_with_candidates_may_be_any_of_them_and_no_other() -> None:
    taliban = value("Taliban", "Pakistan and Afghanistan traded fire; the Taliban said so.")
    assert same_actor(taliban, value("TTP")) is None
    assert same_actor(taliban, value("Hamas")) is False
