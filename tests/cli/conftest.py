"""A case file with two reports in it, for commands that ask."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import run

REPORT = (
    "Gunmen killed five people in Quetta on Monday, the police said. "
    "The Balochistan Front claimed responsibility for the attack."
)
SECOND = "A bomb wounded nine people in Kano on 3 March 2026, a doctor said."


@pytest.fixture(scope="session")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reports")
    (folder / "a.txt").write_text(REPORT)
    (folder / "b.txt").write_text(SECOND)
    return folder


@pytest.fixture(scope="session")
def case(inbox: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("case") / "small.db"
    assert run("read", inbox, "--db", path, "--published", "2026-03-12", "--quiet").code == 0
    return path
