"""The two published forms of MUC-4 (1992) as texts with gold templates.

``gtt``: one object a line with ``doctext`` in lower case and templates of a type and five roles (Du et al. 2021).
The full form: ``text`` in capitals under a dateline, and templates of 24 slots whose strings carry no offsets. Both
give the same templates: the five roles are slots of the full form, "Victim" being the *named* human targets alone;
strings that do not stand in the text are left out, as are templates that say the same twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.bare import read_rows
from benchmarks.template_scoring import ROLES, TYPE, Template

SLOTS = {
    "PerpInd": "PERP: INDIVIDUAL ID",
    "PerpOrg": "PERP: ORGANIZATION ID",
    "Target": "PHYS TGT: ID",
    "Victim": "HUM TGT: NAME",
    "Weapon": "INCIDENT: INSTRUMENT ID",
}


@dataclass(frozen=True, slots=True)
class Message:
    """One report of the corpus: its text in lower case, and its gold templates."""

    id: str
    text: str
    templates: tuple[Template, ...]


def load_messages(data: Path) -> list[Message]:
    """Read every message of a file of either form; of a folder, the published splits of the short form."""
    return [_message(row) for row in read_rows(data, "dev.json", "test.json", "*.jsonl")]


def _message(row: Mapping[str, Any]) -> Message:
    if "doctext" in row:
        text = re.sub(r" {3,}", "\n\n", row["doctext"])  # what this form makes of the border of two paragraphs
        return Message(row["docid"], text, _unique(map(_short_template, row["templates"])))
    if "text" not in row or "templates" not in row:
        raise ValueError("a row has neither doctext (short form) nor text and templates (full form)")
    text = body(row["text"])
    running = " ".join(text.split())
    templates = (_full_template(template, running) for template in row["templates"])
    return Message(row["docid"], text, _unique(template for template in templates if template.type))


def _short_template(raw: Mapping[str, Any]) -> Template:
    roles = {role: [[mention for mention, _ in entity] for entity in raw.get(role, []) if entity] for role in ROLES}
    return Template(raw[TYPE], roles)


def _full_template(raw: Mapping[str, Sequence[str]], text: str) -> Template:
    roles: dict[str, list[list[str]]] = {}
    for role, slot in SLOTS.items():
        entities = ([mention for mention in quoted(value) if mention in text] for value in raw.get(slot, []))
        roles[role] = sorted(filter(None, entities), key=lambda entity: min(map(text.index, entity)))
    return Template(" ".join(raw.get("INCIDENT: TYPE", [])).lower().strip("*- "), roles)


_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')


def quoted(value: str) -> list[str]:
    """Give the strings of one filler, ``"A" / "B"``, in lower case; a leading "?" (optional) is passed over."""
    return [" ".join(string.replace('\\"', '"').lower().split()) for string in _QUOTED.findall(value)]


_DATELINE = re.compile(r"\A[^\[]{0,160}?--\s*(?=\[)")
_MARK = re.compile(r"\s*\[[^\]]*\]")
_LAST_MARK = re.compile(r"TEXT|EXCERPT")


def body(text: str) -> str:
    """Cut off the dateline and the editors' marks after it; lines of one paragraph are joined, capitals lowered."""
    dateline = _DATELINE.match(text)
    at = dateline.end() if dateline else 0
    while dateline and (mark := _MARK.match(text, at)):
        at = mark.end()
        if _LAST_MARK.search(mark.group()):
            break
    paragraphs = re.split(r"\n\s*\n", text[at:].strip())
    # The short form turns the editors' square brackets round; so strings that hold one are in neither text.
    rounded = str.maketrans("[]", "()")
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs).lower().translate(rounded)


def _unique(templates: Iterator[Template] | Any) -> tuple[Template, ...]:
    kept: list[Template] = []
    for template in templates:
        if template not in kept:
            kept.append(template)
    return tuple(kept)
