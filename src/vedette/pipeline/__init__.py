"""The way of one report, written once: Document → Reading → values → Account; many at a time; a case → Incidents.

Takes: what `documents` receives, a ReaderModel. Gives: one Account a document, in the order of the inputs.
Keeps: the same bytes out for the same bytes in, whatever the number of workers. Refuses: nothing; what cannot be read
is an Issue beside the accounts. Measured by: ``python -m benchmarks reports`` and ``python -m benchmarks speed``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.late import late_names

if TYPE_CHECKING:
    from vedette.pipeline.incidents import (
        explain_incident,
        find_incident,
        judge_same,
        judge_split,
        judge_undo,
        merge_case,
    )
    from vedette.pipeline.run import Read, read_all, reader_version
    from vedette.pipeline.way import read_one

__all__ = [
    "Read",
    "explain_incident",
    "find_incident",
    "judge_same",
    "judge_split",
    "judge_undo",
    "merge_case",
    "read_all",
    "read_one",
    "reader_version",
]

__getattr__ = late_names(
    __name__,
    {
        "Read": "vedette.pipeline.run",
        "explain_incident": "vedette.pipeline.incidents",
        "find_incident": "vedette.pipeline.incidents",
        "judge_same": "vedette.pipeline.incidents",
        "judge_split": "vedette.pipeline.incidents",
        "judge_undo": "vedette.pipeline.incidents",
        "merge_case": "vedette.pipeline.incidents",
        "read_all": "vedette.pipeline.run",
        "read_one": "vedette.pipeline.way",
        "reader_version": "vedette.pipeline.run",
    },
)
