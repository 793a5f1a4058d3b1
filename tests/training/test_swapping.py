"""Swapping names, places and figures keeps the markup on the words that stand there now."""

from __future__ import annotations

from random import Random

import pytest

from training.corpus import OWN, GoldReport, load_reports, read_report
from training.swapping import gather_names, swap
from vedette.records import Role

ROW = {
    "id": "x-1",
    "cluster": None,
    "style": "wire",
    "published": "2024-05-02",
    "sentences": ["Nine men of the Reed Front raided Dawat.", "Two of the nine died in Dawat, the Reed Front said."],
    "paragraphs": [2],
    "events": [
        {
            "id": "e1",
            "type": "ASSAULT",
            "mode": None,
            "stance": "actual",
            "background": False,
            "triggers": [{"s": 0, "q": "raided"}],
            "args": [
                {"role": "actor", "s": 0, "q": "Reed Front", "certainty": "fact"},
                {"role": "place", "s": 0, "q": "Dawat"},
                {"role": "killed", "s": 1, "q": "Two", "low": 2, "high": 2},
            ],
        }
    ],
    "attributions": [
        {
            "source": {"s": 1, "q": "Reed Front"},
            "cue": {"s": 1, "q": "said"},
            "content": {"s": 1, "q": "Two of the nine died in Dawat"},
            "kind": "statement",
            "within": None,
        }
    ],
    "ties": [],
}


def draws(seed: int) -> Random:
    return Random(seed)  # noqa: S311 - nothing here is a secret


@pytest.fixture(scope="module")
def reports() -> list[GoldReport]:
    return load_reports(OWN / "reports" / "short-news-world.jsonl")


def test_a_name_is_swapped_everywhere_and_an_unmarked_number_nowhere(reports: list[GoldReport]) -> None:
    report = read_report(ROW)
    told = swap(report, gather_names(reports), 1.0, draws(4))
    actor, place, killed = told.events[0].arguments
    assert actor.span.text != "Reed Front"
    assert place.span.text != "Dawat"
    assert "Reed Front" not in told.text
    assert told.attributions[0].source.text == actor.span.text
    assert told.attributions[0].content.text == f"{killed.span.text} of the nine died in {place.span.text}"
    assert told.text.startswith(f"Nine men of the {actor.span.text} raided {place.span.text}. {killed.span.text} of")


def test_every_mark_stands_on_its_words_and_triggers_stay(reports: list[GoldReport]) -> None:
    pool, draw = gather_names(reports), draws(1)
    changed = 0
    for report in reports:
        told = swap(report, pool, 0.6, draw)
        changed += told.text != report.text
        for event, before in zip(told.events, report.events, strict=True):
            assert [one.text for one in event.triggers] == [one.text for one in before.triggers]
            for argument in event.arguments:
                assert told.text[argument.span.start : argument.span.end] == argument.span.text
        assert [sentence.end for sentence in told.sentences][-1] == len(told.text)
    assert changed > len(reports) / 2


def test_common_nouns_are_left_in_their_sentences(reports: list[GoldReport]) -> None:
    told = [swap(report, gather_names(reports), 1.0, draws(2)) for report in reports]
    for report, other in zip(reports, told, strict=True):
        for event, now in zip(report.events, other.events, strict=True):
            for before, after in zip(event.arguments, now.arguments, strict=True):
                if before.role is Role.ACTOR and before.span.text.islower():
                    assert after.span.text == before.span.text


def test_nothing_is_swapped_where_no_share_is_asked_for(reports: list[GoldReport]) -> None:
    assert swap(reports[0], gather_names(reports), 0.0, draws(1)) is reports[0]
