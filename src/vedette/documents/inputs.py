"""What the user names on the command line, as parcels: files, folders, addresses, the standard input."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from vedette.documents.fetching import Fetcher
from vedette.documents.limits import Limits
from vedette.documents.parcels import NOTHING_SAID, Metadata, Parcel, shown_name
from vedette.documents.troubles import Unreadable, issue_from
from vedette.errors import DocumentError
from vedette.records import Issue

STANDARD_INPUT = "-"
_STREAMED = (b"{", b"From ")  # JSONL and mailboxes are read as they come; the rest must be there as a whole


def is_address(given: str) -> bool:
    """Tell an address from a path."""
    return "://" in given[:12]


def files_of(given: str) -> list[str]:
    """Give the files of a folder in sorted order without hidden ones, or the path itself where it is no folder."""
    if not Path(given).is_dir():
        return [given]
    files = []
    for folder, folders, names in os.walk(given):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        paths = (Path(folder) / name for name in names if not name.startswith("."))
        files += [path.as_posix() for path in paths if path.is_file()]
    return sorted(files, key=lambda path: path.split("/"))


def parcels_from(
    inputs: Sequence[str], limits: Limits, stdin: BinaryIO | None, fetcher: Fetcher
) -> Iterator[Parcel | Issue]:
    """Open one input after the other, each only when it is asked for; what cannot be opened is an Issue."""
    for given in inputs:
        try:
            if given == STANDARD_INPUT:
                yield _from_stdin(stdin, limits)
            elif is_address(given):
                yield fetch_parcel(given, fetcher)
            else:
                yield from _from_path(given)
        except DocumentError as error:
            yield issue_from(error, shown_name(given))


def fetch_parcel(url: str, fetcher: Fetcher, fallback: Metadata = NOTHING_SAID) -> Parcel:
    """Fetch a page as a parcel that is named by the address asked for."""
    fetched = fetcher.fetch(url)
    parcel = Parcel.of_bytes(shown_name(url), fetched.data, media_type=fetched.media_type, charset=fetched.charset)
    return replace(parcel, asked=True, fallback=Metadata(url=fetched.url).or_else(fallback))


def count_inputs(inputs: Sequence[str]) -> int:
    """Estimate, without reading them, how many documents the inputs hold: lines of JSONL, members, messages, files."""
    total = 0
    for given in inputs:
        if given == STANDARD_INPUT or is_address(given):
            total += 1
        else:
            total += sum(_count_in(Path(path)) for path in files_of(given))
    return total


def _from_stdin(stdin: BinaryIO | None, limits: Limits) -> Parcel:
    if stdin is None:
        raise Unreadable("not-found", "There is no standard input. Name a file instead.")
    parcel = Parcel.of_stream("stdin", stdin)
    if not parcel.head.lstrip(b"\xef\xbb\xbf \n").startswith(_STREAMED):
        parcel = Parcel.of_bytes("stdin", parcel.read(limits.file_bytes))
    return replace(parcel, asked=True)


def _from_path(given: str) -> Iterator[Parcel | Issue]:
    """Open a file, or each file of a folder; what is found in a folder was not asked for by name."""
    is_folder = Path(given).is_dir()
    for path in files_of(given):
        name = shown_name(path)
        try:
            stream = Path(path).open("rb")  # noqa: SIM115 - closed below, once the parcel is read
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or error
            yield issue_from(Unreadable("not-found", f"The file cannot be opened ({reason}). Check the path."), name)
            continue
        with stream:
            yield replace(Parcel.of_stream(name, stream), asked=not is_folder)


def _count_in(path: Path) -> int:
    counters = {".jsonl": _count_lines, ".ndjson": _count_lines, ".mbox": _count_messages, ".zip": _count_members}
    counter = counters.get(path.suffix.lower())
    try:
        return max(1, counter(path)) if counter else 1
    except (OSError, zipfile.BadZipFile):
        return 1


def _count_lines(path: Path) -> int:
    with path.open("rb") as stream:
        return sum(chunk.count(b"\n") for chunk in iter(lambda: stream.read(1 << 20), b""))


def _count_messages(path: Path) -> int:
    with path.open("rb") as stream:
        return sum(line.startswith(b"From ") for line in stream)


def _count_members(path: Path) -> int:
    with zipfile.ZipFile(path) as archive:
        return sum(not entry.is_dir() for entry in archive.infolist())
