"""Something that went wrong with one document, kept as data so that the run goes on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """Whether the document was lost."""

    ERROR = "error"  # the document could not be read
    WARNING = "warning"  # it was kept, but something in it was not read


@dataclass(frozen=True, slots=True)
class Issue:
    """What was found (`message`), where (`name`), and of what kind (`code`, such as "too-large" or "not-english")."""

    severity: Severity
    code: str
    name: str
    message: str
    document_id: str | None = None
