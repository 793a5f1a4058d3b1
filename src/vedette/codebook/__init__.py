"""The codebook: what every word in a record means.

Takes: nothing; the YAML files beside this module are its content. Gives: one `Codebook`, the same object each time.
Keeps: PLOVER's names as they are, and whose each scheme is in the head of its file.
Refuses: a file that lacks a word of `vedette.records`, or has one too many (`tests/codebook` holds both directions).
Measured by: ``tests/codebook``; the words themselves by how well two annotators agree on them.
"""

from vedette.codebook.entries import Category, Codebook, Mode, RelationEntry, RoleEntry, Term, TypeEntry
from vedette.codebook.load import load_codebook

__all__ = [
    "Category",
    "Codebook",
    "Mode",
    "RelationEntry",
    "RoleEntry",
    "Term",
    "TypeEntry",
    "load_codebook",
]
