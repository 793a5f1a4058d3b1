"""Accounts as files for others: one module a format.

Takes: Accounts and Incidents, and whether the names of victims and private persons may stand in the output.
Gives: JSON (`account_to_json`, `write_jsonl`), CSV (`write_csv`), the JSON Schema of each record (`json_schema`), and
an Account back from its JSON (`account_from_json`).
Keeps: the words and offsets of every value, every rival value, the order of keys and columns, byte for byte.
Refuses: a name that the user did not ask for, a cell that a spreadsheet would run as a formula.
Measured by: `tests/exports` (what is written validates against the schemas and can be rebuilt; the docs name every
key and column).
"""

from typing import TYPE_CHECKING

from vedette.exports.account import account_to_json, issue_to_json
from vedette.exports.csv_table import CSV_COLUMNS, write_csv
from vedette.exports.incident_masking import mask_accounts, withhold_incident
from vedette.exports.incidents import (
    incident_to_json,
    write_incidents_csv,
    write_incidents_geojson,
    write_incidents_jsonl,
)
from vedette.exports.jsonl import account_to_line, write_jsonl
from vedette.exports.judgements import judgement_to_json, write_changes_jsonl, write_judgements_jsonl
from vedette.exports.masking import withhold_names
from vedette.late import late_names

if TYPE_CHECKING:
    from vedette.exports.rebuild import account_from_json
    from vedette.exports.schema import json_schema, schema_names

__all__ = [
    "CSV_COLUMNS",
    "account_from_json",
    "account_to_json",
    "account_to_line",
    "incident_to_json",
    "issue_to_json",
    "json_schema",
    "judgement_to_json",
    "mask_accounts",
    "schema_names",
    "withhold_incident",
    "withhold_names",
    "write_changes_jsonl",
    "write_csv",
    "write_incidents_csv",
    "write_incidents_geojson",
    "write_incidents_jsonl",
    "write_jsonl",
    "write_judgements_jsonl",
]

# These need pydantic, which takes longer to import than a short command takes to run.
__getattr__ = late_names(
    __name__,
    {
        "account_from_json": "vedette.exports.rebuild",
        "json_schema": "vedette.exports.schema",
        "schema_names": "vedette.exports.schema",
    },
)
