"""The way of one report, written once: Document → Reading → values → Account; many at a time; a case → Incidents.

Takes: what `documents` receives, a ReaderModel. Gives: one Account a document, in the order of the inputs.
Keeps: the same bytes out for the same bytes in, whatever the number of workers. Refuses: nothing; what cannot be read
is an Issue beside the accounts. Measured by: ``python -m benchmarks reports`` and ``python -m benchmarks speed``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.late import late_names

if TYPE_CHECKING:
    from vedette.pipeline.differing import diff_states, load_state
    from vedette.pipeline.incidents import (
        explain_incident,
        find_incident,
        hear_dissent,
        judge_event,
        judge_incident,
        judge_same,
        judge_split,
        judge_undo,
        judge_value,
        judgements_beside,
        merge_case,
        standing_judgements,
    )
    from vedette.pipeline.merging import update_incidents
    from vedette.pipeline.run import Read, read_all, reader_version
    from vedette.pipeline.way import read_one

__all__ = [
    "Read",
    "diff_states",
    "explain_incident",
    "find_incident",
    "hear_dissent",
    "judge_event",
    "judge_incident",
    "judge_same",
    "judge_split",
    "judge_undo",
    "judge_value",
    "judgements_beside",
    "load_state",
    "merge_case",
    "read_all",
    "read_one",
    "reader_version",
    "standing_judgements",
    "update_incidents",
]

__getattr__ = late_names(
    __name__,
    {
        "Read": "vedette.pipeline.run",
        "diff_states": "vedette.pipeline.differing",
        "explain_incident": "vedette.pipeline.incidents",
        "find_incident": "vedette.pipeline.incidents",
        "hear_dissent": "vedette.pipeline.incidents",
        "judge_event": "vedette.pipeline.incidents",
        "judge_incident": "vedette.pipeline.incidents",
        "judge_same": "vedette.pipeline.incidents",
        "judge_split": "vedette.pipeline.incidents",
        "judge_undo": "vedette.pipeline.incidents",
        "judge_value": "vedette.pipeline.incidents",
        "judgements_beside": "vedette.pipeline.incidents",
        "load_state": "vedette.pipeline.differing",
        "merge_case": "vedette.pipeline.incidents",
        "read_all": "vedette.pipeline.run",
        "read_one": "vedette.pipeline.way",
        "reader_version": "vedette.pipeline.run",
        "standing_judgements": "vedette.pipeline.incidents",
        "update_incidents": "vedette.pipeline.merging",
    },
)
