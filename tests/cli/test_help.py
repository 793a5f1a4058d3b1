"""What the program says of itself, and how soon."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.cli.running import PROGRAM, run, run_apart
from vedette import __version__
from vedette.cli.main import vedette

COMMANDS = list(vedette.commands)
# What a command may import once it needs it, and `--help` never.
HEAVY = (
    *("alembic", "charset_normalizer", "feedparser", "httpx", "jinja2", "numpy", "onnxruntime", "pydantic"),
    *("pypdfium2", "rapidfuzz", "rich", "sqlalchemy", "tokenizers", "trafilatura", "yaml"),
)


@pytest.mark.parametrize("words", [["--help"], ["-h"]])
def test_help_lists_every_command_in_the_order_of_use_with_examples(words: list[str]) -> None:
    ran = run(*words)
    assert (ran.code, ran.err) == (0, "")
    places = [ran.out.index(f"\n  {name} ") for name in COMMANDS]
    assert places == sorted(places)
    assert "vedette read report.pdf" in ran.out


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name: str) -> None:
    ran = run(name, "--help")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"Usage: vedette {name} ")
    assert "--help" in ran.out


@pytest.mark.parametrize("name", ["read", "events", "report"])
def test_commands_that_are_used_most_show_examples(name: str) -> None:
    assert f"vedette {name}" in run(name, "--help").out.partition("Example")[2]


def test_the_version_is_told() -> None:
    assert run("--version").out == f"vedette, version {__version__}\n"


def test_help_runs_in_a_process_of_its_own() -> None:
    ran = run_apart("--help")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == run("--help").out


def test_help_imports_nothing_heavy() -> None:
    told = "import sys, vedette.cli.main; print(*sys.modules)"
    modules = subprocess.run([sys.executable, "-c", told], capture_output=True, check=True, text=True).stdout.split()
    assert [name for name in HEAVY if name in modules] == []


@pytest.mark.skipif(not hasattr(os, "wait4"), reason="the processor's time of a child is only told on POSIX")
def test_help_takes_less_than_a_third_of_a_second_of_the_processor() -> None:
    taken = []
    for _ in range(3):
        process = subprocess.Popen([*PROGRAM, "--help"], stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        assert process.returncode == 0
        taken.append(usage.ru_utime + usage.ru_stime)
    # The least of three: other work on the machine only ever adds to it.
    assert min(taken) < 0.3
