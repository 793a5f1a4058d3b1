"""From the arguments of an event's triggers to its assertions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.events.small import actor, argument, count, cut, day, no_parts, place, reading, said, trigger
from vedette.events.assertions import gather_assertions
from vedette.records import (
    Argument,
    Assertion,
    Attribution,
    Basis,
    Certainty,
    CountValue,
    DateValue,
    Resolved,
    Role,
    Span,
    TextValue,
)

TEXT = "The army said five died in Aden on Monday. The mayor said seven died. In all five were dead in Aden by Monday."
FIVE, FIVE_AGAIN, SEVEN = cut(TEXT, "five"), cut(TEXT, "five", 1), cut(TEXT, "seven")
ADEN, ADEN_AGAIN = cut(TEXT, "Aden"), cut(TEXT, "Aden", 1)
MONDAY, MONDAY_AGAIN = cut(TEXT, "Monday"), cut(TEXT, "Monday", 1)
ARMY = said(TEXT, "The army", "five died in Aden on Monday")
MAYOR = said(TEXT, "The mayor", "seven died")
RESOLVED = Resolved(
    dates={MONDAY: day("2024-03-04", None, MONDAY), MONDAY_AGAIN: day("2024-03-04", None, MONDAY_AGAIN)},
    places={
        ADEN: place("Aden", geonames_id=415189, spans=(ADEN,)),
        ADEN_AGAIN: place("Aden", geonames_id=415189, spans=(ADEN_AGAIN,)),
    },
    counts={FIVE: count(5, 5, FIVE), FIVE_AGAIN: count(5, 5, FIVE_AGAIN), SEVEN: count(7, 7, SEVEN)},
)


def gathered(
    *arguments: Argument,
    attributions: Sequence[Attribution] = (),
    resolved: Resolved = RESOLVED,
    parts: Sequence[int | None] | None = None,
    text: str = TEXT,
) -> tuple[Assertion, ...]:
    def find_parts(counts: Sequence[CountValue], text: str, sentences: Sequence[Span]) -> tuple[int | None, ...]:
        return tuple(parts) if parts is not None and counts else no_parts(counts, text, sentences)

    triggers = [trigger(text, "died", *arguments)]
    return gather_assertions(text, triggers, reading(text, triggers, attributions), resolved, find_parts)


def test_one_value_told_twice_by_one_voice_is_one_assertion_with_both_places() -> None:
    (assertion,) = gathered(argument(Role.PLACE, ADEN, 0.7), argument(Role.PLACE, ADEN_AGAIN, 0.8))
    assert assertion.value.spans == (ADEN, ADEN_AGAIN)
    assert assertion.confidence == 0.8


def test_one_day_told_twice_is_one_date_with_both_places() -> None:
    (assertion,) = gathered(argument(Role.DATE, MONDAY), argument(Role.DATE, MONDAY_AGAIN))
    assert assertion.value.spans == (MONDAY, MONDAY_AGAIN)


def test_rival_tolls_stay_side_by_side_each_with_who_says_it() -> None:
    five, seven = gathered(argument(Role.KILLED, FIVE), argument(Role.KILLED, SEVEN), attributions=[ARMY, MAYOR])
    assert (five.value, five.attribution) == (count(5, 5, FIVE), 0)
    assert (seven.value, seven.attribution) == (count(7, 7, SEVEN), 1)


def test_one_value_told_by_two_voices_is_two_assertions() -> None:
    told = gathered(argument(Role.PLACE, ADEN), argument(Role.PLACE, ADEN_AGAIN), attributions=[ARMY])
    assert [assertion.attribution for assertion in told] == [0, None]


def test_counts_of_different_people_are_two_even_with_one_number() -> None:
    text = "Three soldiers died and three police died."
    first, second = cut(text, "Three"), cut(text, "three")
    soldiers, police = cut(text, "soldiers"), cut(text, "police")
    resolved = Resolved(counts={first: count(3, 3, first), second: count(3, 3, second)})
    told = gathered(
        replace(argument(Role.KILLED, first), of=soldiers),
        replace(argument(Role.KILLED, second), of=police),
        resolved=resolved,
        text=text,
    )
    assert [assertion.value.of for assertion in told if isinstance(assertion.value, CountValue)] == [soldiers, police]


def test_one_actor_with_two_certainties_is_two_assertions() -> None:
    text = "Gunmen died. Police blame the gunmen."
    first, second = cut(text, "Gunmen"), cut(text, "gunmen")
    resolved = Resolved(actors={first: actor("Gunmen", None, first), second: actor("gunmen", None, second)})
    told = gathered(
        replace(argument(Role.ACTOR, first), certainty=Certainty.FACT),
        replace(argument(Role.ACTOR, second), certainty=Certainty.ACCUSED),
        resolved=resolved,
        text=text,
    )
    assert [assertion.certainty for assertion in told] == [Certainty.FACT, Certainty.ACCUSED]


def test_words_that_stand_for_themselves_are_one_whatever_their_case() -> None:
    text = "A Bomb died. The bomb was big."
    told = gathered(
        argument(Role.WEAPON, cut(text, "Bomb")),
        argument(Role.WEAPON, cut(text, "bomb")),
        resolved=Resolved(),
        text=text,
    )
    assert [assertion.value for assertion in told] == [TextValue("Bomb", (cut(text, "Bomb"), cut(text, "bomb")))]


def test_dates_that_are_not_resolved_are_never_taken_for_one_another() -> None:
    unknown = {span: DateValue(None, None, None, Basis.RELATIVE, (span,)) for span in (MONDAY, MONDAY_AGAIN)}
    told = gathered(argument(Role.DATE, MONDAY), argument(Role.DATE, MONDAY_AGAIN), resolved=Resolved(dates=unknown))
    assert len(told) == 2


def test_a_place_that_no_room_resolved_keeps_its_words() -> None:
    (assertion,) = gathered(argument(Role.PLACE, ADEN), resolved=Resolved())
    assert assertion.value == TextValue("Aden", (ADEN,))


def test_of_overlapping_words_in_one_role_the_surest_are_taken() -> None:
    longer = cut(TEXT, "in Aden on")
    (assertion,) = gathered(argument(Role.PLACE, ADEN, 0.9), argument(Role.PLACE, longer, 0.6))
    assert assertion.value.spans == (ADEN,)


def test_one_word_may_fill_two_roles() -> None:
    told = gathered(argument(Role.KILLED, FIVE), argument(Role.RECIPIENT, FIVE))
    assert [assertion.role for assertion in told] == [Role.RECIPIENT, Role.KILLED]


def test_assertions_stand_by_slot_and_then_in_reading_order() -> None:
    told = gathered(
        argument(Role.KILLED, SEVEN),
        argument(Role.DATE, MONDAY),
        argument(Role.KILLED, FIVE),
        argument(Role.PLACE, ADEN),
    )
    assert [(one.role, one.value.spans[0].text) for one in told] == [
        (Role.PLACE, "Aden"),
        (Role.DATE, "Monday"),
        (Role.KILLED, "five"),
        (Role.KILLED, "seven"),
    ]


def test_a_part_points_to_its_total_among_all_assertions() -> None:
    told = gathered(
        argument(Role.PLACE, ADEN), argument(Role.KILLED, FIVE), argument(Role.KILLED, SEVEN), parts=[1, None]
    )
    assert [assertion.part_of for assertion in told] == [None, 2, None]


def test_where_the_words_are_silent_the_model_says_which_total_a_count_belongs_to() -> None:
    part = replace(argument(Role.KILLED, FIVE), whole=SEVEN)
    assert [one.part_of for one in gathered(part, argument(Role.KILLED, SEVEN))] == [1, None]


def test_a_part_that_is_larger_than_the_total_is_none() -> None:
    part = replace(argument(Role.KILLED, SEVEN), whole=FIVE)
    assert [one.part_of for one in gathered(part, argument(Role.KILLED, FIVE))] == [None, None]


@pytest.mark.parametrize("parts", [(1, 0), (0, None)])
def test_a_total_is_no_part_of_its_own_part(parts: tuple[int | None, ...]) -> None:
    told = gathered(argument(Role.KILLED, FIVE), argument(Role.KILLED, SEVEN), parts=parts)
    assert_no_ring([assertion.part_of for assertion in told])


def assert_no_ring(parts: Sequence[int | None]) -> None:
    for start in range(len(parts)):
        at, steps = parts[start], 0
        while at is not None:
            at, steps = parts[at], steps + 1
            assert steps <= len(parts)


@given(st.lists(st.none() | st.integers(0, 5), min_size=6, max_size=6))
@settings(max_examples=80, deadline=None)
def test_whatever_the_parts_room_says_there_is_no_ring(parts: list[int | None]) -> None:
    text = "One died, 2 died, 3 died, 4 died, 5 died, 6 died."
    spans = [cut(text, word) for word in ("One", "2", "3", "4", "5", "6")]
    resolved = Resolved(counts={span: count(n, n, span) for n, span in enumerate(spans, 1)})
    told = gathered(*(argument(Role.KILLED, span) for span in spans), resolved=resolved, parts=parts, text=text)
    assert_no_ring([assertion.part_of for assertion in told])
