"""Words that say whom a count counts, or whom a deed hit."""

from __future__ import annotations

import pytest

from vedette.incidents.wording import whom


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("four kidnappers of the vaccination team", "attackers"),
        ("three ex-fighters", "attackers"),
        ("two kidnapped nurses", "people"),
        ("victims of terrorism", "people"),
        ("six Soldiers", "forces"),
        ("a police officer's widow", "forces"),
        ("", "people"),
    ],
)
def test_attackers_and_forces_are_told_by_whole_words(words: str, kind: str) -> None:
    assert whom(words) == kind
