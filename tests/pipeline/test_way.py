"""One document from text to account."""

from __future__ import annotations

import datetime as dt

import pytest

from vedette.pipeline import read_one
from vedette.reading import ReaderModel
from vedette.records import (
    COUNT_ROLES,
    Account,
    CountValue,
    DateKnown,
    DateValue,
    Document,
    EventType,
    Issue,
    PlaceValue,
    Published,
    Role,
    Severity,
    Span,
    TextValue,
)

PUBLISHED = Published(DateKnown.STATED, dt.date(2026, 3, 12))  # a Thursday
REPORT = (
    "Gunmen killed five people in Quetta on Monday, the police said. The attackers fled on motorcycles. "
    "The Balochistan Front later claimed responsibility for the attack. Two of the dead were nurses."
)


def document(text: str, language: str | None = "en", published: Published = PUBLISHED) -> Document:
    return Document("a" * 16, "a" * 64, "small", "text/plain", text, published=published, language=language)


def spans_in(account: Account) -> list[Span]:
    """Give every span of an account, those of its values among them."""
    spans = [*account.sentences]
    for event in account.events:
        spans += event.triggers
        for assertion in event.assertions:
            spans += assertion.value.spans
            if isinstance(assertion.value, CountValue) and assertion.value.of:
                spans.append(assertion.value.of)
    for said in account.attributions:
        spans += [said.source, said.cue, said.content]
    return spans + [span for tie in account.ties for span in (*tie.a.spans, *tie.b.spans)]


def test_an_obvious_killing_comes_out_with_its_values(model: ReaderModel) -> None:
    account = read_one(document("Gunmen killed five people in Quetta on Monday."), model)
    assaults = [event for event in account.events if event.type is EventType.ASSAULT]
    values = [assertion.value for event in assaults for assertion in event.in_role(Role.KILLED, Role.PLACE)]
    assert any(isinstance(value, CountValue) and (value.low, value.high) == (5, 5) for value in values)
    assert any(isinstance(value, PlaceValue) and (value.name, value.country) == ("Quetta", "PK") for value in values)


def test_every_value_of_a_report_stands_at_its_words(model: ReaderModel) -> None:
    account = read_one(document(REPORT), model)
    assert account.events
    assert all(REPORT[span.start : span.end] == span.text for span in spans_in(account))


def test_every_assertion_has_words_and_points_to_what_is_there(model: ReaderModel) -> None:
    account = read_one(document(REPORT), model)
    ids = [event.id for event in account.events]
    assert len(set(ids)) == len(ids)
    for event in account.events:
        assert event.document_id == account.document.id
        assert event.of_event is None or event.of_event in ids
        assert all(0 <= index < len(account.attributions) for index in event.attributions)
        for assertion in event.assertions:
            assert assertion.value.spans
            assert assertion.attribution is None or assertion.attribution in event.attributions
            assert assertion.part_of is None or event.assertions[assertion.part_of].role is assertion.role
            assert isinstance(assertion.value, CountValue) == (assertion.role in COUNT_ROLES)


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed five people in Quetta.",
        "A bomb went off near a mosque in Kano, and nine people were wounded.",
        "Soldiers arrested two men in Gao. The governor thanked the army.",
        "The Front claimed responsibility for the attack on the convoy.",
    ],
)
def test_no_event_takes_the_day_on_which_it_was_published(model: ReaderModel, text: str) -> None:
    account = read_one(document(text), model)
    dates = [assertion.value for event in account.events for assertion in event.in_role(Role.DATE)]
    assert not [value for value in dates if isinstance(value, DateValue) and (value.from_ or value.to)]


def test_a_relative_day_without_an_anchor_stays_open(model: ReaderModel) -> None:
    account = read_one(document("Gunmen killed five people in Quetta on Monday.", published=Published()), model)
    dates = [assertion.value for event in account.events for assertion in event.in_role(Role.DATE)]
    assert all(value.from_ is None and value.to is None for value in dates if isinstance(value, DateValue))


@pytest.mark.parametrize("language", ["fr", "ur", "xx"])
def test_a_language_that_is_not_read_is_kept_unread_with_its_issues(model: ReaderModel, language: str) -> None:
    issue = Issue(Severity.WARNING, "not-english", "small", "The text is French.")
    account = read_one(document(REPORT, language), model, [issue])
    assert account == Account(document(REPORT, language), issues=(issue,))


def test_a_text_too_short_to_tell_its_language_is_read(model: ReaderModel) -> None:
    assert read_one(document("Gunmen killed five people in Quetta.", None), model).sentences


def test_a_document_without_a_sentence_is_an_empty_account(model: ReaderModel) -> None:
    assert read_one(document("..."), model) == Account(document("..."))


def test_words_without_a_value_stay_words(model: ReaderModel) -> None:
    account = read_one(document(REPORT), model)
    weapons = [assertion.value for event in account.events for assertion in event.in_role(Role.WEAPON)]
    assert all(isinstance(value, TextValue) for value in weapons)
