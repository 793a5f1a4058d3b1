"""What `scripts/start.py` decides, without network and without installing anything."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from scripts import start


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A machine with no uv anywhere and a fresh clone under a folder of its own."""
    monkeypatch.setattr(start, "ROOT", tmp_path)
    monkeypatch.setattr(start, "PRIVATE", tmp_path / ".vedette" / "uv")
    monkeypatch.setattr("shutil.which", lambda name: None)
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    return tmp_path


def test_a_bare_machine_has_no_uv(bare: Path) -> None:
    assert start.places_of_uv() == []
    assert start.find_uv() is None


def test_uv_on_the_path_comes_before_the_module_and_the_private_one(
    bare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    private = bare / ".vedette" / "uv" / "bin" / "uv"
    private.parent.mkdir(parents=True)
    private.touch()
    assert start.places_of_uv() == [[str(private)]]
    monkeypatch.setattr("importlib.util.find_spec", lambda name: object())
    monkeypatch.setattr("shutil.which", lambda name: "/somewhere/uv")
    assert start.places_of_uv() == [["/somewhere/uv"], [sys.executable, "-m", "uv"], [str(private)]]


@pytest.mark.parametrize(
    ("versions", "chosen"),
    [
        ([None, (0, 9)], 1),  # a shim that does not start
        ([(0, 4), (0, 5)], 1),  # one that is too old
        ([(0, 5), (0, 9)], 0),  # the first that will do, not the newest
        ([(1, 0)], 0),
        ([None, (0, 3)], None),
    ],
)
def test_the_first_uv_that_starts_and_is_new_enough_is_taken(
    monkeypatch: pytest.MonkeyPatch, versions: list[tuple[int, ...] | None], chosen: int | None
) -> None:
    places = [[f"uv{at}"] for at in range(len(versions))]
    monkeypatch.setattr(start, "places_of_uv", lambda: places)
    monkeypatch.setattr(start, "version_of", lambda uv: versions[places.index(uv)])
    assert start.find_uv() == (None if chosen is None else places[chosen])


def test_a_uv_that_is_not_there_has_no_version(tmp_path: Path) -> None:
    assert start.version_of([str(tmp_path / "uv")]) is None
    assert start.version_of([sys.executable, "-c", "raise SystemExit(1)"]) is None
    assert start.version_of([sys.executable, "-c", "print('uv 0.13.9 (Linux)')"]) == (0, 13)


def test_without_venv_pip_puts_uv_into_a_folder_of_ours(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run: list[list[str]] = []

    def pretend(command: list[str]) -> str | None:
        run.append(command)
        if "venv" in command:
            return "ensurepip is not available"
        (start.PRIVATE / "bin").mkdir(parents=True)
        (start.PRIVATE / "bin" / "uv").touch()
        return None

    monkeypatch.setattr(start, "run_quietly", pretend)
    monkeypatch.setattr(start, "version_of", lambda uv: (0, 9))
    assert start.install_uv() == [str(start.PRIVATE / "bin" / "uv")]
    assert ["venv" in command for command in run] == [True, False]
    assert "--target" in run[1]


def test_when_nothing_works_the_message_says_what_to_do(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start, "run_quietly", lambda command: f"{command[1]}: no such module")
    with pytest.raises(start.StartError) as caught:
        start.install_uv()
    assert "python3-venv" in str(caught.value)
    assert str(caught.value).count("no such module") == 2


@pytest.mark.parametrize("version", [(3, 9, 2), (3, 10, 14), (2, 7, 18)])
def test_an_old_python_is_refused_with_its_version(version: tuple[int, ...]) -> None:
    with pytest.raises(start.StartError, match=f"is {version[0]}.{version[1]}"):
        start.check_python(version, "python3")


@pytest.mark.parametrize("version", [(3, 11, 0), (3, 14, 1)])
def test_a_new_python_will_do(version: tuple[int, ...]) -> None:
    start.check_python(version, "python3")


@pytest.mark.parametrize(
    ("words", "program"),
    [
        (["demo"], ["vedette", "demo"]),
        (["read", "a b.txt", "--db", "none"], ["vedette", "read", "a b.txt", "--db", "none"]),
        (["--help"], ["vedette", "--help"]),
        (["test"], ["pytest"]),
        (["test", "tests/records", "-x"], ["pytest", "tests/records", "-x"]),
    ],
)
def test_words_become_the_command_they_mean(words: list[str], program: list[str]) -> None:
    command = start.run_command(["uv"], words)
    assert command[:2] == ["uv", "run"]
    assert command[-len(program) :] == program
    assert "--locked" in command


def test_only_tests_install_the_tools_for_tests() -> None:
    assert "--no-dev" in start.sync_command(["uv"], ["demo"], has_environment=True)
    assert "--no-dev" not in start.sync_command(["uv"], ["test"], has_environment=True)


def test_nothing_that_stands_is_taken_away() -> None:
    command = start.sync_command(["uv"], ["demo"], has_environment=True)
    assert "--inexact" in command
    assert "--python" not in command
    assert "--python" in start.sync_command(["uv"], ["demo"], has_environment=False)


def test_without_words_it_says_how_to_use_it() -> None:
    done = subprocess.run([sys.executable, start.__file__], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "python3 scripts/start.py demo" in done.stderr


def test_it_needs_the_standard_library_only() -> None:
    done = subprocess.run([sys.executable, "-S", "-I", start.__file__], capture_output=True, text=True, check=False)
    assert done.returncode == 2
