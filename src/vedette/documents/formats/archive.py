"""Zip archives of any of the other formats."""

from __future__ import annotations

from collections.abc import Iterator

from vedette.documents.archives import open_archive, unpack
from vedette.documents.cleaning import clean_line
from vedette.documents.formats.contract import Context
from vedette.documents.parcels import Parcel
from vedette.documents.troubles import Refused, Unreadable, issue_from
from vedette.errors import DocumentError
from vedette.records import Issue


def read_archive(parcel: Parcel, context: Context) -> Iterator[Parcel | Issue]:
    """Give each file of an archive in the order of names; names are only shown, never used as paths."""
    if parcel.depth >= context.limits.nesting:
        raise Refused("nested", f"The archive stands {parcel.depth} deep in others; unpack it yourself.")
    archive = open_archive(parcel.stream, context.limits)
    members = [entry for entry in archive.infolist() if not _is_passed_over(entry.filename)]
    if not members:
        raise Unreadable("empty", "The archive holds no files.")
    for entry in sorted(members, key=lambda entry: entry.filename):
        name = _shown(entry.filename)
        try:
            yield parcel.inside(name, unpack(archive, entry, context.limits, context.budget))
        except DocumentError as error:
            yield issue_from(error, f"{parcel.name}/{name}")
            if context.budget.bytes_left < 0:
                return


def _shown(name: str) -> str:
    """Give a name that would stay below any folder, should somebody take it for a path."""
    parts = clean_line(name).replace("\\", "/").split("/")
    return "/".join(part for part in parts if part not in ("", ".", "..")) or "unnamed"


def _is_passed_over(name: str) -> bool:
    """Tell folders and what systems put beside the files."""
    parts = name.replace("\\", "/").split("/")
    hidden = any(part.startswith(".") and part not in (".", "..") for part in parts)
    return not parts[-1] or hidden or "__MACOSX" in parts
