"""The page on commands holds every command and every option, and none that does not exist."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from vedette.cli.main import vedette

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "commands.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"(?ms)^## `vedette ([\w-]+)[^`]*`\n(.*?)(?=^## |\Z)", PAGE))
COMMANDS = {name: command for name, command in vedette.commands.items() if not command.hidden}


def _options(command: click.Command) -> set[str]:
    """Give the long names of a command's options, `--help` aside, and the short ones where there is no long one."""
    options = [parameter for parameter in command.params if isinstance(parameter, click.Option)]
    return {max(option.opts, key=len) for option in options if not option.hidden}


def test_every_command_has_its_section() -> None:
    assert sorted(SECTIONS) == sorted(COMMANDS)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_the_section_names_the_options_of_the_command(name: str) -> None:
    named = set(re.findall(r"(?m)^\| `(?:-\w, )?(--?[\w-]+)", SECTIONS[name]))
    assert named == _options(COMMANDS[name])


def test_the_page_says_what_exit_codes_mean() -> None:
    assert all(f"| {code} |" in PAGE for code in (0, 1, 2))
