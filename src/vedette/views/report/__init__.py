"""The report: one self-contained page for somebody who was not there.

Takes: Accounts, and the Issues of a run. Gives: `write_report`, the page as a string.
Keeps: all events with their words; the highest marking of the documents. Refuses: anything from outside the page, and
names of private persons unless asked. Layout: ``page`` gathers what the template shows; ``cards`` and ``ledger`` hold
the events and the lists; ``timeline`` and ``map`` the drawings. Measured by: ``tests/views``.
"""

from vedette.views.report.page import write_report

__all__ = ["write_report"]
