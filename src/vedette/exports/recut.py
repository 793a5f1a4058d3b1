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
        return record if text[record.start : record.end] == record.text else Span.of(text, record.start, record.end)
    if isinstance(record, tuple):
        items = tuple(_recut(item, text) for item in record)
        return record if all(new is old for new, old in zip(items, record, strict=True)) else items
    if not dataclasses.is_dataclass(record) or isinstance(record, type):
        return record
    changed = {}
    for field in dataclasses.fields(record):
        old = getattr(record, field.name)
        new = _recut(old, text)
        if new is not old:
            changed[field.name] = new
    return dataclasses.replace(record, **changed) if changed else record
