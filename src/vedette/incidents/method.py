"""Which way of merging this is."""

from __future__ import annotations

import functools
import hashlib
from importlib import resources

_KINDS = (".py", ".json", ".yaml")


@functools.cache
def merging_method() -> str:
    """Give a name that changes with anything that a score could hang on: a hash of this room's code, words and weights.

    What was worked out by another way of merging is worked out anew; somebody would forget to say when that is due.
    """
    digest = hashlib.sha256()
    files = (file for file in resources.files("vedette.incidents").iterdir() if file.name.endswith(_KINDS))
    for file in sorted(files, key=lambda file: file.name):
        digest.update(f"{file.name}\0".encode() + file.read_bytes())
    return digest.hexdigest()[:16]
