"""Other codebooks' words for an event, each by a named rule from the same record.

Takes: an Event or an Incident. Gives: its Codings (`code_event`, `code_incident`): ACLED's event type, sub-event type,
disorder type and civilian targeting; UCDP's type of violence; GTD's attack, target and weapon types; PLOVER's contexts;
what each of those hit is. Keeps: the rule that decided, and what in the record it went by. Refuses: to guess; where
the record does not tell, the value is None and the rule says what is missing.
Measured by: `tests/codebook` (every rule decides a case and leaves another alone).
"""

from vedette.codebook.mappings.coding import Coding, code_event, code_incident
from vedette.codebook.mappings.tables import Rule, Scheme, Table, load_schemes

__all__ = ["Coding", "Rule", "Scheme", "Table", "code_event", "code_incident", "load_schemes"]
