"""The command that runs a benchmark, and the floors it is held to."""

from __future__ import annotations

import importlib
import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from benchmarks import __main__ as command
from benchmarks.__main__ import FLOORS, NAMES, as_lines, broken_floors, data_hash, flat, main

ROOT = Path(__file__).parents[2]
FIGURES = {"trigger": {"f1": 60.0, "interval": [55.0, 65.0]}, "stance": 90.0, "seconds": 0.5, "nothing": None}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "a.jsonl").write_text("{}\n")
    return folder


@pytest.fixture
def floors(tmp_path: Path, data: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Floors that hold for `FIGURES` on `data`, and some that do not."""
    path = tmp_path / "floors.toml"
    path.write_text(
        f"""
        [held]
        data = "{data_hash(data)}"
        at_least = {{ "trigger.f1" = 60.0, stance = 89 }}
        at_most = {{ seconds = 0.5 }}
        [broken]
        at_least = {{ "trigger.f1" = 60.1, "trigger.recall" = 1, nothing = 0, "trigger.interval" = 1 }}
        at_most = {{ seconds = 0.4 }}
        [other-data]
        data = "0000000000000000"
        [empty]
        """
    )
    monkeypatch.setattr(command, "FLOORS", path)
    return path


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> None:
    """A benchmark that gives `FIGURES` at once."""
    module = importlib.import_module("benchmarks.counts")
    monkeypatch.setattr(module, "run", lambda data: FIGURES)


def test_floors_that_hold_are_silent(floors: Path, data: Path) -> None:
    assert broken_floors(FIGURES, "held", data) == []
    assert broken_floors(FIGURES, "empty", data) == []


def test_each_floor_that_is_broken_is_named_with_what_was_found(floors: Path, data: Path) -> None:
    assert broken_floors(FIGURES, "broken", data) == [
        "trigger.f1 is 60.0, floor 60.1",
        "trigger.recall is None, floor 1",
        "nothing is None, floor 0",
        "trigger.interval is [55.0, 65.0], floor 1",
        "seconds is 0.5, at most 0.4",
    ]


def test_floors_speak_of_the_very_data_they_were_set_on(floors: Path, data: Path) -> None:
    (fault,) = broken_floors(FIGURES, "other-data", data)
    assert "the data has changed" in fault
    (data / "a.jsonl").write_text("{} \n")
    (fault,) = broken_floors(FIGURES, "held", data)
    assert "the data has changed" in fault


def test_a_table_that_is_not_there_holds_nothing(floors: Path, data: Path) -> None:
    assert broken_floors(FIGURES, "nosuch", data) == ["floors.toml has no table [nosuch]"]


def test_the_hash_of_data_sees_names_and_bytes_and_not_the_folder(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two" / "deeper"
    for folder in (one, two):
        folder.mkdir(parents=True)
        (folder / "b.txt").write_text("b")
        (folder / "a.txt").write_text("a")
    assert data_hash(one) == data_hash(two)
    assert data_hash(one / "a.txt") != data_hash(one / "b.txt")
    (two / "a.txt").rename(two / "c.txt")
    assert data_hash(one) != data_hash(two)


def test_nested_figures_are_named_with_dots() -> None:
    assert flat({"a": {"b": {"c": 1}, "d": [2]}, "e": None}) == {"a.b.c": 1, "a.d": [2], "e": None}
    assert as_lines({"a": {"long": 1}, "b": 2}) == "a.long  1\nb       2"
    assert as_lines({}) == ""


@pytest.mark.usefixtures("fake", "floors")
@pytest.mark.parametrize(("gate", "code"), [([], 0), (["--gate", "held"], 0), (["--gate", "broken"], 1)])
def test_the_gate_decides_how_the_command_ends(
    data: Path, gate: list[str], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["counts", "--data", str(data), "--json", *gate]) == code
    captured = capsys.readouterr()
    assert json.loads(captured.out) == FIGURES
    assert captured.err.count("below the floor: ") == (5 if code else 0)


@pytest.mark.usefixtures("fake")
def test_without_json_there_is_a_line_a_figure(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["counts", "--data", str(data)])
    assert capsys.readouterr().out.splitlines()[0].split() == ["trigger.f1", "60.0"]


@pytest.mark.parametrize("words", [[], ["counts"], ["nosuch", "--data", "."], ["counts", "--data", "no/such/folder"]])
def test_wrong_use_ends_with_two(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2
    assert "usage:" in capsys.readouterr().err


@pytest.mark.parametrize("name", NAMES)
def test_every_benchmark_that_is_named_can_be_run_and_says_what_it_measures(name: str) -> None:
    module = importlib.import_module(f"benchmarks.{name}")
    assert callable(module.run)
    assert module.__doc__


def shipped() -> dict[str, Any]:
    return tomllib.loads(FLOORS.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", sorted(shipped()))
def test_shipped_floors_are_those_of_a_benchmark_on_data_that_is_here(name: str) -> None:
    table = shipped()[name]
    assert name in NAMES
    assert set(table) <= {"data", "at_least", "at_most"}
    assert table.get("at_least") or table.get("at_most")
    here = (ROOT / "corpora" / "reports", ROOT / "benchmarks" / "data" / "merge_scale_quick.json")
    assert table.get("data") in {None, *map(data_hash, here)}


def test_data_with_nothing_to_measure_is_one_line_and_wrong_use(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (data / "a.jsonl").write_text("")
    with pytest.raises(SystemExit) as ended:
        main(["reports", "--data", str(data)])
    assert ended.value.code == 2
    assert "nothing is left to measure" in capsys.readouterr().err.splitlines()[-1]
