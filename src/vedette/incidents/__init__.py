"""Many reports, one happening: which events of different documents are one incident, and what they quarrel over.

Takes: Accounts, and the Judgements made so far. Gives: Incidents (`merge_accounts`), the reasons for a pair
(`explain_reports`), the chosen best values (`choose_best`), where an id that is gone leads (`forward`).
Keeps: every rival value with every report that tells it and who says so there; claims and denials side by side; the
same ids for the same events, in whatever order they came; a person's judgement above the program's.
Refuses: to join two events of one document, to chain happenings by weak links, to count a copy as a source, to make
an average.
Measured by: ``python -m benchmarks merge``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.late import late_names

if TYPE_CHECKING:
    from vedette.incidents.best import choose_best
    from vedette.incidents.explain import explain_reports
    from vedette.incidents.merge import merge_accounts
    from vedette.incidents.naming import forward

__all__ = ["choose_best", "explain_reports", "forward", "merge_accounts"]

# These need numpy, which takes longer to import than a short command takes to run.
__getattr__ = late_names(
    __name__,
    {
        "choose_best": "vedette.incidents.best",
        "explain_reports": "vedette.incidents.explain",
        "forward": "vedette.incidents.naming",
        "merge_accounts": "vedette.incidents.merge",
    },
)
