"""Web pages."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.documents.samples import REPORT, SECOND, only, receive_bytes, sections
from vedette.records import DateKnown, SectionKind

HEAD = """<title>Blast kills four | Hill Post</title>
<meta property="og:site_name" content="Hill Post">
<link rel="canonical" href="https://example.org/news/1">"""
PAGE = f"""<!DOCTYPE html><html lang="en"><head>{HEAD}
<meta property="article:published_time" content="2026-01-20T23:10:00+05:00"></head>
<body><nav><a href="/">Home</a> <a href="/w">World</a></nav>
<article><h1>Blast kills four</h1><p>{REPORT}</p><p>{SECOND}</p><h2>A claim</h2>
<p>A group <b>claimed</b> the attack.</p><ul><li>four people killed in the market</li><li>twelve wounded</li></ul>
</article><script>document.write("Nine killed in script")</script>
<footer>© 2026 Hill Post. All rights reserved.</footer></body></html>"""


def page(tmp_path: Path, head: str, body: str = "") -> dt.date | None:
    html = f"<html><head>{head}</head><body><article><h1>Blast</h1>{body}<p>{REPORT}</p></article></body></html>"
    return only(receive_bytes(tmp_path, "a.html", html.encode())).document.published.date


def test_a_page_gives_its_main_text_and_what_its_metadata_says(tmp_path: Path) -> None:
    document = only(receive_bytes(tmp_path, "a.html", PAGE.encode())).document
    assert document.text.split("\n\n") == [
        "Blast kills four", REPORT, SECOND, "A claim", "A group claimed the attack.",
        "four people killed in the market", "twelve wounded",
    ]  # fmt: skip
    assert (document.title, document.publisher) == ("Blast kills four", "Hill Post")
    assert document.url == "https://example.org/news/1"
    assert (document.published.known, document.published.date) == (DateKnown.STATED, dt.date(2026, 1, 20))


def test_scripts_navigation_and_footers_are_no_text(tmp_path: Path) -> None:
    text = only(receive_bytes(tmp_path, "a.html", PAGE.encode())).document.text
    assert not any(words in text for words in ("script", "Home", "rights reserved"))


def test_a_page_of_one_short_paragraph_is_read(tmp_path: Path) -> None:
    assert only(receive_bytes(tmp_path, "a.html", b"<p>Four died.</p><p>Police came.</p>")).document.text == (
        "Four died.\n\nPolice came."
    )


def test_a_page_made_by_hand_has_paragraphs_at_double_breaks(tmp_path: Path) -> None:
    data = f"<html><body>{REPORT}<br><br>{SECOND}<br>And more.</body></html>".encode()
    assert only(receive_bytes(tmp_path, "a.html", data)).document.text.count("\n\n") == 1


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ('<meta name="date" content="2026-01-20">', dt.date(2026, 1, 20)),
        ('<meta itemprop="datePublished" content="20 January 2026">', dt.date(2026, 1, 20)),
        (
            '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "datePublished": '
            '"2026-01-20T00:00:00Z"}, {"@type": "WebPage", "datePublished": "2020-01-01"}]}</script>',
            dt.date(2026, 1, 20),
        ),
        ('<script type="application/ld+json">{"@type": "Event", "datePublished": "2026-01-20"}</script>', None),
        ('<script type="application/ld+json">{broken</script>', None),
        ('<meta name="date" content="soon">', None),
        ("", None),
    ],
)
def test_the_date_comes_from_metadata_only(tmp_path: Path, head: str, day: dt.date | None) -> None:
    assert page(tmp_path, head) == day


def test_a_time_element_of_the_article_dates_it(tmp_path: Path) -> None:
    assert page(tmp_path, "", '<time datetime="2026-01-20">two days ago</time>') == dt.date(2026, 1, 20)


def test_a_year_in_the_footer_or_a_date_in_the_words_is_no_published_date(tmp_path: Path) -> None:
    html = f"<html><body><article><p>{REPORT} It was like that of 3 May 2024.</p></article><p>© 2026</p></body></html>"
    published = only(receive_bytes(tmp_path, "a.html", html.encode())).document.published
    assert (published.known, published.not_before) == (DateKnown.INFERRED, dt.date(2024, 5, 3))


def test_the_publisher_is_taken_off_the_title(tmp_path: Path) -> None:
    html = f"<html><head>{HEAD}</head><body><p>{REPORT}</p><p>{SECOND}</p></body></html>"
    received = only(receive_bytes(tmp_path, "a.html", html.encode()))
    assert received.document.title == "Blast kills four"
    assert sections(received) == [(SectionKind.HEADLINE, "Blast kills four")]


@pytest.mark.parametrize("declaration", ['<meta charset="cp1251">', '<?xml version="1.0" encoding="windows-1251"?>'])
def test_the_charset_that_a_page_declares_is_used(tmp_path: Path, declaration: str) -> None:
    text = "Взрыв на рынке"
    data = f"{declaration}<html><body><p>{text}</p></body></html>".encode("cp1251")
    assert only(receive_bytes(tmp_path, "a.html", data)).document.text == text


def test_hidden_words_are_not_read(tmp_path: Path) -> None:
    data = b'<div style="display: none">Nine died.</div><p hidden>Ten died.</p><p>Four died.</p>'
    assert only(receive_bytes(tmp_path, "a.html", data)).document.text == "Four died."
