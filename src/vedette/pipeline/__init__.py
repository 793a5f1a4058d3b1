"""The way of one report, written once: Document → Reading → values → Account; and many reports at a time.

Takes: what `documents` receives, a ReaderModel. Gives: one Account a document, in the order of the inputs.
Keeps: the same bytes out for the same bytes in, whatever the number of workers. Refuses: nothing; what cannot be read
is an Issue beside the accounts. Measured by: ``python -m benchmarks reports`` and ``python -m benchmarks speed``.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vedette.pipeline.run import Read, read_all, reader_version
    from vedette.pipeline.way import read_one

__all__ = ["Read", "read_all", "read_one", "reader_version"]

_LATE = {
    "Read": "vedette.pipeline.run",
    "read_all": "vedette.pipeline.run",
    "read_one": "vedette.pipeline.way",
    "reader_version": "vedette.pipeline.run",
}


def __getattr__(name: str) -> Any:
    """Import a late name when it is first asked for: the rooms behind it take longer than a short command."""
    if name in _LATE:
        return getattr(import_module(_LATE[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
