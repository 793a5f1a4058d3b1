"""Whatever comes in, nothing raises, and every span is the slice of the text that it claims to be."""

from __future__ import annotations

import io
import json
import string
from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.documents.samples import documents, pdf, rss, spans_hold, zipped
from vedette.documents import ReadOptions, Received, read_documents
from vedette.documents.assembly import Frame, assemble
from vedette.documents.drafts import Draft, Mark
from vedette.documents.limits import Limits
from vedette.documents.parcels import Metadata
from vedette.errors import DocumentError
from vedette.records import Issue, Marking, Page, SectionKind

modest = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])

WORDS = st.one_of(
    st.sampled_from(
        [
            "KABUL, Jan 20 (Reuters) - ", "By Ahmed Khan", "Photo: AFP", "Read more: x", "Published: 20 January 2026",
            "on 7 January 2026", "2026-02-30", "\r\n", "\n\n", "\r", "\u2028", "\x0b", "> ", "-- \n",
            "Title: a\nDate: b\n",
            "\u202eabc\u202c", "שלום", "سلام", "💥", "👩\u200d🚒", "𝔘", "\u00ad", "\ufeff", "\x00", "<p>", "</p>",
            "<time datetime=", "&#x1F4A5;", "<![CDATA[", "---\n", "# x\n", "![c](d)", "Subject: x\nFrom: y\n\n", "{",
            '"text": ',
        ]
    ),
    st.text(max_size=30),
    st.text(alphabet=string.ascii_letters + " .,-\n", max_size=80),
)  # fmt: skip
TEXTS = st.lists(WORDS, max_size=12).map(" ".join)


def read(data: bytes) -> list[Received | Issue]:
    found = list(read_documents(["-"], ReadOptions(), io.BytesIO(data)))
    assert all(spans_hold(received) for received in documents(found))
    return found


def encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


@modest
@given(st.binary(max_size=400))
def test_random_bytes_are_read_or_refused(data: bytes) -> None:
    read(data)


@modest
@given(
    st.sampled_from([b"%PDF-1.4\n", b"PK\x03\x04", b"<rss><channel><item>", b"<html>", b"From: x\nMIME-Version: 1.0\n",
                     b"From a 2026\nTo: b\n", b'{"text": "', b"---\n", b"\xff\xfe", b"\xfe\xff", b"<feed><entry>"]),
    st.binary(max_size=300),
)  # fmt: skip
def test_random_bytes_behind_a_known_head_are_read_or_refused(head: bytes, data: bytes) -> None:
    read(head + data)


@modest
@given(TEXTS)
def test_random_text_keeps_its_spans(text: str) -> None:
    read(encoded(text))


@modest
@given(TEXTS, st.sampled_from(["utf-8", "utf-16", "utf-8-sig"]))
def test_random_pages_keep_their_spans(text: str, encoding: str) -> None:
    page = f"<html><head><title>{text[:40]}</title></head><body><h1>{text[:20]}</h1><p>{text}</body>"
    read(page.encode(encoding, "replace"))


@modest
@given(TEXTS, TEXTS)
def test_random_json_lines_keep_their_spans(text: str, title: str) -> None:
    found = read(json.dumps({"text": text, "title": title, "published": title, "name": title}).encode())
    assert len(found) == 1


@modest
@given(TEXTS, TEXTS)
def test_random_feeds_and_messages_keep_their_spans(text: str, title: str) -> None:
    read(rss([f"<item><title>{title}</title><description>{text}</description></item>"]).replace(b"\0", b""))
    read(encoded(f"From: {title}\nSubject: {title}\nMIME-Version: 1.0\nContent-Type: text/plain\n\n{text}"))


@settings(modest, max_examples=25)
@given(st.lists(st.lists(st.text(alphabet=string.printable[:95], max_size=60), max_size=6), min_size=1, max_size=4))
def test_random_pdf_pages_cover_the_text(pages: list[list[str]]) -> None:
    for received in documents(read(pdf(pages, title="Some title"))):
        spans = [(page.start, page.end) for page in received.document.pages]
        assert [start for start, _ in spans] == [0, *(end for _, end in spans[:-1])]
        assert spans[-1][1] == len(received.document.text)


@settings(modest, max_examples=30)
@given(st.binary(min_size=1, max_size=60), st.integers(0, 10_000))
def test_damaged_archives_and_pdfs_are_read_or_refused(noise: bytes, at: int) -> None:
    makers: list[Callable[[], bytes]] = [
        lambda: zipped({"a.txt": b"Four died.", "b.html": b"<p>Five died.</p>"}),
        lambda: pdf([["Four died in town."], ["Five died."]]),
    ]
    for make in makers:
        whole = make()
        place = at % len(whole)
        read(whole[:place] + noise + whole[place + len(noise) :])


@modest
@given(
    st.text(alphabet="ab \n💥", max_size=200),
    st.text(alphabet="ab 💥", max_size=20),
    st.tuples(st.integers(0, 200), st.integers(0, 200)),
    st.integers(1, 60),
    st.integers(1, 200),
)
def test_marks_and_pages_move_with_the_text(text: str, title: str, mark: tuple[int, int], word: int, most: int) -> None:
    start, end = sorted(min(place, len(text)) for place in mark)
    draft = Draft(
        "x", b"x", "text/plain", text, Metadata(title=title),
        pages=(Page(1, 0, start), Page(2, start, len(text))),
        marks=(Mark(SectionKind.CAPTION, start, end),),
    )  # fmt: skip
    frame = Frame(Metadata(), Marking.CLEAR, Limits(word_chars=word, text_chars=most))
    try:
        received = assemble(draft, Metadata(), frame)
    except DocumentError:
        return
    assert spans_hold(received)
    assert received.document.pages[-1].end == len(received.document.text)
