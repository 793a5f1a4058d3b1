"""Which paragraphs are not the report's own words."""

from __future__ import annotations

import pytest

from tests.documents.samples import REPORT
from vedette.documents.drafts import Mark
from vedette.documents.sections import dateline_length, find_sections, guess_title
from vedette.records import SectionKind

BYLINES = [
    "By Ahmed Khan",
    "By Maria de Souza and Jean-Luc Picot, Hill Country Post",
    "Reporting by Ann Lee in Kabul; Editing by Bo Carr",
    "Our Correspondent",
    "Staff Reporter",
    "AFP / Reuters",
    "Published: 20 January 2026 10:15",
    "(Reporting by Ann Lee, writing by Bo Carr, editing by Cy Dee)",
]
CAPTIONS = [
    "Photo: Hill Post",
    "[File photo]",
    "Soldiers search a car near the border on Monday. (AP Photo/Jo Bell)",
    "Smoke rises over the old town. | Getty Images",
    "This handout picture shows damage at the clinic.",
]
BOILERPLATE = [
    "Read more: Truce talks resume in the capital",
    "Also read: Army chief visits border",
    "Subscribe to our newsletter",
    "Sign up for our daily briefing",
    "© 2026 Hill Country Post. All rights reserved.",
    "Copyright 2026",
    "Share this article",
    "Facebook Twitter WhatsApp",
    "Related stories",
    "Follow us on Telegram",
    "Sent from my phone",
    "Tags: Dera Qazi, blast",
    "The post Blast in market appeared first on Hill Post.",
    "You received this message because you are subscribed to the group.",
    "Advertisement",
    "3 min read",
]
BODY = [
    REPORT,
    "By Friday evening four bodies had been found.",
    "By using drones, the militants killed three soldiers.",
    "Save the Children said that four of its staff had been killed.",
    "Share prices fell after the attack.",
    "More in custody after market attack",
    "Related to the attack, police held nine men.",
    "Subscribers of the network lost service after the mast was blown up, the company said.",
    "Video shows gunmen firing at the convoy.",
    "Follow-up attacks killed two more.",
    "Written demands were sent to the governor before the attack, and four hostages were killed after the deadline.",
    "Posted along the border since May, the battalion lost nine men in the ambush that day, its commander said.",
    "The map of the town was found in the bomber's car.",
    "Print shops and bakeries were looted.",
]


def kinds(text: str, title: str | None = None) -> list[tuple[str, str]]:
    return [(section.kind.value, section.span.text) for section in find_sections(text, title, ())]


@pytest.mark.parametrize(
    ("kind", "paragraph"),
    [
        *(("byline", words) for words in BYLINES),
        *(("caption", words) for words in CAPTIONS),
        *(("boilerplate", words) for words in BOILERPLATE),
    ],
)
def test_a_paragraph_that_is_no_report_is_told_by_its_wording(kind: str, paragraph: str) -> None:
    assert kinds(f"{REPORT}\n\n{paragraph}\n\n{REPORT}") == [(kind, paragraph)]


@pytest.mark.parametrize("paragraph", BODY)
def test_a_sentence_of_the_report_is_left_alone(paragraph: str) -> None:
    assert kinds(f"{REPORT}\n\n{paragraph}\n\n{REPORT}") == []


@pytest.mark.parametrize(
    ("dateline", "rest"),
    [
        ("KABUL, Jan 20 (Reuters) -", " Four people were killed."),
        ("QUETTA:", " Four people were killed."),
        ("PEMBA, May 9 (Meridian Wire) —", " Armed men came."),
        ("UNITED NATIONS, N.Y. —", " The council met."),
        ("DERA QAZI, Sarband Province (AP) —", " Four died."),
        ("Maiduguri, Nigeria (AFP) -", " Four died."),
        ("Islamabad, January 20, 2026 –", " Four died."),
        ("ISLAMABAD/QUETTA:", " Four died."),
        ("Kabul, Tuesday —", " Four died."),
    ],
)
def test_a_dateline_is_told_from_what_follows(dateline: str, rest: str) -> None:
    assert (dateline + rest)[: dateline_length(dateline + rest)] == dateline


@pytest.mark.parametrize(
    "paragraph",
    [
        "Four people were killed - two of them soldiers - in Kabul.",
        "The Taliban (TTP) said: we did it.",
        "Police said: four died.",
        "TWO BOMBS WENT OFF - POLICE SAY FOUR DIED.",
        "Al-Shabaab fighters attacked the base.",
        "In Kabul, on 20 January, four died.",
        "WFP-chartered trucks were burnt.",
        "KABUL",
        "SUMMARY: Four people were killed.",
        "BREAKING - Blast in market",
    ],
)
def test_a_sentence_is_no_dateline(paragraph: str) -> None:
    assert dateline_length(paragraph) == 0


def test_the_headline_is_found_though_its_quotes_and_case_differ() -> None:
    text = f"“Four killed” in market blast\n\n{REPORT}"
    assert kinds(text, 'FOUR KILLED in "market" blast') == [("headline", "“Four killed” in market blast")]


def test_sections_do_not_overlap_and_structure_goes_first() -> None:
    text = f"Photo: somebody\n\n{REPORT}"
    marks = (Mark(SectionKind.BOILERPLATE, 0, 15), Mark(SectionKind.CAPTION, 6, 15))
    assert [(s.kind, s.span.text) for s in find_sections(text, None, marks)] == [
        (SectionKind.BOILERPLATE, "Photo: somebody")
    ]


@pytest.mark.parametrize("first", ["KABUL: Four died today", "By Ahmed Khan Durrani", "Four people died.", "Short"])
def test_a_dateline_a_byline_or_a_sentence_is_no_title(first: str) -> None:
    assert guess_title(f"{first}\n\n{REPORT}") is None


SAID = '"We will not leave the valley," the commander told reporters on Monday.'


@pytest.mark.parametrize(
    ("paragraph", "body", "kind"),
    [
        ('"We will not leave the valley"', SAID, SectionKind.PULL_QUOTE),
        ("“We will not leave the valley!”", SAID, SectionKind.PULL_QUOTE),
        # words that are said only once are the report's own
        ('"We will never leave the valley"', SAID, None),
        # nothing shows that it is a quotation
        ("We will not leave the valley", SAID, None),
        # a quotation that is told twice over, and nowhere in a sentence, is not pulled out of one
        ('"We will not leave the valley"', '"We will not leave the valley"', None),
    ],
)
def test_a_quotation_that_a_longer_paragraph_holds_is_a_pull_quote(
    paragraph: str, body: str, kind: SectionKind | None
) -> None:
    text = f"Rain fell on the town all night.\n\n{paragraph}\n\n{body}"
    sections = find_sections(text, None, ())
    assert [section.kind for section in sections] == ([kind] if kind else [])
    assert all(section.span.text == paragraph for section in sections)
