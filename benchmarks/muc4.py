"""How well whole reports become MUC-4 templates: type and five roles, in both published forms of the data.

Takes: a file of the short form (``gtt/dev.json``: lower case, a type and five roles) or of the full form
(``dev.jsonl``: capitals, 24 slots), plain or ``.gz``; see `muc4_files` for how they agree. Everything is end to end:
the text is read into events, and `muc4_templates` writes them as templates by its tables.

Figures, in percent: ``ceaf_ree`` with ``micro`` over type and roles as GTT's evaluation computes it, and each role;
``ceaf_rme``, without the type. Baselines: one attack without roles in every report, and no template at all (which is
right in the half of the reports that have none: ``reports_without_template``). Published on the test part, micro F1 of
CEAF-REE: GTT 50.2, IterX with T5-large 53.0.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from benchmarks.bare import bare_document, every
from benchmarks.muc4_files import load_messages
from benchmarks.muc4_templates import as_templates
from benchmarks.scoring import percent
from benchmarks.template_scoring import ReeScore, RmeScore, Template
from vedette.pipeline import read_one
from vedette.reading import load_reader


def run(data: Path, sample: int | None = None) -> dict[str, Any]:
    """Score every message of `data`, or `sample` messages at even distances."""
    messages = every(load_messages(data), sample)
    if not messages:
        raise ValueError(f"{data}: no message to read")
    model = load_reader(threads=1)
    ree, rme, constant = ReeScore(), RmeScore(), ReeScore()
    for message in messages:
        given = as_templates(read_one(bare_document(message.id, message.text), model))
        ree.add(given, message.templates)
        rme.add(given, message.templates)
        constant.add([Template("attack", {})], message.templates)
    return {
        "reports": len(messages),
        "ceaf_ree": ree.figures(),
        "ceaf_rme": rme.figures(),
        "baseline": {
            "one_attack": {"ceaf_ree": constant.figures()["micro"]["f1"], "ceaf_rme": 0.0},
            "no_template": {"ceaf_ree": 0.0, "ceaf_rme": 0.0},
            "reports_without_template": percent(sum(not message.templates for message in messages), len(messages)),
        },
    }
