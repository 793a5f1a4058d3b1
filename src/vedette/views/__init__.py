"""Read models and how they look: why we say this, the list of events, the report.

Takes: Accounts (a document with its events, attributions, ties and issues), Incidents, Judgements, Changes; nothing
from storage or the pipeline.
Gives: `explain` an Explanation of one event, value by value; `render_explanation` and `events_table` for a terminal;
`write_report` one self-contained page.
Keeps: rival values side by side, every value with its words and with who says so, "not stated" apart from 0.
Refuses: to add up tolls of events that may be the same, to draw an area as a point, to load anything from outside, and
to show the names of private persons in a report unless asked.
Measured by: ``tests/views``, the page in a real Chromium among them.
"""

from vedette.views.changes import changes_table
from vedette.views.explanation import Explanation, explain
from vedette.views.history import history_table
from vedette.views.incidents import in_time, incidents_table, pairs_table, render_incident
from vedette.views.judgements import judged_lines
from vedette.views.rendering import render_explanation
from vedette.views.report import write_report
from vedette.views.table import events_table
from vedette.views.waterfall import draw_waterfalls

__all__ = [
    "Explanation",
    "changes_table",
    "draw_waterfalls",
    "events_table",
    "explain",
    "history_table",
    "in_time",
    "incidents_table",
    "judged_lines",
    "pairs_table",
    "render_explanation",
    "render_incident",
    "write_report",
]
