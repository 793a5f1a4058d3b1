"""Document → Reading: sentence splitting and the reader model.

Takes: a Document and a loaded ReaderModel. Gives: a Reading: triggers with type, mode, stance and arguments, mentions,
attributions, ties, each with its Span. Keeps: every span equal to the slice of the document's text; headlines,
bylines, datelines and boilerplate unread. Refuses: a model made for another version (ModelError).
Measured by: ``python -m benchmarks reports`` and ``python -m benchmarks speed``.
"""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from vedette.reading.model import ReaderModel, read_card
from vedette.reading.reader import read_document
from vedette.reading.sentences import split_sentences

__all__ = ["ReaderModel", "load_reader", "model_version", "read_document", "split_sentences"]


def load_reader(threads: int = 2) -> ReaderModel:
    """Load the reader model that ships with the package; `threads` are the cores that one pass may use."""
    return ReaderModel(_shipped(), threads)


def model_version() -> str:
    """Name the shipped reader model without loading it."""
    version: str = read_card(_shipped())["version"]
    return version


def _shipped() -> Path:
    return Path(str(resources.files("vedette.reading") / "model"))
