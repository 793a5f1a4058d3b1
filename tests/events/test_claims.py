"""Claims and denials point to the event that they speak of."""

from __future__ import annotations

import pytest

from tests.events.small import BY_MODEL, document, linked, no_parts, reading, said, trigger
from vedette.events import build_account
from vedette.records import Event, EventType, Resolved, Trigger

CLAIM, DENY, ASSAULT = EventType.CLAIM, EventType.DENY, EventType.ASSAULT


def built(text: str, triggers: list[Trigger]) -> dict[str, Event]:
    """Build a document's events, by the words of their first trigger."""
    account = build_account(document(text), reading(text, triggers), Resolved(), no_parts, weights=BY_MODEL)
    return {event.triggers[0].text: event for event in account.events}


@pytest.mark.parametrize(
    ("text", "words", "deed"),
    [
        ("Men raided a post. The Front claimed it.", "claimed", "raided"),
        ("The Front claimed that it raided a post.", "claimed", "raided"),
        ("Men raided a post. A day passed. So did two. The Front claimed it.", "claimed", "raided"),
        # more than three sentences back is not near
        ("Men raided a post. A. B. C. The Front claimed it.", "claimed", None),
        # a deed told later is not what was claimed before
        ("The Front claimed it. Men raided a post.", "claimed", None),
        # the nearest of two
        ("Men raided a post. Men bombed a bus. The Front claimed it.", "claimed", "bombed"),
        ("Men bombed a bus. Police said so. Men raided a post. The Front claimed it.", "claimed", "raided"),
        ("No deed here. The Front claimed it.", "claimed", None),
    ],
)
def test_without_a_word_of_the_model_the_deed_is_the_nearest_before(text: str, words: str, deed: str | None) -> None:
    triggers = [trigger(text, word) for word in ("raided", "bombed") if word in text]
    events = built(text, [*triggers, trigger(text, words, event_type=CLAIM)])
    assert events[words].of_event == (events[deed].id if deed else None)


def test_the_model_goes_before_what_is_near() -> None:
    text = "Men raided a post. Men bombed a bus. The Front denied it."
    triggers = [trigger(text, "raided"), trigger(text, "bombed"), trigger(text, "denied", event_type=DENY, deed=0)]
    events = built(text, triggers)
    assert events["denied"].of_event == events["raided"].id


@pytest.mark.parametrize(
    ("text", "content", "event_type", "deed"),
    [
        ("Men raided a post. The Front denied that it bombed a bus.", "it bombed a bus", ASSAULT, "bombed"),
        # of several that are told there the model chooses
        (
            "The Front denied that it raided a post and bombed a bus.",
            "it raided a post and bombed a bus",
            ASSAULT,
            "raided",
        ),
        # what is told outside of what is denied
        ("Men raided a post and bombed a bus. The Front denied a role.", "a role", ASSAULT, "raided"),
        # an arrest that is told there is not what is denied
        ("Men raided a post. The Front denied that it bombed a bus.", "it bombed a bus", EventType.COERCE, "raided"),
    ],
)
def test_an_attack_told_in_the_words_denied_goes_before_the_model(
    text: str, content: str, event_type: EventType, deed: str
) -> None:
    triggers = [
        trigger(text, "raided"),
        trigger(text, "bombed", event_type=event_type),
        trigger(text, "denied", event_type=DENY, deed=0),
    ]
    denial = said(text, "The Front", content, cue="denied")
    account = build_account(document(text), reading(text, triggers, [denial]), Resolved(), no_parts, weights=BY_MODEL)
    events = {event.triggers[0].text: event for event in account.events}
    assert events["denied"].of_event == events[deed].id


def test_a_claim_points_to_the_whole_event_whichever_mention_the_model_names() -> None:
    text = "Men raided a post. The raid was short. The Front claimed it."
    triggers = [trigger(text, "raided"), trigger(text, "raid", n=1), trigger(text, "claimed", event_type=CLAIM, deed=1)]
    events = built(text, linked(triggers, {(0, 1): 1.0}))
    assert len(events) == 2
    assert events["claimed"].of_event == events["raided"].id


def test_a_claim_never_points_to_itself() -> None:
    text = "The Front claimed it. The claim was short."
    triggers = [
        trigger(text, "claimed", event_type=CLAIM, deed=1),
        trigger(text, "claim", n=1, event_type=CLAIM, deed=0),
    ]
    events = built(text, linked(triggers, {(0, 1): 1.0}))
    assert events["claimed"].of_event is None


@pytest.mark.parametrize("event_type", [EventType.CONSULT, EventType.ACCUSE, EventType.AID])
def test_talk_and_help_are_no_deeds_that_one_claims(event_type: EventType) -> None:
    text = "They met in Doha. The Front claimed it."
    events = built(text, [trigger(text, "met", event_type=event_type), trigger(text, "claimed", event_type=CLAIM)])
    assert events["claimed"].of_event is None


def test_an_assault_goes_before_another_deed_that_is_nearer() -> None:
    text = "Men bombed a bus. Police arrested two. The Front claimed it."
    triggers = [
        trigger(text, "bombed"),
        trigger(text, "arrested", event_type=EventType.COERCE),
        trigger(text, "claimed", event_type=CLAIM),
    ]
    events = built(text, triggers)
    assert events["claimed"].of_event == events["bombed"].id


def test_only_claims_and_denials_point_anywhere() -> None:
    text = "Men raided a post. Men bombed a bus."
    events = built(text, [trigger(text, "raided", deed=1), trigger(text, "bombed", deed=0)])
    assert all(event.of_event is None for event in events.values())
