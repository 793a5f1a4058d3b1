"""The shipped reader model, loaded once."""

from __future__ import annotations

import pytest

from vedette.reading import ReaderModel, load_reader


@pytest.fixture(scope="session")
def model() -> ReaderModel:
    return load_reader(threads=1)
