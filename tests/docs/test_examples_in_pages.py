"""Blocks of code that stand under `<!-- runs -->` run, in a folder of their own that holds the examples."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from vedette.cli.main import vedette

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"(?ms)^<!-- runs -->\n```(\w+)\n(.*?)^```$")
PAGES = sorted(
    page for page in [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")] if "<!-- runs -->" in page.read_text()
)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_the_blocks_of_a_page_run_one_after_the_other(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {}
    for language, block in BLOCK.findall(page.read_text(encoding="utf-8")):
        if language == "python":
            exec(compile(block, str(page), "exec"), names)  # noqa: S102 # our own page
        else:
            _run_commands(block)


def _run_commands(block: str) -> None:
    for line in block.replace("\\\n", " ").splitlines():
        words = shlex.split(line, comments=True)
        if words:
            assert words[0] == "vedette", f"only vedette's own commands are run, not {words[0]}"
            result = CliRunner().invoke(vedette, words[1:])
            assert result.exit_code == 0, f"{line}\n{result.output}\n{result.exception!r}"
