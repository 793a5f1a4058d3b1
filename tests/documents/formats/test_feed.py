"""Feeds."""

from __future__ import annotations

import datetime as dt
from html import escape
from pathlib import Path

from tests.documents.samples import REPORT, SECOND, documents, issues, only, only_issue, receive_bytes, rss, small

ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Hill Post</title>
<entry><title type="html">Blast &amp;amp; fire</title><id>urn:1</id><updated>2026-01-20T23:00:00-05:00</updated>
<link href="https://example.org/1"/><summary>Short.</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{REPORT}</p><p>{SECOND}</p></div></content></entry>
</feed>""".encode()


def item(number: int, text: str = REPORT) -> str:
    return (
        f"<item><title>Blast {number}</title><link>https://example.org/{number}</link>"
        f"<description>{escape(f'<p>{text}</p>')}</description><pubDate>Tue, 20 Jan 2026 10:00:00 GMT</pubDate></item>"
    )


def test_each_item_is_a_document_with_the_feed_as_publisher(tmp_path: Path) -> None:
    found = documents(receive_bytes(tmp_path, "a.xml", rss([item(1), item(2)])))
    assert [received.document.title for received in found] == ["Blast 1", "Blast 2"]
    assert [received.document.name.rpartition("#")[2] for received in found] == ["1", "2"]
    document = found[0].document
    assert (document.publisher, document.url) == ("Hill Country Post", "https://example.org/1")
    assert document.published.date == dt.date(2026, 1, 20)
    assert document.text == f"Blast 1\n\n{REPORT}"


def test_an_items_own_bytes_make_its_id(tmp_path: Path) -> None:
    alone = only(receive_bytes(tmp_path, "a.xml", rss([item(1)])))
    among = documents(receive_bytes(tmp_path, "b.xml", rss([item(2), item(1)], title="Other")))
    assert alone.original == item(1).encode()
    assert alone.document.id == among[1].document.id


def test_atom_gives_the_longest_text_and_the_day_as_written(tmp_path: Path) -> None:
    document = only(receive_bytes(tmp_path, "feed", ATOM)).document
    assert document.text == f"Blast & fire\n\n{REPORT}\n\n{SECOND}"
    assert document.published.date == dt.date(2026, 1, 20)


def test_a_feed_of_ten_thousand_items_is_read_up_to_the_limit(tmp_path: Path) -> None:
    data = rss([item(number, "Four died.") for number in range(10_000)])
    found = receive_bytes(tmp_path, "a.xml", data, small(feed_items=50))
    assert len(documents(found)) == 50
    assert [issue.code for issue in issues(found)] == ["too-many-items"]
    assert "10,000" in issues(found)[0].message


def test_entities_declared_in_a_feed_are_refused(tmp_path: Path) -> None:
    laughs = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
    data = rss([item(1)]).replace(b"<rss", f'<!DOCTYPE rss [<!ENTITY l0 "ha">{laughs}]><rss'.encode())
    assert only_issue(receive_bytes(tmp_path, "a.xml", data)).code == "entities"


def test_a_feed_without_items_is_an_issue(tmp_path: Path) -> None:
    assert only_issue(receive_bytes(tmp_path, "a.xml", rss([]))).code == "empty"


def test_a_damaged_feed_gives_what_can_be_read(tmp_path: Path) -> None:
    found = receive_bytes(tmp_path, "a.xml", rss([item(1), item(2)])[:-60])
    assert len(documents(found)) >= 1
    assert documents(found)[0].document.title == "Blast 1"
