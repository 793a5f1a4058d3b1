"""The benchmark on attacks on defenders, on two articles of our own with a reader whose answers are known."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from benchmarks import hrdsattack
from benchmarks.hrdsattack import as_document, country_code, read_gold, same_day
from vedette.records import (
    Account,
    Assertion,
    Basis,
    CountValue,
    DatePrecision,
    DateValue,
    Document,
    Event,
    EventType,
    PlacePrecision,
    PlaceValue,
    Role,
    Span,
    Stance,
    Value,
)

ARTICLES: list[dict[str, Any]] = [
    {
        "sample": {
            "Input.title": "Lawyer held",
            "Input.publish_date": "2021-03-08 23:00:34",
            "Input.article_interface": "<p>Police held a lawyer &amp; a poet in Lagos on 5 March.</p> <p>One died.</p>",
        },
        "merged_sample": {
            "violation_types": ["arbitrary detention", "killing", "other"],
            "year": "2021.0",
            "month": "March",
            "date": "5.0",
            "city": "Lagos",
            "country": "Nigeria",
        },
    },
    {
        "sample": {
            "Input.title": "Rice",
            "Input.publish_date": None,
            "Input.article_interface": "<p>Rice is dear.</p>",
        },
        "merged_sample": {
            "violation_types": ["unknown"],
            "year": None,
            "month": "None",
            "date": "None",
            "city": "None",
            "country": "None",
        },
    },
]


def account(document: Document, _: object) -> Account:
    if not document.text.startswith("Police"):
        return Account(document)
    span = Span.of(document.text, 7, 11)

    def event(kind: EventType, mode: str | None, *told: tuple[Role, Value], stance: Stance = Stance.ACTUAL) -> Event:
        assertions = tuple(Assertion(role, value, 0.9) for role, value in told)
        return Event(f"e-{kind}-{mode}", document.id, kind, mode, stance, False, 0.9, (span,), assertions)

    day = dt.date(2021, 3, 5)
    town = PlaceValue("Lagos", 1, 6.4, 3.4, "NG", None, None, PlacePrecision.TOWN, Basis.STATED, (span,))
    return Account(
        document,
        events=(
            event(
                EventType.COERCE,
                "arrest",
                (Role.PLACE, town),
                (Role.DATE, DateValue(day, day, DatePrecision.DAY, Basis.STATED, (span,))),
            ),
            event(EventType.ASSAULT, None, (Role.KILLED, CountValue(1, 1, Basis.STATED, (span,)))),
            event(EventType.ASSAULT, "abduct", stance=Stance.PLANNED),
            event(EventType.THREATEN, "violence"),
        ),
    )


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(hrdsattack, "load_reader", lambda **_: None)
    monkeypatch.setattr(hrdsattack, "read_one", account)
    (tmp_path / "dev.json").write_text(json.dumps(ARTICLES))
    return tmp_path


def test_what_is_told_and_read_rightly_is_right(data: Path) -> None:
    figures = hrdsattack.run(data)
    assert figures["violation"]["f1"] == 100.0
    assert (figures["country"], figures["city"], figures["day"]) == (100.0, 100.0, 100.0)
    assert figures["told"] == {"country": 1, "city": 1, "day": 1}
    assert not any(figures["given_without"].values())


def test_a_town_is_right_by_the_article_s_words_or_the_gazetteer_s_name() -> None:
    assert hrdsattack.same_name(("Ḩamāh", "Hama"), ("Hama",))
    assert hrdsattack.same_name(("León",), ("Leon",))
    assert not hrdsattack.same_name(("Homs",), ("Hama",))
    assert not hrdsattack.same_name((), ())


def test_a_violation_in_passing_is_not_what_an_article_is_about() -> None:
    told = account(as_document(ARTICLES[0]["sample"], 0), None)
    arrest, killing = told.events[:2]
    often = replace(arrest, triggers=arrest.triggers * 5)
    assert hrdsattack.find(replace(told, events=(arrest, killing))).violations == {"arbitrary detention", "killing"}
    assert hrdsattack.find(replace(told, events=(often, killing))).violations == {"arbitrary detention"}


def test_what_the_violations_do_not_tell_is_taken_from_all_events() -> None:
    told = account(as_document(ARTICLES[0]["sample"], 0), None)
    arrest = told.events[0]
    meeting = replace(arrest, id="e-meeting", type=EventType.CONSULT, mode=None)
    found = hrdsattack.find(replace(told, events=(replace(arrest, assertions=()), meeting)))
    assert found.violations == {"arbitrary detention"}
    assert (found.country, found.city, found.day) == ("NG", ("Lagos", arrest.triggers[0].text), (2021, 3, 5))


def test_constants_stand_beside_the_figures(data: Path) -> None:
    baseline = hrdsattack.run(data)["baseline"]
    # "arbitrary detention" in both articles: one right of two given, three wanted.
    assert baseline["violation"] == 40.0
    assert (baseline["country"], baseline["city"], baseline["day"]) == (100.0, 0.0, 0.0)


def test_an_article_is_its_paragraphs_without_marks() -> None:
    document = as_document(ARTICLES[0]["sample"], 0)
    assert document.text == "Police held a lawyer & a poet in Lagos on 5 March.\n\nOne died."
    assert str(document.published.date) == "2021-03-08"


@pytest.mark.parametrize(
    ("name", "code"),
    [("Nigeria", "NG"), ("the Netherlands", "NL"), ("Scotland", "GB"), ("Atlantis", None), ("", None)],
)
def test_countries_are_compared_by_code(name: str, code: str | None) -> None:
    assert country_code(name) == code


@pytest.mark.parametrize(
    ("month", "date", "day"),
    [("03", "5.0", (2021, 3, 5)), ("Oct", "12", (2021, 10, 12)), ("None", "5", None), ("May", "1839.0", None)],
)
def test_days_are_read_as_annotators_wrote_them(month: str, date: str, day: tuple[int, int, int] | None) -> None:
    row = {"violation_types": [], "year": "2021.0", "month": month, "date": date}
    assert read_gold(row).day == day


def test_a_year_that_is_not_told_is_not_compared() -> None:
    assert same_day((None, 3, 5), (2021, 3, 5))
    assert not same_day((2020, 3, 5), (2021, 3, 5))
    assert not same_day(None, None)
