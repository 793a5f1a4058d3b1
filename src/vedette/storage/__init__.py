"""The case file: everything that was read, in one SQLite file or on a PostgreSQL server.

Takes: Accounts with the bytes they were read from, Issues of documents that could not be read, questions.
Gives: a `CaseFile` (`open_case`), and out of it Accounts equal to those that went in.
Keeps: the original bytes; every value with its offsets; which version read when. A document is there whole or not at
all, whatever kills the process.
Refuses: files that are not case files or that a newer version wrote; spans that do not stand in the text.
Measured by: `tests/storage`, every test on SQLite and on a real PostgreSQL server.
"""

from typing import TYPE_CHECKING

from vedette.late import late_names
from vedette.storage.opening import open_case

if TYPE_CHECKING:
    from vedette.storage.casefile import CaseFile, Run
    from vedette.storage.query import EventQuery, Near
    from vedette.storage.searching import Hit

__all__ = ["CaseFile", "EventQuery", "Hit", "Near", "Run", "open_case"]

# These need SQLAlchemy, which takes longer to import than a short command takes to run.
__getattr__ = late_names(
    __name__,
    {
        "CaseFile": "vedette.storage.casefile",
        "EventQuery": "vedette.storage.query",
        "Hit": "vedette.storage.searching",
        "Near": "vedette.storage.query",
        "Run": "vedette.storage.casefile",
    },
)
