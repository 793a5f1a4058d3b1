from __future__ import annotations

from pathlib import Path

from benchmarks.places import run

ARTICLE = """<articles><article docid="1"><domain>example.org</domain><text><![CDATA[{text}]]></text><toponyms>
<toponym><start>{start}</start><end>{end}</end><phrase>Kabul</phrase><gaztag geonameid="1138958"><name>Kabul</name>
<fcode>PPLC</fcode><lat>34.52</lat><lon>69.17</lon><country>Afghanistan</country></gaztag></toponym>
</toponyms></article></articles>"""


def test_figures_are_counted_on_an_article_in_lgls_format(tmp_path: Path) -> None:
    text = "A bomb went off in Kabul on Monday, and in Herat on Tuesday."
    start = text.index("Kabul")
    (tmp_path / "one.xml").write_text(ARTICLE.format(text=text, start=start, end=start + 5), encoding="utf-8")
    figures = run(tmp_path)
    assert (figures["within_161km"], figures["exact"], figures["country"], figures["recall"]) == (1.0, 1.0, 1.0, 1.0)
    assert figures["false_per_1000_tokens"] > 0
    assert figures["population_only"]["recognised"] == 1


def test_reports_are_counted_by_what_got_coordinates(tmp_path: Path) -> None:
    report = (
        '{"id": "r-1", "cluster": null, "style": "wire", "published": null, "publisher": null, "headline": null,'
        ' "sentences": ["A bomb went off in Kabul."], "paragraphs": [1], "attributions": [], "ties": [], "events":'
        ' [{"id": "e1", "type": "ASSAULT", "mode": "explosives", "stance": "actual", "background": false,'
        ' "triggers": [{"s": 0, "q": "went off"}], "args": [{"role": "place", "s": 0, "q": "Kabul"}]}]}'
    )
    (tmp_path / "one.jsonl").write_text(report, encoding="utf-8")
    figures = run(tmp_path)
    assert figures["event_place"]["located"] == 1.0
    assert figures["cases"]["wrong"] == []
    assert figures["cases"]["all"] > figures["cases"]["largest_namesake"]
