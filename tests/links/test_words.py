"""What claims and denials say of a deed."""

from __future__ import annotations

import pytest

from tests.links.small import about, account, denial, event, party
from vedette.links import WordKind, find_words_on_deeds
from vedette.records import Certainty, EventType, Stance


@pytest.mark.parametrize(
    ("stance", "kind"),
    [
        (Stance.ACTUAL, WordKind.CLAIMED),
        (Stance.ALLEGED, WordKind.CLAIMED),
        (Stance.NEGATED, WordKind.UNCLAIMED),
    ],
)
def test_a_claim_that_is_negated_leaves_the_deed_unclaimed(stance: Stance, kind: WordKind) -> None:
    text = "Men raided a post. No group has claimed it."
    claim = event(text, "claimed", event_type=EventType.CLAIM, stance=stance, of="raided")
    (word,) = find_words_on_deeds(account(text, event(text, "raided"), claim))
    assert (word.deed, word.event, word.kind) == ("raided", "claimed", kind)
    assert [span.text for span in word.spans] == ["claimed"]


@pytest.mark.parametrize(
    ("denied", "kind", "rule"),
    [
        ("responsibility", WordKind.HAND_DENIED, "hand-by-words"),
        ("any involvement", WordKind.HAND_DENIED, "hand-by-words"),
        ("any role", WordKind.HAND_DENIED, "hand-by-words"),
        ("having carried out the raid", WordKind.HAND_DENIED, "hand-by-words"),
        ("that it had nothing to do with it", WordKind.HAND_DENIED, "hand-by-words"),
        ("that its men had fired", WordKind.HAND_DENIED, "hand-by-words"),
        ("that it was behind the raid", WordKind.HAND_DENIED, "hand-by-words"),
        ("that any raid had taken place", WordKind.DEED_DENIED, "deed-by-words"),
        ("that there was any raid", WordKind.DEED_DENIED, "deed-by-words"),
        ("that there had been a raid", WordKind.DEED_DENIED, "deed-by-words"),
        ("that anyone was hit", WordKind.DEED_DENIED, "deed-by-words"),
        ("no shot was fired", WordKind.DEED_DENIED, "deed-by-words"),
        # neither is plain
        ("it", WordKind.DENIED, "denied-unsettled"),
        ("the charge", WordKind.DENIED, "denied-unsettled"),
        ("the report", WordKind.DENIED, "denied-unsettled"),
    ],
)
def test_a_denial_of_the_deed_is_not_one_of_a_hand_in_it(denied: str, kind: WordKind, rule: str) -> None:
    text = f"Men raided a post. The army denied {denied}."
    events = [event(text, "raided"), event(text, "denied", event_type=EventType.DENY, of="raided")]
    (word,) = find_words_on_deeds(account(text, *events, attributions=[denial(text, "army", "denied", denied)]))
    assert (word.kind, word.rule) == (kind, rule)
    by_object = event(text, "denied", about(text, denied), event_type=EventType.DENY, of="raided")
    (word,) = find_words_on_deeds(account(text, events[0], by_object))
    assert (word.kind, word.rule) == (kind, rule)


TEXT = "Men raided a post. The army denied it, and so did the army staff."


def test_who_denies_it_as_an_actor_of_the_deed_denies_a_hand() -> None:
    army = party(TEXT, "army", certainty=Certainty.DENIED)
    accused = party(TEXT, "army", certainty=Certainty.ACCUSED)
    denying = event(TEXT, "denied", party(TEXT, "army"), event_type=EventType.DENY, of="raided")
    for told, rule in ((army, "hand-by-actor"), (accused, "denied-unsettled")):
        (word,) = find_words_on_deeds(account(TEXT, event(TEXT, "raided", told), denying))
        assert word.rule == rule


@pytest.mark.parametrize("stance", [Stance.DENIED, Stance.NEGATED])
def test_a_deed_that_is_told_as_denied_is_what_is_denied(stance: Stance) -> None:
    denying = event(TEXT, "denied", event_type=EventType.DENY, of="raided")
    (word,) = find_words_on_deeds(account(TEXT, event(TEXT, "raided", stance=stance), denying))
    assert (word.kind, word.rule) == (WordKind.DEED_DENIED, "deed-by-stance")


def test_a_claim_of_no_known_deed_says_nothing() -> None:
    assert find_words_on_deeds(account(TEXT, event(TEXT, "denied", event_type=EventType.DENY))) == ()
