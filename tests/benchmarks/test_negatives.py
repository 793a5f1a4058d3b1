"""False events in reports of other walks of life."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks.negatives import run

FOOTBALL = "The hosts attacked from the start, and their striker shot wide twice."
MURDER = "Gunmen killed four policemen at a checkpoint near Quetta on Monday."


def report(name: str, style: str, sentence: str, *triggers: str) -> dict[str, Any]:
    event = {"id": "e1", "type": "ASSAULT", "stance": "actual", "background": False, "args": []}
    return {
        "id": name,
        "cluster": None,
        "style": style,
        "published": "2024-05-06",
        "sentences": [sentence],
        "paragraphs": [1],
        "events": [{**event, "triggers": [{"s": 0, "q": words} for words in triggers]}] if triggers else [],
        "attributions": [],
        "ties": [],
    }


def measure(folder: Path, *rows: dict[str, Any]) -> dict[str, Any]:
    file = folder / "reports.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return run(file)


def test_an_event_where_nothing_happens_is_false_and_one_that_is_marked_is_not(tmp_path: Path) -> None:
    figures = measure(tmp_path, report("a", "negative", MURDER), report("b", "negative", MURDER, "killed"))
    assert (figures["reports"], figures["sentences"], figures["by_type"]) == (2, 2, {"ASSAULT": 1})
    assert figures["false_events_per_1000_sentences"] == 500.0
    assert figures["baseline"]["false_events_per_1000_sentences"] == 500.0


def test_a_match_is_no_battle_but_for_the_baseline(tmp_path: Path) -> None:
    figures = measure(tmp_path, report("a", "negative", FOOTBALL), report("b", "wire", MURDER))
    assert (figures["reports"], figures["false_events"]) == (1, 0)
    assert figures["baseline"]["false_events_per_1000_sentences"] == 3000.0


def test_data_without_a_negative_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no report of style negative"):
        measure(tmp_path, report("a", "wire", MURDER))
