"""PDF files."""

from __future__ import annotations

from pathlib import Path

from tests.documents.samples import only, only_issue, pdf, receive_bytes, sections, small
from vedette.records import DateKnown, SectionKind

FIRST = [
    "Blast kills four in Dera Qazi market",
    "",
    "A bomb went off in the main market of Dera Qazi on Tuesday morn-",
    "ing, killing four people and wounding at least 12, and the Al-",
    "Nasr Front, which fights in the hills, said that it had done so.",
    "",
    "Shops stayed closed for the rest of the day, and soldiers with",
    "long-range rifles searched cars on the road that leads",
]
SECOND = ["to the border. Nobody was held, and patrols with the same long-", "range rifles came back at night."]


def test_lines_become_paragraphs_and_broken_words_are_mended(tmp_path: Path) -> None:
    text = only(receive_bytes(tmp_path, "a.pdf", pdf([FIRST, SECOND]))).document.text
    assert text.split("\n\n") == [
        "Blast kills four in Dera Qazi market",
        "A bomb went off in the main market of Dera Qazi on Tuesday morning, killing four people and wounding at least "
        "12, and the Al-Nasr Front, which fights in the hills, said that it had done so.",
        "Shops stayed closed for the rest of the day, and soldiers with long-range rifles searched cars on the road "
        "that leads to the border. Nobody was held, and patrols with the same long-range rifles came back at night.",
    ]


def test_an_offset_leads_back_to_its_page(tmp_path: Path) -> None:
    document = only(receive_bytes(tmp_path, "a.pdf", pdf([FIRST, [], SECOND], title="Blast in Dera Qazi"))).document
    assert document.page_of(document.text.index("Blast in")) == 1
    assert document.page_of(document.text.index("searched cars")) == 1
    assert document.page_of(document.text.index("Nobody was held")) == 3
    assert [page.number for page in document.pages] == [1, 2, 3]
    assert document.pages[1].start == document.pages[1].end
    assert (document.pages[0].start, document.pages[-1].end) == (0, len(document.text))


def test_the_title_field_is_put_on_top_unless_it_stands_there(tmp_path: Path) -> None:
    with_title = only(receive_bytes(tmp_path, "a.pdf", pdf([FIRST], title="Blast kills four in Dera Qazi market")))
    assert with_title.document.text.count("Blast kills four") == 1
    other = only(receive_bytes(tmp_path, "b.pdf", pdf([SECOND], title="Weekly note")))
    assert sections(other) == [(SectionKind.HEADLINE, "Weekly note")]
    assert other.document.text.startswith("Weekly note\n\nto the border.")


def test_a_file_name_in_the_title_field_is_no_title(tmp_path: Path) -> None:
    assert (
        only(receive_bytes(tmp_path, "a.pdf", pdf([SECOND], title="Microsoft Word - note.docx"))).document.title is None
    )


def test_the_day_on_which_the_file_was_made_is_not_the_published_date(tmp_path: Path) -> None:
    assert only(receive_bytes(tmp_path, "a.pdf", pdf([FIRST]))).document.published.known is DateKnown.UNKNOWN


def test_running_headers_and_page_numbers_do_not_cut_sentences(tmp_path: Path) -> None:
    words_of = ("Four men of the second unit were", "found by the road to the", "border on Monday.")
    pages = [["Hill Post weekly, no. 3", "", words, "", f"Page {n} of 3"] for n, words in enumerate(words_of, 1)]
    text = only(receive_bytes(tmp_path, "a.pdf", pdf(pages))).document.text
    assert text == "Four men of the second unit were found by the road to the border on Monday."


def test_a_pdf_is_known_by_its_bytes_whatever_its_name(tmp_path: Path) -> None:
    assert only(receive_bytes(tmp_path, "a.txt", pdf([FIRST]))).document.media_type == "application/pdf"


def test_a_pdf_without_text_says_that_it_needs_recognition(tmp_path: Path) -> None:
    issue = only_issue(receive_bytes(tmp_path, "a.pdf", pdf([[], []])))
    assert (issue.code, "OCR" in issue.message) == ("no-text", True)


def test_a_broken_pdf_is_an_issue(tmp_path: Path) -> None:
    assert only_issue(receive_bytes(tmp_path, "a.pdf", pdf([FIRST])[:200])).code == "broken"
    assert only_issue(receive_bytes(tmp_path, "b.pdf", b"%PDF-1.7\n" + b"junk " * 100)).code == "broken"


def test_pages_beyond_the_limit_are_left_out_with_a_warning(tmp_path: Path) -> None:
    received = only(receive_bytes(tmp_path, "a.pdf", pdf([FIRST, SECOND, SECOND]), small(pages=1)))
    assert [issue.code for issue in received.issues] == ["cut"]
    assert "Nobody was held" not in received.document.text
