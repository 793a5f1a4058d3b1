"""The examples hold together: marked as fiction, built from their sources, and true to `expected.json`."""

from __future__ import annotations

import datetime as dt
import email
import email.policy
import html
import json
import re
from email.message import EmailMessage
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from scripts import make_examples
from vedette.documents import ReadOptions, Received, read_documents
from vedette.records import Certainty, DatePrecision, EventType, Relation, Role

EXAMPLES = Path(__file__).parents[2] / "examples"
REPORTS = sorted((EXAMPLES / "reports").iterdir())
EXPECTED: dict[str, Any] = json.loads((EXAMPLES / "expected.json").read_text(encoding="utf-8"))


def _visible(page: str) -> str:
    """Give a page's text without its tags."""
    return html.unescape(re.sub(r"<[^>]+>", " ", re.sub(r"(?s)<(script|style).*?</\1>|<!--.*?-->", " ", page)))


def _feed_item(path: Path, item: str) -> str:
    for entry in ElementTree.parse(path).iter("item"):  # noqa: S314 # our own file
        if entry.findtext("guid") == item:
            return f"{entry.findtext('title')} {_visible(entry.findtext('description') or '')}"
    raise AssertionError(f"{path.name} has no item {item}")


def _line(path: Path, item: str) -> str:
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["name"] == item:
            return f"{row['title']} {row['text']}"
    raise AssertionError(f"{path.name} has no line {item}")


def _mail(path: Path) -> str:
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    body = message.get_body(("plain",))
    assert body is not None
    return str(body.get_content())


def text_of(file: str, item: str | None) -> str:
    """Give what a human reads in a report, spaces evened out."""
    path = EXAMPLES / file
    if item is not None:
        text = _line(path, item) if path.suffix == ".jsonl" else _feed_item(path, item)
    elif path.suffix in {".pdf", ".docx"}:
        text = " ".join(make_examples.read_source(EXAMPLES / "sources" / f"{path.stem}.txt").paragraphs)
    elif path.suffix == ".eml":
        text = _mail(path)
    else:
        text = path.read_text(encoding="utf-8")
        text = _visible(text) if path.suffix == ".html" else text
    return " ".join(text.replace("**", "").split())


def _words_told() -> list[tuple[str, str | None, str]]:
    """List every (file, item, words) that `expected.json` claims."""
    told: list[tuple[str, str | None, str]] = []
    for incident in EXPECTED["incidents"]:
        for report in incident["reports"]:
            values = report["counts"] + report["actors"]
            told += [(report["file"], report["item"], value["words"]) for value in values]
    for event in EXPECTED["other_events"]:
        told.append((event["file"], None, event["words"]))
        told += [(event["file"], None, count["words"]) for count in event["counts"]]
    for kind in ("ties", "nested_attributions", "rejected_demands"):
        told += [(entry["file"], None, entry["words"]) for entry in EXPECTED[kind]]
    return told


def test_every_expected_value_stands_in_its_report() -> None:
    missing = [(file, item, words) for file, item, words in _words_told() if words not in text_of(file, item)]
    assert missing == []


def test_each_incident_is_told_by_three_outlets_or_more_whose_tolls_clash() -> None:
    assert len(EXPECTED["incidents"]) >= 4
    for incident in EXPECTED["incidents"]:
        assert len({(report["file"], report["item"]) for report in incident["reports"]}) >= 3
        counts = [count for report in incident["reports"] for count in report["counts"]]
        lows = {(count["role"], count["low"]) for count in counts}
        assert len(lows) > len({role for role, _ in lows}), f"nobody disagrees over {incident['id']}"


def test_expected_values_use_the_words_of_the_records() -> None:
    for incident in EXPECTED["incidents"] + EXPECTED["other_events"]:
        EventType(incident["type"])
        DatePrecision(incident["date"]["precision"])
        assert dt.date.fromisoformat(incident["date"]["from"]) <= dt.date.fromisoformat(incident["date"]["to"])
    for incident in EXPECTED["incidents"]:
        for report in incident["reports"]:
            assert all(Role(count["role"]) for count in report["counts"])
            assert all(Certainty(actor["certainty"]) for actor in report["actors"])
    assert all(Relation(tie["relation"]) for tie in EXPECTED["ties"])


def test_every_report_is_named_in_expected() -> None:
    named = {report["file"] for incident in EXPECTED["incidents"] for report in incident["reports"]}
    named |= {entry["file"] for entry in EXPECTED["no_violence"]}
    assert {f"reports/{path.name}" for path in REPORTS} == named


def test_no_look_alike_belongs_to_an_incident() -> None:
    told = {(report["file"], report["item"]) for incident in EXPECTED["incidents"] for report in incident["reports"]}
    assert not told & {(entry["file"], entry["item"]) for entry in EXPECTED["no_violence"]}


def test_reading_the_folder_gives_the_documents_that_are_expected_with_their_publishers_and_days() -> None:
    arrivals = list(read_documents([str(EXAMPLES / "reports")], ReadOptions()))
    documents = [arrival.document for arrival in arrivals if isinstance(arrival, Received)]
    assert len(documents) == len(arrivals), "an example could not be read"
    assert all(document.language == "en" for document in documents)
    told = [report for incident in EXPECTED["incidents"] for report in incident["reports"]]
    by_name = {document.name.rpartition("/")[2]: document for document in documents}
    assert set(by_name) == {entry["document"] for entry in told + EXPECTED["no_violence"]}
    for report in told:
        published = by_name[report["document"]].published
        if published.date:
            assert published.date.isoformat() == report["published"]
        elif report["published"]:
            assert published.not_before == dt.date.fromisoformat(report["published"])


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.name)
def test_each_file_says_that_it_is_fiction_where_no_report_text_stands(path: Path) -> None:
    raw = path.read_bytes().decode("latin-1")
    assert "fiction" in raw.lower()
    body = raw if path.suffix == ".xml" else text_of(f"reports/{path.name}", _first_item(path))
    if path.suffix in {".txt", ".md"}:
        body = body.partition("invented.")[2]
    if path.suffix != ".xml":
        assert "fiction" not in body.lower()


def _first_item(path: Path) -> str | None:
    if path.suffix != ".jsonl":
        return None
    return str(json.loads(path.read_text(encoding="utf-8").splitlines()[0])["name"])


@pytest.mark.parametrize("name", sorted(make_examples.TARGETS))
def test_each_built_file_is_what_its_source_gives(name: str) -> None:
    path = EXAMPLES / "reports" / f"{name}.{make_examples.TARGETS[name]}"
    assert path.read_bytes() == make_examples.make(name)


WEEKDAY = re.compile(
    r"(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday),? (\d{1,2}) "
    r"(January|February|March|April|May|June|July|August|September|October|November|December)"
)


def test_a_weekday_given_with_its_day_is_the_right_one() -> None:
    wrong = []
    for incident in EXPECTED["incidents"]:
        year = int(incident["date"]["from"][:4])
        for report in incident["reports"]:
            for weekday, day, month in WEEKDAY.findall(text_of(report["file"], report["item"])):
                date = dt.datetime.strptime(f"{day} {month} {year}", "%d %B %Y").replace(tzinfo=dt.UTC)
                if f"{date:%A}" != weekday:
                    wrong.append((report["file"], weekday, day, month))
    assert wrong == []
