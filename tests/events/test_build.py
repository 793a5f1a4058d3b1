"""One document's reading and values put together."""

from __future__ import annotations

import re
import time
from dataclasses import replace

import pytest

from tests.events.small import BY_MODEL, actor, argument, count, cut, document, linked, no_parts, reading, said, trigger
from vedette.events import build_account
from vedette.events.build import event_id
from vedette.events.calibrating import AS_READ
from vedette.records import (
    Account,
    EventType,
    Issue,
    Reading,
    Relation,
    Resolved,
    Role,
    Severity,
    Span,
    Stance,
    TieMention,
    Trigger,
)

TEXT = "Men raided a post. The army said the raid killed five. A second raid failed."
RAIDED, RAID, SECOND = trigger(TEXT, "raided"), trigger(TEXT, "raid", n=1), trigger(TEXT, "raid", n=2)
ARMY = said(TEXT, "The army", "the raid killed five")


def build(found: Reading, resolved: Resolved | None = None, text: str = TEXT) -> Account:
    return build_account(document(text), found, resolved or Resolved(), no_parts, weights=BY_MODEL, calibration=AS_READ)


def test_mentions_of_one_happening_are_one_event_with_all_its_triggers() -> None:
    first, second = build(reading(TEXT, linked([RAIDED, RAID, SECOND], {(0, 1): 1.0}))).events
    assert first.triggers == (RAIDED.span, RAID.span)
    assert second.triggers == (SECOND.span,)


def test_an_event_names_everybody_who_speaks_of_it() -> None:
    killed = replace(RAID, arguments=(argument(Role.KILLED, cut(TEXT, "five")),))
    resolved = Resolved(counts={cut(TEXT, "five"): count(5, 5, cut(TEXT, "five"))})
    found = reading(TEXT, linked([RAIDED, killed, SECOND], {(0, 1): 1.0}), [ARMY])
    first, second = build(found, resolved).events
    assert first.attributions == (0,)
    assert first.assertions[0].attribution == 0
    assert second.attributions == ()


def merged(*triggers: Trigger) -> Account:
    shares = {(a, b): 1.0 for b in range(len(triggers)) for a in range(b)}
    return build(reading(TEXT, linked(triggers, shares)))


def test_what_most_mentions_say_is_what_the_event_is() -> None:
    (event,) = merged(
        replace(RAIDED, mode=None, stance=Stance.ACTUAL, background=True, confidence=0.6),
        replace(RAID, mode="firearms", stance=Stance.ALLEGED, background=False, confidence=0.8),
        replace(SECOND, mode="explosives", stance=Stance.ALLEGED, background=False, confidence=0.7),
    ).events
    # A mode that is not stated outvotes nothing; of equals the one told first.
    assert (event.mode, event.stance, event.background, event.confidence) == ("firearms", Stance.ALLEGED, False, 0.8)


def test_an_event_without_a_mode_has_none() -> None:
    (event,) = merged(RAIDED, RAID).events
    assert event.mode is None


def test_ids_are_the_same_for_the_same_words_of_the_same_document() -> None:
    both = [build(reading(TEXT, [RAIDED, SECOND])).events for _ in range(2)]
    assert both[0] == both[1]
    assert len({event.id for event in both[0]}) == 2
    # Nothing that is found besides changes them, nor does what is said of the event.
    more = build(reading(TEXT, [RAIDED, RAID, replace(SECOND, stance=Stance.FOILED)])).events
    assert {event.id for event in both[0]} <= {event.id for event in more}


def test_ids_differ_by_document_by_type_and_by_place_in_the_text() -> None:
    ids = [
        event_id("a", RAIDED),
        event_id("b", RAIDED),
        event_id("a", replace(RAIDED, type=EventType.COERCE)),
        event_id("a", RAID),
        event_id("a", SECOND),
    ]
    assert len(set(ids)) == len(ids)
    assert all(len(one) == 16 and int(one, 16) >= 0 for one in ids)


def test_events_stand_in_the_order_of_their_first_words() -> None:
    events = build(reading(TEXT, linked([RAIDED, RAID, SECOND], {(0, 2): 1.0}))).events
    assert [event.triggers[0] for event in events] == [RAIDED.span, RAID.span]


def test_ties_keep_the_words_of_actors_that_nobody_resolved() -> None:
    men, army = cut(TEXT, "Men"), cut(TEXT, "The army")
    found = replace(reading(TEXT), ties=(TieMention(men, army, Relation.RIVAL_OF, None, 0.5),))
    (tie,) = build(found, Resolved(actors={army: actor("Army", "army", army)})).ties
    assert (tie.a.name, tie.a.actor_id, tie.a.spans) == ("Men", None, (men,))
    assert (tie.b.name, tie.b.actor_id) == ("Army", "army")


@pytest.mark.parametrize(("relation", "kept"), [(Relation.RIVAL_OF, 0), (Relation.ALIAS_OF, 1)])
def test_an_actor_has_other_names_but_no_tie_with_itself(relation: Relation, kept: int) -> None:
    men, army = cut(TEXT, "Men"), cut(TEXT, "The army")
    found = replace(reading(TEXT), ties=(TieMention(men, army, relation, None, 0.5),))
    actors = {span: actor("Army", "army", span) for span in (men, army)}
    assert len(build(found, Resolved(actors=actors)).ties) == kept


def test_the_account_carries_what_it_was_given() -> None:
    issue = Issue(Severity.WARNING, "cut", "small", "The text was cut.")
    account = build_account(
        document(TEXT), reading(TEXT, [RAIDED], [ARMY]), Resolved(), no_parts, [issue], calibration=AS_READ
    )
    assert account.document == document(TEXT)
    assert [sentence.text for sentence in account.sentences] == [
        "Men raided a post.",
        "The army said the raid killed five.",
        "A second raid failed.",
    ]
    assert account.attributions == (ARMY,)
    assert account.issues == (issue,)


def test_a_document_that_tells_nothing_gives_an_empty_account() -> None:
    account = build(reading(TEXT))
    assert (account.events, account.ties, account.attributions) == ((), (), ())


def test_a_count_that_no_room_resolved_is_a_mistake_of_ours_not_of_the_document() -> None:
    killed = replace(RAID, arguments=(argument(Role.KILLED, cut(TEXT, "five")),))
    with pytest.raises(KeyError):
        build(reading(TEXT, [killed]))


def seconds_for(size: int) -> float:
    """Put a document with so many deeds and claims together, and give the time that the processor took."""
    sentences, triggers = [], []
    text = " ".join(f"Men raided post{number:04d}. The Front claimed it." for number in range(size))
    for deed in re.finditer(r"Men raided post\d{4}\.", text):
        claim = deed.end() + 1
        sentences += [Span.of(text, *deed.span()), Span.of(text, claim, claim + len("The Front claimed it."))]
        triggers.append(replace(RAIDED, span=Span.of(text, deed.start() + 4, deed.start() + 10)))
        triggers.append(replace(RAIDED, span=Span.of(text, claim + 10, claim + 17), type=EventType.CLAIM))
    started = time.process_time()
    account = build(Reading("d" * 16, tuple(sentences), tuple(triggers)), text=text)
    assert len(account.events) == 2 * size
    return time.process_time() - started


def test_the_work_grows_with_the_length_of_a_document_and_not_with_its_square() -> None:
    assert seconds_for(800) < 10 * seconds_for(200)
