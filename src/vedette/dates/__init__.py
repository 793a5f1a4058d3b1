"""Time expressions and what they stand for.

Takes: a document's text, or spans of it that are times, with the document's own date as far as it is known.
Gives: the spans of time expressions (`find_dates`), and for each span a range of days with its precision, basis and
anchor (`resolve_dates`); `explain_date` shows how a phrase was read.
Keeps: the words, and the words of the date that a relative one hangs on.
Refuses: to guess. An anchor that is not known leaves both sides None, with the relation told.
Measured by: `python -m benchmarks dates` on TimeML, TIMEX2 and report folders.
"""

from vedette.dates.explain import Explanation, explain_date
from vedette.dates.find import find_dates
from vedette.dates.resolve import resolve_dates

__all__ = ["Explanation", "explain_date", "find_dates", "resolve_dates"]
