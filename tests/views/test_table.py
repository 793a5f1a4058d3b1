from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from rich.cells import cell_len
from rich.console import Console

from tests.views.fiction import all_accounts, bazaar, hostile, many, roundup
from vedette.records import Account, ActorValue, Assertion, Certainty, Role
from vedette.views import events_table
from vedette.views.columns import tell_actors, tell_sources, tell_toll


def printed(accounts: tuple[Account, ...], width: int, encoding: str = "utf-8") -> str:
    output = io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors="strict", newline="")
    Console(file=output, width=width).print(events_table(accounts))
    output.flush()
    output.seek(0)
    return output.read()


@pytest.mark.parametrize("width", [80, 96, 110, 140, 200])
def test_the_table_fits_the_terminal(width: int) -> None:
    lines = printed(all_accounts(), width).splitlines()
    assert max(cell_len(line) for line in lines) <= width


@pytest.mark.parametrize("width", [80, 110, 200])
def test_no_column_of_the_ask_is_lost_at_any_width(width: int) -> None:
    text = " ".join(printed((bazaar(),), width).split())
    for words in ("3 Oct 2024", "explosives", "Quetta", "4+ / 7", "12", "Bilal", "police", "0015150000000000"[:8]):
        assert words in text


def test_unknown_is_a_dash_and_never_zero() -> None:
    account = roundup()
    assert tell_toll(account.events[0], Role.KILLED) == "–"
    negated = next(event for event in account.events if event.stance.value == "negated")
    assert tell_toll(negated, Role.KILLED) == "0"


def test_rival_tolls_and_culprits_stand_side_by_side() -> None:
    attack = bazaar().events[0]
    assert tell_toll(attack, Role.KILLED) == "4+ / 7"
    assert tell_actors(attack) == "Red Cedar Front (claims it) / Salt River Brigade (accused)"


@pytest.mark.parametrize(
    ("certainties", "told"),
    [
        ([Certainty.FACT, Certainty.CLAIMED], "Front (claims it)"),
        ([Certainty.CLAIMED, Certainty.FACT], "Front (claims it)"),
        ([Certainty.FACT], "Front"),
        ([Certainty.ACCUSED, Certainty.DENIED], "Front (accused) / Front (denies it)"),
    ],
)
def test_who_claims_it_and_is_told_of_as_well_is_named_once(certainties: list[Certainty], told: str) -> None:
    span = bazaar().events[0].triggers[0]
    front = ActorValue("Front", "group:front", None, None, None, None, (span,))
    actors = tuple(Assertion(Role.ACTOR, front, 0.9, certainty=certainty) for certainty in certainties)
    assert tell_actors(replace(bazaar().events[0], assertions=actors)) == told


def test_who_says_so_ends_with_the_publisher_and_does_not_grow_without_end() -> None:
    account = bazaar()
    assert tell_sources(account, account.events[0]) == (
        "police; hospital doctors ← The Evening Courier; The Red Cedar Front; 1 more ← The Frontier Herald"
    )


def test_events_stand_in_the_order_of_time_and_undated_ones_last() -> None:
    text = printed(all_accounts(), 140)
    places = [text.index(words) for words in ("Mar – May", "Oct 2024", "3 Oct 2024", "6 Oct 2024", "2025", "“two days")]
    assert places == sorted(places)


def test_every_stance_but_the_plain_fact_is_marked_and_explained_in_the_legend() -> None:
    text = printed((roundup(),), 140)
    for mark in "◐⊘!»?¬✗◇↻":
        assert len(re.findall(re.escape(f"{mark} "), text)) >= 2, mark
    assert "↻" not in printed((bazaar(),), 140)


def test_background_is_dimmed() -> None:
    output = io.StringIO()
    Console(file=output, width=140, force_terminal=True, color_system="standard").print(events_table((roundup(),)))
    line = next(line for line in output.getvalue().splitlines() if "Mar – May" in line)
    assert line.startswith("\x1b[2m")


def test_a_terminal_that_knows_only_ascii_gets_ascii() -> None:
    text = printed(all_accounts(), 100, "ascii")
    assert text.isascii()
    assert "[negated]" in text


def test_no_escape_sequence_of_a_document_reaches_the_terminal() -> None:
    assert "\x1b" not in printed((hostile(),), 100)


def test_ids_are_as_short_as_still_tells_them_apart() -> None:
    accounts = many(30, 1)
    ids = [event.id for account in accounts for event in account.events]
    shown = {line.split()[-1] for line in printed(accounts, 140).splitlines() if "explosives" in line}
    assert len(shown) == len(set(ids))
    assert all(any(each.startswith(short) for each in ids) for short in shown)


def test_no_events_make_an_empty_table() -> None:
    assert "Date" in printed((), 80)
