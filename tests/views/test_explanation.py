from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

from tests.views.fiction import all_accounts, bazaar, hostile, roundup
from vedette.records import (
    Account,
    ActorValue,
    Assertion,
    Attribution,
    AttributionKind,
    Document,
    Event,
    EventType,
    Role,
    Section,
    SectionKind,
    Span,
    Stance,
)
from vedette.records.privacy import WITHHELD
from vedette.views import Explanation, explain, render_explanation
from vedette.views.chain import trace_voices, word_voices
from vedette.views.explanation import Statement
from vedette.views.passage import Passage, clean_text, cut_passage, find_passages


def one(role: Role, words: str) -> Statement:
    account = bazaar()
    explanation = explain(account, account.events[0])
    return next(each for each in explanation.statements if each.role is role and each.words == words)


def printed(explanation: Explanation, **options: object) -> str:
    output = io.StringIO()
    Console(file=output, width=100, **options).print(render_explanation(explanation))  # type: ignore[arg-type]
    return output.getvalue()


def test_every_value_comes_with_the_sentence_in_which_its_words_stand() -> None:
    toll = one(Role.KILLED, "4+")
    (passage,) = toll.passages
    assert passage.sentence.text == "At least 4 people were killed and 12 injured, police said."
    assert [word.text for word in passage.words] == ["At least 4"]
    assert passage.page == 1


def test_a_chain_goes_from_the_innermost_source_to_the_publisher() -> None:
    assert word_voices(one(Role.KILLED, "7").voices) == "hospital doctors ← The Evening Courier ← The Frontier Herald"
    assert word_voices(one(Role.WEAPON, "bomb").voices) == "The Frontier Herald"


def test_a_document_without_a_publisher_says_so_at_the_end_of_the_chain() -> None:
    account = hostile()
    assert word_voices(trace_voices(account, 0)) == "متحدث ← publisher not stated"


def test_attributions_nested_in_a_circle_end() -> None:
    text = "a said b said."
    a, said, b = Span.of(text, 0, 1), Span.of(text, 2, 6), Span.of(text, 7, 8)
    rounds = (
        Attribution(a, said, b, AttributionKind.REPORT, 1, 0.5),
        Attribution(b, said, a, AttributionKind.REPORT, 0, 0.5),
    )
    account = Account(Document("1" * 16, "1" * 64, "x.txt", "text/plain", text), attributions=rounds)
    assert word_voices(trace_voices(account, 0)) == "a ← b ← publisher not stated"


def test_rivals_name_each_other_and_parts_are_no_rivals() -> None:
    account = bazaar()
    statements = explain(account, account.events[0]).statements
    by_words = {(each.role, each.words): index for index, each in enumerate(statements)}
    least, seven, part = by_words[Role.KILLED, "4+"], by_words[Role.KILLED, "7"], by_words[Role.KILLED, "2"]
    assert statements[least].rivals == (seven,)
    assert statements[seven].rivals == (least,)
    assert statements[part].rivals == ()
    assert statements[part].part_of == seven


def test_candidates_that_lost_are_named_with_their_scores_and_the_winner_is_not_among_them() -> None:
    place = one(Role.PLACE, "Quetta, Balochistan, PK")
    assert [(loser.name, loser.why) for loser in place.losers] == [("Quetta, Garissa, KE", "scored 0.22 against 0.91")]
    assert place.why == "the document names other places in the same country"
    assert place.precision == "somewhere in this town"


def test_the_page_number_follows_the_words() -> None:
    assert one(Role.ACTOR, "Salt River Brigade").passages[0].page == 2


def test_a_claim_names_the_event_that_it_speaks_of() -> None:
    account = bazaar()
    assert explain(account, account.events[1]).deed is account.events[0]


def test_a_deed_names_who_claims_it() -> None:
    account = bazaar()
    explanation = explain(account, account.events[0])
    assert account.events[1] in [held.event for held in explanation.claims]
    assert "Claimed by: Red Cedar Front" in printed(explanation)


@pytest.mark.parametrize(
    ("stance", "actor", "told"),
    [
        (Stance.NEGATED, "No group", "Not claimed by: anybody"),
        (Stance.NEGATED, "", "Not claimed by: anybody"),
        (Stance.NEGATED, "The Front", "Not claimed by: Front"),
        (Stance.ACTUAL, "The Front", "Claimed by: Front"),
    ],
)
def test_a_deed_that_nobody_claims_says_so(stance: Stance, actor: str, told: str) -> None:
    text = f"Men raided a post. {actor or 'None'} claimed it."
    deed, claim = (Span.of(text, text.index(word), text.index(word) + len(word)) for word in ("raided", "claimed"))
    who = ActorValue(actor.split()[-1] if actor else "", None, None, None, None, None, (Span.of(text, 19, 22),))
    by = (Assertion(Role.ACTOR, who, 0.9),) if actor else ()
    events = (
        Event("e1", "d", EventType.ASSAULT, None, Stance.ACTUAL, False, 0.9, (deed,)),
        Event("e2", "d", EventType.CLAIM, None, stance, False, 0.9, (claim,), by, "e1"),
    )
    account = Account(Document("1" * 16, "1" * 64, "x.txt", "text/plain", text), events=events)
    assert told in printed(explain(account, events[0]))


