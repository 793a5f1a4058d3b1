"""Markdown."""

from __future__ import annotations

from pathlib import Path

from tests.documents.samples import only, receive_bytes, sections
from vedette.records import SectionKind

PAGE = """\
<!-- draft -->
# Blast in *Dera Qazi*

![Soldiers at the gate](gate.jpg)

A bomb went off in the **main market**, the
[police](https://example.org/p) said. The file is `a_b_c`.

> Four people died.

- one was a child
- two were soldiers

[ref]: https://example.org
---
"""


def test_the_marks_are_taken_off_and_the_words_stay(tmp_path: Path) -> None:
    received = only(receive_bytes(tmp_path, "a.md", PAGE.encode()))
    assert received.document.text.split("\n\n") == [
        "Blast in Dera Qazi",
        "Soldiers at the gate",
        "A bomb went off in the main market, the police said. The file is a_b_c.",
        "Four people died.",
        "one was a child",
        "two were soldiers",
    ]
    assert sections(received) == [
        (SectionKind.HEADLINE, "Blast in Dera Qazi"),
        (SectionKind.CAPTION, "Soldiers at the gate"),
    ]
    assert received.document.title == "Blast in Dera Qazi"
