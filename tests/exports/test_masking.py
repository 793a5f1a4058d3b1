"""Names of victims and private persons do not leave unless asked for."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given, settings

from tests.exports.small import KARACHI, TEXT, account, find, party
from tests.exports.strategies import accounts
from vedette.exports import account_to_json, account_to_line, withhold_names
from vedette.records import Account, ActorValue, Assertion, Role, Span
from vedette.records.privacy import WITHHELD


def _with_party(value: ActorValue, role: Role) -> Account:
    event = dataclasses.replace(account().events[0], assertions=(Assertion(role, value, 0.9),))
    return dataclasses.replace(account(), events=(event,))


def _name(value: ActorValue, role: Role = Role.RECIPIENT) -> str:
    key = "actors" if role is Role.ACTOR else "recipients"
    name: str = account_to_json(_with_party(value, role))["events"][0][key][0]["name"]
    return name


def test_a_victims_name_stands_nowhere_in_the_line() -> None:
    for full in (False, True):
        line = account_to_line(account(), full=full)
        assert "Ahmed" not in line
        assert "Khan" not in line
        assert "KHAN" not in line


def test_a_victims_name_is_there_when_asked_for() -> None:
    line = account_to_json(account(), names=True)
    assert line["events"][0]["recipients"][0]["name"] == "Ahmed Khan"
    assert line["document"]["title"] == "Ahmed Khan among three killed in Karachi"


def test_offsets_hold_and_the_words_are_blacked_out_letter_by_letter() -> None:
    recipient = account_to_json(account())["events"][0]["recipients"][0]
    start = TEXT.index("Ahmed")
    assert recipient["name"] == WITHHELD
    assert recipient["spans"] == [{"start": start, "end": start + 10, "text": "█████ ████"}]


def test_a_surname_is_blacked_out_in_clauses_titles_and_issues_too() -> None:
    masked = account_to_json(account())
    assert masked["events"][1]["objects"][0]["text"] == "████ was a teacher"
    assert masked["document"]["title"] == "█████ ████ among three killed in Karachi"
    assert masked["issues"][0]["message"] == "the page of █████ ████ is missing"


@pytest.mark.parametrize(
    ("value", "role", "shown"),
    [
        (party("Ahmed Khan", "person"), Role.RECIPIENT, WITHHELD),
        (party("Ahmed Khan", "person", "registered-person"), Role.RECIPIENT, WITHHELD),
        (party("Ahmed Khan", "person"), Role.ACTOR, WITHHELD),
        (party("Ahmed Khan", "person", "registered-person"), Role.ACTOR, "Ahmed Khan"),
        (party("a guard", "generic"), Role.RECIPIENT, "a guard"),
        (party("Hollow Front", "armed-group", "hollow-front"), Role.RECIPIENT, "Hollow Front"),
        (party("Khan's brother", "generic"), Role.RECIPIENT, "████'s brother"),
        (party("Salt Brigade", "armed-group"), Role.ACTOR, "Salt Brigade"),
    ],
)
def test_persons_are_withheld_and_groups_are_not(value: ActorValue, role: Role, shown: str) -> None:
    assert _name(value, role) == shown


def test_a_private_person_in_a_tie_is_withheld() -> None:
    tie = dataclasses.replace(account().ties[0], b=party("Ahmed Khan", "person"))
    assert account_to_json(dataclasses.replace(account(), ties=(tie,)))["ties"][0]["b"]["name"] == WITHHELD


def test_a_place_that_shares_a_word_with_a_name_stays() -> None:
    whole = "killed three, police said: Ahmed Khan, his son and a guard. \nThe town of Khan is quiet. A man fell."
    # The name's own words are blacked out; the town of the same name is not.
    document = dataclasses.replace(account().document, text=whole, title=None, sections=())
    victim = dataclasses.replace(party("Ahmed Khan", "person"), spans=(Span.of(whole, 27, 37),))
    start = whole.index("Khan is")
    where = dataclasses.replace(KARACHI, name="Khan", spans=(Span.of(whole, start, start + 4),))
    event = dataclasses.replace(
        account().events[0],
        triggers=(),
        attributions=(),
        assertions=(Assertion(Role.RECIPIENT, victim, 0.9), Assertion(Role.PLACE, where, 0.9)),
    )
    masked = withhold_names(Account(document, events=(event,)))
    assert masked.document.text == whole.replace("Ahmed Khan", "█████ ████")
    assert account_to_json(masked)["events"][0]["places"][0]["name"] == "Khan"


def test_common_words_of_a_victims_description_stay_elsewhere() -> None:
    value = dataclasses.replace(party("a guard", "person"), name="Guard Ahmed", spans=(find("Ahmed Khan"),))
    masked = withhold_names(_with_party(value, Role.RECIPIENT))
    assert "and a guard" in masked.document.text


@settings(max_examples=40, deadline=None)
@given(accounts())
def test_every_span_of_a_masked_account_is_what_stands_in_its_text(drawn: Account) -> None:
    masked = withhold_names(drawn)
    assert len(masked.document.text) == len(drawn.document.text)
    assert withhold_names(masked) == masked
    for event in masked.events:
        for span in event.triggers:
            assert masked.document.text[span.start : span.end] == span.text
        for assertion in event.in_role(Role.RECIPIENT):
            for span in assertion.value.spans:
                assert masked.document.text[span.start : span.end] == span.text
                assert not isinstance(assertion.value, ActorValue) or (
                    assertion.value.kind != "person" or not span.text.replace("█", "").strip()
                )
