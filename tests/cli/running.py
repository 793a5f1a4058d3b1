"""The command line run as a user would run it: in this process, or in one of its own."""

from __future__ import annotations

import contextlib
import io
import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

from vedette.cli import main

# What a page would fetch when it is opened; links that a reader may follow are no part of it.
FETCHED = (
    r"(?i)<(?:script|img|iframe|source|link)\b[^>]*\s(?:src|href)=(?:[\"'](?!data:)|(?![\"']|data:))[^>\s\"']"
    r"|@import|url\((?![\"']?(?:data:|#))"
)
PROGRAM = (sys.executable, "-m", "vedette")


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[dict[str, Any]]:
        """The JSON objects of the output, one a line."""
        return [json.loads(line) for line in self.out.splitlines()]


def run(*words: str | Path, stdin: bytes = b"") -> Ran:
    """Run `vedette` with these words in this process: what `main` lets out is a mistake of ours."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="") for _ in range(2))
    code: Any = 0
    with (
        mock.patch.object(sys, "argv", ["vedette", *map(str, words)]),
        mock.patch.object(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8")),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        try:
            main()
        except SystemExit as ended:
            code = ended.code or 0
        out.flush()
        err.flush()
    told = [stream.buffer.getvalue().decode() for stream in (out, err) if isinstance(stream.buffer, io.BytesIO)]
    return Ran(int(code), told[0], told[1])


def run_apart(*words: str | Path, stdin: bytes = b"", cwd: Path | None = None) -> Ran:
    """Run `vedette` in a process of its own."""
    done = subprocess.run(
        [*PROGRAM, *map(str, words)], input=stdin, capture_output=True, check=False, timeout=240, cwd=cwd
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())
