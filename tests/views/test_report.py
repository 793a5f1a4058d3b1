from __future__ import annotations

import base64
import datetime as dt
import hashlib
import re
import time
from html.parser import HTMLParser

import pytest

from tests.views.fiction import all_accounts, bazaar, hostile, lost, many, roundup
from vedette.records import Account, Document, Issue, Marking, Severity
from vedette.views.report import write_report
from vedette.views.report.page import highest_marking


class Markup(HTMLParser):
    """Collects the elements of a page and the text of each inline script and style."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.raw: dict[str, list[str]] = {"script": [], "style": []}
        self.text = ""
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag in self.raw:
            self._inside = tag
            self.raw[tag].append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == self._inside:
            self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.raw[self._inside][-1] += data
        else:
            self.text += data


def parsed(page: str) -> Markup:
    markup = Markup()
    markup.feed(page)
    return markup


@pytest.fixture(scope="module")
def page() -> str:
    return write_report(all_accounts(), "Attacks in October 2024", "9.9.9")


def test_the_same_accounts_give_the_same_bytes(page: str) -> None:
    assert write_report(all_accounts(), "Attacks in October 2024", "9.9.9") == page


def test_the_page_has_one_script_and_one_style_and_its_policy_knows_them_by_hash(page: str) -> None:
    markup = parsed(page)
    policy = next(attrs["content"] for tag, attrs in markup.elements if attrs.get("http-equiv"))
    assert policy is not None
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    for kind in ("script", "style"):
        (source,) = markup.raw[kind]
        digest = base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy


def test_nothing_is_loaded_from_outside_and_no_attribute_holds_script_or_style(page: str) -> None:
    for tag, attrs in parsed(page).elements:
        assert tag not in {"img", "iframe", "object", "embed", "base", "audio", "video", "image", "use"}
        assert not {"src", "srcset", "style", "action", "formaction", "data", "poster"} & set(attrs), (tag, attrs)
        assert not [name for name in attrs if name.startswith("on")]
        href = attrs.get("href")
        allowed = ("data:,",) if tag == "link" else ("#", "https://herald.example/")
        assert href is None or href.startswith(allowed), href
    assert "url(" not in page
    assert "@import" not in page


def test_hostile_text_stays_text(page: str) -> None:
    markup = parsed(page)
    assert "<script>alert('x')</script> \"quoted\" & 'single' bombs" in markup.text
    assert "</title><script>alert(2)</script>" in markup.text
    assert "{{ 7*7 }}" in markup.text
    assert "𝔄𝔰𝔱𝔯𝔞𝔩 👩‍🚒" in markup.text
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]", page)
    assert len(markup.raw["script"]) == 1


def test_a_lone_surrogate_does_not_keep_the_page_from_being_written() -> None:
    document = Document("1" * 16, "1" * 64, "bad\ud800.txt", "text/plain", "x", title="\x00\ud800")
    write_report([Account(document)], "t\udfff", "1").encode()


def test_an_address_that_is_no_web_address_is_not_linked() -> None:
    for address in ("javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "http://[bad", "ftp://x.example/"):
        document = Document("1" * 16, "1" * 64, "x.txt", "text/plain", "x", url=address)
        assert "web address" not in write_report([Account(document)], "t", "1")


def test_every_event_is_on_the_page_with_an_anchor_of_its_own(page: str) -> None:
    anchors = [attrs["id"] for _, attrs in parsed(page).elements if attrs.get("id")]
    assert len(anchors) == len(set(anchors))
    events = [event for account in all_accounts() for event in account.events]
    assert [anchor for anchor in anchors if anchor and anchor.startswith("e-")] == [
        f"e-{n}" for n in range(len(events))
    ]
    for event in events:
        assert event.id in page


def test_every_link_into_the_page_arrives(page: str) -> None:
    elements = parsed(page).elements
    anchors = {attrs.get("id") for _, attrs in elements}
    for _, attrs in elements:
        href = attrs.get("href") or ""
        assert not href.startswith("#") or href[1:] in anchors, href


def test_the_head_says_what_was_read_and_what_was_not(page: str) -> None:
    text = " ".join(parsed(page).text.split())
    assert "3 documents by 2 publishers; 1 could not be read" in text
    assert "The Frontier Herald · 3 Oct 2024" in text
    assert "not before 6 Oct 2024, by the dates in its text" in text
    assert "date not known" in text
    assert "the file ends in the middle of a page" in text
    assert "Written by Vedette 9.9.9" in text


def test_issues_of_the_run_are_shown_beside_those_of_the_accounts() -> None:
    issue = Issue(Severity.ERROR, "too-large", "huge.txt", "52,428,800 bytes are more than the limit")
    text = parsed(write_report([hostile()], "t", "1", issues=[issue])).text
    assert "52,428,800 bytes are more than the limit (too-large)" in text
    assert "the text is in <i>Arabic</i> (not-english)" in text


@pytest.mark.parametrize("marking", list(Marking))
def test_the_strictest_marking_of_the_documents_stands_at_head_and_foot(marking: Marking) -> None:
    strict = Account(Document("3" * 16, "3" * 64, "x.txt", "text/plain", "x", marking=marking))
    plain = Account(Document("4" * 16, "4" * 64, "y.txt", "text/plain", "y"))
    assert highest_marking([plain, strict]) is marking
    page = write_report([strict, plain], "t", "1")
    name = marking.name.lower().replace("_", "-")
    assert page.count(f'<p class="tlp {name}">') == 2
    assert page.count(f'content: "{marking.value}"') == 2


def test_rival_tolls_are_shown_and_never_added_up(page: str) -> None:
    text = parsed(page).text
    assert "4+ / 7" in text
    assert "7, says hospital doctors ← The Evening Courier ← The Frontier Herald" in text
    assert "highest number of killed that is given for one event" in text


def test_areas_are_hollow_circles_and_points_are_dots(page: str) -> None:
    circles = [attrs.get("class") or "" for tag, attrs in parsed(page).elements if tag == "circle"]
    assert sorted(name for name in circles if name.startswith("area")) == ["area country", "area province unreal"]
    assert "dot town" in circles
    assert "ring" in circles
    assert not [name for name in circles if name.startswith("dot") and ("country" in name or "province" in name)]


def test_a_place_that_no_gazetteer_has_is_listed_as_such(page: str) -> None:
    assert "Upper Dheri, Pakistan (not in the gazetteer)" in parsed(page).text


def test_drawings_have_names_for_those_who_do_not_see_them(page: str) -> None:
    drawings = [attrs for tag, attrs in parsed(page).elements if tag == "svg"]
    assert len(drawings) == 3
    assert all(attrs.get("role") == "img" and attrs.get("aria-label") for attrs in drawings)


def test_no_accounts_make_a_page_that_says_so() -> None:
    text = parsed(write_report([], "Nothing", "1")).text
    assert "0 documents" in text
    assert "No event was found" in text


def test_documents_without_events_make_a_page_without_drawings() -> None:
    page = write_report([lost()], "t", "1")
    assert "<svg" not in page
    assert "0 documents; 1 could not be read" in page


def test_the_title_is_escaped() -> None:
    assert "<title>&lt;b&gt;</title>" in write_report([bazaar()], "<b>", "1")


def test_a_thousand_events_of_a_hundred_documents_are_written_in_seconds_and_drawn_month_by_month() -> None:
    accounts = many(100, 10)
    started = time.process_time()
    page = write_report(accounts, "Large", "1")
    assert time.process_time() - started < 10  # ten times of what it takes, for a slow and busy machine
    assert page.count("<article") == 1000
    columns = page[page.index("The same as a list") :].split("</ul>")[0].count("<li>")
    assert columns == 50  # a column a month of the four years and a bit
    assert page.count("<rect") < 250


def test_an_event_is_dated_no_more_exactly_on_the_page_than_in_its_words() -> None:
    text = parsed(write_report([roundup()], "t", "1")).text
    assert "2025, month not certain" in text
    assert "“two days before”" in text
    assert f"{dt.date(2025, 1, 1):%-d %b %Y}" not in text
