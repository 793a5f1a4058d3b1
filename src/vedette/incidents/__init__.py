"""Many reports, one happening: which events of different documents are one incident, and what they quarrel over.

Takes: Accounts, and the Judgements made so far. Gives: Incidents (`merge_accounts`; one more report at a time:
`growing.regroup`), the reasons for a pair (`explain_reports`), the chosen best values (`choose_best`), where an id that
is gone leads (`forward`), what changed between two states and why (`find_changes`), what the program would say where a
person has judged (`find_dissent`).
Keeps: every rival value with every report that tells it and who says so there; claims and denials side by side; the
same ids for the same events, in whatever order they came; a person's judgement above the program's.
Refuses: to join two events that a document tells apart, to chain happenings by weak links, to count a copy as a source,
to make an average.
Measured by: ``python -m benchmarks merge``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.late import late_names

if TYPE_CHECKING:
    from vedette.incidents.best import choose_best
    from vedette.incidents.correcting import check_correction
    from vedette.incidents.describing import describe_incidents
    from vedette.incidents.differing import State, find_changes
    from vedette.incidents.dissent import find_dissent
    from vedette.incidents.explain import explain_reports
    from vedette.incidents.merge import merge_accounts
    from vedette.incidents.naming import forward

__all__ = [
    "State",
    "check_correction",
    "choose_best",
    "describe_incidents",
    "explain_reports",
    "find_changes",
    "find_dissent",
    "forward",
    "merge_accounts",
]

# These need numpy, which takes longer to import than a short command takes to run.
__getattr__ = late_names(
    __name__,
    {
        "State": "vedette.incidents.differing",
        "check_correction": "vedette.incidents.correcting",
        "choose_best": "vedette.incidents.best",
        "describe_incidents": "vedette.incidents.describing",
        "explain_reports": "vedette.incidents.explain",
        "find_changes": "vedette.incidents.differing",
        "find_dissent": "vedette.incidents.dissent",
        "forward": "vedette.incidents.naming",
        "merge_accounts": "vedette.incidents.merge",
    },
)
