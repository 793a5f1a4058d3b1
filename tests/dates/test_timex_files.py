"""Reading TimeML and TIMEX2 files, and scoring against them."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from benchmarks.dates import run
from benchmarks.timex_files import read_marked

TIMEML = """<?xml version="1.0" ?>
<TimeML><DOCID>one</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2020-05-08" functionInDocument="CREATION_TIME">May 8</TIMEX3></DCT>
<TEXT>Gunmen <EVENT eid="e1">struck</EVENT> R&amp;D on <TIMEX3 tid="t1" type="DATE" value="2020-05-05">Tuesday</TIMEX3>
and fled <TIMEX3 tid="t2" type="DURATION" value="P2D">two days</TIMEX3> later.</TEXT></TimeML>"""

TIMEX2 = """<DOC><DOCID>two</DOCID><DATETIME>2009-12-19</DATETIME>
<TEXT>It began in <TIMEX2 val="1914">the year <TIMEX2 val="1914">1914</TIMEX2></TIMEX2>.</TEXT></DOC>"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "one.tml").write_text(TIMEML, encoding="utf-8")
    (tmp_path / "two.sgm").write_text(TIMEX2, encoding="utf-8")
    return tmp_path


def test_marked_times_keep_their_place_in_the_bare_text(folder: Path) -> None:
    for document in read_marked(folder):
        assert all(document.text[time.start : time.end] == time.text for time in document.times)


def test_timeml_gives_the_creation_day_and_the_values(folder: Path) -> None:
    one, two = read_marked(folder)

    assert one.created == dt.date(2020, 5, 8)
    assert [(time.text, time.value) for time in one.times] == [("Tuesday", "2020-05-05"), ("two days", "P2D")]
    assert two.created == dt.date(2009, 12, 19)
    assert [(time.text, time.value) for time in two.times] == [("the year 1914", "1914")]


def test_the_benchmark_scores_spans_and_values(folder: Path) -> None:
    figures = run(folder)

    assert figures["gold"] == 3
    assert figures["relaxed"]["f1"] == 1.0
    assert figures["strict"]["f1"] == pytest.approx(2 / 3)
    assert figures["span_value"]["f1"] == pytest.approx(2 / 3)
    assert figures["baseline"]["relaxed"] < 1.0


def test_the_benchmark_scores_the_values_of_reports(tmp_path: Path) -> None:
    date = {"role": "date", "s": 0, "q": "Tuesday", "from": "2026-01-06", "to": "2026-01-06"}
    event = {
        "type": "ASSAULT",
        "mode": "firearms",
        "stance": "actual",
        "background": False,
        "triggers": [{"s": 0, "q": "struck"}],
        "args": [date],
    }
    report = {
        "id": "r-1",
        "cluster": None,
        "style": "wire",
        "published": "2026-01-09",
        "sentences": ["Gunmen struck on Tuesday."],
        "paragraphs": [1],
        "events": [{"id": "e1", **event}, {"id": "e2", **event}],
        "attributions": [],
        "ties": [],
    }
    (tmp_path / "reports.jsonl").write_text(json.dumps(report) + "\n", encoding="utf-8")

    figures = run(tmp_path)

    assert figures["gold"] == 1
    assert figures["value"]["accuracy"] == 1.0
    assert figures["baseline"]["accuracy"] == 0.0
