"""Why one document is refused: errors of this room that carry the code of the Issue they become."""

from __future__ import annotations

from vedette.errors import DocumentError, RefusedError, UnreadableError
from vedette.records import Issue, Severity


class Refused(RefusedError):  # noqa: N818 - reads as what happened
    """A limit or a safety rule forbids it; `code` is the Issue's code."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class Unreadable(UnreadableError):  # noqa: N818 - reads as what happened
    """The bytes cannot be read as what they are; `code` is the Issue's code."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def issue_from(error: DocumentError, name: str, severity: Severity = Severity.ERROR) -> Issue:
    """Turn a refusal into the record that the user sees."""
    return Issue(severity, getattr(error, "code", "unreadable"), name, str(error))


def size_in_words(count: int) -> str:
    """Give a number of bytes as a person says it, such as "64 MiB"."""
    for unit, size in (("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10)):
        if count >= size:
            return f"{count / size:.0f} {unit}"
    return f"{count} bytes"
