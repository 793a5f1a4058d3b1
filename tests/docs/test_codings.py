"""The reference of codings holds every rule as the YAML has it."""

from __future__ import annotations

from pathlib import Path

from vedette.codebook.mappings.describing import describe_schemes

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "codings.md"


def test_the_page_ends_with_the_rules_as_they_are_now() -> None:
    assert PAGE.read_text(encoding="utf-8").endswith(describe_schemes())