def test_a_series_and_its_part_name_each_other() -> None:
    text = "Nine attacks shook the town. In the deadliest, men raided a post."
    deed, series = (Span.of(text, text.index(word), text.index(word) + len(word)) for word in ("raided", "attacks"))
    events = (
        Event("e1", "d", EventType.ASSAULT, None, Stance.RECURRING, False, 0.9, (series,)),
        Event("e2", "d", EventType.ASSAULT, "firearms", Stance.ACTUAL, False, 0.9, (deed,)),
    )
    sentences = (Span.of(text, 0, 28), Span.of(text, 29, len(text)))
    account = Account(Document("1" * 16, "1" * 64, "x.txt", "text/plain", text), sentences, events)
    whole, part = (printed(explain(account, event)) for event in events)
    assert "Its parts" in whole
    assert "Assault: firearms “raided”  by “In the deadliest”  e2  [singled-out]" in whole
    assert "Part of" in part
    assert "e1  [singled-out]" in part


def test_words_of_a_headline_are_known_as_such() -> None:
    text = "Bomb kills five\nA blast shook the town.\n"
    head, body = Span.of(text, 0, 15), Span.of(text, 16, 39)
    document = Document(
        "1" * 16, "1" * 64, "x.txt", "text/plain", text, sections=(Section(SectionKind.HEADLINE, head),)
    )
    event = Event("e1", "d", EventType.ASSAULT, None, Stance.ACTUAL, False, 0.9, (Span.of(text, 5, 10),))
    account = Account(document, sentences=(head, body), events=(event,))
    assert "headline: Bomb »kills« five" in printed(explain(account, event))
    assert find_passages(account, (Span.of(text, 18, 23),))[0].section is None


def test_words_outside_every_sentence_are_shown_in_their_line() -> None:
    text = "Bomb kills five\nA blast shook the town.\n"
    body = Span.of(text, 16, 39)
    account = Account(Document("1" * 16, "1" * 64, "x.txt", "text/plain", text), sentences=(body,))
    (passage,) = find_passages(account, (Span.of(text, 11, 15),))
    assert passage.sentence.text == "Bomb kills five"
    assert find_passages(account, (Span.of(text, 18, 23),))[0].sentence == body


def test_words_across_two_sentences_are_shown_in_both() -> None:
    text = "One fell. Two fled."
    account = Account(
        Document("1" * 16, "1" * 64, "x.txt", "text/plain", text),
        sentences=(Span.of(text, 0, 9), Span.of(text, 10, 19)),
    )
    assert find_passages(account, (Span.of(text, 4, 13),))[0].sentence.text == text


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=60), st.data())
def test_the_pieces_of_a_passage_join_to_its_sentence(text: str, data: st.DataObject) -> None:
    def span() -> Span:
        start = data.draw(st.integers(0, len(text) - 1))
        return Span.of(text, start, data.draw(st.integers(start + 1, len(text))))

    passage = Passage(Span.of(text, 0, len(text)), tuple(sorted({span(), span()})), None)
    pieces = cut_passage(passage)
    assert "".join(piece.text for piece in pieces) == clean_text(text)
    marked = {offset for word in passage.words for offset in range(word.start, word.end)}
    if clean_text(text) == text:
        assert sum(len(piece.text) for piece in pieces if piece.marked) == len(marked)


def test_a_withheld_name_is_one_piece_even_where_the_words_end_inside_it() -> None:
    text = "They shot Bilal Marwand there."
    passage = Passage(Span.of(text, 0, len(text)), (Span.of(text, 5, 15),), None)
    pieces = cut_passage(passage, ((10, 23),))
    assert [piece.text for piece in pieces] == ["They ", "shot ", WITHHELD, " there."]


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("plain – “text” 𝔄👩‍🚒", "plain – “text” 𝔄👩‍🚒"),
        ("two\nlines\tand\u00a0more", "two lines and more"),
        ("\x1b[31mred", "\N{REPLACEMENT CHARACTER}[31mred"),
        ("\u202egnirts\u202c \u2066x\u2069", "gnirts x"),
        ("lone \ud800 surrogate", "lone \N{REPLACEMENT CHARACTER} surrogate"),
    ],
)
def test_text_from_outside_cannot_drive_a_terminal_or_turn_a_line(text: str, clean: str) -> None:
    assert clean_text(text) == clean


def test_without_colour_the_words_stand_between_marks_and_with_colour_they_are_underlined() -> None:
    account = bazaar()
    explanation = explain(account, account.events[0])
    assert "A bomb »exploded« in a bazaar" in printed(explanation)
    assert "\x1b[1;4;33mexploded" in printed(explanation, force_terminal=True, color_system="standard", no_color=False)


def test_no_escape_sequence_of_a_document_reaches_the_terminal() -> None:
    account = hostile()
    for event in account.events:
        assert "\x1b" not in printed(explain(account, event))


def test_every_event_of_the_fiction_can_be_explained_and_printed() -> None:
    for account in all_accounts():
        for event in account.events:
            explanation = explain(account, event)
            assert len(explanation.statements) == len(event.assertions)
            assert event.id in printed(explanation)


def test_a_date_without_an_anchor_says_what_it_is_waiting_for() -> None:
    account = roundup()
    dates = [each for each in explain(account, account.events[-1]).statements if each.role is Role.DATE]
    assert dates[0].words == "“two days before”"
    assert (dates[0].precision, dates[0].why) == ("the anchor is not known", "2 days before")
