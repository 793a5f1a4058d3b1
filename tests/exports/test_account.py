"""What the JSONL line says, and that an account can be rebuilt from its full form."""

from __future__ import annotations

import copy
import dataclasses
import io
import json
from typing import Any

import pytest
from hypothesis import given, settings

from tests.exports.small import KARACHI, account, find
from tests.exports.strategies import accounts
from vedette.errors import UnreadableError, UsageError
from vedette.exports import (
    account_from_json,
    account_to_json,
    account_to_line,
    json_schema,
    schema_names,
    write_jsonl,
)
from vedette.exports.schema import MODELS, AccountModel
from vedette.records import Account, Assertion, Role, TextValue, Value

EVENT_KEYS = [
    *("id", "type", "mode", "stance", "background", "confidence", "triggers", "date", "dates", "places", "actors"),
    *("recipients", "counts", "weapons", "objects", "damage", "of_event", "attributions"),
    *("claims", "parts", "part_of", "time_order", "bounds", "codings"),
]


def test_a_line_has_the_five_parts_of_the_contract_in_order() -> None:
    assert list(account_to_json(account())) == ["document", "events", "attributions", "ties", "issues"]


def test_an_event_has_the_keys_of_the_contract_in_order() -> None:
    assert list(account_to_json(account())["events"][0]) == EVENT_KEYS


def test_values_stand_under_the_keys_of_the_contract() -> None:
    line = json.loads(account_to_line(account()))
    event = line["events"][0]
    assert event["date"] | {"spans": []} == {
        "from": "2024-10-06",
        "to": "2024-10-06",
        "precision": "day",
        "basis": "relative",
        "relation": None,
        "anchor": None,
        "attribution": None,
        "confidence": 0.9,
        "spans": [],
    }
    assert event["places"][0]["geonames_id"] == 1174872
    assert (event["places"][0]["lat"], event["places"][0]["lon"]) == (24.8608, 67.0104)
    assert event["actors"][0]["certainty"] == "claimed"
    assert event["recipients"][0]["category"] == "civilian"
    killed = event["counts"][0]
    assert (killed["role"], killed["low"], killed["high"], killed["of"]) == ("killed", 3, 3, "people")
    assert (killed["attribution"], killed["part_of"], killed["approximate"]) == (0, None, False)
    assert event["counts"][1]["part_of"] == 0
    assert event["attributions"] == [0]
    assert line["attributions"][0]["source"] == {
        "text": "police",
        "spans": [{"start": 55, "end": 61, "text": "police"}],
    }
    assert line["ties"][0]["a"]["name"] == "Hollow Front"


def test_rival_dates_stand_side_by_side_and_the_more_certain_comes_first() -> None:
    event = account_to_json(account())["events"][0]
    assert [date["from"] for date in event["dates"]] == ["2024-10-01", "2024-10-06"]
    assert event["date"]["from"] == "2024-10-06"


def test_an_event_without_a_known_day_has_no_date() -> None:
    event = account_to_json(account())["events"][1]
    assert event["date"] is None
    assert event["dates"][0]["relation"] == "2 days before"


def test_the_text_is_kept_back_unless_the_full_form_is_asked_for() -> None:
    assert "text" not in account_to_json(account(), names=True)["document"]
    assert account_to_json(account(), names=True, full=True)["document"]["text"] == account().document.text


@settings(max_examples=40, deadline=None)
@given(accounts())
def test_an_account_can_be_rebuilt_from_its_full_form(drawn: Account) -> None:
    line = account_to_line(drawn, names=True, full=True)
    assert account_from_json(json.loads(line)) == drawn


@settings(max_examples=40, deadline=None)
@given(accounts())
def test_what_is_written_validates_and_says_the_same_when_written_by_the_models(drawn: Account) -> None:
    for names, full in ((False, False), (True, True)):
        value = json.loads(account_to_line(drawn, names, full))
        model = AccountModel.model_validate_json(json.dumps(value))
        assert json.loads(model.model_dump_json(by_alias=True, exclude_unset=True)) == value


@settings(max_examples=40, deadline=None)
@given(accounts())
def test_one_account_is_one_line_of_utf_8_whatever_stands_in_it(drawn: Account) -> None:
    line = account_to_line(drawn, names=True, full=True)
    assert len(line.splitlines()) == 1
    assert line.encode() == account_to_line(copy.deepcopy(drawn), names=True, full=True).encode()


