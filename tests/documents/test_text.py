"""From bytes to paragraphs: decoding, cleaning, wrapping, front matter, dates."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.documents.samples import REPORT, SECOND, only, receive_bytes
from vedette.documents.cleaning import clean_line, clean_text
from vedette.documents.dates import date_from_field, dates_in
from vedette.documents.decoding import decode, looks_binary
from vedette.documents.front_matter import split_front_matter
from vedette.documents.publishing import published_from
from vedette.documents.wrapping import paragraphs_of
from vedette.records import DateKnown

WRAPPED = """\
Three soldiers were killed when their vehicle struck a mine on the road
between the two towns, the army's press office said in a statement late
on Monday. A fourth was flown to the capital for treatment.

The road had been closed since March, when fighters of the Al-
Nasr Front blew up the bridge.
- one truck was burnt
- two were taken away
"""


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "latin-1"]
)
def test_western_text_is_decoded_from_any_usual_encoding(encoding: str) -> None:
    text = "The café on Señor Muñoz Street was hit; “four” died." if "cp" in encoding else "The café of Muñoz was hit."
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1251", "Ответственность за взрыв взяла на себя группа, сообщили в полиции города в понедельник."),
        ("gb18030", "星期二上午，一枚炸弹在市场爆炸，造成四人死亡，警方说。没有组织宣称对此负责。" * 3),
        ("shift_jis", "火曜日の朝、市場で爆弾が爆発し、四人が死亡したと警察は述べた。" * 3),
    ],
)
def test_other_scripts_are_told_by_their_bytes(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)).text == text


def test_a_claim_is_believed_only_where_the_bytes_do_not_show_utf8() -> None:
    assert decode("né".encode(), "latin-1").text == "né"
    assert decode("né".encode("cp850"), "cp850").text == "né"
    assert decode("né".encode("latin-1"), "no-such-charset").text == "né"
    assert decode(b"abc \xe9", "rot13").text == "abc é"


def test_a_few_broken_bytes_do_not_spoil_a_utf8_text() -> None:
    decoded = decode(("é" * 40).encode() + b"\xff" + "ü".encode())
    assert decoded.text == "é" * 40 + "�ü"
    assert decoded.damaged == 1


@pytest.mark.parametrize(("data", "binary"), [(bytes(range(256)), True), (b"a\0b", True), (b"plain\ttext\r\n", False)])
def test_binary_is_told_by_control_characters(data: bytes, binary: bool) -> None:
    assert looks_binary(data) is binary


def test_cleaning_leaves_one_kind_of_line_end_and_of_space() -> None:
    assert clean_text("a\r\nb\rc\u2028d\u00a0e\tf") == "a\nb\nc\nd e f"
    assert clean_text("soft\u00adhyphen \u202eoverride\u202c \x00\ufeffmark") == "softhyphen override mark"
    assert clean_line("  two \n words ") == "two words"


def test_cleaning_keeps_joiners_and_astral_characters_and_replaces_half_characters() -> None:
    assert clean_text("می\u200cخواهم 👩\u200d🚒 𝔘") == "می\u200cخواهم 👩\u200d🚒 𝔘"
    assert clean_text("\ud83d") == "�"


def test_lines_broken_at_a_width_are_joined_and_lists_are_not() -> None:
    assert paragraphs_of(WRAPPED) == [
        "Three soldiers were killed when their vehicle struck a mine on the road between the two towns, the army's "
        "press office said in a statement late on Monday. A fourth was flown to the capital for treatment.",
        "The road had been closed since March, when fighters of the Al-Nasr Front blew up the bridge.",
        "- one truck was burnt",
        "- two were taken away",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        [REPORT, SECOND],  # a paragraph a line
        ["Killed: 4", "Injured: 12", "Place: Dera Qazi"],
        ["Blast kills four in Dera Qazi market", "By a staff reporter", REPORT],
        ["Four people were killed in the blast, police said.", "Twelve were wounded and taken to the hospital."],
    ],
)
def test_lines_that_are_paragraphs_stay_apart(lines: list[str]) -> None:
    assert paragraphs_of("\n".join(lines)) == lines


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2026-01-20", dt.date(2026, 1, 20)),
        ("2026-01-20T23:30:00-05:00", dt.date(2026, 1, 20)),
        ("20260120", dt.date(2026, 1, 20)),
        ("2026/1/5", dt.date(2026, 1, 5)),
        ("Tue, 20 Jan 2026 10:00:00 +0000", dt.date(2026, 1, 20)),
        ("20 January 2026", dt.date(2026, 1, 20)),
        ("January 20th, 2026", dt.date(2026, 1, 20)),
        ("20/01/2026", dt.date(2026, 1, 20)),
        ("01/20/2026", dt.date(2026, 1, 20)),
        ("03/04/2026", None),
        ("2026-02-30", None),
        ("2026-13-01", None),
        ("January 2026", None),
        ("today", None),
        ("", None),
        ("0001-01-01", None),
    ],
)
def test_a_date_field_is_a_day_or_nothing(value: str, day: dt.date | None) -> None:
    assert date_from_field(value) == day


def test_dates_in_a_text_are_full_and_exist() -> None:
    text = "On 7 January 2026, on March 3, 2024 and 2025-05-06; not 31 June 2024, 3/4/2024, May 2024 or 12345-01-02."
    assert sorted((date.isoformat(), text[start:end]) for date, start, end in dates_in(text)) == [
        ("2024-03-03", "March 3, 2024"),
        ("2025-05-06", "2025-05-06"),
        ("2026-01-07", "7 January 2026"),
    ]


def test_without_a_stated_date_the_latest_past_date_bounds_it() -> None:
    text = "He met them on January 7, 2026, after the attack of 26 March 2024. A vote is planned for 3 May 2026."
    published = published_from(text, None, None)
    assert published.known is DateKnown.INFERRED
    assert (published.date, published.not_before) == (None, dt.date(2026, 1, 7))
    assert [span.text for span in published.spans] == ["January 7, 2026"]


def test_dates_after_today_bound_nothing() -> None:
    text = "The truce of 5 May 2024 ended. It was signed again on 1 June 2031."
    assert published_from(text, None, dt.date(2026, 1, 1)).not_before == dt.date(2024, 5, 5)


@pytest.mark.parametrize(
    "line", ["20 January 2026", "Published: January 20, 2026, 10:15 GMT", "Tuesday, 20 January 2026"]
)
def test_a_line_at_the_top_that_only_holds_a_date_states_it(line: str) -> None:
    published = published_from(f"Blast in market\n\n{line}\n\n{REPORT}", None, None)
    assert (published.known, published.date) == (DateKnown.STATED, dt.date(2026, 1, 20))


def test_a_dateline_with_a_full_date_states_it() -> None:
    published = published_from(f"Islamabad, January 20, 2026 – {REPORT}", None, None)
    assert (published.known, published.date) == (DateKnown.STATED, dt.date(2026, 1, 20))


@pytest.mark.parametrize("top", ["Attack on convoy, 8 November 2025", "On 8 November 2025 a convoy was attacked."])
def test_the_date_of_an_event_at_the_top_does_not_date_the_report(top: str) -> None:
    assert published_from(f"{top}\n\n{REPORT}", None, None).known is DateKnown.INFERRED


def test_no_date_is_unknown_and_never_today() -> None:
    assert published_from(REPORT, None, dt.date(2026, 1, 1)).known is DateKnown.UNKNOWN


@pytest.mark.parametrize(
    "top",
    [
        "Title: Blast in market\nPublisher: Hill Post\nPublished: 20 January 2026\n\n",
        '---\ntitle: "Blast in market"\npublisher: Hill Post\ndate: 2026-01-20\ntags: [a, b]\n---\n',
        "Headline: Blast in market\nSource: Hill Post\nDate: Tue, 20 Jan 2026\nURL: https://example.org/a\n\n",
    ],
)
def test_front_matter_is_read_and_is_no_part_of_the_text(top: str, tmp_path: Path) -> None:
    document = only(receive_bytes(tmp_path, "a.txt", (top + REPORT).encode())).document
    assert (document.title, document.publisher) == ("Blast in market", "Hill Post")
    assert (document.published.known, document.published.date) == (DateKnown.STATED, dt.date(2026, 1, 20))
    assert document.text == f"Blast in market\n\n{REPORT}"


@pytest.mark.parametrize(
    "text",
    [
        "Source: the police chief.\n\nThree died.",
        "Killed: 4\nInjured: 12\n\nMore follows.",
        "Date: unknown\nThree died in town.",
        "---\nThree died in town.\n---\n",
    ],
)
def test_words_that_look_like_a_field_stay_in_the_text(text: str) -> None:
    assert split_front_matter(text)[2] == text


def test_a_date_that_cannot_be_read_is_a_warning(tmp_path: Path) -> None:
    data = f"Title: Blast in market\nDate: 31 June 2026\n\n{REPORT}".encode()
    received = only(receive_bytes(tmp_path, "a.txt", data))
    assert [issue.code for issue in received.issues] == ["bad-date"]
    assert received.document.published.known is DateKnown.UNKNOWN


def test_a_first_line_like_a_headline_is_the_title(tmp_path: Path) -> None:
    document = only(receive_bytes(tmp_path, "a.txt", f"Four killed in market blast\n\n{REPORT}".encode())).document
    assert document.title == "Four killed in market blast"
    assert document.sections[0].span.text == "Four killed in market blast"


def test_a_first_paragraph_of_sentences_is_no_title(tmp_path: Path) -> None:
    assert only(receive_bytes(tmp_path, "a.txt", f"{REPORT}\n\n{SECOND}".encode())).document.title is None
