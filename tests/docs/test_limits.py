"""The page on formats states the limits that hold."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

from vedette.documents.limits import Limits

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "formats.md"


def _in_words(name: str, value: float) -> str:
    return f"{value // 2**20:,.0f} MiB" if name.endswith("_bytes") else f"{value:,.0f}"


def test_every_limit_stands_on_the_page_with_its_value() -> None:
    stated = dict(re.findall(r"(?m)^\| `(\w+)` \| ([^|]+) \|", PAGE.read_text(encoding="utf-8")))
    limits = Limits()
    assert stated == {field.name: _in_words(field.name, getattr(limits, field.name)) for field in fields(limits)}
