"""Every span of a record cut anew out of a text."""

from __future__ import annotations

import dataclasses
from typing import Any, TypeVar

from vedette.records import Span

R = TypeVar("R")


def recut(record: R, text: str) -> R:
    """Give the record with every span below it cut out of `text`, at the same offsets; nothing else changes."""
    cut: R = _recut(record, text)
    return cut


def _recut(record: Any, text: str) -> Any:
    if isinstance(record, Span):
        return Span.of(text, record.start, record.end)
    if isinstance(record, tuple):
        return tuple(_recut(item, text) for item in record)
    if dataclasses.is_dataclass(record) and not isinstance(record, type):
        changed = {field.name: _recut(getattr(record, field.name), text) for field in dataclasses.fields(record)}
        return dataclasses.replace(record, **changed)
    return record