def test_text_stays_readable_and_lone_surrogates_are_escaped() -> None:
    changed = dataclasses.replace(account().document, name="الشباب \udcff \u2028")
    line = account_to_line(dataclasses.replace(account(), document=changed))
    assert '"name":"الشباب \\udcff \\u2028"' in line
    assert json.loads(line)["document"]["name"] == changed.name


def test_accounts_are_written_line_by_line_in_the_order_given() -> None:
    stream = io.BytesIO()
    assert write_jsonl([account("one.txt"), account("two.txt")], stream) == 2
    names = [json.loads(line)["document"]["name"] for line in stream.getvalue().decode().splitlines()]
    assert names == ["one.txt", "two.txt"]


def _without(value: dict[str, Any], *path: str | int) -> dict[str, Any]:
    broken: Any = json.loads(json.dumps(value))
    here = broken
    for step in path[:-1]:
        here = here[step]
    del here[path[-1]]
    return dict(broken)


@pytest.mark.parametrize(
    "path",
    [
        ("document", "text"),
        ("document", "id"),
        ("events", 0, "order"),
        ("events", 0, "places", 0),
        ("events", 0, "counts", 0),
        ("events", 2, "words_only"),
        ("attributions", 0, "source"),
    ],
)
def test_what_is_not_a_whole_account_is_refused(path: tuple[str | int, ...]) -> None:
    unread = _with_value(Role.DATE, TextValue("on Sunday", (find("on Sunday"),))).events
    told = dataclasses.replace(account(), events=(*account().events, *unread))
    whole = json.loads(account_to_line(told, names=True, full=True))
    assert account_from_json(whole) == told
    with pytest.raises(UnreadableError):
        account_from_json(_without(whole, *path))


def test_words_that_do_not_stand_in_the_text_are_refused() -> None:
    broken = json.loads(account_to_line(account(), names=True, full=True))
    broken["events"][0]["triggers"][0]["text"] = "imploded"
    with pytest.raises(UnreadableError, match="offsets"):
        account_from_json(broken)


def _with_value(role: Role, value: Value) -> Account:
    event = dataclasses.replace(account().events[0], assertions=(Assertion(role, value, 0.5),))
    return dataclasses.replace(account(), events=(event,))


@pytest.mark.parametrize(
    ("role", "key", "shown"),
    [
        (Role.DATE, "dates", {"from": None, "to": None, "basis": None}),
        (Role.PLACE, "places", {"name": "on Sunday", "lat": None, "country": None, "basis": None}),
        (Role.RECIPIENT, "recipients", {"name": "on Sunday", "actor_id": None, "kind": None}),
        (Role.KILLED, "counts", {"role": "killed", "low": None, "high": None, "basis": None}),
    ],
)
def test_words_that_no_value_could_be_made_of_are_shown_with_nothing_made_up(
    role: Role, key: str, shown: dict[str, Any]
) -> None:
    event = account_to_json(_with_value(role, TextValue("on Sunday", (find("on Sunday"),))))["events"][0]
    assert shown.items() <= event[key][0].items()
    assert event[key][0]["spans"][0]["text"] == "on Sunday"
    assert event["date"] is None


def test_a_value_of_the_wrong_kind_is_a_mistake_of_the_program() -> None:
    with pytest.raises(TypeError, match="date takes a DateValue, not a PlaceValue"):
        account_to_json(_with_value(Role.DATE, KARACHI))


@pytest.mark.parametrize("name", sorted(MODELS))
def test_every_record_has_a_schema_in_which_every_key_is_described(name: str) -> None:
    schema = json_schema(name)
    assert schema["$schema"].startswith("https://json-schema.org/")
    for part in [schema, *schema.get("$defs", {}).values()]:
        for key, value in part.get("properties", {}).items():
            assert value.get("description"), f"{part['title']}.{key}"


def test_an_unknown_schema_is_refused_with_the_list_of_known_ones() -> None:
    with pytest.raises(UsageError, match="attribution") as refused:
        json_schema("incident-report")
    assert all(name in str(refused.value) for name in schema_names())
