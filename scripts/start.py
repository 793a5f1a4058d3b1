"""Runs Vedette from a fresh clone with nothing installed but Python 3.11 or newer.

    python3 scripts/start.py demo          reads the examples and writes a report
    python3 scripts/start.py test          runs the tests
    python3 scripts/start.py read FILE     any other words go to the command line of Vedette

Standard library only. It looks for uv (https://docs.astral.sh/uv/), puts a private copy under .vedette/ where there is
none, lets uv install what uv.lock names into .venv/, and hands over. It changes nothing outside this folder, aside from
uv's own cache.
"""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PRIVATE = ROOT / ".vedette" / "uv"
NEEDS_PYTHON = (3, 11)
NEEDS_UV = (0, 5)  # the first that knows dependency groups and reads our lock file


class StartError(Exception):
    """Vedette cannot be started; the message says what to do."""


def check_python(version: tuple[int, ...], executable: str) -> None:
    """Refuse a Python that is too old."""
    if version[:2] < NEEDS_PYTHON:
        found = ".".join(map(str, version[:2]))
        raise StartError(
            f"Vedette needs Python 3.11 or newer, and {executable} is {found}.\n"
            "Start this script with a newer one, such as: python3.12 scripts/start.py demo"
        )


def version_of(uv: list[str]) -> tuple[int, ...] | None:
    """Ask a uv for its version; None where it does not start (a shim that leads nowhere, a wrong machine)."""
    try:
        answer = subprocess.run([*uv, "--version"], capture_output=True, text=True, timeout=60, check=True)
    except (OSError, subprocess.SubprocessError):
        return None
    found = re.search(r"uv (\d+)\.(\d+)", answer.stdout)
    return (int(found[1]), int(found[2])) if found else None


def places_of_uv() -> list[list[str]]:
    """List where a uv could be, best first: on the PATH, as a module of this Python, under .vedette/."""
    places: list[list[str]] = []
    on_path = shutil.which("uv")
    if on_path:
        places.append([on_path])
    if importlib.util.find_spec("uv") is not None:
        places.append([sys.executable, "-m", "uv"])
    private = [PRIVATE / "bin" / "uv", PRIVATE / "bin" / "uv.exe", PRIVATE / "Scripts" / "uv.exe"]
    return places + [[str(path)] for path in private if path.is_file()]


def find_uv() -> list[str] | None:
    """Give the first uv that starts and is new enough, or None."""
    for place in places_of_uv():
        version = version_of(place)
        if version is not None and version >= NEEDS_UV:
            return place
    return None


def ways_to_install() -> list[list[list[str]]]:
    """List the ways to put a uv under .vedette/, each as commands to run in order.

    A virtual environment first. Debian ships Python without `ensurepip` unless python3-venv is installed; its pip,
    where there is one, may still install into a folder of ours although the system's own is "externally managed".
    """
    in_private = str(PRIVATE / ("Scripts" if os.name == "nt" else "bin") / "python")
    package = f"uv>={'.'.join(map(str, NEEDS_UV))}"
    return [
        [[sys.executable, "-m", "venv", "--clear", str(PRIVATE)], [in_private, "-m", "pip", "install", "-q", package]],
        [[sys.executable, "-m", "pip", "install", "-q", "--upgrade", "--target", str(PRIVATE), package]],
    ]


def install_uv() -> list[str]:
    """Put a uv under .vedette/ and give the command for it."""
    say("Getting uv, which installs the rest (into .vedette/, first time only) …")
    troubles = []
    for way in ways_to_install():
        shutil.rmtree(PRIVATE, ignore_errors=True)
        trouble = next((text for text in map(run_quietly, way) if text is not None), None)
        found = find_uv() if trouble is None else None
        if found is not None:
            return found
        troubles.append(trouble or "pip put no uv that runs on this machine")
    raise StartError(
        "uv could not be installed. Do one of these and start again:\n"
        "  - install uv yourself: https://docs.astral.sh/uv/getting-started/installation/\n"
        "  - on Debian or Ubuntu: apt install python3-venv\n"
        "  - check that this machine reaches a Python package index\n"
        "What was tried:\n" + "\n".join(f"  {text}" for text in troubles)
    )


def run_quietly(command: list[str]) -> str | None:
    """Run a command; None where it worked, else its command line and the last line it wrote."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError as error:
        return f"{' '.join(command)}: {error}"
    if done.returncode == 0:
        return None
    lines = (done.stderr + done.stdout).strip().splitlines()
    return f"{' '.join(command)}: {lines[-1] if lines else f'exit code {done.returncode}'}"


def sync_command(uv: list[str], words: list[str], has_environment: bool) -> list[str]:
    """Give the command that installs what uv.lock names; the tools for tests only where tests are asked for."""
    command = [*uv, "sync", "--project", str(ROOT), "--locked", "--inexact"]
    if words[0] != "test":
        command.append("--no-dev")
    if not has_environment:  # an environment that stands keeps its Python
        command += ["--python", sys.executable]
    return command


def run_command(uv: list[str], words: list[str]) -> list[str]:
    """Give the command that the user asked for."""
    program = ["pytest", *words[1:]] if words[0] == "test" else ["vedette", *words]
    return [*uv, "run", "--project", str(ROOT), "--locked", "--no-sync", *program]


def sync(uv: list[str], words: list[str], environment: dict[str, str]) -> None:
    """Bring .venv/ up to date; uv shows its progress on a terminal and is silent elsewhere."""
    has_environment = (ROOT / ".venv").is_dir()
    if not has_environment:
        say("Installing what Vedette needs (into .venv/, first time only; some minutes on a slow line) …")
    began = time.monotonic()
    on_terminal = sys.stderr.isatty()
    done = subprocess.run(
        sync_command(uv, words, has_environment),
        env=environment,
        text=True,
        check=False,
        stderr=None if on_terminal else subprocess.PIPE,
    )
    if done.returncode != 0:
        raise StartError(
            f"uv could not install the packages (its exit code was {done.returncode}).\n{done.stderr or ''}"
            "Check that this machine reaches a Python package index, then start again."
        )
    if not has_environment:
        say(f"Done in {time.monotonic() - began:.0f} s.")


def say(text: str) -> None:
    """Tell the user, without getting into what the command prints."""
    print(text, file=sys.stderr, flush=True)


def main(words: list[str]) -> int:
    """Start what `words` ask for and give its exit code."""
    if not words:
        say(__doc__ or "")
        return 2
    try:
        check_python(sys.version_info[:3], sys.executable)
        uv = find_uv() or install_uv()
        # Somebody else's active environment would only draw a warning from uv.
        environment = {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"}
        sync(uv, words, environment)
        # Tests run from the root; everything else from where the user stands, so that file names mean the same.
        here = ROOT if words[0] == "test" else None
        return subprocess.run(run_command(uv, words), env=environment, cwd=here, check=False).returncode
    except StartError as error:
        say(f"start.py: {error}")
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
