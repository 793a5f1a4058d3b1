"""Documents found by their words, alike on both databases."""

from __future__ import annotations

import dataclasses

import pytest

from tests.storage.small import original, told
from vedette.errors import UsageError
from vedette.storage import CaseFile

BOMB = told("A car bomb went off. Three guards were killed.", title="Bombing in Karachi")
DENIAL = told("The army denied that bombs fell on the car park. 🎈 Nobody was hurt, it said.", title=None)
ODD = told("Gunmen said: 'NOT OR AND* (guard)'.", title="Guards flee")


@pytest.fixture(scope="module")
def filled(shared_case: CaseFile) -> CaseFile:
    """A case of three reports."""
    for each in (BOMB, DENIAL, ODD):
        shared_case.add(each, original(each), "1")
    return shared_case


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("bomb", {BOMB, DENIAL}),
        ("BOMBS", {BOMB, DENIAL}),
        ("bomb guard", {BOMB}),
        ('"car bomb"', {BOMB}),
        ('"bomb car"', set()),
        ("Karachi", {BOMB}),
        ("guard", {BOMB, ODD}),
        ("killing", {BOMB}),
        ("zebra", set()),
        ("bomb zebra", set()),
        ("title:guard", set()),
        ("guard*", {BOMB, ODD}),
        ("-guard'; --", {BOMB, ODD}),
        ("(gunmen) guard", {ODD}),
        ('"guard', {BOMB, ODD}),
    ],
)
def test_documents_are_found_by_all_their_words_in_any_form(filled: CaseFile, words: str, found: set[object]) -> None:
    hits = filled.search(words)
    assert {hit.document_id for hit in hits} == {each.document.id for each in (BOMB, DENIAL, ODD) if each in found}


def test_the_words_found_stand_where_they_are_said_to(filled: CaseFile) -> None:
    for hit in filled.search("bomb"):
        text = filled.account(hit.document_id).document.text
        assert [span.text.lower().rstrip("s") for span in hit.spans] == ["bomb"]
        assert all(text[span.start : span.end] == span.text for span in hit.spans)
        assert hit.sentence is not None
        assert hit.sentence.contains(hit.spans[0])


def test_a_word_in_the_title_alone_has_no_place_in_the_text(filled: CaseFile) -> None:
    (hit,) = filled.search("Karachi")
    assert (hit.title, hit.spans, hit.sentence) == ("Bombing in Karachi", (), None)


def test_a_title_weighs_more_than_a_text(filled: CaseFile) -> None:
    assert filled.search("guard")[0].document_id == ODD.document.id


def test_no_more_are_given_than_asked_for(filled: CaseFile) -> None:
    assert len(filled.search("bomb", most=1)) == 1


@pytest.mark.parametrize("words", ["", "  ", '""', "*", "'-'"])
def test_a_search_without_a_word_is_wrong_use(filled: CaseFile, words: str) -> None:
    with pytest.raises(UsageError, match="no word"):
        filled.search(words)


def test_a_replaced_document_is_found_by_what_it_says_now(case: CaseFile) -> None:
    case.add(BOMB, original(BOMB), "1")
    retitled = dataclasses.replace(BOMB, document=dataclasses.replace(BOMB.document, title="Blast in Lahore"))
    case.add(retitled, original(BOMB), "2")
    assert case.search("Karachi") == ()
    assert [hit.title for hit in case.search("Lahore")] == ["Blast in Lahore"]


def test_a_text_with_more_words_than_an_index_holds_is_kept_and_found(case: CaseFile) -> None:
    # PostgreSQL refuses an index entry of more than 1 MiB; this text has 2 MB of words that are all different.
    huge = told("Firstword " + " ".join(f"word{number:07}x" for number in range(150_000)))
    assert case.add(huge, original(huge), "1")
    assert [hit.document_id for hit in case.search("firstword")] == [huge.document.id]


def test_one_word_of_many_megabytes_is_kept(case: CaseFile) -> None:
    endless = told("a" * 3_000_000)
    assert case.add(endless, original(endless), "1")
    assert case.account(endless.document.id) == endless
