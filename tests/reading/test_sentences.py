"""Where sentences begin and end."""

from __future__ import annotations

import itertools
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reading.small import document
from training.corpus import load_reports
from vedette.reading import split_sentences
from vedette.records import SectionKind

CORPUS = Path(__file__).parents[2] / "corpora" / "reports"
SLICE = [CORPUS / f"{name}.jsonl" for name in ("digests", "short-news-world", "many-outlets")]  # the hardest to cut

CASES = [
    # plain
    ("Four died. Two were hurt.", ["Four died.", "Two were hurt."]),
    ("Four died", ["Four died"]),
    ("Who did it? Nobody knows! The police wait…", ["Who did it?", "Nobody knows!", "The police wait…"]),
    ("They left... The army came.", ["They left...", "The army came."]),
    # abbreviations that never end a sentence
    ("Gen. Ali spoke with Dr. Khan and Mr. Diallo.", ["Gen. Ali spoke with Dr. Khan and Mr. Diallo."]),
    ("Lt. Col. Sunday Adigwe put the dead at 14.", ["Lt. Col. Sunday Adigwe put the dead at 14."]),
    ("Lt.-Col. Sunday Adigwe put the dead at 14.", ["Lt.-Col. Sunday Adigwe put the dead at 14."]),
    ("A ransom of Rs. 12 lakh was paid.", ["A ransom of Rs. 12 lakh was paid."]),
    ("Militants shelled St. Mary's church.", ["Militants shelled St. Mary's church."]),
    ("J. R. Okoro and A. Musa were killed.", ["J. R. Okoro and A. Musa were killed."]),
    ("Route No. 12 is closed. Route 13 is open.", ["Route No. 12 is closed.", "Route 13 is open."]),
    # abbreviations that may end one
    ("It hit at 5 a.m. The police came.", ["It hit at 5 a.m.", "The police came."]),
    ("It hit at 5 a.m. Tuesday.", ["It hit at 5 a.m. Tuesday."]),
    ("He lives in the U.S. Embassy staff left.", ["He lives in the U.S. Embassy staff left."]),
    ("He flew to the U.S. They stayed.", ["He flew to the U.S.", "They stayed."]),
    ("On 3 Jan. 2024 it rained.", ["On 3 Jan. 2024 it rained."]),
    # words that look like one but end the sentence
    ("They asked, and he said no. The Front left.", ["They asked, and he said no.", "The Front left."]),
    ("They asked, and he said no. Kinshasa left.", ["They asked, and he said no.", "Kinshasa left."]),
    # numbers
    ("It cost 3.5 million. No one paid.", ["It cost 3.5 million.", "No one paid."]),
    ("A bomb of 4.5 kg went off.", ["A bomb of 4.5 kg went off."]),
    ("There were 12. The rest fled.", ["There were 12.", "The rest fled."]),
    ("1. Six men came. 2. They shot a guard.", ["1. Six men came.", "2. They shot a guard."]),
    # quotes and brackets
    ('"We did it." The group left.', ['"We did it."', "The group left."]),
    ("“We did it.” The group left.", ["“We did it.”", "The group left."]),
    ('"Why now?" he asked.', ['"Why now?" he asked.']),
    ("“Stop!” the guard shouted. They ran.", ["“Stop!” the guard shouted.", "They ran."]),
    ("(Nobody was hurt.) The mayor came.", ["(Nobody was hurt.)", "The mayor came."]),
    ("He said: “It is over.”The army left.", ["He said: “It is over.”", "The army left."]),
    # lower case goes on
    ("The site vedette.example. is down.", ["The site vedette.example. is down."]),
    # blocks
    ("No full stop here\n\nThe next one", ["No full stop here", "The next one"]),
    ("One line\nthat is wrapped. Done.", ["One line\nthat is wrapped.", "Done."]),
    ("Killed:\n- four men\n- a boy", ["Killed:", "- four men", "- a boy"]),
    ("Events:\n• Aden: a raid\n• Taiz: a blast", ["Events:", "• Aden: a raid", "• Taiz: a blast"]),
    ("Two items\n1. A raid\n2) A blast", ["Two items", "1. A raid", "2) A blast"]),
    # nothing to read
    ("", []),
    (" \n\n ", []),
    ("* * *\n\n...\n\n—", []),
    # other scripts
    ("قتل أربعة أشخاص. The army said so.", ["قتل أربعة أشخاص.", "The army said so."]),
    ("It blew up 💥. Four died.", ["It blew up 💥.", "Four died."]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:40] or "empty" for text, _ in CASES])
def test_a_text_is_cut_where_its_sentences_end(text: str, expected: list[str]) -> None:
    assert [span.text for span in split_sentences(document(text))] == expected


def test_headlines_bylines_datelines_captions_and_boilerplate_are_left_out() -> None:
    text = "Blast in Quetta\n\nBy Ahmed Khan\n\nQUETTA — A bomb killed four.\n\nA photo of it.\n\nRead more. Subscribe."
    sections = [
        (SectionKind.HEADLINE, "Blast in Quetta"),
        (SectionKind.BYLINE, "By Ahmed Khan"),
        (SectionKind.DATELINE, "QUETTA — "),
        (SectionKind.CAPTION, "A photo of it."),
        (SectionKind.BOILERPLATE, "Read more. Subscribe."),
    ]
    assert [span.text for span in split_sentences(document(text, *sections))] == ["A bomb killed four."]


def test_a_document_that_is_only_a_headline_is_read_all_the_same() -> None:
    text = "Bomb kills four in Quetta\n\nBy Ahmed Khan"
    sections = [(SectionKind.HEADLINE, "Bomb kills four in Quetta"), (SectionKind.BYLINE, "By Ahmed Khan")]
    assert [span.text for span in split_sentences(document(text, *sections))] == ["Bomb kills four in Quetta"]


def test_a_document_of_nothing_but_boilerplate_has_no_sentence() -> None:
    text = "Subscribe to our letter."
    assert split_sentences(document(text, (SectionKind.BOILERPLATE, text))) == ()


def test_sentence_ends_agree_with_the_marked_up_reports() -> None:
    both = given_ends = wanted_ends = 0
    for report in load_reports(*SLICE):
        found = {span.end for span in split_sentences(document(report.text))}
        wanted = {span.end for span in report.sentences}
        both, given_ends, wanted_ends = both + len(found & wanted), given_ends + len(found), wanted_ends + len(wanted)
    assert wanted_ends > 500
    assert 2 * both / (given_ends + wanted_ends) > 0.98


@given(st.text(alphabet=st.sampled_from("aAé9 .!?…:\n\"'”(-•💥ق"), max_size=80) | st.text(max_size=80))
@settings(max_examples=60, deadline=None)
def test_sentences_are_slices_in_order_that_lose_no_letter(text: str) -> None:
    found = split_sentences(document(text))
    assert all(text[span.start : span.end] == span.text for span in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    inside = {at for span in found for at in range(span.start, span.end)}
    assert all(at in inside for at, character in enumerate(text) if character.isalnum())


@pytest.mark.parametrize("piece", [".", "?", "…", "St. A ", "a. b. ", "1. ", '"', ". ", "A.", "\n", "- \n"])
def test_a_long_text_made_to_be_slow_is_cut_in_good_time(piece: str) -> None:
    text = piece * (50_000 // len(piece)) + "x"
    started = time.process_time()
    split_sentences(document(text))
    assert time.process_time() - started < 2
