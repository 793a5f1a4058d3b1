"""Everything that Vedette raises on purpose.

VedetteError
├── DocumentError        a document cannot be taken in (becomes an Issue; the run goes on)
│   ├── RefusedError     a limit or a safety rule forbids it
│   └── UnreadableError  the bytes are not what they claim to be
├── ModelError           the reader model is missing or does not fit this version
├── StorageError         the case file cannot be opened or is of another version
└── UsageError           the caller asked for something that does not exist (exit code 2)

A message says what was found, where, and what to do.
"""


class VedetteError(Exception):
    """The root of all errors that Vedette raises on purpose."""


class DocumentError(VedetteError):
    """A document cannot be taken in."""


class RefusedError(DocumentError):
    """A limit or a safety rule forbids reading this document."""


class UnreadableError(DocumentError):
    """The bytes are not what their name or their head says they are."""


class ModelError(VedetteError):
    """The reader model is missing or does not fit this version of the program."""


class StorageError(VedetteError):
    """The case file cannot be opened, or another version wrote it."""


class UsageError(VedetteError):
    """The caller asked for something that does not exist."""
