"""Run one benchmark: ``python -m benchmarks NAME --data PATH [--json] [--sample N] [--gate]``.

Each benchmark is a module with ``run(data) -> figures``; floors stand in ``floors.toml``. Given a folder of ECB+ or
MEANTIME, ``merge`` measures `event_coreference` instead.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import inspect
import json
import os
import sys
import tomllib
from pathlib import Path
from typing import Any

NAMES = (
    "reports",
    "speed",
    "dates",
    "counts",
    "places",
    "actors",
    "polnear",
    "event_location",
    "muc4",
    "wikievents",
    "rams",
    "hrdsattack",
    "cameo_ner",
    "negatives",
    "calibration",
    "merge",
    "merge_end_to_end",
    "merge_scale",
)
FLOORS = Path(__file__).with_name("floors.toml")


def main(words: list[str] | None = None) -> int:
    """Run a benchmark; exit code 1 where `--gate` is given and a floor does not hold."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("name", choices=NAMES)
    parser.add_argument("--data", type=Path, required=True, help="a file or folder of the benchmark's format")
    parser.add_argument("--sample", type=int, metavar="N", help="read only N rows, at even distances (some benchmarks)")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--gate", metavar="FLOORS", help="hold the figures to this table of floors.toml")
    given = parser.parse_args(words)
    if not given.data.exists():
        parser.error(f"{given.data} does not exist: name a file or folder that the benchmark can read")
    run = importlib.import_module(f"benchmarks.{given.name}").run
    if given.sample is not None and "sample" not in inspect.signature(run).parameters:
        parser.error(f"{given.name} reads all its data: leave --sample out")
    try:
        figures = run(given.data) if given.sample is None else run(given.data, sample=given.sample)
    except ValueError as error:  # data of another format, or nothing in it that is left to measure
        parser.error(f"{given.name}: {error}")
    print(json.dumps(figures, ensure_ascii=False, default=str) if given.json else as_lines(figures))
    faults = broken_floors(figures, given.gate, given.data) if given.gate else []
    for fault in faults:
        print(f"below the floor: {fault}", file=sys.stderr)
    return 1 if faults else 0


def flat(figures: dict[str, Any], prefix: str = "") -> dict[str, Any]:
    """Give nested figures as "a.b.c" → value."""
    lines: dict[str, Any] = {}
    for name, value in figures.items():
        if isinstance(value, dict):
            lines |= flat(value, f"{prefix}{name}.")
        else:
            lines[f"{prefix}{name}"] = value
    return lines


def as_lines(figures: dict[str, Any]) -> str:
    """Lay figures out, one a line."""
    lines = flat(figures)
    width = max(map(len, lines), default=0)
    return "\n".join(f"{name:<{width}}  {value}" for name, value in lines.items())


def data_hash(data: Path) -> str:
    """Hash the data files, so that a floor speaks of the very data it was set on."""
    digest = hashlib.sha256()
    for file in sorted(data.rglob("*")) if data.is_dir() else [data]:
        if file.is_file():
            digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:16]


def broken_floors(figures: dict[str, Any], table: str, data: Path) -> list[str]:
    """Say which floors of `table` the figures do not reach, or that the data is not what they were set on."""
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8")).get(table)
    if floors is None:
        return [f"floors.toml has no table [{table}]"]
    found = flat(figures)
    faults = []
    if (expected := floors.get("data")) and (actual := data_hash(data)) != expected:
        faults.append(f"the data has changed (hash {actual}, floors set on {expected}): set the floors anew")
    for name, floor in floors.get("at_least", {}).items():
        if not isinstance(found.get(name), (int, float)) or found[name] < floor:
            faults.append(f"{name} is {found.get(name)}, floor {floor}")
    for name, roof in floors.get("at_most", {}).items():
        if not isinstance(found.get(name), (int, float)) or found[name] > roof:
            faults.append(f"{name} is {found.get(name)}, at most {roof}")
    return faults


if __name__ == "__main__":
    try:
        code = main()
        sys.stdout.flush()
    except BrokenPipeError:  # `| head` has read enough; no floor was looked at
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 1
    sys.exit(code)
